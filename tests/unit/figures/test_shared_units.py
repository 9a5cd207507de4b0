from __future__ import annotations

import pytest

from lydelse.figures.amounts import amounts_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kostnaden är 52 mkr, varav personal 31, lokaler 14 och övrigt 7 mkr.", ["52 mkr", "31 mkr", "14 mkr", "7 mkr"]),
        ("Ramen fördelas på drift 31, hyra 14 samt reserv 7 miljoner kronor.", ["31 mkr", "14 mkr", "7 mkr"]),
        ("Taket är 300, 310 respektive 320 kr.", ["300 kr", "310 kr", "320 kr"]),
        ("Avgiften är 220 för vuxna, 110 för unga och 60 kr för barn.", ["220 kr", "110 kr", "60 kr"]),
        ("Andelen är 40 för gruppen A och 60 procent för gruppen B.", ["40 %", "60 %"]),
    ],
)
def test_the_last_figure_of_a_list_has_the_unit_of_all(text: str, told: list[str]) -> None:
    assert [f"{each.value} {each.unit}" for each in amounts_in(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "Fördelningen framgår av tabell 3, bilaga 2 och reserven 7 mkr.",
        "Ramen fördelas den 12 mars, grupp 4 och reserven 7 mkr.",
        "Se avsnitt 4 för vuxna och 60 kr för barn.",
        "Enligt 12, 14 och punkt 3 betalas 60 kr.",
        "Personal 31, lokaler 14 och övrigt 7 mkr.",
        "Det finns 12 för många, och 60 kr per dag.",
        "Ramen gäller från 2025, drift och reserv 7 mkr.",
    ],
)
def test_a_bare_figure_elsewhere_has_no_unit(text: str) -> None:
    assert [each.unit for each in amounts_in(text) if each.unit in {"mkr", "kr"}] in (["mkr"], ["kr"])
