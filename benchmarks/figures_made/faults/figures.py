"""Faults within one year: a figure with a typing error."""

from __future__ import annotations

from decimal import Decimal

from benchmarks.figures_made.made import Made, Obeyed

from lydelse.records import replace

TRIES = 40


def wrong_sum(made: Made) -> bool:
    """Mistype a total or one of its parts."""
    relation = _chosen(made, "sum")
    return relation is not None and _mistyped(made, made.chance.choice([relation.whole, *relation.parts]), relation.slack)


def wrong_share(made: Made) -> bool:
    """Mistype the amount of a share."""
    return _whole_mistyped(made, "share")


def wrong_product(made: Made) -> bool:
    """Mistype what a price and a count make."""
    return _whole_mistyped(made, "product")


def wrong_average(made: Made) -> bool:
    """Mistype an average by head."""
    return _whole_mistyped(made, "heads")


def wrong_instalment(made: Made) -> bool:
    """Mistype the year's amount."""
    return _whole_mistyped(made, "instalment")


def wrong_restatement(made: Made) -> bool:
    """Leave last year's rounded amount, or one that is one unit off."""
    relation = _chosen(made, "restated")
    if relation is None:
        return False
    figure = made.figures[relation.whole]
    made.figures[relation.whole] = replace(figure, after=figure.after + made.chance.choice([-1, 1]) * Decimal("0.2"))
    return True


def floor_above_ceiling(made: Made) -> bool:
    """Let a floor and its ceiling change places."""
    relation = _chosen(made, "bounds")
    if relation is None:
        return False
    low, high = relation.parts[0], relation.whole
    made.figures[low], made.figures[high] = made.figures[high], made.figures[low]
    return True


def _whole_mistyped(made: Made, kind: str) -> bool:
    relation = _chosen(made, kind)
    return relation is not None and _mistyped(made, relation.whole, relation.slack)


def _chosen(made: Made, kind: str) -> Obeyed | None:
    relations = made.relations.get(kind, [])
    return made.chance.choice(relations) if relations else None


def _mistyped(made: Made, name: str, slack: Decimal) -> bool:
    """Mistype a figure by more than rounding explains; False where chance found no such error."""
    figure = made.figures[name]
    for _ in range(TRIES):
        wrong = one_key_wrong(made, figure.after)
        if abs(wrong - figure.after) > slack + 1:
            made.figures[name] = replace(figure, after=wrong)
            return True
    return False


def one_key_wrong(made: Made, value: Decimal) -> Decimal:
    """Return a figure with one digit exchanged, left out, put in or swapped with the next."""
    _, digits, exponent = value.as_tuple()
    at, digit = made.chance.randrange(len(digits)), made.chance.randrange(10)
    changed = {
        "exchanged": (*digits[:at], digit, *digits[at + 1 :]),
        "left out": (*digits[:at], *digits[at + 1 :]),
        "put in": (*digits[:at], digit, *digits[at:]),
        "swapped": (*digits[: at - 1], digits[at], digits[at - 1], *digits[at + 1 :]) if at else digits,
    }
    wrong = changed[made.chance.choice([*changed])]
    return Decimal((0, wrong, int(exponent))) if wrong and wrong[0] else value
