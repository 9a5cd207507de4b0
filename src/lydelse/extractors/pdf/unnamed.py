"""Letters of which the file does not say which they are: taken from their codes, as a program that copies them would, and told.

Figures that a font draws as others than the file says are told as well: they are read as the file says.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from lydelse.extractors.letters import is_mapped_wrongly
from lydelse.formats.pdf import BrokenPage, Page
from lydelse.formats.pdf.page import Glyph
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message

SHOWN, QUOTED, QUOTED_OF_FONT = 3, 30, 60
"""How many words are quoted, how many characters of each, and of a font whose letters are wrong."""


class Guess(NamedTuple):
    """A word with letters that no font names, how many they are, and the page that it stands on."""

    text: str
    letters: int
    page: int


def misnamed_in(pages: Sequence[Page | BrokenPage]) -> Iterator[Unread]:
    """Yield what is to be said of fonts that do not say what they show, or say other than that."""
    yield from _fonts_mapped_wrongly(pages)
    yield from _guessed_letters(pages)
    yield from _figures_drawn_as_others(pages)


def _fonts_mapped_wrongly(pages: Iterable[Page | BrokenPage]) -> Iterator[Unread]:
    """Yield the fonts whose letters can hardly be those that the page shows, each once, with the first page that it is used on."""
    texts: dict[str, list[str]] = defaultdict(list)
    first: dict[str, int] = {}
    for page in pages:
        for (font, visible), run in groupby(page.glyphs if isinstance(page, Page) else (), key=attrgetter("font", "visible")):
            if visible:
                texts[font].append("".join([glyph.text for glyph in run]))
                first.setdefault(font, page.number)
    for font, letters in texts.items():
        text = "".join(letters)
        if is_mapped_wrongly(text):
            yield Unread("X902", Severity.WARNING, Message("X902.letters.unplaced", {"text": text[:QUOTED_OF_FONT]}), first[font])


def _guessed_letters(pages: Iterable[Page | BrokenPage]) -> Iterator[Unread]:
    """Yield one warning for a document with words whose letters or figures the file does not name; lone signs, as bullets, are none."""
    guesses = [guess for page in pages if isinstance(page, Page) and page.guessed for guess in _guesses(page)]
    if not guesses:
        return
    texts = tuple(dict.fromkeys(f"”{guess.text[:QUOTED]}”" for guess in guesses))
    facts: dict[str, Fact] = {"count": sum(guess.letters for guess in guesses), "page": guesses[0].page, "texts": texts[:SHOWN]}
    yield Unread("X902", Severity.WARNING, Message("X902.pdf-guessed", facts), guesses[0].page)


def _figures_drawn_as_others(pages: Iterable[Page | BrokenPage]) -> Iterator[Unread]:
    """Yield one error for a document with figures that a font draws as others, each pair once, and that some could not be looked at."""
    every = [(page.number, each) for page in pages if isinstance(page, Page) for each in sorted(page.misnamed)]
    if unseen := [number for number, each in every if not each.drawn]:
        facts: dict[str, Fact] = {"page": unseen[0], "count": len(set(unseen))}
        yield Unread("X902", Severity.QUESTION, Message("X902.pdf-figures-not-seen", facts), unseen[0])
    found = [(number, each) for number, each in every if each.drawn]
    if found:
        pairs = tuple(dict.fromkeys(f"”{each.said}” → ”{each.drawn}”" for _, each in found))
        yield Unread("X902", Severity.ERROR, Message("X902.pdf-figures", {"page": found[0][0], "pairs": pairs}), found[0][0])


def _guesses(page: Page) -> Iterator[Guess]:
    for (_, spaced, visible), run in groupby(page.glyphs, key=_word_of):
        word = tuple(run)
        letters = sum(glyph.text.isalnum() and (glyph.font, glyph.text) in page.guessed for glyph in word)
        if letters and visible and not spaced:
            yield Guess("".join([glyph.text for glyph in word]), letters, page.number)


def _word_of(glyph: Glyph) -> tuple[str, bool, bool]:
    return glyph.font, glyph.text.isspace(), glyph.visible
