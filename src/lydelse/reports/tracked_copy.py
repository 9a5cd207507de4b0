"""The redline written into a copy of the later Word file: its look and its comments stay, and what did not change stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby

from lydelse.differ.words import marked_words
from lydelse.formats.ooxml.accepting import accept, marks_in
from lydelse.formats.ooxml.citing import cited_by, mark_signs
from lydelse.formats.ooxml.copying import Part, WordCopy
from lydelse.formats.ooxml.held_changes import HeldChanges
from lydelse.formats.ooxml.letters import UnlikeWordingError
from lydelse.formats.ooxml.marking import CUT, mark_letters, mark_whole, marks_of, replace_whole
from lydelse.formats.ooxml.names import W, child
from lydelse.formats.ooxml.revisions import INSERTING
from lydelse.formats.ooxml.rows import emptied, lined
from lydelse.formats.ooxml.told_hunks import left_to_mark
from lydelse.formats.ooxml.traced import mark_rows
from lydelse.formats.ooxml.tracked_tables import tracked_table
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.change import Comparison
from lydelse.model.numbering import split_number
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph, Run, Version
from lydelse.records import dataclass, replace
from lydelse.reports.moved import moved_rows_in, moves_in
from lydelse.reports.tracked_notes import TrackedNotes
from lydelse.reports.tracked_tables import TrackedTable, is_struck, pieces_of
from lydelse.reports.word_blocks import WordBlocks, visible


@dataclass(frozen=True, slots=True)
class Copied:
    """The later file with the changes in it.

    ``settled`` is the same file with those changes of others accepted that both versions read the outcome of, of which there are
    ``shared``: rejecting all in it is the earlier version. ``had_changes`` tells whether the later file had any of its own.
    """

    content: bytes
    settled: bytes
    shared: int
    had_changes: bool


def has_changes(content: bytes) -> bool:
    """Tell whether a Word file has tracked changes of its own."""
    return WordCopy(content, lambda root: None).had_changes  # noqa: ARG005 - they stay as they are


def copied(comparison: Comparison, content: bytes, tracking: Tracking) -> Copied | None:
    """Return the later file with the changes in it, beside those that it had of its own; None where it is not as it was read.

    Args:
        comparison: two versions, the later one read from the file.
        content: the later file.
        tracking: who made the changes, and when.
    """
    held = HeldChanges()
    return _written(comparison, content, replace(tracking, is_told=held.tells_inserted), held, held.hold)


def copied_accepting(comparison: Comparison, content: bytes, tracking: Tracking) -> Copied | None:
    """Return the later file with the changes in it, those that it had of its own accepted."""
    return _written(comparison, content, tracking, HeldChanges(), accept)


def _written(
    comparison: Comparison, content: bytes, tracking: Tracking, held: HeldChanges, settle: Callable[[Part], None]
) -> Copied | None:
    try:
        copy = _Copy(comparison, WordCopy(content, settle), tracking, held)
        return copy.written()
    except UnlikeWordingError:
        return None


class _Copy:
    """The copy as it is worked through, block by block."""

    def __init__(self, comparison: Comparison, copy: WordCopy, tracking: Tracking, held: HeldChanges) -> None:
        self.redline = comparison.redline
        self.moves: Mapping[str, str] = moves_in(comparison)
        self.moved_rows = moved_rows_in(comparison)
        self.tracking = tracking
        self.copy = copy
        self.held = held
        self.surplus: Part | None = None
        self.blocks = WordBlocks(self.copy, comparison.after.blocks)
        self.moved: list[tuple[tuple[str, Mark] | None, list[Part]]] = []
        self.struck_tables: list[Part] = []
        self.at = -1
        self.notes = TrackedNotes(self.copy, tracking, self.redline.blocks)

    def written(self) -> Copied:
        """Return the file."""
        self.tracking.count_from([*self.copy.roots(), *self.held.changes])
        cursor: Part | None = None
        for group in _grouped(self.redline.blocks):
            first = group[0]
            if isinstance(first, Table):
                self.notes.leave()
                cursor = self._table(first, cursor)
                self.moved.append((None, []))
                continue
            pieces = [each for each in group if isinstance(each, Paragraph)]
            if first.kind is Kind.FOOTNOTE:
                self._note(pieces, cursor)
                continue
            self.notes.leave()
            cursor = self._struck(first, cursor) if is_struck(first) else self._kept(pieces)
        for key, ends in groupby(self.moved, key=lambda each: each[0]):
            if key is not None and key[1] is not Mark.KEPT:
                self.tracking.move([element for _, parts in ends for element in parts], key[1], key[0])
        for root in self.copy.roots():
            mark_rows((row for row in root.iter(f"{W}tr") if next(row.iterancestors(f"{W}tc"), None) is not None), self.tracking)
            mark_signs(root, self.notes.new, Mark.INSERTED, self.tracking)
            self.held.put_back(root, self.tracking)
        for table in self.struck_tables:  # beside one that another struck, which is a table again now
            for parting in self.copy.parted(table):
                self.tracking.end(parting, Mark.STRUCK)
        content = self.copy.as_numbered_by_word()
        shared = self.held.shared
        for root in self.copy.roots():
            self.held.accept_shared(root)
        return Copied(content, self.copy.as_numbered_by_word() if self.copy.had_changes else content, shared, self.copy.had_changes)

    def _parts(self, block: Block) -> list[Part]:
        if block.place.origin not in self.blocks.parts:
            raise UnlikeWordingError
        return self.blocks.parts[block.place.origin]

    # ---- paragraphs

    def _kept(self, pieces: Sequence[Paragraph]) -> Part:
        """Mark a paragraph of the later file and return it; its numbers are those that Word counts."""
        parts = self._parts(pieces[0])
        self.at = self.blocks.position[pieces[0].place.origin]
        move = self.moves.get(pieces[0].place.path)
        self._mark(pieces, parts, moved=move is not None)
        ending = pieces[-1].ending
        if ending is Mark.STRUCK:
            raise UnlikeWordingError  # what continues it is another paragraph of the later file
        holds_box = next(parts[-1].iter(f"{W}txbxContent"), None) is not None  # read after the paragraph, where its end is no change
        if not holds_box and not self._is_ended_above(pieces, parts[-1], ending):
            self.tracking.end(parts[-1], ending, moved=move is not None)
        self.moved.append(((move, ending) if move else None, list(parts)))
        return parts[-1]

    def _is_ended_above(self, pieces: Sequence[Paragraph], part: Part, ending: Mark) -> bool:
        """Tell whether another inserted the end of the paragraph above instead: Word does, where one presses Enter at its end."""
        theirs = marks_in(child(child(part, "pPr"), "rPr"), INSERTING)
        is_new = ending is Mark.INSERTED and all(run.mark is Mark.INSERTED for piece in pieces for run in piece.runs)
        if is_new and self.surplus is not None and not theirs:
            self.held.tells_inserted(self.surplus)
            self.surplus = None
            return True
        if theirs and ending is Mark.KEPT:
            self.surplus = child(child(part, "pPr"), "rPr")
        elif not is_new:
            self.surplus = None
        return False

    def _mark(self, pieces: Sequence[Paragraph], parts: Sequence[Part], *, moved: bool = False) -> None:
        runs = [run for piece in pieces for run in (*piece.runs, CUT)][:-1]
        if all(run.mark is Mark.KEPT for run in runs):
            return
        if all(run.mark is Mark.INSERTED for run in runs):
            for part in parts:
                mark_whole(part, self.tracking, self._is_kept_note, moved=moved)
            return
        first = pieces[0]
        if self.copy.label(parts[0]) and len(pieces) == 1:
            titles = [self.blocks.wording(first, first.text_in(version))[1] for version in Version]
            titles[0] = titles[0] if titles[0] != first.text_in(Version.BEFORE) else split_number(titles[0])[1]
            runs = list(marked_words(*titles))
        typed = first.marker if first.kind is Kind.ITEM and not self.copy.is_counted(first.place.origin) else ""
        if all(run.mark is Mark.KEPT for run in runs):
            return
        letters = [letter for part in parts for letter in self.copy.letters(part)]
        try:
            marks = left_to_mark(parts, letters, runs, marks_of(letters, runs, len(visible(typed))), self.held)
            if marks.added or marks.struck:
                mark_letters(parts, letters, marks, self.tracking, self._is_kept_note)
        except UnlikeWordingError:
            if len(pieces) > 1 or len(parts) > 1:
                raise
            replace_whole(parts[0], "".join(run.text for run in runs if run.mark is not Mark.INSERTED), self.tracking, self._is_kept_note)

    def _is_kept_note(self, run: Part) -> bool:
        """Tell whether a run is the sign of a note that both versions have."""
        cited = cited_by(run)
        return bool(cited) and not cited & self.notes.new

    def _struck(self, paragraph: Paragraph, cursor: Part | None) -> Part | None:
        """Put in a paragraph that the later version does not have, in the look of the nearest one of its sort.

        One that another struck there stands there already.
        """
        if any(self.held.tells_gone(visible(text)) for text in (paragraph.marked_text, f"{paragraph.marker}{paragraph.marked_text}")):
            return cursor
        like = self.blocks.like(paragraph, max(self.at, 0))
        model = self.blocks.parts[like.place.origin][0] if like else None
        made = (
            emptied(model) if model is not None else self.copy.new_heading(paragraph.level, "") if paragraph.kind is Kind.HEADING else None
        )
        made = made if made is not None else self.copy.new_paragraph(None, "")
        for empty in [each for each in made if each.tag.endswith("}r")]:
            made.remove(empty)
        move = self.moves.get(paragraph.place.path)
        usual = self.copy.usual_run(model) if model is not None else None
        for run in self._spoken(paragraph, like, model):
            made.append(self.tracking.run(run, usual, moved=move is not None))
        self.copy.insert(made, cursor)
        self.tracking.end(made, Mark.STRUCK, moved=move is not None)
        self.moved.append(((move, Mark.STRUCK) if move else None, [made]))
        return made

    def _spoken(self, paragraph: Paragraph, like: Paragraph | None, model: Part | None) -> list[Run]:
        """Return the runs of a struck paragraph without the number that Word counts, and with a bullet that it does not."""
        runs = list(paragraph.runs)
        if paragraph.kind is Kind.HEADING and model is not None and self.copy.label(model):
            return [Run(split_number(paragraph.marked_text)[1], Mark.STRUCK)]
        if paragraph.kind is Kind.ITEM and not (like and self.copy.is_counted(like.place.origin)):
            return [Run(f"{paragraph.marker}\t", Mark.STRUCK), *runs]
        return runs

    # ---- notes and tables

    def _note(self, pieces: Sequence[Paragraph], cursor: Part | None) -> None:
        if is_struck(pieces[0]):
            self.notes.strike(pieces[0], cursor)
            return
        self._mark(pieces, self._parts(pieces[0]))
        self.notes.pass_by(pieces[0], self._parts(pieces[0])[-1])

    def _table(self, table: Table, cursor: Part | None) -> Part | None:
        is_gone = all(row.mark is Mark.STRUCK for row in table.rows)
        if is_gone and self.held.tells_gone(visible("".join(cell.text(Version.BEFORE) for row in table.rows for cell in row.cells))):
            return cursor
        if is_gone:
            made = tracked_table(table, self._fill, self.tracking, lined())
            for parting in self.copy.insert(made, cursor):
                self.tracking.end(parting, Mark.STRUCK)
            self.struck_tables.append(made)
            return made
        if not table.place.origin and cursor is not None:
            return cursor  # a table without any text
        if table.place.origin in self.blocks.parts and not any(paragraph.is_marked for paragraph in table.paragraphs()):
            return self._parts(table)[-1]
        part = self.blocks.table(table)
        self.at = self.blocks.position[table.place.origin]
        TrackedTable(part, self.tracking, self._marked_in_cell, self.held, self.moved_rows).write(table)
        return part

    def _fill(self, element: Part, paragraph: Paragraph) -> None:
        element.extend([self.tracking.run(run, None) for run in paragraph.runs])

    def _marked_in_cell(self, pieces: Sequence[Paragraph], ending: Mark, *, moved: bool) -> Part:
        element = self.copy.elements.get(pieces[0].place.origin)
        if element is None:
            raise UnlikeWordingError
        self._mark(pieces, [element], moved=moved)
        if ending is Mark.STRUCK:
            raise UnlikeWordingError
        self.tracking.end(element, ending, moved=moved)
        return element


def _grouped(blocks: Iterator[Block]) -> Iterator[Sequence[Block]]:
    """Yield the blocks, those together that are one paragraph in the later file."""
    for is_table, group in groupby(blocks, key=lambda block: isinstance(block, Table)):
        if is_table:
            yield from ([table] for table in group)
        else:
            yield from pieces_of([each for each in group if isinstance(each, Paragraph)])
