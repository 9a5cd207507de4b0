"""Running headers, footers and page numbers that stand another way than the text of their page.

A page with a wide table is turned, and its header stays as on the other pages; a registry number runs up the edge of every page. Such
lines are furniture where their like is furniture on other pages, or where they stand at one place at the edge of two pages or more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lydelse.extractors.pdf.furniture import EDGE, SAME_HEIGHT_WITHIN, are_of_furniture, figures_in, pattern_of
from lydelse.extractors.pdf.lines import lines_of
from lydelse.extractors.pdf.turning import Turn, Turned, laid_upright, turn_of_glyph
from lydelse.formats.pdf import BrokenPage, Page
from lydelse.model.document import Furniture
from lydelse.model.place import Box
from lydelse.records import replace

EDGE_ASIDE = 0.15  # of the page's width, at the left and at the right
FEWEST_PAGES = 2


class Aside(NamedTuple):
    """A line that stands another way than the text of its page: which way as seen, its text and place as seen, and its glyphs' places."""

    page: int
    turn: Turn
    text: str
    box: Box
    glyphs: frozenset[int]
    upper: bool


class Parted(NamedTuple):
    """The pages without furniture that stands another way, and all furniture."""

    pages: tuple[Page | BrokenPage, ...]
    furniture: tuple[Furniture, ...]


def without_running_aside(pages: Sequence[Page | BrokenPage], turned: Mapping[int, Turned], furniture: tuple[Furniture, ...]) -> Parted:
    """Return the pages without the furniture on them that stands another way than their text, and it with the other furniture."""
    lines = [line for page in pages if isinstance(page, Page) for line in _aside(page, turned.get(page.number))]
    if not lines:
        return Parted(tuple(pages), furniture)
    known = {pattern_of(each.text): at for at, each in enumerate(furniture)}
    running, rest = list(furniture), defaultdict[tuple[Turn, str], list[Aside]](list)
    taken: dict[int, set[int]] = defaultdict(set)
    for line in lines:
        at = known.get(pattern_of(line.text)) if line.turn is Turn.UPRIGHT else None
        if at is None:
            rest[line.turn, pattern_of(line.text)].append(line)
        else:
            running[at] = replace(running[at], pages=tuple(sorted({*running[at].pages, line.page})))
            taken[line.page] |= line.glyphs
    for group in rest.values():
        if _is_running(group):
            running.append(Furniture("header" if group[0].upper else "footer", group[0].text, tuple(line.page for line in group)))
            for line in group:
                taken[line.page] |= line.glyphs
    return Parted(tuple(_without(page, taken) for page in pages), tuple(running))


def _aside(page: Page, turned: Turned | None) -> Iterator[Aside]:
    """Yield the lines at a page's edges that stand another way than its text."""
    if all(glyph.angle == 0 for glyph in page.glyphs):
        return
    own = turned.turn if turned else Turn.UPRIGHT
    for turn in (Turn.UPWARDS, Turn.UPSIDE_DOWN, Turn.DOWNWARDS):
        places = [at for at, glyph in enumerate(page.glyphs) if glyph.visible and glyph.angle and turn_of_glyph(glyph) is turn]
        laid = laid_upright(replace(page, glyphs=tuple(page.glyphs[at] for at in places), strokes=(), fills=()), turn)
        place_of = {id(glyph): at for glyph, at in zip(laid.glyphs, places, strict=True)}
        for line in lines_of(laid) if places else ():
            box = turn.back.box(laid, line.box)
            box = turned.seen(box) if turned else box
            width, height = (page.height, page.width) if own % 2 else (page.width, page.height)
            if _is_at_edge(box, width, height):
                glyphs = frozenset(place_of[id(glyph)] for word in line.words for glyph in word.glyphs if id(glyph) in place_of)
                yield Aside(page.number, Turn((own + turn) % 4), line.text, box, glyphs, box.top + box.bottom < height)


def _is_at_edge(box: Box, width: float, height: float) -> bool:
    level = box.bottom <= EDGE * height or box.top >= (1 - EDGE) * height
    return level or box.x1 <= EDGE_ASIDE * width or box.x0 >= (1 - EDGE_ASIDE) * width


def _is_running(group: Sequence[Aside]) -> bool:
    """Tell whether lines that say the same stand at one place on some pages, and their figures are those of furniture."""
    first = group[0].box
    steady = all(_apart(line.box, first) <= SAME_HEIGHT_WITHIN for line in group)
    return (
        steady
        and len({line.page for line in group}) >= FEWEST_PAGES
        and are_of_furniture([figures_in(line.text, line.page) for line in group])
    )


def _apart(box: Box, other: Box) -> float:
    """Return how far the nearest corners of two boxes that begin or end alike are apart: a page number grows by a figure."""
    return max(min(abs(box.x0 - other.x0), abs(box.x1 - other.x1)), min(abs(box.top - other.top), abs(box.bottom - other.bottom)))


def _without(page: Page | BrokenPage, taken: Mapping[int, Iterable[int]]) -> Page | BrokenPage:
    own = set(taken.get(page.number, ()))
    if isinstance(page, BrokenPage) or not own:
        return page
    return replace(page, glyphs=tuple(glyph for at, glyph in enumerate(page.glyphs) if at not in own))
