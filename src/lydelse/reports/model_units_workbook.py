"""How a unit's reimbursement is made, as sheets of a model's workbook: one for each kind of part, its columns the keys of a model."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.calculation.declared.unit_sheets import PAYMENT_SHEET, UNIT_SHEETS
from lydelse.figures.spelling import spelled
from lydelse.formats.workbook.writing import Content, Figure, Page
from lydelse.model.impact_model import Choice, Component, UnitModel, UnitTable

_WIDE = 60
Row = Sequence[Content]


def unit_pages(model: UnitModel | None) -> Iterator[Page]:
    """Yield the sheets; none where the model says nothing of units."""
    if model is None:
        return
    columns = [[each.name, each.heading, each.unit or None, "ja" if each.needed else "nej"] for each in model.columns]
    yield _page("enhet", ["Namn", "Rubrik", "Enhet", "Krävs"], columns, (24, 40, 12, 8))
    tables = [row for each in model.tables for row in _table(each)]
    yield _page("tabell", ["Namn", "Avsnitt", "Rubrik", "Kolumn", "Exakt", "Intervall", "Vikt"], tables, (24, 40, 16, 16, 8, 16, 10))
    choices = [row for each in model.choices for row in _choice(each)]
    yield _page("fraga", ["Namn", "Text", "Svar", "Alternativ", "Uttryck"], choices, (24, _WIDE, 16, 24, _WIDE))
    steps = [_component(each) for each in model.components if each.step]
    yield _page("mellanled", ["Namn", "Titel", "Avsnitt", "Uttryck", "Total"], steps, (30, 40, 12, _WIDE, 24))
    parts = [[*_component(each), each.only or None] for each in model.components if not each.step]
    yield _page("ersattning", ["Namn", "Titel", "Avsnitt", "Uttryck", "Total", "Gäller"], parts, (30, 40, 12, _WIDE, 24, 12))
    if model.instalments:
        yield Page(PAYMENT_SHEET, [["Delar"], [Figure.of(model.instalments)]])


def _page(kind: str, heads: Row, rows: Sequence[Row], widths: tuple[int, ...]) -> Page:
    return Page(UNIT_SHEETS[kind], [heads, *rows], widths=widths)


def _table(table: UnitTable) -> Iterator[Row]:
    """Yield a table: where it stands in the document, and the rows that the model itself gives."""
    exact = "ja" if table.exact else "nej"
    about = [table.name, table.binding.section or None, table.rows_headed or None, table.binding.column or None, exact]
    if not table.rows:
        yield about
    for at, (label, weight) in enumerate(table.rows):
        yield [*(about if at == 0 else [table.name, None, None, None, None]), label, spelled(weight)]


def _choice(choice: Choice) -> Iterator[Row]:
    for at, (label, formula) in enumerate(choice.alternatives):
        yield [choice.name, *([choice.question, choice.answer or None] if at == 0 else [None, None]), label, formula.text]


def _component(component: Component) -> list[Content]:
    return [component.name, component.title, component.section or None, component.formula.text, component.total or None]
