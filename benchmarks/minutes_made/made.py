"""A paper as lines with what is true of them, one element a line.

``@title``, ``@body``, ``@date``, ``@venue``, ``@header``, ``@footer`` are facts of the whole paper; ``@cover`` is a line of the first
page, its columns parted with ``|``; ``§ 45 | Title | KS/2023:12`` begins an item; ``=decision Beslut`` a part; ``1. text`` and ``- text``
are entries of a list, ``+ text`` an entry without a sign, ``> text`` a line that entries complete, ``| a | b`` a row of a table, anything
else a paragraph. After ``%%`` stands what is true of a line beyond its words: ``ref Body|2023-02-07|12|KS/2022:310``, ``amount 250000 kr``,
``motion approval Anna Ek:S``.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Element:
    """One line of a paper: what it is ("item", "part", "entry", "lead", "text", "cover", "row"), its sign and its text."""

    what: str
    text: str
    marker: str = ""
    columns: tuple[str, ...] = ()


@dataclass
class Paper:
    """A paper and what is true of it: for each field the values that a right reading gives, each with its § first."""

    name: str
    facts: dict[str, str] = field(default_factory=dict)
    elements: list[Element] = field(default_factory=list)
    truth: dict[str, list[str]] = field(default_factory=dict)

    def is_true(self, name: str, *values: str) -> None:
        """Note one true value of a field."""
        self.truth.setdefault(name, []).append(" | ".join(values))


POINTED = {"proposal", "decision"}
LISTED = {*POINTED, "attachments", "recipients"}


def paper(name: str, source: str) -> Paper:
    """Return the paper that lines describe."""
    made = Paper(name)
    item = part = ""
    for line in filter(None, map(str.strip, source.splitlines())):
        text, _, truths = (piece.strip() for piece in line.partition("%%"))
        if text.startswith("@"):
            _fact(made, text[1:])
        elif text.startswith("§"):
            number, title, case = (piece.strip() for piece in text[1:].split("|"))
            item = number
            made.elements.append(Element("item", title, number, (case,)))
            made.is_true("item", item, title, case)
        elif text.startswith("="):
            part, _, heading = text[1:].partition(" ")
            made.elements.append(Element("part", heading))
        else:
            element = _element(text)
            made.elements.append(element)
            if element.what == "entry" and part in LISTED:
                made.is_true(
                    part, item, element.marker.rstrip(".") if part in POINTED and element.marker[:1].isdigit() else "", element.text
                )
        for truth in filter(None, map(str.strip, truths.split(";"))):
            _truth(made, item, truth)
    return made


def _fact(made: Paper, said: str) -> None:
    key, _, value = said.partition(" ")
    if key == "cover":
        made.elements.append(Element("cover", value, columns=tuple(column.strip() for column in value.split("|"))))
    elif key == "present":
        for name in value.split(","):
            made.is_true("present", name.strip())
    else:
        made.facts[key] = value
        if key in {"body", "date", "venue", "kind", "title", "case"}:
            made.is_true(key, value)


def _element(text: str) -> Element:
    if text[0] == "|":
        return Element("row", "", columns=tuple(column.strip() for column in text[1:].split("|")))
    if text[0] == ">":
        return Element("lead", text[1:].strip())
    if text[0] in "-+":
        return Element("entry", text[1:].strip(), "•" if text[0] == "-" else "")
    number, dot, rest = text.partition(". ")
    if dot and number.isdigit():
        return Element("entry", rest, f"{number}.")
    return Element("text", text)


def _truth(made: Paper, item: str, truth: str) -> None:
    what, _, value = truth.partition(" ")
    if what == "ref":
        made.is_true("reference", item, *value.split("|"))
    elif what == "motion":
        support, _, movers = value.partition(" ")
        made.is_true("motion", item, support.replace("_", " "), movers)
    else:
        made.is_true(what, item, value)
