"""A comparison, a model and units -> what the proposal means for each unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from lydelse.calculation.declared.uncounted import counted_of
from lydelse.calculation.declared.years import years_of
from lydelse.errors import UsageError
from lydelse.impact.binding import BoundModel, bound_model, missing_in
from lydelse.impact.evaluating import Evaluator, WorkedOut
from lydelse.impact.exact_columns import Column, total_of
from lydelse.impact.findings import findings_of, gap_findings
from lydelse.impact.fitting import hold_against
from lydelse.impact.thresholds import cliffs_near, passed_between
from lydelse.model.calculation import Verdict
from lydelse.model.change import Comparison
from lydelse.model.declared import DeclaredModel
from lydelse.model.formula import Years
from lydelse.model.impact import Answers, Impact, LeftOut, Reading, Sensitivity, SumHeld, UnitImpact
from lydelse.model.impact_coverage import Counted
from lydelse.model.impact_model import Choice, Component, UnitModel
from lydelse.model.impact_span import Span
from lydelse.model.impact_units import Units
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass

MOST_READINGS = 12
"""How many combinations of answers are shown; with more, some questions must be answered first."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A model with its units, bound to a document: what each reading of it is worked out from."""

    bound: BoundModel
    units: Units
    left_out: tuple[LeftOut, ...]
    absent: Mapping[Version, frozenset[str]]
    shared: Mapping[Version, WorkedOut]

    @property
    def paid(self) -> tuple[Component, ...]:
        """The components that are counted and paid."""
        gone = {each.component.name for each in self.left_out}
        return tuple(each for each in self.bound.model.components if not each.step and each.name not in gone)

    @property
    def counted(self) -> tuple[Component, ...]:
        """The components, and the steps on the way, that are counted."""
        gone = {each.component.name for each in self.left_out}
        return tuple(each for each in self.bound.model.components if each.name not in gone)

    def evaluator(self, version: Version, answers: Mapping[str, str]) -> Evaluator:
        """Return what works the formulas out in a version."""
        return Evaluator(
            self.bound.model, self.bound.stated[version], self.units, answers, self.absent[version], shared=self.shared[version]
        )


def impact_of(comparison: Comparison, model: DeclaredModel, units: Units) -> Impact:
    """Return what a proposal means for each unit.

    Raises:
        UsageError: the model has more open questions than can be shown, or asks for what cannot be worked out.
        UnitsFaultsError: the units' file does not go with the document's tables.
    """
    measured = measure(comparison, model, units)
    unit_model = measured.bound.model
    open_answers = _answers(unit_model)
    readings = tuple(_reading(measured, comparison, answers) for answers in open_answers)
    years = years_of(comparison)
    gaps = tuple(dict.fromkeys(each for answers in open_answers for each in gap_findings(measured, _all_answers(unit_model, answers))))
    return Impact(
        comparison.sources,
        comparison.redline.properties.title,
        model.file,
        unit_model,
        units,
        (years.before, years.after),
        readings,
        tuple(_sensitivities(measured)),
        measured.left_out,
        (*dict.fromkeys(finding for reading in readings for finding in findings_of(reading)), *gaps),
        tuple(_notes(measured, comparison)),
        comparison.unread,
        measured.bound.entries,
        comparison.one_version,
        counted=_counted(measured, comparison),
    )


def _counted(measured: Measured, comparison: Comparison) -> Counted:
    """Return how much of the money in the proposal the parts take in that are counted."""
    bound = measured.bound
    names = {name for each in measured.counted for name in (*bound.needed_quantities(each), each.total)}
    used = [entry for name, entry in bound.entries.items() if name in names]
    asked = {name for each in measured.counted for name in bound.needed_tables(each)}
    tables = [weights for name, weights in bound.stated[Version.AFTER].tables.items() if name in asked]
    paths = {row.place.path.rpartition("/r")[0] for weights in tables for row in weights.rows if row.place.path}
    return counted_of(comparison, used, sorted(paths), measured.counted)


def measure(comparison: Comparison, model: DeclaredModel, units: Units) -> Measured:
    """Return a model bound to a document and held against the units' file."""
    bound = bound_model(model, comparison)
    hold_against(units, bound, bound.model)
    lacking = {
        component.name: {version: missing_in(bound, version, component) for version in Version} for component in bound.model.components
    }
    no_column = {column.name for column in bound.model.columns if column.name not in units.columns}
    left_out: list[LeftOut] = []
    for component in bound.model.components:
        columns = tuple(name for name in bound.needed_names(component) if name in no_column)
        both = tuple(name for name in lacking[component.name][Version.AFTER] if name in lacking[component.name][Version.BEFORE])
        if columns or both:
            left_out.append(LeftOut(component, (*both, *columns)))
    gone = {each.component.name for each in left_out}
    absent = {version: frozenset(gone | {name for name, lacks in lacking.items() if lacks[version]}) for version in Version}
    return Measured(bound, units, tuple(left_out), absent, {version: {} for version in Version})


def _answers(model: UnitModel) -> list[Answers]:
    """Return the combinations of answers to the questions that nobody has answered."""
    choices = model.open_choices
    combined = list(product(*([label for label, _ in choice.alternatives] for choice in choices)))
    if len(combined) > MOST_READINGS:
        raise UsageError("impact.too-many-questions", names=tuple(choice.name for choice in choices), n=len(combined), most=MOST_READINGS)
    return [tuple((choice.name, label) for choice, label in zip(choices, labels, strict=True)) for labels in combined]


def _all_answers(model: UnitModel, answers: Answers) -> dict[str, str]:
    return {choice.name: choice.answer for choice in model.choices if choice.answer} | dict(answers)


def _reading(measured: Measured, comparison: Comparison, answers: Answers) -> Reading:
    chosen = _all_answers(measured.bound.model, answers)
    evaluators = {version: measured.evaluator(version, chosen) for version in Version}
    paid = measured.paid
    columns = {version: [evaluators[version].component(component) for component in paid] for version in Version}
    count = len(measured.units.units)
    each_before, each_after = (list(zip(*columns[version], strict=True)) or [()] * count for version in Version)
    totals = (total_of(columns[version], count) for version in Version)
    units = tuple(map(UnitImpact, measured.units.units, each_before, each_after, *totals))
    sums = tuple(_sums(measured, evaluators, comparison))
    passed = tuple(passed_between(evaluators[Version.BEFORE], evaluators[Version.AFTER], paid))
    return Reading(answers, paid, units, sums, passed, cliffs_near(evaluators[Version.AFTER], paid))


def _sums(measured: Measured, evaluators: Mapping[Version, Evaluator], comparison: Comparison) -> Iterator[SumHeld]:
    years = years_of(comparison)
    versions = (Version.AFTER,) if comparison.one_version else tuple(Version)
    for component in measured.counted:
        entry = measured.bound.entries.get(component.total)
        for version in versions if component.total else ():
            stated = measured.bound.stated[version].quantities.get(component.total)
            if stated is None or component.name in measured.absent[version]:
                continue
            found = evaluators[version].component(component).summed()
            verdict = _verdict(found, stated)
            yield SumHeld(component, version, _year_told(entry, version, years), found, stated, entry, verdict)


def _year_told(entry: Entry | None, version: Version, years: Years) -> int | None:
    """Return the year that a total is for, None where it is the same in both versions and says nothing of which is meant."""
    each = {of: (entry.year(of) if entry else None) or years.of(of) for of in Version}
    return None if each[Version.BEFORE] == each[Version.AFTER] else each[version]


def _verdict(found: Span, stated: Span) -> Verdict:
    if found.made == stated.made:
        return Verdict.EXACT
    meets = found.low <= stated.high and stated.low <= found.high
    return Verdict.WITHIN_ROUNDING if meets else Verdict.INCONSISTENT


def _sensitivities(measured: Measured) -> Iterator[Sensitivity]:
    """Yield what another answer to one question at a time would give after."""
    model = measured.bound.model
    used = _all_answers(model, _answers(model)[0])
    base = _totals(measured, used)
    for choice in model.choices:
        for label, _ in choice.alternatives:
            if label != used[choice.name]:
                yield _sensitivity(measured, choice, used[choice.name], label, base, _totals(measured, {**used, choice.name: label}))


def _totals(measured: Measured, answers: Mapping[str, str]) -> Column:
    evaluator = measured.evaluator(Version.AFTER, answers)
    columns = [evaluator.component(component) for component in measured.paid]
    return total_of(columns, len(measured.units.units))


def _sensitivity(measured: Measured, choice: Choice, used: str, other: str, base: Column, tried: Column) -> Sensitivity:
    names = [unit.name for unit in measured.units.units]
    moved = tried.minus(base)
    most, least = (moved.made.index(pick(moved.made)) for pick in (max, min))
    return Sensitivity(choice, used, other, moved.summed().made, (names[most], moved[most].made), (names[least], moved[least].made))


def _notes(measured: Measured, comparison: Comparison) -> Iterator[Message]:
    yield from measured.units.notes
    if comparison.one_version:
        yield Message("impact.note.one-version")
    asked = {name for each in measured.counted for name in measured.bound.needed_tables(each)}
    for name, weights in measured.bound.stated[Version.AFTER].tables.items():
        if name in asked and weights.unread:
            yield Message("impact.note.rows-unread", {"section": weights.section, "rows": weights.unread})
    stated = {name for each in measured.bound.stated.values() for name in each.quantities}
    for component in measured.counted:
        if component.total and component.total not in stated:
            yield Message("impact.note.no-total", {"title": component.title, "total": component.total})
    for component in measured.paid:
        for version in Version:
            if component.name in measured.absent[version] and not comparison.one_version:
                yield Message(f"impact.note.absent.{version.value}", {"title": component.title})
