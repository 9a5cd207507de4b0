"""Points that may be a comma or a full stop, told by the word beside the figure: "avsnitt 1.3", "1,3 procent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lydelse.formats.picture.picture import ReadWord
from lydelse.formats.picture.signs import DOUBTED

BEFORE_REFERENCES = frozenset(
    {"avsnitt", "avsnittet", "avsnitten", "punkt", "punkten", "punkterna", "kapitel", "kapitlet", "kap", "bilaga", "bilagan", "bilagorna"}
    | {"tabell", "tabellen", "figur", "rubrik", "moment", "§", "§§"}
)
AFTER_AMOUNTS = frozenset(
    {"procent", "procentenheter", "%", "kr", "tkr", "mkr", "mnkr", "mdkr", "kronor", "miljoner", "miljarder", "timmar", "årsarbetare"}
)
ASIDE = '.,;:()”"'
THOUSANDS = 3
PIECES_WITHIN = 0.12
"""Ems between two pieces of one word; words stand twice as far apart."""

STEPS = 2
"""Words between: a figure that is struck, and an "och" or a dash."""


def with_points_by_their_words(words: Sequence[ReadWord]) -> tuple[ReadWord, ...]:
    """Return the words, doubted points in references as full stops and in amounts as commas; they are as doubted as before.

    A full stop in an amount that has no other is doubted, however clear it is: Swedish decimals follow a comma.
    """
    points = {at: place for at, word in enumerate(words) if (place := _one_point(word)) is not None}
    return tuple(_told(at, points[at], words) if at in points else word for at, word in enumerate(words))


def _one_point(word: ReadWord) -> int | None:
    """Return where the one point between two figures of a word is; None where there is none, or several."""
    letters = word.letters
    between = range(1, len(letters) - 1)
    found = [at for at in between if letters[at].text in ",." and (letters[at - 1].text + letters[at + 1].text).isdecimal()]
    return found[0] if len(found) == 1 else None


def _told(at: int, place: int, words: Sequence[ReadWord]) -> ReadWord:
    own, point = words[at], words[at].letters[place]
    refers = any(_plain(word.text) in BEFORE_REFERENCES for word in _leading_to(at, words))
    counts = _plain(_text_after(at, words)) in AFTER_AMOUNTS
    if refers is counts or (point.confidence > DOUBTED and not (counts and point.text == "." and _has_decimals(own, place))):
        return own
    told = point._replace(text="." if refers else ",", confidence=min(point.confidence, DOUBTED))
    return own._replace(letters=(*own.letters[:place], told, *own.letters[place + 1 :]))


def _has_decimals(word: ReadWord, place: int) -> bool:
    """Tell whether less than a group of thousands follows a point."""
    return sum(letter.text.isdecimal() for letter in word.letters[place + 1 :]) < THOUSANDS


def _text_after(at: int, words: Sequence[ReadWord]) -> str:
    """Return the word after another, put together where it was read in pieces."""
    text = ""
    for before, word in pairwise(words[at:]):
        is_piece = abs(word.baseline - before.baseline) <= 0.3 * word.size and _apart(before, word) <= PIECES_WITHIN * word.size
        if text and not is_piece:
            break
        text += word.text
    return text


def _apart(before: ReadWord, word: ReadWord) -> float:
    return abs(word.letters[0].box.x0 - before.letters[-1].box.x1)


def _leading_to(at: int, words: Sequence[ReadWord]) -> Iterator[ReadWord]:
    """Yield the word before a figure; where figures stand between, the one before them."""
    for before in range(at - 1, max(-1, at - 2 - STEPS), -1):
        yield words[before]
        if not any(letter.text.isdecimal() for letter in words[before].letters):
            return


def _plain(text: str) -> str:
    return text.lower().strip(ASIDE) or text
