from __future__ import annotations

import pytest

from lydelse.figures.statements.heads import is_per_head
from lydelse.figures.statements.restating import is_called_rounded, is_hypothetical


@pytest.mark.parametrize(
    ("per", "clause"),
    [
        ("listad invånare", ""),
        (None, "Snittet per invånare är "),
        (None, "Beloppet för vikt 1,00 är "),
        ("elev", ""),
        (None, "per listad och viktad person "),
    ],
)
def test_amounts_for_each_head(per: str | None, clause: str) -> None:
    assert is_per_head(per, clause)


@pytest.mark.parametrize(("per", "clause"), [("timme", ""), (None, "Totalt fördelas "), (None, "vikt 1,16 ger "), (None, "vikt 10 ger ")])
def test_amounts_for_something_else(per: str | None, clause: str) -> None:
    assert not is_per_head(per, clause)


def test_words_of_rounding_and_of_what_might_have_been() -> None:
    assert is_called_rounded("Det blir avrundat 13,9 miljoner.")
    assert not is_called_rounded("Knappt 130 enheter delar på 13,9 miljoner.")
    assert is_hypothetical("Då skulle det bli 12,7 miljoner.")
    assert not is_hypothetical("Det blir 12,7 miljoner.")
