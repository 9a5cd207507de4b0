"""Sums in tables: rows and columns that are called totals, and the cells that make them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.testing import held_against
from lydelse.differ.grid import header_rows, names_of, seats_of
from lydelse.figures.statements.totals import is_bare_total, is_subtotal_label, is_total_label, is_within_another
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.table import Table
from lydelse.model.text import Version

_NOTHING = {"", "-", "–", "—", "−", "0"}
_ADDED_UP = {AmountKind.MONEY, AmountKind.COUNT, AmountKind.WEIGHT}
ROWS_THAT_TEACH = 2
"""How many rows a column called a total must agree with before the rows that disagree are thought wrong."""


@dataclass(frozen=True, slots=True)
class _Grid:
    """A table's body in one version: what each cell states. A cell that says something unread holds None; a blank one is missing."""

    path: str
    rows: tuple[int, ...]
    labels: dict[int, str]
    headers: dict[int, str]
    cells: dict[tuple[int, int], Entry | None]

    def column(self, column: int, rows: Sequence[int]) -> list[Entry | None]:
        """Return what the cells of a column state in these rows, blanks left out."""
        return [self.cells[row, column] for row in rows if (row, column) in self.cells]


def table_sums(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the totals that the tables state, each with the cells that make it."""
    for section in ledger.document.sections:
        for above, table in zip((None, *section.blocks), section.blocks, strict=False):
            if isinstance(table, Table):
                grid = _grid_of(ledger, table, version)
                yield from _down(grid, version, is_whole=not isinstance(above, Table))
                yield from _across(grid, version)


def _grid_of(ledger: Ledger, table: Table, version: Version) -> _Grid:
    names, headers = names_of(table, version), header_rows(table)
    cells: dict[tuple[int, int], Entry | None] = {}
    rows: dict[int, None] = {}
    for seat in seats_of(table):
        if seat.at_row < headers or not seat.stands_in(version):
            continue
        rows[seat.at_row] = None
        text = seat.cell.text(version).strip()
        if seat.column == 0 or text in _NOTHING:
            continue
        stated = [e for path in {p.place.path: None for p in seat.cell.paragraphs} for e in ledger.entries_at(path, version)]
        cells[seat.at_row, seat.column] = stated[0] if len(stated) == 1 else None
    return _Grid(table.place.path, tuple(rows), names.rows, names.columns, cells)


def _down(grid: _Grid, version: Version, *, is_whole: bool) -> Iterator[Draft]:
    """Yield the total rows, column by column; in a table that may go on from the one before it, a total is never stated."""
    parts: list[int] = []
    before: list[int] = []
    subtotals: list[int] = []
    for row in grid.rows:
        label = grid.labels.get(row, "")
        if is_within_another(label):
            continue
        if not is_total_label(label):
            parts.append(row)
            continue
        readings = [parts]
        if subtotals and not is_subtotal_label(label):
            readings = [[*subtotals, *parts], [*before, *parts], parts]
        elif not parts and not subtotals:
            readings = [_rows_below(grid, row)]
        is_plain = is_whole and readings[0][:1] < [row] and (is_bare_total(label) or row == grid.rows[-1])
        if not is_bare_total(label):
            readings.extend(parts[at:] for at in range(1, len(parts) - 1))
        yield from _total_row(grid, row, [reading for reading in readings if reading], version, stated=is_plain)
        before, parts = [*before, *parts], []
        subtotals.append(row)


def _rows_below(grid: _Grid, row: int) -> list[int]:
    below = [each for each in grid.rows if each > row]
    end = next((each for each in below if is_total_label(grid.labels.get(each, ""))), None)
    return [each for each in below if (end is None or each < end) and not is_within_another(grid.labels.get(each, ""))]


def _total_row(grid: _Grid, row: int, readings: list[list[int]], version: Version, *, stated: bool) -> Iterator[Draft]:
    for column in sorted({column for at, column in grid.cells if at == row}):
        whole = grid.cells[row, column]
        if whole is None:
            continue
        chosen = [*readings, *(_without_breakdowns(grid, column, reading, version) for reading in readings[:1])]
        drafts = [
            draft
            for reading in chosen
            if (draft := _draft(grid, whole, grid.column(column, reading), f"r{row}c{column}", version, stated=stated))
        ]
        tested = [(draft, outcome) for draft in drafts if (outcome := held_against(draft.relation, version))]
        best = min(tested, key=lambda each: (not each[1].holds, abs(each[1].difference) if not each[1].holds else 0), default=None)
        if best:
            yield best[0]


def _without_breakdowns(grid: _Grid, column: int, rows: list[int], version: Version) -> list[int]:
    """Return the rows without those that break another down: a row that is the sum of the rows that follow it stands for them."""
    kept: list[int] = []
    at = 0
    while at < len(rows):
        kept.append(rows[at])
        at += 1 + _broken_down(grid, column, rows[at:], version)
    return kept


def _broken_down(grid: _Grid, column: int, rows: list[int], version: Version) -> int:
    """Return how many of the rows after the first make it up, 0 where none do."""
    values = [entry.amount(version) if (entry := grid.cells.get((row, column))) and entry.amount(version) else None for row in rows]
    whole = values[0] if values else None
    made = Fraction(0)
    for count, part in enumerate(values[1:], 1):
        if whole is None or part is None:
            return 0
        made += part.exactly
        if count > 1 and made == whole.exactly:
            return count
    return 0


def _across(grid: _Grid, version: Version) -> Iterator[Draft]:
    """Yield the rows of a column that is called a total, where enough rows show that it adds up the columns before it."""
    for column, header in grid.headers.items():
        if not is_total_label(header):
            continue
        beside = [each for each in grid.headers if 0 < each < column and not is_total_label(grid.headers[each])]
        drafts = []
        for row in grid.rows:
            whole = grid.cells.get((row, column))
            parts = [grid.cells[row, each] for each in beside if (row, each) in grid.cells]
            draft = _draft(grid, whole, parts, f"r{row}c{column}>", version, stated=True) if whole else None
            if draft:
                drafts.append(draft)
        holding = [draft for draft in drafts if (outcome := held_against(draft.relation, version)) and outcome.holds]
        if len(holding) >= ROWS_THAT_TEACH and 3 * len(holding) >= 2 * len(drafts):
            yield from drafts


def _draft(grid: _Grid, whole: Entry, parts: Sequence[Entry | None], key: str, version: Version, *, stated: bool) -> Draft | None:
    """Return the relation of a total and its parts, None where a part was not read or is no part of such a whole."""
    read = [part for part in parts if part is not None]
    amount = whole.amount(version)
    if len(read) < 2 or len(read) < len(parts) or amount is None or amount.kind not in _ADDED_UP:
        return None
    if any(_basis(part, version) != (amount.kind, amount.per) for part in read):
        return None
    origin = Origin.STATED if stated and amount.per is None else Origin.INFERRED
    case = "row" if key.endswith(">") else "column" if whole.column else "table"
    wording = Message(f"relation.sum.{case}", {"label": whole.label, "column": whole.column or "", "count": len(read)})
    chance = chance_of(1, amount.last_place * (len(read) + 1), abs(amount.exactly))
    relation = Relation(RelationKind.SUM, whole, tuple(read), wording, origin, whole.place, 1, chance)
    return Draft(("table", grid.path, key), relation)


def _basis(entry: Entry, version: Version) -> tuple[AmountKind, str | None] | None:
    amount = entry.amount(version)
    return (amount.kind, amount.per) if amount else None
