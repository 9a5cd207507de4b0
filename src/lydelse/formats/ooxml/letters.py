"""The letters of a paragraph with the elements that hold them, and a new wording put in letter by letter.

What is read here is what ``runs`` reads, so that a letter of the document is known by its number; what is not a letter (a picture,
a bookmark, a field's instruction) is passed over, and so stays where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from lydelse.formats.ooxml.names import MC, Element, M, W, attribute, child, children, chosen
from lydelse.formats.ooxml.runs import CHARACTERS, CONTAINERS, UNSEEN_SIGNS
from lydelse.formats.ooxml.symbols import symbol
from lydelse.model.text import Mark, Run
from lydelse.records import dataclass, field

_TEXTS = frozenset({f"{W}t", f"{M}t"})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Letter(NamedTuple):
    """One sign of a paragraph: the element that holds it, and where in its text; a tab or a break is an element of its own."""

    sign: str
    element: Element
    at: int


class UnlikeWordingError(Exception):
    """The letters in the file are not those of the wording that is to be changed."""


def letters_of(paragraph: Element, is_hidden: Callable[[Element], bool]) -> list[Letter]:
    """Return the letters of a paragraph without tracked changes, in order."""
    return list(_Letters(is_hidden).within(paragraph))


@dataclass
class _Letters:
    is_hidden: Callable[[Element], bool]
    fields: list[bool] = field(default_factory=list)
    """For each complex field that is open, whether its result has begun."""

    def within(self, parent: Element) -> Iterator[Letter]:
        for element in children(parent):
            if element.tag == f"{W}r":
                if not self.is_hidden(element):
                    yield from self.of_run(element)
            elif element.tag in CONTAINERS:
                yield from self.within(element)
            elif element.tag == f"{MC}AlternateContent":
                branch = chosen(element)
                yield from self.within(branch) if branch is not None else ()
            elif str(element.tag).startswith(M):
                for text in element.iter(f"{M}t"):
                    yield from self.of_text(text)

    def of_run(self, run: Element) -> Iterator[Letter]:
        for element in children(run):
            if element.tag == f"{W}fldChar":
                self.turn(attribute(element, "fldCharType") or "")
            elif element.tag == f"{MC}AlternateContent":
                branch = chosen(element)
                yield from self.of_run(branch) if branch is not None else ()
            elif element.tag == f"{W}ruby":
                for base in element.findall(f"{W}rubyBase/{W}r"):
                    yield from self.of_run(base)
            elif all(self.fields):
                yield from self.of_text(element)

    def of_text(self, element: Element) -> Iterator[Letter]:
        if element.tag in _TEXTS:
            for at, sign in enumerate(element.text or ""):
                if sign not in UNSEEN_SIGNS:
                    yield Letter(" " if sign in "\r\n\t" else sign, element, at)
        elif element.tag in CHARACTERS:
            yield Letter(CHARACTERS[str(element.tag)], element, 0)
        elif element.tag == f"{W}sym":
            yield from (Letter(sign, element, 0) for sign in symbol(attribute(element, "font") or "", attribute(element, "char") or ""))

    def turn(self, kind: str) -> None:
        if kind == "begin":
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()


def reword(letters: Sequence[Letter], runs: Sequence[Run], lead: int = 0) -> None:
    """Put a new wording in: struck letters go, and what is inserted takes the look of what it replaces, else of what it follows.

    Args:
        letters: those of the paragraph, of which there is at least one.
        runs: the change, whose earlier reading has the visible letters of the paragraph, those that lead left out.
        lead: how many visible letters stand before the wording: a bullet or number that is typed.

    Raises:
        UnlikeWordingError: the earlier reading is not what stands there; nothing has been changed.
    """
    places = places_of(letters, "".join(run.text for run in runs if run.mark is not Mark.INSERTED), lead)
    gone: set[int] = set()
    new: dict[tuple[int, bool], str] = {}
    at = 0
    for index, run in enumerate(runs):
        if run.mark is Mark.INSERTED:
            key = _host(places, at, [runs[near] for near in (index - 1, index + 1) if 0 <= near < len(runs)])
            new[key] = new.get(key, "") + run.text
            continue
        if run.mark is Mark.STRUCK:
            gone.update(place for group in places[at : at + len(run.text)] for place in group)
        at += len(run.text)
    _write(letters, gone, new)


def _host(places: Sequence[Sequence[int]], at: int, beside: Sequence[Run]) -> tuple[int, bool]:
    """Return the letter that new text stands at, and whether after it: of what it replaces, of what it follows, else of what follows."""
    for run in beside:
        if run.mark is Mark.STRUCK:
            replaced = [*_around(places, at - len(run.text), at), *_around(places, at, at + len(run.text))]
            if replaced:
                return replaced[0], False
    above = next((group[-1] for group in reversed(places[:at]) if group), None)
    if above is not None:
        return above, True
    return next(group[0] for group in places if group), False


def _around(places: Sequence[Sequence[int]], start: int, end: int) -> list[int]:
    return [place for group in places[max(0, start) : end] for place in group]


def places_of(letters: Sequence[Letter], before: str, lead: int) -> list[list[int]]:
    """Return for each sign of the earlier wording which letters it is; a space has those that part the same two visible letters."""
    visible = [at for at, letter in enumerate(letters) if not letter.sign.isspace()]
    spoken = "".join(before.split())
    if not spoken or len(visible) < lead + len(spoken):
        raise UnlikeWordingError
    places: list[list[int]] = []
    count = lead
    spaces: list[int] = []
    for sign in before:
        if not sign.isspace():
            if places and spaces and before[len(places) - 1].isspace():
                places[-1].extend(spaces)
            places.append([visible[count]])
            following = visible[count + 1] if count + 1 < len(visible) else len(letters)
            spaces = list(range(visible[count] + 1, following))
            count += 1
        else:
            places.append([spaces.pop(0)] if spaces and count > lead else [])
    return places


def _write(letters: Sequence[Letter], gone: set[int], new: dict[tuple[int, bool], str]) -> None:
    touched: dict[Element, list[int]] = {}
    for at, letter in enumerate(letters):
        touched.setdefault(letter.element, []).append(at)
    for element, held in touched.items():
        if not any(at in gone or (at, False) in new or (at, True) in new for at in held):
            continue
        if element.tag in _TEXTS:
            _write_text(element, [(letters[at].at, at in gone, new.get((at, False), ""), new.get((at, True), "")) for at in held])
        else:
            _write_beside(element, held[0] in gone, new.get((held[0], False), ""), new.get((held[-1], True), ""))


def _write_text(element: Element, changes: Sequence[tuple[int, bool, str, str]]) -> None:
    text = element.text or ""
    for at, is_gone, above, below in reversed(changes):
        text = text[:at] + above + ("" if is_gone else text[at]) + below + text[at + 1 :]
    set_text(element, text)


def _write_beside(element: Element, is_gone: bool, above: str, below: str) -> None:  # noqa: FBT001 - what a change of a sign is
    run = element.getparent()
    assert run is not None, "a sign stands in a run"
    for text, offset in ((below, 1), (above, 0)):
        if text:
            made = etree.Element(f"{W}t")
            run.insert(run.index(element) + offset, made)
            set_text(made, text)
    if is_gone:
        run.remove(element)


def set_text(element: Element, text: str) -> None:
    """Give a w:t its text; one that is left without any goes, and the run with it where it holds nothing else."""
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")
    run = element.getparent()
    if not text and run is not None:
        run.remove(element)
        parent = run.getparent()
        if run.tag == f"{W}r" and parent is not None and all(inner.tag == f"{W}rPr" for inner in run):
            parent.remove(run)


def new_run(text: str, like: Element | None) -> Element:
    """Return a run with the look of another; a tab within the text is Word's own."""
    run = etree.Element(f"{W}r")
    look = child(like, "rPr")
    if look is not None:
        run.append(deepcopy(look))
        for former in list(run[0].iter(f"{W}rPrChange", f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")):
            run[0].remove(former)  # what another changed of the look that is taken over
    for at, part in enumerate(text.split("\t")):
        if at:
            etree.SubElement(run, f"{W}tab")
        if part:
            etree.SubElement(run, f"{W}t").text = part
            if part != part.strip():
                run[-1].set(_SPACE, "preserve")
    return run
