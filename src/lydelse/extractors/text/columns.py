"""Tables whose cells were copied out one to a line: cell after cell, or a whole column and then the next."""

from __future__ import annotations

from lydelse.extractors.outline import heading_level
from lydelse.extractors.text.lines import Line
from lydelse.extractors.text.rows import LABEL_MAY_BE, RowLine, is_bare, is_dash, row_of
from lydelse.extractors.text.tables import FoundTable, table_of, table_of_cells
from lydelse.patterns import compiled

_ROWS_FROM = 3  # rows: fewer are no table for certain
_ENDS_SENTENCE = compiled(r"[.:;!?]$")


def scattered_table_at(lines: list[Line], at: int) -> FoundTable | None:
    """Return the table of one column of labels and one of figures whose cells stand on lines of their own; None where there is none."""
    return _cell_by_cell(lines, at) or _column_by_column(lines, at)


def _cell_by_cell(lines: list[Line], at: int) -> FoundTable | None:
    """Read "Ålder", "Vikt", "0–4", "1,04", "5–9", "0,33" ..., each on its line; the two headers may be missing."""
    rows: list[RowLine] = []
    header: list[str] = []
    end = at
    while end < len(lines):
        cells, figures = _cells_before_figures(lines, end)
        if figures is None or len(cells) not in ((1, 3) if not rows else (1,)):
            break
        header = cells[:-1] or header
        rows.append(RowLine(cells[-1], _values(lines[figures])))
        end = figures + 1
    found = len(rows) >= _ROWS_FROM and not _loose_figures_below(lines, end)
    return FoundTable(table_of(header, rows, lines[at].page), end) if found else None


def _loose_figures_below(lines: list[Line], at: int) -> bool:
    """Tell whether figures without labels follow before the next sentence: then the cells above were paired by chance."""
    loose = 0
    while at < len(lines) and loose < _ROWS_FROM and (is_bare(lines[at]) or _can_be_cell(lines[at])):
        loose = loose + 1 if is_bare(lines[at]) else 0
        at += 1
    return loose >= _ROWS_FROM


def _cells_before_figures(lines: list[Line], at: int) -> tuple[list[str], int | None]:
    """Return the cells from a line on, and where the line of figures alone that follows them stands."""
    cells: list[str] = []
    for place in range(at, min(at + 6, len(lines))):
        line = lines[place]
        if is_bare(line):
            return cells, place
        if not _can_be_cell(line):
            return [], None
        if cells and not line.after_gap and (line.text[0].islower() or cells[-1].endswith((",", "-"))):
            cells[-1] = f"{cells[-1]} {line.text}"
        else:
            cells.append(line.text)
    return [], None


def _column_by_column(lines: list[Line], at: int) -> FoundTable | None:
    """Read a block of labels and then blocks of as many figures, each with its header first or none; blocks that differ are no table."""
    labels_end = end = _block_end(lines, at)
    columns: list[tuple[list[str], list[str]]] = []
    while end < len(lines) and (column := _column(lines[end : _block_end(lines, end)])):
        columns.append(column)
        end = _block_end(lines, end)
    if not columns or len({(len(figures), bool(titles)) for titles, figures in columns}) > 1 or len(columns[0][1]) < _ROWS_FROM:
        return None
    titled = bool(columns[0][0])
    labels = _labels(lines[at:labels_end], len(columns[0][1]) + titled)
    if not labels:
        return None
    header = [labels.pop(0), *(" ".join(titles) for titles, _ in columns)] if titled else []
    figures = [figures for _, figures in columns]
    if header:
        return FoundTable(table_of_cells(header, list(zip(labels, *figures, strict=True)), lines[at].page), end)
    rows = [RowLine(label, tuple(values)) for label, *values in zip(labels, *figures, strict=True)]
    return FoundTable(table_of([], rows, lines[at].page), end)


def _column(lines: list[Line]) -> tuple[list[str], list[str]] | None:
    """Return the titles and the figures of a block that is titles, possibly none, and then figures or dashes; None for other blocks."""
    first = next((at for at, line in enumerate(lines) if is_bare(line)), len(lines))
    figures = [line.text for line in lines[first:]]
    titles = [line.text for line in lines[:first]]
    alike = all(is_bare(line) or is_dash(line.text) for line in lines[first:])
    return (titles, figures) if figures and alike and all(map(_can_be_title, titles)) else None


def _labels(lines: list[Line], wanted: int) -> list[str] | None:
    """Return the lines of a block as so many labels, wrapped ones joined; None where they do not come to that number."""
    if not all(map(_can_be_cell, lines)) or len(lines) < wanted:
        return None
    labels: list[str] = []
    for line in lines:
        goes_on = bool(labels) and (
            line.text[0].islower() or labels[-1].endswith((",", "-")) or labels[-1].count("(") > labels[-1].count(")")
        )
        if goes_on:
            labels[-1] = f"{labels[-1]} {line.text}"
        else:
            labels.append(line.text)
    return labels if len(labels) == wanted else None


def _block_end(lines: list[Line], at: int) -> int:
    end = at + 1
    while end < len(lines) and not lines[end].after_gap:
        end += 1
    return end


def _values(line: Line) -> tuple[str, ...]:
    row = row_of(line)
    return row.all_values if row else ()


def _can_be_cell(line: Line) -> bool:
    return len(line.text) <= LABEL_MAY_BE and not _ENDS_SENTENCE.search(line.text) and not heading_level(line.text) and not is_bare(line)


def _can_be_title(text: str) -> bool:
    return len(text) <= LABEL_MAY_BE / 2 and not _ENDS_SENTENCE.search(text)
