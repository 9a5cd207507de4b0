"""What the reader of pictures is given and what it gives: plain types, in pixels from the top left."""

from __future__ import annotations

from typing import NamedTuple

from lydelse.model.place import Box

Colour = tuple[int, int, int]


class Picture(NamedTuple):
    """A page or a part of one as pixels, three bytes each (red, green, blue), row by row; ``dpi`` is how many of them make an inch."""

    width: int
    height: int
    pixels: bytes
    dpi: float


class Line(NamedTuple):
    """A straight line in the picture, level or upright."""

    box: Box
    thickness: float
    colour: Colour
    level: bool


class Area(NamedTuple):
    """A coloured area that letters stand on."""

    box: Box
    colour: Colour


class Letter(NamedTuple):
    """One character as recognised; ``confidence`` is 0 to 1."""

    text: str
    box: Box
    confidence: float


class ReadWord(NamedTuple):
    """Letters without a space between; ``baseline`` and ``size`` (an em) in pixels, ``weight`` how broad its strokes are, in ems."""

    letters: tuple[Letter, ...]
    baseline: float
    size: float
    weight: float
    colour: Colour

    @property
    def text(self) -> str:
        """What the word says."""
        return "".join(letter.text for letter in self.letters)


class ReadPicture(NamedTuple):
    """What was recognised in a picture turned by ``angle`` degrees counterclockwise about its middle, so that its lines are level.

    ``quarters`` is how many quarters counterclockwise it was turned before that, so that its text reads from left to right.
    ``gave_up`` tells that it was not read within the time that a page may take.
    """

    words: tuple[ReadWord, ...]
    lines: tuple[Line, ...]
    areas: tuple[Area, ...]
    angle: float
    quarters: int = 0
    gave_up: bool = False
