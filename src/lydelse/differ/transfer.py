"""The changes of a redline's paragraph or table made in the text in force, where that is not quite the text that the redline changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lydelse.differ.align import aligned
from lydelse.differ.folding import folded
from lydelse.differ.placing import cell_without_place
from lydelse.differ.words import marked_words
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Mark, Paragraph, Run, Version, tidy
from lydelse.records import dataclass, replace


class Splice(NamedTuple):
    """Letters [start, end) of the earlier wording, spaces not counted, that become ``text``."""

    start: int
    end: int
    text: str


def transferred(standing: Paragraph, marked: Paragraph) -> Paragraph | None:
    """Return the paragraph in force with a redline's changes made in it, None where any of them has no place there."""
    text = standing.marked_text
    places = _letters_in_force(text, marked.before)
    if places is None:
        return None
    for splice in reversed(_splices(marked.runs)):
        span = _span(splice, places, text)
        if span is None:
            return None
        text = f"{text[: span[0]]}{splice.text}{text[span[1] :]}"
    text = tidy(text)
    return replace(standing, runs=(Run(text),) if text else (), spots=())


def _letters_in_force(standing: str, before: str) -> list[int | None] | None:
    """Return for each visible letter of the earlier wording where it stands in force, None where it does not stand there."""
    theirs = [at for at, sign in enumerate(standing) if not sign.isspace()]
    places: list[int | None] = []
    at = 0
    for run in marked_words(before, standing):
        letters = sum(not sign.isspace() for sign in run.text)
        if run.mark is Mark.STRUCK:
            places.extend([None] * letters)
            continue
        if run.mark is Mark.KEPT:
            places.extend(theirs[at : at + letters])
        at += letters
    return places if at == len(theirs) and len(places) == sum(not sign.isspace() for sign in before) else None


def _splices(runs: Sequence[Run]) -> list[Splice]:
    """Return the changes of a marked text; what is put in has a space before and after it where the later wording has one."""
    splices: list[Splice] = []
    at = 0
    struck, inserted, space = 0, "", ""
    for run in (*runs, Run("")):
        letters = sum(not sign.isspace() for sign in run.text)
        if run.mark is Mark.STRUCK:
            struck += letters
        elif run.mark is Mark.INSERTED:
            inserted += run.text
        elif letters or not run.text:
            if struck or inserted.strip():
                following = " " if run.text[:1].isspace() else ""
                splices.append(Splice(at, at + struck, f"{space}{inserted}{following}" if inserted.strip() else ""))
            at, struck, inserted = at + struck + letters, 0, ""
            space = " " if run.text[-1:].isspace() else ""
        elif inserted or struck:
            inserted += run.text
        else:
            space = " "
    return splices


def _span(splice: Splice, places: Sequence[int | None], text: str) -> tuple[int, int] | None:
    """Return what a splice replaces in the text in force, None where its letters do not stand there together."""
    if splice.start < splice.end:
        within = places[splice.start : splice.end]
        first, last = within[0], within[-1]
        if first is None or last is None or any(place is None for place in within):
            return None
        together = sum(not sign.isspace() for sign in text[first : last + 1]) == len(within)
        return (first, last + 1) if together else None
    above = places[splice.start - 1] if splice.start else None
    below = places[splice.start] if splice.start < len(places) else None
    if above is not None:
        return above + 1, above + 1
    return (below, below) if below is not None else None


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that the redline changes, and whether the table in force took the change."""

    before: str
    after: str
    applied: bool


def row_changes(marked: Table) -> list[RowChange]:
    """Return the rows that a redline changes, as applied."""
    changes = (RowChange(_row_text(row, Version.BEFORE), _row_text(row, Version.AFTER), applied=True) for row in marked.rows)
    return [change for change in changes if folded(change.before) != folded(change.after)]


def without_empty_columns(table: Table) -> Table:
    """Return a table without the columns that are empty in every row: in one version, those that the other adds or takes away."""
    widths = {len(row.cells) for row in table.rows}
    if len(widths) != 1 or any(cell.colspan > 1 for row in table.rows for cell in row.cells):
        return table
    kept = [at for at in range(widths.pop()) if any(row.cells[at].text(Version.AFTER).strip() for row in table.rows)]
    return replace(table, rows=tuple(replace(row, cells=tuple(row.cells[at] for at in kept)) for row in table.rows))


def transferred_table(standing: Table, marked: Table) -> tuple[Table, list[RowChange]]:
    """Return the table in force with the redline's changes made in it row by row, and what became of each."""
    changes = row_changes(marked)
    if any(cell.mark is not Mark.KEPT for row in marked.rows for cell in row.cells):
        return standing, [replace(change, applied=False) for change in changes]
    held = [row for row in marked.rows if _stands(row, Version.BEFORE)]
    ours, theirs = [_texts(row, Version.AFTER) for row in standing.rows], [_texts(row, Version.BEFORE) for row in held]
    labels = [[texts[0] or None if texts else None for texts in side] for side in (ours, theirs)]
    pairs = {j: i for i, j in aligned([(ours, theirs), (labels[0], labels[1])]) if i is not None and j is not None}
    position = {id(row): pairs.get(at) for at, row in enumerate(held)}
    new: dict[int, list[Row]] = {}
    failed: set[tuple[str, str]] = set()
    above = -1
    replaced: dict[int, Row | None] = {}
    for row in marked.rows:
        at = position.get(id(row), above if not _stands(row, Version.BEFORE) else None)
        if not _stands(row, Version.BEFORE):
            new.setdefault(above, []).append(_read_row(row))
        elif at is None:
            failed.add((_row_text(row, Version.BEFORE), _row_text(row, Version.AFTER)))
        else:
            above = at
            fits, made = _transferred_row(standing.rows[at], row)
            replaced[at] = made
            if not fits:
                failed.add((_row_text(row, Version.BEFORE), _row_text(row, Version.AFTER)))
    rows = [row for at in range(-1, len(standing.rows)) for row in (*_kept(standing, replaced, at), *new.get(at, ()))]
    return replace(standing, rows=tuple(rows)), [replace(each, applied=(each.before, each.after) not in failed) for each in changes]


def _kept(standing: Table, replaced: dict[int, Row | None], at: int) -> list[Row]:
    row = replaced.get(at, standing.rows[at]) if at >= 0 else None
    return [row] if row else []


def _transferred_row(standing: Row, marked: Row) -> tuple[bool, Row | None]:
    """Return whether the row in force took the changes of a marked one, and what it is now; None where it is struck."""
    same = _texts(standing, Version.AFTER) == _texts(marked, Version.BEFORE)
    if not _stands(marked, Version.AFTER):
        return (True, None) if same else (False, standing)
    if len(standing.cells) != len(marked.cells):
        return False, standing
    cells: list[Cell] = []
    for one, other in zip(standing.cells, marked.cells, strict=True):
        texts = [folded(other.text(version)) for version in Version]
        if texts[0] == texts[1]:
            cells.append(one)
        elif folded(one.text(Version.AFTER)) == texts[0]:
            cells.append(_in_place_of(one, _read_cell(other)))
        else:
            return False, standing
    return True, replace(standing, cells=tuple(cells))


def _in_place_of(one: Cell, other: Cell) -> Cell:
    """Return a cell in force with the text of another."""
    places = [each.place for each in one.paragraphs]
    paragraphs = [replace(each, place=places[at] if at < len(places) else each.place) for at, each in enumerate(other.paragraphs)]
    return replace(one, paragraphs=tuple(paragraphs))


def _stands(row: Row, version: Version) -> bool:
    """Tell whether a version has the row: by its own mark, or that of all its text."""
    empty = not any(text for each in Version for text in _texts(row, each))
    return version.reads(row.mark) and (empty or any(_texts(row, version)))


def _texts(row: Row, version: Version) -> tuple[str, ...]:
    return tuple(folded(cell.text(version)) for cell in row.cells)


def _row_text(row: Row, version: Version) -> str:
    """Return a row as it is quoted: as printed, spaces made one."""
    return " | ".join(" ".join(cell.text(version).split()) for cell in row.cells) if _stands(row, version) else ""


def _read_row(row: Row) -> Row:
    return Row(tuple(_read_cell(cell) for cell in row.cells))


def _read_cell(cell: Cell) -> Cell:
    paragraphs = (replace(each, runs=(Run(each.after),), ending=Mark.KEPT, spots=()) for each in cell.paragraphs if each.after)
    return cell_without_place(replace(cell, paragraphs=tuple(paragraphs), mark=Mark.KEPT))
