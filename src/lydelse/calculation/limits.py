"""Floors and ceilings: the least and the most that are stated for one amount, and the amount itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lydelse.calculation.draft import Draft
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.said import Said, sentences_with_amounts
from lydelse.calculation.table_grid import Grid, grid_of
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.names import name_of, stem_of
from lydelse.figures.statements.totals import is_called_total
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.table import Table
from lydelse.model.text import Paragraph, Version
from lydelse.patterns import compiled

_FLOORS, _CEILINGS = {Qualifier.AT_LEAST, Qualifier.MORE_THAN}, {Qualifier.AT_MOST, Qualifier.LESS_THAN}
_JOINED = compiled(
    r"[\s,]*(?:(?:och|men|samt|till|dock|respektive|som|upp)\s+)*(?:högst|lägst|minst|max\w*|min\w*|(?:den\s+)?(?:högst|lägst)[ae](?:\s+[^\W\d_]+){0,2})?\s*",
    re.IGNORECASE,
)
_YET = compiled(r"(?<!\w)(?:dock|men)\s+(?:[^\W\d_]+\s+){0,2}?(?:högst|max\w*|lägst|minst)(?!\w)", re.IGNORECASE)
_BETWEEN = compiled(r"(?<!\w)mellan\s+$", re.IGNORECASE)
_MOST, _LEAST = compiled(r"(?<!\w)högst[ae]?(?!\w)", re.IGNORECASE), compiled(r"(?<!\w)lägst[ae]?(?!\w)", re.IGNORECASE)
_LEAST_HEADER = compiled(r"^\W*(?:lägst[ae]?|min(?:imum|sta|imi\w*|\.)?|golv|från)(?!\w)", re.IGNORECASE)
_MOST_HEADER = compiled(r"^\W*(?:högst[ae]?|max(?:imum|imal\w*|\.)?|tak|till)(?!\w)", re.IGNORECASE)
_LIMITING = compiled(r"(?<!\w)(?:lägst|högst|max|min(?=im|st|\W)|golv|tak)[^\W\d_]*", re.IGNORECASE)
_SAYING = frozenset(
    stem_of(word) for word in ("uppgår", "utgör", "utgår", "betalas", "utbetalas", "ut", "ges", "motsvarande", "också", "nivå")
)
_COUNTED = (AmountKind.MONEY, AmountKind.SHARE, AmountKind.COUNT, AmountKind.WEIGHT)


def limits(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield each floor with its ceiling, and each amount with the floor or the ceiling that its own sentence sets for it."""
    for paragraph, said in sentences_with_amounts(ledger, version):
        for one, other in pairwise(said):
            relation = _relation(one, other)
            if relation:
                yield Draft(("bounds", paragraph.place.path, other.entry.quantity), relation)
    for section in ledger.document.sections:
        for paragraph in section.paragraphs:
            yield from _in_two_sentences(paragraph, ledger.money_in(paragraph, version), version)
        for table in (block for block in section.blocks if isinstance(block, Table)):
            yield from _in_table(grid_of(ledger, table, version))


def _relation(one: Said, other: Said) -> Relation | None:
    """Return which of two amounts of a sentence must not exceed the other, None where nothing is said of that."""
    first, second = one.amount, other.amount
    if first.kind is not second.kind or first.kind not in _COUNTED or _unit(one) != _unit(other) or not _paid_alike(one, other):
        return None
    if _floor(one) and _ceiling(other) and _JOINED.fullmatch(other.before):
        return _made(other, one, "relation.bounds")
    if _ceiling(one) and _floor(other) and _JOINED.fullmatch(other.before):
        return _made(one, other, "relation.bounds")
    if _BETWEEN.search(one.before) and re.fullmatch(r"\s+(?:och|till)\s+", other.before):
        return _made(other, one, "relation.bounds.between")
    if first.qualifier is Qualifier.NONE and _YET.search(other.before) and not is_called_total(one.before, one.after):
        return _made(other, one, "relation.bounds.ceiling") if _ceiling(other) else _made(one, other, "relation.bounds.floor")
    return None


def _in_two_sentences(paragraph: Paragraph, money: Sequence[Entry], version: Version) -> Iterator[Draft]:
    """Yield a floor and the ceiling that is said of it in the next sentence, or the other way round.

    They may be of two things: what does not agree is drafted only where both sentences name the same, for the same unit.
    """
    text = paragraph.text_in(version) if len(money) > 1 else ""
    sentences = sentences_of(text)
    for one, other in pairwise(money):
        first, second = one.amount(version), other.amount(version)
        if first is None or second is None:
            continue
        starts = [next((at for at, (start, end) in enumerate(sentences) if start <= each.start < end), -1) for each in (first, second)]
        if starts[1] != starts[0] + 1:
            continue
        names = [_named(text[sentences[at][0] : each.start]) for at, each in zip(starts, (first, second), strict=True)]
        relation = _of_two(one, other, version, same=names[0] == names[1])
        if relation:
            yield Draft(("bounds", paragraph.place.path, other.quantity), relation)


def _of_two(one: Entry, other: Entry, version: Version, *, same: bool) -> Relation | None:
    """Return a floor under its ceiling, None where the amounts are not the two, or nothing shows that they are of one thing."""
    ceiling, floor = (one, other) if one.stated.qualifier in _CEILINGS else (other, one)
    most, least = ceiling.amount(version), floor.amount(version)
    if most is None or least is None or most.qualifier not in _CEILINGS or least.qualifier not in _FLOORS:
        return None
    if least.exactly > most.exactly and not (same and least.per == most.per):
        return None
    if least.per != most.per and least.per is not None and most.per is not None:
        return None
    facts = {"most": most.literal, "least": least.literal}
    return Relation(RelationKind.BOUNDS, ceiling, (floor,), Message("relation.bounds", facts), Origin.STATED, ceiling.place)


def _named(clause: str) -> frozenset[str]:
    """Return what a sentence speaks of before its limit, by stems: "den lägsta ersättningen är" and "högsta ersättning" are alike."""
    return name_of(_LIMITING.sub(" ", clause)).stems - _SAYING


def _unit(said: Said) -> str:
    return "kr" if said.amount.kind is AmountKind.MONEY else said.amount.unit


def _paid_alike(one: Said, other: Said) -> bool:
    """Tell whether two amounts are paid for the same; the first may leave that to the second ("lägst 5, högst 9 kr per besök")."""
    return one.amount.per == other.amount.per or (one.amount.per is None and not _YET.search(other.before))


def _floor(said: Said) -> bool:
    return said.amount.qualifier in _FLOORS or (said.amount.qualifier is Qualifier.NONE and bool(_LEAST.search(said.before)))


def _ceiling(said: Said) -> bool:
    return said.amount.qualifier in _CEILINGS or (said.amount.qualifier is Qualifier.NONE and bool(_MOST.search(said.before)))


def _made(ceiling: Said, below: Said, key: str) -> Relation:
    facts = {"most": ceiling.amount.literal, "least": below.amount.literal}
    return Relation(RelationKind.BOUNDS, ceiling.entry, (below.entry,), Message(key, facts), Origin.STATED, ceiling.entry.place)


def _in_table(grid: Grid) -> Iterator[Draft]:
    """Yield the rows of two columns side by side that are called the lowest and the highest."""
    for least, most in pairwise(grid.columns):
        if not (_LEAST_HEADER.match(grid.headers.get(least, "")) and _MOST_HEADER.match(grid.headers.get(most, ""))):
            continue
        for row in grid.rows:
            below, ceiling = grid.cells.get((row, least)), grid.cells.get((row, most))
            if below and ceiling and below.kind is ceiling.kind and below.kind in _COUNTED:
                facts = {"label": grid.label(row), "most": ceiling.stated.literal, "least": below.stated.literal}
                wording = Message("relation.bounds.row", facts)
                relation = Relation(RelationKind.BOUNDS, ceiling, (below,), wording, Origin.STATED, ceiling.place)
                yield Draft(("table", grid.path, f"r{row}c{most}<"), relation)
