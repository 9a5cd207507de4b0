"""How a unit's reimbursement is made, as the parts of a drafted model's file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lydelse.figures.spelling import spelled
from lydelse.formats.toml.writing import flag_line, table, text_line
from lydelse.model.impact_model import Choice, Component, UnitColumn, UnitModel, UnitTable

Said = Callable[[str], Iterator[str]]
"""Says a sentence of the catalogue as lines of comment."""


def unit_parts(model: UnitModel | None, said: Said) -> Iterator[str]:
    """Yield the columns, tables, questions and components of a model, each group below what is said of it; nothing where there are none."""
    if model is None:
        return
    yield from said("draft.units")
    yield ""
    for column in model.columns:
        yield from _column(column)
    yield from said("draft.unit-tables")
    yield ""
    for each in model.tables:
        yield from _table(each)
    if model.choices:
        yield from said("draft.unit-questions")
        yield ""
    for choice in model.choices:
        yield from _choice(choice)
    for component in model.components:
        yield from _component(component)
    if model.instalments:
        yield table("utbetalning")
        yield text_line("delar", str(model.instalments))
        yield ""


def _column(column: UnitColumn) -> Iterator[str]:
    yield table("enhet", column.name)
    yield text_line("rubrik", column.heading)
    if column.unit:
        yield text_line("enhet", column.unit)
    if not column.needed:
        yield flag_line("kravs", value=False)
    yield ""


def _table(each: UnitTable) -> Iterator[str]:
    yield table("tabell", each.name)
    for key, value in (("avsnitt", each.binding.section), ("rubrik", each.rows_headed), ("kolumn", each.binding.column)):
        if value:
            yield text_line(key, value)
    yield flag_line("exakt", value=each.exact)
    if each.rows:
        yield table("tabell", each.name, "rader")
        yield from (text_line(label, spelled(weight)) for label, weight in each.rows)
    yield ""


def _choice(choice: Choice) -> Iterator[str]:
    yield table("fraga", choice.name)
    yield text_line("text", choice.question)
    yield text_line("svar", choice.answer)
    yield table("fraga", choice.name, "alternativ")
    yield from (text_line(label, formula.text) for label, formula in choice.alternatives)
    yield ""


def _component(component: Component) -> Iterator[str]:
    yield table("mellanled" if component.step else "ersattning", component.name)
    yield text_line("titel", component.title)
    if component.section:
        yield text_line("avsnitt", component.section)
    if component.only:
        yield text_line("galler", component.only)
    yield text_line("uttryck", component.formula.text)
    if component.total:
        yield text_line("total", component.total)
    yield ""
