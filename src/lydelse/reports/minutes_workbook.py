"""Minutes that were checked together as a workbook: findings, the chains of cases, and what was read and not read, a sheet each."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.formats.workbook.writing import Content, Figure, Page, workbook_bytes
from lydelse.model.finding import Severity
from lydelse.model.finding_ids import identified
from lydelse.model.message import Fact, Message
from lydelse.model.minutes_review import MinutesReview
from lydelse.reports.by_hand import handled_in_words
from lydelse.reports.minutes_view import shown_chains
from lydelse.reports.wording import name_of, say


def write(review: MinutesReview, language: str = "sv") -> bytes:
    """Return minutes that were read together as the bytes of a workbook."""
    words = _Words(language)
    chains, confirmed = [*_chains(review, words)], [*_confirmed(review, words)]
    pages = [
        Page(words.say("excel.findings"), [*_findings(review, words)], (5, 10, 8, 24, 14, 7, 76, 36, 20), filtered=True),
        *([Page(words.say("minutes.chains"), chains, (40, 50, 50))] if len(chains) > 1 else []),
        *([Page(words.say("excel.relations"), confirmed, (90, 30, 14))] if len(confirmed) > 1 else []),
        Page(words.say("excel.sources"), [*_sources(review, words)], (22, 40, 18, 70, 9)),
    ]
    return workbook_bytes(pages, [])


class _Words:
    """The catalogue's words in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def say(self, key: str, **facts: Fact) -> str:
        """Return the words of a key."""
        return say(Message(key, facts), self.language)

    def row(self, *keys: str) -> list[Content]:
        """Return the headings of a sheet."""
        return [self.say(f"excel.{key}") for key in keys]


def _findings(review: MinutesReview, words: _Words) -> Iterator[list[Content]]:
    since = [] if review.known is None else ["known"]
    yield words.row("number", "severity", "code", "document", "section", "page", "finding", "answer", "id", *since)
    ordered = [each for severity in Severity for each in identified(review.findings) if each[1].severity is severity]
    handled = {each.finding_id: say(each.told, words.language) for each in review.handled}
    for number, (id_, finding) in enumerate(ordered, 1):
        place = finding.place
        yield [
            Figure.of(number),
            name_of(finding.severity, words.language),
            finding.code,
            finding.passages[0].document,
            place.section,
            Figure.of(place.page) if place.page else None,
            say(finding.message, words.language),
            handled.get(id_),
            id_,
            *([] if review.known is None else [words.say("excel.yes" if id_ in review.known else "excel.no")]),
        ]


def _chains(review: MinutesReview, words: _Words) -> Iterator[list[Content]]:
    yield words.row("what", "said", "document")
    for chain in shown_chains(review, words.language):
        yield [chain.title, None, None]
        for what, where in chain.links:
            yield [None, what, where]
        for where, text in chain.mentions:
            yield [None, text, where]


def _confirmed(review: MinutesReview, words: _Words) -> Iterator[list[Content]]:
    yield words.row("relation", "document", "section")
    for each in review.confirmed:
        section = each.passages[0].place.section if each.passages else ""
        yield [say(each.wording, words.language), each.document, section]


def _sources(review: MinutesReview, words: _Words) -> Iterator[list[Content]]:
    yield words.row("what", "document", "code", "said", "page")
    for source in review.sources:
        yield [words.say("excel.file"), source.name, "", "", Figure.of(source.pages) if source.pages else None]
        yield ["SHA-256", source.name, "", source.sha256, None]
    off = words.say("report.rules-off", codes=review.rules_off) if review.rules_off else words.say("report.rules-off.none")
    yield [words.say("excel.rules"), "", "", off, None]
    for sentence in handled_in_words(review, words.language):
        yield [words.say("excel.by-hand"), "", "", sentence, None]
    for unread in review.unread:
        kind = name_of(unread.severity, words.language)
        yield [kind, unread.document, unread.code, say(unread.message, words.language), Figure.of(unread.page) if unread.page else None]
