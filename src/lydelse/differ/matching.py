"""Which section of the document in force each section of a redline is: by number and title, by title, by its text, wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lydelse.differ.folding import folded, masked
from lydelse.differ.likeness import LikenedSection, dice
from lydelse.differ.passages import EarlierSection
from lydelse.model.in_force import Match

ALIKE = 0.5
"""The least likeness of text that a section without its title is known by."""
ALIKE_WITH_NUMBER = 0.35
"""The same where its number is the same."""
TITLE_NEEDS = 0.15
"""The least likeness of text under a title that has another number: chapters repeat their titles ("Allmänt", "Uppföljning")."""
FEW_WORDS = 8
"""Fewer different words than these are no text to be known by."""
FEWEST_WORDS = 4
"""The same for text that is the same to the letter."""


class Candidate(NamedTuple):
    """A section of the redline and one in force that may be the same, and how well they fit."""

    weight: float
    earlier: int
    standing: int
    match: Match


def matched(earlier: Sequence[EarlierSection], standing: Sequence[LikenedSection]) -> dict[int, tuple[int, Match]]:
    """Return for each section of the redline that was found the section in force, as indices, and by what it was found."""
    found: dict[int, tuple[int, Match]] = {}
    taken: set[int] = set()
    for candidates in (_by_title, _by_text):
        open_earlier = [at for at in range(len(earlier)) if at not in found and earlier[at].section.blocks]
        open_standing = [at for at in range(len(standing)) if at not in taken]
        for each in sorted(candidates(earlier, standing, open_earlier, open_standing), key=_best_first):
            if each.earlier not in found and each.standing not in taken:
                found[each.earlier] = (each.standing, each.match)
                taken.add(each.standing)
    return found


def _best_first(candidate: Candidate) -> tuple[float, int, int]:
    """Order by fit; of equal ones those go first that stand first, and at about the same place."""
    return -candidate.weight, abs(candidate.earlier - candidate.standing), candidate.earlier


def _by_title(
    earlier: Sequence[EarlierSection], standing: Sequence[LikenedSection], ours: Sequence[int], theirs: Sequence[int]
) -> Iterator[Candidate]:
    titled: dict[str, list[int]] = {}
    for at in theirs:
        if standing[at].title:
            titled.setdefault(standing[at].title, []).append(at)
    for i in ours:
        one = earlier[i]
        for j in titled.get(masked(one.section.title), ()):
            same_number = number_key(one.section.number) == number_key(standing[j].section.number)
            exact = folded(one.section.title) == folded(standing[j].section.title)
            text = _text_likeness(one.likened, standing[j])
            alone = not one.likened.words or not standing[j].words
            if same_number or alone or text >= TITLE_NEEDS:
                weight = 0.5 * same_number + 0.1 * exact + (0.0 if alone else text)
                yield Candidate(weight, i, j, Match.NUMBER_AND_TITLE if same_number else Match.TITLE)


def _by_text(
    earlier: Sequence[EarlierSection], standing: Sequence[LikenedSection], ours: Sequence[int], theirs: Sequence[int]
) -> Iterator[Candidate]:
    for i in ours:
        one = earlier[i].likened
        for j in theirs:
            other = standing[j]
            if bool(one.heading) is not bool(other.heading):
                continue
            if one.heading and min(len(one.words), len(other.words)) < FEW_WORDS and not _is_all_of(one, other):
                continue
            same_number = bool(other.section.number) and number_key(one.section.number) == number_key(other.section.number)
            text = _text_likeness(one, other)
            if text >= (ALIKE_WITH_NUMBER if same_number else ALIKE):
                yield Candidate(text + 0.2 * same_number, i, j, Match.TEXT)


def _is_all_of(one: LikenedSection, other: LikenedSection) -> bool:
    """Tell whether two sections have the same text under their headings, short as it may be."""
    texts = (["".join(each.text.split()) for each in side.blocks] for side in (one, other))
    return len(one.words) >= FEWEST_WORDS and next(texts) == next(texts)


def _text_likeness(one: LikenedSection, other: LikenedSection) -> float:
    """Return how alike the text under two headings is; text without any words is alike where it is the same."""
    if one.blocks and not one.words and not other.words:
        return float([each.text for each in one.blocks] == [each.text for each in other.blocks])
    return dice(one.words, other.words)


def number_key(number: str) -> str:
    """Return a section's number as it counts: "Kap. 5" and "5" are the same chapter, and case does not count."""
    return re.sub(r"^(?:kapitel|kap\.?|avsnitt|del)\s+", "", folded(number).lower()).rstrip(".")
