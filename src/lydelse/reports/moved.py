"""Which paragraphs of a marked document are the two ends of a move, by their paths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lydelse.model.change import Comparison, Moved, Unit
from lydelse.model.document import Document
from lydelse.model.section import Block
from lydelse.model.table import Row, Table
from lydelse.model.text import Kind, Mark, Paragraph

_ENDS = (Mark.STRUCK, Mark.INSERTED)


def moves_in(comparison: Comparison) -> Mapping[str, str]:
    """Return the name of the move for the path of each paragraph that moved: both ends of a move have one name.

    A move has its two ends only where the whole part is struck in one place and inserted in the other; rows and columns have none.
    """
    found: dict[str, str] = {}
    moved = [change for change in comparison.changes if isinstance(change, Moved)]
    for number, change in enumerate(moved, 1):
        ends = [
            list(_paths(comparison.redline, change.unit, place.path, mark))
            for place, mark in ((change.place_before, Mark.STRUCK), (change.place, Mark.INSERTED))
        ]
        if all(ends):
            found.update(dict.fromkeys((path for end in ends for path in end), f"move{number}"))
    return found


def moved_rows_in(comparison: Comparison) -> Mapping[tuple[Mark, str], str]:
    """Return the name of the move for each row that moved, by its mark and the path of each cell in it."""
    found: dict[tuple[Mark, str], str] = {}
    moved = [change for change in comparison.changes if isinstance(change, Moved)]
    rows = [row for block in comparison.redline.blocks if isinstance(block, Table) for row in block.rows if row.mark is not Mark.KEPT]
    for number, change in enumerate(moved, 1):
        if change.unit is Unit.ROW:
            ends = [
                next((paths for row in rows if row.mark is mark and place.path in (paths := paths_of(row))), ())
                for place, mark in ((change.place_before, Mark.STRUCK), (change.place, Mark.INSERTED))
            ]
            if all(ends):
                found |= {(mark, path): f"move{number}" for paths, mark in zip(ends, _ENDS, strict=True) for path in paths}
    return found


def paths_of(row: Row) -> tuple[str, ...]:
    """Return the paths of the cells of a row that have text."""
    return tuple(paragraph.place.path for cell in row.cells for paragraph in cell.paragraphs[:1] if paragraph.place.path)


def _paths(redline: Document, unit: Unit, path: str, mark: Mark) -> Iterator[str]:
    """Yield the paths of the paragraphs that one end of a move is, none where not all of it is marked so."""
    for section in redline.sections:
        if section.blocks and any(block.place.path == path for block in section.blocks):
            blocks = section.blocks if unit is Unit.SECTION else tuple(each for each in section.blocks if each.place.path == path)
            if all(_is_wholly(block, mark) for block in blocks):
                yield from (each.place.path for each in blocks if isinstance(each, Paragraph) and each.kind is not Kind.FOOTNOTE)


def _is_wholly(block: Block, mark: Mark) -> bool:
    if isinstance(block, Table):
        return all(row.mark is mark for row in block.rows)
    return block.ending is mark and all(run.mark is mark for run in block.runs)
