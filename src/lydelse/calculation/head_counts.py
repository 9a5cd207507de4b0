"""Head counts: the averages and totals of several sections that are about the same people imply the same number of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from lydelse.calculation.draft import Draft
from lydelse.calculation.ledger import Ledger, plainest
from lydelse.calculation.testing import head_count
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.heads import is_per_head
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.interval import Interval
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Paragraph, Version

WIDEST = Fraction(1, 100)
"""A head count known less closely than this (relative to itself) agrees with anything, and shows nothing."""


@dataclass(frozen=True, slots=True)
class PerHead:
    """A section's total, its average per head, and how many heads the two imply."""

    section: Section
    total: Entry
    price: Entry
    heads: Interval


def head_count_relations(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the largest group of sections whose figures imply one and the same head count.

    Nothing says that sections count the same people, so the relation is always inferred; sections about fewer people (an age, a
    part of the county) fall outside the group by themselves. In the later version the group that the earlier one showed is
    tested, whatever it shows by itself.
    """
    found = per_heads(ledger, version)
    group = _largest_agreeing(found)
    if len(group) < 2:
        return
    figures = [entry for each in group for entry in (each.total, each.price)]
    numbers = tuple(each.section.number or each.section.title for each in group)
    wording = Message("relation.ratio.heads", {"sections": numbers})
    chance = _chance(group, tried=len(found))
    yield Draft(
        ("heads",),
        Relation(RelationKind.RATIO, figures[0], tuple(figures[1:]), wording, Origin.INFERRED, figures[0].place, len(found), chance),
    )


def per_heads(ledger: Ledger, version: Version) -> list[PerHead]:
    """Return the sections that state one total and one average per head in one version."""
    found = []
    for section in ledger.document.sections:
        totals = [each for each in plainest(ledger.sums_of(section, version)) if each.called]
        prices = [entry for paragraph in section.paragraphs for entry in _averages(ledger, paragraph, version)]
        if len(totals) != 1 or len(prices) != 1 or totals[0].entry == prices[0]:
            continue
        total, price = totals[0].entry.amount(version), prices[0].amount(version)
        heads = head_count(total, price) if total and price else None
        if heads and heads.lower and heads.width is not None and heads.width <= WIDEST * heads.lower:
            found.append(PerHead(section, totals[0].entry, prices[0], heads))
    return found


def _averages(ledger: Ledger, paragraph: Paragraph, version: Version) -> Iterator[Entry]:
    text = paragraph.reading(version).text
    sentences = sentences_of(text)
    last = 0
    for entry in ledger.money_in(paragraph, version):
        amount = entry.amount(version)
        assert amount is not None, "the entry was chosen because it is stated in this version"
        start = next((first for first, end in sentences if first <= amount.start < end), 0)
        clause = text[max(start, last) : amount.start]
        last = amount.end
        if amount.unit == "kr" and is_per_head(amount.per, clause):
            yield entry


def _largest_agreeing(found: list[PerHead]) -> list[PerHead]:
    """Return the most sections whose head counts have a number in common: some lower end lies in all of theirs."""
    best: list[PerHead] = []
    for each in found:
        group = [other for other in found if each.heads.lower is not None and each.heads.lower in other.heads]
        if len(group) > len(best):
            best = group
    return best


def _chance(group: list[PerHead], tried: int) -> Fraction:
    """Return how likely it is that so many head counts agree by coincidence, had each been anywhere within twice its size."""
    chance = Fraction(tried)
    for each in group[1:]:
        width, middle = each.heads.width, each.heads.middle
        chance *= (width or 0) / middle if middle else 1
    return min(chance, Fraction(1))
