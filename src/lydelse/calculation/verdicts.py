"""What every test of a relation has in common: when rounding explains a difference, and when nothing can be tested."""

from __future__ import annotations

from fractions import Fraction

from lydelse.model.amount import Amount, Exactness, Qualifier
from lydelse.model.calculation import Outcome, Relation, Verdict
from lydelse.model.interval import Interval
from lydelse.model.text import Version

BARELY = Fraction(5, 100)
"""Below this probability a relation that rounding can explain is said to hold barely."""

LOOSE = frozenset({Qualifier.ABOUT, Qualifier.JUST_BELOW, Qualifier.JUST_ABOVE})
BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.LESS_THAN})


def graded(difference: Fraction, probability: Fraction | None) -> Verdict:
    """Return how well a relation holds whose difference rounding can explain."""
    if difference == 0:
        return Verdict.EXACT
    return Verdict.BARELY if probability is not None and probability < BARELY else Verdict.WITHIN_ROUNDING


def grid(amount: Amount) -> Fraction:
    """Return the step that a figure was rounded to, 0 where it is exact."""
    return amount.last_place if amount.exactness is Exactness.ROUNDED else Fraction(0)


def untestable(relation: Relation, version: Version) -> Outcome:
    """Return the outcome of a relation that a version's figures do not allow to be tested."""
    nothing = Interval(None, None)
    return Outcome(relation, version, relation.whole.year(version), Verdict.NOT_TESTABLE, nothing, nothing, Fraction(0))
