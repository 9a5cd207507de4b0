"""The arithmetic of a finding, figure by figure: the parts of a sum, what they make, what stands there and what rounding explains."""

from __future__ import annotations

from lydelse.model.finding import Finding, Term
from lydelse.model.message import Message
from lydelse.records import dataclass
from lydelse.reports.wording import say, worked


@dataclass(frozen=True, slots=True)
class ArithmeticLine:
    """One line: what the figure is called and the figure. ``is_figure`` tells that it stands below others that it is reckoned with."""

    name: str
    value: str
    is_figure: bool = False


def arithmetic_lines(finding: Finding, language: str) -> tuple[ArithmeticLine, ...]:
    """Return the lines, none where the finding has no arithmetic; a sum's parts stand for its relation, which says the same on one line."""
    parts = [ArithmeticLine(_named(term, finding, language), worked(term.figure, language), is_figure=True) for term in finding.terms]
    relation = "" if parts else finding.relation
    told = [
        ("relation", relation),
        ("parts-make" if parts else "expected", finding.expected),
        ("found", finding.found),
        ("difference", finding.difference),
        ("rounding", finding.rounding),
        ("suggestion", finding.suggestion),
    ]
    if not parts:
        told[1:3] = [told[2], told[1]]
    figures = {"parts-make", "expected", "found", "difference", "rounding"} if finding.difference else set()
    lines = [
        ArithmeticLine(say(Message(f"report.{key}"), language), worked(value, language), is_figure=key in figures)
        for key, value in told
        if value
    ]
    return (*parts, *lines)


def _named(term: Term, finding: Finding, language: str) -> str:
    elsewhere = term.section if term.section != finding.place.section else ""
    return ", ".join(part for part in (elsewhere, term.label) if part) or say(Message("report.part"), language)
