"""Y203: figures that moved by one factor, except these."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from lydelse.calculation.draft import finest_step
from lydelse.calculation.proportions import factor_of
from lydelse.calculation.uprating import largest_with_one_factor
from lydelse.checks.arithmetic import figure_of, percent_spelled
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.checks.stated_uprating import departing_from_stated
from lydelse.checks.swapped_digits import Swapped, swapped_digits
from lydelse.figures.spelling import in_unit, spelled
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.model.calculation import RelationKind, Verdict
from lydelse.model.finding import Finding, Severity
from lydelse.model.interval import Interval
from lydelse.model.message import Calculated, Fact
from lydelse.model.quantity import Entry, Status
from lydelse.model.text import Version
from lydelse.records import dataclass

FEWEST_ALIKE = 4
"""How many figures must have moved by one factor before one that did not is told of."""
MOST_ODD = Fraction(1, 4)
"""How many figures may be odd, for each that is not."""
FARTHEST_ROUNDED = Fraction(1, 100)
"""How far from the others' a factor must be: prices are rounded to whole tens or fives."""
NEAREST_ODD = Fraction(1, 200)
"""A factor that is nearer to the others' than that, and farther than this, is asked about where it is the only one among many."""
FEWEST_FOR_ONE = 6
MAKING = {RelationKind.SUM, RelationKind.PRODUCT, RelationKind.SHARE, RelationKind.INSTALMENT}
"""Relations whose whole is made of the parts."""
CLOSEST = Fraction(1, 50)
"""A common factor known less closely than this shows nothing."""


@dataclass(frozen=True, slots=True)
class _Siblings:
    """Figures that stand together, those that moved by one factor and those that did not; ``is_near`` where only a question is due."""

    alike: Sequence[Entry]
    odd: Sequence[Entry]
    common: Interval
    is_near: bool = False


@rule("Y203", "uprating-outlier", Severity.WARNING)
def uprating_outlier(subject: Subject) -> Iterator[Finding]:
    """Yield the figures of a table's column or a list that did not move by the factor that nearly all the others moved by."""
    if subject.comparison.one_version:
        return
    told = _explained(subject)
    made = _made_of_others(subject)
    for siblings in _siblings([each for each in subject.entries if id(each) not in made]):
        for entry in siblings.odd:
            if id(entry) not in told:
                told.add(id(entry))
                yield _finding(subject, entry, siblings)
    unlike = [(entry, by) for entry, by in departing_from_stated(subject) if id(entry) not in told]
    yield from (_unlike_stated(subject, entry, by) for entry, by in unlike)
    told.update(id(entry) for entry, _ in unlike)
    yield from (_swapped(subject, each) for each in swapped_digits(subject) if id(each.entry) not in told)


def _siblings(entries: Sequence[Entry]) -> Iterator[_Siblings]:
    kept = [each for each in entries if _is_paired(each) and not is_total_label(each.label) and not is_total_label(each.column or "")]
    for _, group in groupby(sorted(kept, key=_stands_in), key=_stands_in):
        stand = list(group)
        step = finest_step(stand, Version.AFTER)
        moved = [(each, factor) for each in stand if each.status is Status.CHANGED and (factor := _factor(each, step))]
        alike = largest_with_one_factor(moved)
        common = _common(alike)
        if _different(alike) < FEWEST_ALIKE or common is None or common.width is None or common.width > CLOSEST or 1 in common:
            continue
        odd = [each for each, factor in moved if _is_far(factor, common)]
        if odd and len(odd) <= MOST_ODD * len(alike):
            yield _Siblings([each for each, _ in alike], odd, common)
        elif not odd and len(alike) >= FEWEST_FOR_ONE and len(moved) == len(alike) + 1:
            near = [each for each, factor in moved if _is_far(factor, common, NEAREST_ODD)]
            yield _Siblings([each for each, _ in alike], near, common, is_near=True)


def _stands_in(entry: Entry) -> tuple[str, str, str]:
    """Return the table's column, or the section whose running text or list, that an amount stands in, with what it is paid for."""
    table, within, _ = entry.place.path.partition("/r")
    amount = entry.stated
    return (table if within else entry.place.section_id, entry.column or "", amount.unit)


def _is_paired(entry: Entry) -> bool:
    plain = entry.before and entry.after and entry.before.qualifier is entry.after.qualifier is Qualifier.NONE
    return bool(plain) and entry.kind is AmountKind.MONEY and bool(entry.before and entry.before.value > 0)


def _factor(entry: Entry, finest: Fraction) -> Interval | None:
    """Return the factors that may have made a figure, where it was rounded as its siblings are: to whole tens, if that is their step."""
    exact = factor_of(entry)
    if exact is None or entry.before is None or entry.after is None or exact.lower is None or exact.upper is None:
        return None
    step = min(finest, entry.after.exactly / 20)
    reach = step / 2 / entry.before.exactly
    middle = entry.after.exactly / entry.before.exactly
    return Interval(min(exact.lower, middle - reach), max(exact.upper, middle + reach))


def _different(alike: Sequence[tuple[Entry, Interval]]) -> int:
    """Return how many figures moved alike, the same figures said again counted once."""
    return len({(each.before.exactly, each.after.exactly) for each, _ in alike if each.before and each.after})


def _common(alike: Sequence[tuple[Entry, Interval]]) -> Interval | None:
    common: Interval | None = Interval(None, None) if alike else None
    for _, factor in alike:
        common = common.common_with(factor) if common else None
    return common


def _is_far(factor: Interval, common: Interval, farther: Fraction = FARTHEST_ROUNDED) -> bool:
    if factor.meets(common) or factor.middle is None or common.middle is None:
        return False
    return abs(factor.middle - common.middle) > farther


def _unlike_stated(subject: Subject, entry: Entry, by: Amount) -> Finding:
    """Return the question about an amount that moved otherwise than its section says."""
    factor, before, after = factor_of(entry), entry.before, entry.after
    assert before is not None, "only figures that stand in both versions have moved"
    assert after is not None, "only figures that stand in both versions have moved"
    expected = f"{spelled(_uprated(before, after, 1 + by.exactly / 100))} {after.unit}".strip()
    facts: dict[str, Fact] = {
        "section": subject.heading(entry.place),
        "label": entry.label or entry.column or after.literal,
        "before": figure_of(before),
        "after": figure_of(after),
        "percent": Calculated(percent_spelled(factor)) if factor else "",
        "stated": figure_of(by),
        "expected": Calculated(expected),
    }
    details = Details(found=figure_of(after), expected=expected)
    return uprating_outlier.finding(passage_of(entry), facts=facts, case="stated", severity=Severity.QUESTION, details=details)


def _swapped(subject: Subject, each: Swapped) -> Finding:
    """Return the question about an amount that would have moved as the others with two digits the other way round."""
    factor, before, after = factor_of(each.entry), each.entry.before, each.entry.after
    assert before is not None, "only figures that stand in both versions have moved"
    assert after is not None, "only figures that stand in both versions have moved"
    meant = f"{spelled(each.meant)} {after.unit}".strip()
    least, most = (in_unit((end - 1) * 100, 1, 1) for end in (each.least, each.most))
    facts: dict[str, Fact] = {
        "section": subject.heading(each.entry.place),
        "label": each.entry.label or each.entry.column or after.literal,
        "before": figure_of(before),
        "after": figure_of(after),
        "percent": Calculated(percent_spelled(factor)) if factor else "",
        "others": each.others,
        "least": least,
        "most": most,
        "meant": Calculated(meant),
    }
    details = Details(found=figure_of(after), suggestion=meant)
    return uprating_outlier.finding(passage_of(each.entry), facts=facts, case="swapped", severity=Severity.QUESTION, details=details)


def _uprated(before: Amount, after: Amount, factor: Fraction) -> Decimal:
    """Return the earlier amount times a factor, printed as the later one is."""
    return Decimal(round(before.exactly * factor / after.last_place)) * Decimal(1).scaleb(int(after.value.as_tuple().exponent))


def _explained(subject: Subject) -> set[int]:
    """Return the figures that another rule tells of already: those of a relation that the later version breaks."""
    broken = [
        each.relation for each in subject.calculation.outcomes if each.version is Version.AFTER and each.verdict is Verdict.INCONSISTENT
    ]
    relations = [each for each in broken if each.kind is not RelationKind.EQUALITY]
    return {id(entry) for each in relations for entry in (each.whole, *each.parts)}


def _made_of_others(subject: Subject) -> set[int]:
    """Return the figures that the later version makes of others, and rightly: they move as those do."""
    holding = [each.relation for each in subject.calculation.outcomes if each.version is Version.AFTER and each.holds]
    return {id(each.whole) for each in holding if each.kind in MAKING}


def _finding(subject: Subject, entry: Entry, siblings: _Siblings) -> Finding:
    factor, before, after = factor_of(entry), entry.before, entry.after
    assert before is not None, "only figures that stand in both versions have moved"
    assert after is not None, "only figures that stand in both versions have moved"
    middle = siblings.common.middle or Fraction(1)
    expected = _uprated(before, after, middle)
    return uprating_outlier.finding(
        passage_of(entry),
        facts={
            "section": subject.heading(entry.place),
            "label": entry.label or entry.column or after.literal,
            "before": figure_of(before),
            "after": figure_of(after),
            "percent": Calculated(percent_spelled(factor)) if factor else "",
            "count": len(siblings.alike),
            "common": Calculated(percent_spelled(siblings.common)),
            "expected": Calculated(f"{spelled(expected)} {after.unit}".strip()),
        },
        case="near" if siblings.is_near else "",
        severity=Severity.QUESTION if siblings.is_near else None,
        details=Details(found=figure_of(after), expected=f"{spelled(expected)} {after.unit}".strip()),
    )
