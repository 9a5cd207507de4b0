"""What the parts of a reimbursement leave out of a document's money: said, one by one, and nothing that they take in."""

import pytest

from lydelse.calculation.declared.uncounted import counted_of
from lydelse.calculation.unit_expressions import formula_of
from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.model.impact_coverage import UncountedKind
from lydelse.model.impact_model import Component

TEXT = """
# 1 Besök
För hembesök betalas 500 kr per besök, dock högst 4 000 kr. Under 2026 är ersättningen för hembesök 500 kr.
# 2 Tolk
Tolkkostnader ersätts enligt faktisk kostnad. Tolk ska bokas i god tid.
# 3 Utbildning
Regionen ersätter 50 % av lönekostnaden.
"""
COMPARISON = compare_marked(written(TEXT))


def left_out(*used: str, components: tuple[Component, ...] = ()) -> list[tuple[str, str, str]]:
    chosen = [entry for entry in COMPARISON.entries if entry.after and entry.after.literal in used]
    counted = counted_of(COMPARISON, chosen, (), components)
    assert counted.amounts == 4
    amounts = [each for each in counted.left_out if each.kind is not UncountedKind.COSTS]
    assert counted.counted == counted.amounts - len(amounts)
    return [(each.kind.value, each.place.section, each.text) for each in counted.left_out]


COSTS = ("costs", "2", "Tolkkostnader ersätts enligt faktisk kostnad.")


def test_amounts_shares_and_costs_that_no_part_is_made_of_are_named() -> None:
    assert left_out() == [
        ("amount", "1", "500 kr"),
        ("amount", "1", "4 000 kr"),
        ("amount", "1", "500 kr"),
        COSTS,
        ("share", "3", "50 %"),
    ]


def test_what_is_used_is_not() -> None:
    assert left_out("500 kr", "4 000 kr") == [COSTS, ("share", "3", "50 %")]


def test_what_a_formula_writes_out_in_its_own_section_is_used() -> None:
    own = Component("besok", "Besök", formula_of("hogst(4000; 500 * listade)"), "1")
    elsewhere = Component("annat", "Annat", formula_of("4000 + 0,5"), "9")
    assert left_out(components=(own, elsewhere)) == [COSTS, ("share", "3", "50 %")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hjälpmedel ersätts till självkostnad.",
        "Resor ersätts mot kvitto.",
        "Särskilda insatser ersätts enligt särskild överenskommelse.",
        "Ett engångsbelopp betalas vid start.",
        "Vikarier ersätts fullt ut.",
    ],
)
def test_a_payment_without_an_amount_is_named(sentence: str) -> None:
    document = compare_marked(written(f"# 1 Del\n{sentence} Ansökan görs i förväg.\n"))
    assert [each.text for each in counted_of(document, (), (), ()).left_out] == [sentence]


def test_a_sentence_that_pays_nothing_is_not_named() -> None:
    document = compare_marked(written("# 1 Del\nVårdcentralen ska redovisa besök. Kostnaderna har ökat under året.\n"))
    assert counted_of(document, (), (), ()).left_out == ()


def test_such_a_sentence_is_named_beside_one_that_states_an_amount() -> None:
    document = compare_marked(written("# 1 Del\nBesök ersätts med 500 kr. Tolk ersätts enligt räkning.\n"))
    left = counted_of(document, document.entries, (), ()).left_out
    assert [each.text for each in left] == ["Tolk ersätts enligt räkning."]
