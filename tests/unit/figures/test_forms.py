from __future__ import annotations

import pytest

from lydelse.figures.forms import unusual_forms_in


@pytest.mark.parametrize(
    ("text", "literal", "usual"),
    [
        ("ersätts med 1 201 669kr", "1 201 669kr", "1 201 669 kr"),
        ("med 2,5% av", "2,5%", "2,5 %"),
        ("åldrarna 16-67", "16-67", "16–67"),
        ("avstånd 0 - 5 km", "0 - 5", "0–5"),
        ("2 001-4 000 invånare", "2 001-4 000", "2 001–4 000"),
        ("enligt §118 gäller", "§118", "§ 118"),
    ],
)
def test_an_unusual_form_is_found_with_the_usual_one(text: str, literal: str, usual: str) -> None:
    assert [(each.literal, each.usual) for each in unusual_forms_in(text)] == [(literal, usual)]


@pytest.mark.parametrize(
    "text",
    [
        "1 201 669 kr",
        "15 %",
        "16–67 år",
        "§ 118",
        "063-14 75 00",
        "2026-01-01",
        "2020/21",
        "COVID-19",
        "avsnitt 5.1-5.3",
        "nr 12-34",
        "3-1",
        "0-05",
    ],
)
def test_a_usual_form_a_code_and_a_date_are_none(text: str) -> None:
    assert unusual_forms_in(text) == ()
