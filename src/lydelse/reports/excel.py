"""The review as a workbook: findings, amounts, relations as live formulas, changes, and what was not read, a sheet each.

Figures are numbers with the decimals that they were printed with. What a relation says is worked out by formulas that refer to the
sheet of amounts, so that whoever changes a figure there sees what it does. No text becomes a formula.
"""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.formats.workbook.writing import Content, Figure, Page, workbook_bytes
from lydelse.model.change import Comparison
from lydelse.model.finding import Severity
from lydelse.model.finding_ids import identified
from lydelse.model.message import Message
from lydelse.model.review import Review
from lydelse.model.text import Mark
from lydelse.reports.by_hand import by_hand_in_words
from lydelse.reports.change_lines import change_lines
from lydelse.reports.excel_amounts import AmountSheet
from lydelse.reports.excel_relations import relation_rows
from lydelse.reports.wording import convention_in_words, name_of, say, worked

_MARKS = {Mark.KEPT: ("", ""), Mark.STRUCK: ("[-", "-]"), Mark.INSERTED: ("{+", "+}")}


def write(review: Review, language: str = "sv") -> bytes:
    """Return a review as the bytes of a workbook."""
    words = _Words(language)
    amounts = AmountSheet(review.comparisons, language)
    pages = [
        Page(words("excel.findings"), [*_findings(review, words)], (5, 10, 8, 18, 9, 7, 60, 32, 14, 14, 18, 36, 20), filtered=True),
        amounts.page,
        Page(
            words("excel.relations"), [*relation_rows(review, amounts, language)], (52, 21, 17, 17, 7, 9, 7, 52, 15, 15, 13), filtered=True
        ),
        *_changes(review.comparisons, words),
        Page(words("excel.sources"), [*_sources(review, words)], (22, 40, 18, 70, 9)),
    ]
    return workbook_bytes(pages, [])


def write_comparison(comparison: Comparison, language: str = "sv") -> bytes:
    """Return what a comparison changed as the bytes of a workbook."""
    amounts = AmountSheet((comparison,), language)
    return workbook_bytes([*_changes((comparison,), _Words(language)), amounts.page], [])


class _Words:
    """The catalogue's words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str) -> str:
        """Return the words of a key."""
        return say(Message(key), self.language)

    def row(self, *keys: str) -> list[Content]:
        """Return the headings of a sheet."""
        return [self(f"excel.{key}") for key in keys]


def _findings(review: Review, words: _Words) -> Iterator[list[Content]]:
    yield words.row(
        "number",
        "severity",
        "code",
        "document",
        "section",
        "page",
        "finding",
        "relation",
        "found",
        "expected",
        "suggestion",
        "answer",
        "id",
        *([] if review.known is None else ["known"]),
    )
    only = review.comparison.after.source.name
    ordered = [each for severity in Severity for each in identified(review.findings) if each[1].severity is severity]
    handled = {each.finding_id: say(each.told, words.language) for each in review.handled}
    for number, (id_, finding) in enumerate(ordered, 1):
        place = finding.place
        yield [
            Figure.of(number),
            name_of(finding.severity, words.language),
            finding.code,
            finding.passages[0].document or only,
            place.section,
            Figure.of(place.page) if place.page else None,
            say(finding.message, words.language),
            worked(finding.relation, words.language),
            worked(finding.found, words.language),
            worked(finding.expected, words.language),
            finding.suggestion,
            handled.get(id_),
            id_,
            *([] if review.known is None else [words("excel.yes" if id_ in review.known else "excel.no")]),
        ]


def _changes(comparisons: tuple[Comparison, ...], words: _Words) -> Iterator[Page]:
    """Yield the sheet of changes, none where every document has one version only."""
    if all(comparison.one_version for comparison in comparisons):
        return
    rows = [words.row("document", "kind", "part", "section", "page", "redline", "aside")]
    for comparison in comparisons:
        rows.extend(_of_comparison(comparison, words))
    yield Page(words("excel.changes"), rows, (18, 12, 12, 12, 7, 90, 30), filtered=True)


def _of_comparison(comparison: Comparison, words: _Words) -> Iterator[list[Content]]:
    for line in change_lines(comparison):
        marked = "".join(f"{_MARKS[run.mark][0]}{run.text}{_MARKS[run.mark][1]}" for run in line.runs)
        asides = "; ".join(say(each, words.language) for each in line.asides)
        unit = name_of(line.unit, words.language)
        page = Figure.of(line.page) if line.page else None
        yield [comparison.after.source.name, words(line.key), unit, line.sections, page, marked, asides]


def _sources(review: Review, words: _Words) -> Iterator[list[Content]]:
    yield words.row("what", "document", "code", "said", "page")
    for source in review.sources:
        yield [
            words("excel.file"),
            source.name,
            "",
            convention_in_words(source, words.language),
            Figure.of(source.pages) if source.pages else None,
        ]
        yield ["SHA-256", source.name, "", source.sha256, None]
    off = Message("report.rules-off", {"codes": review.rules_off}) if review.rules_off else Message("report.rules-off.none")
    yield [words("excel.rules"), "", "", say(off, words.language), None]
    for sentence in by_hand_in_words(review, words.language):
        yield [words("excel.by-hand"), "", "", sentence, None]
    for unread in review.unread:
        kind = name_of(unread.severity, words.language)
        yield [kind, unread.document, unread.code, say(unread.message, words.language), Figure.of(unread.page) if unread.page else None]
    for comparison in review.comparisons:
        if comparison.proof is not None:
            said = words("report.proof.holds" if comparison.proof.holds else "report.proof.fails")
            yield [words("excel.proof"), comparison.after.source.name, "", said, None]
