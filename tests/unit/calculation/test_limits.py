from __future__ import annotations

import pytest

from lydelse.model.calculation import Origin, RelationKind, Verdict
from support.calculations import calculation_of, outcome_of


def limits_verdict(text: str) -> Verdict | None:
    outcome = outcome_of(f"# 1 Stöd\n{text}", RelationKind.BOUNDS)
    return outcome.verdict if outcome else None


@pytest.mark.parametrize(
    "text",
    [
        "Stödet är lägst 200 kr och högst 300 kr.",
        "Stödet är mellan 200 och 300 kr.",
        "Stödet är 300 kr per besök, dock högst 300 kr per besök.",
        "Stödet betalas med lägsta nivå på 200 kr. Det maximala stödet uppgår till 300 kr per besök.",
        "Högsta stödet är 300 kr. Lägsta stödet är 200 kr.",
    ],
)
def test_a_floor_that_is_not_above_its_ceiling_holds(text: str) -> None:
    assert limits_verdict(text) is Verdict.EXACT


@pytest.mark.parametrize(
    "text",
    [
        "Stödet är lägst 301 kr och högst 300 kr.",
        "Stödet är mellan 301 och 300 kr.",
        "Stödet är 301 kr per besök, dock högst 300 kr per besök.",
        "Lägsta stödet är 301 kr. Högsta stödet är 300 kr.",
        "Högsta stödet är 300 kr. Lägsta stödet är 301 kr.",
    ],
)
def test_a_floor_above_its_ceiling_does_not_hold(text: str) -> None:
    assert limits_verdict(text) is Verdict.INCONSISTENT


@pytest.mark.parametrize(
    "text",
    [
        "Lägsta stödet för nybesök är 500 kr. Högsta stödet för återbesök är 300 kr.",
        "Lägsta stödet är 500 kr per år. Högsta stödet är 300 kr per månad.",
        "Lägsta stödet är 500 kr. Mer sägs inte. Högsta stödet är 300 kr.",
    ],
)
def test_limits_that_may_be_of_two_things_are_not_held_together(text: str) -> None:
    assert limits_verdict(text) is None


def test_a_floor_and_a_ceiling_of_two_sentences_are_stated() -> None:
    relation = calculation_of("# 1 Stöd\nLägsta stödet är 200 kr. Högsta stödet är 300 kr.").relations[0]
    assert relation.origin is Origin.STATED
    assert relation.whole.stated.literal == "300 kr"
