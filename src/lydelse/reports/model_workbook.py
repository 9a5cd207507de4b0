"""The draft of a calculation model as a workbook with live formulas: what a model's file has, a sheet for each kind of part."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.declared.evaluation import NoSolutionError, worked_out
from lydelse.calculation.declared.formulas import cell_name, formula_of, sides_of
from lydelse.calculation.declared.testing import PARTS_OF_A_WHOLE, as_printed
from lydelse.figures.spelling import in_unit
from lydelse.formats.workbook.addresses import address, fixed
from lydelse.formats.workbook.writing import Content, Live, Page, workbook_bytes
from lydelse.model.amount import SCALES
from lydelse.model.declared import Expression, Named, Quantity
from lydelse.model.drafted import Drafted, DraftedRelation
from lydelse.model.impact_coverage import Counted
from lydelse.model.interval import Interval
from lydelse.model.message import Message
from lydelse.model.text import Version
from lydelse.reports.counted_words import counted_in_words, left_out_in_words
from lydelse.reports.model_units_workbook import unit_pages
from lydelse.reports.wording import name_of, say

QUANTITIES, RELATIONS, POPULATIONS, INDICES = "Storheter", "Relationer", "Befolkning", "Index"
"""The sheets, as the reader of models looks for them."""
_BEFORE_COLUMN, _AFTER_COLUMN = 8, 9
DECIMALS = 6
_YEARS = {"first": "första", "last": "sista"}


def write(drafted: Drafted, language: str = "sv") -> bytes:
    """Return a drafted model as the bytes of a workbook; the headings are the keys of a model, and Swedish."""
    pages = [Page(QUANTITIES, list(_quantities(drafted))), Page(RELATIONS, list(_relations(drafted, language)))]
    pages.append(Page(POPULATIONS, list(_populations(drafted))))
    if drafted.model.indices:
        pages.append(Page(INDICES, list(_indices(drafted))))
    pages.extend(unit_pages(drafted.model.units))
    if drafted.counted:
        pages.append(Page(say(Message("impact.uncounted"), language), list(_left_out(drafted.counted, language)), widths=(16, 110)))
    names = [
        (cell_name(quantity.name), f"{QUANTITIES}!{fixed(row, _AFTER_COLUMN)}") for row, quantity in enumerate(drafted.model.quantities, 2)
    ]
    return workbook_bytes(pages, names)


def _left_out(counted: Counted, language: str) -> Iterator[list[Content]]:
    """Yield how much of the money the parts take in, and what they leave out; the sheet is read by persons alone."""
    yield [say(Message("impact.head.section"), language), counted_in_words(counted, language)]
    for each in counted.left_out:
        yield [each.place.section, left_out_in_words(each, language)]


def _quantities(drafted: Drafted) -> Iterator[list[Content]]:
    years = {version: _year(drafted, version) for version in Version}
    yield [
        "Namn",
        "Avsnitt",
        "Etikett",
        "Kolumn",
        "År",
        "Enhet",
        "Exakt",
        f"Tal {years[Version.BEFORE] or 'före'}",
        f"Tal {years[Version.AFTER] or 'efter'}",
    ]
    for quantity in drafted.model.quantities:
        binding, entry = quantity.binding, drafted.entries[quantity.name]
        assert binding is not None, "a drafted quantity is bound"
        unit = f"{quantity.unit} per {quantity.per}" if quantity.per else quantity.unit
        year = _YEARS.get(str(binding.year), str(binding.year)) if binding.year is not None else None
        exact = None if quantity.exact is None else "ja" if quantity.exact else "nej"
        figures = [entry.before.value if entry.before else None, entry.after.value if entry.after else None]
        yield [quantity.name, binding.section, binding.label, binding.column or None, year, unit or None, exact, *figures]


def _year(drafted: Drafted, version: Version) -> int | None:
    """Return the year that most of the figures of a version are for, None where none says."""
    years = [year for entry in drafted.entries.values() if (year := entry.year(version)) is not None]
    return max(sorted(set(years)), key=years.count, default=None)


def _relations(drafted: Drafted, language: str) -> Iterator[list[Content]]:
    most = max((len(each.declared.equation.sides) for each in drafted.relations), default=2)
    yield ["Namn", "Uttryck", "Skillnad", *(f"Led {at}" for at in range(1, most + 1)), "Anmärkning"]
    quantities = {quantity.name: quantity for quantity in drafted.model.quantities}
    for row, relation in enumerate(drafted.relations, 2):
        equation = relation.declared.equation
        tested = next((side.name for side in equation.sides if isinstance(side, Named)), "")
        sides = sides_of(equation, tested)
        live = [Live(formula_of(side, quantities, tested), _value(side, drafted, quantities, tested)) for side in sides]
        first, last = address(row, 4), address(row, 3 + len(sides))
        values = [each.value for each in live if each.value is not None]
        difference = Live(f"MAX({first}:{last})-MIN({first}:{last})", max(values) - min(values) if len(values) == len(live) else None)
        blank: list[Content] = [None] * (most - len(sides))
        yield [relation.declared.name, equation.text, difference, *live, *blank, _note(relation, language)]


def _note(relation: DraftedRelation, language: str) -> str:
    verdicts = (f"{each.year or name_of(each.version, language)}: {name_of(each.verdict, language)}" for each in relation.outcomes)
    return f"{say(relation.found.wording, language)} {'; '.join(verdicts)}".strip()


def _value(side: Expression, drafted: Drafted, quantities: dict[str, Quantity], tested: str) -> Decimal | None:
    """Return what a side is now, in the unit of the tested quantity; None where it cannot be worked out."""
    amounts = {name: entry.after for name, entry in drafted.entries.items()}
    values = {name: Interval.exactly(as_printed(amount)) for name, amount in amounts.items() if amount}
    try:
        made = worked_out(side, values).middle
    except (NoSolutionError, KeyError):
        return None
    unit = quantities[tested].unit if tested else ""
    scale = Fraction(SCALES.get(unit, 1), PARTS_OF_A_WHOLE.get(unit, 1))
    return None if made is None else in_unit(made / scale, 1, DECIMALS)


def _populations(drafted: Drafted) -> Iterator[list[Content]]:
    """Yield the bands of each table of weights, their heads to be filled in, and under them the mean."""
    yield ["Befolkning", "Datum", "Avsnitt", "Kolumn", "Grupp", "Antal", "Vikt", "Antal × vikt"]
    row = 2
    for table in drafted.weight_tables:
        first = row
        for label, weight in zip(table.rows, table.weights, strict=True):
            yield [table.name, None, table.section, table.column or None, label, None, weight, Live(f"F{row}*G{row}", Decimal(0))]
            row += 1
        last = row - 1
        mean = Live(f"IF(SUM(F{first}:F{last})=0,0,SUM(H{first}:H{last})/SUM(F{first}:F{last}))", Decimal(0))
        yield [None, None, None, None, "Genomsnitt", None, None, mean]
        yield []
        row += 2


def _indices(drafted: Drafted) -> Iterator[list[Content]]:
    yield ["Namn", "Procent", "Storheter", "Volym"]
    for index in drafted.model.indices:
        yield [index.name, index.percent, ", ".join(index.quantities), index.heads or None]
