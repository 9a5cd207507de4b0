"""Heads of a table's columns that run from below upwards, or downwards, on a page whose text is upright: laid level over their columns.

They are known by what stands under them: rows of the page, each with words of its own under most of the heads. Each head becomes one level
line as wide as its column has room for, with the lines that strike or underline it, on the line of the upright text beside it. All else
that is turned stays turned, and is told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.lines import lines_of
from lydelse.extractors.pdf.moved import Move, with_moved
from lydelse.extractors.pdf.turning import Turn, laid_upright, turn_of_glyph
from lydelse.formats.pdf.page import Page
from lydelse.model.place import Box
from lydelse.records import replace

FEWEST_HEADS, FEWEST_ROWS, MOST_ROWS = 2, 2, 8
"""Heads of a table, and rows under them: so many are needed, and so many looked at."""

HEADED = 2 / 3
"""Of the heads, and of the rows: so many stand over words, and have words under most of the heads."""

SAME_HEAD = 1.7
"""Sizes of the letters between the lines of one head."""

APART, WORDS_APART = 1.5, 0.6
"""Sizes between two pieces of turned text on one line, and between words of a row that stand in cells of their own."""

NEAR_ROWS = 4.0
"""Sizes between the heads and the first row."""

ROOM = 0.8
"""Of the width of its column that a head is laid in."""

BETWEEN, SPACE = 0.45, 0.32
"""Sizes from a head to the side of its column, and between its words at least."""

TIGHTEST = 8.0
"""How many times narrower words become at most."""

PITCH = 1.2
"""Sizes from line to line of a head that is laid."""

UNDER = 0.3
"""Sizes that a baseline stands over the foot of its head, where no upright text beside it tells."""


class Head(NamedTuple):
    """The lines of one head as they read from left to right once they are laid upright, and where they stand on the page as seen."""

    lines: tuple[Line, ...]
    box: Box

    @property
    def middle(self) -> float:
        """Where its column has its middle."""
        return (self.box.x0 + self.box.x1) / 2


class Column(NamedTuple):
    """From where to where a column may reach, and where its cells have their middle."""

    x0: float
    x1: float
    middle: float


def with_turned_heads_laid(page: Page) -> Page:
    """Return the page with the turned heads of its columns as level text over them; the page itself where it has none."""
    turns = [turn_of_glyph(glyph) for glyph in page.glyphs if glyph.angle and glyph.visible]
    for turn in (Turn.UPWARDS, Turn.DOWNWARDS):
        if turns.count(turn) >= FEWEST_HEADS:
            page = _with_heads_of(page, turn)
    return page


def _with_heads_of(page: Page, turn: Turn) -> Page:
    sheet, rows = laid_upright(page, turn), lines_of(page)
    moves: list[Move] = []
    level: list[Move] = []
    for heads in _tables_of(tuple(_heads_on(page, sheet, turn, rows)), rows):
        beside = _beside(heads, rows)
        foot = max(head.box.bottom for head in heads) - UNDER * heads[0].lines[0].size
        foot = max([foot, *(row.baseline for row in beside)])
        moves += _moves(page, heads, rows, beside, foot)
        level += [
            Move(row, ((row.box.x0, row.box.x0), (row.box.x1, row.box.x1)), foot - beside[-1].baseline + row.baseline) for row in beside
        ]
    return with_moved(with_moved(page, page, level), sheet, moves) if moves else page


def _heads_on(page: Page, sheet: Page, turn: Turn, rows: Sequence[Line]) -> Iterator[Head]:
    """Yield the pieces of turned text, those that are lines of one head together."""
    pieces = sorted((piece for line in lines_of(sheet) for piece in _pieces_of(line)), key=lambda line: line.baseline)
    pending: list[Line] = []
    for line in pieces:
        if pending and not _go_on(pending[-1], line, page, turn, rows):
            yield _head(pending, page, turn)
            pending = []
        pending.append(line)
    if pending:
        yield _head(pending, page, turn)


def _pieces_of(line: Line) -> Iterator[Line]:
    words: list[Word] = []
    for word in line.words:
        if words and word.box.x0 - words[-1].box.x1 > APART * line.size:
            yield _line(line, words)
            words = []
        words.append(word)
    yield _line(line, words)


def _line(line: Line, words: Sequence[Word]) -> Line:
    return line._replace(words=tuple(words), box=_around(word.box for word in words))


def _around(boxes: Iterable[Box]) -> Box:
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return Box(min(x0s), min(tops), max(x1s), max(bottoms))


def _go_on(line: Line, following: Line, page: Page, turn: Turn, rows: Sequence[Line]) -> bool:
    """Tell whether two pieces are lines of one head: near each other, with no rule and no cells of two columns under them."""
    if following.baseline - line.baseline > SAME_HEAD * line.size or min(line.box.x1, following.box.x1) <= max(
        line.box.x0, following.box.x0
    ):
        return False
    seen = sorted((_seen(page, turn, line.box), _seen(page, turn, following.box)))
    middles = [(box.x0 + box.x1) / 2 for box in seen]
    top, bottom = min(box.top for box in seen), max(box.bottom for box in seen)
    if any(stroke.vertical and middles[0] < stroke.box.x0 < middles[1] and _covers(stroke.box, top, bottom) for stroke in page.strokes):
        return False
    under = _rows_under(_around(seen), rows)
    parted = sum(len({_nearest(_cells_of(row), middle) for middle in middles}) > 1 for row in under)
    return 2 * parted <= len(under)


def _covers(box: Box, top: float, bottom: float) -> bool:
    """Tell whether an upright rule goes beside the whole of a head, and on: a line through the head's letters does not."""
    return box.top <= top + 1 and box.bottom >= bottom - 1 and box.height > 1.05 * (bottom - top)


def _head(lines: Sequence[Line], page: Page, turn: Turn) -> Head:
    ordered = tuple(lines)
    return Head(ordered, _around(_seen(page, turn, line.box) for line in ordered))


def _seen(page: Page, turn: Turn, box: Box) -> Box:
    """Return where a box of the page laid upright stands on the page as seen."""
    return turn.back.box(replace(page, width=page.height, height=page.width), box)


def _tables_of(heads: Sequence[Head], rows: Sequence[Line]) -> Iterator[list[Head]]:
    """Yield the heads that stand side by side over rows of their own."""
    waiting = sorted(heads, key=lambda head: (head.box.bottom, head.middle))
    while waiting:
        first, *rest = waiting
        beside = [head for head in rest if min(head.box.bottom, first.box.bottom) > max(head.box.top, first.box.top)]
        own = sorted((first, *beside), key=lambda head: head.middle)
        if len(own) >= FEWEST_HEADS and _stand_over_columns(own, rows):
            yield own
        waiting = [head for head in rest if head not in beside]


def _stand_over_columns(heads: Sequence[Head], rows: Sequence[Line]) -> bool:
    """Tell whether rows under the heads have a cell for most of them; a head of more lines than it is long has its words broken up."""
    if any((len(head.lines) - 1) * PITCH * head.lines[0].size > head.box.height for head in heads):
        return False
    under = _rows_under(_around(head.box for head in heads), rows)
    counts = [len(_cells_under(row, heads)) for row in under]
    fitting = sum(HEADED * len(heads) <= count <= len(heads) for count in counts)
    return len(heads) in counts and fitting >= max(FEWEST_ROWS, HEADED * len(under))


def _cells_under(row: Line, heads: Sequence[Head]) -> list[tuple[float, float]]:
    """Return the cells of a row but for those that end before the first head begins."""
    return [cell for cell in _cells_of(row) if cell[1] > heads[0].box.x0]


def _rows_under(box: Box, rows: Sequence[Line]) -> list[Line]:
    """Return the first rows under turned text, none where they stand far from it."""
    below = [row for row in rows if row.baseline > box.bottom and row.box.x1 > box.x0]
    size = below[0].size if below else 0.0
    near = bool(below) and below[0].box.top - box.bottom <= NEAR_ROWS * size
    return below[:MOST_ROWS] if near else []


def _cells_of(row: Line) -> list[tuple[float, float]]:
    """Return where the cells of a row may begin and end: its words, those with no more than a space between together."""
    cells: list[tuple[float, float]] = []
    for word in row.words:
        if cells and word.box.x0 - cells[-1][1] <= WORDS_APART * row.size:
            cells[-1] = cells[-1][0], word.box.x1
        else:
            cells.append((word.box.x0, word.box.x1))
    return cells


def _nearest(cells: Sequence[tuple[float, float]], x: float) -> int:
    return min(range(len(cells)), key=lambda at: max(cells[at][0] - x, x - cells[at][1], 0.0))


def _columns_of(heads: Sequence[Head], rows: Sequence[Line]) -> Iterator[Column]:
    """Yield the column of each head, which may reach half way to the words of the columns beside it.

    Heads stand at either side of their columns, or over the middle: their columns are told by the rows that have a cell for each head.
    """
    under = _rows_under(_around(head.box for head in heads), rows)
    whole = [cells for row in under if len(cells := _cells_under(row, heads)) == len(heads)]
    columns = [(min(x0 for x0, _ in cells), max(x1 for _, x1 in cells)) for cells in zip(*whole, strict=True)]
    labels = [x1 for row in under for _, x1 in _cells_of(row) if x1 <= heads[0].box.x0]
    before = max(labels, default=columns[0][0] - (columns[1][0] - columns[0][1]))
    halves = [(x1 + x0) / 2 for (_, x1), (x0, _) in pairwise(((before, before), *columns))]
    last = max(columns[-1][1], heads[-1].box.x1)
    for x0, x1, column in zip(halves, (*halves[1:], last), columns, strict=True):
        yield Column(x0, x1, sum(column) / 2)


def _beside(heads: Sequence[Head], rows: Sequence[Line]) -> list[Line]:
    """Return the upright lines that stand at the height of turned heads, between or before them: the heads of the other columns."""
    own = _around(head.box for head in heads)
    at_height = [row for row in rows if own.top < row.baseline < own.bottom + (UNDER if row.box.x1 > own.x0 else 1.0) * row.size]
    over = [word for row in at_height for word in row.words for head in heads if head.box.x0 < word.box.x1 and word.box.x0 < head.box.x1]
    return [] if over or len(at_height) > MOST_ROWS else at_height


def _moves(page: Page, heads: Sequence[Head], rows: Sequence[Line], beside: Sequence[Line], foot: float) -> Iterator[Move]:
    """Yield where each line of each head is laid: all at the foot of the heads, the lines of one after each other."""
    for head, column in zip(heads, _columns_of(heads, rows), strict=True):
        places = iter(_places(head, _room(head, column, page, beside)))
        for line in head.lines:
            knots = tuple((x, next(places)) for word in line.words for x in (word.box.x0, word.box.x1))
            yield Move(line, knots, foot, head.lines[0].words[0].glyphs[0].piece)


def _places(head: Head, room: Column) -> Iterator[float]:
    """Yield where the words of a head come to begin and end: pressed together without room, and with a space between."""
    widths = [word.box.width for line in head.lines for word in line.words]
    space = SPACE * head.lines[0].size
    spaces, width = space * (len(widths) - 1), sum(widths)
    share = min(1.0, max(room.x1 - room.x0 - spaces, width / TIGHTEST) / width)
    half = (share * width + spaces) / 2
    x = max(room.x0, min(room.middle + half, room.x1) - 2 * half)
    for own in widths:
        yield x
        yield x + share * own
        x += share * own + space


def _room(head: Head, column: Column, page: Page, beside: Sequence[Line]) -> Column:
    """Return where a head may be laid: within its column, its cell's rules, and between the text beside it."""
    x0, x1, middle = column
    size = head.lines[0].size
    for stroke in page.strokes:
        reach = min(stroke.box.bottom, head.box.bottom) - max(stroke.box.top, head.box.top)
        if stroke.vertical and 2 * reach >= head.box.height and not head.box.x0 <= stroke.box.x0 <= head.box.x1:
            x0, x1 = (max(x0, stroke.box.x1), x1) if stroke.box.x0 < middle else (x0, min(x1, stroke.box.x0))
    for word in (word for row in beside for word in row.words):
        x0, x1 = (max(x0, word.box.x1 + size), x1) if word.box.x1 < middle else (x0, min(x1, word.box.x0 - size))
    aside = max((1 - ROOM) * (x1 - x0) / 2, min(BETWEEN * size, (x1 - x0) / 4))
    return Column(x0 + aside, x1 - aside, middle)
