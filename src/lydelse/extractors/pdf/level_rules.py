"""Tables with level rules alone: each rule ends a row, however many lines its cells have.

Rules are drawn for each cell or across the whole table. What stands between two of them is one row if no two lines there have both a
label and cells of their own. Tables whose rows are all of one line, and those whose rules stand above and below only, are read as tables
without rules are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.alignment import is_aligned, text_of
from lydelse.extractors.pdf.columns import cells_of, column_of, is_tabular
from lydelse.extractors.pdf.grid import Grid, GridCell, River, around, has_figure, line_of, with_headers
from lydelse.extractors.pdf.header_groups import with_header_groups
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.near_columns import NEAREST, begins_at, begun_at, pieces_at
from lydelse.extractors.pdf.pieces import NARROWEST_RIVER, crosses, pieces_of
from lydelse.extractors.pdf.rulings import FEWEST_BANDS, SAME_END_WITHIN, Rule, groups_of, rules_of
from lydelse.extractors.pdf.short_rules import inner_rules, rows_under
from lydelse.extractors.pdf.spans import spanning
from lydelse.formats.pdf.page import Stroke

FEWEST_DEEP = 2
"""Rows of several lines: a table whose rows are all of one line is read as those without rules."""

HEADER_BANDS = 2
"""Bands at the top whose cells may be wider than the columns."""

BEGIN_WITHIN = 1.0
"""Points that the rows of a column may begin beside one another."""

BESIDE_RULE = 2.0
"""Ems between a rule and the baseline of the row beyond it: a header without a rule above it, a last row without one below."""

WITHIN_ROW = 1.35
"""Ems between the lines of such a row."""

BROKEN_FROM = 2.5
"""Ems between two lines that are not of one row."""

LARGER = 1.08
"""Times the size of a table's text: such a line between two rules is a heading between two tables."""


class Levelled(NamedTuple):
    """The tables found, and the lines outside them."""

    grids: list[Grid]
    rest: tuple[Line, ...]


Band = tuple[Line, ...]
"""The lines between two rules."""


def levelled(strokes: Sequence[Stroke], lines: Sequence[Line]) -> Levelled:
    """Return the tables whose rows are parted by level rules, and the lines outside them."""
    grids: list[Grid] = []
    rest = tuple(lines)
    every = tuple(rules_of(strokes))
    for rules in groups_of(strokes):
        short = [rule for rule in every if rules[0].x0 - SAME_END_WITHIN <= rule.x0 and rule.x1 <= rules[0].x1 + SAME_END_WITHIN]
        short = [rule for rule in short if not any(rule == other for other in rules)]
        for bands, rivers in _tables(rules, short, rest):
            taken = {id(line) for band in bands for line in band}
            rest = tuple(line for line in rest if id(line) not in taken)
            grids.append(_grid(bands, rivers, rules[0], short))
    return Levelled(grids, rest)


def _tables(rules: Sequence[Rule], short: Sequence[Rule], lines: Sequence[Line]) -> Iterator[tuple[list[Band], tuple[River, ...]]]:
    """Yield the bands of each table between rules, with its gaps: wide ones through all rows, or one place where all rows begin anew."""
    bands = list(_bands(rules, lines))
    for key, gaps in ((_may_be_row, _rivers), (bool, _where_all_begin)):
        for belongs, run in groupby(bands, key=key):
            own = list(run)
            rivers = gaps(own, rules[0]) if belongs and len(own) >= FEWEST_BANDS else ()
            if rivers and _is_table(own, rivers, sum(bool(inner_rules(band, short)) for band in own)):
                yield own, rivers
                bands = [() if any(band is each for each in own) else band for band in bands]


def _bands(rules: Sequence[Rule], lines: Sequence[Line]) -> Iterator[Band]:
    """Yield the lines between each two rules, none where a line there reaches out of them; first and last, a row beyond the rules."""
    starts = _starts([line for line in lines if rules[0].y < line.baseline < rules[-1].y])
    yield _above(rules[0], [line for line in lines if line.baseline < rules[0].y], starts)
    for above, below in pairwise(rules):
        band = tuple(line for line in lines if above.y < line.baseline < below.y)
        if _is_broken(band):
            yield from (_below(above, band, starts), (), _above(below, band, starts))
        else:
            yield band if all(_is_inside(line, above) for line in band) else ()
    yield _below(rules[-1], [line for line in lines if line.baseline > rules[-1].y], starts)


def _starts(lines: Sequence[Line]) -> tuple[float, ...]:
    """Return where the columns after the first begin in lines between rules."""
    return tuple(min(word.box.x0 for word in piece) for line in lines if is_tabular(line) for piece in pieces_of(line)[1:])


def _is_broken(band: Band) -> bool:
    """Tell whether something else than a row stands between two rules: two tables of one width, and what is between them."""
    least = min((line.size for line in band), default=0.0)
    apart = any(below.baseline - above.baseline > BROKEN_FROM * above.size for above, below in pairwise(band))
    return apart or any(line.size > LARGER * least and not is_tabular(line) for line in band)


def _is_inside(line: Line, rule: Rule) -> bool:
    return rule.x0 - SAME_END_WITHIN <= line.box.x0 and line.box.x1 <= rule.x1 + SAME_END_WITHIN


def _above(rule: Rule, lines: Sequence[Line], starts: Sequence[float]) -> Band:
    """Return the lines of a row over a rule: what goes on in a column, up to the line that begins the row."""
    band = _next_to(rule, lines[::-1], starts)
    first = max((at for at, line in enumerate(band) if is_tabular(line)), default=-1)
    return tuple(band[first::-1]) if first >= 0 else ()


def _below(rule: Rule, lines: Sequence[Line], starts: Sequence[float]) -> Band:
    """Return the lines of a row under a rule, the first of which begins it."""
    band = _next_to(rule, lines, starts)
    return tuple(band) if band and is_tabular(band[0]) else ()


def _next_to(rule: Rule, lines: Sequence[Line], starts: Sequence[float]) -> list[Line]:
    """Return the lines nearest to a rule that have a gap or begin with a column after the first, the nearest first."""
    band: list[Line] = []
    before = rule.y
    for line in lines:
        near = abs(line.baseline - before) <= (WITHIN_ROW if band else BESIDE_RULE) * line.size
        goes_on = any(abs(line.box.x0 - start) <= BEGIN_WITHIN for start in starts)
        if not near or not (is_tabular(line) or goes_on) or not _is_inside(line, rule):
            break
        band.append(line)
        before = line.baseline
    return band


def _may_be_row(band: Band) -> bool:
    if not band:
        return False
    tabular = [line for line in band if is_tabular(line)]
    return bool(tabular) or len(band) == 1


def _grid(bands: Sequence[Band], rivers: tuple[River, ...], rule: Rule, short: Sequence[Rule]) -> Grid:
    rows = [row for band in bands for row in rows_under(_row(band, rivers), inner_rules(band, short), rivers)]
    box = around(line.box for band in bands for line in band)
    grid = Grid(tuple(_with_room(rows, rule)), box, bands[0][0].page, edges=(rule.x0, rule.x1), rivers=rivers)
    return with_header_groups(with_headers(grid))


def _where_all_begin(bands: Sequence[Band], _rule: Rule) -> tuple[River, ...]:
    """Return the gap before the one place where a word of every row begins and no word stands over, however narrow the gap is."""
    words = [[word.box for line in band for word in line.words] for band in bands]
    left = min(box.x0 for band in words for box in band)
    for x in sorted({box.x0 for box in words[0] if box.x0 > left + BEGIN_WITHIN}):
        everywhere = all(any(abs(box.x0 - x) <= BEGIN_WITHIN for box in band) for band in words)
        over = any(box.x0 < x - BEGIN_WITHIN and box.x1 > x for band in words for box in band)
        apart = sum(any(is_tabular(line) for line in band) for band in bands) * 2 >= len(bands)
        if everywhere and apart and not over:
            end = max(box.x1 for band in words for box in band if box.x1 <= x)
            return (River(end, x),)
    return ()


def _rivers(bands: Sequence[Band], rule: Rule) -> tuple[River, ...]:
    """Return the gaps through all bands that have cells beside one another, the header's left out where more remain so."""
    tabular = [band for band in bands if any(is_tabular(line) for line in band)]
    if not tabular:
        return ()
    tried = [(_gaps(tabular[skipped:], rule), len(tabular) - skipped) for skipped in range(min(HEADER_BANDS, len(tabular) - 1) + 1)]
    gaps = max(tried, key=lambda each: len(each[0]) * each[1])[0]
    return tuple(_narrowed(gap, bands) for gap in _without_headers_apart(gaps, tabular))


def _without_headers_apart(gaps: Sequence[River], bands: Sequence[Band]) -> Sequence[River]:
    """Return the gaps without those after a header over several columns that stands before, or between, all cells of its columns.

    No line under it has text there, the one right under it begins after the labels, and the column after it has its header in that one.
    """
    own = [cells_of(line, gaps).keys() for band in bands for line in band]
    headers = sum(len(band) for band in bands[:HEADER_BANDS])
    kept = list(gaps)
    for at, gap in enumerate(gaps[1:], 1):
        last = max((row for row, columns in enumerate(own) if at in columns), default=len(own))
        over = last < min(headers, len(own) - 1) and 0 not in own[last + 1]
        if over and at + 1 in own[last + 1] and not any(at + 1 in columns for columns in own[: last + 1]):
            kept.remove(gap)
    return kept


def _narrowed(gap: River, bands: Sequence[Band]) -> River:
    """Return what a gap is where a row without a wide gap has a word that begins just where the column's others do."""
    alone = [band[0] for band in bands if len(band) == 1 and not is_tabular(band[0])]
    ends = [
        before.box.x1
        for line in alone
        for before, word in pairwise(line.words)
        if abs(word.box.x0 - gap.x1) <= BEGIN_WITHIN and before.box.x1 < gap.x1
    ]
    return River(max([gap.x0, *ends]), gap.x1)


def _gaps(bands: Sequence[Band], rule: Rule) -> tuple[River, ...]:
    lines = [line for band in bands for line in band]
    begun = begun_at(lines)
    pieces = sorted(
        (min(word.box.x0 for word in piece), max(word.box.x1 for word in piece)) for line in lines for piece in pieces_at(line, begun)
    )
    gaps: list[River] = []
    end = pieces[0][1] if pieces else rule.x1
    size = max((line.size for line in lines), default=0.0)
    for x0, x1 in pieces:
        if x0 - end >= (NEAREST if begins_at(x0, begun) else NARROWEST_RIVER) * size:
            gaps.append(River(end, x0))
        end = max(end, x1)
    return tuple(gaps)


def _is_table(bands: Sequence[Band], rivers: Sequence[River], parted: int) -> bool:
    """Tell whether bands are the rows of a table; ``parted`` of them are rows that shorter rules part further."""
    size = max(line.size for line in bands[-1])
    if any(line.size > LARGER * size for band in bands[1:] for line in band if not is_tabular(line)):
        return False
    own = [[cells_of(line, rivers) for line in band] for band in bands]
    filled = sum(len({column for parts in band for column in parts}) > 1 for band in own)
    columns = [[parts[column] for band in own for parts in band if column in parts] for column in range(len(rivers) + 1)]
    aligned = all(is_aligned(column, size) for column in columns if len(column) > 1)
    alone = all(_is_one_row(band, rivers) for band in bands)
    deep = sum(len(band) > 1 for band in bands)
    deep += parted if _keeps_apart(bands, rivers) else 0
    return filled >= FEWEST_BANDS and aligned and all(columns) and alone and deep >= FEWEST_DEEP


def _keeps_apart(bands: Sequence[Band], rivers: Sequence[River]) -> bool:
    """Tell whether no column holds two groups of words of one line."""
    return all(len({column_of(piece[0], rivers) for piece in pieces_of(line)}) == len(pieces_of(line)) for band in bands for line in band)


def _is_one_row(band: Band, rivers: Sequence[River]) -> bool:
    """Tell whether at most the first of the lines has both a label and cells, or the others only go on."""
    parts = [cells_of(line, rivers) for line in band]
    both = [own for own in parts if 0 in own and len(own) > 1]
    return all(
        text_of(own[0])[0].islower() and not any(has_figure(text_of(words)) for column, words in own.items() if column) for own in both[1:]
    )


def _row(band: Band, rivers: tuple[River, ...]) -> tuple[GridCell, ...]:
    if len(band) == 1 and any(_is_over(band[0], river) for river in rivers):
        return spanning(band[0], rivers)
    parts = [cells_of(line, rivers) for line in band]
    page = band[0].page
    return tuple(GridCell(tuple(line_of(own[column], page) for own in parts if column in own), column) for column in range(len(rivers) + 1))


def _is_over(line: Line, river: River) -> bool:
    """Tell whether a line goes on over a gap: no word of it begins where the next column's do, nor after a wide gap."""
    both = line.words[0].box.x1 < river.middle < line.words[-1].box.x0 or any(
        word.box.x0 < river.middle < word.box.x1 for word in line.words
    )
    begins = any(abs(word.box.x0 - river.x1) <= BEGIN_WITHIN for word in line.words)
    return both and not begins and crosses(line, (river,))


def _with_room(rows: Sequence[tuple[GridCell, ...]], rule: Rule) -> Iterator[tuple[GridCell, ...]]:
    """Yield the rows, each cell with the width that its column has for text."""
    columns = max(cell.column for row in rows for cell in row) + 1
    starts = [
        min((line.box.x0 for row in rows for cell in row if cell.column == at for line in cell.lines), default=0.0) for at in range(columns)
    ]
    ends = [
        max((line.box.x1 for row in rows for cell in row if cell.column == at for line in cell.lines), default=0.0) for at in range(columns)
    ]
    limits = [*ends[:-1], max(ends[-1], rule.x1 - (starts[0] - rule.x0))]
    for row in rows:
        yield tuple(cell._replace(room=max(0.0, limits[cell.column] - starts[cell.column])) for cell in row)
