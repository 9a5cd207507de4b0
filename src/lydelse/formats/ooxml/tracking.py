"""Tracked changes being written: runs, paragraph ends, rows and cells that say who struck or inserted them.

Nothing depends on the clock: a change has the date that is given, or none. The ends of a move must have a date by the schema
(CT_MoveBookmark); where none is given it is that of the file's parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from lxml import etree

from lydelse.formats.ooxml.letters import new_run
from lydelse.formats.ooxml.names import Element, W, child
from lydelse.model.text import Mark, Run

AUTHOR = "lydelse"
MOVE_UNDATED = "1980-01-01T00:00:00Z"
FIRST_CHANGE = 90_000
"""Our changes are numbered from here: a file to be edited has some of its own."""

_NAMES = {Mark.STRUCK: "del", Mark.INSERTED: "ins"}
_MOVES = {Mark.STRUCK: "moveFrom", Mark.INSERTED: "moveTo"}
_CELLS = {Mark.STRUCK: "cellDel", Mark.INSERTED: "cellIns"}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass
class Tracking:
    """The changes of one file: who made them, when, and how many there are."""

    author: str = AUTHOR
    date: str | None = None
    _count: int = field(default=FIRST_CHANGE)

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
        if mark is not Mark.KEPT:
            properties = _own(paragraph, "pPr", 0)
            last = next((at for at, inner in enumerate(properties) if inner.tag in {f"{W}sectPr", f"{W}pPrChange"}), len(properties))
            _own(properties, "rPr", last).insert(0, self.change((_MOVES if moved else _NAMES)[mark]))

    def row(self, row: Element, mark: Mark) -> None:
        """Mark a row, whose text is marked by itself."""
        if mark is not Mark.KEPT:
            _own(row, "trPr", 1 if child(row, "tblPrEx") is not None else 0).append(self.change(_NAMES[mark]))

    def cell(self, cell: Element, mark: Mark) -> None:
        """Mark a cell, whose text is marked by itself."""
        if mark is not Mark.KEPT:
            _own(cell, "tcPr", 0).append(self.change(_CELLS[mark]))

    def move(self, paragraphs: Sequence[Element], mark: Mark, name: str) -> None:
        """Say that paragraphs, whose text is marked as moved, are one end of a move; both ends have one name."""
        start = self.change(f"{_MOVES[mark]}RangeStart")
        start.set(f"{W}name", name)
        start.set(f"{W}date", self.date or MOVE_UNDATED)
        end = etree.Element(f"{W}{_MOVES[mark]}RangeEnd")
        end.set(f"{W}id", start.get(f"{W}id") or "")
        paragraphs[0].insert(1 if child(paragraphs[0], "pPr") is not None else 0, start)
        paragraphs[-1].addnext(end)


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
