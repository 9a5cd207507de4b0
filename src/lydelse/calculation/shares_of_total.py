"""Shares beside the amounts that they make of a total: "Kapitering, 62 %, 124 000 tkr" over "Summa, 100 %, 200 000 tkr"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.table_grid import Grid, grid_of
from lydelse.calculation.testing import held_against
from lydelse.figures.statements.totals import is_averaged, is_total_label
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.records import replace

LINES_THAT_TEACH = 2
"""How many lines must be such shares before the lines that are not are thought wrong."""
ALL = 100


def shares_of_totals(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the amounts of a table's rows that the shares beside them make of the amount in the row of 100 per cent.

    A column of shares is of one column of amounts: of the one that it agrees with in most rows, and in two of three.
    """
    for section in ledger.document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            grid = grid_of(ledger, table, version)
            for column in grid.columns:
                if _kinds(grid, column) == {AmountKind.SHARE}:
                    yield from _best([_made_by(grid, column, other) for other in grid.columns if other != column], version)


def shares_of_items(ledger: Ledger, whole: Entry, parts: Sequence[Entry], version: Version) -> Iterator[Draft]:
    """Yield the amounts of a list's lines that the shares in the same lines make of the list's total."""
    drafts = []
    for part in parts:
        shares = [each for each in ledger.entries_at(part.place.path, version) if each.kind is AmountKind.SHARE]
        if len(shares) == 1:
            drafts.append(_draft(("list", part.place.path, f"{part.quantity}%"), part, shares[0], whole, version))
    yield from _best([drafts], version)


def _kinds(grid: Grid, column: int) -> set[AmountKind]:
    return {amount.kind for row in grid.rows if (amount := grid.amount(row, column))}


def _made_by(grid: Grid, shares: int, column: int) -> list[Draft]:
    """Return what each row's share makes of the one total of a column; nothing where no row or several are 100 per cent of it."""
    if is_averaged(grid.headers.get(column, "")) or _kinds(grid, column) not in ({AmountKind.MONEY}, {AmountKind.COUNT}):
        return []
    totals = [row for row in grid.rows if is_total_label(grid.label(row))]
    whole = grid.cells.get((totals[0], column)) if len(totals) == 1 else None
    all_of_it = grid.amount(totals[0], shares) if len(totals) == 1 else None
    if whole is None or all_of_it is None or all_of_it.value != ALL:
        return []
    rows = [row for row in grid.rows if row not in totals]
    pairs = [(row, grid.cells.get((row, column)), grid.cells.get((row, shares))) for row in rows]
    return [
        _draft(("table", grid.path, f"r{row}c{column}%{shares}"), part, share, whole, grid.version)
        for row, part, share in pairs
        if part and share
    ]


def _best(columns: Sequence[list[Draft]], version: Version) -> Iterator[Draft]:
    """Yield the drafts of the column that holds in most lines, where that teaches; nothing where several do alike and not in all."""
    held = [(sum(_holds(draft, version) for draft in drafts), drafts) for drafts in columns]
    most = max((holding for holding, _ in held), default=0)
    best = [drafts for holding, drafts in held if holding == most]
    if most >= LINES_THAT_TEACH and all(3 * most >= 2 * len(drafts) for drafts in best):
        yield from (draft for drafts in best if len(best) == 1 or most == len(drafts) for draft in _at_their_word(drafts, version))


def _at_their_word(drafts: Sequence[Draft], version: Version) -> Sequence[Draft]:
    """Return the lines as exact where at least half of the shares make their amounts without being rounded: those are decided."""
    exact = [replace(draft, relation=replace(draft.relation, exact=True)) for draft in drafts]
    return exact if 2 * sum(_holds(draft, version) for draft in exact) >= len(exact) else drafts


def _holds(draft: Draft, version: Version) -> bool:
    outcome = held_against(draft.relation, version)
    return outcome is not None and outcome.holds


def _draft(key: tuple[str, ...], part: Entry, share: Entry, whole: Entry, version: Version) -> Draft:
    amount, rate, base = part.amount(version), share.amount(version), whole.amount(version)
    assert amount is not None, "the line was chosen because it is stated in this version"
    assert rate is not None, "the line was chosen because it is stated in this version"
    assert base is not None, "the total was chosen because it is stated in this version"
    wording = Message(
        "relation.share", {"share": rate.value, "base": (_called(whole, base),), "section": part.place.section, "label": part.label}
    )
    chance = chance_of(1, 2 * rate.last_place, rate.exactly)
    return Draft(key, Relation(RelationKind.SHARE, part, (share, whole), wording, Origin.STATED, part.place, 1, chance))


def _called(whole: Entry, amount: Amount) -> str:
    """Return a total by its label and with its unit, which a cell leaves to its column."""
    figure = amount.literal if amount.literal.endswith(amount.unit) else f"{amount.literal} {amount.unit}".strip()
    return f"”{whole.label}” ({figure})" if "/t" in whole.place.path and whole.label else figure
