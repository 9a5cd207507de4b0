"""The changes of a marked document, read off its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lydelse.differ.grid import seats_of
from lydelse.differ.nature import nature_of
from lydelse.differ.origins import ONE_DOCUMENT, Origins
from lydelse.model.change import Added, Change, Removed, Renumbered, Reworded, Unit
from lydelse.model.document import Document
from lydelse.model.numbering import split_number
from lydelse.model.place import Place
from lydelse.model.section import Block, Section
from lydelse.model.table import Row, Table
from lydelse.model.text import Kind, Mark, Paragraph, Run, Version, joined

UNITS = {Kind.PARAGRAPH: Unit.PARAGRAPH, Kind.ITEM: Unit.ITEM, Kind.FOOTNOTE: Unit.PARAGRAPH, Kind.HEADING: Unit.SECTION}
CELL_BORDER = " | "


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a marked document that may have changed: its runs with the marks of row and cell in them, and where it stands."""

    unit: Unit
    runs: tuple[Run, ...]
    place: Place

    def text(self, version: Version) -> str:
        """Return the text of one version, spaces folded."""
        return "\n".join(
            folded
            for line in "".join(run.text for run in self.runs if version.reads(run.mark)).split("\n")
            if (folded := " ".join(line.split()))
        )

    @property
    def mark(self) -> Mark | None:
        """The one mark of all its visible text, None where it has several or no text at all."""
        marks = {run.mark for run in self.runs if run.text.strip(" |\n")}
        return marks.pop() if len(marks) == 1 else None

    @property
    def is_marked(self) -> bool:
        """Tell whether any visible text is struck or inserted."""
        return any(run.mark is not Mark.KEPT and run.text.strip(" \n") for run in self.runs)


def changes_in(redline: Document, before: Document, after: Document, origins: Origins = ONE_DOCUMENT) -> tuple[Change, ...]:
    """Return what the marks of a redline change, in document order.

    Args:
        redline: the marked document.
        before: its earlier version; its sections' numbers are those of the places before.
        after: its later version.
        origins: for a redline made of two documents, where its paragraphs stand in the earlier one.
    """
    known = {
        version: _sections_read(redline, document, version) for version, document in ((Version.BEFORE, before), (Version.AFTER, after))
    }
    changes: list[Change] = []
    for at, section in enumerate(redline.sections):
        touched = [block for block in section.blocks if _is_touched(block)]
        if not touched:
            continue
        where = _Where(known[Version.BEFORE][at], known[Version.AFTER][at], origins)
        whole = _whole_section(section) if len(touched) == len(section.blocks) else None
        parts = [whole] if whole else [part for block in touched for part in _parts_of(block)]
        changes.extend(_change(part, where, section) for part in parts if part.is_marked)
    return tuple(changes)


def _is_touched(block: Block) -> bool:
    """Tell whether anything in a block carries a mark."""
    if isinstance(block, Paragraph):
        return any(run.mark is not Mark.KEPT for run in block.runs)
    return any(
        mark is not Mark.KEPT
        for row in block.rows
        for cell in row.cells
        for mark in (row.mark, cell.mark, *(run.mark for paragraph in cell.paragraphs for run in paragraph.runs))
    )


def _sections_read(redline: Document, version_of: Document, version: Version) -> list[Section]:
    """Return for each section of the redline the section that its text stands in, in one version."""
    titled = iter([section for section in version_of.sections if section.heading])
    current = next((section for section in version_of.sections if not section.heading), Section("", "", "", 0, ()))
    result: list[Section] = []
    for section in redline.sections:
        heading = section.heading
        if heading and heading.reading(version).text.strip():
            current = next(titled, current)
        result.append(current)
    return result


@dataclass(frozen=True, slots=True)
class _Where:
    """The sections that a part stands in, in the two versions."""

    before: Section
    after: Section
    origins: Origins

    def place_before(self, place: Place) -> Place:
        return replace(self.origins.page_and_box(place), section=self.before.number, section_id=self.before.section_id)

    def place_after(self, place: Place) -> Place:
        return replace(place, section=self.after.number, section_id=self.after.section_id)


def _whole_section(section: Section) -> Part | None:
    """Return a section that is struck or inserted from its heading to its last block as one part."""
    if not section.heading:
        return None
    parts = [part for block in section.blocks for part in _parts_of(block) if any(run.text.strip() for run in part.runs)]
    if len({part.mark for part in parts}) != 1 or parts[0].mark in {None, Mark.KEPT}:
        return None
    return Part(Unit.SECTION, _lines([part.runs for part in parts], parts[0].mark or Mark.KEPT), section.heading.place)


def _lines(texts: Sequence[tuple[Run, ...]], mark: Mark, border: str = "\n") -> tuple[Run, ...]:
    runs: list[Run] = []
    for text in texts:
        runs.extend([Run(border, mark)] if runs else [])
        runs.extend(text)
    return joined(runs)


def _parts_of(block: Block) -> Iterator[Part]:
    if isinstance(block, Paragraph):
        yield Part(UNITS[block.kind], block.runs, block.place)
        return
    rows = [_row_part(row, block) for row in block.rows]
    marks = {part.mark for part in rows if any(run.text.strip(" |\n") for run in part.runs)}
    if len(marks) == 1 and not marks & {None, Mark.KEPT}:
        mark = marks.pop() or Mark.KEPT
        yield Part(Unit.TABLE, _lines([row.runs for row in rows], mark), block.place)
        return
    columns = _marked_columns(block)
    for mark, seats in columns.items():
        yield Part(Unit.COLUMN, _lines([_cell_runs(row, at) for row, at in seats], mark), _place_of(*seats[0]))
    yield from (_row_part(row, block, leaving_out=bool(columns)) for row in block.rows)


def _row_part(row: Row, table: Table, *, leaving_out: bool = False) -> Part:
    """Return a row as one line; the cells of columns that are struck or inserted whole are left out where they are told of apart."""
    ats = [at for at, cell in enumerate(row.cells) if not leaving_out or cell.mark is Mark.KEPT]
    texts = [_cell_runs(row, at) for at in ats]
    marked = [at for at in ats if any(run.mark is not Mark.KEPT and run.text.strip() for run in _cell_runs(row, at))]
    place = _place_of(row, marked[0]) if marked else table.place
    return Part(Unit.ROW, _lines(texts, row.mark, CELL_BORDER), place)


def _cell_runs(row: Row, at: int) -> tuple[Run, ...]:
    cell = row.cells[at]
    mark = row.mark if row.mark is not Mark.KEPT else cell.mark
    texts = [tuple(replace(run, mark=mark) if run.mark is Mark.KEPT else run for run in paragraph.runs) for paragraph in cell.paragraphs]
    return _lines(texts, mark)


def _place_of(row: Row, at: int) -> Place:
    paragraphs = row.cells[at].paragraphs
    return paragraphs[0].place if paragraphs else next((p.place for cell in row.cells for p in cell.paragraphs), Place())


def _marked_columns(table: Table) -> dict[Mark, list[tuple[Row, int]]]:
    """Return the cells that carry a mark of their own, in rows that do not: columns struck or inserted."""
    found: dict[Mark, list[tuple[Row, int]]] = {}
    for seat in seats_of(table):
        if seat.cell.mark is not Mark.KEPT and seat.row.mark is Mark.KEPT:
            found.setdefault(seat.cell.mark, []).append((seat.row, next(i for i, cell in enumerate(seat.row.cells) if cell is seat.cell)))
    return found


def _change(part: Part, where: _Where, section: Section) -> Change:
    before, after = part.text(Version.BEFORE), part.text(Version.AFTER)
    runs = _without_number(part.runs) if part.unit is Unit.SECTION else part.runs
    nature = nature_of(runs, is_row=part.unit in {Unit.ROW, Unit.COLUMN, Unit.TABLE})
    match part.mark:
        case Mark.INSERTED:
            return Added(part.unit, after, part.runs, where.place_after(part.place), nature)
        case Mark.STRUCK:
            return Removed(part.unit, before, part.runs, where.place_before(part.place), nature)
        case _:
            places = where.place_before(part.place), where.place_after(part.place)
            if part.unit is Unit.SECTION and section.heading and _is_renumbered(section.heading):
                return Renumbered(before, after, *places)
            return Reworded(part.unit, before, after, part.runs, *places, nature)


def _without_number(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the text of a section without the number that it begins with: its own number refers to nothing."""
    first, *rest = runs
    number, title = split_number(first.text)
    return (replace(first, text=title), *rest) if number else runs


def _is_renumbered(heading: Paragraph) -> bool:
    (number_before, title_before), (number_after, title_after) = split_number(heading.before), split_number(heading.after)
    return title_before == title_after and number_before != number_after
