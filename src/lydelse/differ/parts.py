"""The stretches of a marked document that may have changed: sections, paragraphs, tables, rows and columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.differ.grid import Seat, seats_of
from lydelse.model.change import Unit
from lydelse.model.place import Place
from lydelse.model.section import Block, Section
from lydelse.model.table import Row, Table
from lydelse.model.text import Kind, Mark, Paragraph, Run, Version, joined
from lydelse.records import dataclass

UNITS = {Kind.PARAGRAPH: Unit.PARAGRAPH, Kind.ITEM: Unit.ITEM, Kind.FOOTNOTE: Unit.PARAGRAPH, Kind.HEADING: Unit.SECTION}
CELL_BORDER = " | "
MOST_OF_A_COLUMN = 0.5
"""The share of a table's rows with a struck or inserted cell in a column above which the column is struck or inserted."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a marked document that may have changed: its runs with the marks of row and cell in them, and where it stands.

    ``within`` is the path of the table that a row or column belongs to. ``kept_above`` counts what stands above the part in both
    versions: two parts with the same count have nothing between them that both versions have. ``broken`` is the mark of the ends
    between the pieces of a paragraph that is whole in the other version.
    """

    unit: Unit
    runs: tuple[Run, ...]
    place: Place
    within: str = ""
    kept_above: int = 0
    broken: Mark = Mark.KEPT

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

    @property
    def stands_in_both(self) -> bool:
        """Tell whether both versions have it, in whatever words."""
        return self.mark in {None, Mark.KEPT}


def whole_section(section: Section) -> Part | None:
    """Return a section that is struck or inserted from its heading to its last block as one part."""
    if not section.heading:
        return None
    parts = [part for part in parts_in(section.blocks) if any(run.text.strip() for run in part.runs)]
    if len({part.mark for part in parts}) != 1 or parts[0].mark in {None, Mark.KEPT}:
        return None
    return Part(Unit.SECTION, _lines([part.runs for part in parts], parts[0].mark or Mark.KEPT), section.heading.place)


def parts_in(blocks: Sequence[Block]) -> Iterator[Part]:
    """Yield the parts of some blocks, in order."""
    at = 0
    while at < len(blocks):
        pieces = pieces_at(blocks, at)
        if pieces:
            yield _broken(pieces)
        else:
            yield from parts_of(blocks[at])
        at += len(pieces) or 1


def pieces_at(blocks: Sequence[Block], at: int) -> list[Paragraph]:
    """Return the pieces, from ``blocks[at]`` on, of a paragraph that one version breaks and the other has whole; none where it is not."""
    first = blocks[at]
    if not isinstance(first, Paragraph) or first.ending is Mark.KEPT or first.kind is Kind.HEADING:
        return []
    whole_in = Version.BEFORE if first.ending is Mark.INSERTED else Version.AFTER
    if not first.text_in(whole_in).strip():
        return []
    pieces = [first]
    for block in blocks[at + 1 :]:
        if not isinstance(block, Paragraph) or block.kind is Kind.HEADING:
            return []
        pieces.append(block)
        if block.ending is not first.ending:
            break
    parts_of_it = sum(bool(piece.text_in(whole_in).strip()) for piece in pieces)
    return pieces if parts_of_it > 1 and pieces[-1].ending is not first.ending else []


def _broken(pieces: Sequence[Paragraph]) -> Part:
    mark = pieces[0].ending
    return Part(UNITS[pieces[0].kind], _lines([piece.runs for piece in pieces], mark), pieces[0].place, broken=mark)


def parts_of(block: Block) -> Iterator[Part]:
    """Yield a paragraph, or what may have changed of a table: the whole, or its columns and rows."""
    if isinstance(block, Paragraph):
        yield Part(UNITS[block.kind], block.runs, block.place)
        return
    rows = [_row_part(row, block, set()) for row in block.rows]
    marks = {part.mark for part in rows if any(run.text.strip(" |\n") for run in part.runs)}
    if len(marks) == 1 and not marks & {None, Mark.KEPT}:
        mark = marks.pop() or Mark.KEPT
        yield Part(Unit.TABLE, _lines([row.runs for row in rows], mark), block.place)
        return
    columns = _marked_columns(block)
    told = {id(seat.cell) for seats in columns.values() for seat in seats}
    for (mark, column), seats in columns.items():
        cells = [(seat.row, _index_of(seat)) for seat in seats]
        runs = _lines([_cell_runs(row, at) for row, at in cells], mark)
        kept_above = column - sum(other < column for _, other in columns)
        yield Part(Unit.COLUMN, runs, _place_of(*cells[0]), block.place.path, kept_above)
    yield from (_row_part(row, block, told) for row in block.rows)


def _lines(texts: Sequence[tuple[Run, ...]], mark: Mark, border: str = "\n") -> tuple[Run, ...]:
    runs: list[Run] = []
    for text in texts:
        runs.extend([Run(border, mark)] if runs else [])
        runs.extend(text)
    return joined(runs)


def _row_part(row: Row, table: Table, told: set[int]) -> Part:
    """Return a row as one line; the cells of columns that are told of apart are left out, and those that stand in neither version."""
    ats = [at for at, cell in enumerate(row.cells) if id(cell) not in told and {row.mark, cell.mark} != {Mark.STRUCK, Mark.INSERTED}]
    texts = [_cell_runs(row, at) for at in ats]
    marked = [at for at in ats if any(run.mark is not Mark.KEPT and run.text.strip() for run in _cell_runs(row, at))]
    place = _place_of(row, marked[0]) if marked else table.place
    return Part(Unit.ROW, _lines(texts, row.mark, CELL_BORDER), place, table.place.path)


def _cell_runs(row: Row, at: int) -> tuple[Run, ...]:
    cell = row.cells[at]
    mark = row.mark if row.mark is not Mark.KEPT else cell.mark
    texts = [tuple([run.marked(mark) if run.mark is Mark.KEPT else run for run in paragraph.runs]) for paragraph in cell.paragraphs]
    return _lines(texts, mark)


def _index_of(seat: Seat) -> int:
    return next(at for at, cell in enumerate(seat.row.cells) if cell is seat.cell)


def _place_of(row: Row, at: int) -> Place:
    paragraphs = row.cells[at].paragraphs
    return paragraphs[0].place if paragraphs else next((p.place for cell in row.cells for p in cell.paragraphs), Place())


def _marked_columns(table: Table) -> dict[tuple[Mark, int], list[Seat]]:
    """Return the cells that carry a mark of their own in most of the rows that do not: columns struck or inserted."""
    if all(cell.mark is Mark.KEPT for row in table.rows for cell in row.cells):
        return {}
    found: dict[tuple[Mark, int], list[Seat]] = {}
    for seat in seats_of(table):
        if seat.cell.mark is not Mark.KEPT and seat.row.mark is Mark.KEPT:
            found.setdefault((seat.cell.mark, seat.column), []).append(seat)
    kept = sum(row.mark is Mark.KEPT for row in table.rows)
    return {key: seats for key, seats in found.items() if len(seats) > MOST_OF_A_COLUMN * kept}
