"""Letters that are not those that the page shows."""

from __future__ import annotations

import pytest

from lydelse.extractors.letters import damaged_letters, is_mapped_wrongly, unknown_letters
from lydelse.extractors.written import written

SHOWN = "Lågutbildade och arbetslösa har rätt till samtal hos samma vårdgivare, och antalet samtal anmäls varje kvartal."


def test_a_font_that_gives_one_letter_for_another_is_told() -> None:
    assert is_mapped_wrongly(SHOWN.replace("a", "å"))


@pytest.mark.parametrize(
    "text",
    [
        SHOWN,
        "Särskilda åtgärder för äldre på sjukhus",
        "Ökad närhet för äldre: hjälp på båda håll, även nätter då väntan är lång och få får råd på önskad tid av någon på jouren",
        "Saatavilla olevat palvelut järjestetään äidinkielellä, ja päätökset tehdään yhdessä käyttäjän ja hänen läheistensä kanssa",
        "304 262 kr 1,04 773 096",
    ],
)
def test_swedish_finnish_and_short_texts_are_not(text: str) -> None:
    assert not is_mapped_wrongly(text)


def test_signs_that_no_font_has_are_told_where_they_stand_within_words() -> None:
    assert is_mapped_wrongly("v\ue011rdcentral, \ue012ldre och l\ue012kare")
    assert not is_mapped_wrongly("\uf0b7 vård \uf0b7 omsorg \uf0b7 skola \uf0b7 fritid")


def test_letters_that_stand_apart_from_their_words_are_told() -> None:
    found = list(damaged_letters(written("Beh å llningen av vå rdcentralens l ä kare och st ö d.")))
    assert [unread.code for unread in found] == ["X902"]


def test_signs_in_place_of_letters_are_told_and_signs_between_figures_are_not() -> None:
    assert is_mapped_wrongly("V¥rdcentralen ligger n¥ra och har ¥tta l¤kare p¥ plats fr¥n m¥ndag")
    assert not is_mapped_wrongly("2 × 3, 5 § och 7 ±1 gäller för a × b, c × d och e × f")


def test_a_text_that_was_read_in_another_encoding_is_told() -> None:
    assert [unread.code for unread in damaged_letters(written("VÃ¥rdcentralen ska ha Ã¶ppet varje dag."))] == ["X902"]


def test_unknown_characters_are_told_once_with_their_count() -> None:
    found = list(unknown_letters(written("Priset är 4\ufffd kr.\n\nAvgiften är \ufffd\ufffd kr.")))
    assert [(own.message.key, own.message.facts["count"]) for own in found] == [("X902.unknown.unplaced", 3)]
    assert not list(unknown_letters(written("Priset är 41 kr.")))
