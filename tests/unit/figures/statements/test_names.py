from __future__ import annotations

import pytest

from lydelse.figures.statements.names import Likeness, agree, contrast, likeness, name_of, shared_stems


@pytest.mark.parametrize(
    ("phrase", "title", "like"),
    [
        ("ersättning per listad invånare", "Ersättning per listad invånare", Likeness.SAME_WORDS),
        ("ersättningen för listade invånare", "Ersättning per listad invånare", Likeness.SAME_STEMS),
        ("grundbeloppet", "Grundbelopp", Likeness.SAME_STEMS),
        ("den socioekonomiska ersättningen", "Socioekonomisk faktor", Likeness.CONTAINED),
        ("glesbygdsersättning", "Glesbygdsfaktor", Likeness.RELATED),
        ("läkemedel", "Glesbygdsfaktor", None),
        ("glesbygd", "Glasögonbidrag", None),
        ("och för", "Läkemedel", None),
    ],
)
def test_a_phrase_names_a_title(phrase: str, title: str, like: Likeness | None) -> None:
    assert likeness(name_of(phrase), name_of(title)) == like


def test_sentences_share_the_stems_of_their_telling_words() -> None:
    one = "Uppdragen läggs in som en anslagsfinansiering till primärvården."
    other = "Budget för anslagsfinansierad primärvård ska beaktas."
    assert shared_stems(one, other) == 2
    assert shared_stems(one, "Hyran för lokalen höjs.") == 0


def test_labels_agree_where_one_says_all_that_the_other_does() -> None:
    assert agree("Privata vårdgivarna", "Privata vårdgivarna för underskott")
    assert agree("SUMMA", "Utbetalning till parken")
    assert not agree("Nybesök hos fysioterapeut", "Nybesök hos arbetsterapeut")
    assert not agree("Kostnaden", "Budgeten")


def test_labels_contrast_where_they_name_two_things_of_one_sort() -> None:
    assert contrast("Ramen för personal", "Ramen för lokaler")
    assert not contrast("Ersättning till utförarna", "Underskottet i driften")
