"""Tables whose cells were copied out one to a line: cell after cell, or a whole column and then the next."""

from __future__ import annotations

import re

from lydelse.extractors.outline import heading_level
from lydelse.extractors.text.lines import Line
from lydelse.extractors.text.rows import LABEL_MAY_BE, RowLine, row_of
from lydelse.extractors.text.tables import FoundTable, table_of

_ROWS_FROM = 3  # rows: fewer are no table for certain
_ENDS_SENTENCE = re.compile(r"[.:;!?]$")


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
    return FoundTable(table_of(header, rows, lines[at].page), end) if len(rows) >= _ROWS_FROM else None


def _cells_before_figures(lines: list[Line], at: int) -> tuple[list[str], int | None]:
    """Return the cells from a line on, and where the line of figures alone that follows them stands."""
    cells: list[str] = []
    for place in range(at, min(at + 6, len(lines))):
        line = lines[place]
        if _is_bare(line):
            return cells, place
        if not _can_be_cell(line):
            return [], None
        if cells and not line.after_gap and (line.text[0].islower() or cells[-1].endswith((",", "-"))):
            cells[-1] = f"{cells[-1]} {line.text}"
        else:
            cells.append(line.text)
    return [], None


def _column_by_column(lines: list[Line], at: int) -> FoundTable | None:
    """Read a block of labels and then a block of as many figures, each with its header first or none."""
    labels_end = _block_end(lines, at)
    figures_end = _block_end(lines, labels_end) if labels_end < len(lines) else labels_end
    figures = [place for place in range(labels_end, figures_end) if _is_bare(lines[place])]
    titles = [lines[place].text for place in range(labels_end, figures_end) if place not in figures]
    if len(figures) < _ROWS_FROM or (titles and (figures[0] != labels_end + len(titles) or not all(map(_can_be_title, titles)))):
        return None
    wanted = len(figures) + bool(titles)
    labels = _labels(lines[at:labels_end], wanted)
    if not labels:
        return None
    header = [labels.pop(0), " ".join(titles)] if titles else []
    rows = [RowLine(label, _values(lines[place])) for label, place in zip(labels, figures, strict=True)]
    return FoundTable(table_of(header, rows, lines[at].page), figures_end)


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


def _is_bare(line: Line) -> bool:
    row = row_of(line)
    return row is not None and row.bare


def _values(line: Line) -> tuple[str, ...]:
    row = row_of(line)
    return row.all_values if row else ()


def _can_be_cell(line: Line) -> bool:
    return len(line.text) <= LABEL_MAY_BE and not _ENDS_SENTENCE.search(line.text) and not heading_level(line.text) and not _is_bare(line)


def _can_be_title(text: str) -> bool:
    return len(text) <= LABEL_MAY_BE / 2 and not _ENDS_SENTENCE.search(text)
