from __future__ import annotations

import pytest

from lydelse.calculation.declared.names import SAME, label_rank, section_rank


@pytest.mark.parametrize(
    ("declared", "printed"),
    [
        ("Totalt", "totalt"),
        ("Budget 2025", "Budget 2026"),
        ("0–4 år", "0 - 4 år"),
        ("Ersättning, listade", "Ersättning listade"),
        ("Vikt 1,00", "Vikt 1,00"),
    ],
)
def test_years_spaces_dashes_and_capitals_do_not_part_two_names(declared: str, printed: str) -> None:
    assert label_rank(declared, printed) == SAME


@pytest.mark.parametrize(
    ("declared", "printed"),
    [
        ("Totalt", "Totalt fördelas"),
        ("Totalt", "Sammanlagt"),
        ("Ersättning för läkemedel", "Läkemedelsersättningen"),
        ("85 år och äldre", "85+"),
        ("Ersättningen för allmänläkemedel", "Preliminära ersättningen för allmänläkemedel"),
    ],
)
def test_names_with_words_in_common_are_alike_but_less(declared: str, printed: str) -> None:
    rank = label_rank(declared, printed)
    assert rank is not None
    assert rank > SAME


@pytest.mark.parametrize(
    ("declared", "printed"),
    [
        ("Vikt 1,00", "Vikt 2,00"),
        ("0–4", "5–9"),
        ("0–4", "0–14"),
        ("85 år och äldre", "75–84"),
        ("Listning", "Läkemedel"),
        ("Nybesök hos läkare", "Återbesök hos läkare"),
        ("Totalt", "Genomsnittet"),
    ],
)
def test_figures_and_telling_words_part_two_names(declared: str, printed: str) -> None:
    assert label_rank(declared, printed) is None


def test_a_section_is_known_by_its_title_when_it_gets_another_number() -> None:
    assert section_rank("4.1.1 Ersättning per listad", "4.1.1", "Ersättning per listad") == SAME
    moved = section_rank("4.1.1 Ersättning per listad", "5.2", "Ersättning per listad")
    assert moved is not None
    assert moved > SAME


def test_a_number_that_another_section_has_taken_over_is_not_enough() -> None:
    assert section_rank("4.1.3 Glesbygd", "4.1.3", "Läkemedel") is None


def test_a_number_alone_and_a_title_alone_will_do() -> None:
    assert section_rank("4.1.3", "4.1.3", "Glesbygd") == SAME
    assert section_rank("4.1.3", "4.1.4", "Glesbygd") is None
    assert section_rank("Glesbygd", "4.1.3", "Glesbygd") == SAME
    assert section_rank("Bilaga 2 Priser", "Bilaga 2", "Priser") == SAME
