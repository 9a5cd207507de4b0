"""M604: what looks odd in the workbook of the calculation model itself."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.rule import Subject, rule
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.place import Place


@rule("M604", "workbook-smell", Severity.QUESTION)
def workbook_smell(subject: Subject) -> Iterator[Finding]:
    """Yield error values, constants among alike formulas, sums that stop short of a neighbour, and hidden sheets."""
    held = subject.calculation.against_model
    if held is None:
        return
    for smell in held.model.smells:
        where = f"{smell.sheet}!{smell.cell}" if smell.cell else smell.sheet
        facts: dict[str, Fact] = {
            "workbook": held.model.workbook,
            "where": where,
            "sheet": smell.sheet,
            "content": smell.content,
            "beside": smell.beside,
        }
        yield workbook_smell.finding(Passage(Place(), where, held.model.workbook), facts=facts, case=smell.kind.value.replace(" ", "-"))
