"""Minutes that were checked together as a Word document: findings with room for an answer, chains of cases, what was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.formats.ooxml.sheet_rows import Content, Line
from lydelse.model.finding import Severity
from lydelse.model.minutes_review import MinutesReview
from lydelse.reports.by_hand import handled_in_words
from lydelse.reports.earlier import since_in_words
from lydelse.reports.minutes_view import ShownMinutesFinding, shown_chains, shown_findings, shown_minutes
from lydelse.reports.word_report.sheet import Sheet
from lydelse.reports.wording import say

BULLET = "\N{BULLET} "


def write(review: MinutesReview, *, version: str, language: str = "sv") -> bytes:
    """Return the report as a Word file; ``version`` is that of the program."""
    documents = shown_minutes(review, language)
    sheet = Sheet(language, documents[0].title if documents else "", "minutes.report")
    sheet.heading(sheet.say("minutes.report"), 0)
    sheet.paragraph(sheet.say("report.standing"))
    for document in documents:
        sheet.facts([(sheet.say("minutes.report"), document.title), *document.facts])
    off = sheet.say("report.rules-off", codes=review.rules_off) if review.rules_off else sheet.say("report.rules-off.none")
    for sentence in (since_in_words(review, language), *handled_in_words(review, language), off):
        if sentence:
            sheet.paragraph(sentence)
    _findings(sheet, shown_findings(review, language))
    _chains(sheet, review, language)
    _confirmed(sheet, review, language)
    _unread(sheet, review, language)
    sheet.heading(sheet.say("report.files"), 1)
    sheet.table([sheet.say("report.file"), "SHA-256"], _files(review), (0.35, 0.65))
    sheet.paragraph(sheet.say("report.version", version=version), small=True)
    return sheet.content()


def _files(review: MinutesReview) -> Iterator[Sequence[Content]]:
    for source in review.sources:
        yield [source.name, Line.of(source.sha256, small=True)]


def _findings(sheet: Sheet, findings: Sequence[ShownMinutesFinding]) -> None:
    sheet.heading(sheet.say("report.findings"), 1)
    if not findings:
        sheet.paragraph(sheet.say("report.findings.none"))
    heads = [sheet.say("excel.number"), sheet.say("excel.finding"), sheet.say("report.action")]
    for severity in Severity:
        group = [each for each in findings if each.finding.severity is severity]
        if group:
            sheet.heading(f"{sheet.say(f'report.group.{severity}')} ({len(group)})", 2)
            sheet.table(heads, [_row(sheet, each) for each in group], (0.09, 0.63, 0.28))


def _row(sheet: Sheet, shown: ShownMinutesFinding) -> Sequence[Content]:
    known = [Line.of(sheet.say("report.known"), small=True)] if shown.known else []
    code = [Line.of(f"{shown.number}.", bold=True), Line.of(shown.finding.code, small=True), *known]
    return [code, [Line.of(shown.sentence), *(Line.of(place, small=True) for place in _places(sheet, shown))], shown.handled]


def _places(sheet: Sheet, shown: ShownMinutesFinding) -> Iterator[str]:
    for where, texts in shown.places:
        quoted = ", ".join(sheet.say("report.quoted", text=text) for text in texts)
        yield ": ".join(part for part in (where, quoted) if part)


def _chains(sheet: Sheet, review: MinutesReview, language: str) -> None:
    chains = shown_chains(review, language)
    if chains:
        sheet.heading(sheet.say("minutes.chains"), 1)
    for chain in chains:
        sheet.heading(chain.title, 2)
        for what, where in chain.links:
            sheet.paragraph(f"{BULLET}{what} ({where})")
        for where in dict.fromkeys(where for where, _ in chain.mentions):
            sheet.paragraph(BULLET + sheet.say("minutes.chain.mention", where=where))


def _confirmed(sheet: Sheet, review: MinutesReview, language: str) -> None:
    if review.confirmed:
        sheet.heading(sheet.say("report.relations"), 1)
    for each in review.confirmed:
        where = f" ({each.document})" if each.document and len(review.sources) > 1 else ""
        sheet.paragraph(f"{BULLET}{say(each.wording, language)}{where}")


def _unread(sheet: Sheet, review: MinutesReview, language: str) -> None:
    sheet.heading(sheet.say("report.unread"), 1)
    if not review.unread:
        sheet.paragraph(sheet.say("report.unread.none"))
    for each in review.unread:
        where = ", ".join(part for part in (each.document, sheet.say("report.page", page=each.page) if each.page else "") if part)
        sheet.paragraph(f"{BULLET}{each.code} {say(each.message, language)}{f' ({where})' if where else ''}")
