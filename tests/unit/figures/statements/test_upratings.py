from __future__ import annotations

import pytest

from lydelse.figures.statements.upratings import stated_upratings_in


@pytest.mark.parametrize(
    ("text", "percents"),
    [
        ("Ersättningen räknas upp med 3,1 procent för 2026.", ["3.1"]),
        ("Priserna har räknats upp med 2 %.", ["2"]),
        ("Uppräkning sker med 2,4 procent.", ["2.4"]),
        ("Beloppen höjs årligen med minst 2 procent.", []),
        ("Ersättningen räknas upp med 25 kronor.", []),
        ("Uppräkningen beslutas av nämnden. Momsen är 6 procent.", []),
        ("Besöken räknas upp med 2,8 procent och proverna räknas upp med 4,1 procent.", ["2.8", "4.1"]),
    ],
)
def test_the_per_cent_that_amounts_are_uprated_by(text: str, percents: list[str]) -> None:
    assert [str(each.by.value) for each in stated_upratings_in(text)] == percents


def test_an_uprating_is_of_what_it_names_or_of_all_amounts() -> None:
    (of_all,) = stated_upratings_in("Ersättningen räknas upp med 3,1 procent.")
    (of_rents,) = stated_upratings_in("Hyresbidraget räknas upp med 3,1 procent.")
    assert of_all.is_of("Besök i hemmet")
    assert not of_rents.is_of("Besök i hemmet")
    assert of_rents.is_of("Hyresbidrag per månad")
