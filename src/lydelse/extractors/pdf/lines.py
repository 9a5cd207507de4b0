"""Glyphs -> lines of words: one's own grouping by baseline, since no PDF says what its lines are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import attrgetter, eq
from statistics import mode

from lydelse.extractors.pdf.dotted import without_dots_of_rules
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.small_figures import RAISED_FIGURES, with_small_figures_raised
from lydelse.extractors.pdf.words import SPACE_FROM_WHERE_DRAWN, grouped, word_of, words_of
from lydelse.formats.pdf.page import Glyph, Page
from lydelse.model.place import Box
from lydelse.patterns import compiled

UPRIGHT_WITHIN = 5.0  # degrees: a crooked scan's text layer still reads from left to right
SAME_BASELINE_WITHIN = 0.2  # ems: hinting and mixed fonts move a baseline by less, the next line stands an em away
RAISED_BY_AT_MOST = 0.6  # ems of the line that a footnote mark or an exponent belongs to
SMALL_BELOW = 0.88  # of the line's size: what is raised is also smaller, in browsers by no more than this
NUMBER_BELOW = 0.98  # the same, for raised numbers of at most three figures: WeasyPrint sets them in nine tenths of the line and more
LONGEST_NUMBER = 3  # figures of a raised number
NOTE = compiled(r"\d{1,3}(?:,\d{1,2})*\)?")
TOUCHES_WITHIN = 0.4  # ems of the line, for each raised glyph
GAP_WITHIN = (
    0.6  # ems of the line between its letters and words that are raised in a gap of it: a space, a wide one where lines are justified
)
OVERLAPS_BY = 1.0  # points
WIDEST_BULLET = 8.0  # points: as small shapes come
BULLET_UP_TO = 0.8  # ems, its height and how high above the baseline its middle stands
BULLET_WITHIN = 3.0  # ems before the line's first word
SOFT_HYPHEN = "\u00ad"
BULLET_AFTER = 1.0  # ems after the word before it: another column's
SAME_SPOT_WITHIN = 0.12  # ems: bold made by drawing each glyph twice


def lines_of(page: Page) -> tuple[Line, ...]:
    """Return the page's upright visible text as lines from the top, each the whole width of the page."""
    rows = _joined_to_raised(_rows(_readable(page)))
    spaced = any(glyph.text.isspace() and not glyph.generated for glyph in page.glyphs)  # some files draw no space at all
    lines = tuple(line for line in (_line(row, page.number, spaced=spaced) for row in rows) if line)
    bullets = [fill.box for fill in without_dots_of_rules(page.fills) if max(fill.box.width, fill.box.height) <= WIDEST_BULLET]
    return tuple(_with_bullet(line, bullets) for line in lines) if bullets else lines


def _with_bullet(line: Line, bullets: list[Box]) -> Line:
    """Return the line with each bullet that is drawn as a shape before it, or before words set apart within it, as in a table."""
    low, high = line.baseline, line.baseline - BULLET_UP_TO * line.size
    for box in bullets:
        middle = (box.top + box.bottom) / 2
        squarish = 0.6 * box.height <= box.width <= 1.6 * box.height and box.height <= BULLET_UP_TO * line.size
        at = next((at for at, word in enumerate(line.words) if word.box.x0 >= box.x1), len(line.words))
        if not squarish or not high <= middle <= low or at == len(line.words):
            continue
        apart = line.words[at].box.x0 - box.x1 <= BULLET_WITHIN * line.size
        if apart and (at == 0 or box.x0 - line.words[at - 1].box.x1 >= BULLET_AFTER * line.size):
            place = Box(box.x0, line.box.top, box.x1, line.box.bottom)
            glyph = line.words[at].glyphs[0]._replace(text="•", box=place, x=box.x0, generated=True)
            words = (*line.words[:at], word_of([glyph]), *line.words[at:])
            line = line._replace(words=words, box=line.box.united_with(place))
    return line


def is_upright(glyph: Glyph) -> bool:
    """Tell whether a glyph is written from left to right."""
    return glyph.angle == 0 or abs((glyph.angle + 180) % 360 - 180) <= UPRIGHT_WITHIN


def _readable(page: Page) -> list[Glyph]:
    """Return the upright glyphs that a reader sees; all of them where the whole text is a layer under a picture of the page."""
    glyphs = with_small_figures_raised(page.glyphs)
    seen = [glyph for glyph in glyphs if glyph.visible and (glyph.angle == 0 or is_upright(glyph)) and glyph.size > 0]
    if any(not glyph.text.isspace() for glyph in seen):
        return seen
    return [glyph for glyph in glyphs if (glyph.angle == 0 or is_upright(glyph)) and glyph.size > 0]


def _rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Group glyphs by baseline, from the top."""
    rows: list[list[Glyph]] = []
    baseline = size = 0.0
    row: list[Glyph] = []
    for glyph in sorted(glyphs, key=attrgetter("baseline", "x")):
        if row and (glyph.baseline == baseline or glyph.baseline - baseline <= SAME_BASELINE_WITHIN * min(size, glyph.size)):
            row.append(glyph)
        else:
            row = [glyph]
            rows.append(row)
            baseline, size = glyph.baseline, glyph.size
    return rows


def _joined_to_raised(rows: list[list[Glyph]]) -> list[list[Glyph]]:
    """Put raised and lowered small glyphs (footnote marks, exponents) on the line that they touch."""
    result: list[list[Glyph]] = []
    for at, row in enumerate(rows):
        host = next((other for other in (rows[at + 1 : at + 2] + result[-1:]) if _is_raised_from(row, other)), None)
        if host is None:
            result.append(row)
        else:
            host.extend(_as_raised(row, host))
    return result


def _is_raised_from(row: list[Glyph], host: list[Glyph]) -> bool:
    """Tell whether small glyphs stand raised or lowered at larger ones of a row; a heading in another column is none of theirs."""
    largest, baseline = max([glyph.size for glyph in row]), row[0].baseline
    least = largest / NUMBER_BELOW
    larger = [glyph for glyph in host if glyph.size >= least and abs(glyph.baseline - baseline) <= RAISED_BY_AT_MOST * glyph.size]
    if not larger:
        return False
    words = list(grouped(sorted(row, key=attrgetter("x"))))
    if row[0].baseline >= host[0].baseline or not all(map(_is_short_number, words)):
        larger = [glyph for glyph in larger if glyph.size >= largest / SMALL_BELOW]
    if not larger:
        return False
    size = max(glyph.size for glyph in larger)
    touching = all(
        any(_apart(glyph.box, other.box) <= TOUCHES_WITHIN * size * len(word) for other in larger) for word in words for glyph in word
    )
    return touching or _fill_gaps(words, host, size)


def _fill_gaps(words: list[list[Glyph]], host: list[Glyph], size: float) -> bool:
    """Tell whether small words stand in the gaps of a line, one stretch of them at least with letters of the line on both sides."""
    own = [glyph.box for glyph in host if not glyph.text.isspace()]
    stretches = list(_stretches(words, own, GAP_WITHIN * size))
    if any(box.x0 < x1 - OVERLAPS_BY and x0 + OVERLAPS_BY < box.x1 for x0, x1 in stretches for box in own):
        return False
    gaps = [([x0 - box.x1 for box in own], [box.x0 - x1 for box in own]) for x0, x1 in stretches]
    near = [tuple(any(-OVERLAPS_BY <= gap <= GAP_WITHIN * size for gap in side) for side in sides) for sides in gaps]
    return all(map(any, near)) and any(map(all, near))


def _stretches(words: list[list[Glyph]], own: list[Box], within: float) -> Iterator[tuple[float, float]]:
    """Yield where words that follow one another begin and end, with no letters of the line that they may belong to between."""
    x0 = x1 = None
    for word in words:
        first, last = word[0].box.x0, word[-1].box.x1
        if x0 is None or x1 is None or first - x1 > within or any(x1 - OVERLAPS_BY <= box.x0 < first for box in own):
            if x0 is not None and x1 is not None:
                yield x0, x1
            x0 = first
        x1 = last
    if x0 is not None and x1 is not None:
        yield x0, x1


def _is_short_number(word: list[Glyph]) -> bool:
    return len(word) <= LONGEST_NUMBER and all(glyph.text.isdecimal() for glyph in word)


def _is_note(word: list[Glyph]) -> bool:
    """Tell whether raised glyphs are a note's number, or several, with or without a bracket: "2", "2)", "1,3"."""
    return NOTE.fullmatch("".join(glyph.text for glyph in word)) is not None


def _as_raised(row: list[Glyph], host: list[Glyph]) -> list[Glyph]:
    """Return raised glyphs, those of a number after a figure as the characters that are raised by themselves.

    A note's sign or an exponent must not become the last figure of an amount.
    """
    raised: set[Glyph] = set()
    for word in grouped(sorted(row, key=lambda glyph: glyph.x)):
        first = word[0]
        within = TOUCHES_WITHIN * first.size
        before = [glyph for glyph in host if not glyph.text.isspace() and abs(first.box.x0 - glyph.box.x1) <= within and glyph.x < first.x]
        if _is_note(word) and first.baseline < host[0].baseline and any(glyph.text.isdecimal() for glyph in before):
            raised.update(word)
    return [glyph._replace(text=glyph.text.translate(RAISED_FIGURES)) if glyph in raised else glyph for glyph in row]


def _apart(box: Box, other: Box) -> float:
    """Return how far one glyph ends before the other begins, whichever comes first."""
    return min(abs(box.x0 - other.x1), abs(other.x0 - box.x1))


def _line(row: list[Glyph], page: int, *, spaced: bool) -> Line | None:
    glyphs = sorted(row, key=attrgetter("x"))
    texts = [glyph.text for glyph in glyphs]
    alike = [at for at, same in enumerate(map(eq, texts, texts[1:])) if same]
    if any(_is_double(glyphs[at + 1], glyphs[at]) for at in alike):
        glyphs = list(_without_doubles(glyphs))
    if SOFT_HYPHEN in texts:
        glyphs = list(_without_soft_hyphens(glyphs))
    words = words_of(glyphs)
    if not words:
        return None
    if spaced and len({glyph.piece for glyph in glyphs}) > 1:
        words = tuple(_with_those_alone(words, [glyph.x for glyph in glyphs if glyph.text.isspace() and not glyph.generated]))
    starts, tops, ends, bottoms = zip(*[word.box for word in words], strict=True)
    box = Box(min(starts), min(tops), max(ends), max(bottoms))
    return Line(words, box, _usual([word.baseline for word in words], words), _usual([word.size for word in words], words), page)


def _with_those_alone(words: tuple[Word, ...], spaces: list[float]) -> Iterator[Word]:
    """Yield the words of a line, those said that the file draws apart from the word before, with no space between."""
    yield words[0]
    for before, word in pairwise(words):
        last, first = before.glyphs[-1], word.glyphs[0]
        apart = 0 < last.piece != first.piece > 0
        at = bisect_left(spaces, last.x) if apart else 0
        yield word._replace(alone=True) if apart and not (at < len(spaces) and spaces[at] <= first.x) else word


def _usual(values: list[float], words: tuple[Word, ...]) -> float:
    """Return the value that most glyphs have, the first of those where two are equally usual."""
    if len(set(values)) == 1:
        return values[0]
    return mode(value for value, word in zip(values, words, strict=True) for _ in word.glyphs)


def _without_doubles(glyphs: list[Glyph]) -> Iterator[Glyph]:
    """Leave out the second of two glyphs drawn on the same spot."""
    last: Glyph | None = None
    for glyph in glyphs:
        if last and _is_double(glyph, last):
            continue
        last = glyph
        yield glyph


def _is_double(glyph: Glyph, last: Glyph) -> bool:
    return glyph.text == last.text and glyph.x - last.x < SAME_SPOT_WITHIN * glyph.size and not glyph.text.isspace()


def _without_soft_hyphens(glyphs: list[Glyph]) -> Iterator[Glyph]:
    """Leave out the places where a word might have been divided and was not: Typst writes them, though nothing is seen there."""
    before: Glyph | None = None
    for glyph, following in zip(glyphs, [*glyphs[1:], None], strict=True):
        within = following and not following.text.isspace() and following.x - glyph.box.x1 < SPACE_FROM_WHERE_DRAWN * glyph.size
        if before and within and glyph.text == SOFT_HYPHEN:
            before = before._replace(box=before.box._replace(x1=glyph.box.x1))
            continue
        if before:
            yield before
        before = glyph
    if before:
        yield before
