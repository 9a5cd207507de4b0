"""What is printed on a page and is no part of its text: balloons in the margin, as Word prints changes and comments, and words over it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from lydelse.extractors.pdf.combined import with_combining_signs_drawn
from lydelse.extractors.pdf.crowded import without_crowded
from lydelse.extractors.pdf.framed_aside import without_framed_aside
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.lines import lines_of
from lydelse.extractors.pdf.overprinted import with_overprinted_struck
from lydelse.formats.pdf import BrokenPage, Page
from lydelse.formats.pdf.page import Glyph, Stroke
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.place import Box
from lydelse.patterns import compiled
from lydelse.records import replace

REMARK = r"(?:Kommentar|Kommentera\w+|Comment|Commented)\s?\[\w{1,6}\]|Formater\w+\s?:|Formatted\s?:"
CHANGE = r"(?:Borttag\w+|Infog\w+|Flytta\w*(?: \w+)?|Deleted|Inserted|Moved(?: \w+)?)\s?(?:\((?:\w+)\)|\[\d+\])*\s?:"
REMARKS, CHANGES = compiled(REMARK), compiled(CHANGE)
LABEL = compiled(f"{REMARK}|{CHANGE}")
LABEL_ANYWHERE = compiled(LABEL.pattern.replace(" ", r"\s?"))
"""In the text of a page as it stands in the file, where spaces may be missing."""

MARGIN_FROM = 0.55  # of the page's width, where the margin of balloons begins at the earliest
SET_APART = 1.0  # ems before a balloon, where it stands beside a line of the text
EDGE_WITHIN = 12.0  # points between a balloon's frame or the end of its line and its text
BALLOON_PITCH = 1.8  # ems between the lines of one balloon
SAME_HEIGHT = 0.8  # points
CHAINED_OVER = 5.5  # points between the dashes of a line
QUOTED = 60  # characters

LARGE = 3.0  # times the page's usual size
OVER_FROM = 8  # letters of the text that large words are printed over


class Cleared(NamedTuple):
    """A page with nothing but its text, and what was taken from it."""

    page: Page | BrokenPage
    said: tuple[Unread, ...] = ()


def cleared(pages: Iterable[Page | BrokenPage]) -> tuple[Cleared, ...]:
    """Return each page without what stands over its text or in balloons beside it, and what to say of that.

    Letters that strike other letters are lines on it.
    """
    return tuple(_cleared(page) if isinstance(page, Page) else Cleared(page) for page in pages)


def _cleared(page: Page) -> Cleared:
    page, crowded = without_crowded(page)
    page, struck = with_overprinted_struck(with_combining_signs_drawn(page))
    page, large = _without_large_words(page)
    beside: tuple[Unread, ...] = ()
    if LABEL_ANYWHERE.search("".join([glyph.text for glyph in page.glyphs])):
        page, beside = _without_balloons(page)
    page, framed = without_framed_aside(page)
    return Cleared(page, (*crowded, *struck, *large, *beside, *framed))


def _without_large_words(page: Page) -> tuple[Page, tuple[Unread, ...]]:
    """Return the page without level words that are printed across its lines, as "UTKAST" is; turned ones are no text anyway."""
    sizes = [glyph.size for glyph in page.glyphs]
    if not sizes or max(sizes) < LARGE * median(sizes):
        return page, ()
    least = LARGE * median(sizes)
    large = [glyph for glyph in page.glyphs if glyph.size >= least and glyph.angle == 0 and glyph.visible and not glyph.text.isspace()]
    small = [glyph for glyph in page.glyphs if glyph.size < least]
    over = {baseline for baseline in {glyph.baseline for glyph in large} if _is_over([g for g in large if g.baseline == baseline], small)}
    if not over:
        return page, ()
    text = "".join(glyph.text for glyph in page.glyphs if glyph.size >= least and glyph.baseline in over).strip()
    said = Unread("X905", Severity.INFO, Message("X905.pdf-across", {"page": page.number, "text": text[:QUOTED]}), page.number)
    rest = tuple(glyph for glyph in page.glyphs if glyph.size < least or glyph.baseline not in over)
    return replace(page, glyphs=rest), (said,)


def _is_over(large: Sequence[Glyph], small: Iterable[Glyph]) -> bool:
    x0, x1 = min(glyph.box.x0 for glyph in large), max(glyph.box.x1 for glyph in large)
    top, bottom = large[0].baseline - 0.7 * large[0].size, large[0].baseline
    return sum(x0 < glyph.box.x0 < x1 and top < glyph.baseline < bottom and not glyph.text.isspace() for glyph in small) >= OVER_FROM


def _without_balloons(page: Page) -> tuple[Page, tuple[Unread, ...]]:
    lines = lines_of(page)
    edge = min(_labels(lines, MARGIN_FROM * page.width), default=None)
    if edge is None or any(word.box.x0 < edge - 1 and word.box.x1 > edge + 1 for line in lines for word in line.words):
        return page, ()
    aside = tuple(glyph for glyph in page.glyphs if glyph.box.x0 >= edge - 1)
    balloons = list(_balloons(lines_of(replace(page, glyphs=aside))))
    boxes = [line.box for balloon in balloons for line in balloon]
    glyphs = tuple(glyph for glyph in page.glyphs if glyph.box.x0 < edge - 1 or not any(_holds(box, glyph) for box in boxes))
    drawn = _drawn_for_balloons(page.strokes, edge)
    rest = replace(page, glyphs=glyphs, strokes=tuple(stroke for stroke in page.strokes if id(stroke) not in drawn))
    return rest, tuple(_said(page, [" ".join(line.text for line in balloon) for balloon in balloons]))


def _labels(lines: Iterable[Line], least: float) -> Iterator[float]:
    """Yield where the labels of balloons begin."""
    for line in lines:
        for at, word in enumerate(line.words):
            apart = at == 0 or word.box.x0 - line.words[at - 1].box.x1 >= SET_APART * word.size
            if word.box.x0 >= least and apart and LABEL.match(" ".join(each.text for each in line.words[at : at + 5])):
                yield word.box.x0


def _balloons(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Yield the lines of each balloon, from its label on."""
    balloon: list[Line] = []
    for line in lines:
        begins = LABEL.match(line.text) is not None
        if balloon and (begins or line.baseline - balloon[-1].baseline > BALLOON_PITCH * line.size):
            yield balloon
            balloon = []
        if begins or balloon:
            balloon.append(line)
    if balloon:
        yield balloon


def _holds(box: Box, glyph: Glyph) -> bool:
    return box.x0 - 1 <= glyph.box.x0 <= box.x1 + 1 and box.top - 1 <= (glyph.box.top + glyph.box.bottom) / 2 <= box.bottom + 1


def _drawn_for_balloons(strokes: Iterable[Stroke], edge: float) -> set[int]:
    """Return the identities of the strokes that frame balloons, and of the lines that lead to them from the text."""
    near = [stroke for stroke in strokes if stroke.box.x1 >= edge - EDGE_WITHIN]
    found = {id(stroke) for stroke in near}
    ends = [(stroke.box.x0, y) for stroke in near if not stroke.horizontal for y in (stroke.box.top, stroke.box.bottom)]
    level = sorted((stroke for stroke in strokes if stroke.horizontal), key=lambda stroke: -stroke.box.x1)
    for x, y in ends:
        for stroke in level:
            middle = (stroke.box.top + stroke.box.bottom) / 2
            if abs(middle - y) <= SAME_HEIGHT and x - CHAINED_OVER <= stroke.box.x1 <= x + CHAINED_OVER:
                found.add(id(stroke))
                x = stroke.box.x0  # noqa: PLW2901 - the next dash ends where this one begins
    return found


def _said(page: Page, texts: Sequence[str]) -> Iterator[Unread]:
    changes = [text for text in texts if CHANGES.match(text)]
    remarks = [text for text in texts if not CHANGES.match(text)]
    for key, severity, own in (("X905.pdf-balloons", Severity.WARNING, changes), ("X905.pdf-margin", Severity.INFO, remarks)):
        if own:
            quoted = tuple(f"”{text[:QUOTED]}”" for text in own[:3])
            yield Unread("X905", severity, Message(key, {"page": page.number, "count": len(own), "texts": quoted}), page.number)
