import pytest

from lydelse.figures.statements.announcements import announcement_before_list, enumerations_in


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Systemet består av tre grunddelar:", 3),
        ("Ersättningen omfattar följande fem delar:", 5),
        ("Antalet listade viktas i tre intervaller.", 3),
        ("Index har sju variabler med olika vikt. Följande variabler ingår:", 7),
        ("Kommunen har följande fyra mål:", 4),
        ("Arbetet kopplas till tre områden:", 3),
        ("Följande 3 nya avgifter tas ut:", 3),
        ("Följande två övergripande ambitioner gäller:", 2),
        ("De fyra olika metodtyperna är många. Basen har 4 metodtyper.", 4),
    ],
)
def test_a_count_before_a_list_is_found(text: str, count: int) -> None:
    announced = announcement_before_list(text)
    assert announced is not None
    assert announced.count == count
    assert text[announced.start : announced.end] == announced.literal


@pytest.mark.parametrize(
    "text",
    [
        "Följande ingår:",
        "De två parterna ska ha:",
        "Tre delar beskrivs ovan. Här följer övrigt:",
        "Mellan två delar och fem delar kan väljas:",
        "En del återstår:",
        "Minst tre krav gäller:",
        "Något av följande två villkor ska vara uppfyllt:",
        "Välj en av tre nivåer:",
        "Två till fyra punkter väljs:",
        "Under följande två år:",
        "Följande tre kalenderår gäller:",
        "Följande två nämnder deltar i arbetet.",
        "Följande 25 procent avser:",
        "",
    ],
)
def test_where_nothing_or_several_things_are_announced_there_is_none(text: str) -> None:
    assert announcement_before_list(text) is None


def test_a_sentence_that_lists_what_it_counts() -> None:
    (plain,) = enumerations_in("Ersättningen har fyra delar: lön, hyra, mat och övrigt.")
    assert (plain.items, plain.most) == (("lön", "hyra", "mat", "övrigt"), 4)
    (joined,) = enumerations_in("Taxan har tre delar: mark och vatten, byggnad och tillsyn.")
    assert (len(joined.items), joined.most) == (3, 4)
    assert not enumerations_in("Taxan har tre delar: bland annat mark och byggnad.")
    assert not enumerations_in("Taxan har tre delar: mark, som kostar 400 kr, och byggnad.")
