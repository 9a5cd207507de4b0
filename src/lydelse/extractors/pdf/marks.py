"""Lines through and under text: which glyphs each stroke belongs to, told from the table rules among them.

Heights are measured from the baseline in ems, upwards, never from the glyph's box, whose height differs between fonts. See
``docs/formats/pdf-strike-through.md`` for what was observed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.annotated import holds, lines_within, notes_on, with_insertions
from lydelse.extractors.pdf.descenders import passed_over
from lydelse.extractors.pdf.line import PLAIN, Drawn, Line, Word
from lydelse.formats.pdf.page import Colour, Fill, Glyph, Page, Stroke
from lydelse.model.place import Box

STRIKE_FROM, STRIKE_TO = 0.12, 0.55  # ems above the baseline
UNDERLINE_FROM, UNDERLINE_TO = -0.35, 0.08  # ems: below it, or touching it
THICKEST = 0.25  # ems: what is thicker is a bar over the text or an area behind it
COVERED_FROM = 0.5  # of the glyph's advance: where a stroke ends inside a glyph, the larger part decides
TOUCHED_FROM = 0.15  # of the advance of a letter whose descender an underline makes way for
CHAINED_OVER = 5.5  # points between pieces of one line: dashes, words struck one by one, a descender that a line makes way for
CHAIN_DRIFT = 0.4  # points that pieces of one line may differ in height
STRIKE_OVERHANGS = 1.5  # ems past the text at either end: a gridline that crosses a label goes on
UNDERLINE_OVERHANGS_BEFORE = 0.4  # ems: an underlined space; a cell's rule begins with the cell's padding
UNDERLINE_OVERHANGS_AFTER = 0.7  # ems: an underlined space, a wide one where lines are justified
TEXT_ABOVE = 0.85  # of an underline's length that words and ordinary spaces take; a table's rule runs on under the gaps
WORD_GAP = 1.0  # ems: a wider gap between words is a table's, or a tab
INVISIBLE_FROM = 245  # of 255 in each of red, green and blue: white on white paper
PICTURED_BY = 0.35  # ems that an area behind text may go past it at either end


class Rule(NamedTuple):
    """Pieces of one level line, its colour and its height on the page; ``x0`` and ``x1`` are its ends.

    ``crest`` is how high above its middle a wave rises, 0 for a straight line.
    """

    x0: float
    x1: float
    y: float
    thickness: float
    colour: Colour
    pieces: tuple[tuple[float, float], ...]
    strokes: tuple[Stroke, ...]
    crest: float = 0.0

    def covers(self, box: Box) -> bool:
        """Tell whether most of a glyph's width lies on the pieces."""
        return self._share(box) >= COVERED_FROM

    def spans(self, box: Box) -> bool:
        """Tell whether a glyph is covered, or the line makes way for its descender and goes on after it."""
        within = self.x0 < box.x0 and box.x1 < self.x1
        return self._share(box) >= (TOUCHED_FROM if within else COVERED_FROM)

    def _share(self, box: Box) -> float:
        at = bisect_left(self.pieces, (box.x0, box.x0))
        near = self.pieces[max(0, at - 1) : at + 4]
        return sum(max(0.0, min(x1, box.x1) - max(x0, box.x0)) for x0, x1 in near) / (box.width or 0.1)


class Hit(NamedTuple):
    """The glyphs of one line that a rule passes through or under."""

    glyphs: tuple[Glyph, ...]
    struck: bool


class Shown(NamedTuple):
    """A page whose marks are known: its lines with what is drawn at each glyph, and the page without the strokes that are marks."""

    page: Page
    lines: tuple[Line, ...]


def shown(page: Page, lines: Iterable[Line]) -> Shown:
    """Return the page's lines with what is drawn at each of their glyphs, and the page with the rules of its tables alone."""
    rows = tuple(lines)
    struck, underlined, marks = _told_apart(page, rows)
    behind = _areas(page.fills, rows)
    notes = notes_on(page.annotations, rows)
    if not (struck or underlined or behind or notes):
        return Shown(page, with_insertions(rows, page.annotations))

    def drawn(glyph: Glyph) -> Drawn:
        own = id(glyph)
        return Drawn(own in struck, own in underlined, behind.get(own), notes.get(own))

    def word(plain: Word) -> Word:
        found = tuple(drawn(glyph) for glyph in plain.glyphs)
        return plain if all(each == PLAIN for each in found) else plain._replace(drawn=found)

    rules = replace(page, strokes=tuple(stroke for stroke in page.strokes if id(stroke) not in marks))
    rows = tuple(line._replace(words=tuple(word(each) for each in line.words)) for line in rows)
    return Shown(rules, with_insertions(rows, page.annotations))


def _told_apart(page: Page, lines: tuple[Line, ...]) -> tuple[set[int], set[int], set[int]]:
    """Return the identities of the struck glyphs, of the underlined ones, and of the strokes that do it."""
    struck: set[int] = set()
    underlined: set[int] = set()
    marks: set[int] = set()
    uprights = sorted((stroke.box for stroke in page.strokes if stroke.vertical), key=lambda box: box.x0)
    for rule in rules_of(page.strokes):
        for hit in _hits(rule, lines, uprights):
            if hit.struck:
                struck.update(id(glyph) for glyph in hit.glyphs if rule.covers(glyph.box))
            else:
                underlined.update(id(glyph) for glyph in hit.glyphs if rule.spans(glyph.box))
            marks.update(id(stroke) for stroke in rule.strokes)
    return struck, underlined | passed_over(lines, underlined), marks


def rules_of(strokes: Iterable[Stroke]) -> Iterator[Rule]:
    """Yield the visible horizontal lines, the pieces of each chained over small gaps."""
    flat = [stroke for stroke in strokes if stroke.horizontal and min(stroke.colour) < INVISIBLE_FROM]
    chain: list[Stroke] = []
    for level in _levels(flat):
        for stroke in sorted(level, key=lambda stroke: (stroke.colour, stroke.box.x0)):
            if chain and not (stroke.colour == chain[-1].colour and _same_height(stroke, chain[-1]) and _continues(stroke, chain)):
                yield _rule(chain)
                chain = []
            chain.append(stroke)
        if chain:
            yield _rule(chain)
            chain = []


def _levels(strokes: list[Stroke]) -> Iterator[list[Stroke]]:
    level: list[Stroke] = []
    for stroke in sorted(strokes, key=_height):
        if level and _height(stroke) - _height(level[-1]) > CHAIN_DRIFT:
            yield level
            level = []
        level.append(stroke)
    if level:
        yield level


def _height(stroke: Stroke) -> float:
    return (stroke.box.top + stroke.box.bottom) / 2


def _same_height(first: Stroke, second: Stroke) -> bool:
    return abs(_height(first) - _height(second)) <= CHAIN_DRIFT


def _continues(stroke: Stroke, chain: list[Stroke]) -> bool:
    return stroke.box.x0 - max(piece.box.x1 for piece in chain[-3:]) <= CHAINED_OVER


def _rule(chain: list[Stroke]) -> Rule:
    pieces = tuple(_filled_dashes([(stroke.box.x0, stroke.box.x1) for stroke in chain]))
    heights = [_height(stroke) for stroke in chain]
    thickness = max(stroke.thickness for stroke in chain)
    y, crest = sum(heights) / len(heights), max(stroke.box.height - stroke.thickness for stroke in chain) / 2
    return Rule(pieces[0][0], max(x1 for _, x1 in pieces), y, thickness, chain[0].colour, pieces, tuple(chain), crest)


def _filled_dashes(pieces: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Return one piece for a dashed or dotted line: three or more short pieces in a row."""
    short = sorted(x1 - x0 for x0, x1 in pieces)[len(pieces) // 2] <= 2 * CHAINED_OVER
    gaps = [after[0] - before[1] for before, after in pairwise(pieces)]
    if len(pieces) >= 3 and short and min(gaps) > 0.2 and max(gaps) - min(gaps) < 1.0:
        return [(pieces[0][0], pieces[-1][1])]
    return pieces


def _hits(rule: Rule, lines: tuple[Line, ...], uprights: list[Box]) -> Iterator[Hit]:
    """Yield what the rule strikes and what it underlines; nothing where it is a table's or a chart's."""
    for line in _lines_near(rule, lines):
        if rule.thickness > THICKEST * line.size:
            continue
        crossed = [glyph for word in line.words if word.box.x1 > rule.x0 and word.box.x0 < rule.x1 for glyph in word.glyphs]
        crossed = [glyph for glyph in crossed if glyph.box.x1 > rule.x0 and glyph.box.x0 < rule.x1]
        through = tuple(glyph for glyph in crossed if _is_at(rule.y, glyph, line, STRIKE_FROM, STRIKE_TO))
        under = tuple(glyph for glyph in crossed if _is_at(rule.y - rule.crest, glyph, line, UNDERLINE_FROM, UNDERLINE_TO))
        if through and _ends_near(rule, through, STRIKE_OVERHANGS, STRIKE_OVERHANGS):
            yield Hit(through, struck=True)
        elif under and _is_underline(rule, under, uprights):
            yield Hit(under, struck=False)


def _lines_near(rule: Rule, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines whose text the rule may touch; lines stand sorted by baseline."""
    reach = 60.0  # points: half an em of the largest text worth reading
    first = bisect_left(lines, rule.y - reach, key=lambda line: line.baseline)
    last = bisect_right(lines, rule.y + reach, key=lambda line: line.baseline)
    return tuple(line for line in lines[first:last] if line.baseline - line.size <= rule.y <= line.baseline + line.size)


def _is_at(y: float, glyph: Glyph, line: Line, lowest: float, highest: float) -> bool:
    """Tell whether a place stands between two heights of a glyph, or of its line where the glyph is raised."""
    return lowest <= (glyph.baseline - y) / glyph.size <= highest or (
        glyph.baseline != line.baseline and lowest <= (line.baseline - y) / line.size <= highest
    )


def _ends_near(rule: Rule, glyphs: tuple[Glyph, ...], before: float, after: float) -> bool:
    """Tell whether the rule begins and ends with the text, give or take so many ems."""
    size = glyphs[0].size
    return glyphs[0].box.x0 - rule.x0 <= before * size and rule.x1 - max(g.box.x1 for g in glyphs) <= after * size


def _is_underline(rule: Rule, glyphs: tuple[Glyph, ...], uprights: list[Box]) -> bool:
    if not _ends_near(rule, glyphs, UNDERLINE_OVERHANGS_BEFORE, UNDERLINE_OVERHANGS_AFTER):
        return False
    if _meets_upright(rule, rule.x0, uprights) or _meets_upright(rule, rule.x1, uprights):
        return False
    size = glyphs[0].size
    wide = sum(max(0.0, gap - WORD_GAP * size) for gap in _gaps(glyphs))
    return wide <= (1 - TEXT_ABOVE) * (rule.x1 - rule.x0)


def _gaps(glyphs: tuple[Glyph, ...]) -> Iterator[float]:
    for left, right in pairwise(glyphs):
        yield max(0.0, right.box.x0 - left.box.x1)


def _meets_upright(rule: Rule, x: float, uprights: list[Box]) -> bool:
    """Tell whether a vertical line stands at a rule's end: then it is a cell that ends there."""
    first = bisect_left(uprights, x - 3.0, key=lambda box: box.x0)
    last = bisect_right(uprights, x + 1.5, key=lambda box: box.x0)
    return any(box.x1 >= x - 1.5 and box.top - 1.5 <= rule.y <= box.bottom + 1.5 for box in uprights[first:last])


def _areas(fills: Iterable[Fill], lines: tuple[Line, ...]) -> dict[int, Colour]:
    """Return the colour behind each glyph that is marked as with a pen: an area that ends with the text, not with a cell."""
    found: dict[int, Colour] = {}
    for fill in fills:
        if max(fill.colour) - min(fill.colour) < 40:
            continue
        for line in lines_within(fill.box, lines):
            inside = [glyph for word in line.words for glyph in word.glyphs if holds(fill.box, glyph)]
            if inside and fill.box.height <= 2 * line.size and _pictures(fill.box, inside):
                found.update((id(glyph), fill.colour) for glyph in inside)
    return found


def _pictures(box: Box, glyphs: list[Glyph]) -> bool:
    limit = PICTURED_BY * glyphs[0].size
    return glyphs[0].box.x0 - box.x0 <= limit and box.x1 - glyphs[-1].box.x1 <= 2 * limit
