from __future__ import annotations

from lydelse.calculation.same_quantities import with_quantities_united
from lydelse.differ import compare_marked
from lydelse.extractors.written import written


def _quantities(text: str) -> list[tuple[str, str]]:
    comparison = with_quantities_united(compare_marked(written(text)))
    return [(entry.stated.literal, entry.quantity) for entry in comparison.entries]


def test_an_amount_and_its_rounded_restatement_are_one_quantity() -> None:
    first, second = _quantities(
        "# 1 Kompensation\nKompensationen till de privata utförarna är totalt 13 878 702 kronor.\n"
        "# 2 Sammanfattning\nKompensationen till de privata utförarna är knappt 13,9 miljoner kronor.\n"
    )
    assert first[1] == second[1]


def test_a_total_that_is_said_again_after_it_changed_is_one_quantity() -> None:
    quantities = _quantities(
        "# 1 Listning\nErsättningen för listning är totalt [-773 096-] {+798 047+} tkr.\n"
        "# 9 Sammanfattning\nErsättningen för listning är totalt [-773 096-] {+798 047+} tkr.\n"
    )
    assert len({quantity for _, quantity in quantities}) == 1


def test_equal_prices_of_different_things_are_two_quantities() -> None:
    quantities = _quantities("# 1 Läkare\nEtt läkarbesök kostar 700 kr.\n# 2 Resor\nEn taxiresa ersätts med 700 kr.\n")
    assert len({quantity for _, quantity in quantities}) == 2


def test_amounts_that_disagree_are_two_quantities() -> None:
    quantities = _quantities(
        "# 1 Listning\nErsättningen för listning är totalt 798 047 tkr.\n"
        "# 9 Sammanfattning\nErsättningen för listning är totalt 789 047 tkr.\n"
    )
    assert len({quantity for _, quantity in quantities}) == 2
