"""M602: a quantity of the calculation model that is not found in the document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.checks.arithmetic import figure_of
from lydelse.checks.rule import Subject, rule
from lydelse.model.against_model import AgainstModel, Unbound
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.place import Place
from lydelse.model.quantity import Entry

FEWEST_TO_BE_SURE = 3
"""So many quantities that a document has nothing like are told together."""


@rule("M602", "model-unbound", Severity.WARNING)
def model_unbound(subject: Subject) -> Iterator[Finding]:
    """Yield what the model says of quantities that the document does not state, or states in several ways."""
    held = subject.calculation.against_model
    if held is None:
        return
    if _is_about_something_else(held):
        facts: dict[str, Fact] = {"count": len(held.unbound), "document": subject.after.source.name}
        yield model_unbound.finding(_in_model(held, held.model.file), facts=facts, case="none")
        return
    for unbound in held.unbound:
        yield _unbound(subject, held, unbound)
    for bands in held.unbound_bands:
        if bands.rows:
            facts = {"name": bands.population, "labels": bands.rows}
            yield model_unbound.finding(_in_model(held, bands.population), facts=facts, case="rows")
        if bands.bands:
            facts = {"name": bands.population, "labels": bands.bands}
            yield model_unbound.finding(_in_model(held, bands.population), facts=facts, case="bands")


def _is_about_something_else(held: AgainstModel) -> bool:
    """Tell whether nothing of the model is in the document: one question then says more than one for each quantity."""
    return not held.bound and len(held.unbound) >= FEWEST_TO_BE_SURE and not any(each.nearest for each in held.unbound)


def _unbound(subject: Subject, held: AgainstModel, unbound: Unbound) -> Finding:
    case = unbound.lack.value.replace(" ", "-")
    nearest = _nearest(subject, unbound.nearest)
    facts: dict[str, Fact] = {
        "name": unbound.name,
        "document": subject.after.source.name,
        "section": unbound.binding.section,
        "label": _label(unbound),
        "nearest": nearest,
    }
    return model_unbound.finding(_in_model(held, unbound.name), facts=facts, case=case if nearest else f"{case}.nothing-near")


def _label(unbound: Unbound) -> str:
    binding = unbound.binding
    return f"{binding.label} ({binding.column})" if binding.label and binding.column else binding.label or binding.column


def _nearest(subject: Subject, entries: Sequence[Entry]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_called(subject, entry) for entry in entries))


def _called(subject: Subject, entry: Entry) -> str:
    name = f"{entry.label} ({entry.column})" if entry.column else entry.label
    heading = subject.heading(entry.place)
    return " ".join(part for part in (f"{heading}:" if heading else "", name, figure_of(entry.stated)) if part)


def _in_model(held: AgainstModel, name: str) -> Passage:
    """Return the place of a finding about the model itself: its file, and the name of the part."""
    return Passage(Place(), name, held.model.file)
