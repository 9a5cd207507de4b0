"""How the rules and grounds of tables look, and which rows of a table have them; each producer draws them in its own way."""

from __future__ import annotations

from typing import NamedTuple

from benchmarks.kinds.case import BLACK, PALE, Colour

GREY, LIGHT, WHITE = (120, 120, 120), (242, 242, 242), (255, 255, 255)


class Ruling(NamedTuple):
    """The rules of a table: under which rows level ones stand, whether upright ones do, and how they look; what lies behind the rows.

    ``under`` is each, head (the header and the last row, and above the header), total (thick over the last row, double under it) or none;
    ``style`` is solid, dashed or dotted; ``width`` is in points.
    """

    under: str = "none"
    upright: bool = False
    style: str = "solid"
    colour: Colour = BLACK
    width: float = 0.75
    ground: Colour | None = None
    stripes: Colour | None = None


RULINGS = {
    "full": Ruling("each", upright=True),
    "level": Ruling("each"),
    "none": Ruling(),
    "dashed": Ruling("each", upright=True, style="dashed", colour=GREY),
    "dotted": Ruling("each", upright=True, style="dotted", width=1.0),
    "dotted level": Ruling("each", style="dotted", width=1.0),
    "white": Ruling("each", upright=True, colour=WHITE, width=1.5, ground=PALE),
    "light": Ruling("each", upright=True, colour=LIGHT),
    "light level": Ruling("each", colour=LIGHT),
    "stripes": Ruling(stripes=PALE),
    "head": Ruling("head"),
    "total": Ruling("total"),
}


class Sides(NamedTuple):
    """How thick the rules over and under a row are, 0 for none; a ``double`` one is two thin ones."""

    over: float
    under: float
    double: bool = False


def sides_of(ruling: Ruling, at: int, rows: int, heads: int) -> Sides:
    """Return the level rules of row ``at`` of so many, the first ``heads`` of which are the header."""
    match ruling.under:
        case "each":
            return Sides(ruling.width if at == 0 else 0.0, ruling.width)
        case "head":
            return Sides(ruling.width if at == 0 else 0.0, ruling.width if at in {heads - 1, rows - 1} else 0.0)
        case "total":
            return Sides(1.5 if at == rows - 1 else 0.0, 0.75 if at in {heads - 1, rows - 1} else 0.0, double=at == rows - 1)
        case _:
            return Sides(0.0, 0.0)


def ground_of(ruling: Ruling, at: int) -> Colour | None:
    """Return the colour behind row ``at``."""
    return ruling.stripes if ruling.stripes and at % 2 else ruling.ground
