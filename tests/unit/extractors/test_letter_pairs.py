"""Letters that stand for other letters throughout a text."""

from __future__ import annotations

import pytest

from lydelse.extractors.letter_pairs import has_letters_of_no_language, letters_that_changed_places

SWEDISH = """Vårdcentralen ska ha öppet minst fyrtio timmar i veckan och telefontid hela förmiddagen på vardagar. Den som är legitimerad
sjuksköterska får bedöma behovet av läkarbesök. Ersättning lämnas varje månad och vid frånvaro längre än tio dagar görs avdrag. Brister
som upptäcks ska åtgärdas utan dröjsmål, och en plan lämnas inom en månad. Kommunen kan begära att få besöka lokalerna innan de tas i
bruk. Utrustning som skadas ersätts av den som har haft den i sin vård, och byte av lokal anmäls minst sex månader i förväg."""
ENGLISH = """The contractor shall keep the clinic open at least forty hours each week and answer the telephone every morning. Payment is
made monthly and deductions follow after ten days of absence. Shortcomings that are found must be remedied without delay, and a plan is
handed in within a month. The municipality may ask to visit the premises before they are taken into use by the patients."""


@pytest.mark.parametrize(("one", "other"), [("r", "n"), ("s", "t"), ("m", "d"), ("e", "n")])
def test_two_letters_that_have_changed_places_are_found(one: str, other: str) -> None:
    text = SWEDISH.translate(str.maketrans(one + other, other + one))
    assert set(letters_that_changed_places(text)) == {one, other}


@pytest.mark.parametrize("text", [SWEDISH, ENGLISH, ENGLISH.translate(str.maketrans("rn", "nr")), SWEDISH[:200], "omxs 30, omxs 60 " * 50])
def test_swedish_english_and_short_texts_have_none(text: str) -> None:
    assert letters_that_changed_places(text) == ""


def test_shifted_letters_are_of_no_language() -> None:
    assert has_letters_of_no_language("".join(chr(ord(letter) + 1) if "a" <= letter < "z" else letter for letter in SWEDISH.lower()))
    assert not has_letters_of_no_language(SWEDISH)
    assert not has_letters_of_no_language(ENGLISH)
