from decimal import Decimal

import pytest

from lydelse.differ import compare, compare_marked
from lydelse.extractors.written import written
from lydelse.model.amount import AmountKind
from lydelse.model.document import Document
from lydelse.model.place import Box
from lydelse.model.quantity import Entry, Status
from lydelse.model.section import sections_of
from lydelse.model.text import Paragraph, Run, Spot


def entries(text: str) -> tuple[Entry, ...]:
    return compare_marked(written(text)).entries


def pairs(text: str) -> list[tuple[str | None, str | None]]:
    return [(entry.before and str(entry.before.value), entry.after and str(entry.after.value)) for entry in entries(text)]  # type: ignore[misc]


def test_struck_and_inserted_figures_beside_one_another_are_one_amount() -> None:
    (entry,) = entries("Bidraget för [-2025-] {+2026+} är [-1 200-] {+1 250+} kr.")
    assert (entry.before, entry.after) != (None, None)
    assert (entry.change, entry.percent, entry.status) == (Decimal(50), Decimal("4.17"), Status.CHANGED)
    assert (entry.year_before, entry.year_after) == (2025, 2026)


def test_an_amount_half_struck_has_both_readings() -> None:
    assert pairs("Taket är 1[-2-]{+3+} mkr.") == [("12", "13")]


def test_an_equal_value_struck_and_inserted_is_unchanged() -> None:
    (entry,) = entries("|= Ålder | Vikt\n| 0–4 | [-0,43-] {+0,43+}")
    assert (entry.status, entry.label, entry.column) == (Status.UNCHANGED, "0–4", "Vikt")


def test_kept_text_under_a_moved_year_is_unchanged_with_both_years() -> None:
    (entry,) = entries("Taket är 6 000 tkr för [-2025-] {+2026+}.")
    assert (entry.status, entry.year_before, entry.year_after) == (Status.UNCHANGED, 2025, 2026)


def test_what_stands_in_one_reading_only_is_added_or_removed() -> None:
    found = entries("[-Hyran är 900 kr per kvadratmeter.-] Vi lämnar {+vite om 5 000 kr för varje vecka+} besked.")
    assert [entry.status for entry in found] == [Status.REMOVED, Status.ADDED]


def test_amounts_of_different_kinds_are_never_one() -> None:
    assert pairs("Vi ger [-15 %-] {+1 500 kr+}.") == [("15", None), (None, "1500")]


def test_several_pairs_in_one_sentence_keep_their_order() -> None:
    text = "Ersättningen är [-100-] {+110+} kr per barn, totalt [-2 000-] {+2 300+} tkr, varav [-300-] {+310+} tkr är hyra."
    assert pairs(text) == [("100", "110"), ("2000", "2300"), ("300", "310")]


def test_a_unit_that_changes_leaves_one_amount() -> None:
    (entry,) = entries("Taket är 500 [-kr-]{+tkr+}.")
    assert (entry.before and entry.before.unit, entry.after and entry.after.unit) == ("kr", "tkr")
    assert entry.status is Status.CHANGED


def test_headings_headers_and_row_labels_state_no_amounts() -> None:
    assert entries("# 2 Bidrag om 500 kr\n|= Avstånd | Vikt\n| 0–29 km | 0\n| Plus 100 | 1,10")[0].label == "0–29 km"
    assert len(entries("# 2 Bidrag om 500 kr\n|= Avstånd | Vikt\n| 0–29 km | 0\n| Plus 100 | 1,10")) == 2


def test_a_table_without_header_cells_has_its_first_row_for_one_when_it_only_names() -> None:
    (entry,) = entries("| Ålder | Vikt\n| 0–4 | [-1,04-]{+1,16+}")
    assert entry.column == "Vikt"


def test_a_table_takes_its_year_from_what_introduces_it() -> None:
    text = "Vikterna avser [-2025-] {+2026+}.\n|= Ålder | Vikt\n| 0–4 | [-1,04-]{+1,16+}"
    (entry,) = entries(text)
    assert (entry.year_before, entry.year_after) == (2025, 2026)


def test_a_caption_further_up_counts_and_a_sentence_further_up_does_not() -> None:
    caption = entries("Priser 2026\nExklusive moms\n|= Vara | Pris\n| Penna | 20 kr")[0]
    sentence = entries("Vi köpte pennor under 2026.\nExklusive moms\n|= Vara | Pris\n| Penna | 20 kr")[0]
    assert (caption.year_after, sentence.year_after) == (2026, None)


def test_the_columns_header_goes_before_the_caption() -> None:
    found = entries("Priser 2030\n|= Vara | 2025 | 2026\n| Penna | 20 kr | 25 kr")
    assert [entry.year_after for entry in found] == [2025, 2026]


def test_list_items_take_their_year_from_their_lead_in() -> None:
    found = entries("För 2026 gäller:\n* hyran är 500 kr\n* avgiften är 300 kr")
    assert [entry.year_after for entry in found] == [2026, 2026]


def test_a_year_earlier_in_the_paragraph_governs_a_later_sentence() -> None:
    assert entries("För 2026 gäller nya regler. Taket är 500 kr.")[0].year_after == 2026


def test_a_clause_struck_and_written_anew_is_one_amount_when_it_is_called_the_same() -> None:
    found = entries("# 1 Stöd\n[-Stödet till föreningar är 500 kr per medlem.-]\n{+Stödet till föreningar är 600 kr per medlem.+}")
    assert [entry.status for entry in found] == [Status.CHANGED]


def test_amounts_of_two_clauses_about_different_things_are_not_one() -> None:
    assert pairs("[-Hyran är 900 kr.-] {+Vitet är 5 000 kr.+}") == [("900", None), (None, "5000")]


def test_columns_of_different_years_are_not_taken_for_one_another() -> None:
    before = written("|= Ålder | 2024 | 2025\n| 0–4 | 1,00 | 1,10")
    after = written("|= Ålder | 2025 | 2026\n| 0–4 | 1,10 | 1,20")
    assert [entry.status for entry in compare(before, after).entries] == [Status.REMOVED, Status.UNCHANGED, Status.ADDED]


def test_a_document_of_one_version_has_no_earlier_values() -> None:
    (entry,) = entries("Taket är 500 kr för 2026.")
    assert (entry.before, entry.year_before, entry.status) == (None, None, Status.UNCHANGED)


def test_an_amount_under_a_struck_heading_stands_in_the_section_above() -> None:
    (entry,) = entries("# 2 Mål\nText.\n# [-2.1 Delmål-]\nTaket är 500 kr.")
    assert (entry.place.section, entry.after and entry.after.place.section) == ("2", "2")


def test_each_version_of_an_amount_has_its_own_page_and_box() -> None:
    before, after = on_page("Taket är 500 kr.", 3), on_page("Taket är 600 kr.", 4)
    (entry,) = compare(before, after).entries
    assert entry.before is not None
    assert entry.after is not None
    assert (entry.before.place.page, entry.after.place.page, entry.place.page) == (3, 4, 4)
    assert entry.after.place.box == Box(9.0, 0.0, 16.0, 10.0)


def on_page(text: str, page: int) -> Document:
    """Return a document of one line whose words stand one point wide for each character."""
    spots = []
    at = 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        spots.append(Spot(start, at, page, Box(float(start), 0.0, float(at), 10.0)))
    return Document(sections=sections_of([Paragraph((Run(text),), spots=tuple(spots))]))


@pytest.mark.parametrize(
    "text",
    [
        "|= Nämnd (tkr) | 2025 | 2026\n| Kultur | 4 500 | 4 700",
        "Belopp i tkr\n|= Nämnd | Bokslut 2025 | Plan 2026\n| Kultur | 4 500 | 4 700",
        "Ramar per nämnd, 1 000-tal kronor\n|= Nämnd | 2025 | 2026\n| Kultur | 4 500 | 4 700",
        "|= Nämnd | Utfall 2025 | Prognos 2026\n| Kultur | 4 500 | 4 700\n(tkr)",
        "Ramen höjs.\n|= Nämnd | År 2025 | År 2026\n| Kultur | 4 500 | 4 700\nAlla belopp i tabellen anges i tkr.",
        "# 4.2 Ramar (tkr)\n|= Nämnd | 2025 | 2026\n| Kultur | 4 500 | 4 700",
    ],
)
def test_a_unit_that_the_table_states_once_holds_for_columns_without_their_own(text: str) -> None:
    assert [(entry.kind, entry.stated.unit, entry.year_after) for entry in entries(text)] == [
        (AmountKind.MONEY, "tkr", 2025),
        (AmountKind.MONEY, "tkr", 2026),
    ]


def test_columns_of_another_kind_or_with_a_unit_of_their_own_keep_it() -> None:
    text = "|= Enhet (tkr) | Andel | Antal platser | Pris (kr) | Kod | Differens\n| Norr | 3,5 | 12 | 900 | 17 | −4"
    assert [(entry.kind, entry.stated.unit) for entry in entries(text)] == [
        (AmountKind.SHARE, "%"),
        (AmountKind.COUNT, ""),
        (AmountKind.MONEY, "kr"),
        (AmountKind.MONEY, "tkr"),
    ]


@pytest.mark.parametrize("above", ["Ramen är 500 tkr", "Beloppet betalas i januari med 500 tkr.", "Enheterna ersätts i kronor."])
def test_an_amount_or_a_sentence_above_a_table_gives_it_no_unit(above: str) -> None:
    assert entries(f"{above}\n|= Enhet | 2025\n| Norr | 12,5")[-1].stated.unit == ""


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("# 3 Avgifter [-2025-]{+2026+}\nIntyget kostar 800 kr.", (2025, 2026)),
        ("# 3 Avgifter [-2025-]{+2026+}\n# 3.1 Intyg\n|= Intyg | Pris (kr)\n| Körkort | 800", (2025, 2026)),
        ("# 3 Avgifter [-2025-]{+2026+}\n# 4 Intyg\nIntyget kostar {+alltid+} 800 kr.", (None, None)),
        ("# 3 Avgifter [-2025-]{+2026+}\nIntyget kostar 800 kr sedan 2020.", (2020, 2020)),
        ("# 3 Avgifter 2026\nIntyget kostar {+alltid+} 800 kr.", (None, None)),
        ("#0 Avgifter [-2025-]{+2026+}\n# 3 Intyg\nIntyget kostar 800 kr.", (None, None)),
    ],
)
def test_a_heading_that_moves_its_year_governs_what_no_other_year_does(text: str, years: tuple[int | None, int | None]) -> None:
    (entry,) = entries(text)
    assert (entry.year_before, entry.year_after) == years
