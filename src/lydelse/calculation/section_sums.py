"""Sums along the section tree: a section's total and the totals of the sections directly under it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice, product
from math import prod

from lydelse.calculation.draft import Draft, chance_of, finest_step
from lydelse.calculation.ledger import Ledger, Sum, plainest
from lydelse.calculation.testing import held_against
from lydelse.figures.statements.names import likeness, name_of
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Fact, Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Kind, Version

MOST_COMBINATIONS = 200
"""Beyond so many ways to choose one sum for each part, a match says nothing."""


def section_sums(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield, for each section with a sum of its own, the relation to the sums of its subsections.

    The relation is stated where a list in the section names exactly the subsections (or some of them) as its parts and each of
    them calls one figure a total or a budget; otherwise it is inferred, and yielded where only one choice of figures is possible or holds.
    """
    for section in ledger.document.sections:
        wholes = plainest(ledger.sums_of(section, version))
        if not wholes:
            continue
        below = [each for each in ledger.document.subsections(section) if _stands_in(each, version)]
        announced = _announced(section, below, version)
        parts = [plainest(ledger.sums_of(each, version)) for each in announced or below]
        if announced and not all(parts):
            continue
        if (announced or wholes[0].called == 2) and prod(map(len, (wholes, *filter(None, parts)))) > MOST_COMBINATIONS:
            facts: dict[str, Fact] = {"section": section.number or section.title, "most": MOST_COMBINATIONS}
            ledger.stopped.append(Message("calculation.sections", facts))
        yield from _draft(section, wholes, [part for part in parts if part], version, is_announced=bool(announced))


def _draft(
    section: Section, wholes: tuple[Sum, ...], parts: list[tuple[Sum, ...]], version: Version, *, is_announced: bool
) -> Iterator[Draft]:
    if len(parts) < 2:
        return
    choices = list(islice(product(wholes, *parts), MOST_COMBINATIONS + 1))
    if len(choices) > MOST_COMBINATIONS:
        return
    is_plain = len(choices) == 1 and _are_plain(choices[0], version)
    origin = Origin.STATED if is_announced and is_plain else Origin.INFERRED
    relations = [_relation(section, [each.entry for each in choice], len(choices), origin, version) for choice in choices]
    if len(relations) > 1:
        relations = [relation for relation in relations if (outcome := held_against(relation, version)) and outcome.holds]
    if len(relations) == 1:
        yield Draft(("section", section.section_id), relations[0])


def _are_plain(figures: tuple[Sum, ...], version: Version) -> bool:
    """Tell whether a whole and its parts are plainly such.

    Each is called a total, or each is called a total or a budget and they are of one magnitude: "uppgår till 700 kr" is a price.
    """
    if all(each.called == 2 for each in figures):
        return True
    amounts = [amount for each in figures if (amount := each.entry.amount(version))]
    made = sum((amount.exactly for amount in amounts[1:]), Fraction(0))
    return all(each.called for each in figures) and amounts[0].exactly <= 2 * made <= 4 * amounts[0].exactly


def _relation(section: Section, figures: list[Entry], tried: int, origin: Origin, version: Version) -> Relation:
    whole, parts = figures[0], tuple(figures[1:])
    amount = whole.amount(version)
    assert amount is not None, "the sum was chosen because it is stated in this version"
    names = tuple(part.place.section for part in parts)
    return Relation(
        RelationKind.SUM,
        whole,
        parts,
        Message("relation.sum.sections", {"section": section.number or section.title, "parts": names}),
        origin,
        whole.place,
        tried,
        chance_of(tried, finest_step([whole, *parts], version) * (len(parts) + 1), abs(amount.exactly)),
    )


def _announced(section: Section, below: list[Section], version: Version) -> list[Section]:
    """Return the subsections that a list in the section names as its parts, none where no list names subsections only."""
    items = [paragraph.text_in(version) for paragraph in section.paragraphs if paragraph.kind is Kind.ITEM]
    items = [item for item in items if item.strip()]
    named = [_named(item, below) for item in items]
    found = [each for each in named if each is not None]
    distinct = {each.section_id for each in found}
    return found if len(items) >= 2 and len(distinct) == len(items) else []


def _named(item: str, sections: list[Section]) -> Section | None:
    """Return the one section that an item names best, None where none or several do."""
    name = name_of(item)
    ranked = [(rank, each) for each in sections if (rank := likeness(name, name_of(each.title))) is not None]
    best = min((rank for rank, _ in ranked), default=None)
    chosen = [each for rank, each in ranked if rank == best]
    return chosen[0] if len(chosen) == 1 else None


def _stands_in(section: Section, version: Version) -> bool:
    heading = section.heading
    return heading is None or bool(heading.text_in(version).strip())
