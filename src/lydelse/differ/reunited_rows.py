"""Rows that moved within a table, or with a table that was divided or joined, once each, where they stand in the later version."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lydelse.differ.blocks import MarkedParagraph
from lydelse.differ.readable import unmarked_row
from lydelse.differ.tables import reworded_table
from lydelse.model.change import Change, Merged, Moved, Split, Unit
from lydelse.model.document import Document
from lydelse.model.section import Block
from lydelse.model.table import Row, Table
from lydelse.model.text import Mark, Version
from lydelse.records import dataclass, field, replace


@dataclass
class _Rows:
    """The rows of a redline by their path, those that are left out of it, and those that stand for others."""

    by_path: dict[str, Row]
    gone: set[int] = field(default_factory=set)
    made: dict[int, Row] = field(default_factory=dict)
    paragraphs: list[MarkedParagraph] = field(default_factory=list)

    def reunite(self, before: Row, after: Row) -> None:
        """Let one row stand for the two that it is in the two versions."""
        table = reworded_table(Table((unmarked_row(before),)), Table((unmarked_row(after),)))
        if table and len(table.table.rows) == 1:
            self.gone.add(id(before))
            self.made[id(after)] = table.table.rows[0]
            self.paragraphs.extend(table.paragraphs)


def with_rows_reunited(redline: Document, changes: Sequence[Change]) -> tuple[Document, list[MarkedParagraph]]:
    """Return the redline with each moved row in its later place only, and the paragraphs that were made for that."""
    moved = [change for change in changes if isinstance(change, Moved | Split | Merged) and change.unit in {Unit.ROW, Unit.TABLE}]
    if not moved:
        return redline, []
    tables = {block.place.path: block for block in redline.blocks if isinstance(block, Table)}
    rows = _Rows({f"{path}/r{at}": row for path, table in tables.items() for at, row in enumerate(table.rows, 1)})
    for change in moved:
        if isinstance(change, Moved) and change.unit is Unit.ROW:
            before, after = (rows.by_path.get(place.path.rpartition("/")[0]) for place in (change.place_before, change.place))
            if before and after:
                rows.reunite(before, after)
        elif isinstance(change, Split | Merged):
            _reunite_tables(change, tables, rows)
    sections = tuple(replace(section, blocks=tuple(_blocks(section.blocks, rows))) for section in redline.sections)
    return replace(redline, sections=sections), rows.paragraphs


def _reunite_tables(change: Split | Merged, tables: Mapping[str, Table], rows: _Rows) -> None:
    """Reunite the rows that went to a new table, or came from one that is gone; its head is then no change of any amount."""
    one, other = (tables.get(place.path.partition("/r")[0]) for place in (change.place_before, change.place))
    if one is None or other is None:
        return
    struck, inserted = (
        {name: row for row in table.rows if row.mark is mark and (name := _name(row)) and names[name] == 1}
        for table, mark in ((one, Mark.STRUCK), (other, Mark.INSERTED))
        for names in [Counter(_name(row) for row in table.rows if row.mark is mark)]
    )
    for name in [name for name in struck if name in inserted]:
        rows.reunite(struck[name], inserted[name])
    if isinstance(change, Split):
        rows.made.update({id(row): unmarked_row(row) for row in other.rows if _is_head(row) and id(row) not in rows.made})


def _name(row: Row) -> str:
    return "" if _is_head(row) or not row.cells else " ".join(row.cells[0].text(_version(row)).lower().split())


def _version(row: Row) -> Version:
    return Version.BEFORE if row.mark is Mark.STRUCK else Version.AFTER


def _is_head(row: Row) -> bool:
    return bool(row.cells) and all(cell.header for cell in row.cells)


def _blocks(blocks: Sequence[Block], rows: _Rows) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Table) and any(id(row) in rows.gone or id(row) in rows.made for row in block.rows):
            kept = tuple(rows.made.get(id(row), row) for row in block.rows if id(row) not in rows.gone)
            yield replace(block, rows=kept)
        else:
            yield block
