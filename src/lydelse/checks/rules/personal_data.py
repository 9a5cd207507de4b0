"""P801: personal data in a document that is to be published."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.rule import Subject, rule
from lydelse.figures.numbers import has_digits
from lydelse.figures.personal import Personal, PersonalKind, personal_in
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.text import Version

SHOWN = 5
"""How many a finding names, masked; the rest stand among its places."""


@rule("P801", "personal-data", Severity.WARNING)
def personal_data(subject: Subject) -> Iterator[Finding]:
    """Yield the personal data of the later version, masked: one finding for each kind, with all its places."""
    by_kind: dict[PersonalKind, list[Passage]] = {}
    for personal, passage in _found(subject):
        by_kind.setdefault(personal.kind, []).append(passage)
    for kind, passages in by_kind.items():
        masked = tuple(dict.fromkeys(passage.text for passage in passages))
        facts: dict[str, Fact] = {
            "section": subject.heading(passages[0].place),
            "masked": masked[:SHOWN],
            "more": len(masked) - SHOWN,
            "times": len(passages),
        }
        case = kind.value.replace(" ", "-") + (".more" if len(masked) > SHOWN else "")
        yield personal_data.finding(*passages, facts=facts, case=case)


def _found(subject: Subject) -> Iterator[tuple[Personal, Passage]]:
    for paragraph in subject.after.paragraphs:
        text = paragraph.text_in(Version.AFTER)
        for personal in personal_in(text) if "@" in text or has_digits(text) else ():
            span = paragraph.reading(Version.AFTER).marked_span(personal.start, personal.end)
            yield personal, Passage(paragraph.place_of(*span), personal.masked)
