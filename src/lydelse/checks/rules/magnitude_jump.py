"""Y204: an amount that became ten or a thousand times as large, or moved far beyond all its neighbours."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from heapq import nlargest
from itertools import groupby

from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.figures.spelling import spelled
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.quantity import Entry, Status
from lydelse.model.text import Version

SLIPS = (10, 100, 1_000, 1_000_000)
"""How many times a figure becomes by one digit too many, by two, or by another unit."""

NEAR = Fraction(13, 10)
"""How far from such a factor a jump may be, the year's uprating included."""

FAR = 2
"""How many times the largest factor among its neighbours an amount must move to stand out; theirs are at most ``NEAR``."""

FEWEST_NEIGHBOURS = 4

_PROVING = {RelationKind.SUM, RelationKind.SHARE, RelationKind.PRODUCT, RelationKind.RATIO}


@rule("Y204", "magnitude-jump", Severity.WARNING)
def magnitude_jump(subject: Subject) -> Iterator[Finding]:
    """Yield the amounts whose size jumps between the versions."""
    if subject.comparison.one_version:
        return
    proven = _proven(subject)
    for _, group in groupby(filter(_is_weighed, subject.entries), key=lambda entry: entry.place.path.partition("/r")[0].partition("/p")[0]):
        entries = list(group)
        for entry, others in zip(entries, _largest_among_others(entries), strict=True):
            factor = _factor(entry)
            slip = next((each for each in SLIPS if each / NEAR <= factor <= each * NEAR), None)
            if id(entry) in proven:
                continue
            if slip:
                yield _times_ten(subject, entry, slip)
            elif others is not None and others <= NEAR and factor >= FAR * others:
                yield _alone(subject, entry, len(entries) - 1)


def _proven(subject: Subject) -> set[int]:
    """Return the amounts that a sum, a share, a product or a head count of the later version holds with: no slips."""
    holding = (each for each in subject.calculation.outcomes if each.version is Version.AFTER and each.holds)
    return {id(entry) for each in holding if each.relation.kind in _PROVING for entry in (each.relation.whole, *each.relation.parts)}


def _largest_among_others(entries: list[Entry]) -> Iterator[Fraction | None]:
    """Yield, for each amount, the largest factor among the others of its kind; None where they are too few."""
    factors: dict[AmountKind, list[Fraction]] = {}
    for entry in entries:
        factors.setdefault(entry.kind, []).append(_factor(entry))
    largest = {kind: nlargest(2, each) for kind, each in factors.items()}
    for entry in entries:
        if len(factors[entry.kind]) <= FEWEST_NEIGHBOURS:
            yield None
        else:
            first, second = largest[entry.kind]
            yield second if _factor(entry) == first else first


def _is_weighed(entry: Entry) -> bool:
    """Tell whether an amount can be compared; counts of running text are of too many things."""
    is_of_kind = entry.kind in {AmountKind.MONEY, AmountKind.WEIGHT} or (entry.kind is AmountKind.COUNT and "/r" in entry.place.path)
    if not is_of_kind or entry.status is not Status.CHANGED:
        return False
    return bool(entry.before and entry.after and entry.before.exactly > 0 and entry.after.exactly > 0)


def _ratio(entry: Entry) -> Fraction:
    assert entry.before is not None
    assert entry.after is not None
    return entry.after.exactly / entry.before.exactly


def _factor(entry: Entry) -> Fraction:
    """Return how many times an amount grew or shrank, never less than 1."""
    ratio = _ratio(entry)
    return ratio if ratio >= 1 else 1 / ratio


def _facts(subject: Subject, entry: Entry) -> dict[str, Fact]:
    assert entry.before is not None
    assert entry.after is not None
    return {
        "section": subject.heading(entry.place),
        "label": entry.label or entry.after.literal,
        "before": _quoted(entry.before.literal, entry.before.unit),
        "after": _quoted(entry.after.literal, entry.after.unit),
    }


def _quoted(literal: str, unit: str) -> str:
    return literal if any(sign.isalpha() for sign in literal) else f"{literal} {unit}".rstrip()


def _times_ten(subject: Subject, entry: Entry, slip: int) -> Finding:
    assert entry.after is not None
    grew = _ratio(entry) > 1
    amount = entry.after
    suggestion = _meant(entry, slip)
    facts = _facts(subject, entry) | {"times": Decimal(slip), "suggestion": suggestion}
    details = Details(found=amount.literal, suggestion=suggestion)
    return magnitude_jump.finding(passage_of(entry), facts=facts, case="more" if grew else "less", details=details)


def _meant(entry: Entry, slip: int) -> str:
    """Return the amount that was probably meant: the figure in its earlier unit where that is what slipped, else with other zeros."""
    before, after = entry.before, entry.after
    assert before is not None
    assert after is not None
    if before.unit != after.unit and 1 / NEAR <= Fraction(after.value) / Fraction(before.value) <= NEAR:
        return f"{spelled(after.value)} {before.unit}"
    meant = after.value / slip if _ratio(entry) > 1 else after.value * slip
    value = meant.quantize(Decimal(1)) if meant == meant.to_integral_value() else meant.normalize()
    return f"{spelled(value)} {after.unit}".rstrip()


def _alone(subject: Subject, entry: Entry, others: int) -> Finding:
    facts = _facts(subject, entry) | {"percent": entry.percent or Decimal(0), "others": others}
    return magnitude_jump.finding(passage_of(entry), facts=facts, case="alone", details=Details(found=entry.stated.literal))
