from __future__ import annotations

from collections import Counter

import pytest

from lydelse.extractors.pdf.line_ends import divides_address, divides_word


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("www.", "exempel.se"),
        ("(www.exempel", ".se)"),
        ("https://exempel.se/vard/", "avtal"),
        ("https://exempel.se/avtal?id=", "118"),
        ("anna.ek@", "exempel.se"),
        ("anna.ek@exempel.", "se,"),
        ("www.exem", "pel.se/avtal"),
        ("https://exem", "pel.se"),
    ],
)
def test_an_address_goes_on_over_a_line_end(text: str, following: str) -> None:
    assert divides_address(text, following)


@pytest.mark.parametrize(
    ("text", "following"),
    [
        ("www.exempel.se", "senast"),
        ("www.exempel.se.", "där"),
        ("www.exempel.se:", "avtal"),
        ("anna.ek@exempel.se.", "eller"),
        ("www.exempel.se/avtal.", "Frågor"),
        ("bl.a.", "för"),
        ("och/", "eller"),
        ("http://www.", "patienter"),
        ("www.exempel", "senast"),
    ],
)
def test_what_follows_a_whole_address_is_no_part_of_it(text: str, following: str) -> None:
    assert not divides_address(text, following)


@pytest.mark.parametrize("following", ["g", "ng", "ng,", "dgivning", "ning", "rna"])
def test_what_can_be_no_word_goes_on_from_a_word_that_fills_its_line(following: str) -> None:
    assert divides_word("Telefonrådgivni", following, Counter())


@pytest.mark.parametrize("following", ["i", "hos", "tkr", "och", "skriven", "en", "Norr", "ingen", "2026", "st."])
def test_a_word_is_no_end_of_the_one_above_it(following: str) -> None:
    assert not divides_word("Telefonrådgivning", following, Counter())


def test_a_word_that_stands_whole_elsewhere_is_put_together() -> None:
    words = Counter({"vårdcentralernas": 2, "alernas": 1})
    assert divides_word("Vårdcentr", "alernas", words)
    assert not divides_word("Vårdcentr", "alernas", Counter({"alernas": 1}))
    assert not divides_word("Hälsosam", "tal", Counter({"hälsosamtal": 1, "tal": 3}))
