"""The amount that a table cell states."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lydelse.figures.amounts import cell_amount
from lydelse.model.amount import AmountKind, Exactness, Qualifier


@pytest.mark.parametrize(
    ("text", "header", "kind", "value", "unit"),
    [
        ("1,04", "Vikt", AmountKind.WEIGHT, "1.04", ""),
        ("0", "Vikt per avstånd", AmountKind.WEIGHT, "0", ""),
        ("304 262", "Belopp (tkr)", AmountKind.MONEY, "304262", "tkr"),
        ("304 262", "Tkr 2026", AmountKind.MONEY, "304262", "tkr"),
        ("700 kronor", "Ersättning", AmountKind.MONEY, "700", "kr"),
        ("minst 700 kronor", "", AmountKind.MONEY, "700", "kr"),
        ("700", "Ersättning, kr", AmountKind.MONEY, "700", "kr"),
        ("\u22121 234", "Budget (mnkr)", AmountKind.MONEY, "-1234", "mkr"),
        ("-1 234", "Utfall tkr", AmountKind.MONEY, "-1234", "tkr"),
        ("15", "Andel (%)", AmountKind.SHARE, "15", "%"),
        ("15", "Andel 2026 %", AmountKind.SHARE, "15", "%"),
        ("28,92", "Moms 6 %", AmountKind.MONEY, "28.92", ""),
        ("410", "Resor över 30 km (kr)", AmountKind.MONEY, "410", "kr"),
        ("410", "Bidrag vid minst 50 procent", AmountKind.MONEY, "410", ""),
        ("15 %", "", AmountKind.SHARE, "15", "%"),
        ("4 210", "Antal listade", AmountKind.COUNT, "4210", ""),
        ("1 234", "2026", AmountKind.COUNT, "1234", ""),
        ("(800)", "Utfall (tkr)", AmountKind.MONEY, "-800", "tkr"),
        ("95", "Pris (öre)", AmountKind.MONEY, "0.95", "kr"),
        ("7", "Provtagningar per år", AmountKind.COUNT, "7", ""),
        ("0,43*", "", AmountKind.WEIGHT, "0.43", ""),
        ("1 500", "Nivå 1", AmountKind.COUNT, "1500", ""),
    ],
)
def test_a_cell_takes_its_kind_from_itself_or_from_the_header(text: str, header: str, kind: AmountKind, value: str, unit: str) -> None:
    amount = cell_amount(text, header)
    assert amount is not None
    assert (amount.kind, str(amount.value), amount.unit) == (kind, value, unit)
    assert text[amount.start : amount.end] == amount.literal


@pytest.mark.parametrize(
    ("text", "header"),
    [
        ("0\u20134", "Ålder"),
        ("2 001\u20134 000", "Listade"),
        ("30\u201369 km", "Avstånd"),
        ("> 150 km", "Avstånd"),
        (">4 001", "Listade"),
        ("Plus 100", "Ålder"),
        ("2025", ""),
        ("2025", "Vikt"),
        ("65", "Ålder"),
        ("2990", "Konto"),
        ("Enligt prislista", "Ersättning"),
        ("Ålder över 65 år", "Variabel"),
        ("Över 4 000 invånare", "Storlek"),
        ("100 kr, dock högst 500 kr", "Ersättning"),
        ("", "Vikt"),
        ("\u2013", "Vikt"),
        ("1o", "Vikt"),
        ("500/250", "Pris (kr)"),
        ("minst 20 000", "Inkomst (kr)"),
        ("(3)", "Steg"),
        ("Besök 4", "Pris (kr)"),
        ("1.400", "Pris (kr)"),
    ],
)
def test_labels_and_words_state_no_amount(text: str, header: str) -> None:
    assert cell_amount(text, header) is None


def test_what_the_header_counts_by_is_told() -> None:
    amount = cell_amount("24 000", "Ersättning kr/plats/år")
    assert amount is not None
    assert amount.per == "plats/år"


@pytest.mark.parametrize(
    ("text", "value", "qualifier", "per"),
    [
        ("ca 1 400", "1400", Qualifier.ABOUT, None),
        ("upp till 900", "900", Qualifier.AT_MOST, None),
        ("1 400/mån", "1400", Qualifier.NONE, "mån"),
        ("drygt 40 per dygn", "40", Qualifier.JUST_ABOVE, "dygn"),
    ],
)
def test_a_cell_may_say_a_little_more_than_its_figure(text: str, value: str, qualifier: Qualifier, per: str | None) -> None:
    amount = cell_amount(text, "Pris (kr)")
    assert amount is not None
    assert (amount.value, amount.unit, amount.qualifier, amount.per) == (Decimal(value), "kr", qualifier, per)
    assert text[amount.start : amount.end] == amount.literal


def test_what_is_counted_one_by_one_is_exact() -> None:
    def exactness(header: str) -> Exactness:
        amount = cell_amount("312", header)
        assert amount is not None
        return amount.exactness

    assert exactness("Antal elever") is Exactness.DECIDED
    assert exactness("Antal invånare (tusental)") is Exactness.ROUNDED
    assert exactness("Antal årsarbetare") is Exactness.ROUNDED
    assert exactness("2026") is Exactness.ROUNDED
