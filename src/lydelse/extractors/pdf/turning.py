"""Pages whose text is turned on its sheet: laid in the reading direction first, and what was read given its place as seen.

A wide table on an upright page is the usual case. A page is read in one direction, that of most of its text within the margins; what
stands otherwise is left as turned: a running header beside a turned table (see ``running_aside``), the labels of an axis.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from enum import IntEnum
from typing import NamedTuple

from lydelse.extractors.pdf.as_read import AsRead
from lydelse.formats.pdf.page import Annotation, BrokenPage, Glyph, Page
from lydelse.model.place import Box, Place
from lydelse.model.section import Block
from lydelse.model.table import Cell, Table
from lydelse.model.text import Paragraph, Spot
from lydelse.records import replace

QUARTER_WITHIN = 5.0  # degrees: as crooked as a scan may lie
MARGIN = 0.08  # of the sheet at each side, where running headers stand, whichever way the page is turned


class Turn(IntEnum):
    """How many quarters counterclockwise a page's text is turned on its sheet."""

    UPRIGHT = 0
    UPWARDS = 1
    UPSIDE_DOWN = 2
    DOWNWARDS = 3

    def point(self, page: Page, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page as seen lies when its text is upright."""
        match self:
            case Turn.UPRIGHT:
                return x, y
            case Turn.UPWARDS:
                return page.height - y, x
            case Turn.UPSIDE_DOWN:
                return page.width - x, page.height - y
            case Turn.DOWNWARDS:
                return y, page.width - x

    def box(self, page: Page, box: Box) -> Box:
        """Return where a rectangle of the page as seen lies when its text is upright."""
        x0, y0 = self.point(page, box.x0, box.top)
        x1, y1 = self.point(page, box.x1, box.bottom)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    @property
    def back(self) -> Turn:
        """The turn that undoes this one."""
        return Turn(-self % 4)


class Turned(NamedTuple):
    """A page that was turned to be read: how, and as it was read.

    ``number`` is that of the page which it is a part of, None for a whole page.
    """

    turn: Turn
    page: Page
    number: int | None = None

    def seen(self, box: Box) -> Box:
        """Return where a rectangle of the page as it was read is seen."""
        return self.turn.back.box(self.page, box)


class Laid(NamedTuple):
    """The pages of a file as they are read, and those among them that were turned, by their numbers."""

    pages: tuple[Page | BrokenPage, ...]
    turned: dict[int, Turned]


def laid(pages: Iterable[Page | BrokenPage]) -> Laid:
    """Return all pages with most of their text upright."""
    result: list[Page | BrokenPage] = []
    turned: dict[int, Turned] = {}
    for page in pages:
        turn = turn_of(page) if isinstance(page, Page) else Turn.UPRIGHT
        if isinstance(page, Page) and turn:
            turned[page.number] = Turned(turn, laid_upright(page, turn))
            result.append(turned[page.number].page)
        else:
            result.append(page)
    return Laid(tuple(result), turned)


def turn_of(page: Page) -> Turn:
    """Return how most of a page's text is turned, the margins left out of account where there is text within them."""
    if all(glyph.angle == 0 for glyph in page.glyphs):
        return Turn.UPRIGHT
    seen = [glyph for glyph in page.glyphs if glyph.visible and not glyph.text.isspace()] or page.glyphs
    inner = [glyph for glyph in seen if _is_inner(glyph, page)] or seen
    counts = Counter(turn for glyph in inner if (turn := turn_of_glyph(glyph)) is not None)
    return max(counts, key=lambda turn: (counts[turn], -turn), default=Turn.UPRIGHT)


def laid_upright(page: Page, turn: Turn) -> Page:
    """Return the page as it is when it is turned so that its text reads from left to right."""
    if turn is Turn.UPRIGHT:
        return page
    across = turn in {Turn.UPWARDS, Turn.DOWNWARDS}
    return replace(
        page,
        width=page.height if across else page.width,
        height=page.width if across else page.height,
        glyphs=tuple(_glyph(glyph, page, turn) for glyph in page.glyphs),
        strokes=tuple(
            stroke._replace(
                box=turn.box(page, stroke.box),
                horizontal=stroke.vertical if across else stroke.horizontal,
                vertical=stroke.horizontal if across else stroke.vertical,
            )
            for stroke in page.strokes
        ),
        fills=tuple(fill._replace(box=turn.box(page, fill.box)) for fill in page.fills),
        annotations=tuple(_note(note, page, turn) for note in page.annotations),
        switched_off=tuple(_note(note, page, turn) for note in page.switched_off),
        pictures=tuple(turn.box(page, box) for box in page.pictures),
    )


def as_seen(blocks: Iterable[Block], turned: Mapping[int, AsRead]) -> Iterator[Block]:
    """Yield the blocks with the places of what was read on turned pages as they are seen."""
    for block in blocks:
        if not turned:
            yield block
        elif isinstance(block, Table):
            rows = tuple(replace(row, cells=tuple(_cell(cell, turned) for cell in row.cells)) for row in block.rows)
            yield replace(block, rows=rows, place=_place(block.place, turned))
        else:
            yield _paragraph(block, turned)


def turn_of_glyph(glyph: Glyph) -> Turn | None:
    """Return how a glyph is turned on its page, None where that is by no quarter."""
    if glyph.angle == 0:
        return Turn.UPRIGHT
    quarters = round(glyph.angle / 90)
    return Turn(quarters % 4) if abs(glyph.angle - 90 * quarters) <= QUARTER_WITHIN else None


def _is_inner(glyph: Glyph, page: Page) -> bool:
    aside, down = MARGIN * page.width, MARGIN * page.height
    box = glyph.box
    return aside < box.x0 and box.x1 < page.width - aside and down < box.top and box.bottom < page.height - down


def _glyph(glyph: Glyph, page: Page, turn: Turn) -> Glyph:
    x, baseline = turn.point(page, glyph.x, glyph.baseline)
    angle = round((glyph.angle - 90 * turn + 180) % 360 - 180, 1) + 0.0
    return glyph._replace(box=turn.box(page, glyph.box), x=x, baseline=baseline, angle=angle)


def _note(note: Annotation, page: Page, turn: Turn) -> Annotation:
    return note._replace(boxes=tuple(turn.box(page, box) for box in note.boxes))


def _cell(cell: Cell, turned: Mapping[int, AsRead]) -> Cell:
    return replace(cell, paragraphs=tuple(_paragraph(paragraph, turned) for paragraph in cell.paragraphs))


def _paragraph(paragraph: Paragraph, turned: Mapping[int, AsRead]) -> Paragraph:
    spots = tuple(_spot(spot, turned) for spot in paragraph.spots)
    return replace(paragraph, spots=spots, place=_place(paragraph.place, turned))


def _spot(spot: Spot, turned: Mapping[int, AsRead]) -> Spot:
    own = turned.get(spot.page)
    return spot._replace(page=_number(own, spot.page), box=own.seen(spot.box)) if own else spot


def _place(place: Place, turned: Mapping[int, AsRead]) -> Place:
    own = turned.get(place.page) if place.page else None
    return replace(place, page=_number(own, place.page), box=own.seen(place.box)) if own and place.page and place.box else place


def _number(own: object, page: int) -> int:
    """Return the number of the page that something was read on, that of the whole page where it is a part of one."""
    return own.number if isinstance(own, Turned) and own.number else page
