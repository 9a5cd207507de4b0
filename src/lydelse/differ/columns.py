"""Which column of one table became which of another: by their headers, then by what stands in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from lydelse.differ.align import Likeness, Pairing, aligned
from lydelse.differ.folding import folded, masked, words_in
from lydelse.differ.grid import Seat, header_rows, seats_of
from lydelse.differ.likeness import dice
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True)
class Grid:
    """A table without marks, with its cells where they stand."""

    table: Table

    @cached_property
    def rows(self) -> list[list[Seat]]:
        """The cells of each row."""
        found: list[list[Seat]] = [[] for _ in self.table.rows]
        for seat in seats_of(self.table):
            found[seat.at_row].append(seat)
        return found

    @cached_property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((seat.column + seat.cell.colspan for row in self.rows for seat in row), default=0)

    @cached_property
    def headers(self) -> int:
        """How many rows at the top are headers."""
        return header_rows(self.table)

    @cached_property
    def texts(self) -> list[dict[int, str]]:
        """The texts of each row by the column that they stand in; a cell over several rows stands in each of them."""
        found: list[dict[int, str]] = [{} for _ in self.table.rows]
        for row in self.rows:
            for seat in row:
                text = folded(seat.cell.text(Version.AFTER))
                for below in found[seat.at_row : seat.at_row + seat.cell.rowspan]:
                    below[seat.column] = text
        return found

    @cached_property
    def heads(self) -> list[str]:
        """What each column is called: the header cells above it, the first row's where none is a header."""
        names: list[list[str]] = [[] for _ in range(self.width)]
        for row in self.rows[: max(1, self.headers)]:
            for seat in row:
                text = folded(seat.cell.text(Version.AFTER))
                for column in range(seat.column, seat.column + seat.cell.colspan):
                    names[column].append(text)
        return [" ".join(filter(None, texts)) for texts in names]

    def words(self, column: int) -> Counter[str]:
        """Return the words that stand in a column, figures apart."""
        return Counter(words_in(" ".join(texts.get(column, "") for texts in self.texts)))


def paired_columns(before: Grid, after: Grid) -> Pairing:
    """Pair the columns of two tables: those of one header, then of one header but for the year, then those of the same words.

    Two columns for two years are two columns: "2025 | 2026" that becomes "2026 | 2027" keeps the one for 2026.
    """
    heads = [_once(grid.heads) for grid in (before, after)]
    undated = [_once([_YEAR.sub("#", head).lower() for head in grid.heads]) for grid in (before, after)]
    plain = [_once([named(head) or "" for head in grid.heads]) for grid in (before, after)]
    words = [[grid.words(at) for at in range(grid.width)] for grid in (before, after)]
    likeness = Likeness(lambda i, j: dice(words[0][i], words[1][j]), lambda i: words[0][i], lambda j: words[1][j])
    found = aligned([(keys[0], keys[1]) for keys in (heads, undated, plain)], likeness)
    return _same_place(found, before.width) if before.width == after.width else found


def _once(heads: Sequence[str]) -> list[str | None]:
    """Return the headers that name one column; one that several have, as a title over them all, names none."""
    counts = Counter(heads)
    return [head if head and counts[head] == 1 else None for head in heads]


def _same_place(found: Pairing, width: int) -> Pairing:
    """Return the pairs with columns left alone opposite one another made a pair: a column renamed is still that column."""
    if any(i != j for i, j in found if i is not None and j is not None):
        return found
    return [(at, at) for at in range(width)]


def named(text: str) -> str | None:
    """Return a text without its figures, None where it is nothing but figures."""
    plain = masked(text)
    return plain if any(character.isalpha() for character in plain) else None
