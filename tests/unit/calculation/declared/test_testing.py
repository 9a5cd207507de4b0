from __future__ import annotations

import pytest

from lydelse.model.calculation import Outcome, RelationKind, Verdict
from lydelse.model.text import Version
from support.models import model_of, subject_against

HEAD = """
# 5 Ersättning
"""


def outcome_of(document: str, model: str, version: Version = Version.AFTER) -> Outcome | None:
    outcomes = subject_against(HEAD + document, model_of(model)).calculation.outcomes
    declared = [each for each in outcomes if each.relation.kind is RelationKind.DECLARED and each.version is version]
    assert len(declared) <= 1
    return declared[0] if declared else None


def quantities(*names: tuple[str, str, str]) -> str:
    return "".join(f'[storhet.{name}]\navsnitt = "5"\netikett = "{label}"\nenhet = "{unit}"\n' for name, label, unit in names)


@pytest.mark.parametrize(
    ("cost", "verdict"),
    [("2 400", Verdict.EXACT), ("2 400,1", Verdict.WITHIN_ROUNDING), ("2 430", Verdict.INCONSISTENT)],
)
def test_a_product_is_tested_with_what_its_price_may_stand_for(cost: str, verdict: Verdict) -> None:
    model = quantities(("kostnad", "Kostnaden", "tkr"), ("pris", "Priset", "kr per plats")) + '[storhet.platser]\ntal = "200"\n'
    model = model.replace('enhet = "kr per plats"\n', 'enhet = "kr per plats"\nexakt = false\n')
    outcome = outcome_of(
        f"Priset är 12 000 kr per plats. Kostnaden är {cost} tkr.", model + '[relation.r]\nuttryck = "kostnad = pris * platser"\n'
    )
    assert outcome is not None
    assert outcome.verdict is verdict


def test_the_probability_of_a_sum_is_that_of_honest_rounding() -> None:
    model = quantities(("a", "Anslaget", "tkr"), ("b", "Bidraget", "tkr"), ("c", "Stödet", "tkr"))
    document = "Anslaget är 1 001 tkr. Bidraget är 600 tkr. Stödet är 400 tkr."
    outcome = outcome_of(document, model + '[relation.r]\nuttryck = "a = b + c"\n')
    assert outcome is not None
    assert outcome.verdict is Verdict.WITHIN_ROUNDING
    assert outcome.probability is not None
    assert 0 < outcome.probability < 1


def test_an_exact_quantity_leaves_nothing_to_rounding() -> None:
    model = quantities(("a", "Anslaget", "tkr"), ("b", "Bidraget", "tkr"), ("c", "Stödet", "tkr")).replace("tkr", "tkr", 1)
    exact = model.replace('enhet = "tkr"\n', 'enhet = "tkr"\nexakt = true\n')
    document = "Anslaget är 1 001 tkr. Bidraget är 600 tkr. Stödet är 400 tkr."
    outcome = outcome_of(document, exact + '[relation.r]\nuttryck = "a = b + c"\n')
    assert outcome is not None
    assert outcome.verdict is Verdict.INCONSISTENT


def test_a_share_that_the_document_states_may_be_a_quantity() -> None:
    model = quantities(("a", "Avsatt", "tkr"), ("andel", "Andelen", "%"), ("b", "Budgeten", "tkr"))
    model += '[relation.r]\nuttryck = "a = andel * b"\n'
    document = "Avsatt är 60 tkr. Andelen är 3 %. Budgeten är {} tkr."
    right, wrong = outcome_of(document.format("2 000"), model), outcome_of(document.format("3 000"), model)
    assert right is not None
    assert right.holds
    assert wrong is not None
    assert wrong.verdict is Verdict.INCONSISTENT


def test_a_ceiling_is_the_figure_that_it_is() -> None:
    model = quantities(("tak", "Taket", "kr"), ("golv", "Golvet", "kr")) + '[relation.r]\nuttryck = "tak = 4 * golv"\n'
    outcome = outcome_of("Taket är högst 100 000 kr. Golvet är minst 25 000 kr.", model)
    assert outcome is not None
    assert outcome.holds


def test_about_is_plausible_at_most() -> None:
    model = quantities(("a", "Anslaget", "tkr"), ("b", "Bidraget", "tkr")) + '[relation.r]\nuttryck = "a = 2 * b"\n'
    outcome = outcome_of("Anslaget är cirka 1 203 tkr. Bidraget är 600 tkr.", model)
    assert outcome is not None
    assert outcome.verdict is Verdict.PLAUSIBLE


def test_given_numbers_are_those_of_the_figures_year() -> None:
    model = (
        quantities(("a", "Anslaget", "tkr")) + '[storhet.antal]\ntal = {2025 = 10, 2026 = 12}\n[relation.r]\nuttryck = "a = 5000 * antal"\n'
    )
    document = "För [-2025-]{+2026+} är anslaget [-50-]{+60+} tkr."
    for version in Version:
        outcome = outcome_of(document, model, version)
        assert outcome is not None
        assert outcome.verdict is Verdict.EXACT


def test_a_year_that_the_model_gives_no_number_for_is_not_tested() -> None:
    model = quantities(("a", "Anslaget", "tkr")) + '[storhet.antal]\ntal = {2025 = 10}\n[relation.r]\nuttryck = "a = 5000 * antal"\n'
    assert outcome_of("För 2027 är anslaget 60 tkr.", model) is None


def test_what_cannot_be_solved_is_not_testable_and_never_an_error() -> None:
    model = quantities(("a", "Anslaget", "tkr"), ("b", "Bidraget", "tkr")) + '[relation.r]\nuttryck = "a = a * a + b"\n'
    outcome = outcome_of("Anslaget är 60 tkr. Bidraget är 5 tkr.", model)
    assert outcome is not None
    assert outcome.verdict is Verdict.NOT_TESTABLE


@pytest.mark.parametrize(
    ("after", "verdict"),
    [
        ("25 800", Verdict.WITHIN_ROUNDING),
        ("25 775", Verdict.EXACT),
        ("25 000", Verdict.INCONSISTENT),
        ("26 500", Verdict.INCONSISTENT),
        ("25 750", Verdict.INCONSISTENT),
    ],
)
def test_an_uprated_figure_may_be_rounded_to_its_zeros_but_not_left_as_it_was(after: str, verdict: Verdict) -> None:
    model = quantities(("a", "Avgiften", "kr")) + '[index.lpik]\nprocent = "3,1"\nstorheter = ["a"]\n'
    outcome = outcome_of(f"För [-2025-]{{+2026+}} är avgiften [-25 000-]{{+{after}+}} kr.", model)
    assert outcome is not None
    assert outcome.verdict is verdict


def test_an_index_says_nothing_of_a_document_of_one_version() -> None:
    model = quantities(("a", "Avgiften", "kr")) + '[index.lpik]\nprocent = "3,1"\nstorheter = ["a"]\n'
    assert outcome_of("För 2026 är avgiften 25 000 kr.", model) is None


def test_an_index_with_a_volume_follows_both() -> None:
    model = quantities(("a", "Anslaget", "tkr")) + (
        '[storhet.antal]\ntal = {2025 = 100, 2026 = 110}\n[index.lpik]\nprocent = 3\nstorheter = ["a"]\nvolym = "antal"\n'
    )
    document = "För [-2025-]{{+2026+}} är anslaget [-10 000-]{{+{}+}} tkr."
    right, wrong = outcome_of(document.format("11 330"), model), outcome_of(document.format("10 300"), model)
    assert right is not None
    assert right.holds
    assert wrong is not None
    assert not wrong.holds
