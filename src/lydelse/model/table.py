"""Tables: rows of cells of paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.model.place import Place
from lydelse.model.text import Mark, Paragraph, Version
from lydelse.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. ``mark`` is that of the cell itself (a column struck or inserted), not of its text."""

    paragraphs: tuple[Paragraph, ...]
    header: bool = False
    colspan: int = 1
    rowspan: int = 1
    mark: Mark = Mark.KEPT

    def holding(self, paragraphs: tuple[Paragraph, ...]) -> Cell:
        """Return the cell with other paragraphs."""
        return Cell(paragraphs, self.header, self.colspan, self.rowspan, self.mark)

    def text(self, version: Version) -> str:
        """Return the cell's tidied text in one version, its paragraphs joined with a line feed."""
        paragraphs = self.paragraphs
        if len(paragraphs) == 1:
            return paragraphs[0].before if version is Version.BEFORE else paragraphs[0].after
        texts = [paragraph.before if version is Version.BEFORE else paragraph.after for paragraph in paragraphs]
        return "\n".join(filter(None, texts))


@dataclass(frozen=True, slots=True)
class Row:
    """One row. ``mark`` is that of the row itself: a struck row is gone in the later version."""

    cells: tuple[Cell, ...]
    mark: Mark = Mark.KEPT


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Header cells say so themselves; ``place`` is where the table begins."""

    rows: tuple[Row, ...]
    place: Place = field(default_factory=Place)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Yield every paragraph of every cell, row by row."""
        for row in self.rows:
            for cell in row.cells:
                yield from cell.paragraphs
