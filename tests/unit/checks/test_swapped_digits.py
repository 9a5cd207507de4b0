from __future__ import annotations

from decimal import Decimal

import pytest

from lydelse.checks.swapped_digits import swapped_digits
from support.calculations import subject_of

ALIKE = " ".join(
    f"Pris {name} är [-{before}-]{{+{after}+}} kr."
    for name, before, after in zip(
        "abcdefgh", (148, 236, 192, 302, 268, 414, 520, 610), (153, 244, 199, 312, 277, 428, 538, 631), strict=True
    )
)


def _meant(text: str) -> list[Decimal]:
    return [each.meant for each in swapped_digits(subject_of(f"# 1 Priser\n{ALIKE}\n# 2 Annat\n{text}"))]


def test_an_amount_that_two_digits_the_other_way_round_would_move_as_the_others() -> None:
    assert _meant("Bom ersätts med [-142-]{+164+} kr.") == [146]


@pytest.mark.parametrize(
    "text",
    [
        "Bom ersätts med [-142-]{+147+} kr.",
        "Bom ersätts med [-142-]{+180+} kr.",
        "Bom ersätts med 164 kr.",
        "Intäkterna är [-1,30-]{+1,43+} mkr.",
        "Taket är högst [-142-]{+164+} kr.",
    ],
)
def test_what_is_no_such_slip_is_let_be(text: str) -> None:
    assert _meant(text) == []


def test_where_amounts_move_in_many_ways_nothing_is_shown() -> None:
    words = " ".join(f"Avgift {at} är [-{100 + at}-]{{+{100 + 3 * at}+}} kr." for at in range(2, 14))
    assert _meant(f"{words} Bom ersätts med [-142-]{{+164+}} kr.") == []


def test_what_other_figures_make_is_not_asked_about() -> None:
    assert _meant("Det kostar 4 × [-35,50-]{+41,00+} kr = [-142-]{+164+} kr.") == []
