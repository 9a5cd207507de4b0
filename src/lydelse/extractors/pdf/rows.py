"""From the lines of a table without rules to its rows: wrapped labels put together, a header's further lines found."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lydelse.extractors.pdf.alignment import LONGEST_CELL, has_rows_of_text, is_caption, text_of
from lydelse.extractors.pdf.bands import lines_in
from lydelse.extractors.pdf.columns import LEVEL_WITHIN, ROWS_APART, Block, cells_of, column_of, is_item, is_tabular
from lydelse.extractors.pdf.grid import GridCell, River, has_figure, line_of
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.pieces import crosses, pieces_of
from lydelse.extractors.pdf.rulings import Rule
from lydelse.extractors.pdf.spans import columns_in, header_row, spanning
from lydelse.patterns import compiled

SAME_ROW_WITHIN = 0.8
"""Ems: closer baselines are one row, a figure set at half the height of its label's two lines."""

WRAPPED_WITHIN = 1.6
"""Ems between the lines of one cell."""

SPACE = 0.28
"""Ems."""

HEADERS_WITHIN = 2.2
"""Ems between the rows of a header."""

HEADER_LINES_ABOVE = 4
UNFINISHED = (",", "-", "–", "/", "(", " och", " eller", " samt", " för", " med", " av", " i", " inkl.", " exkl.", " per")
"""How a cell's line ends that goes on in the next."""

TIGHTER = 0.87
"""Of the usual distance between rows: a line without a label that stands closer goes on in the row above."""

BEGUN_WITHIN = 1.0
"""Points that the paragraphs of a cell may begin beside one another."""

GROUP = compiled(r"\d{3}(?!\d)")

Parts = dict[int, list[Line]]
"""The lines of one row by the column that they stand in."""


class _Room(NamedTuple):
    """How far to the right the text of each column goes, the gaps after them, and the usual distance between rows.

    ``begins`` are the places where labels begin that no line without cells stands over: each of a row of its own. ``labelled`` is set where
    every row begins with a label, whatever lines its cells have.
    """

    limits: Sequence[float]
    rivers: Sequence[River]
    pitch: float
    begins: Sequence[float] = ()
    labelled: bool = False


def rows_of(lines: Sequence[Line], block: Block) -> tuple[tuple[GridCell, ...], ...]:
    """Return the rows of a block of lines, every column present in each."""
    own = lines[block.first : block.end]
    inner = [line for line in own if not _is_over_columns(line, block.rivers)]
    begins = [line.box.x0 for before, line in pairwise(inner) if is_tabular(before) and is_tabular(line)]
    room = _Room(_limits(inner, block.rivers), block.rivers, _usual_pitch(inner, block.rivers), begins, is_of_text(inner, block))
    rows: list[Parts | Line] = []
    for line in own:
        if _is_over_columns(line, block.rivers):
            rows.append(line)
            continue
        parts = {column: line_of(words, line.page) for column, words in cells_of(line, block.rivers).items()}
        last = rows[-1] if rows else None
        if isinstance(last, dict) and _continues(last, parts, room):
            for column, part in parts.items():
                last.setdefault(column, []).append(part)
        else:
            rows.append({column: [part] for column, part in parts.items()})
    columns = len(block.rivers) + 1
    return tuple(_cells(row, columns) if isinstance(row, dict) else spanning(row, block.rivers) for row in rows)


def is_of_text(lines: Sequence[Line], block: Block) -> bool:
    """Tell whether the lines of a block are rows of text, each begun by a label."""
    return block.of_text or has_rows_of_text([cells_of(line, block.rivers) for line in lines])


def _is_over_columns(line: Line, rivers: Sequence[River]) -> bool:
    """Tell whether a line is a heading of a group of rows that reaches over several columns."""
    return len(pieces_of(line)) == 1 and crosses(line, rivers)


def with_last_wrap(lines: Sequence[Line], block: Block) -> Block:
    """Return the block with the lines after it that finish its last row."""
    room = _Room(_limits(lines[block.first : block.end], block.rivers), block.rivers, 0.0)
    pitch = min(
        (b.baseline - a.baseline for a, b in zip(lines[block.first :], lines[block.first + 1 : block.end], strict=False)), default=0.0
    )
    apart = _least_between_rows(lines[block.first : block.end], block.rivers)
    labelled = is_of_text(lines[block.first : block.end], block)
    end = block.end
    while end < len(lines):
        last, line = lines[end - 1], lines[end]
        closest = (1.3 if labelled else 1.05) * pitch if pitch > 0 else 1.35 * line.size
        parts = cells_of(line, block.rivers)
        column = min(parts)
        before = cells_of(last, block.rivers).get(column)
        if labelled and _begins_last_row(lines, end, block):
            return block._replace(end=end + 1)
        if len(parts) > 1 or before is None or not 0 < line.baseline - last.baseline <= min(closest, WRAPPED_WITHIN * line.size):
            break
        own = line_of(parts[column], line.page)
        goes_on = _wraps(line_of(before, line.page), own, column, room) or (column > 0 and _finishes(line_of(before, line.page), own))
        goes_on = goes_on or (column > 0 and _is_begun_right_under(before, own, last, apart))
        goes_on = goes_on or (labelled and column > 0 and abs(own.box.x0 - before[0].box.x0) <= BEGUN_WITHIN)
        if own.box.x1 > room.limits[column] + line.size or not goes_on:
            break
        end += 1
    return block._replace(end=end)


def _begins_last_row(lines: Sequence[Line], at: int, block: Block) -> bool:
    """Tell whether a label alone is the last line of a page: the text of its row stands on the next one."""
    label = lines[at]
    first = next((line for line in lines[block.first : block.end] if 0 in cells_of(line, block.rivers)), label)
    alone = at + 1 == len(lines) and cells_of(label, block.rivers).keys() == {0}
    return alone and abs(label.box.x0 - first.box.x0) <= BEGUN_WITHIN and label.baseline - lines[at - 1].baseline <= ROWS_APART * label.size


def _least_between_rows(lines: Sequence[Line], rivers: Sequence[River]) -> float:
    """Return the least distance from a line with a label to the line above it."""
    return min((line.baseline - above.baseline for above, line in pairwise(lines) if 0 in cells_of(line, rivers)), default=0.0)


def _is_begun_right_under(before: Sequence[Word], own: Line, last: Line, apart: float) -> bool:
    """Tell whether a line begins right where its column does in the line above, closer than rows stand: another paragraph of the cell."""
    return abs(own.box.x0 - before[0].box.x0) <= BEGUN_WITHIN and own.baseline - last.baseline <= TIGHTER * apart


def header_above(lines: Sequence[Line], block: Block, taken: int, rules: Sequence[Rule]) -> list[tuple[GridCell, ...]]:
    """Return rows for the lines right above a block that stand over its later columns only; none before index ``taken``."""
    columns = columns_in(lines[block.first : block.end], block.rivers)
    rows = [header_row(line, columns, rules) for line in lines[block.top : block.first]]
    right = max(line.box.x1 for line in lines[block.first : block.end])
    below = lines[block.top]
    for at in range(block.top - 1, max(taken, block.first - HEADER_LINES_ABOVE) - 1, -1):
        line = lines[at]
        close = 0 < below.baseline - line.baseline <= WRAPPED_WITHIN * max(line.size, below.size)
        over = line.box.x0 >= block.rivers[0].x0 - 1 and line.box.x1 <= right + 2 * line.size
        if not ((close and over) or _heads_labels(line, below)) or is_item(line):
            break
        rows.insert(0, header_row(line, columns, rules))
        below = line
    return rows


def _heads_labels(line: Line, below: Line) -> bool:
    """Tell whether a bold line has the header of the labels, and then one over those of the line below, which has none over the labels."""
    pieces = pieces_of(line)
    near = 0 < below.baseline - line.baseline <= HEADERS_WITHIN * max(line.size, below.size)
    apart = len(pieces) > 1 and max(word.box.x1 for word in pieces[0]) < below.box.x0 <= pieces[1][0].box.x0 + 1
    short = all(len(text_of(piece)) <= LONGEST_CELL for piece in pieces) and not has_figure(line.text) and not is_caption(line.text)
    return near and apart and short and _bold(line.words) and _bold(below.words)


def _limits(lines: Sequence[Line], rivers: Sequence[River]) -> list[float]:
    """Return how far to the right each column's text goes."""
    limits = [0.0] * (len(rivers) + 1)
    for line in lines:
        for column, words in cells_of(line, rivers).items():
            limits[column] = max(limits[column], *(word.box.x1 for word in words))
    return limits


def _usual_pitch(lines: Sequence[Line], rivers: Sequence[River]) -> float:
    """Return the usual distance between lines that both have a label, 0 where there are none."""
    pairs = [pair for pair in pairwise(lines) if all(column_of(line.words[0], rivers) == 0 for line in pair)]
    return median(below.baseline - line.baseline for line, below in pairs) if pairs else 0.0


def _continues(row: Parts, parts: dict[int, Line], room: _Room) -> bool:
    """Tell whether a line goes on in the cells of the row before it."""
    size = max(part.size for part in parts.values())
    distance = min(part.baseline for part in parts.values()) - max(line.baseline for lines in row.values() for line in lines)
    if distance < SAME_ROW_WITHIN * size:
        return not any(column in row and distance <= 0 for column in parts)
    if distance > WRAPPED_WITHIN * size:
        return False
    if room.labelled or (0 in row and row.keys().isdisjoint(parts)):
        return not room.labelled or 0 not in parts
    begun = all(column in row for column in parts)
    if begun and 0 not in parts and (distance <= TIGHTER * room.pitch or all(_finishes(row[at][-1], part) for at, part in parts.items())):
        return True
    if len(row) == 1 and len(parts) > 1:
        (column, before), *_ = row.items()
        return column in parts and _wraps(before[-1], parts[column], column, room) and not _is_under(before[-1], parts[column], room)
    if begun and _all_run_on(row, parts, room):
        return True
    if not begun or not all(_wraps(row[column][-1], part, column, room) for column, part in parts.items()):
        return False
    return len(parts) == 1 or not (_begins_anew(parts.get(0)) or any(has_figure(part.text) for part in parts.values()))


def _all_run_on(row: Parts, parts: dict[int, Line], room: _Room) -> bool:
    """Tell whether every cell after the label goes on with a small letter, for want of room: so does the label, whatever it is."""
    others = [(row[column][-1], part, room.limits[column]) for column, part in parts.items() if column]
    full = [before.box.x1 + SPACE * before.size + part.words[0].box.width > limit for before, part, limit in others]
    small = all(part.text[0].islower() and before.text[-1] not in ".:!?" for before, part, _ in others)
    if not others or 0 not in parts or parts[0].text[0].isupper() or not all(full) or not small:
        return False
    return len(others) > 1 or (row[0][-1].text.isalpha() and parts[0].text.isdecimal())


def _is_under(heading: Line, label: Line, room: _Room) -> bool:
    """Tell whether a label is set in under a heading of a group, as those of other rows are."""
    inwards = label.box.x0 - heading.box.x0 > LEVEL_WITHIN and not label.text[0].islower()
    return inwards and any(abs(label.box.x0 - place) <= 1 for place in room.begins)


def _begins_anew(label: Line | None) -> bool:
    return label is not None and not label.text[0].islower()


def _finishes(before: Line, after: Line) -> bool:
    """Tell whether a figure goes on in the line below: "304" over "262 tkr"."""
    return bool(GROUP.match(after.text)) and before.text[-1:].isdigit()


def _wraps(before: Line, after: Line, column: int, room: _Room) -> bool:
    """Tell whether a cell's line goes on in the line below: by the words, or because the next word had no room."""
    first = after.words[0]
    if _bold(before.words) != _bold(after.words) or is_item(after) or first.text[0] in "0123456789<>":
        return False
    if first.text[0].islower() or before.text.endswith(UNFINISHED):
        return True
    needed = before.box.x1 + SPACE * before.size + first.box.width
    limit = room.limits[column]
    if needed <= limit:
        return False
    widest = room.rivers[column].x1 - before.size if column < len(room.rivers) else limit
    return before.box.x1 < limit - 0.1 or needed > widest


def _bold(words: Sequence[Word]) -> bool:
    return all(word.bold for word in words)


def _cells(row: Parts, columns: int) -> tuple[GridCell, ...]:
    parts = {column: tuple(own for line in lines for own in lines_in(line.words, line.page)) for column, lines in row.items()}
    return tuple(GridCell(parts.get(column, ()), column) for column in range(columns))
