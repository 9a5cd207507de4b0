"""P801: personal data in a document that is to be published."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from lydelse.checks.rule import Subject, rule
from lydelse.figures.personal import Personal, personal_in
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.text import Version


@rule("P801", "personal-data", Severity.WARNING)
def personal_data(subject: Subject) -> Iterator[Finding]:
    """Yield the personal data of the later version, masked, the same data once with all its places."""
    found = sorted(_found(subject), key=lambda each: (each[0].kind, each[0].masked))
    for (kind, masked), group in groupby(found, key=lambda each: (each[0].kind, each[0].masked)):
        passages = [passage for _, passage in group]
        facts: dict[str, Fact] = {"section": subject.heading(passages[0].place), "masked": masked, "times": len(passages)}
        case = kind.value.replace(" ", "-")
        yield personal_data.finding(*passages, facts=facts, case=f"{case}.several" if len(passages) > 1 else case)


def _found(subject: Subject) -> Iterator[tuple[Personal, Passage]]:
    for paragraph in subject.after.paragraphs:
        reading = paragraph.reading(Version.AFTER)
        if not any(sign.isdigit() or sign == "@" for sign in reading.text):
            continue
        for personal in personal_in(reading.text):
            span = reading.marked_span(personal.start, personal.end)
            yield personal, Passage(paragraph.place_of(*span), personal.masked)
