"""Laws of the number grammar, spelling by spelling: what is written comes back, in a sentence and in a table cell alike."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lydelse.figures.amounts import amounts_in, cell_amount
from lydelse.figures.malformed import malformed_in, malformed_in_cell
from lydelse.figures.numbers import GROUP_SPACES
from lydelse.figures.spelling import spelled
from lydelse.figures.years import years_in
from lydelse.model.amount import AmountKind, Qualifier

UNITS = {
    "kr": ("kr", "kronor", "SEK", "svenska kronor", ":-", ",-", ":–", ".-"),
    "tkr": ("tkr", "Tkr", "TKR", "kkr", "t.kr.", "t kr", "tusen kr", "tusen kronor", "TSEK", "KSEK"),
    "mkr": ("mkr", "Mkr", "mnkr", "Mnkr", "mn kr", "milj. kr", "milj kr", "MSEK", "miljoner kronor", "miljoner svenska kronor", "miljoner"),
    "mdkr": ("mdkr", "mdr kr", "mdr", "miljarder kronor", "miljarder"),
    "%": ("%", "procent", "proc"),
    "procentenheter": ("procentenheter", "%-enheter"),
    "‰": ("‰", "promille"),
}
WRITTEN = [(unit, spelling) for unit, spellings in UNITS.items() for spelling in spellings]
GLUED = (":-", ",-", ":–", ".-")
PERS = ("invånare", "vecka", "barn och månad", "m²", "m2", "påbörjad timme", "listad invånare", "kWh")
QUALIFIED = {
    "drygt": Qualifier.JUST_ABOVE, "knappt": Qualifier.JUST_BELOW, "uppemot": Qualifier.JUST_BELOW,
    "ca": Qualifier.ABOUT, "ca.": Qualifier.ABOUT, "cirka": Qualifier.ABOUT, "omkring": Qualifier.ABOUT, "nära": Qualifier.ABOUT,
    "högst": Qualifier.AT_MOST, "max.": Qualifier.AT_MOST, "upp till": Qualifier.AT_MOST, "minst": Qualifier.AT_LEAST,
    "mer än": Qualifier.MORE_THAN, "mindre än": Qualifier.LESS_THAN,
}  # fmt: skip
NO_AMOUNTS = (
    "063-14 75 00", "070-123 45 67", "832 12 Frösön", "bankgiro 123-4567", "plusgiro 12 34 56-7", "organisationsnummer 212000-2445",
    "personnummer 800101-1234", "RS/733/2021", "KS 2018:443", "2021-06-02", "2 juni 2021", "kl. 15.30", "klockan 8–16", "SFS 2008:962",
    "lag (2008:962)", "sidan 12", "s. 12–14", "version 2.1", "artikelnummer 45 678", "den 3:e", "12 §", "2025/26", "åren 2025–2027",
    "vecka 32", "5.1.1", "punkt 15:50", "Matteus 15:50",
)  # fmt: skip

positive = st.integers(1, 10**9).map(Decimal) | st.integers(1, 10**8).map(lambda value: Decimal(value).scaleb(-2))
spaces = st.sampled_from(["", *GROUP_SPACES])
written_units = st.sampled_from(WRITTEN)


def digits(value: Decimal, space: str) -> str:
    return spelled(value).replace(" ", space)


def with_unit(number: str, spelling: str) -> str:
    return number + ("" if spelling in GLUED else " ") + spelling


@given(positive, spaces, written_units)
def test_a_sentence_gives_back_value_unit_and_printed_places(value: Decimal, space: str, written: tuple[str, str]) -> None:
    unit, spelling = written
    (amount,) = amounts_in(f"Anslaget är {with_unit(digits(value, space), spelling)} enligt beslutet.")
    assert (amount.value, amount.unit) == (value, unit)
    assert amount.value.as_tuple().exponent == value.as_tuple().exponent


@given(positive, spaces, written_units)
def test_a_cell_gives_back_the_same(value: Decimal, space: str, written: tuple[str, str]) -> None:
    unit, spelling = written
    amount = cell_amount(with_unit(digits(value, space), spelling), "Anslag")
    assert amount is not None
    assert (amount.value, amount.unit, amount.value.as_tuple().exponent) == (value, unit, value.as_tuple().exponent)


@given(positive, spaces, st.sampled_from(["tkr", "mkr", "kr", "%"]))
def test_a_bare_figure_in_a_cell_has_the_unit_of_its_header(value: Decimal, space: str, unit: str) -> None:
    amount = cell_amount(digits(value, space), f"Anslag ({unit})")
    assert amount is not None
    assert (amount.value, amount.unit) == (value, unit)


@given(positive, spaces, st.sampled_from(["−{}", "–{}", "-{}", "minus {}"]), st.sampled_from(["kr", "tkr", "%"]))
def test_every_way_to_write_below_zero_gives_the_negative(value: Decimal, space: str, minus: str, unit: str) -> None:
    written = minus.format(digits(value, space))
    (amount,) = amounts_in(f"Resultatet är {written} {unit} enligt bokslutet.")
    cell = cell_amount(f"{written} {unit}", "Resultat")
    assert cell is not None
    assert (amount.value, cell.value) == (-value, -value)


@given(positive, spaces, st.sampled_from(["−{}", "–{}", "-{}", "− {}", "({})", "( {} )", "minus {}"]))
def test_a_cell_below_zero_is_below_zero_in_brackets_too(value: Decimal, space: str, minus: str) -> None:
    amount = cell_amount(minus.format(digits(value, space)), "Resultat (tkr)")
    assert amount is not None
    assert (amount.value, amount.unit) == (-value, "tkr")


@given(st.integers(1, 999), st.integers(0, 99))
def test_kronor_and_ore_are_one_amount_however_they_are_written(kronor: int, ore: int) -> None:
    value = Decimal(kronor) + Decimal(ore).scaleb(-2)
    for written in (f"{kronor}:{ore:02} kr", f"{kronor}:{ore:02}", f"{kronor},{ore:02} kr", f"{kronor} kronor och {ore:02} öre"):
        (amount,) = amounts_in(f"Avgiften är {written} enligt taxan.")
        assert (amount.value, amount.unit) == (value, "kr")
    cell = cell_amount(f"{kronor}:{ore:02}", "Avgift (kr)")
    assert cell is not None
    assert cell.value == value


@given(
    positive,
    positive,
    spaces,
    st.sampled_from(["{}–{}", "{}-{}", "{} – {}", "{} - {}", "mellan {} och {}", "från {} till {}"]),
    st.sampled_from(["kr", "tkr", "%"]),
)
def test_both_ends_of_an_interval_have_its_unit(one: Decimal, other: Decimal, space: str, form: str, unit: str) -> None:
    if any(1990 <= value <= 2099 for value in (one, other)) or (form == "{}–{}" and one >= 1000 and not space):
        return
    written = form.format(digits(one, space), digits(other, space))
    found = [(amount.value, amount.unit) for amount in amounts_in(f"Avgiften är {written} {unit} enligt taxan.")]
    assert found == [(one, unit), (other, unit)]


@given(positive, positive, st.sampled_from(["{} %–{} %", "{} kr–{} kr", "{} % – {} %", "mellan {} % och {} %"]))
def test_the_dash_after_a_unit_is_no_minus(one: Decimal, other: Decimal, form: str) -> None:
    found = [amount.value for amount in amounts_in(f"Avgiften är {form.format(spelled(one), spelled(other))} enligt taxan.")]
    assert found == [one, other]


@given(positive, st.sampled_from(PERS), st.sampled_from([" per ", "/", " / "]))
def test_what_it_is_paid_for_each_of_comes_back(value: Decimal, per: str, joint: str) -> None:
    (amount,) = amounts_in(f"Avgiften är {spelled(value)} kr{joint}{per}, enligt taxan.")
    assert (amount.value, amount.per) == (value, per)


@given(positive, st.sampled_from(sorted(QUALIFIED)))
def test_the_word_before_a_figure_says_how_it_is_meant(value: Decimal, word: str) -> None:
    (amount,) = amounts_in(f"Avgiften är {word} {spelled(value)} kr enligt taxan.")
    assert (amount.value, amount.qualifier) == (value, QUALIFIED[word])


@given(st.integers(1, 999), st.lists(st.integers(0, 999), min_size=1, max_size=3), st.sampled_from([".", ",", "'", "’", "´"]))
def test_foreign_groups_are_told_with_what_was_meant_and_are_no_amount(first: int, groups: list[int], sign: str) -> None:
    literal = sign.join([str(first), *(f"{group:03}" for group in groups)])
    meant = " ".join([str(first), *(f"{group:03}" for group in groups)])
    text = f"Avgiften är {literal} kr enligt taxan."
    assert amounts_in(text) == ()
    assert [(each.literal, each.suggestion) for each in malformed_in(text)] == [(literal, meant)]
    assert cell_amount(literal, "Avgift (kr)") is None
    assert [each.suggestion for each in malformed_in_cell(literal, "Avgift (kr)")] == [meant]


@pytest.mark.parametrize("written", NO_AMOUNTS)
@pytest.mark.parametrize("sentence", ["Det gäller {}.", "Vi nås på {} varje dag.", "Se {} och vidare."])
def test_other_rows_of_digits_are_no_amounts(written: str, sentence: str) -> None:
    text = sentence.format(written)
    assert amounts_in(text) == ()
    assert malformed_in(text) == ()
    assert cell_amount(written, "Uppgift") is None


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("tre procent", "3", "%"),
        ("tre (3) procent", "3", "%"),
        ("tre och en halv procent", "3.5", "%"),
        ("en halv procent", "0.5", "%"),
        ("en halv miljon", "0.5", "mkr"),
        ("en halv miljon kronor", "0.5", "mkr"),
        ("en och en halv miljon kronor", "1.5", "mkr"),
        ("två och en halv miljoner kronor", "2.5", "mkr"),
        ("halvannan miljon kronor", "1.5", "mkr"),
        ("en kvarts miljon kronor", "0.25", "mkr"),
        ("femtio öre", "0.50", "kr"),
        ("tusen kronor", "1000", "kr"),
        ("tio tusen kronor", "10", "tkr"),
        ("tolv miljarder kronor", "12", "mdkr"),
        ("21:37 per skattekrona", "21.37", "kr"),
        ("2 m²", "2", "m²"),
        ("2 m2", "2", "m²"),
        ("35 kvm", "35", "m²"),
    ],
)
def test_words_halves_and_old_spellings_are_read(written: str, value: str, unit: str) -> None:
    for text in (f"Det är {written} enligt beslutet.", written):
        (amount,) = amounts_in(text)
        assert (str(amount.value), amount.unit) == (value, unit)


ROWS_OF_WHAT_GENERAL_PARSERS_GET_WRONG = [
    ("304 262 tkr", [("304262", "tkr")]),
    ("304\u202f262 tkr", [("304262", "tkr")]),
    ("304\u2009262 tkr", [("304262", "tkr")]),
    ("2 222 2 301 kr", [("2301", "kr")]),
    ("103 106 kr", [("103106", "kr")]),
    ("5,000 invånare", []),
    ("1o miljoner kronor", []),
    ("knappt 13,9 miljoner kronor", [("13.9", "mkr")]),
    ("−0,5 %", [("-0.5", "%")]),
    ("-0,5 %", [("-0.5", "%")]),
    ("4 %–6 %", [("4", "%"), ("6", "%")]),
    ("minus 1,5 mkr", [("-1.5", "mkr")]),
    ("1'500 kr", []),
    ("1 250.50 kr", []),
    ("2025 1 482 kr", [("1482", "kr")]),
    ("12 x 450 kr", [("12", ""), ("450", "kr")]),
]


@pytest.mark.parametrize(("written", "expected"), ROWS_OF_WHAT_GENERAL_PARSERS_GET_WRONG)
def test_what_general_parsers_get_wrong_is_right_in_a_sentence_and_in_a_cell(written: str, expected: list[tuple[str, str]]) -> None:
    found = amounts_in(f"Det är {written} enligt beslutet.")
    assert [(str(amount.value), amount.unit) for amount in found] == expected
    cell = cell_amount(written, "Utfall")
    assert (cell and (str(cell.value), cell.unit)) == (expected[0] if len(expected) == 1 else None)


@pytest.mark.parametrize("name", ["nivå", "steg", "zon", "klass", "årskurs"])
@given(number=st.integers(1, 99), value=st.integers(100, 10**6))
def test_a_numbered_name_before_a_dash_begins_no_range(name: str, number: int, value: int) -> None:
    found = amounts_in(f"{name} {number} – {spelled(value)} kr")
    assert [(amount.value, amount.unit) for amount in found] == [(Decimal(value), "kr")]


def test_kn_of_knappt_is_no_currency_and_keeps_its_million() -> None:
    (amount,) = amounts_in("Det är knappt 13,9 miljoner kronor.")
    assert (amount.qualifier, amount.scale, amount.kind) == (Qualifier.JUST_BELOW, 1_000_000, AmountKind.MONEY)


@given(st.integers(1990, 2099), positive)
def test_a_year_before_an_amount_is_no_group_of_it(year: int, value: Decimal) -> None:
    text = f"för {year} {spelled(value)} tkr"
    assert [each.value for each in years_in(text)] == [year]
    assert [amount.value for amount in amounts_in(text)] == [value]
