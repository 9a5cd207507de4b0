"""References as typed values."""

from __future__ import annotations

import pytest

from lydelse.figures.references import ReferenceKind, references_in
from lydelse.model.case_number import CaseNumber


def told(text: str) -> list[tuple[str, str]]:
    return [(reference.kind.value, reference.target) for reference in references_in(text)]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("RS/733/2021", CaseNumber("RS", 733, 2021)),
        ("KS/2018:443", CaseNumber("KS", 443, 2018)),
        ("KS 2018:443", CaseNumber("KS", 443, 2018)),
        ("KS-2015/112", CaseNumber("KS", 112, 2015)),
        ("23RS1234", CaseNumber("RS", 1234, 2023)),
        ("dnr 2014/304", CaseNumber("", 304, 2014)),
    ],
)
def test_case_numbers_are_evened_out(text: str, case: CaseNumber) -> None:
    (reference,) = references_in(f"Ärendet ({text}) avgörs")
    assert (reference.kind, reference.case, reference.literal) == (ReferenceKind.CASE, case, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("se avsnitt 5.1.1.", [("section", "5.1.1")]),
        ("avsnitten 5.1, 5.2 och 5.3", [("section", "5.1"), ("section", "5.2"), ("section", "5.3")]),
        ("kapitel 3.9 och Bilaga 2", [("section", "3.9"), ("section", "Bilaga 2")]),
        ("§ 118 och §44", [("item", "118"), ("item", "44")]),
        ("§§ 12 och 14", [("item", "12"), ("item", "14")]),
        ("lagen (2008:962) om valfrihet", [("law", "2008:962")]),
        ("lagen om valfrihet (LOV 2008:962)", [("law", "2008:962")]),
        ("Dir. 2023:98 och SOU 2018:39", [("paper", "Dir. 2023:98"), ("paper", "SOU 2018:39")]),
        ("8 kap. kommunallagen", []),
        ("12 kap. 7 § 2 st. samma lag", []),
        ("den 24 mars 2021 §44", [("item", "44")]),
        ("årsskiftet 2020/21", []),
        ("https://exempel.se/avsnitt 5", []),
        ("enligt punkt 3.2 och punkt 4", [("section", "3.2"), ("point", "4")]),
        ("avsnitt 5.1–5.3", [("section", "5.1"), ("section", "5.3")]),
        ("se 5.3.1 och beslutet i 4.2 ovan", [("section", "4.2")]),
        ("(se 5.3.1)", [("section", "5.3.1")]),
        ("enligt 2.5 procent", []),
        ("bilagorna 1, 2 och 3", [("section", "Bilaga 1"), ("section", "Bilaga 2"), ("section", "Bilaga 3")]),
        ("tabell 3 och diagram 1", [("table", "3"), ("figure", "1")]),
        ("enligt 5 §", [("item", "5")]),
        ("3 kap. 5 § patientlagen", []),
    ],
)
def test_what_a_reference_points_at(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_reference_knows_where_it_stands() -> None:
    text = "Enligt avsnitten 5.1 och 5.2 gäller § 7."
    assert all(text[reference.start : reference.end] == reference.literal for reference in references_in(text))


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("Se avsnitt 5.2.", ""),
        ("avsnitt 5.2 i detta avtal", ""),
        ("avsnitt 5.2 i samband med upphandling", ""),
        ("avsnitt 5.2 i avtalet", "avtalet"),
        ("kapitel 4 i Socialstyrelsens föreskrifter", "Socialstyrelsens"),
        ("avtalets punkt 4.2", "avtalets"),
        ("Kapitel 11 plan- och bygglagen", "bygglagen"),
        ("lagen (2016:1145), kapitel 13", "2016:1145"),
        ("standarden SS-EN 124, avsnitt 5.2", "124"),
        ("se avsnitt 3.4 Villkor för hyra i avtalet", "avtalet"),
        ("Avsnitt 5.4 Läkemedel gäller i hela länet.", ""),
        ("regleras i uppdragsspecifikationen, kapitel 3.9", "uppdragsspecifikationen"),
        ("kap. 4 LOU", "LOU"),
        ("5 § kommunallagen", "kommunallagen"),
        ("avsnitt 3.1 i bilaga 2", "Bilaga 2"),
        ("Bilaga 2, avsnitt 3.1", ""),
        ("avsnitt 5.1, avsnitt 5.2", ""),
    ],
)
def test_a_reference_knows_which_other_writing_it_is_said_to_stand_in(text: str, within: str) -> None:
    assert (
        next(each for each in references_in(text) if each.kind is ReferenceKind.SECTION or each.kind is ReferenceKind.ITEM).within == within
    )


def test_a_section_of_an_annex_that_is_named_before_it_stands_in_the_annex() -> None:
    assert [reference.within for reference in references_in("Enligt Bilaga 2, avsnitt 3.1")] == ["", "Bilaga 2"]


def test_the_sign_after_a_number_belongs_to_the_reference() -> None:
    assert [reference.literal for reference in references_in("enligt 4 och 5 §§")] == ["4", "5 §§"]
