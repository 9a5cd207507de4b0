"""What a document's sections propose for a unit's reimbursement, as a model: components by name, and the questions that are open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lydelse.calculation.declared.naming import title_of
from lydelse.calculation.declared.unit_plan import Names, Planned, UnitPlan, identifier, paragraph_of
from lydelse.calculation.open_shares import OpenShare
from lydelse.calculation.unit_expressions import formula_of
from lydelse.figures.statements.names import likeness, name_of
from lydelse.figures.statements.shares import shares_in
from lydelse.figures.statements.totals import is_total_label
from lydelse.model.calculation import Calculation
from lydelse.model.impact_model import Choice, Component, Formula, UnitModel
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.patterns import compiled

_OUTSIDE = compiled(
    r"\b(?:utom|exklusive|exkl\.?|förutom|(?:utgår|omfattar|gäller)\s+(?:dock\s+)?inte(?:\s+för)?)\s+(?P<what>[^.;:]{3,120})", re.IGNORECASE
)

_FOR_RESIDENTS, _ALL_PARTS = "delar med angiven total", "alla delar"
"""The answers to what a share is of, where the text does not say it."""


def unit_model_of(plan: UnitPlan, names: Names, calculation: Calculation) -> UnitModel | None:
    """Return the plan as a model, the amounts having their names; None where nothing is left of it."""
    kept = [each for each in plan.planned if all(id(entry) in names for entry in each.needs)]
    kept = [each for each in kept if each.total is None or id(each.total) in names]
    if not kept:
        return None
    taken = {*names.values(), *plan.columns}
    components = [_component(each, names, taken) for each in kept]
    choices = [*_sized_choices(plan, kept, names)]
    paid = dict(zip((id(each) for each in kept), components, strict=True))
    extra = list(_of_shares(plan, kept, paid, names, taken, choices))
    steps = list(_steps(kept, paid, names, taken, calculation))
    tables = tuple(table.declared() for table in plan.tables.values())
    return UnitModel((*steps, *components, *extra), tuple(plan.columns.values()), tables, tuple(choices), plan.instalments, is_drafted=True)


def _named(base: str, taken: set[str]) -> str:
    name, number = base, 2
    while name in taken:
        name, number = f"{base}_{number}", number + 1
    taken.add(name)
    return name


def _component(planned: Planned, names: Names, taken: set[str]) -> Component:
    name = _named(f"del_{identifier(planned.title)}", taken)
    total = names[id(planned.total)] if planned.total else ""
    return Component(name, planned.title, formula_of(planned.text(names)), planned.section.number, total, planned.only)


def _sized_choices(plan: UnitPlan, kept: Sequence[Planned], names: Names) -> Iterator[Choice]:
    """Yield the question whether a size's weight is for all residents or for those within its interval."""
    for table in plan.tables.values():
        name = f"viktade_{table.name}"
        if any(name in each.text(names) for each in kept):
            steps = ("steg", formula_of(f"listade * steg({table.name}; listade)"))
            marginal = ("marginal", formula_of(f"marginal({table.name}; listade)"))
            yield Choice(
                name,
                f"{table.section}: Gäller intervallets vikt alla listade (steg), eller bara dem inom intervallet (marginal)?",
                (steps, marginal),
            )


def _of_shares(
    plan: UnitPlan, kept: Sequence[Planned], paid: Mapping[int, Component], names: Names, taken: set[str], choices: list[Choice]
) -> Iterator[Component]:
    """Yield what private units get on top, in the order that the text has it; a base that can be read in several ways is a question."""
    made: list[Component] = []
    waiting = sorted((each for each in plan.shares if id(each[1]) in names), key=lambda each: each[2] is None)
    for section, share, opened in waiting:
        title = share.label or title_of(section.title)
        name = _named(f"del_{identifier(title)}", taken)
        alternatives = tuple(_alternatives(opened, kept, paid)) if opened else ()
        if len(alternatives) < 2:
            alternatives = tuple(_bases(section, share, kept, paid, made))
        base = f"({alternatives[0][1].text})"
        if len(alternatives) > 1:
            question = f"{section.number}: Vad är underlaget för {share.stated.literal}?".strip()
            choice = Choice(_named(f"underlag_{name}", taken), question, alternatives)
            choices.append(choice)
            base = choice.name
        component = Component(name, title, formula_of(f"{names[id(share)]} * {base}"), section.number, "", "privat")
        made.append(component)
        yield component


def _bases(
    section: Section, share: Entry, kept: Sequence[Planned], paid: Mapping[int, Component], made: Sequence[Component]
) -> Iterator[tuple[str, Formula]]:
    """Yield what a share may be of: what its sentence names; all but what it leaves out; else what residents give, or all that is paid."""
    named = _named_bases(section, share, kept)
    if named:
        yield " och ".join(each.section.number or each.title for each in named), _sum_of(named, paid, ())
        return
    of_residents = [each for each in kept if each.total] or list(kept)
    outside = " ".join(match["what"] for match in _OUTSIDE.finditer(paragraph_of(section, share)))
    inside = [each for each in of_residents if not _is_outside(each.title, outside)] or of_residents
    yield _FOR_RESIDENTS, _sum_of(inside, paid, made)
    everything = [each for each in kept if not _is_outside(each.title, outside)]
    if not outside and len(everything) > len(inside):
        yield _ALL_PARTS, _sum_of(everything, paid, made)


def _named_bases(section: Section, share: Entry, kept: Sequence[Planned]) -> list[Planned]:
    """Return the parts that the base of a share names, none where one of its phrases names no part, or several."""
    text, at = paragraph_of(section, share), share.stated.start
    stated = next((each for each in shares_in(text) if each.share_start <= at < each.share_end), None)
    found: list[Planned] = []
    for phrase in stated.phrases if stated else ():
        named = [each for each in kept if each.total and likeness(name_of(phrase), name_of(each.title)) is not None]
        if len(named) != 1:
            return []
        found += named
    return found


def _sum_of(parts: Sequence[Planned], paid: Mapping[int, Component], made: Sequence[Component]) -> Formula:
    return formula_of(" + ".join([*(paid[id(each)].name for each in parts), *(each.name for each in made)]))


def _is_outside(title: str, outside: str) -> bool:
    return bool(outside) and likeness(name_of(title), name_of(outside)) is not None


def _alternatives(opened: OpenShare, kept: Sequence[Planned], paid: Mapping[int, Component]) -> Iterator[tuple[str, Formula]]:
    for reading in opened.readings:
        within = [each for each in kept if each.total and _is_within(each.section.section_id, reading.section.section_id)]
        without = {entry.place.section_id for entry in reading.without}
        summed = [paid[id(each)].name for each in within if each.section.section_id not in without]
        if summed:
            left = "".join(f" utan {entry.place.section}" for entry in reading.without)
            yield f"{reading.section.number}{left}", formula_of(" + ".join(summed))


def _is_within(section_id: str, other: str) -> bool:
    return section_id == other or section_id.startswith(f"{other}.")


def _steps(
    kept: Sequence[Planned], paid: Mapping[int, Component], names: Names, taken: set[str], calculation: Calculation
) -> Iterator[Component]:
    """Yield the sums that the document states of components, to be held against their totals."""
    by_total = {id(each.total): each for each in kept if each.total}
    for relation in calculation.relations:
        is_sum = relation.kind.value == "sum" and not relation.minus and id(relation.whole) in names
        if is_sum and relation.parts and all(id(part) in by_total for part in relation.parts):
            text = " + ".join(paid[id(by_total[id(part)])].name for part in relation.parts)
            number = relation.whole.place.section
            title = relation.whole.label if not is_total_label(relation.whole.label) else f"Summa {number}".strip()
            yield Component(
                _named(f"summa_{identifier(number or title)}", taken),
                title,
                formula_of(text),
                number,
                names[id(relation.whole)],
                step=True,
            )
