"""The reviewed PDF with its findings framed and its changed amounts coloured, each with a note.

A place is marked only where the page holds what is quoted from it: of a comparison of two files some places are those of the other file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from lydelse.errors import UsageError
from lydelse.formats.pdf.annotating import Form, Note, UnmarkableError, annotated
from lydelse.model.change import Comparison
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Message
from lydelse.model.place import Box, Place
from lydelse.model.quantity import Entry, Status
from lydelse.model.review import Review
from lydelse.records import replace
from lydelse.reports.amount_rows import amount_in_words
from lydelse.reports.on_paper import Paper
from lydelse.reports.wording import figure, name_of, say

COLOURS = {
    Severity.ERROR: (0.75, 0.05, 0.1),
    Severity.WARNING: (0.72, 0.36, 0.0),
    Severity.QUESTION: (0.0, 0.32, 0.6),
    Severity.INFO: (0.33, 0.36, 0.4),
}
AMOUNT = (0.78, 0.93, 0.78)


def write(review: Review, file: Path, password: str | None, language: str = "sv") -> tuple[bytes, Message | None]:
    """Return the file with its marks, and what is to be said of places that could not be marked.

    Args:
        review: what was found.
        file: the PDF that was reviewed, the later of two.
        password: the file's, where it has one.
        language: of the notes.

    Raises:
        UsageError: nothing can be added to the file.
    """
    comparison = review.comparison
    wanted = [*_of_findings(review, language), *_of_amounts(comparison, language)]
    with Paper(file, password) as paper:
        held = [(note, quoted) for note, quoted in wanted if paper.holds(note.page, note.box, quoted)]
        notes = [each for note, quoted in held for each in _by_line(note, paper.lines_of(note.page, note.box, quoted))]
    try:
        content = annotated(file.read_bytes(), notes)
    except UnmarkableError as problem:
        raise UsageError("annotated.locked", file=file.name) from problem
    missing = len(wanted) - len(held)
    return content, Message("annotated.missing", {"count": missing}) if missing else None


def _by_line(note: Note, lines: tuple[Box, ...]) -> Iterator[Note]:
    """Yield a note for each line of its place; the first has its label."""
    for at, line in enumerate(lines):
        yield replace(note, box=line, label="" if at else note.label)


def _of_findings(review: Review, language: str) -> Iterator[tuple[Note, str]]:
    """Yield a frame for each passage of each finding, with what is quoted there; the first has the finding's number in the margin.

    The note of a finding that somebody has handled says by whom, when and why.
    """
    handled = review.handled_findings
    for number, finding in enumerate(_in_order(review.findings), 1):
        text = f"{number}. {name_of(finding.severity, language)} {finding.code}: {say(finding.message, language)}"
        if finding in handled:
            text = f"{text}\n{say(handled[finding].told, language)}"
        label = f"{number} {finding.code}"
        for passage in finding.passages:
            for place in _on_paper(passage.place):
                assert place.page is not None, "what is on paper has a page"
                assert place.box is not None, "and stands somewhere on it"
                yield Note(place.page, place.box, Form.FRAME, COLOURS[finding.severity], text, label), passage.text
                label = ""


def _in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings as the other reports number them: the heaviest first."""
    given = tuple(findings)
    return [finding for severity in Severity for finding in given if finding.severity is severity]


def _of_amounts(comparison: Comparison, language: str) -> Iterator[tuple[Note, str]]:
    for entry in () if comparison.one_version else comparison.entries:
        if entry.status is Status.UNCHANGED:
            continue
        amount = entry.after or entry.before
        if amount is not None and amount.place.page and amount.place.box:
            yield Note(amount.place.page, amount.place.box, Form.AREA, AMOUNT, _said_of(entry, language)), amount.literal


def _said_of(entry: Entry, language: str) -> str:
    moves = " → ".join(amount_in_words(each, language) or "–" for each in (entry.before, entry.after))
    percent = "" if entry.percent is None else f" ({figure(entry.percent, language, signed=True)} %)"
    return f"{entry.label or entry.stated.literal}: {moves}{percent}"


def _on_paper(place: Place) -> Iterator[Place]:
    if place.page is not None and place.box is not None:
        yield place
