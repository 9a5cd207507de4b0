"""A table's body as a grid of amounts, and the relations between its cells."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.differ.grid import header_rows, names_of, seats_of
from lydelse.figures.exactness import is_to_the_krona
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.records import dataclass, replace

_NOTHING = {"", "-", "–", "—", "−", "0"}
_UNSTATED = (None, None)
_ADDED_UP = {AmountKind.MONEY, AmountKind.COUNT, AmountKind.WEIGHT}

MOST_BREAKING_DOWN = 30
"""How many rows may break down the row before them."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table's body in one version: what each cell states. A cell that says something unread holds None; a blank one is missing.

    ``seats`` finds the cell of an entry by the entry's identity. ``values`` are the printed figures in their base unit, each with one
    unit in its last place: as decimals, since readings are sifted by them before any is tested.
    """

    path: str
    version: Version
    rows: tuple[int, ...]
    labels: dict[int, str]
    headers: dict[int, str]
    cells: dict[tuple[int, int], Entry | None]
    seats: dict[int, tuple[int, int]]
    values: dict[tuple[int, int], tuple[Decimal, Decimal]]

    @property
    def columns(self) -> list[int]:
        """The columns that state anything, in order."""
        return sorted({column for _, column in self.cells})

    def column(self, column: int, rows: Sequence[int]) -> list[Entry | None]:
        """Return what the cells of a column state in these rows, blanks left out."""
        return [self.cells[row, column] for row in rows if (row, column) in self.cells]

    def amount(self, row: int, column: int) -> Amount | None:
        """Return the amount of a cell, None where it states none."""
        entry = self.cells.get((row, column))
        return entry.amount(self.version) if entry else None

    def gap(self, row: int, column: int, parts: Sequence[int]) -> tuple[Decimal, Decimal] | None:
        """Return how far a printed cell is from the sum of others of its column, and how far rounding or "cirka" could part them."""
        whole = self.values.get((row, column))
        if whole is None:
            return None
        read = [value for each in parts if (value := self.values.get((each, column)))]
        return abs(whole[0] - sum(value for value, _ in read)), 5 * (whole[1] + sum(step for _, step in read))

    def names_of(self, entry: Entry) -> dict[str, str]:
        """Return what the row and the column of an entry are called in this version."""
        row, column = self.seats[id(entry)]
        return {"label": self.label(row), "column": self.headers.get(column, "")}

    def label(self, row: int) -> str:
        """Return what a row is called."""
        return self.labels.get(row, "")


def grid_of(ledger: Ledger, table: Table, version: Version) -> Grid:
    """Return a table's body as one version shows it."""
    kept = ledger.kept.get((table.place.path, version))
    if not isinstance(kept, Grid):
        kept = ledger.kept[table.place.path, version] = _read(ledger, table, version)
    return kept


def _read(ledger: Ledger, table: Table, version: Version) -> Grid:
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
    at = {id(entry): seat for seat, entry in cells.items() if entry}
    values = {seat: _printed(amount) for seat, entry in cells.items() if entry and (amount := entry.amount(version))}
    return Grid(table.place.path, version, tuple(rows), names.rows, names.columns, cells, at, values)


def _printed(amount: Amount) -> tuple[Decimal, Decimal]:
    exponent = amount.value.as_tuple().exponent
    return amount.value * amount.scale, Decimal(amount.scale).scaleb(exponent if isinstance(exponent, int) else 0)


def summed(grid: Grid, whole: Entry, parts: Sequence[Entry | None], key: str, *, stated: bool) -> Draft | None:
    """Return the relation of a total and its parts, None where a part was not read or is no part of such a whole."""
    read = [part for part in parts if part is not None]
    amount = whole.amount(grid.version)
    if len(read) < 2 or len(read) < len(parts) or amount is None or amount.kind not in _ADDED_UP:
        return None
    if not are_of_one_basis([whole, *read], grid.version):
        return None
    origin = Origin.STATED if stated and amount.per is None else Origin.INFERRED
    names = grid.names_of(whole)
    case = "row" if key.endswith(">") else "column" if names["column"] else "table"
    wording = Message(f"relation.sum.{case}", {**names, "count": len(read)})
    chance = chance_of(1, amount.last_place * (len(read) + 1), abs(amount.exactly))
    exact = is_to_the_krona([amount, *(each for part in read if (each := part.amount(grid.version)))])
    relation = Relation(RelationKind.SUM, whole, tuple(read), wording, origin, whole.place, 1, chance, exact)
    return Draft(("table", grid.path, key), relation)


def differing(grid: Grid, rest: Entry, more: Entry, less: Entry, key: str, tried: int) -> Draft | None:
    """Return the relation rest = more - less where the printed figures obey it without any rounding, else None."""
    left, minuend, taken = (each.amount(grid.version) for each in (rest, more, less))
    if left is None or minuend is None or taken is None or left.kind not in _ADDED_UP or minuend.exactly != left.exactly + taken.exactly:
        return None
    if not basis_of(rest, grid.version) == basis_of(more, grid.version) == basis_of(less, grid.version):
        return None
    facts = {**grid.names_of(rest), "more": grid.names_of(more)["label"], "less": grid.names_of(less)["label"]}
    chance = chance_of(tried, left.last_place, abs(minuend.exactly))
    wording = Message("relation.sum.difference", facts)
    relation = Relation(RelationKind.SUM, more, (less, rest), wording, Origin.INFERRED, rest.place, tried, chance)
    return Draft(("table", grid.path, key), relation)


def basis_of(entry: Entry, version: Version) -> tuple[AmountKind | None, str | None] | None:
    """Return what figures must have in common to be added up; bare numbers may be, whether they have decimals or not."""
    amount = entry.amount(version)
    if amount is None:
        return None
    return (amount.kind if amount.unit or amount.kind not in _ADDED_UP else None, amount.per)


def are_of_one_basis(entries: Sequence[Entry], version: Version) -> bool:
    """Tell whether figures may be added up: those that state what they are state the same; the others have it from them."""
    return len({basis_of(entry, version) for entry in entries} - {_UNSTATED}) <= 1


def as_stated(draft: Draft) -> Draft:
    """Return a draft as what the document states, unless its figures are paid for each of something."""
    amount = draft.relation.whole.stated
    return replace(draft, relation=replace(draft.relation, origin=Origin.STATED)) if amount.per is None else draft


def without_breakdowns(grid: Grid, column: int, rows: Sequence[int]) -> tuple[int, ...]:
    """Return the rows without those that break another down: a row that is the sum of the rows that follow it stands for them."""
    kept: list[int] = []
    at = 0
    while at < len(rows):
        kept.append(rows[at])
        at += 1 + _broken_down(grid, column, rows[at:])
    return tuple(kept)


def _broken_down(grid: Grid, column: int, rows: Sequence[int]) -> int:
    """Return how many of the rows after the first make it up, 0 where none do."""
    values = [grid.values.get((row, column)) for row in rows[: MOST_BREAKING_DOWN + 1]]
    whole = values[0] if values else None
    made = Decimal(0)
    for count, part in enumerate(values[1:], 1):
        if whole is None or part is None:
            return 0
        made += part[0]
        if count > 1 and made == whole[0]:
            return count
    return 0
