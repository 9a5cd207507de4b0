"""How letters look, strikes left out, and the catalogue's word for a look that shows additions."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from lydelse.extractors.pdf.line import Drawn
from lydelse.formats.pdf.page import Colour, Glyph
from lydelse.patterns import compiled

COLOURFUL_FROM = 50  # of 255 between the strongest and the weakest of red, green and blue: greys and blacks mark nothing
ITALIC = compiled(r"italic|oblique|kursiv", re.IGNORECASE)


class Look(NamedTuple):
    """How a glyph looks, strikes left out."""

    underlined: bool
    colour: Colour
    behind: Colour | None = None
    typeface: str = ""
    framed: bool = False

    @property
    def is_coloured(self) -> bool:
        """Tell whether the letters have a colour, blacks and greys being none."""
        return max(self.colour) - min(self.colour) >= COLOURFUL_FROM

    @property
    def is_plain(self) -> bool:
        """Tell whether nothing sets the text off."""
        return self.signs == 0

    @property
    def signs(self) -> int:
        """How many things set the text off."""
        return self.underlined + self.is_coloured + bool(self.behind) + bool(self.typeface) + self.framed


def look_of(glyph: Glyph, drawn: Drawn, *, typed: bool) -> Look:
    """Return how a glyph looks; with its typeface (bold, italic) only where that is asked for."""
    typeface = f"{'bold' if glyph.bold else ''}{'italic' if ITALIC.search(glyph.font) else ''}" if typed else ""
    return Look(drawn.underlined, glyph.colour, drawn.behind, typeface, drawn.framed)


def key_of(added: AbstractSet[Look]) -> str:
    """Return the catalogue's word for a convention, by the look that says most."""
    look = max(added, key=lambda look: (look.underlined, look.is_coloured, look.colour))
    if look.typeface:
        return "convention.bold" if "bold" in look.typeface else "convention.italic"
    if look.behind and not look.underlined and not look.is_coloured:
        return "convention.highlighted"
    if not look.is_coloured:
        return "convention.underlined" if look.underlined else "convention.framed"
    return f"convention.{_hue(look.colour)}{'-underlined' if look.underlined else ''}"


def _hue(colour: Colour) -> str:
    strongest = max(colour)
    match [at for at, value in enumerate(colour) if value > 0.6 * strongest]:
        case [0]:
            return "red"
        case [1]:
            return "green"
        case [2]:
            return "blue"
        case _:
            return "coloured"
