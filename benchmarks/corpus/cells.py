"""Tables in documents that others made (ICDAR 2013), held against their truth: the cells' texts, and which stand beside which.

Two figures for each file, over all its tables together:

* **cells**: the texts of cells that are not empty, as a bag. Precision is the share of the cells read that the truth has, recall the
  share of the truth's cells that were read.
* **neighbours**: the adjacency relations of the competition (Göbel et al., "A methodology for evaluating algorithms for table
  understanding in PDF documents", DocEng 2012): for each cell the nearest one to its right and the nearest one below it that are not
  empty, as (text, text, direction). A cell over several rows or columns has its neighbours in each of them.

Texts are compared by their letters and digits alone, as the competition does; a cell of signs only is compared by its signs. Capitals
count as small letters: two files show capitals where their codes, which the truth holds, say small letters. Tables are
not paired with one another first: what is read beyond the truth's tables counts against precision, whatever page it stands on.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree  # files that lie beside the project, not files from anywhere

from benchmarks.agreement import Share
from benchmarks.corpus.folder import CORPUS

from lydelse.extractors import read
from lydelse.model.table import Table
from lydelse.model.text import Version


class Placed(NamedTuple):
    """A cell that is not empty: its rows and columns, last ones included, and its text."""

    rows: tuple[int, int]
    columns: tuple[int, int]
    text: str


class TableScore(NamedTuple):
    """How the tables of one file, or of all, were read."""

    cells: Share
    neighbours: Share


def measure_cells() -> TableScore:
    """Print how each file's tables were read and return the scores of all together."""
    print("\nTables made by others (ICDAR 2013)")
    print(f"{'file':14} {'tables':>9} {'cells':>11} {'precision':>9} {'recall':>7} {'neighbours':>13} {'precision':>9} {'recall':>7}")
    total = TableScore(Share(0, 0, 0), Share(0, 0, 0))
    for file in sorted((CORPUS / "pdf-tables").glob("*.pdf")):
        read_as = [_placed_in(block) for block in read(file).blocks if isinstance(block, Table)]
        wanted = list(_truth(file.with_name(f"{file.stem}-str.xml")))
        own = TableScore(_bag(map(_texts, read_as), map(_texts, wanted)), _bag(map(_neighbours, read_as), map(_neighbours, wanted)))
        print(f"{file.name:14} {len(read_as):4}/{len(wanted):<4} {_line(own.cells)} {_line(own.neighbours):>31}")
        total = TableScore(total.cells + own.cells, total.neighbours + own.neighbours)
    print(f"{'in all':24} {_line(total.cells)} {_line(total.neighbours):>31}")
    return total


def _line(share: Share) -> str:
    return f"{share.found:5}/{share.wanted:<5} {share.precision:9.3f} {share.recall:7.3f}"


def _bag(read_as: Iterable[Iterable[object]], wanted: Iterable[Iterable[object]]) -> Share:
    have, want = (Counter(each for table in tables for each in table) for tables in (read_as, wanted))
    return Share((have & want).total(), have.total(), want.total())


def _texts(cells: list[Placed]) -> Iterator[str]:
    return (cell.text for cell in cells)


def _neighbours(cells: list[Placed]) -> Iterator[tuple[str, str, str]]:
    """Yield each pair of neighbours once: in every row and column that a cell takes, the next one that is not empty."""
    at = {
        (row, column): number
        for number, cell in enumerate(cells)
        for row in range(cell.rows[0], cell.rows[1] + 1)
        for column in range(cell.columns[0], cell.columns[1] + 1)
    }
    pairs: set[tuple[int, int, str]] = set()
    for direction, places in (("right", sorted(at)), ("below", sorted(at, key=lambda place: (place[1], place[0])))):
        line = 0 if direction == "right" else 1
        for place, following in pairwise(places):
            if place[line] == following[line] and at[place] != at[following]:
                pairs.add((at[place], at[following], direction))
    return ((cells[one].text, cells[other].text, direction) for one, other, direction in pairs)


def _placed_in(table: Table) -> list[Placed]:
    """Return the cells of a table as read where its rows put them, places that a cell above reaches down into left out."""
    taken: set[tuple[int, int]] = set()
    placed: list[Placed] = []
    for at, row in enumerate(table.rows):
        column = 0
        for cell in row.cells:
            while (at, column) in taken:
                column += 1
            last_row, last_column = at + cell.rowspan - 1, column + cell.colspan - 1
            taken.update((each, other) for each in range(at, last_row + 1) for other in range(column, last_column + 1))
            text = compared(cell.text(Version.AFTER))
            if text:
                placed.append(Placed((at, last_row), (column, last_column), text))
            column = last_column + 1
    return placed


def _truth(file: Path) -> Iterator[list[Placed]]:
    """Yield the cells of each table of a truth file; a table over several pages has a region on each."""
    for table in ElementTree.parse(file).getroot().iter("table"):
        yield [cell for region in table.iter("region") for cell in _cells_of(region)]


def _cells_of(region: ElementTree.Element) -> Iterator[Placed]:
    down, right = int(region.get("row-increment", "0")), int(region.get("col-increment", "0"))
    for cell in region.iter("cell"):
        first_row, first_column = int(cell.get("start-row", "0")), int(cell.get("start-col", "0"))
        last_row, last_column = int(cell.get("end-row", first_row)), int(cell.get("end-col", first_column))
        text = compared(cell.findtext("content") or "")
        if text:
            yield Placed((first_row + down, last_row + down), (first_column + right, last_column + right), text)


def compared(text: str) -> str:
    """Return what of a cell's text is compared: its letters and digits, or its signs where it has neither."""
    folded = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    return "".join(char for char in folded if char.isalnum()) or folded
