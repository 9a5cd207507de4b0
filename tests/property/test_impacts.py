"""What units get obeys the laws of money: a total that is shared out is shared out whole, and equals get equals."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from lydelse.impact.assembling import impact_of
from lydelse.model.impact import Impact
from lydelse.model.impact_units import Unit
from lydelse.records import replace
from support.impacts import UNITS, comparison_of, unit_model, units_of

COUNTS = st.integers(min_value=0, max_value=400).map(Fraction)
UNIT = st.tuples(COUNTS, COUNTS, st.booleans(), COUNTS)
ANSWERS = st.sampled_from(["steg", "marginal"])


def impact_with(rows: list[tuple[Fraction, Fraction, bool, Fraction]], answer: str) -> Impact:
    model = unit_model(answer=answer)
    pattern = units_of(UNITS, model)
    made = tuple(
        Unit(f"Enhet {at}", at + 2, private, (young, old), young + old, {"besok": visits})
        for at, (young, old, private, visits) in enumerate(rows)
    )
    return impact_of(comparison_of(), model, replace(pattern, units=made))


@settings(max_examples=40, deadline=None)
@given(st.lists(UNIT, min_size=1, max_size=8), ANSWERS)
def test_a_total_is_shared_out_whole(rows: list[tuple[Fraction, Fraction, bool, Fraction]], answer: str) -> None:
    rows.append((Fraction(1), Fraction(1), False, Fraction(0)))
    reading = impact_with(rows, answer).main
    at = [each.name for each in reading.components].index("glesbygd")
    assert sum(unit.after[at].made for unit in reading.units) == 1_100_000
    assert sum(unit.before[at].made for unit in reading.units) == 1_000_000


@settings(max_examples=40, deadline=None)
@given(st.lists(UNIT, min_size=1, max_size=6), ANSWERS, COUNTS)
def test_a_unit_without_residents_gets_only_what_is_not_per_resident(
    rows: list[tuple[Fraction, Fraction, bool, Fraction]], answer: str, visits: Fraction
) -> None:
    nobody = (Fraction(0), Fraction(0), True, visits)
    unit = impact_with([(Fraction(3), Fraction(4), False, Fraction(0)), *rows, nobody], answer).main.units[-1]
    assert unit.total_after.made == min(Fraction(4000), 500 * visits)
    assert unit.per_listed is None


@settings(max_examples=40, deadline=None)
@given(st.lists(UNIT, min_size=1, max_size=6), UNIT, ANSWERS)
def test_equal_units_get_equal_amounts(
    rows: list[tuple[Fraction, Fraction, bool, Fraction]], same: tuple[Fraction, Fraction, bool, Fraction], answer: str
) -> None:
    units = impact_with([(Fraction(3), Fraction(4), False, Fraction(0)), same, *rows, same], answer).main.units
    assert (units[1].before, units[1].after) == (units[-1].before, units[-1].after)


@settings(max_examples=40, deadline=None)
@given(st.lists(UNIT, min_size=2, max_size=6), ANSWERS)
def test_the_order_of_the_units_changes_nothing(rows: list[tuple[Fraction, Fraction, bool, Fraction]], answer: str) -> None:
    rows.append((Fraction(3), Fraction(4), False, Fraction(0)))
    one, other = impact_with(rows, answer).main, impact_with(rows[::-1], answer).main
    assert [unit.after for unit in one.units] == [unit.after for unit in other.units][::-1]


@settings(max_examples=40, deadline=None)
@given(st.lists(UNIT, min_size=1, max_size=6), ANSWERS)
def test_what_the_printed_figures_give_lies_within_what_rounding_allows(
    rows: list[tuple[Fraction, Fraction, bool, Fraction]], answer: str
) -> None:
    rows.append((Fraction(3), Fraction(4), False, Fraction(0)))
    for unit in impact_with(rows, answer).main.units:
        assert all(span.low <= span.made <= span.high for span in (*unit.before, *unit.after))
