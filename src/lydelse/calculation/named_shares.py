"""Shares that name a column or a row of a table: "Moms 6 %", "Sociala avgifter 31,42 %", each of what stands beside or above it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from math import prod

from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.table_grid import Grid, are_of_one_basis, grid_of
from lydelse.calculation.testing import held_against
from lydelse.differ.grid import header_rows, seats_of
from lydelse.figures.numbers import parse_number
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.amount import Amount, AmountKind, Exactness
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.place import Place
from lydelse.model.quantity import Entry, Status
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

LINES_THAT_TEACH = 2
"""How many lines a column must be such a share in before the lines where it is not are thought wrong."""
COINCIDENCE = Fraction(1, 1000)
"""A base that is likelier than this to agree by chance is none: several are tried."""
MOST_ROWS_ABOVE = 30
MOST_NAMES = 4

_SHARE = compiled(r"(?<![0-9,.])(?P<share>[0-9]{1,2}(?:,[0-9]{1,3})?)\s?(?:%|procent)(?!\w)")
_Seats = Sequence[tuple[int, int]]
_Bases = Callable[[int], Iterator[_Seats]]


@dataclass(frozen=True, slots=True)
class _Line:
    """A column or a row that is named by a share: the share, the seats of its amounts, and the bases that each may be a share of.

    ``bases`` gives for a way of choosing ("the column before", "all columns before") the base's seats of each of the line's seats.
    """

    share: Entry
    seats: _Seats
    bases: tuple[tuple[_Seats, ...], ...]


def named_shares(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the amounts that the name of their column or row says to be a share, with the one base that they agree with.

    What the base is, the name leaves open, so every column before (every row above) and all of them together are tried. Where none
    agrees, in two lines of three and beyond coincidence, nothing is said.
    """
    for section in ledger.document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            names = [name for each in Version for name in _share_names(grid_of(ledger, table, each))]
            if names:
                grid = grid_of(ledger, table, version)
                for line in (*_columns(ledger, table, grid), *_rows(ledger, table, grid)):
                    yield from _best(grid, line)


def _share_names(grid: Grid) -> list[str]:
    return [name for name in (*grid.headers.values(), *grid.labels.values()) if _share_of(name) is not None]


def _share_of(name: str) -> Decimal | None:
    """Return the one share of a name, None where it holds none, several, or all of something."""
    found = _SHARE.findall(name)
    return parse_number(found[0]) if len(found) == 1 and not is_total_label(name) and parse_number(found[0]) else None


def _columns(ledger: Ledger, table: Table, grid: Grid) -> Iterator[_Line]:
    for column in grid.columns:
        share = _share_entry(ledger, table, grid, column, partial(_header, column=column))
        if share is None:
            continue
        seats = [(row, column) for row in grid.rows if grid.cells.get((row, column))]
        before = [each for each in grid.columns if each < column and not is_total_label(grid.headers.get(each, ""))]
        plain = [each for each in before if _share_of(grid.headers.get(each, "")) is None]
        single = [tuple(((row, each),) for row, _ in seats) for each in grid.columns[: grid.columns.index(column)][::-1]]
        several = [columns for columns in dict.fromkeys((tuple(plain), tuple(before))) if len(columns) > 1]
        together = [tuple(tuple((row, each) for each in columns) for row, _ in seats) for columns in several]
        yield _Line(share, seats, (*single, *together))


def _rows(ledger: Ledger, table: Table, grid: Grid) -> Iterator[_Line]:
    for at, row in enumerate(grid.rows):
        share = _share_entry(ledger, table, grid, row, partial(_label, row=row))
        if share is None:
            continue
        seats = [(row, column) for column in grid.columns if grid.cells.get((row, column))]
        above = grid.rows[max(0, at - MOST_ROWS_ABOVE) : at]
        plain = [each for each in above if not is_total_label(grid.label(each))]
        single = [tuple(((each, column),) for _, column in seats) for each in reversed(above)]
        runs = [tuple(tuple((each, column) for each in plain[start:]) for _, column in seats) for start in range(len(plain) - 1)]
        yield _Line(share, seats, (*single, *runs))


def _header(grid: Grid, column: int) -> str:
    return grid.headers.get(column, "")


def _label(grid: Grid, row: int) -> str:
    return grid.label(row)


def _share_entry(ledger: Ledger, table: Table, grid: Grid, line: int, name_in: Callable[[Grid], str]) -> Entry | None:
    """Return the share in a name as a figure of its own, with what each version says."""
    if _share_of(name_in(grid)) is None:
        return None
    stated = {each: _amount(name_in(grid_of(ledger, table, each))) for each in Version}
    before, after = stated[Version.BEFORE], stated[Version.AFTER]
    status = Status.UNCHANGED if before and after else Status.ADDED if after else Status.REMOVED
    return Entry(f"{grid.path}%{line}", name_in(grid), before, after, status, _place(table, line, name_in(grid), grid.version))


def _amount(name: str) -> Amount | None:
    value, match = _share_of(name), _SHARE.search(name)
    if value is None or match is None:
        return None
    return Amount(AmountKind.SHARE, value, "%", match[0], match.start(), match.end(), exactness=Exactness.RULE)


def _place(table: Table, line: int, name: str, version: Version) -> Place:
    """Return where a row's or a column's name stands, the table's own place where the name is put together of several cells."""
    headers = header_rows(table)
    for seat in seats_of(table):
        named = seat.at_row < headers or seat.column == 0
        if named and line in {seat.column, seat.at_row} and " ".join(seat.cell.text(version).split()) == name and seat.cell.paragraphs:
            return seat.cell.paragraphs[0].place
    return table.place


def _best(grid: Grid, line: _Line) -> Iterator[Draft]:
    """Yield the drafts of the one base that a line agrees with most, where that is no coincidence."""
    held: list[tuple[int, list[Draft]]] = []
    for bases in line.bases:
        drafts = [draft for seat, base in zip(line.seats, bases, strict=True) if (draft := _draft(grid, line, seat, base))]
        holding = [draft for draft in drafts if (outcome := held_against(draft.relation, grid.version)) and outcome.holds]
        chance = len(line.bases) * prod((draft.relation.chance for draft in holding), start=Fraction(1))
        if holding and chance <= COINCIDENCE and 3 * len(holding) >= 2 * len(drafts):
            held.append((len(holding), drafts))
    most = max((count for count, _ in held), default=0)
    best = [drafts for count, drafts in held if count == most]
    if best and (len(best) == 1 or all(len(drafts) == most for drafts in best)):
        enough = most >= LINES_THAT_TEACH or len(best[0]) == most
        yield from best[0] if enough else ()


def _draft(grid: Grid, line: _Line, seat: tuple[int, int], base: _Seats) -> Draft | None:
    whole, parts = grid.cells.get(seat), [entry for each in base if (entry := grid.cells.get(each))]
    if whole is None or not parts or not are_of_one_basis([whole, *parts], grid.version):
        return None
    amount, share, first = whole.amount(grid.version), line.share.amount(grid.version), parts[0].amount(grid.version)
    total = sum((each.exactly for part in parts if (each := part.amount(grid.version))), Fraction(0))
    if amount is None or share is None or first is None or not amount.value or not total:
        return None
    across = len({seat[0] for seat in base}) == 1
    names = [grid.headers.get(seat[1], "") if across else grid.label(seat[0]) for seat in base]
    called = (first.literal,) if len(parts) == 1 else _called(names)
    wording = Message("relation.share", {"share": share.value, "base": called, "section": whole.place.section, "label": whole.label})
    chance = chance_of(1, amount.last_place, abs(amount.exactly))
    key = ("table", grid.path, f"r{seat[0]}c{seat[1]}%named")
    return Draft(
        key, Relation(RelationKind.SHARE, whole, (line.share, *parts), wording, Origin.STATED, whole.place, len(line.bases), chance)
    )


def _called(names: Sequence[str]) -> tuple[str, ...]:
    """Return what a base of several lines is called: each by its name, or the first and the last of many."""
    return tuple(f"”{name}”" for name in names) if len(names) <= MOST_NAMES else (f"”{names[0]}” – ”{names[-1]}”",)
