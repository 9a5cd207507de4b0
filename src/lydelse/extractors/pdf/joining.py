"""Lines -> one running text with its marks and the spot of every word; hyphens at line ends are settled here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.line_ends import divides_address, divides_word
from lydelse.formats.pdf.page import Annotation
from lydelse.model.place import Box, Place
from lydelse.model.text import Mark, Run, Spot, joined
from lydelse.patterns import compiled
from lydelse.records import replace

HYPHENS = "-\u2010\u00ad\ufffe"
SOFT = "\u00ad\ufffe"  # PDFium gives U+FFFE for some hyphens that divide a word
SET_BY_PROGRAM = "\u2010"  # WeasyPrint divides words with it; where it stands within lines too, a font calls every hyphen so
DIVIDES_FROM = 0.04  # of the lines: where so many end with a hyphen, the producer divides words; where few do, the hyphens are the text's
SUSPENDED = {"och", "eller", "samt", "respektive", "resp", "resp.", "till", "and", "or"}
WORD = compiled(r"[A-Za-zÅÄÖåäöÉéÜü]+(?:-[A-Za-zÅÄÖåäöÉéÜü]+)*")
LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}


_APART = str.maketrans(LIGATURES)


class Vocabulary(NamedTuple):
    """What the document's own lines show of its words: how often each stands within a line, and whether it divides words.

    ``soft`` are the hyphens that at a line's end are no part of a word.
    """

    words: Counter[str]
    divides: bool
    soft: str = SOFT


class Text(NamedTuple):
    """Marked text and where its words stand."""

    runs: tuple[Run, ...]
    spots: tuple[Spot, ...]

    @property
    def place(self) -> Place:
        """Where the text begins: its page, and the box of its part on that page."""
        page = self.spots[0].page
        starts, tops, ends, bottoms = zip(*[spot.box for spot in self.spots if spot.page == page], strict=True)
        return Place(page=page, box=Box(min(starts), min(tops), max(ends), max(bottoms)))


def vocabulary_of(lines: Iterable[Line]) -> Vocabulary:
    """Return the words that stand whole within the lines."""
    words = Counter[str]()
    ends = count = within = 0
    for line in lines:
        text = line.text
        words.update(match[0].lower() for match in WORD.finditer(text))
        count += 1
        ends += text[-1:] in HYPHENS and len(text) > 1
        within += SET_BY_PROGRAM in text[:-1]
    return Vocabulary(words, ends > 2 and ends >= DIVIDES_FROM * count, SOFT if within else SOFT + SET_BY_PROGRAM)


def text_of(lines: Sequence[Line], vocabulary: Vocabulary) -> Text:
    """Return the lines as one text: a space between words and lines, none where a word was divided."""
    builder = _Builder()
    for at, line in enumerate(lines):
        following = lines[at + 1].words[0] if at + 1 < len(lines) else None
        for place, word in enumerate(line.words):
            last = place == len(line.words) - 1
            if not last:
                builder.add(word, line.page, len(word.glyphs))
                builder.space(word.space, _note_between(word, line.words[place + 1]))
            elif following is None:
                builder.add(word, line.page, len(word.glyphs))
            else:
                _join(builder, word, following, line.page, vocabulary, alone=len(line.words) == 1)
    return Text(builder.runs(), tuple(builder.spots))


class _Builder:
    """Collects the runs and spots of a text as it is put together."""

    def __init__(self) -> None:
        self.spots: list[Spot] = []
        self.length = 0
        self._letters: list[str] = []
        self._run = Run("")
        self._done: list[Run] = []

    def add(self, word: Word, page: int, count: int) -> None:
        """Add the first ``count`` glyphs of a word."""
        start = self.length
        if not word.drawn and word.has_only(word.marks[0]):
            text = word.text if count == len(word.glyphs) else "".join([glyph.text for glyph in word.glyphs[:count]])
            self._put(text if text.isascii() else text.translate(_APART), word.marks[0], None)
        else:
            for glyph, mark, note in list(zip(word.glyphs, word.marks, _notes(word), strict=True))[:count]:
                self._put(LIGATURES.get(glyph.text, glyph.text), mark, note)
        if self.length > start:
            self.spots.append(Spot(start, self.length, page, word.box))

    def space(self, mark: Mark, note: Annotation | None) -> None:
        """Add a space with the annotation that marks it, if any."""
        self._put(" ", mark, note)

    def runs(self) -> tuple[Run, ...]:
        """Return all that was added."""
        self._close()
        return joined(self._done)

    def _put(self, text: str, mark: Mark, note: Annotation | None) -> None:
        author, date = (note.author, note.date) if note and note.kind != "Link" and mark is not Mark.KEPT else (None, None)
        if (mark, author, date) != (self._run.mark, self._run.author, self._run.date):
            self._close()
            self._run = Run("", mark, author, date)
        self._letters.append(text)
        self.length += len(text)

    def _close(self) -> None:
        self._done.append(replace(self._run, text="".join(self._letters)))
        self._letters = []


def _notes(word: Word) -> Iterator[Annotation | None]:
    if word.drawn:
        return (drawn.note for drawn in word.drawn)
    return iter((None,) * len(word.glyphs))


def _note_between(word: Word, following: Word) -> Annotation | None:
    """Return the annotation that marks both the end of a word and the beginning of the next."""
    if not word.drawn or not following.drawn:
        return None
    note, other = word.drawn[-1].note, following.drawn[0].note
    alike = note and other and (note.author, note.date) == (other.author, other.date)
    return note if alike else None


def _join(builder: _Builder, word: Word, following: Word, page: int, vocabulary: Vocabulary, *, alone: bool) -> None:
    """Add the last word of a line, the only one where it is ``alone``, and what stands between it and the next line's first word."""
    text = word.text
    if divides_address(text, following.text) or (alone and divides_word(text, following.text, vocabulary.words)):
        builder.add(word, page, len(word.glyphs))
        return
    if text[-1] in vocabulary.soft or (text[-1] in HYPHENS and len(text) > 1 and _is_divided(text, following.text, vocabulary)):
        builder.add(word, page, len(word.glyphs) - 1)
        return
    builder.add(word, page, len(word.glyphs))
    if text[-1] in HYPHENS and len(text) > 1 and text[-2].isalnum() and not _is_suspended(following.text):
        return
    if text[-1] == "/" and len(text) > 1 and text[-2].isalnum():
        return
    builder.space(word.marks[-1] if word.marks[-1] is following.marks[0] else Mark.KEPT, _note_between(word, following))


def _is_suspended(following: str) -> bool:
    """Tell whether the hyphen stands for the rest of a word, as in "för- och nackdelar"."""
    return following.lower().rstrip(",") in SUSPENDED


def _is_divided(ending: str, following: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the hyphen at a line's end is no part of the word: "vårdenhe-" + "ten", but not "AT-" + "läkare"."""
    before, after = _last_part(ending[:-1]), _first_part(following)
    if not before or not after or not after[0].islower() or _is_suspended(following):
        return False
    if len(before) > 1 and before.isupper():
        return False
    whole, hyphened = f"{before}{after}".lower(), f"{before}-{after}".lower()
    if vocabulary.words[whole] != vocabulary.words[hyphened]:
        return vocabulary.words[whole] > vocabulary.words[hyphened]
    return vocabulary.divides and len(before) > 1


def _last_part(text: str) -> str:
    found = re.search(r"[^\W\d_]+$", text)
    return found[0] if found else ""


def _first_part(text: str) -> str:
    found = re.match(r"[^\W\d_]+", text)
    return found[0] if found else ""
