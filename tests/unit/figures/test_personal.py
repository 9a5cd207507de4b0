from __future__ import annotations

import pytest

from lydelse.figures.personal import PersonalKind, personal_in


@pytest.mark.parametrize("number", ["811228-9874", "19811228-9874", "198112289874", "811228+9874", "811228–9874", "811288-9871"])
def test_an_identity_number_with_a_right_check_digit_is_found(number: str) -> None:
    (found,) = personal_in(f"Sökanden {number} yttrar sig.")
    assert found.kind is PersonalKind.IDENTITY_NUMBER
    assert "9874" not in found.masked
    assert "1228" not in found.masked


@pytest.mark.parametrize(
    "number", ["811228-9875", "813228-9874", "8112289874", "063-14 75 00", "232100-0214", "556677-8899", "1811228-9874", "811228-98745"]
)
def test_telephone_organisation_and_other_numbers_are_none(number: str) -> None:
    assert personal_in(f"Nummer {number} gäller.") == ()


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("Skriv till anna.ek@hotmail.com.", "a…@hotmail.com"),
        ("Se https://skydd.exempel.se/?till=anna.ek%40region.exempel.se&x=1", "a…@region.exempel.se"),
        ("Se https://skydd.exempel.se/?d=05%257C01%257Canna.ek%2540region.exempel.se%257C", "a…@region.exempel.se"),
    ],
)
def test_a_private_address_and_one_hidden_in_a_link_are_found_and_masked(text: str, masked: str) -> None:
    assert [found.masked for found in personal_in(text)] == [masked]


def test_an_official_address_is_none() -> None:
    assert (
        personal_in("Skriv till anna.ek@region.exempel.se eller registrator@exempel.se, https://www.exempel.se/?till=info%40exempel.se.")
        == ()
    )
