"""Amounts of prose."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lydelse.figures.amounts import amounts_in
from lydelse.model.amount import Amount, AmountKind, Exactness, Qualifier


def only(text: str) -> Amount:
    (amount,) = amounts_in(text)
    return amount


def told(text: str) -> list[tuple[str, str]]:
    return [(str(amount.value), amount.unit) for amount in amounts_in(text)]


@pytest.mark.parametrize(
    ("spelling", "unit"),
    [
        *((spelling, "kr") for spelling in ("kr", "kr.", "kronor", "kronorna", "krona", "SEK", "Kr", ":-")),
        *((spelling, "tkr") for spelling in ("tkr", "Tkr", "TKR", "kkr", "t.kr.", "tusen kr", "tusen kronor", "TSEK", "KSEK")),
        *((spelling, "mkr") for spelling in ("mkr", "Mkr", "mnkr", "mn kr", "milj kr", "milj. kr", "miljoner kronor", "miljoner", "MSEK")),
        *((spelling, "mdkr") for spelling in ("mdkr", "mdr", "mdr kr", "miljarder kronor", "miljard kr", "miljarder")),
    ],
)
def test_every_spelling_of_money_has_one_unit(spelling: str, unit: str) -> None:
    assert told(f"Kostnaden är 12,5 {spelling}.") == [("12.5", unit)]


def test_a_year_before_the_amount_is_no_part_of_it() -> None:
    assert told("Anslaget för år 2025 , 773 096  tkr , fördelas") == [("773096", "tkr")]
    assert told("Snittet blev 2025 1 482 kr i hela länet") == [("1482", "kr")]


def test_average_and_total_of_one_sentence_are_two_amounts() -> None:
    assert told("Snittet 1 534 kr, totalt 202 842 tkr") == [("1534", "kr"), ("202842", "tkr")]


def test_the_literal_takes_its_unit_along() -> None:
    text = "Enheten får 1 201 669kr i år"
    amount = only(text)
    assert (amount.literal, text[amount.start : amount.end]) == ("1 201 669kr", "1 201 669kr")


@pytest.mark.parametrize(
    ("text", "per"),
    [
        ("6 000 kr/månad", "månad"),
        ("10 000 kr/plats/år", "plats/år"),
        ("10 000 kr / plats", "plats"),
        ("100 kr/barn och år.", "barn och år"),
        ("2 301 kr per listad invånare, totalt", "listad invånare"),
        ("1 150 kr per utfört samtal vid enheten", "utfört samtal"),
        ("500 kr i månaden", "månad"),
        ("2 378 kr per listad och år, varav", "listad och år"),
        ("3 000 SEK/kvm", "kvm"),
        ("850 kr exkl. moms per timme", "timme"),
        ("850 kr (inkl. moms)/timme", "timme"),
        ("850 kr exkl. moms", None),
        ("trettio kronor per dag", "dag"),
        ("300 kr per plats och år", "plats och år"),
        ("304 262 tkr som ersättning per listad invånare", None),
    ],
)
def test_what_an_amount_is_paid_for(text: str, per: str | None) -> None:
    assert only(text).per == per


@pytest.mark.parametrize(
    ("text", "value", "literal"),
    [
        ("räknas upp med 15 % i år", "15", "15 %"),
        ("ett påslag på 1,5 % av summan", "1.5", "1,5 %"),
        ("höjs med tre (3) procent", "3", "tre (3) procent"),
        ("täcker femtio procent", "50", "femtio procent"),
        ("täcker tjugo fem procent", "25", "tjugo fem procent"),
        ("sjönk med \u22120,5 %", "-0.5", "\u22120,5 %"),
    ],
)
def test_shares(text: str, value: str, literal: str) -> None:
    amount = only(text)
    assert (amount.kind, str(amount.value), amount.unit, amount.literal) == (AmountKind.SHARE, value, "%", literal)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("pengen vid vikt 1,00 är hög", ["1.00"]),
        ("vikten är 0,8 för dem", ["0.8"]),
        ("vårdtyngdsvikt 1,25 och därtill 6,15", ["1.25"]),
        ("besök viktas med 1,15", ["1.15"]),
        ("Vikt 0–4 1,04 samt ensamboende 6,15", []),
        ("vikten för 75\u201379 år sänks från 2,75 till 2,44", ["2.75", "2.44"]),
        ("Vikterna nedan avser 2025", []),
        ("en vikt under 5 kg", []),
    ],
)
def test_weights_follow_their_word(text: str, values: list[str]) -> None:
    assert [str(amount.value) for amount in amounts_in(text) if amount.kind is AmountKind.WEIGHT] == values


@pytest.mark.parametrize(
    ("text", "value", "unit", "qualifier"),
    [
        ("kommuner med färre än 4 000 folkbokförda invånare", "4000", "invånare", Qualifier.LESS_THAN),
        ("cirka 2 miljoner invånare", "2E+6", "invånare", Qualifier.ABOUT),
        ("5 000 invånare eller fler", "5000", "invånare", Qualifier.AT_LEAST),
        ("högst 2,5 årsarbetare", "2.5", "årsarbetare", Qualifier.AT_MOST),
        ("det finns 24 vårdplatser", "24", "vårdplatser", Qualifier.NONE),
        ("minst två läkare ska finnas", "2", "läkare", Qualifier.AT_LEAST),
    ],
)
def test_counts_need_what_is_counted(text: str, value: str, unit: str, qualifier: Qualifier) -> None:
    amount = only(text)
    assert (amount.kind, str(amount.value), amount.unit, amount.qualifier) == (AmountKind.COUNT, value, unit, qualifier)


def test_a_count_in_millions_keeps_its_printed_precision() -> None:
    amount = only("1,3 miljoner invånare")
    assert (int(amount.exactly), int(amount.last_place)) == (1_300_000, 100_000)


def test_money_in_words_and_digits_is_one_amount() -> None:
    assert told("Priset är tjugofem (25) kronor") == [("25", "kr")]
    assert told("Priset är fem tusen (5 000) kronor") == [("5000", "kr")]
    assert told("Priset är fem tusen kronor") == [("5", "tkr")]


def test_distances_in_figures_and_in_words() -> None:
    far, near = amounts_in("längre än tre mil, dock högst 40 km")
    assert (str(far.value), far.unit, far.qualifier) == ("3", "mil", Qualifier.MORE_THAN)
    assert (str(near.value), near.unit, near.qualifier) == ("40", "km", Qualifier.AT_MOST)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("knappt 13,9 miljoner kronor", Qualifier.JUST_BELOW),
        ("drygt 5 mkr", Qualifier.JUST_ABOVE),
        ("ca 5 mkr", Qualifier.ABOUT),
        ("c:a 5 mkr", Qualifier.ABOUT),
        ("upp till 5 mkr", Qualifier.AT_MOST),
        ("inte mer än 5 mkr", Qualifier.AT_MOST),
        ("lägst 5 mkr", Qualifier.AT_LEAST),
        ("med en lägsta nivå på 25 000 kr", Qualifier.AT_LEAST),
        ("Den maximala pengen som lämnas uppgår till 100 000 kr", Qualifier.AT_MOST),
        ("ett maxbelopp av motsvarande 6 089 tkr", Qualifier.AT_MOST),
        ("minst en läkare. Lönen är 30 000 kr", Qualifier.NONE),
        ("5 mkr", Qualifier.NONE),
    ],
)
def test_words_that_move_a_figure(text: str, qualifier: Qualifier) -> None:
    assert amounts_in(text)[-1].qualifier is qualifier


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("mellan 100 och 200 kr", [("100", "kr"), ("200", "kr")]),
        ("100\u2013200 kr", [("100", "kr"), ("200", "kr")]),
        ("höjs från 700 till 725 kr", [("700", "kr"), ("725", "kr")]),
        ("10 respektive 20 tkr", [("10", "tkr"), ("20", "tkr")]),
        ("2 à 3 mkr", [("2", "mkr"), ("3", "mkr")]),
        ("mer än 1 000 och högst 2 000 kr", [("1000", "kr"), ("2000", "kr")]),
        ("lag 1 000 och 2 000 kr", [("2000", "kr")]),
        ("under 2025 och 300 kr", [("300", "kr")]),
        ("från 2025 till 300 kr", [("300", "kr")]),
    ],
)
def test_two_figures_may_share_one_unit(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Telefon 063-14 77 62",
        "831 27 Östersund",
        "enligt lag (2008:962) och Dir. 2023:98",
        "årsskiftet 2020/21",
        "RS/733/2021 § 118",
        "konto 2990 kst 7000",
        "barn under 18 år och vuxna 16\u201367 år",
        "CNI2 och 5.1.1 och den 20:e",
        "https://exempel.se/blankett%20100%20kr/50%25",
        "Se www.exempel.se/500kr",
        "den 23 juni 2021",
        "robusthet nivå 2 av 3",
        "1o miljoner kronor",
        "1 2345 kr",
        "1.250,50 kr",
        "tre (4) procent",
        "5,000 invånare",
        "2 miljoner träd",
        "",
    ],
)
def test_these_are_no_amounts(text: str) -> None:
    assert amounts_in(text) == ()


@pytest.mark.parametrize(
    ("text", "exactness"),
    [
        ("15 % av lönen", Exactness.RULE),
        ("en ökning med 3,1 %", Exactness.ROUNDED),
        ("utbetalas med 13 878 702 kronor", Exactness.DECIDED),
        ("ersätts med 1 500 kr/timme", Exactness.DECIDED),
        ("ersätts med 2 301 kr per listad invånare", Exactness.ROUNDED),
        ("Den genomsnittliga pengen är 1 482 kr per besök", Exactness.ROUNDED),
        ("totalt 304 262 tkr", Exactness.ROUNDED),
        ("för vikt 1,00 är 2 222 kr", Exactness.ROUNDED),
    ],
)
def test_how_exactly_a_figure_is_meant(text: str, exactness: Exactness) -> None:
    assert amounts_in(text)[-1].exactness is exactness


@pytest.mark.parametrize("piece", ["1 ", "123 ", "1", " ", "1o 5 kr ", "vikt ", "1.", "a-", "1 kr/a/", "\u22121 "])
def test_long_rows_of_anything_are_read_in_one_walk(piece: str) -> None:
    amounts_in(piece * (60_000 // len(piece)) + "x")


@pytest.mark.parametrize(
    ("text", "value", "literal"),
    [
        ("Avgiften är Kr 7 500 per år.", "7500", "Kr 7 500"),
        ("Taket är SEK 12 000.", "12000", "SEK 12 000"),
        ("Priset är 18:50 kr per styck.", "18.50", "18:50 kr"),
        ("Priset är 95 öre per utskrift.", "0.95", "95 öre"),
        ("Elpriset är 1,275 kr per kWh.", "1.275", "1,275 kr"),
    ],
)
def test_kronor_and_ore_in_older_and_other_spellings(text: str, value: str, literal: str) -> None:
    (amount,) = amounts_in(text)
    assert (amount.value, amount.unit, amount.literal) == (Decimal(value), "kr", literal)


@pytest.mark.parametrize(
    "text", ["Beloppet i kr 2026 avser driften.", "Pris i kr 1 Besök 2 Samtal", "Klockan är 18:50.", "Belopp kr 400 elever"]
)
def test_a_number_after_the_unit_may_belong_to_something_else(text: str) -> None:
    assert [amount for amount in amounts_in(text) if amount.kind is AmountKind.MONEY] == []


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("Antalet beviljade timmar beräknas till 177 000.", [("177000", "timmar")]),
        ("Totalantalet ansökningar uppgick till cirka 12 500 år 2025.", [("12500", "ansökningar")]),
        ("Antalet skolskjutsar har ökat från 500 till 612.", [("500", "skolskjutsar"), ("612", "skolskjutsar")]),
        ("Antalet prov beräknas öka med 3 procent till 41 200.", [("3", "%"), ("41200", "prov")]),
        ("Antal platser är 2026 i budgeten.", []),
        ("Antalet möten är 5–7.", []),
        ("Antalet regleras i avtalet, punkt 12.", []),
    ],
)
def test_a_bare_number_after_the_number_of_something_counts_it(text: str, told_of: list[tuple[str, str]]) -> None:
    assert told(text) == told_of
