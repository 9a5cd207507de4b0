"""T303: a number said in words and in digits that disagree."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.checks.malformed_figures import findings_of
from lydelse.checks.rule import Subject, rule
from lydelse.figures.malformed import Flaw, said_alike_in
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.review import Confirmed
from lydelse.model.text import Version


@rule("T303", "words-and-digits", Severity.ERROR)
def words_and_digits(subject: Subject) -> Iterator[Finding | Confirmed]:
    """Yield the numbers whose words and digits disagree, and those whose agree."""
    yield from findings_of(words_and_digits, subject, Flaw.WORD_AND_DIGITS)
    for paragraph in subject.after.paragraphs:
        text = paragraph.text_in(Version.AFTER)
        for start, end in said_alike_in(text):
            at = Passage(paragraph.place_of(*paragraph.reading(Version.AFTER).marked_span(start, end)), text[start:end])
            facts = {"section": subject.heading(at.place), "literal": at.text}
            yield words_and_digits.confirmed(at, facts=facts, document=subject.after.source.name)
