"""Words and lines of a page: what the steps of the PDF extractor hand to one another.

What they say by themselves is worked out once, when it is first asked for: a word is asked for its text fifteen times on its way.
"""

from __future__ import annotations

from typing import NamedTuple

from lydelse.extractors.pdf.remembered import remembered
from lydelse.formats.pdf.page import Annotation, Colour, Glyph
from lydelse.model.place import Box
from lydelse.model.text import Mark


class Drawn(NamedTuple):
    """What is drawn at one glyph: lines through or under it, an area behind it, the annotation that marks it, and a frame around it."""

    struck: bool = False
    underlined: bool = False
    behind: Colour | None = None
    note: Annotation | None = None
    framed: bool = False


PLAIN = Drawn()


class _Word(NamedTuple):
    """What a word is made of."""

    glyphs: tuple[Glyph, ...]
    marks: tuple[Mark, ...]
    box: Box
    baseline: float
    size: float
    space: Mark = Mark.KEPT
    drawn: tuple[Drawn, ...] = ()
    alone: bool = False
    opens: bool = False


class Word(_Word):
    """Glyphs with no space between them.

    ``marks`` has one mark for each glyph, so that "202[-5-]{+6+}" is one word. ``box`` holds the glyphs' loose boxes, ``baseline``
    and ``size`` are those of most of its glyphs. ``space`` is the mark of the space that follows it on its line. ``drawn`` is what
    is drawn at each glyph, empty where nothing is. ``alone`` is set where the file draws it apart from the word before it, with no space
    between, and ``opens`` where a cell of a table begins with it so near the one before that no gap tells.
    """

    @remembered
    def text(self) -> str:
        """What the word says, struck and inserted characters included."""
        return "".join([glyph.text for glyph in self.glyphs])

    @remembered
    def bold(self) -> bool:
        """Tell whether every glyph is bold."""
        return all(glyph.bold for glyph in self.glyphs)

    @remembered
    def is_of_one_look(self) -> bool:
        """Tell whether all glyphs have one font and one colour."""
        first = self.glyphs[0]
        return all(glyph.colour == first.colour and glyph.font == first.font for glyph in self.glyphs)

    def has_only(self, mark: Mark) -> bool:
        """Tell whether every glyph carries this mark."""
        return self.marks.count(mark) == len(self.marks)


class _Line(NamedTuple):
    """What a line is made of."""

    words: tuple[Word, ...]
    box: Box
    baseline: float
    size: float
    page: int
    limit: float = 0.0
    ends: bool = False


class Line(_Line):
    """Words on one baseline, from left to right.

    ``page`` counts from 1. ``limit`` is where the lines of its column end, 0 where the page has none. ``ends`` is set where a
    paragraph ends with it, whatever comes after it.
    """

    @remembered
    def text(self) -> str:
        """The words with one space between."""
        return " ".join([word.text for word in self.words])
