"""Instalments: what is paid by the month or the quarter, and the year's amount that it makes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from lydelse.calculation.column_products import ROWS_THAT_TEACH
from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.repair import is_one_slip_off
from lydelse.calculation.said import Said, paragraphs_with_amounts, sentences_of_one_amount, sentences_with_amounts
from lydelse.calculation.table_grid import Grid, grid_of
from lydelse.calculation.testing import held_against
from lydelse.calculation.unit_slips import unit_slips_of
from lydelse.figures.statements.periods import equal_parts_in, period_of, period_paid_by
from lydelse.figures.statements.restating import is_said_again
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Fact, Message
from lydelse.model.quantity import Entry
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.patterns import compiled

_BOUNDS = {Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.LESS_THAN}
_SAID_OF_PART = compiled(r"(?:dvs\.?|d\.?\s?v\.?\s?s\.?|det\s+vill\s+säga|motsvarar|motsvarande|blir|är|alltså|,|\()\s*$", re.IGNORECASE)
FURTHEST_OFF = Fraction(1, 10)
"""How far from the whole the parts of another sentence may come, relative to it, and still be thought to be its."""
_RESPECTIVELY = compiled(r"(?<!\w)respektive(?!\w)", re.IGNORECASE)
_SAME = compiled(
    r"^\W*(?:eller|alltså|vilket\s+(?:ger|blir|är|motsvarar|innebär)|fördelat\s+på|dvs\.?|det\s+vill\s+säga|motsvarande|="
    r"|(?:och|som|den)\s+(?:betalas|erläggs|debiteras|faktureras|utbetalas)(?:\s+ut)?\s+(?:med|i))(?!\w)",
    re.IGNORECASE,
)


def instalments(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the pairs of amounts that a sentence says are one, by the year and by a shorter period, and tables with a column for each."""
    for paragraph, said in sentences_with_amounts(ledger, version):
        money = [each for each in said if each.amount.kind is AmountKind.MONEY]
        for relation in _in_sentence(money, paragraph.text_in(version), version):
            yield Draft(("instalment", paragraph.place.path, relation.whole.quantity), relation)
    for paragraph, one, other in sentences_of_one_amount(ledger, version):
        paid = _paid_in_parts(one, other, version)
        if paid:
            yield Draft(("instalment", paragraph.place.path, paid.whole.quantity), paid)
    for paragraph, sentences in paragraphs_with_amounts(ledger, version):
        for each in (each for whole, part in pairwise(sentences) for each in _paid_respectively(whole, part, version)):
            yield Draft(("instalment", paragraph.place.path, each.whole.quantity), each)
    for section in ledger.document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            yield from _in_table(grid_of(ledger, table, version))


def _in_sentence(money: list[Said], text: str, version: Version) -> Iterator[Relation]:
    for one, other in pairwise(money):
        if {one.amount.qualifier, other.amount.qualifier} & _BOUNDS or one.amount.exactly == other.amount.exactly:
            continue
        whole, part = (one, other) if one.amount.exactly > other.amount.exactly else (other, one)
        parts = _times_by_period(whole, part) if _are_one(one, other) else None
        if parts is None and len(money) == 2:
            within = text[min(one.amount.start, other.amount.start) - len(one.before) : other.amount.end + len(other.after)]
            parts = equal_parts_in(within)
            parts = parts if parts and _may_be_parts(whole, part, parts, version) else None
        if parts:
            yield _said_of(whole, part, parts)


def _paid_respectively(wholes: list[Said], paid: list[Said], version: Version) -> Iterator[Relation]:
    """Yield what two sentences say of which the second pays each amount of the first in equal parts: "121 kr respektive 153 kr"."""
    if len(paid) != len(wholes) or len(paid) < 2 or not _RESPECTIVELY.search(paid[-1].before):
        return
    parts = equal_parts_in(f"{paid[0].before} {paid[-1].after}")
    if parts and all(each.amount.kind is AmountKind.MONEY for each in (*wholes, *paid)):
        pairs = list(zip(wholes, paid, strict=True))
        if all(_may_be_parts(whole, part, parts, version) for whole, part in pairs):
            yield from (_said_of(whole, part, parts) for whole, part in pairs)


def _said_of(whole: Said, part: Said, parts: int) -> Relation:
    return _relation(whole.entry, part.entry, parts, Message("relation.instalment", _facts(whole, part, parts)), Origin.STATED)


def _may_be_parts(whole: Said, part: Said, parts: int, version: Version) -> bool:
    """Tell whether an amount may be one of so many parts of another: one that is far from it is of something else."""
    relation = _said_of(whole, part, parts)
    outcome = held_against(relation, version)
    if outcome is None or abs(outcome.difference) <= FURTHEST_OFF * abs(whole.amount.exactly):
        return outcome is not None
    return is_one_slip_off(relation, version) or bool(unit_slips_of(outcome))


def _paid_in_parts(whole: Said, part: Said, version: Version) -> Relation | None:
    """Return what two sentences say of which the second pays the amount of the first in equal parts: "en tolftedel, dvs. 29 167 kr".

    A part that is far from such a one is of something else.
    """
    parts = equal_parts_in(f"{part.before} {part.after}")
    money = whole.amount.kind is part.amount.kind is AmountKind.MONEY and not {whole.amount.qualifier, part.amount.qualifier} & _BOUNDS
    if not parts or not money or not _SAID_OF_PART.search(part.before):
        return None
    relation = _said_of(whole, part, parts)
    outcome = held_against(relation, version)
    return relation if outcome and abs(outcome.difference) <= FURTHEST_OFF * abs(whole.amount.exactly) else None


def _facts(whole: Said, part: Said, parts: int) -> dict[str, Fact]:
    return {"whole": whole.amount.literal, "part": part.amount.literal, "times": parts}


def _are_one(one: Said, other: Said) -> bool:
    """Tell whether the words between two amounts say that they are the same, and nothing else is named."""
    own = one.amount.per or ""
    between = other.before[len(other.before) - len(other.before.lstrip()) :]
    between = re.sub(rf"^\W*(?:per|/|i|om)\s*{re.escape(own)}", "", between) if own else between
    return is_said_again(between) or bool(_SAME.match(between)) or between.strip().endswith("(")


def _times_by_period(whole: Said, part: Said) -> int | None:
    """Return how many of the part's periods the whole's holds, None where either is not named."""
    longer, shorter = (
        period_of(said.amount.per or "") or period_paid_by(f"{said.before} ") or period_paid_by(said.after[:14]) for said in (whole, part)
    )
    if longer is None or shorter is None or longer <= shorter or longer % shorter:
        return None
    others = [_basis(said) for said in (whole, part)]
    return longer // shorter if others[0] == others[1] or not all(others) else None


def _basis(said: Said) -> frozenset[str]:
    """Return what an amount is paid for besides its period: "elev" of "elev och månad"."""
    words = re.findall(r"[^\W\d_]+", (said.amount.per or "").lower())
    return frozenset(word for word in words if word not in {"och", "per"} and period_of(word) is None)


def _relation(whole: Entry, part: Entry, parts: int, wording: Message, origin: Origin) -> Relation:
    amount = whole.stated
    chance = chance_of(1, (parts + 1) * amount.last_place, abs(amount.exactly))
    return Relation(RelationKind.INSTALMENT, whole, (part,), wording, origin, whole.place, 1, chance, factor=Fraction(parts))


def _in_table(grid: Grid) -> Iterator[Draft]:
    """Yield the rows of a column by the year beside one by the month, where enough rows show that they are the same amount."""
    periods = {column: period for column in grid.columns if (period := period_of(grid.headers.get(column, ""))) and _is_money(grid, column)}
    for whole, longer in periods.items():
        for part, shorter in periods.items():
            if longer > shorter and longer % shorter == 0:
                yield from _rows(grid, whole, part, longer // shorter)


def _rows(grid: Grid, whole: int, part: int, parts: int) -> Iterator[Draft]:
    relations: list[tuple[int, Relation]] = []
    for row in grid.rows:
        more, less = grid.cells.get((row, whole)), grid.cells.get((row, part))
        if more and less and not is_total_label(grid.label(row)):
            facts: dict[str, Fact] = {"label": grid.label(row), "whole": grid.headers[whole], "part": grid.headers[part], "times": parts}
            relations.append((row, _relation(more, less, parts, Message("relation.instalment.row", facts), Origin.STATED)))
    holding = sum(outcome.holds for _, each in relations if (outcome := held_against(each, grid.version)))
    if holding >= ROWS_THAT_TEACH and 3 * holding >= 2 * len(relations):
        yield from (Draft(("table", grid.path, f"r{row}c{whole}/"), relation) for row, relation in relations)


def _is_money(grid: Grid, column: int) -> bool:
    return any(amount.kind is AmountKind.MONEY for row in grid.rows if (amount := grid.amount(row, column)))
