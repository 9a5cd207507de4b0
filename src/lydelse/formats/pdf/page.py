"""What a PDF page holds, in our own types: glyphs, strokes and annotations, in points from the top left."""

from __future__ import annotations

from typing import NamedTuple

from lydelse.model.place import Box
from lydelse.records import dataclass

Colour = tuple[int, int, int]
"""Red, green and blue, 0 to 255 each."""

Guessed = tuple[str, str]
"""The name of a font, and a letter taken from a code of which the font does not say what it stands for."""


class Misnamed(NamedTuple):
    """A figure that a font shows as another than the file says: the font's name, the figure as the file has it, and as it is drawn.

    Where ``drawn`` is "" it cannot be told how the font draws the figures ``said``.
    """

    font: str
    said: str
    drawn: str


class Glyph(NamedTuple):
    """One character as drawn.

    ``box`` is the loose box (advance width by ascent and descent), ``x`` where it begins: the origin, but for the letters that reach out
    of their width to the left (up to 2 points: good for the order of letters, not for their distance). ``baseline`` is the height of
    the origin, ``size`` the font size in points after scaling, ``angle`` the direction of writing in degrees (0 for upright text). A
    space that the file does not draw has ``generated`` set. ``piece`` says which glyphs the file draws in one go: the same number for
    them, 0 where nothing tells.
    """

    text: str
    box: Box
    x: float
    baseline: float
    size: float
    font: str
    bold: bool
    colour: Colour
    angle: float = 0.0
    generated: bool = False
    visible: bool = True
    piece: int = 0


class Stroke(NamedTuple):
    """A drawn line, or a filled rectangle so thin that it is seen as one.

    ``box`` is what is seen, line width included; ``thickness`` is its short side, less for a wave, whose ``box`` holds its crests.
    ``horizontal`` and ``vertical`` are both False for a slanted line.
    """

    box: Box
    thickness: float
    colour: Colour
    horizontal: bool
    vertical: bool


class Fill(NamedTuple):
    """A filled area that is no line: a cell background, a highlight, a white patch."""

    box: Box
    colour: Colour


class Annotation(NamedTuple):
    """An annotation that marks text or says something of it. ``kind`` is the PDF subtype, ``boxes`` one for each marked line.

    ``number`` is its place among the page's annotations, ``answers`` that of the one that it is written in reply to; ``hidden`` says that
    nobody sees it.
    """

    kind: str
    boxes: tuple[Box, ...]
    contents: str
    author: str | None
    date: str | None
    number: int = 0
    answers: int | None = None
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """One page as drawn. ``number`` counts from 1; ``pictures`` are the boxes of images, ``guessed`` the letters that no font names.

    ``misnamed`` are the figures that a font draws as others, ``switched_off`` the annotations in layers that are, and those that are
    hidden, which are not among ``annotations``, and ``not_looked_at`` how many patterns at the text and groups in layers could not be
    painted to be looked at.
    ``tilt`` is how many degrees counterclockwise nearly all text of the page is slanted as seen, within five: everything has its place as
    if the page were turned back by as much, about its middle.
    """

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...]
    strokes: tuple[Stroke, ...]
    fills: tuple[Fill, ...]
    annotations: tuple[Annotation, ...]
    pictures: tuple[Box, ...]
    guessed: frozenset[Guessed] = frozenset()
    misnamed: frozenset[Misnamed] = frozenset()
    switched_off: tuple[Annotation, ...] = ()
    not_looked_at: int = 0
    tilt: float = 0.0
    squeezed: int = 0


@dataclass(frozen=True, slots=True)
class BrokenPage:
    """A page that the file promises and that cannot be loaded.

    ``too_many`` says of what it holds more than ``most``, "objects" or "characters"; "" where it is damaged.
    """

    number: int
    too_many: str = ""
    most: int = 0


class RuledCell(NamedTuple):
    """A cell between rules. Rows and columns count from 0."""

    box: Box
    row: int
    column: int
    rowspan: int
    colspan: int


class RuledTable(NamedTuple):
    """A grid of rules: how many rows and columns its rules make, and its cells row by row."""

    box: Box
    rows: int
    columns: int
    cells: tuple[RuledCell, ...]
