"""The notes of a redline in the copy of the later Word file: new ones have their signs inserted, struck ones are put in with theirs."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.formats.ooxml.citing import Note, note_of
from lydelse.formats.ooxml.copying import Part, WordCopy
from lydelse.formats.ooxml.letters import UnlikeWordingError
from lydelse.formats.ooxml.rows import cells_of, emptied, paragraphs_of, rows_of
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.section import Block
from lydelse.model.text import Kind, Mark, Paragraph


class TrackedNotes:
    """The notes of one copy, in the order of the redline; ``new`` are those that only the later version has."""

    def __init__(self, copy: WordCopy, tracking: Tracking, blocks: Iterable[Block]) -> None:
        """Tell the new notes from the others: nothing in them stands in both versions."""
        self._copy = copy
        self._tracking = tracking
        self._last: tuple[str, Part] | None = None
        found: dict[bool, set[Note]] = {True: set(), False: set()}
        for block in blocks:
            if isinstance(block, Paragraph) and block.kind is Kind.FOOTNOTE and block.place.origin in copy.elements:
                note = note_of(copy.elements[block.place.origin])
                if note and any(run.mark is not Mark.STRUCK for run in block.runs):
                    found[all(run.mark is Mark.INSERTED for run in block.runs)].add(note)
        self.new = frozenset(found[True] - found[False])

    def leave(self) -> None:
        """Leave the notes for the text."""
        self._last = None

    def pass_by(self, paragraph: Paragraph, part: Part) -> None:
        """Pass a paragraph of a note that stands in the later version."""
        self._last = (paragraph.marker, part)

    def strike(self, paragraph: Paragraph, cursor: Part | None) -> None:
        """Put a struck paragraph in: into the note above it where it has its number, else as a note cited last in the text above.

        Raises:
            UnlikeWordingError: no text stands above it.
        """
        if self._last is not None and self._last[0] == paragraph.marker:
            self._go_on(paragraph, self._last[1])
            return
        cited_in = _last_paragraph(cursor) if cursor is not None else None
        if cited_in is None:
            raise UnlikeWordingError
        beside = note_of(self._last[1]) if self._last is not None else None
        made = self._copy.notes.add(paragraph.marked_text, cited_in, beside[0] if beside else "footnote")
        sign = cited_in[-1]
        cited_in.append(self._tracking.around([sign], Mark.STRUCK))
        self._last = (paragraph.marker, made)

    def _go_on(self, paragraph: Paragraph, above: Part) -> None:
        """Put a struck paragraph last in a note; the end above it is struck with it, for a note must end with a paragraph."""
        made = emptied(above)
        made.extend([self._tracking.run(run, None) for run in paragraph.runs])
        above.addnext(made)
        self._tracking.end(above, Mark.STRUCK)
        self._last = (paragraph.marker, made)


def _last_paragraph(part: Part) -> Part | None:
    """Return a paragraph itself, of a table the last one of its last row."""
    rows = rows_of(part)
    if not rows:
        return part
    cells = [cell for cell in cells_of(rows[-1], first=False) if cell is not None and paragraphs_of(cell)]
    return paragraphs_of(cells[-1])[-1] if cells else None
