"""How the letters of a run are set, whatever paragraph and table it stands in: by itself, or by its character style."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lydelse.formats.ooxml.names import Element, Said, attribute, child, number_of, value_of
from lydelse.formats.ooxml.symbols import is_of_signs

TINY = 4  # half points: two points are less than a millimetre
_PENS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}
"""The colours of highlighter pens (17.18.40)."""


class Lettering(NamedTuple):
    """What follows from a run's properties; ``said`` is what they say, ``signs`` a font whose letters are signs ("" for all others)."""

    said: Said
    signs: str
    raised: bool
    tiny: bool
    covered: bool


def lettering_of(properties: Element | None, said: Said, styles: Sequence[Element]) -> Lettering:
    """Return how a run's letters are set; ``styles`` are its character style and those that it is based on, nearest first."""
    of_styles = [child(style, "rPr") for style in styles]
    font = _font_of([properties, *of_styles])
    return Lettering(
        said, font if is_of_signs(font) else "", _is_raised(properties, of_styles), _is_tiny(properties, of_styles), _is_covered(properties)
    )


def _font_of(properties: Sequence[Element | None]) -> str:
    """Return the font that a run names for Latin letters, itself or by its character style; "" where it leaves that to others."""
    fonts = (child(each, "rFonts") for each in properties)
    return next((name for font in fonts if (name := attribute(font, "ascii") or attribute(font, "hAnsi") or "")), "")


def _is_raised(properties: Element | None, of_styles: Sequence[Element | None]) -> bool:
    """Tell whether a run is raised: by itself, or by its character style."""
    own = value_of(properties, "vertAlign")
    return (own or next((said for each in of_styles if (said := value_of(each, "vertAlign"))), "")) == "superscript"


def _is_tiny(properties: Element | None, of_styles: Sequence[Element | None]) -> bool:
    """Tell whether a run is too small to be seen on paper: by itself, or by its character style."""
    sizes = (number_of(each, "sz") for each in (properties, *of_styles))
    size = next((said for said in sizes if said is not None), None)
    return size is not None and size <= TINY


def highlight_of(properties: Element) -> str:
    """Return the colour behind the text: a highlighter pen, or shading; "" for none and for white."""
    pen = value_of(properties, "highlight")
    if pen:
        return "" if pen in {"none", "white"} else pen
    shading = child(properties, "shd")
    solid = attribute(shading) == "solid"  # the colour of the pattern covers all of the ground
    fill = (attribute(shading, "color" if solid else "fill") or "auto").upper()
    return "" if fill in {"AUTO", "FFFFFF", "CLEAR"} else fill


def _is_covered(properties: Element | None) -> bool:
    """Tell whether a run has the very colour of the ground that it is given: black on black. Automatic letters turn white on a dark one."""
    letters = (value_of(properties, "color") or "auto").upper()
    ground = "" if properties is None else highlight_of(properties)
    return bool(ground) and letters == _PENS.get(ground, ground)
