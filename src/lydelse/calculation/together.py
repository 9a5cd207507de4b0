"""All relations of a version at once: each may hold by itself while all cannot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from lydelse.calculation.feasibility import Constraint, StoppedError, cannot_hold
from lydelse.calculation.proportions import rounding_box
from lydelse.calculation.testing import common_head_count, head_counts, is_worked_out
from lydelse.model.amount import Amount, Exactness
from lydelse.model.calculation import Contradiction, Outcome, Relation, RelationKind, Verdict
from lydelse.model.interval import Interval
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.text import Version

MOST_RELATIONS = 250
"""Of more relations with figures in common than these, nobody asks whether all can hold."""

_TESTED = {Verdict.EXACT, Verdict.WITHIN_ROUNDING, Verdict.BARELY}
_ZERO = Interval.exactly(0)


def contradictions(outcomes: Sequence[Outcome], version: Version) -> Iterator[Contradiction | Message]:
    """Yield the smallest sets of relations of a version that hold one by one and cannot hold together, one for each group of figures.

    Of a group of more than ``MOST_RELATIONS``, or one that takes too long, it is said that it was not tested.
    """
    holding = [each for each in outcomes if each.version is version and each.verdict in _TESTED]
    linear = [each for each in holding if each.relation.kind in {RelationKind.SUM, RelationKind.SHARE, RelationKind.RATIO}]
    for group in _with_figures_in_common([each.relation for each in linear if each.relation.formula is None]):
        if len(group) < 2:
            continue
        try:
            clash = _clash(group, version) if len(group) <= MOST_RELATIONS else None
        except StoppedError:
            clash = None
        if clash is None:
            yield Message("calculation.stopped", {"count": len(group)})
        elif clash:
            yield Contradiction(version, clash)


def _with_figures_in_common(relations: Sequence[Relation]) -> list[list[Relation]]:
    """Return the relations in groups that share no figure with one another."""
    led_by: dict[int, int] = {}
    for relation in relations:
        first = _leader(led_by, id(relation.whole))
        for part in relation.parts:
            led_by[_leader(led_by, id(part))] = first
    groups: dict[int, list[Relation]] = {}
    for relation in relations:
        groups.setdefault(_leader(led_by, id(relation.whole)), []).append(relation)
    return [*groups.values()]


def _leader(led_by: dict[int, int], figure: int) -> int:
    """Return the one figure that those of a group lead to, with shorter ways for whoever asks again."""
    while (above := led_by.setdefault(figure, figure)) != figure:
        led_by[figure] = led_by[above]
        figure = above
    return figure


def _clash(relations: Sequence[Relation], version: Version) -> tuple[Relation, ...]:
    constraints: list[Constraint] = []
    owners: list[Relation] = []
    figures: dict[int, Amount] = {}
    for relation in relations:
        for constraint in _constraints(relation, version, figures):
            constraints.append(constraint)
            owners.append(relation)
    start = {name: amount.exactly for name, amount in figures.items()}
    boxes = {name: _box(amount) for name, amount in figures.items()}
    found = cannot_hold(constraints, boxes, start)
    return tuple(dict.fromkeys(owners[at] for at in found))


def _box(amount: Amount) -> Interval:
    """Return the numbers that a figure may stand for, its open ends closed."""
    box = amount.interval if amount.exactness is not Exactness.ROUNDED else rounding_box(amount)
    value = amount.exactly
    return Interval(min(box.lower or value, value), max(box.upper or value, value))


def _constraints(relation: Relation, version: Version, figures: dict[int, Amount]) -> Iterator[Constraint]:
    """Yield what a relation demands of its figures, which are noted by their names.

    Of head counts the bounds alone: each total lies between the least and the most heads times its average.
    """

    def name(entry: Entry) -> int:
        amount = entry.amount(version)
        assert amount is not None, "the relation was tested in this version"
        figures[id(entry)] = amount
        return id(entry)

    stated = [(at, part) for at, part in enumerate(relation.parts) if part.amount(version)]
    match relation.kind:
        case RelationKind.SUM:
            terms = {name(part): Fraction(1 if at in relation.minus else -1) for at, part in stated}
            yield Constraint({name(relation.whole): Fraction(1), **terms}, _ZERO)
        case RelationKind.SHARE:
            share = relation.parts[0].amount(version)
            if share and not is_worked_out(relation, share):
                rate = share.exactly / 100 if not relation.on_top else 1 + relation.on_top * share.exactly / 100
                terms = {name(part): -rate for _, part in stated[1:] if part != relation.whole}
                own = 1 - rate if relation.whole in relation.parts[1:] else Fraction(1)
                yield Constraint({name(relation.whole): own, **terms}, _ZERO)
        case _:
            heads = common_head_count(relation, version)
            for total, price, _ in head_counts(relation, version):
                if heads and heads.lower is not None and heads.upper is not None:
                    yield Constraint({name(total): Fraction(1), name(price): -heads.lower}, Interval(Fraction(0), None))
                    yield Constraint({name(total): Fraction(1), name(price): -heads.upper}, Interval(None, Fraction(0)))
