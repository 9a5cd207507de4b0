from __future__ import annotations

import pytest

from lydelse.model.calculation import RelationKind
from lydelse.model.text import Version
from support.calculations import calculation_of


def _tested(text: str) -> list[tuple[str, str, str]]:
    outcomes = [each for each in calculation_of(text).outcomes if each.relation.kind is not RelationKind.UPRATING]
    return [(each.relation.kind.value, each.version.value, each.verdict.value) for each in outcomes]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Hyran är [-18 640-]{+19 225+} kr och bidraget [-4 315-]{+4 450+} kr. Det ger en hyra om [-14 325-]{+14 757+} kr netto.", "sum"),
        ("Priset är [-1 640-]{+1 722+} kr inklusive moms ([-1 312-]{+1 387+} kr exklusive moms).", "product"),
        ("Ramen är [-35,2-]{+36,2+} mnkr. Av den betalas 0,5 % i bonus. Bonusen blir [-176 000-]{+186 000+} kr.", "share"),
        ("Ett besök kostar [-412-]{+425+} kr. Planen är 1 230 besök. Kostnaden blir därför [-506 760-]{+527 250+} kr.", "product"),
        ("Mat kostar [-72-]{+75+} kr per portion. För 30 portioner i månaden betalas [-2 160-]{+2 205+} kr.", "product"),
    ],
)
def test_how_an_announced_result_is_made_is_learned_from_the_earlier_version(words: str, kind: str) -> None:
    assert set(_tested(f"# 1 Medel\n{words}")) >= {(kind, "before", "exact"), (kind, "after", "inconsistent")}


@pytest.mark.parametrize(
    ("part", "before", "after"),
    [
        ("halva avgiften", "4 320", "4 580"),
        ("hälften", "4 320", "4 580"),
        ("en femtedel", "1 728", "1 799"),
        ("dubbla avgiften", "17 280", "17 290"),
        ("tredubbel avgift", "25 920", "26 800"),
    ],
)
def test_a_part_of_an_amount_is_learned_from_the_earlier_version(part: str, before: str, after: str) -> None:
    words = f"Avgiften är [-8 640-]{{+8 960+}} kr. Vid avslag tas {part}, [-{before}-]{{+{after}+}} kr."
    assert set(_tested(f"# 1 Avgift\n{words}")) >= {("product", "before", "exact"), ("product", "after", "inconsistent")}


def test_a_leap_year_has_a_day_more() -> None:
    words = (
        "Priset är [-2 740-]{+2 836+} kr per plats och dygn. Beställaren köper 22 platser. Det ger [-22 002 200-]{+22 835 472+} kr per år."
    )
    assert ("product", "after", "inconsistent") not in _tested(f"# 1 Platser\n{words}")


def test_a_result_that_nothing_announces_is_not_tried() -> None:
    words = "Hyran är [-18 640-]{+19 225+} kr och bidraget [-4 315-]{+4 450+} kr. Avgiften är [-14 325-]{+14 757+} kr."
    assert _tested(f"# 1 Medel\n{words}") == []


def test_a_result_that_the_later_version_makes_in_another_way_is_no_relation() -> None:
    words = "Hyran är [-18 640-]{+14 640+} kr och bidraget [-4 315-]{+4 415+} kr. Det ger därför [-14 325-]{+19 055+} kr."
    assert not [each for each in _tested(f"# 1 Medel\n{words}") if each[2] == "inconsistent"]


def test_few_digits_say_nothing() -> None:
    words = "Avgiften är [-30-]{+32+} kr och bidraget [-10-]{+11+} kr. Det ger därför [-20-]{+25+} kr."
    assert _tested(f"# 1 Medel\n{words}") == []


def test_a_broken_result_is_told_in_the_words_of_the_version_that_makes_it() -> None:
    words = "Hyran är [-18 640-]{+19 225+} kr och bidraget [-4 315-]{+4 450+} kr. Det ger en hyra om [-14 325-]{+14 757+} kr netto."
    [relation] = [each for each in calculation_of(f"# 1 Medel\n{words}").relations if each.kind is RelationKind.SUM]
    assert relation.worded(Version.BEFORE).facts["more"] == "18 640 kr"
