"""Tables that stand turned on a page whose text is upright: read as a page of their own, and put where they stand.

The text that is turned one way, with no upright text among it, is such a table where it reads as one. All other text that is turned on
its page is left where it is, and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lydelse.extractors.pdf.convention import Convention
from lydelse.extractors.pdf.grid import Grid, around
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.lines import lines_of
from lydelse.extractors.pdf.marking import marked
from lydelse.extractors.pdf.marks import shown
from lydelse.extractors.pdf.measures import Measures
from lydelse.extractors.pdf.tables import Found, tables_of
from lydelse.extractors.pdf.turning import Turn, Turned, laid_upright, turn_of_glyph
from lydelse.formats.pdf import BrokenPage, Page
from lydelse.formats.pdf.page import Glyph
from lydelse.model.place import Box
from lydelse.records import replace

FEWEST_GLYPHS = 24
"""Of a table."""

MARGIN = 8.0
"""Points around the text of a table that its rules stand within."""

IN_TABLE = 0.6
"""Of the turned words: so many stand in cells."""

FEWEST_ROWS = 2


class TurnedTable(NamedTuple):
    """A page with a turned table alone, laid upright, numbered below zero; its rules, its lines, and where it stands as seen."""

    turned: Turned
    ruled: Page
    lines: tuple[Line, ...]
    box: Box


class Apart(NamedTuple):
    """The pages without the turned tables, those tables, and all that was turned to be read, by its page's number."""

    pages: tuple[Page | BrokenPage, ...]
    tables: tuple[TurnedTable, ...]
    turned: Mapping[int, Turned]


def with_turned_tables_apart(pages: Sequence[Page | BrokenPage], turned: Mapping[int, Turned]) -> Apart:
    """Return the pages and the turned tables on those that are upright themselves."""
    found: dict[int, TurnedTable] = {}
    for page in pages:
        if isinstance(page, Page) and page.number not in turned and any(glyph.angle for glyph in page.glyphs):
            own = next(_tables_on(page), None)
            if own:
                found[page.number] = own
    left = tuple(_without(page, found[page.number]) if isinstance(page, Page) and page.number in found else page for page in pages)
    return Apart(left, tuple(found.values()), {**turned, **{own.turned.page.number: own.turned for own in found.values()}})


def with_turned_tables(
    flow: Sequence[Line | Grid], tables: Iterable[TurnedTable], convention: Convention, measures: Measures
) -> list[Line | Grid]:
    """Return the lines and tables of all pages with the turned tables after what stands over them."""
    result = list(flow)
    for own in tables:
        for lines in marked([own.lines], convention, measures):
            number, box = own.turned.number or 0, own.box
            at = next((at for at, part in enumerate(result) if part.page > number or _is_under(part, number, box)), len(result))
            result[at:at] = [grid._replace(page=number, box=box) for grid in tables_of(own.ruled, lines).tables]
    return result


def _is_under(part: Line | Grid, number: int, box: Box) -> bool:
    return part.page == number and part.box.top >= box.top


def _tables_on(page: Page) -> Iterator[TurnedTable]:
    for turn in (Turn.UPWARDS, Turn.DOWNWARDS, Turn.UPSIDE_DOWN):
        glyphs = [glyph for glyph in page.glyphs if glyph.angle and glyph.visible and turn_of_glyph(glyph) is turn]
        box = around(glyph.box for glyph in glyphs) if len(glyphs) >= FEWEST_GLYPHS else None
        if box is None or any(_is_seen(glyph) and glyph.angle == 0 and _is_within(glyph.box, box) for glyph in page.glyphs):
            continue
        own = laid_upright(_part_of(page, glyphs, box), turn)
        drawn = shown(own, lines_of(own))
        if _is_table(tables_of(drawn.page, drawn.lines)):
            yield TurnedTable(Turned(turn, own, page.number), drawn.page, drawn.lines, box)


def _part_of(page: Page, glyphs: Sequence[Glyph], box: Box) -> Page:
    """Return a page that has nothing but some glyphs and what is drawn around them."""
    room = Box(box.x0 - MARGIN, box.top - MARGIN, box.x1 + MARGIN, box.bottom + MARGIN)
    return replace(
        page,
        number=-page.number,
        glyphs=tuple(glyphs),
        strokes=tuple(stroke for stroke in page.strokes if _is_within(stroke.box, room)),
        fills=tuple(fill for fill in page.fills if _is_within(fill.box, room)),
        annotations=tuple(note for note in page.annotations if any(_is_within(own, room) for own in note.boxes)),
        pictures=(),
    )


def _is_table(found: Found) -> bool:
    """Tell whether nearly all of some text stands in one table, or in several."""
    if not found.tables or min(len(grid.rows) for grid in found.tables) < FEWEST_ROWS:
        return False
    inside = sum(len(line.words) for grid in found.tables for row in grid.rows for cell in row for line in cell.lines)
    return inside >= IN_TABLE * (inside + sum(len(line.words) for line in found.rest))


def _without(page: Page, table: TurnedTable) -> Page:
    turn = table.turned.turn
    return replace(page, glyphs=tuple(glyph for glyph in page.glyphs if not (glyph.angle and turn_of_glyph(glyph) is turn)))


def _is_seen(glyph: Glyph) -> bool:
    return glyph.visible and not glyph.text.isspace()


def _is_within(box: Box, outer: Box) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    return outer.x0 <= x <= outer.x1 and outer.top <= y <= outer.bottom
