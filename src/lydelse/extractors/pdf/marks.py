"""Lines through and under text: which glyphs each stroke belongs to, told from the table rules among them.

Heights are measured from the baseline in ems, upwards, never from the glyph's box, whose height differs between fonts. See
``docs/formats/pdf-strike-through.md`` for what was observed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.annotated import holds, lines_within, notes_on, with_insertions
from lydelse.extractors.pdf.dashed import with_dashes_joined
from lydelse.extractors.pdf.descenders import COLOURFUL_FROM, passed_over
from lydelse.extractors.pdf.dotted import dotted_rules
from lydelse.extractors.pdf.dotted_ends import touched
from lydelse.extractors.pdf.framed import framed_glyphs
from lydelse.extractors.pdf.line import Drawn, Line, Word
from lydelse.extractors.pdf.rules import LARGEST_DOT, Piece, Rule, rules_of
from lydelse.formats.pdf.page import Colour, Fill, Glyph, Page
from lydelse.model.place import Box
from lydelse.records import replace

STRIKE_FROM, STRIKE_TO = 0.12, 0.55  # ems above the baseline
UNDERLINE_FROM, UNDERLINE_TO = -0.35, 0.08  # ems: below it, or touching it
THICKEST = 0.25  # ems: what is thicker is a bar over the text or an area behind it
STRIKE_OVERHANGS = 1.5  # ems past the text at either end: a gridline that crosses a label goes on
UNDERLINE_OVERHANGS_BEFORE = 0.4  # ems: an underlined space; a cell's rule begins with the cell's padding
UNDERLINE_OVERHANGS_AFTER = 0.7  # ems: an underlined space, a wide one where lines are justified
TEXT_ABOVE = 0.85  # of an underline's length that words and ordinary spaces take; a table's rule runs on under the gaps
SPACE_ENDS_WITHIN = 0.15  # ems between a letter and an underline that begins or ends with the space beside it
WORD_GAP = 1.0  # ems: a wider gap between words is a table's, or a tab
STEP = 1.0  # points up or down between two pieces of one line over raised letters and beside them
PALEST = 20  # of 255 between the strongest and the weakest of red, green and blue: web pages show additions on (230, 255, 236)
PICTURED_BY = 0.35  # ems that an area behind text may go past it at either end


class Hit(NamedTuple):
    """The glyphs of one line that a rule passes through or under."""

    line: Line
    glyphs: tuple[Glyph, ...]
    struck: bool


class Shown(NamedTuple):
    """A page whose marks are known: its lines with what is drawn at each glyph, and the page without the strokes that are marks.

    ``doubtful`` are the texts of which the last sign may or may not be marked.
    """

    page: Page
    lines: tuple[Line, ...]
    doubtful: tuple[str, ...] = ()


class _ToldApart(NamedTuple):
    """The identities of the struck glyphs, of the underlined ones, and of the strokes that do it; the boxes of these; doubtful ends."""

    struck: set[int]
    underlined: set[int]
    marks: set[int]
    boxes: set[Box]
    doubtful: list[str]


def shown(page: Page, lines: Iterable[Line]) -> Shown:
    """Return the page's lines with what is drawn at each of their glyphs, and the page with the rules of its tables alone."""
    rows = tuple(lines)
    told = _told_apart(page, rows)
    framed = framed_glyphs(page.strokes, rows)
    struck, underlined, behind, notes = told.struck, told.underlined - framed, _areas(page.fills, rows), notes_on(page.annotations, rows)
    strokes = with_dashes_joined(stroke for stroke in page.strokes if id(stroke) not in told.marks)
    rules = replace(page, strokes=(*strokes, *dotted_rules(page.fills, told.boxes)))
    if not (struck or underlined or behind or notes or framed):
        return Shown(rules, with_insertions(rows, page.annotations))

    def drawn(glyph: Glyph) -> Drawn:
        own = id(glyph)
        return Drawn(own in struck, own in underlined, behind.get(own), notes.get(own), own in framed)

    marked = struck | underlined | behind.keys() | notes.keys() | framed

    def word(plain: Word) -> Word:
        if marked.isdisjoint(map(id, plain.glyphs)):
            return plain
        return plain._replace(drawn=tuple(drawn(glyph) for glyph in plain.glyphs))

    rows = tuple(line._replace(words=tuple(word(each) for each in line.words)) for line in rows)
    return Shown(rules, with_insertions(rows, page.annotations), tuple(told.doubtful))


def _told_apart(page: Page, lines: tuple[Line, ...]) -> _ToldApart:
    """Return which glyphs and strokes the lines through and under text mark."""
    told = _ToldApart(set(), set(), set(), set(), [])
    pieces: dict[int, list[Piece]] = defaultdict(list)
    sides = (*with_dashes_joined(page.strokes), *dotted_rules(page.fills, ()))
    uprights = sorted((side.box for side in sides if side.vertical and side.box.height > LARGEST_DOT), key=lambda box: box.x0)
    rules = tuple(rules_of(page.strokes, page.fills))
    going_on = _going_on(rules)
    for rule in rules:
        for hit in _hits(rule, lines, uprights, goes_on=id(rule) in going_on):
            own = touched(rule, hit.glyphs, rule.covers if hit.struck else rule.spans)
            if hit.struck:
                told.struck.update(map(id, own.glyphs))
            else:
                told.underlined.update(map(id, own.glyphs))
                pieces[id(hit.line)] += rule.pieces
            told.marks.update(id(stroke) for stroke in rule.strokes)
            told.boxes.update(stroke.box for stroke in rule.strokes)
            told.doubtful.extend([own.doubtful] if own.doubtful else [])
    return told._replace(underlined=told.underlined | passed_over(lines, told.underlined, pieces))


def _going_on(rules: Iterable[Rule]) -> set[int]:
    """Return the identities of the rules that another of the same colour and thickness goes on from, a little higher or lower.

    Browsers draw a line on whole dots of their own, at another height under or over raised letters than beside them.
    """
    ends = {(round(rule.x1, 1), rule.colour, round(rule.thickness, 1)): rule for rule in rules}
    found: set[int] = set()
    for rule in rules:
        other = ends.get((round(rule.x0, 1), rule.colour, round(rule.thickness, 1)))
        if other is not None and abs(other.y - rule.y) <= STEP:
            found |= {id(rule), id(other)}
    return found


def _hits(rule: Rule, lines: tuple[Line, ...], uprights: list[Box], *, goes_on: bool) -> Iterator[Hit]:
    """Yield what the rule strikes and what it underlines; nothing where it is a table's or a chart's."""
    for line in _lines_near(rule, lines):
        if rule.thickness > THICKEST * line.size:
            continue
        crossed = [glyph for word in line.words if word.box.x1 > rule.x0 and word.box.x0 < rule.reach for glyph in word.glyphs]
        crossed = [glyph for glyph in crossed if glyph.box.x1 > rule.x0 and glyph.box.x0 < rule.reach]
        kinds = {(glyph.baseline, glyph.size): glyph for glyph in crossed}
        through = _of_kinds(crossed, {kind for kind, own in kinds.items() if _is_at(rule.y, own, line, STRIKE_FROM, STRIKE_TO)})
        low = rule.y - rule.crest
        under = _of_kinds(crossed, {kind for kind, own in kinds.items() if _is_at(low, own, line, UNDERLINE_FROM, UNDERLINE_TO)})
        if crossed and not goes_on and all(_is_own(low, own, UNDERLINE_FROM, UNDERLINE_TO) for own in kinds.values()):
            through = ()  # what underlines raised letters alone may stand where the letters of their line are struck
        if through and _ends_near(rule, through, STRIKE_OVERHANGS, STRIKE_OVERHANGS):
            yield Hit(line, through, struck=True)
        elif under and _is_underline(rule, under, line, uprights):
            yield Hit(line, under, struck=False)


def _of_kinds(glyphs: Sequence[Glyph], kinds: Set[tuple[float, float]]) -> tuple[Glyph, ...]:
    """Return those of the glyphs that have one of these baselines and sizes."""
    return tuple([glyph for glyph in glyphs if (glyph.baseline, glyph.size) in kinds]) if kinds else ()


def _lines_near(rule: Rule, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines whose text the rule may touch; lines stand sorted by baseline."""
    reach = 60.0  # points: half an em of the largest text worth reading
    first = bisect_left(lines, rule.y - reach, key=lambda line: line.baseline)
    last = bisect_right(lines, rule.y + reach, key=lambda line: line.baseline)
    return tuple(line for line in lines[first:last] if line.baseline - line.size <= rule.y <= line.baseline + line.size)


def _is_at(y: float, glyph: Glyph, line: Line, lowest: float, highest: float) -> bool:
    """Tell whether a place stands between two heights of a glyph, or of its line where the glyph is raised."""
    return _is_own(y, glyph, lowest, highest) or (glyph.baseline != line.baseline and lowest <= (line.baseline - y) / line.size <= highest)


def _is_own(y: float, glyph: Glyph, lowest: float, highest: float) -> bool:
    return lowest <= (glyph.baseline - y) / glyph.size <= highest


def _ends_near(rule: Rule, glyphs: tuple[Glyph, ...], before: float, after: float) -> bool:
    """Tell whether the rule begins and ends with the text, give or take so many ems."""
    size = glyphs[0].size
    return glyphs[0].box.x0 - rule.x0 <= before * size and rule.x1 - max(g.box.x1 for g in glyphs) <= after * size


def _is_underline(rule: Rule, glyphs: tuple[Glyph, ...], line: Line, uprights: list[Box]) -> bool:
    size = glyphs[0].size
    before = max(UNDERLINE_OVERHANGS_BEFORE, _space_taken(rule.x0, line) / size)
    after = max(UNDERLINE_OVERHANGS_AFTER, _space_taken(rule.x1, line) / size)
    if not _ends_near(rule, glyphs, before, after):
        return False
    if _meets_upright(rule, rule.x0, uprights) or _meets_upright(rule, rule.x1, uprights):
        return False
    if _is_of_one_colour(rule, glyphs):
        return True
    wide = sum(max(0.0, gap - WORD_GAP * size) for gap in _gaps(glyphs))
    return wide <= (1 - TEXT_ABOVE) * (rule.x1 - rule.x0)


def _is_of_one_colour(rule: Rule, glyphs: tuple[Glyph, ...]) -> bool:
    """Tell whether a rule has the colour of all letters over it: the rules of tables are black, or have a colour of their own."""
    coloured = max(rule.colour) - min(rule.colour) >= COLOURFUL_FROM
    return coloured and all(glyph.colour == rule.colour for glyph in glyphs)


def _space_taken(x: float, line: Line) -> float:
    """Return how wide the space is that an underline takes along where it ends at ``x``, 0 where that is beside no letter."""
    for left, right in pairwise(line.words):
        at_edge = min(abs(left.box.x1 - x), abs(right.box.x0 - x)) <= SPACE_ENDS_WITHIN * line.size
        gap = right.box.x0 - left.box.x1
        if at_edge and gap <= WORD_GAP * line.size:
            return gap + SPACE_ENDS_WITHIN * line.size
    return 0.0


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
        if max(fill.colour) - min(fill.colour) < PALEST:
            continue
        for line in lines_within(fill.box, lines):
            inside = [glyph for word in line.words for glyph in word.glyphs if holds(fill.box, glyph)]
            if inside and fill.box.height <= 2 * line.size and _pictures(fill.box, inside):
                found.update((id(glyph), fill.colour) for glyph in inside)
    return found


def _pictures(box: Box, glyphs: list[Glyph]) -> bool:
    limit = PICTURED_BY * glyphs[0].size
    return glyphs[0].box.x0 - box.x0 <= limit and box.x1 - glyphs[-1].box.x1 <= 2 * limit
