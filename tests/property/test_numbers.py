"""Laws of the number grammar."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lydelse.figures.amounts import amounts_in
from lydelse.figures.numbers import GROUP_SPACES, numbers_in, parse_number
from lydelse.figures.sentences import sentences_of
from lydelse.figures.tokens import tokens_of

UNITS = {
    "kr": "kr",
    "kronor": "kr",
    "tkr": "tkr",
    "Tkr": "tkr",
    "kkr": "tkr",
    "mkr": "mkr",
    "mnkr": "mkr",
    "mdkr": "mdkr",
    "%": "%",
    "procent": "%",
}
TEXTS = st.text(alphabet="0123456789 ,.:;-–−/§%()krtml\u00a0\u202f\nåÅoÖ\u00ad@", max_size=60)


def spelled(value: Decimal, *, space: str, minus: str) -> str:
    whole, _, decimals = f"{abs(value):f}".partition(".")
    groups = f"{int(whole):,}".replace(",", space)
    return (minus if value < 0 else "") + groups + (f",{decimals}" if decimals else "")


values = st.decimals(min_value=-(10**12), max_value=10**12, allow_nan=False, allow_infinity=False, places=2) | st.integers(
    -(10**12), 10**12
).map(Decimal)
spaces = st.sampled_from(["", *GROUP_SPACES])


@given(values, spaces, st.sampled_from("\u2212\u2013-"))
def test_every_spelling_of_a_number_gives_the_number_back(value: Decimal, space: str, minus: str) -> None:
    assert parse_number(spelled(value, space=space, minus=minus)) == value


@given(values, spaces)
def test_a_number_is_found_whole_among_words(value: Decimal, space: str) -> None:
    written = spelled(value, space=space, minus="\u2212")
    (number,) = numbers_in(f"Det blir {written} enligt förslaget.")
    assert (number.literal, number.value) == (written, value)


@given(values, spaces, st.sampled_from(sorted(UNITS)), st.sampled_from(["", " ", "\u00a0", "  ", "\n"]))
def test_an_amount_keeps_its_value_in_every_spelling_of_its_unit(value: Decimal, space: str, unit: str, gap: str) -> None:
    written = spelled(value, space=space, minus="\u2212")
    (amount,) = amounts_in(f"Det blir {written}{gap}{unit} enligt förslaget.")
    assert (amount.value, amount.unit) == (value, UNITS[unit])


@given(st.integers(1990, 2099), st.integers(0, 10**9).map(Decimal), st.sampled_from([" ", "  ", " , "]))
def test_a_year_before_an_amount_stays_a_year(year: int, value: Decimal, gap: str) -> None:
    found = numbers_in(f"år {year}{gap}{spelled(value, space=' ', minus='')} tkr")
    assert [number.value for number in found] == [year, value]


@given(TEXTS)
def test_tokens_give_the_text_back(text: str) -> None:
    tokens = tokens_of(text)
    assert "".join(token.text for token in tokens) == text
    assert all(text[token.start : token.end] == token.text for token in tokens)


@given(TEXTS)
def test_every_value_stands_where_it_says(text: str) -> None:
    assert all(text[number.start : number.end] == number.literal for number in numbers_in(text))
    assert all(text[amount.start : amount.end] == amount.literal for amount in amounts_in(text))
    ends = [(amount.start, amount.end) for amount in amounts_in(text)]
    assert all(end <= start for (_, end), (start, _) in pairwise(ends))


@given(TEXTS)
def test_sentences_hold_every_visible_sign_once_and_in_order(text: str) -> None:
    spans = sentences_of(text)
    assert "".join("".join(text[start:end].split()) for start, end in spans) == "".join(text.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("304 262 tkr", [("304262", "tkr")]),
        ("304\u202f262 tkr", [("304262", "tkr")]),
        ("304\u2009262 tkr", [("304262", "tkr")]),
        ("2 222 2 301 kr", [("2301", "kr")]),
        ("103 kr 106 kr", [("103", "kr"), ("106", "kr")]),
        ("1o miljoner kronor", []),
        ("knappt 13,9 miljoner kronor", [("13.9", "mkr")]),
        ("\u22120,5 %", [("-0.5", "%")]),
        ("5,000 invånare", []),
    ],
)
def test_what_general_parsers_get_wrong(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(str(amount.value), amount.unit) for amount in amounts_in(text)] == expected
