"""Tables without rules: lines whose words leave the same upright gaps free.

A block of lines is a table when gaps of it run through them all, its columns are aligned and its cells short. Prose, lists and
tables of contents fail one of the three. See ``docs/formats/pdf.md`` for what was observed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lydelse.extractors.pdf.alignment import (
    LONGEST_CELL,
    begins_alike,
    has_rows_of_text,
    holds_figures,
    is_aligned,
    is_caption,
    is_contents,
    is_long_enough,
    is_pair_of_rows,
    text_of,
)
from lydelse.extractors.pdf.grid import River, has_figure
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.pieces import NARROWEST_RIVER, OPEN_FROM, crosses, gaps_in, narrowed, pieces_of
from lydelse.extractors.pdf.remembered import asked_once
from lydelse.patterns import compiled

SPREAD_FROM = 0.4
"""Ems between the words of such a line."""

EQUALLY = 0.06
"""Ems that the gaps of a line may differ whose words are spread out."""

ROWS_APART = 3.2
"""Ems between two baselines of one table; browsers set rows 1.8 ems apart, the usual is 1.2 to 1.5."""

TEXT_APART = 1.6
"""Ems between the lines of a paragraph under a table."""

HEADER_LINES = 8
"""Lines at the top of a table whose cells may be wider than its columns."""

MOST_WRAPS = 3
"""Lines in a row that may stand in one column alone between two rows."""

MOST_WRAPS_INSIDE = 6
"""The same, of the columns after the first: no paragraph of the text begins there."""

LONGEST_LABEL = 70
"""The same of the first column, and of any other alone."""

LONGEST_HEADING = 110
"""The same of a line over several columns that heads the rows after it."""

LARGER = 1.08
"""Times the size of a table's text: such a line between rows is a heading of what follows."""

FEWEST_PARTED = 3
"""Rows with cells on both sides of a gap that the first of them does not have."""

ONE_LINE = 1.6
"""Sizes that the boxes of one line's letters take up and down at most."""

LEVEL_WITHIN = 2.0
"""Points that a group's heading may begin beside its rows."""


BULLET = compiled(r"[•·▪◦‣∙●○■□*–—-]|[\uf000-\uf0ff]|o")
NUMBERING = compiled(r"(?:§\s?\d+|\(?\d{1,3}(?:\.\d{1,3})*[.)]|\d{1,2}(?:\.\d{1,3})+|\(?[a-zåäöA-ZÅÄÖ][.)]|[ivxIVX]{1,5}[.)])$")
LEADER = compiled(r"(?:\.\s?){4,}|…{2,}|_{4,}")


class Block(NamedTuple):
    """Consecutive lines [first, end) and the rivers through them, from left to right.

    The lines [top, first) are of its header, their cells wider than its columns. ``of_text`` is set where it goes on in
    rows of text, each of which begins with a label.
    """

    first: int
    end: int
    rivers: tuple[River, ...]
    top: int
    of_text: bool = False


def blocks_of(lines: Sequence[Line], start: int = 0) -> Iterator[Block]:
    """Yield the blocks of lines that are tables, from the top; lines before ``start`` are taken already."""
    at = start
    while at < len(lines):
        block = _best_from(lines, at)
        if block:
            yield block
            at = block.end
        else:
            at += 1


def _best_from(lines: Sequence[Line], first: int) -> Block | None:
    """Return the table that begins at a line, or a few lines on where its columns show only under a header of wider cells."""
    whole = grown(lines, first, ()) if is_tabular(lines[first]) else None
    if whole is None:
        return None
    starts = [at for at in range(first + 1, min(first + 1 + HEADER_LINES, whole.end)) if is_tabular(lines[at])]
    others = [block for at in starts if (block := grown(lines, at, ()))]
    tables = [block for block in (whole, *others) if _is_table(lines, block)]
    if not tables:
        return None
    best = _with_all_rivers(lines, max(tables, key=lambda block: (block.end - block.first) * len(block.rivers)))
    unlike = [at for at in range(first, best.first) if not _may_be_header(lines[at])]
    return _widened_upwards(lines, best, max(unlike, default=first - 1) + 1)


def _with_all_rivers(lines: Sequence[Line], block: Block) -> Block:
    """Return the block with the gaps as well that its first line does not show, having no cell on one of their sides."""
    own = [line for line in lines[block.first : block.end] if is_tabular(line)]
    pieces = [[(piece[0].box.x0, max(word.box.x1 for word in piece)) for piece in pieces_of(line)] for line in own]
    rivers: list[River] = []
    end = min(x0 for row in pieces for x0, _ in row)
    for x0, x1 in sorted(piece for row in pieces for piece in row):
        if x0 - end >= NARROWEST_RIVER * max(line.size for line in own) and _parts_most(River(end, x0), pieces):
            rivers.append(River(end, x0))
        end = max(end, x1)
    fuller = block._replace(rivers=tuple(rivers))
    kept = all(any(one.x0 < other.x1 and other.x0 < one.x1 for one in rivers) for other in block.rivers)
    crossed = any(crosses(line, rivers) for line in lines[block.first : block.end])
    return fuller if len(rivers) > len(block.rivers) and kept and not crossed and _is_table(lines, fuller) else block


def _parts_most(river: River, rows: Sequence[Sequence[tuple[float, float]]]) -> bool:
    """Tell whether half of the rows, and enough of them, have cells on both sides of a gap."""
    both = sum(any(x1 <= river.x0 for _, x1 in row) and any(x0 >= river.x1 for x0, _ in row) for row in rows)
    return both >= FEWEST_PARTED and both * 2 >= len(rows)


def _may_be_header(line: Line) -> bool:
    return not has_figure(line.text) and all(len(text_of(piece)) <= LONGEST_CELL for piece in pieces_of(line))


def _widened_upwards(lines: Sequence[Line], block: Block, top: int) -> Block:
    """Return the block with the lines above it that stand in its columns too, such as a header that leaves one of them empty."""
    first, rivers = block.first, block.rivers
    while first > top and len(left := narrowed(rivers, lines[first - 1], OPEN_FROM)) == len(rivers):
        first, rivers = first - 1, left
    return Block(first, block.end, rivers, top)


def continuation(lines: Sequence[Line], rivers: Sequence[River]) -> Block | None:
    """Return the lines at the top of a page that go on in the columns of the table that ended the page before."""
    block = grown(lines, 0, tuple(rivers)) if lines else None
    return block if block and len(block.rivers) == len(rivers) else None


def column_of(word: Word, rivers: Sequence[River]) -> int:
    """Return which column a word stands in, counted from 0."""
    middle = (word.box.x0 + word.box.x1) / 2
    return len([left for left, right in rivers if (left + right) / 2 < middle])


def cells_of(line: Line, rivers: Sequence[River]) -> dict[int, tuple[Word, ...]]:
    """Return the words of a line by column."""
    cells: dict[int, list[Word]] = {}
    for word in line.words:
        cells.setdefault(column_of(word, rivers), []).append(word)
    return {column: tuple(words) for column, words in cells.items()}


@asked_once
def is_item(line: Line) -> bool:
    """Tell whether a line begins with a bullet, a number or a section sign set apart from its text."""
    first = line.words[0].text
    return bool(BULLET.fullmatch(first) or NUMBERING.match(first))


@asked_once
def is_tabular(line: Line) -> bool:
    """Tell whether a line has text on both sides of a wide gap that no list marker or row of leader dots makes."""
    pieces = pieces_of(line)
    if len(pieces) < 2 or LEADER.search(line.text) or _is_spread_out(line):
        return False
    return len(pieces) > 2 or not (is_item(line) and len(pieces[0]) == 1)


@asked_once
def _is_spread_out(line: Line) -> bool:
    """Tell whether the words of a line, three or more and hardly figures, stand equally far apart: they are spread out to fill it."""
    words = line.words[1:] if is_item(line) else line.words
    gaps = [after.box.x0 - before.box.x1 for before, after in pairwise(words)]
    if len(gaps) < 2 or min(gaps) < SPREAD_FROM * line.size or max(gaps) - min(gaps) > EQUALLY * line.size:
        return False
    letters, digits = (sum(kind(letter) for letter in line.text) for kind in (str.isalpha, str.isdigit))
    return letters > 2 * digits if len(gaps) > 2 else not digits


def grown(lines: Sequence[Line], first: int, rivers: tuple[River, ...]) -> Block | None:
    """Return the longest block from a line on; a line that closes a river ends it, once three rows have stood beside the river."""
    rows, end, size = 0, first, lines[first].size
    for at in range(first, len(lines)):
        line = lines[at]
        if at > first and not 0 < line.baseline - lines[at - 1].baseline - _further(lines[at - 1]) <= ROWS_APART * max(size, line.size):
            break
        tabular = is_tabular(line)
        if rows and not tabular and (line.size > LARGER * size or is_caption(line.text)):
            break
        if rows and not tabular and heads_group(lines, at, rivers):
            continue
        if rows and (_is_spread_out(line) or (rows > 1 and tabular and _runs_on_in_text(lines, at, rivers))):
            break
        left = narrowed(rivers, line) if rivers else gaps_in(line)
        if not left or (len(left) < len(rivers) and (rows >= 3 or not tabular)):
            break
        if tabular and not _has_both_sides(line, left):
            break
        if (
            not tabular
            and (
                (is_item(line) and not _is_inside(line, left))
                or at - end >= (MOST_WRAPS if column_of(line.words[0], left) == 0 else MOST_WRAPS_INSIDE)
            )
            and not _is_under(line, lines[at - 1], left)
        ):
            break
        rivers = left
        if tabular:
            rows, end = rows + 1, at + 1
    return Block(first, end, rivers, first) if rows else None


def _further(row: Line) -> float:
    """Return how far a row goes on below its baseline where it is put together of several lines."""
    return max(0.0, row.box.height - ONE_LINE * row.size)


def _is_under(line: Line, above: Line, rivers: Sequence[River]) -> bool:
    """Tell whether a line stands in one column after the first, right under where a cell of that column begins or goes on."""
    column = column_of(line.words[0], rivers)
    before = cells_of(above, rivers).get(column)
    close = line.baseline - above.baseline <= TEXT_APART * line.size
    return column > 0 and close and before is not None and abs(before[0].box.x0 - line.words[0].box.x0) <= 1.0


def _runs_on_in_text(lines: Sequence[Line], at: int, rivers: Sequence[River]) -> bool:
    """Tell whether a line under the rows is text whose words are spread out to fill it: its sentence goes on right across the columns."""
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if following is None or not following.text[0].islower() or not crosses(following, rivers) or line.words[-1].text[-1] in ".:!?":
        return False
    near = following.baseline - line.baseline <= TEXT_APART * line.size and following.size == line.size
    return (
        near and abs(following.box.x0 - line.box.x0) <= LEVEL_WITHIN / 2 and line.text[0].isupper() and not has_figure(line.words[-1].text)
    )


def heads_group(lines: Sequence[Line], at: int, rivers: Sequence[River]) -> bool:
    """Tell whether a line is a heading of the rows after it that reaches over several of their columns."""
    line, following = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if following is None or not crosses(line, rivers) or len(line.text) > LONGEST_HEADING or line.text[-1] in ".,;" or is_item(line):
        return False
    near = following.baseline - line.baseline <= ROWS_APART * line.size and abs(following.box.x0 - line.box.x0) <= LEVEL_WITHIN
    return near and is_tabular(following) and _begins_first(following, rivers) and not crosses(following, rivers)


def _is_inside(line: Line, rivers: Sequence[River]) -> bool:
    """Tell whether a line stands in a column after the first: an item there is one of a list in a cell."""
    return column_of(line.words[0], rivers) > 0


def _begins_first(line: Line, rivers: Sequence[River]) -> bool:
    return column_of(line.words[0], rivers) == 0 and column_of(line.words[-1], rivers) > 0


def _has_both_sides(line: Line, rivers: Sequence[River]) -> bool:
    return len({column_of(word, rivers) for word in line.words}) > 1


def _is_table(lines: Sequence[Line], block: Block) -> bool:
    tabular = [line for line in lines[block.first : block.end] if is_tabular(line)]
    rows = [cells_of(line, block.rivers) for line in tabular]
    if not (is_long_enough(rows) or is_pair_of_rows(rows, tabular)) or is_contents(rows):
        return False
    size = median(line.size for line in tabular)
    columns = [[row[column] for row in rows if column in row] for column in range(len(block.rivers) + 1)]
    labels = [text_of(cell) for cell in columns[0]]
    if len(columns) == 2 and all(BULLET.fullmatch(label) or NUMBERING.match(label) for label in labels):
        return False  # a list, its words spread out to fill their lines
    cells = [text_of(cell) for column in columns[1:] for cell in column]
    longest = LONGEST_LABEL if has_rows_of_text([cells_of(line, block.rivers) for line in lines[block.first : block.end]]) else LONGEST_CELL
    if not labels or not cells or median(map(len, cells)) > longest or median(map(len, labels)) > LONGEST_LABEL:
        return False
    if max(median(len(text_of(cell)) for cell in column) for column in columns[1:] if column) > LONGEST_LABEL:
        return False
    if not all(is_aligned(column, size) for column in columns[1:] if len(column) > 1):
        return False
    figures = sum(has_figure(cell) for cell in cells) * 2 >= len(cells)
    return figures or (len(rows) >= 3 and all(begins_alike(column) or (at and holds_figures(column)) for at, column in enumerate(columns)))
