"""Columns that are kept by wide gaps are read by where their cells stand."""

from __future__ import annotations

import pytest

from lydelse.extractors.text import document_of
from lydelse.extractors.written import in_words


def words(text: str) -> list[str]:
    """Return the text as read, in the mini-language, one line a block."""
    return in_words(document_of(text)).splitlines()


def test_a_header_of_two_lines_parts_the_columns_below_it() -> None:
    text = (
        "Tjänst               Avgift 2025          Avgift 2026\n"
        "                     (kr/mån)             (kr/mån)\n"
        "Matlåda              310                  325\n"
        "Trygghetslarm        198                  204\n"
    )
    assert words(text) == [
        "|= Tjänst | Avgift 2025 (kr/mån) | Avgift 2026 (kr/mån)",
        "| Matlåda | 310 | 325",
        "| Trygghetslarm | 198 | 204",
    ]


def test_a_label_wraps_above_or_below_its_figures() -> None:
    text = (
        "Tjänst               Avgift 2025 (kr)     Avgift 2026 (kr)\n"
        "Matlåda med\n"
        "efterrätt            310                  325\n"
        "Trygghets-           198                  204\n"
        "larm\n"
        "Ledsagning           –                    150\n"
    )
    assert words(text)[1:] == ["| Matlåda med efterrätt | 310 | 325", "| Trygghets- larm | 198 | 204", "| Ledsagning | – | 150"]


def test_an_empty_cell_stays_empty_and_a_group_of_rows_keeps_its_name() -> None:
    text = (
        "Enhet           Antal      Belopp (tkr)\n"
        "Skolor\n"
        "Norra           12              4 500\n"
        "Södra                             980\n"
        "Summa           12              5 480\n"
    )
    assert words(text)[1:] == ["| Skolor |  |  |", "| Norra | 12 | 4 500", "| Södra |  | 980", "| Summa | 12 | 5 480"]


def test_cells_parted_by_tabs_are_cells_however_narrow_they_look() -> None:
    assert words("Tjänst\t2025\t2026\nMatlåda\t310\t325\nLarm\t198\t204\n") == [
        "|= Tjänst | 2025 | 2026",
        "| Matlåda | 310 | 325",
        "| Larm | 198 | 204",
    ]


def test_prose_right_below_the_rows_is_no_row() -> None:
    text = (
        "Tjänst               2025      2026\nMatlåda              310       325\nLarm                 198       204\n\n"
        "För egen regi är avgiften 310 kr per månad.\n"
    )
    assert words(text)[-1] == "För egen regi är avgiften 310 kr per månad."


@pytest.mark.parametrize(
    "text",
    [
        "1 Avgift\n\nTjänst Pris\nMatlåda      310     325\nLarm         198     204\n",
        "1 Avgift\n\nAvgift per månad     310   325\ndärefter             198   204\n\nText följer.\n",
        "1 Avgift\n\nTjänst\nMatlåda\nLarm\nMat\n\nPris\n310\n198\n\nNytt pris\n325\n\n204\n150\n\nText följer.\n",
    ],
)
def test_figures_that_cannot_be_placed_are_said_to_be_unread_and_make_no_amount(text: str) -> None:
    document = document_of(text)
    assert [(each.code, each.message.facts["section"]) for each in document.unread] == [("X905", "1")]
    assert "310 325" not in in_words(document)


def test_columns_copied_one_after_the_other_are_as_many_as_there_are_blocks() -> None:
    text = "Tjänst\nMatlåda\nLarm\nMat\n\nPris 2025\n(kr)\n310\n198\n150\n\nPris 2026\n(kr)\n325\n204\n–\n"
    assert words(text) == ["|= Tjänst | Pris 2025 (kr) | Pris 2026 (kr)", "| Matlåda | 310 | 325", "| Larm | 198 | 204", "| Mat | 150 | –"]


def test_a_name_that_is_only_counted_is_no_row() -> None:
    assert words("Nivåerna är:\n\nNivå 1\nNivå 2\nNivå 3\n")[1:] == ["Nivå 1", "Nivå 2", "Nivå 3"]


def test_a_unit_on_a_line_of_its_own_is_not_the_year_s_above_it() -> None:
    assert words("Delårsrapport augusti 2026\ntkr\n\nVerksamheten går bra.\n") == [
        "Delårsrapport augusti 2026",
        "tkr",
        "Verksamheten går bra.",
    ]
