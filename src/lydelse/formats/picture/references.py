"""Points that may be a comma or a full stop, told by the word beside the figure: "avsnitt 1.3", "1,3 procent"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
STEPS = 2
"""Words between: a figure that is struck, and an "och" or a dash."""


def with_points_by_their_words(words: Sequence[ReadWord]) -> tuple[ReadWord, ...]:
    """Return the words, doubted points in references as full stops and in amounts as commas; they are as doubted as before."""
    return tuple(_told(at, words) if _doubted(word) is not None else word for at, word in enumerate(words))


def _doubted(word: ReadWord) -> int | None:
    """Return where the one doubted point between two figures of a word is; None where there is none, or several."""
    letters = word.letters
    found = [
        at
        for at in range(1, len(letters) - 1)
        if letters[at].text in ",." and letters[at].confidence <= DOUBTED and (letters[at - 1].text + letters[at + 1].text).isdecimal()
    ]
    return found[0] if len(found) == 1 else None


def _told(at: int, words: Sequence[ReadWord]) -> ReadWord:
    own = words[at]
    place = _doubted(own)
    assert place is not None, "only words with a doubted point are told"
    refers = any(_plain(word) in BEFORE_REFERENCES for word in _leading_to(at, words))
    counts = at + 1 < len(words) and _plain(words[at + 1]) in AFTER_AMOUNTS
    if refers is counts:
        return own
    point = own.letters[place]._replace(text="." if refers else ",")
    return own._replace(letters=(*own.letters[:place], point, *own.letters[place + 1 :]))


def _leading_to(at: int, words: Sequence[ReadWord]) -> Iterator[ReadWord]:
    """Yield the word before a figure; where figures stand between, the one before them."""
    for before in range(at - 1, max(-1, at - 2 - STEPS), -1):
        yield words[before]
        if not any(letter.text.isdecimal() for letter in words[before].letters):
            return


def _plain(word: ReadWord) -> str:
    return word.text.lower().strip(ASIDE) or word.text
