"""Paragraphs without the spaces that an earlier striking left behind."""

from __future__ import annotations

from bisect import bisect_left

from lydelse.model.text import Paragraph, Run, Spot, tidy
from lydelse.patterns import compiled
from lydelse.records import replace

_UNTIDY = compiled(r"^\s|\s$|[ \t]{2}|\s[,.;:)]|\t")


def tidied(paragraph: Paragraph) -> Paragraph:
    """Return an unmarked paragraph with no space doubled, none before a comma and none at its ends; its spots follow."""
    text = paragraph.marked_text
    plain = tidy(text) if _UNTIDY.search(text) else text
    if plain == text:
        return paragraph
    spots = _followed(paragraph.spots, text, plain) if paragraph.spots else ()
    return replace(paragraph, runs=(Run(plain),) if plain else (), spots=spots)


def _followed(spots: tuple[Spot, ...], text: str, plain: str) -> tuple[Spot, ...]:
    """Return the spots counted in the tidied text: both texts have the same visible characters in the same order."""
    ours = [at for at, character in enumerate(text) if not character.isspace()]
    theirs = [at for at, character in enumerate(plain) if not character.isspace()]
    followed: list[Spot] = []
    for spot in spots:
        first, last = bisect_left(ours, spot.start), bisect_left(ours, spot.end) - 1
        if first <= last:
            followed.append(spot._replace(start=theirs[first], end=theirs[last] + 1))
    return tuple(followed)
