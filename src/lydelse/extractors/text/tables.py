"""Tables in lines of text: which lines belong to one, its header, its wrapped labels."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from lydelse.extractors.outline import heading_level
from lydelse.extractors.text.lines import Line
from lydelse.extractors.text.rows import LABEL_MAY_BE, RowLine, row_of
from lydelse.model.place import Place
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Paragraph, Run
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

_HEADER_LINES = 4  # a header wraps over a few lines at most
_HEADER_MAY_BE = 90  # characters, all its lines together
_LABEL_LINES = 3  # a row's label wraps over a few lines at most
_ENDS_SENTENCE = compiled(r"[.:;!?]$")
_RULED = compiled(r"\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?")
_COLUMN = compiled(r"(?<!\S)(?=[A-ZÅÄÖ]|(?:19|20)\d\d(?!\S))")


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table and the line after its last. ``header_columns`` is 0 where it has no header."""

    table: Table
    end: int


def table_at(lines: list[Line], at: int) -> FoundTable | None:
    """Return the table that begins at a line, its header included; None where none does."""
    if _is_piped(lines, at):
        return _piped_table(lines, at)
    header = _header_at(lines, at)
    first = at + len(header)
    rows, end = _rows_from(lines, first, headed=bool(header))
    whole_block = end == len(lines) or lines[end].after_gap
    if len(rows) < 2 or (len(rows) < 3 and not header and not all(row.wide or (whole_block and row.has_unit) for row in rows)):
        return None
    columns = _columns_of(header)
    aligned = _aligned(rows, columns)
    if _is_caption(columns, aligned) or _only_counts(rows):
        return None
    return FoundTable(_table(columns, aligned, lines[at].page), end)


def table_of(header: list[str], rows: list[RowLine], page: int | None) -> Table:
    """Return rows below a header, [] where there is none, as a table; figures share a cell where the header counts fewer."""
    return _table(header, _aligned(rows, header), page)


def table_of_cells(header: list[str], rows: list[tuple[str, ...]], page: int | None) -> Table:
    """Return a table of cells that are known, "" for an empty one, below their header."""
    place = Place(page=page)
    return Table((_row(tuple(header), len(header), place, header=True), *(_row(row, len(header), place) for row in rows)), place)


def _is_caption(columns: list[str], rows: list[RowLine]) -> bool:
    """Tell whether what looks like a header names years that the rows have no figures for: "Belopp 2025 2026" above single prices."""
    surplus = len(columns) - 1 - max(len(row.values) for row in rows)
    return surplus > 0 and any(re.fullmatch(r"(?:19|20)\d\d", column) for column in columns)


def _only_counts(rows: list[RowLine]) -> bool:
    """Tell whether the rows are one name with numbers that count it: "Grupp 1", "Grupp 2" are labels, not figures."""
    numbers = [row.values[0] for row in rows if len(row.values) == 1 and row.values[0].isdigit()]
    counts = len(numbers) == len(rows) and all(int(below) - int(above) == 1 for above, below in pairwise(numbers))
    return counts and len({row.label for row in rows}) == 1


def _header_at(lines: list[Line], at: int) -> list[Line]:
    """Return the lines of a header that begins here with rows right below it, possibly after one empty line; [] where none does."""
    header: list[Line] = []
    for line in lines[at : at + _HEADER_LINES + 1]:
        if row_of(line) and not _looks_like_header(line):
            break
        if _ENDS_SENTENCE.search(line.text) or (header and line.after_gap) or heading_level(line.text) or _is_between_pipes(line):
            return []
        header.append(line)
    else:
        return []
    whole = " ".join(line.text for line in header)
    if not header or len(header) > _HEADER_LINES or len(whole) > _HEADER_MAY_BE or len(_columns_of(header)) < 2:
        return []
    return header


def _looks_like_header(line: Line) -> bool:
    years = re.findall(r"(?<!\S)(?:19|20)\d\d(?!\S)", line.text)
    return len(years) > 1 and not re.search(r"\d,\d|\d \d{3}", line.text)


def _columns_of(header: list[Line]) -> list[str]:
    """Return the header's cells: parted by wide gaps where all its lines have them, else at capitals and years."""
    if len(header) == 1 and re.search(r"\s{2,}|\t", header[0].raw):
        return [cell for cell in re.split(r"\s{2,}|\t+", header[0].raw) if cell]
    whole = " ".join(line.text for line in header)
    return [column.strip() for column in _COLUMN.split(whole) if column.strip()]


def _rows_from(lines: list[Line], at: int, *, headed: bool) -> tuple[list[RowLine], int]:
    rows: list[RowLine] = []
    end = at
    while end < len(lines):
        row = row_of(lines[end])
        if row and row.label and (not rows or _goes_on(lines[end], row, rows, headed=headed)):
            rows.append(row)
            end += 1
            continue
        wrapped = _wrapped_row(lines, end) if rows or headed else None
        if wrapped:
            rows.append(wrapped[0])
            end = wrapped[1]
        elif rows and not lines[end].after_gap and lines[end].text.startswith("("):
            rows[-1] = replace(rows[-1], label=f"{rows[-1].label} {lines[end].text}")
            end += 1
        elif rows and (textual := _textual_row(lines, end)):
            rows.append(textual)
            end += 1
        else:
            break
    return rows, end


def _goes_on(line: Line, row: RowLine, rows: list[RowLine], *, headed: bool) -> bool:
    """Tell whether a row is of the same table as those above; after an empty line that is not given, after a page's end it is."""
    if not line.after_gap or line.turns:
        return True
    return (row.wide and rows[-1].wide) or (headed and len(row.values) == len(rows[-1].values) and not heading_level(line.text))


def _wrapped_row(lines: list[Line], at: int) -> tuple[RowLine, int] | None:
    """Return a row whose label runs over several lines, its figures at the end of the last or on a line of their own."""
    label: list[str] = []
    for end in range(at, min(at + _LABEL_LINES + 1, len(lines))):
        line = lines[end]
        row = row_of(line)
        if label and row and row.bare:
            return RowLine(" ".join(label), row.all_values), end + 1
        goes_on = bool(label) and (line.text[0].islower() or label[-1].endswith((",", "-")))
        if (label and not goes_on) or (row and row.bare):
            return None
        if row and label and not line.after_gap:
            return replace(row, label=" ".join([*label, row.label])), end + 1
        if _ENDS_SENTENCE.search(line.text) or (label and line.after_gap) or heading_level(line.text):
            return None
        label.append(line.text)
        if sum(map(len, label)) > LABEL_MAY_BE:
            return None
    return None


def _textual_row(lines: list[Line], at: int) -> RowLine | None:
    """Return a line among the rows that says its value in words ("Enligt särskild taxa")."""
    line = lines[at]
    below = row_of(lines[at + 1]) if at + 1 < len(lines) and not lines[at + 1].after_gap else None
    match = re.fullmatch(r"(.+?[a-zåäö)]) ([A-ZÅÄÖ][a-zåäö].*)", line.text)
    if line.after_gap or not below or below.bare or not match or _ENDS_SENTENCE.search(line.text):
        return None
    return RowLine(match[1], (match[2],))


def _aligned(rows: list[RowLine], columns: list[str]) -> list[RowLine]:
    """Return the rows with as many figures as most of them have; where the header counts fewer, figures share a cell."""
    rows = _labels_finished(rows)
    stated = len(columns) - 1
    parted = [row.split_into(stated) for row in rows] if stated > 1 else []
    if parted and all(parted):
        return [row for row in parted if row]
    usual = Counter(len(row.values) for row in rows).most_common(1)[0][0]
    aligned = [row.with_values(usual) if row.label else row for row in rows]
    if stated < 1 or stated >= usual:
        return aligned
    each = usual // stated if usual % stated == 0 else 0
    return [_sharing(row, stated, each) for row in aligned]


def _labels_finished(rows: list[RowLine]) -> list[RowLine]:
    """Return the rows with the figure of a label given back to it: "Plus 100 | 250 260" where all other labels have figures."""
    without = [at for at, row in enumerate(rows) if not any(character.isdigit() for character in row.label)]
    usual = Counter(row.groups for row in rows).most_common(1)[0][0]
    if not rows or len(without) > len(rows) / 3:
        return rows
    return [row.with_groups(usual) if at in without and row.groups > usual else row for at, row in enumerate(rows)]


def _sharing(row: RowLine, columns: int, each: int) -> RowLine:
    """Return the row with its figures in ``columns`` cells of ``each``; all in one cell where they do not divide."""
    if not each or len(row.values) != columns * each:
        return replace(row, values=(row.together(0, len(row.values)),) if len(row.values) > columns else row.values)
    cells = (row.together(at * each, (at + 1) * each) for at in range(columns))
    return replace(row, values=tuple(cells))


def _table(columns: list[str], rows: list[RowLine], page: int | None) -> Table:
    width = max(len(row.values) for row in rows) + 1
    place = Place(page=page)
    body = [_row((row.label, *row.values), width, place) for row in rows]
    if not columns:
        return Table(tuple(body), place)
    surplus = len(columns) - width
    titles = [" ".join(columns[: surplus + 1]), *columns[surplus + 1 :]] if surplus > 0 else columns
    if len(titles) == width - 1:
        titles = ["", *titles]
    return Table((_row(tuple(titles), width, place, header=True), *body), place)


def _row(texts: tuple[str, ...], width: int, place: Place, *, header: bool = False) -> Row:
    padded = [*texts, *[""] * (width - len(texts))]
    return Row(tuple(Cell((Paragraph((Run(text),), place=place),) if text else (), header=header) for text in padded))


def _is_piped(lines: list[Line], at: int) -> bool:
    """Tell whether a table of Markdown begins at a line; without bars at the ends of its rows a line of rules tells it."""
    ruled = at + 1 < len(lines) and not lines[at + 1].after_gap and _RULED.fullmatch(lines[at + 1].text) is not None
    return _is_between_pipes(lines[at]) or (ruled and "|" in lines[at].text)


def _is_between_pipes(line: Line) -> bool:
    return line.text.startswith("|") and line.text.count("|") > 1


def _piped_table(lines: list[Line], at: int) -> FoundTable | None:
    """Return a table of Markdown: rows between vertical bars, the first a header where a ruled row follows it."""
    end = at
    while end < len(lines) and "|" in lines[end].text and (end == at or not lines[end].after_gap):
        end += 1
    cells = [[cell.strip() for cell in line.text.strip("|").split("|")] for line in lines[at:end]]
    ruled = len(cells) > 1 and all(re.fullmatch(r":?-{2,}:?", cell) for cell in cells[1])
    width = max(map(len, cells))
    place = Place(page=lines[at].page)
    rows = [_row(tuple(row), width, place, header=ruled and number == 0) for number, row in enumerate(cells) if not (ruled and number == 1)]
    return FoundTable(Table(tuple(rows), place), end)
