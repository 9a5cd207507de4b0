"""Letters of which the file does not say which they are: taken from their codes, as a program that copies them would, and told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from lydelse.formats.pdf import BrokenPage, Page
from lydelse.formats.pdf.page import Glyph
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message

SHOWN, QUOTED = 3, 30
"""How many words are quoted, and how many characters of each."""


class Guess(NamedTuple):
    """A word with letters that no font names, how many they are, and the page that it stands on."""

    text: str
    letters: int
    page: int


def guessed_letters(pages: Iterable[Page | BrokenPage]) -> Iterator[Unread]:
    """Yield one warning for a document with words whose letters or figures the file does not name; lone signs, as bullets, are none."""
    guesses = [guess for page in pages if isinstance(page, Page) and page.guessed for guess in _guesses(page)]
    if not guesses:
        return
    texts = tuple(dict.fromkeys(f"”{guess.text[:QUOTED]}”" for guess in guesses))
    facts: dict[str, Fact] = {"count": sum(guess.letters for guess in guesses), "page": guesses[0].page, "texts": texts[:SHOWN]}
    yield Unread("X902", Severity.WARNING, Message("X902.pdf-guessed", facts), guesses[0].page)


def _guesses(page: Page) -> Iterator[Guess]:
    for (_, spaced, visible), run in groupby(page.glyphs, key=_word_of):
        word = tuple(run)
        letters = sum(glyph.text.isalnum() and (glyph.font, glyph.text) in page.guessed for glyph in word)
        if letters and visible and not spaced:
            yield Guess("".join([glyph.text for glyph in word]), letters, page.number)


def _word_of(glyph: Glyph) -> tuple[str, bool, bool]:
    return glyph.font, glyph.text.isspace(), glyph.visible
