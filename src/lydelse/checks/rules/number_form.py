"""T307: figures that are not written as Swedish writes them, though they can be understood."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.rule import Details, Subject, rule
from lydelse.figures.forms import Form, UnusualForm, unusual_forms_in
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.text import Version

SHOWN = 5
"""How many different ones a finding quotes; the rest stand among its places."""


@rule("T307", "number-form", Severity.INFO)
def number_form(subject: Subject) -> Iterator[Finding]:
    """Yield one finding for each unusual form that the later version holds, with all its places."""
    found: dict[Form, list[tuple[UnusualForm, Passage]]] = {}
    for paragraph in subject.after.paragraphs:
        for unusual in unusual_forms_in(paragraph.text_in(Version.AFTER)):
            span = paragraph.reading(Version.AFTER).marked_span(unusual.start, unusual.end)
            found.setdefault(unusual.form, []).append((unusual, Passage(paragraph.place_of(*span), unusual.literal)))
    for form, each in found.items():
        yield _finding(subject, form, each)


def _finding(subject: Subject, form: Form, found: list[tuple[UnusualForm, Passage]]) -> Finding:
    passages = [passage for _, passage in found]
    literals = tuple(dict.fromkeys(f"”{unusual.literal}”" for unusual, _ in found))
    facts: dict[str, Fact] = {
        "section": subject.heading(passages[0].place),
        "literals": literals[:SHOWN],
        "more": len(literals) - SHOWN,
        "times": len(passages),
        "suggestion": found[0][0].usual,
    }
    case = form.value.replace(" ", "-")
    if len(literals) > SHOWN:
        case += ".more"
    return number_form.finding(*passages, facts=facts, case=case, details=Details(suggestion=found[0][0].usual))
