from __future__ import annotations

import pytest

from lydelse.extractors.outline import heading_level


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("5. Ersättning", 1),
        ("5 Ersättning", 1),
        ("6. Uppföljning och utvärdering", 1),
        ("5.1 Ersättning för listade invånare", 2),
        ("3.13 Utveckling 2026", 2),
        ("5.1.1 Ersättning per listad invånare", 3),
        ("5.1.1. Ersättning per listad invånare", 3),
        ("5.3.7 ST-läkare", 3),
        ("4.2 Övrigt m.m.", 2),
        ("3.2 1177 Vårdguiden", 2),
        ("5.2.5 Personer i länet som inte är listade på vårdenheten", 3),
        ("§ 118", 1),
        ("§118", 1),
        ("§ 12 Val av justerare", 1),
        ("Bilaga 2", 1),
        ("Bilaga 2 Prislista", 1),
        ("Bilaga A: Avtal", 1),
        ("Kapitel 3", 1),
        ("Kapitel 3. Uppdrag", 1),
        ("KAPITEL 6", 1),
        ("KAPITEL 6 ERSÄTTNING", 1),
        ("BILAGA 2 PRISLISTA", 1),
        ("6 kap. Avgifter", 1),
        ("Avsnitt 5.2 Pris", 2),
        ("5.2 Pris, forts.", 2),
    ],
)
def test_a_numbered_heading_has_the_level_of_its_number(line: str, level: int) -> None:
    assert heading_level(line) == level


@pytest.mark.parametrize(
    "line",
    [
        "1. Förslaget fastställs.",
        "2. Kostnaden tas ur budgeten för 2026",
        "3. Frågan om ersättning överförs till nämnden",
        "1. ersättning för listade",
        "1.1 Leverantören ska följa lagen.",
        "4.2 Leverantören ska lämna de uppgifter som krävs för uppföljningen av avtalet",
    ],
)
def test_numbered_items_and_clauses_are_no_headings(line: str) -> None:
    assert heading_level(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "1 januari 2026",
        "12 Maj 2025",
        "2025 års nivå",
        "10 000 kr per plats",
        "5.1 miljoner kronor",
        "1.5 Mkr",
        "5.1 10 000 kronor",
        "30 km",
        "0–4 1,04 1,16",
        "2 001–4 000 0,8",
        "8 kap. kommunallagen",
    ],
)
def test_dates_amounts_and_rows_are_no_headings(line: str) -> None:
    assert heading_level(line) is None


@pytest.mark.parametrize(
    "line",
    ["5.1.1 ska tillämpas från", "§ 65 om underlaget för", "Bilaga 2 visar vikterna", "Avsnitt 5.1 gäller", "6 kap. 3 § Kommunallagen"],
)
def test_a_sentence_that_begins_with_a_reference_is_no_heading(line: str) -> None:
    assert heading_level(line) is None


@pytest.mark.parametrize("line", ["5.1 Ersättning ........ 12", "5.1 Ersättning\t12", "Sammanfattning", "", "Vårdgivaren ansvarar"])
def test_contents_and_unnumbered_lines_have_no_level(line: str) -> None:
    assert heading_level(line) is None
