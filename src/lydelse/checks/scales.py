"""The scales of a table: which of its columns divide a scale between their rows, and which rows belong to one scale.

A column may hold several scales: one for each value of another column (ages for women, then for men), one for each unit, one under
each header or heading row, or simply one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby, pairwise

from lydelse.checks.bracket_rows import BracketRow, Scale, rising, shared_by, step_of
from lydelse.checks.rule import Subject
from lydelse.differ.grid import Seat, header_rows, names_of, seats_of
from lydelse.figures.statements.brackets import bracket_of
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.finding import Passage
from lydelse.model.table import Cell, Table
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

FEWEST_ROWS = 3
SHARE_OF_ROWS = 0.8
"""How many of the labels of a column must be brackets for the column to be a scale; totals are no labels."""

_CLOCK = compiled(
    r"(?<!\w)(?:[^\W\d_]*öppet[^\W\d_]*|tid(?:er|en|punkt)?|klockslag|kl|datum|period(?:er|en)?|dag(?:ar)?)(?!\w)", re.IGNORECASE
)
_DURATION = compiled(r"(?<!\w)(?:min(?:uter)?|tim(?:mar)?|h|dagar|dygn|veckor|mån(?:ader)?|år|antal)(?!\w)", re.IGNORECASE)
_ZERO_FIRST = compiled(r"(?<![\d,.])(?<!\d\s)0\d")
_OTHERS = compiled(r"(?:alla\s+)?(?:övrig|andra|annat|annan|rest)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of a table that stand under the same headers."""

    columns: dict[int, str]
    rows: list[list[Seat]]


def scales_of(subject: Subject, table: Table) -> tuple[Scale, ...]:
    """Return the scales of a table of a subject's documents; each table is read once, whichever rules ask for it."""
    known = subject.once(_scales_known)
    if id(table) not in known:
        known[id(table)] = tuple(scales_in(table))
    return known[id(table)]


def _scales_known(_subject: Subject) -> dict[int, tuple[Scale, ...]]:
    """Return where the scales that were asked for are kept, by the table."""
    return {}


def scales_in(table: Table) -> Iterator[Scale]:
    """Yield the scales of a table of the later version."""
    for part in _parts(table):
        for column in sorted({seat.column for seats in part.rows for seat in seats}):
            yield from _scales_of(part, column)


def _parts(table: Table) -> Iterator[_Part]:
    """Yield the parts of a table: a row of headers begins one, and so does a heading among the rows ("Kvinnor")."""
    headers, columns = header_rows(table), dict(names_of(table, Version.AFTER).columns)
    rows: list[list[Seat]] = []
    for at_row, group in groupby(seats_of(table), key=lambda seat: seat.at_row):
        seats = [*group]
        if at_row < headers:
            continue
        is_header = all(seat.cell.header for seat in seats)
        if not is_header and not _is_heading(seats):
            rows.append(seats)
            continue
        yield _Part(columns, rows)
        rows = []
        if is_header:
            columns = {seat.column: " ".join(_text(seat).split()) for seat in seats}
    yield _Part(columns, rows)


def _is_heading(seats: list[Seat]) -> bool:
    texts = [_text(seat) for seat in seats]
    return bool(texts[0]) and not any(texts[1:]) and (len(seats) > 1 or seats[0].cell.colspan > 1) and bracket_of(texts[0]) is None


def _scales_of(part: _Part, column: int) -> Iterator[Scale]:
    labels = [(seats, seat) for seats in part.rows for seat in seats if seat.column == column and not _is_empty_or_total(seat)]
    rows = [row for seats, seat in labels if (row := _bracket_row(seats, seat))]
    header = part.columns.get(column, "")
    if len(rows) < FEWEST_ROWS or len(rows) < SHARE_OF_ROWS * len(labels) or _are_times(rows, header):
        return
    read = {row.at_row for row in rows}
    unread = [(seat.at_row, _text(seat)) for _, seat in labels if seat.at_row not in read]
    others = any(_OTHERS.match(text) for _, text in unread)
    told: set[tuple[object, ...]] = set()
    for scale in (each for same in _by_unit(rows) for each in _divided(same, part, column)):
        ends = tuple((row.ends, row.bracket.unit) for row in scale)
        if len(scale) > 1 and ends not in told and any(None not in row.ends for row in scale):
            told.add(ends)
            yield Scale(tuple(rising(scale)), header, step_of(scale), frozenset(at for at, _ in unread), others)


def _are_times(rows: list[BracketRow], header: str) -> bool:
    """Tell whether rows are for hours of the clock or for years, which meet without overlapping."""
    ends = [end for row in rows for end in row.ends if end is not None]
    years = all(1990 <= end <= 2099 for end in ends) and not any(" " in row.bracket.literal.strip()[:5] for row in rows)
    told = " ".join((header, *(row.bracket.unit for row in rows)))
    clock = _CLOCK.search(header) is not None and _DURATION.search(told) is None
    return years or clock or any(_ZERO_FIRST.search(row.bracket.literal) for row in rows)


def _by_unit(rows: list[BracketRow]) -> Iterable[list[BracketRow]]:
    """Return the rows of each unit; those that name none belong to the only one that the others name."""
    units: dict[str, list[BracketRow]] = {}
    for row in rows:
        units.setdefault(row.bracket.unit.casefold().partition(" ")[0].rstrip("."), []).append(row)
    return [rows] if len(units.keys() - {""}) < 2 else units.values()


def _divided(rows: list[BracketRow], part: _Part, column: int) -> Iterator[list[BracketRow]]:
    """Yield the rows of each scale, nothing of rows whose order is not understood."""
    if not _repeats(rows) and (_overlap_nowhere(rows) or _keeps_rising(rows)):
        yield rows
        return
    for same in _told_apart(rows, part, column):
        if not _repeats(same) and (_overlap_nowhere(same) or _keeps_rising(same)):
            yield same
        else:
            yield from _one_after_the_other(same)


def _told_apart(rows: list[BracketRow], part: _Part, column: int) -> Iterable[list[BracketRow]]:
    """Return the rows for each combination of what other columns say, of those columns that say the same of several rows."""
    at_rows = {row.at_row for row in rows}
    said: dict[int, list[str]] = {row.at_row: [] for row in rows}
    for other in sorted({seat.column for seats in part.rows for seat in seats} - {column}):
        texts = _filled(part, other)
        mine = [texts.get(at_row, "") for at_row in sorted(at_rows)]
        if 1 < len(set(mine)) <= len(mine) / 2 and all(map(_tells_apart, mine)):
            for at_row in at_rows:
                said[at_row].append(texts[at_row])
    groups: dict[str, list[BracketRow]] = {}
    for row in rows:
        apart = ", ".join(said[row.at_row])
        groups.setdefault(apart, []).append(replace(row, apart=apart))
    return groups.values()


def _filled(part: _Part, column: int) -> dict[int, str]:
    """Return what a column says of each row; an empty cell says what the one above it does."""
    texts: dict[int, str] = {}
    last = ""
    for seats in part.rows:
        last = next((text for seat in seats if seat.column == column and (text := _text(seat))), last)
        texts[seats[0].at_row] = last
    return texts


def _tells_apart(text: str) -> bool:
    return bracket_of(text) is not None or (bool(text) and not text[0].isdigit() and any(sign.isalpha() for sign in text))


def _one_after_the_other(rows: list[BracketRow]) -> Iterator[list[BracketRow]]:
    """Yield the scales that begin again at the bottom of the former, identical rows once; nothing where the rows begin elsewhere."""
    runs: list[list[BracketRow]] = []
    for row in rows if _rises(rows) else [*reversed(rows)]:
        if runs and row.ends == runs[-1][-1].ends:
            continue
        if runs and rising([runs[-1][-1], row])[0] is not row:
            runs[-1].append(row)
        else:
            runs.append([row])
    lowest = [run[0].bracket.lower for run in runs]
    if all(low == lowest[0] or low is None or (lowest[0] is not None and low <= lowest[0]) for low in lowest):
        yield from (run for run in runs if len(run) > 1)


def _repeats(rows: list[BracketRow]) -> bool:
    return len({row.ends for row in rows}) < len(rows)


def _overlap_nowhere(rows: list[BracketRow]) -> bool:
    return all(shared_by(below, above, step_of(rows)) is None for below, above in pairwise(rising(rows)))


def _keeps_rising(rows: list[BracketRow]) -> bool:
    return rows in (rising(rows), rising(rows)[::-1])


def _rises(rows: list[BracketRow]) -> bool:
    up = sum(rising([one, other])[0] is one for one, other in pairwise(rows))
    return 2 * up >= len(rows) - 1


def _bracket_row(seats: list[Seat], seat: Seat) -> BracketRow | None:
    bracket = bracket_of(_text(seat))
    if bracket is None:
        return None
    beside = [text for other in seats if other.column > seat.column and (text := _text(other))]
    given = next((text for text in beside if text[0].isdigit()), beside[0] if beside else "")
    return BracketRow(bracket, _passage(seat.cell), given, seat.at_row)


def _is_empty_or_total(seat: Seat) -> bool:
    text = _text(seat)
    return not text or is_total_label(text)


def _text(seat: Seat) -> str:
    return seat.cell.text(Version.AFTER).strip()


def _passage(cell: Cell) -> Passage:
    return Passage(cell.paragraphs[0].place, cell.text(Version.AFTER))
