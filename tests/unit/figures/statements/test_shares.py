from __future__ import annotations

import pytest

from lydelse.figures.statements.shares import shares_in


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        (
            "Totalt utgår 15 % av summan grundbelopp, BTI och avståndsersättning som avståndsfaktor.",
            ("grundbelopp", "BTI", "avståndsersättning"),
        ),
        ("Stödet är 12 procent av grundbeloppet, dvs 300 tkr.", ("grundbeloppet",)),
        ("Stödet är 12 % av grundbeloppet, 300 tkr.", ("grundbeloppet",)),
        ("Av anslaget på 48 600 tkr avsätts 10 % till stöd.", ("anslaget på 48 600 tkr",)),
        ("Ersättningen är 70 % av lönekostnaden, se riktlinjen.", ("lönekostnaden",)),
    ],
)
def test_the_phrases_of_a_base_are_told_apart(text: str, phrases: tuple[str, ...]) -> None:
    (share,) = shares_in(text)
    assert share.phrases == phrases


def test_a_rise_in_per_cent_is_no_share_of_anything() -> None:
    assert shares_in("Ersättningen räknas upp med 3 % från årsskiftet.") == ()


def test_a_decimal_comma_parts_no_base() -> None:
    (stated,) = shares_in("Kravet är 1,5 % av nettokostnaden 376,9 mnkr, dvs. 5,7 mnkr.")
    assert stated.phrases == ("nettokostnaden 376,9 mnkr",)
