"""Tracked changes being written: runs, paragraph ends, rows and cells that say who struck or inserted them.

Nothing depends on the clock: a change has the date that is given, or none. The ends of a move must have a date by the schema
(CT_MoveBookmark); where none is given it is that of the file's parts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from lxml import etree

from lydelse.formats.ooxml.letters import new_run
from lydelse.formats.ooxml.names import Element, W, attribute, child, whole_number
from lydelse.model.text import Mark, Run
from lydelse.patterns import compiled
from lydelse.records import dataclass, field

AUTHOR = "lydelse"
MOVE_UNDATED = "1980-01-01T00:00:00Z"
FIRST_CHANGE = 90_000
"""Our changes are numbered from here: a file to be edited has some of its own."""

_NAMES = {Mark.STRUCK: "del", Mark.INSERTED: "ins"}
_MOVES = {Mark.STRUCK: "moveFrom", Mark.INSERTED: "moveTo"}
_CELLS = {Mark.STRUCK: "cellDel", Mark.INSERTED: "cellIns"}
_NOT_XML = compiled("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_OF_END = ("ins", "del", "moveFrom", "moveTo")
"""The marks of a paragraph's end, in the order of the schema (CT_ParaRPr)."""
NUMBERED = tuple(W + name for name in (*_OF_END, *_CELLS.values(), "rPrChange", "pPrChange", "moveFromRangeStart", "moveToRangeStart"))


def _by_nobody(properties: Element | None) -> bool:  # noqa: ARG001 - whatever they say
    return False


@dataclass
class Tracking:
    """The changes of one file: who made them, when, and how many there are."""

    author: str = AUTHOR
    date: str | None = None
    is_told: Callable[[Element | None], bool] = field(default=_by_nobody)
    """Tells whether the properties of a paragraph's end, a row or a cell say that another inserted it: it is not marked again."""
    _count: int = field(default=FIRST_CHANGE)

    def count_from(self, roots: Iterable[Element]) -> None:
        """Number the changes above all that some parts have, and above the usual beginning."""
        numbers = (whole_number(attribute(each, "id")) or 0 for root in roots for each in root.iter(*NUMBERED))
        self._count = max(self._count, *numbers, FIRST_CHANGE)

    def change(self, name: str, author: str | None = None, date: str | None = None) -> Element:
        """Return the element of one change, numbered."""
        self._count += 1
        made = etree.Element(W + name)
        made.set(f"{W}id", str(self._count))
        made.set(f"{W}author", author or self.author)
        when = date if author else self.date
        if when:
            made.set(f"{W}date", when)
        return made

    def again(self, change: Element) -> Element:
        """Return the element of a change that is divided, empty and with a number of its own: the same author did it at the same time."""
        self._count += 1
        made = etree.Element(change.tag)
        for name, value in change.attrib.items():
            made.set(name, value)
        made.set(f"{W}id", str(self._count))
        return made

    def run(self, run: Run, like: Element | None, *, moved: bool = False) -> Element:
        """Return marked text as an element of a paragraph, in the look of another run."""
        made = new_run(as_xml(run.text), like)
        return made if run.mark is Mark.KEPT else self.around([made], run.mark, run.author, run.date, moved=moved)

    def around(
        self, runs: Iterable[Element], mark: Mark, author: str | None = None, date: str | None = None, *, moved: bool = False
    ) -> Element:
        """Return runs, placed nowhere yet, as struck or inserted ones."""
        made = self.change((_MOVES if moved else _NAMES)[mark], author, date)
        made.extend(runs)
        if mark is Mark.STRUCK and not moved:
            for text in made.iter(f"{W}t", f"{W}instrText"):
                text.tag = {f"{W}t": f"{W}delText", f"{W}instrText": f"{W}delInstrText"}[str(text.tag)]
        return made

    def end(self, paragraph: Element, mark: Mark, *, moved: bool = False) -> None:
        """Mark the end of a paragraph."""
        if mark is not Mark.KEPT and not self._is_told(child(child(paragraph, "pPr"), "rPr"), mark):
            properties = _own(paragraph, "pPr", 0)
            last = next((at for at, inner in enumerate(properties) if inner.tag in {f"{W}sectPr", f"{W}pPrChange"}), len(properties))
            name = (_MOVES if moved else _NAMES)[mark]
            of_end = _own(properties, "rPr", last)
            above = _OF_END[: _OF_END.index(name)]
            of_end.insert(sum(inner.tag in {W + each for each in above} for inner in of_end), self.change(name))

    def is_marked(self, paragraph: Element) -> bool:
        """Tell whether a paragraph's end is marked, by whomever."""
        of_end = child(child(paragraph, "pPr"), "rPr")
        return of_end is not None and any(child(of_end, name) is not None for name in _OF_END)

    def row(self, row: Element, mark: Mark) -> None:
        """Mark a row, whose text is marked by itself."""
        if mark is not Mark.KEPT and not self._is_told(child(row, "trPr"), mark):
            properties = _own(row, "trPr", 1 if child(row, "tblPrEx") is not None else 0)
            properties.insert(_before_former(properties), self.change(_NAMES[mark]))

    def cell(self, cell: Element, mark: Mark) -> None:
        """Mark a cell, whose text is marked by itself."""
        if mark is not Mark.KEPT and not self._is_told(child(cell, "tcPr"), mark):
            properties = _own(cell, "tcPr", 0)
            properties.insert(_before_former(properties), self.change(_CELLS[mark]))

    def _is_told(self, properties: Element | None, mark: Mark) -> bool:
        return mark is Mark.INSERTED and self.is_told(properties)

    def move(self, paragraphs: Sequence[Element], mark: Mark, name: str) -> None:
        """Say that paragraphs, whose text is marked as moved, are one end of a move; both ends have one name."""
        start = self.change(f"{_MOVES[mark]}RangeStart")
        start.set(f"{W}name", name)
        start.set(f"{W}date", self.date or MOVE_UNDATED)
        end = etree.Element(f"{W}{_MOVES[mark]}RangeEnd")
        end.set(f"{W}id", start.get(f"{W}id") or "")
        paragraphs[0].insert(1 if child(paragraphs[0], "pPr") is not None else 0, start)
        paragraphs[-1].addnext(end)


def _before_former(properties: Element) -> int:
    """Return the place of a mark: last, but before what the properties were (CT_TrPr, CT_TcPr)."""
    return next((at for at, inner in enumerate(properties) if inner.tag in {f"{W}trPrChange", f"{W}tcPrChange"}), len(properties))


def as_xml(text: str) -> str:
    """Return a text without the signs that XML has no place for, its line breaks as spaces."""
    return _NOT_XML.sub("", text).replace("\n", " ").replace("\r", " ")


def _own(parent: Element, name: str, at: int) -> Element:
    """Return the child with a name, made at its place where there is none."""
    found = child(parent, name)
    if found is None:
        found = etree.Element(W + name)
        parent.insert(at, found)
    return found
