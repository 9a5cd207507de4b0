"""The tables of weights that a model names, read in each version of the document."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.declared.names import label_rank, section_rank
from lydelse.figures.amounts import cell_amount
from lydelse.figures.statements.brackets import Bracket, bracket_or_year
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.amount import Amount, AmountKind, Exactness, Qualifier
from lydelse.model.document import Document
from lydelse.model.impact_model import UnitTable
from lydelse.model.impact_span import Span
from lydelse.model.place import Place
from lydelse.model.section import Section
from lydelse.model.table import Row, Table
from lydelse.model.text import Version
from lydelse.records import dataclass, replace

FEWEST_ROWS = 2
_KINDS = frozenset({AmountKind.WEIGHT, AmountKind.COUNT, AmountKind.SHARE, AmountKind.MONEY})


@dataclass(frozen=True, slots=True)
class WeightRow:
    """A row: its bracket, its weight in the base unit (kronor, parts of one), and what stands in its cell."""

    bracket: Bracket
    weight: Span
    literal: str
    place: Place

    @property
    def first(self) -> Decimal:
        """The least value that the row is for."""
        return self.bracket.first if self.bracket.first is not None else Decimal(0)


@dataclass(frozen=True, slots=True)
class Weights:
    """A table in one version: its rows from the lowest up. ``section`` is where it stands, as printed.

    ``unread`` are the labels of its rows that are no intervals, or have no figure, and are counted for nobody.
    """

    name: str
    rows: tuple[WeightRow, ...]
    section: str = ""
    unread: tuple[str, ...] = ()


def weights_in(table: UnitTable, document: Document) -> Weights | None:
    """Return a table in one version of the document, None where no table goes with it, or several go with it alike."""
    if table.rows:
        return _given(table)
    found: list[tuple[tuple[int, int, int], Weights]] = []
    for section in document.sections:
        in_section = section_rank(table.binding.section, section.number, section.title)
        for each in section.tables if in_section is not None else ():
            under = _heading_rank(table.rows_headed, each)
            column = _column_of(table.binding.column, each)
            if under is None or column is None:
                continue
            rows = tuple(sorted(_rows(each, column[1], exact=table.exact), key=lambda row: row.first))
            if len(rows) >= FEWEST_ROWS and in_section is not None:
                weights = Weights(table.name, rows, _called(section), tuple(_unread(each, column[1], exact=table.exact)))
                found.append(((in_section, under, column[0]), weights))
    if not found:
        return None
    best = min(rank for rank, _ in found)
    chosen = [weights for rank, weights in found if rank == best]
    return chosen[0] if len(chosen) == 1 else None


def _given(table: UnitTable) -> Weights:
    rows = [
        WeightRow(bracket, Span.exactly(Fraction(weight)), format(weight, "f").replace(".", ","), Place())
        for label, weight in table.rows
        if (bracket := bracket_or_year(label))
    ]
    return Weights(table.name, tuple(sorted(rows, key=lambda row: row.first)))


def _called(section: Section) -> str:
    return section.number or section.title


def _heading_rank(declared: str, table: Table) -> int | None:
    """Return how well the heading of the rows goes with a declared one, 0 where none is declared."""
    if not declared:
        return 0
    first = table.rows[0].cells[0].text(Version.AFTER) if table.rows and table.rows[0].cells else ""
    return label_rank(declared, first)


def _column_of(declared: str, table: Table) -> tuple[int, int] | None:
    """Return how well a column's heading goes with a declared one, and which column it is, counted from 0."""
    heads = [" ".join(cell.text(Version.AFTER).split()) for cell in table.rows[0].cells] if table.rows else []
    ranked = [(rank, at) for at, head in enumerate(heads) if at and declared and (rank := label_rank(declared, head)) is not None]
    if ranked:
        return min(ranked)
    return (0, 1) if not declared and len(heads) == 2 else None


def _rows(table: Table, column: int, *, exact: bool) -> Iterator[WeightRow]:
    head = table.rows[0].cells[column].text(Version.AFTER)
    for row in table.rows[1:]:
        read = _row(row, column, head, exact=exact)
        if read:
            yield read


def _unread(table: Table, column: int, *, exact: bool) -> Iterator[str]:
    """Yield the labels of the rows that are not read; empty rows and totals are none."""
    head = table.rows[0].cells[column].text(Version.AFTER)
    for row in table.rows[1:]:
        label = " ".join(row.cells[0].text(Version.AFTER).split()) if row.cells else ""
        if label and not is_total_label(label) and len(row.cells) > 1 and _row(row, column, head, exact=exact) is None:
            yield label


def _row(row: Row, column: int, head: str, *, exact: bool) -> WeightRow | None:
    if len(row.cells) <= column:
        return None
    text = row.cells[column].text(Version.AFTER)
    bracket, amount = bracket_or_year(row.cells[0].text(Version.AFTER)), cell_amount(text.strip(), head)
    if bracket is None or amount is None or amount.kind not in _KINDS:
        return None
    return WeightRow(bracket, span_of(amount, exact=exact), amount.literal, row.cells[column].paragraphs[0].place)


def span_of(amount: Amount, *, exact: bool | None) -> Span:
    """Return what a printed figure stands for in a formula: money in kronor, shares as parts of one.

    A ceiling or a floor counts as the figure that it is; what is only said to be about so much has its own width.
    """
    if amount.qualifier in {Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.LESS_THAN}:
        amount = replace(amount, qualifier=Qualifier.NONE, exactness=Exactness.DECIDED if exact is None else amount.exactness)
    if exact is False:
        amount = replace(amount, exactness=Exactness.ROUNDED)
    part = Fraction(1, {"%": 100, "‰": 1000}.get(amount.unit, 1))
    made = amount.exactly * part
    interval = amount.interval
    if exact or interval.lower is None or interval.upper is None:
        return Span.exactly(made)
    return Span(interval.lower * part, min(max(made, interval.lower * part), interval.upper * part), interval.upper * part)
