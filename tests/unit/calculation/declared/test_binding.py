from __future__ import annotations

from lydelse.model.against_model import Lack
from support.models import against

PRICES = """
# 5 Priser
## 5.1 Besök
|= Besök | Avgift (kr) | Ersättning (kr)
| Läkarbesök | 200 | 1 500
| Sjukgymnastik | 100 | 700
## 5.2 Totalt
För [-2025-]{+2026+} fördelas totalt [-3 000-]{+3 100+} tkr. Snittet är [-25-]{+26+} kr per invånare.
"""


def quantity(section: str, label: str, unit: str, **more: str) -> str:
    keys = "".join(f'"{key}" = "{value}"\n' for key, value in more.items())
    return f'[storhet.q]\navsnitt = "{section}"\netikett = "{label}"\nenhet = "{unit}"\n{keys}'


def literal(document: str, model: str) -> str:
    """The figure that the model's one quantity is bound to, or why it is bound to none."""
    held = against(document, model)
    if held.bound:
        return held.bound[0].entry.stated.literal
    return held.unbound[0].lack.value


def test_a_cell_is_found_by_its_row_and_column() -> None:
    assert literal(PRICES, quantity("5.1 Besök", "Läkarbesök", "kr", kolumn="Ersättning")) == "1 500"
    assert literal(PRICES, quantity("5.1 Besök", "Läkarbesök", "kr", kolumn="Avgift")) == "200"


def test_without_its_column_a_cell_may_be_several() -> None:
    assert literal(PRICES, quantity("5.1 Besök", "Läkarbesök", "kr")) == Lack.SEVERAL.value


def test_an_amount_of_another_kind_is_never_it() -> None:
    assert literal(PRICES, quantity("5.2", "Snittet", "%")) == Lack.ANOTHER_KIND.value
    assert literal(PRICES, quantity("5.2", "Snittet", "kr per invånare")) == "26 kr"


def test_money_is_money_in_whichever_scale_it_is_printed_this_year() -> None:
    assert literal(PRICES, quantity("5.2", "Totalt", "mkr")) == "3 100 tkr"


def test_a_total_is_not_an_average_that_happens_to_be_alike() -> None:
    document = "# 5 Stöd\nGenomsnittet är totalt 25 kr per invånare.\n"
    assert literal(document, quantity("5 Stöd", "Totalt anslag", "tkr")) == Lack.NO_LABEL.value


def test_the_same_figure_in_two_places_is_one_quantity() -> None:
    held = against("# 5 Stöd\nStödet är 700 tkr.\n\nStödet är 700 tkr.\n", quantity("5 Stöd", "Stödet", "tkr"))
    assert len(held.bound) == 1
    assert len(held.bound[0].others) == 1


def test_two_figures_with_one_name_are_told_apart_by_their_year_alone() -> None:
    document = """
# 5 Ram
|= Nämnd | 2026 (tkr) | 2027 (tkr)
| Kultur | 500 | 520
| Fritid | 300 | 310
"""
    assert literal(document, quantity("5 Ram", "Kultur", "tkr", kolumn="(tkr)")) == Lack.SEVERAL.value
    assert literal(document, quantity("5 Ram", "Kultur", "tkr", kolumn="(tkr)", år="sista")) == "520"
    assert literal(document, quantity("5 Ram", "Kultur", "tkr", kolumn="(tkr)", år="första")) == "500"
    assert literal(document, quantity("5 Ram", "Kultur", "tkr", kolumn="(tkr)", år="2027")) == "520"


def test_of_two_quantities_with_one_amount_the_better_name_has_it() -> None:
    better, worse = quantity("5.2", "Totalt", "tkr"), quantity("5.2", "Totalt fördelas", "tkr").replace("storhet.q", "storhet.r")
    held = against("# 5.2 Ram\nTotalt fördelas 3 100 tkr.\n", better.replace("Totalt", "Sammanlagt") + worse)
    assert [each.quantity.name for each in held.bound] == ["r"]
    assert [(each.name, each.lack) for each in held.unbound] == [("q", Lack.TAKEN)]


def test_what_is_not_found_is_told_with_what_comes_closest() -> None:
    held = against(PRICES, quantity("5.1 Besök", "Tandläkare", "kr", kolumn="Avgift"))
    unbound = held.unbound[0]
    assert unbound.lack is Lack.NO_LABEL
    assert [entry.label for entry in unbound.nearest][:2] == ["Läkarbesök", "Läkarbesök"]


def test_an_amount_that_leaves_the_document_is_not_bound() -> None:
    assert literal("# 5 Stöd\n[-Stödet är 700 tkr.-]\nBidraget är 5 tkr.\n", quantity("5 Stöd", "Stödet", "tkr")) == Lack.ONLY_BEFORE.value
