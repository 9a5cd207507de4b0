"""Lines whose room is filled with dots between a label and what belongs to it: rows of a table, its labels of one line or several.

The dots are letters, or a dotted line that a browser draws. A table of contents is such lines too. What it is made of is told by the
headings of the whole document, later: lines that end with nothing but whole numbers which never fall are left as lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.alignment import PAGE_NUMBER
from lydelse.extractors.pdf.columns import is_item
from lydelse.extractors.pdf.grid import Grid, GridCell, River, around, line_of, with_headers
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.near_columns import cut_at
from lydelse.extractors.pdf.pieces import pieces_of
from lydelse.extractors.pdf.rows import SPACE, WRAPPED_WITHIN
from lydelse.formats.pdf.page import Stroke
from lydelse.model.place import Box
from lydelse.model.text import Mark
from lydelse.patterns import compiled

FEWEST_DOTS = 4
FEWEST_ROWS = 2
DOTS = "..·…"
MAY_BE_DOTS = compiled(r"(?:[.·]\s?){3}|…")
SEVERAL = {"…": 3}
"""How many dots one letter stands for."""

LONGEST = 30
"""Characters after the dots."""

MOST_BETWEEN = 4
"""Lines of a label over the one with its dots."""

ROWS_APART = 4.0
"""Ems between two lines of one list."""

END_WITHIN = 2.5
"""Points that lines may end, or what stands after their dots begin, beside one another."""

ALIGNED_SHARE = 0.7
SHORTEST = 16.0
"""Points, of a drawn line that leads from a label to what belongs to it."""

REACHES_WITHIN = 1.0
"""Ems between its end and what it leads to; a label of several lines may end long before it begins."""

AT_FOOT = 0.4
"""Ems between the letters' baseline and such a line."""


class Led(NamedTuple):
    """A line with dots: the words before them and after them, and the lines of its label that stand over it."""

    label: Line
    tail: Line
    above: tuple[Line, ...] = ()


class Taken(NamedTuple):
    """The tables among some lines, the lines that are of no table, and those that may be."""

    tables: list[Grid]
    contents: tuple[Line, ...]
    rest: tuple[Line, ...]


def with_leaders_as_rows(strokes: Iterable[Stroke], lines: Sequence[Line]) -> Taken:
    """Return the tables whose labels are led to their figures by dots, and the other lines."""
    level = [stroke.box for stroke in strokes if stroke.horizontal and stroke.box.width >= SHORTEST]
    led = {at: own for at, line in enumerate(lines) if (own := _led(line) or _led_by_line(line, level))}
    tables: list[Grid] = []
    taken: set[int] = set()
    contents: list[Line] = []
    for run in _runs(lines, led):
        rows = [led[at]._replace(above=tuple(lines[first:at])) for first, at in run]
        if len(rows) < FEWEST_ROWS or not _is_aligned(rows):
            continue
        taken.update(at for first, last in run for at in range(first, last + 1))
        if _may_be_contents(rows):
            contents.extend(lines[at]._replace(ends=at == last) for first, last in run for at in range(first, last + 1))
        else:
            tables.append(_grid(rows))
    return Taken(tables, tuple(contents), tuple(line for at, line in enumerate(lines) if at not in taken))


def _led(line: Line) -> Led | None:
    """Return the parts of a line with dots in one place, None for any other."""
    if not MAY_BE_DOTS.search(line.text):
        return None
    letters = [(word, glyph.text) for word, own in enumerate(line.words) for glyph in own.glyphs]
    runs = [run for run in _dotted([text for _, text in letters]) if run[1] > run[0]]
    if len(runs) != 1 or runs[0][0] == 0 or runs[0][1] == len(letters):
        return None
    before, after = list(_cut(line.words, 0, runs[0][0])), list(_cut(line.words, runs[0][1], len(letters)))
    label, tail = line_of(before, line.page), line_of(after, line.page)
    if len(tail.text) > LONGEST or not any(letter.isalpha() for letter in label.text):
        return None
    return Led(label._replace(limit=line.limit), tail)


def _led_by_line(line: Line, level: Sequence[Box]) -> Led | None:
    """Return the parts of a line that has one wide gap, with a level line in it that leads to its end, at the foot of its letters."""
    near = [box for box in level if abs(box.bottom - line.baseline) <= AT_FOOT * line.size]
    pieces = pieces_of(line) if near else []
    if len(pieces) != 2:
        return None
    label, tail = (line_of(piece, line.page) for piece in pieces)
    x0, x1 = label.box.x1, tail.box.x0
    filled = any(x0 - 1 <= box.x0 and x1 - REACHES_WITHIN * line.size <= box.x1 <= x1 + 1 for box in near)
    return Led(label._replace(limit=line.limit), tail) if filled and len(tail.text) <= LONGEST else None


def _dotted(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where rows of dots begin and end among the letters of a line."""
    start = 0
    for at in range(len(texts) + 1):
        if at < len(texts) and texts[at] in DOTS:
            continue
        if sum(SEVERAL.get(text, 1) for text in texts[start:at]) >= FEWEST_DOTS:
            yield start, at
        start = at + 1


def _cut(words: Sequence[Word], start: int, end: int) -> Iterator[Word]:
    """Yield the words that hold the letters from one place to another, cut where these begin and end."""
    at = 0
    for word in words:
        first, last = max(start - at, 0), min(end - at, len(word.glyphs))
        at += len(word.glyphs)
        if first < last:
            own = cut_at(word, last)[0] if last < len(word.glyphs) else word
            yield cut_at(own, first)[1]._replace(alone=word.alone) if first else own


def _runs(lines: Sequence[Line], led: dict[int, Led]) -> Iterator[list[tuple[int, int]]]:
    """Yield the rows of each list: for each where its label's lines begin, and where its dots stand."""
    run: list[tuple[int, int]] = []
    limit = max((own.label.box.x1 for own in led.values()), default=0.0)
    for at in sorted(led):
        first = _first_of_label(lines, at, (run[-1][1] if run else -1) + 1, led, limit)
        if run and not (first == run[-1][1] + 1 and _is_near(lines[run[-1][1]], lines[first])):
            yield run
            run = []
        run.append((first, at))
    if run:
        yield run


def _first_of_label(lines: Sequence[Line], at: int, least: int, led: dict[int, Led], limit: float) -> int:
    """Return where the label of a line with dots begins: the lines right over it run on to it."""
    first = at
    while first > max(least, at - MOST_BETWEEN) and first - 1 not in led and _runs_on(lines[first - 1], lines[first], limit):
        first -= 1
    return first


def _runs_on(line: Line, following: Line, limit: float) -> bool:
    """Tell whether a line had no room for the first word of the next, and no sentence ends with it."""
    first = following.words[0]
    close = 0 < following.baseline - line.baseline <= WRAPPED_WITHIN * line.size
    if not close or line.page != following.page or line.text[-1] in ".:;!?" or is_item(following) or line.size != following.size:
        return False
    full = line.box.x1 + SPACE * line.size + first.box.width > limit
    return full and (following.text[0].islower() or line.box.x0 <= following.box.x0 + 1)


def _is_near(line: Line, following: Line) -> bool:
    return line.page == following.page and 0 < following.baseline - line.baseline <= ROWS_APART * line.size


def _is_aligned(rows: Sequence[Led]) -> bool:
    """Tell whether what follows the dots ends, or begins, at one place."""
    places = ([row.tail.box.x1 for row in rows], [row.tail.box.x0 for row in rows])
    return any(
        sum(abs(own - other) <= END_WITHIN for other in each) >= ALIGNED_SHARE * len(each) for each in places for own in (each[0], each[-1])
    )


def _may_be_contents(rows: Sequence[Led]) -> bool:
    texts = [row.tail.text for row in rows]
    kept = all(word.has_only(Mark.KEPT) for row in rows for word in row.tail.words)
    return kept and all(map(PAGE_NUMBER.fullmatch, texts)) and all(int(one) <= int(other) for one, other in pairwise(texts))


def _grid(rows: Sequence[Led]) -> Grid:
    tails = [pieces_of(row.tail) for row in rows]
    count = len(tails[0]) if len({len(tail) for tail in tails}) == 1 else 1
    if count == 1:
        tails = [(row.tail.words,) for row in rows]
    ends = [max(row.label.box.x1 for row in rows), *(max(tail[at][-1].box.x1 for tail in tails) for at in range(count - 1))]
    begins = [min(tail[at][0].box.x0 for tail in tails) for at in range(count)]
    page = rows[0].label.page
    cells = tuple(
        (GridCell((*row.above, row.label), 0), *(GridCell((line_of(words, page),), at) for at, words in enumerate(tail, 1)))
        for row, tail in zip(rows, tails, strict=True)
    )
    box = around(line.box for row in cells for cell in row for line in cell.lines)
    return with_headers(Grid(cells, box, page, rivers=tuple(River(x0, x1) for x0, x1 in zip(ends, begins, strict=True))))
