"""Parts that alone are left between two pairs."""

from __future__ import annotations

import pytest

from lydelse.differ import compare
from lydelse.differ.align import LIKELY, Pairing
from lydelse.differ.likeness import dice, weighty_words
from lydelse.differ.opposites import with_opposites_paired
from lydelse.extractors.written import written
from lydelse.model.change import Added, Removed, Reworded

OPPOSITE: Pairing = [(0, 0), (1, None), (None, 1), (2, 2)]
FIRST = "Verksamheten erbjuder öppna förskolor och familjecentraler i samarbete med regionens mödravård."
LAST = "Nämnden följer upp resultaten i delårsrapporten."


def test_one_part_of_each_version_between_two_pairs_is_one_part_rewritten() -> None:
    assert with_opposites_paired(OPPOSITE, lambda _i, _j: 0.3) == [(0, 0), (1, 1), (2, 2)]


def test_parts_with_nothing_in_common_stay_two() -> None:
    assert with_opposites_paired(OPPOSITE, lambda _i, _j: 0.1) == OPPOSITE


@pytest.mark.parametrize("pairs", [[(0, 0), (1, None), (2, None), (None, 1)], [(None, 0), (None, 1), (0, None), (1, 2)], [(0, None)], []])
def test_where_there_are_others_nothing_is_paired(pairs: Pairing) -> None:
    assert with_opposites_paired(pairs, lambda _i, _j: 0.3) == pairs


def test_a_paragraph_rewritten_heavily_in_its_place_is_reworded() -> None:
    before = "Kommunen ska bygga fler lekplatser i bostadsområden där barnfamiljer bor trångt."
    after = "Kommunen planerar nya lekplatser i de bostadsområden som föreningar och skolor pekar ut vart tredje år."
    assert dice(weighty_words(before), weighty_words(after)) < LIKELY
    (change,) = compare(*(written(f"# 1 Mål\n{FIRST}\n{text}\n{LAST}") for text in (before, after))).changes
    assert isinstance(change, Reworded)


def test_a_short_text_in_the_place_of_another_is_another() -> None:
    changes = compare(
        *(written(f"# 1 Mål\n{FIRST}\n{text}\n{LAST}") for text in ("Ansökan prövas skyndsamt.", "Nämnden prövar avgifter."))
    ).changes
    assert [type(change) for change in changes] == [Removed, Added]
