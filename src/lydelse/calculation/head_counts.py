"""Head counts: the averages and totals of several sections that are about the same people imply the same number of them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.draft import Draft
from lydelse.calculation.ledger import Ledger, plainest
from lydelse.calculation.repair import one_slip_from
from lydelse.calculation.testing import head_count
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.heads import is_per_head
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.interval import Interval
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Paragraph, Version
from lydelse.records import dataclass, replace

WIDEST = Fraction(1, 100)
"""A head count known less closely than this (relative to itself) agrees with anything, and shows nothing."""


FURTHEST = Fraction(1, 5)
"""How far from the others' a head count may be, relative to theirs, and still be thought to miss it by a typo."""


COINCIDENCE = Fraction(1, 20)
"""How likely chance may be to explain that a slip makes a head count far from the others' the same as theirs."""


@dataclass(frozen=True, slots=True)
class PerHead:
    """A section's total, its average per head, and how many heads the two imply."""

    section: Section
    total: Entry
    price: Entry
    heads: Interval


def head_count_relations(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the largest group of sections of a chapter whose figures imply one and the same head count.

    Nothing says that sections count the same people, so the relation is always inferred; sections about fewer people (an age, a
    part of the county) fall outside the group by themselves. In the later version the group that the earlier one showed is
    tested, whatever it shows by itself.
    """
    found = per_heads(ledger, version)
    for chapter, group in _agreeing(found):
        figures = [entry for each in group for entry in (each.total, each.price)]
        numbers = tuple(each.section.number or each.section.title for each in group)
        wording = Message("relation.ratio.heads", {"sections": numbers})
        chance = _chance(group, tried=len(found))
        whole, parts = figures[0], tuple(figures[1:])
        yield Draft(
            ("heads", chapter), Relation(RelationKind.RATIO, whole, parts, wording, Origin.INFERRED, whole.place, len(found), chance)
        )


def _agreeing(found: list[PerHead]) -> Iterator[tuple[str, list[PerHead]]]:
    """Yield the largest group of each chapter, of the whole document where no chapter has one: far apart, many agree by chance."""
    chapters: dict[str, list[PerHead]] = {}
    for each in found:
        chapters.setdefault(each.section.section_id.rpartition(".")[0], []).append(each)
    groups = {chapter: _largest_agreeing(heads) for chapter, heads in chapters.items()}
    several = [(chapter, group) for chapter, group in groups.items() if len(group) > 1]
    whole = _largest_agreeing(found)
    yield from several or ([("", whole)] if len(whole) > 1 else [])


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


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A section whose head count one typo would bring to that of the others: ``repaired`` is the figure that would be right."""

    odd: PerHead
    group: tuple[PerHead, ...]
    common: Interval
    suspect: Entry
    repaired: Decimal


def near_misses(ledger: Ledger, version: Version) -> Iterator[NearMiss]:
    """Yield the sections that would count the same people as a group of others but for one typo.

    Sections may count different people, so that a head count far from the others' is no miss.
    """
    found = per_heads(ledger, version)
    group = _largest_agreeing(found)
    common = _common(group)
    if len(group) < 2 or common is None or common.middle is None:
        return
    for odd in found:
        middle = odd.heads.middle
        if odd in group or middle is None:
            continue
        is_near = abs(middle - common.middle) <= FURTHEST * common.middle
        for suspect in (odd.price, odd.total):
            tried = [*_repairs(odd, suspect, version)]
            repaired = [value for value, heads in tried if heads.meets(common)]
            if len(repaired) == 1 and (is_near or _chance_of_one([heads for _, heads in tried], common) <= COINCIDENCE):
                yield NearMiss(odd, tuple(group), common, suspect, repaired[0])
                break


def _chance_of_one(tried: list[Interval], common: Interval) -> Fraction:
    """Return how likely chance brings one of the head counts that slips give to that of the others, of those that lie near it."""
    middle = common.middle or Fraction(1)
    near = [heads for heads in tried if heads.middle is not None and abs(heads.middle - middle) <= FURTHEST * middle]
    return sum(((heads.width or 0) + (common.width or 0) for heads in near), Fraction(0)) / (2 * FURTHEST * middle)


def _repairs(odd: PerHead, suspect: Entry, version: Version) -> Iterator[tuple[Decimal, Interval]]:
    total, price, wrong = odd.total.amount(version), odd.price.amount(version), suspect.amount(version)
    if total is None or price is None or wrong is None:
        return
    for value in one_slip_from(wrong.value):
        right = replace(wrong, value=value)
        heads = head_count(right, price) if suspect is odd.total else head_count(total, right)
        if heads:
            yield value, heads


def _common(group: list[PerHead]) -> Interval | None:
    common: Interval | None = group[0].heads if group else None
    for each in group[1:]:
        common = common.common_with(each.heads) if common else None
    return common


def _averages(ledger: Ledger, paragraph: Paragraph, version: Version) -> Iterator[Entry]:
    money = ledger.money_in(paragraph, version)
    text = paragraph.text_in(version) if money else ""
    sentences = sentences_of(text)
    last = 0
    for entry in money:
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
