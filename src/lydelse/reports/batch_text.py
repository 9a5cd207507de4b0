"""A folder on the screen: how many files became what, what was found that no earlier index told, and what was not read."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.model.batch import Batch, ReviewTold, Standing, Together
from lydelse.model.finding import Severity
from lydelse.model.message import Message
from lydelse.reports.unbreakable import printable
from lydelse.reports.wording import name_of, say

SHOWN = (Severity.ERROR, Severity.WARNING)
"""What is shown finding by finding; questions are counted."""


def write(batch: Batch, language: str = "sv") -> str:
    """Return the lines."""
    parts = (_heading(batch, language), _findings(batch, language), _not_read(batch, language), _doubts(batch, language))
    return printable("\n\n".join("\n".join(lines) for part in parts if (lines := list(part)))) + "\n"


def _heading(batch: Batch, language: str) -> Iterator[str]:
    yield say(Message("batch.title", {"folder": batch.folder, "n": len(batch.files)}), language)
    for standing in Standing:
        if batch.count(standing):
            yield f"  {batch.count(standing):>6}  {name_of(standing, language)}"
    yield counted(batch.reviews, language)
    if batch.since:
        known = sum(each.known for review in batch.reviews for each in review.findings)
        yield say(Message("report.since", {"known": known, "gone": batch.gone}), language)


def counted(reviews: tuple[ReviewTold, ...], language: str) -> str:
    """Return how many findings of each severity reviews have together: "2 fel, 1 varning, 14 frågor, 0 upplysningar"."""
    counts = [(sum(each.count(severity) for each in reviews), severity) for severity in Severity]
    return ", ".join(f"{n} {say(Message(f'report.count.{severity.value}', {'n': n}), language)}" for n, severity in counts)


def _findings(batch: Batch, language: str) -> Iterator[str]:
    for review in batch.reviews:
        shown = [each for each in review.findings if each.severity in SHOWN and not each.known]
        if shown:
            yield named(review, language)
        for each in shown:
            section = f" {each.told['section']}" if each.told["section"] else ""
            yield f"  {name_of(each.severity, language)} {each.told['code']}{section}: {each.told['message']}"


def named(review: ReviewTold, language: str) -> str:
    """Return what a report is about: a document, or two that were reviewed together."""
    if len(review.documents) == 1:
        return review.documents[0]
    key = "batch.pair" if review.kind == Together.VERSIONS.value else f"batch.pair.{review.kind}"
    return say(Message(key, {"before": review.documents[0], "after": review.documents[1]}), language)


def _not_read(batch: Batch, language: str) -> Iterator[str]:
    files = [file for file in batch.files if file.said and file.standing in {Standing.REFUSED, Standing.BROKEN}]
    if files:
        yield say(Message("batch.not-read"), language)
    yield from (f"  {file.path}: {say(file.said, language)}" for file in files if file.said)


def _doubts(batch: Batch, language: str) -> Iterator[str]:
    if batch.doubts:
        yield say(Message("batch.doubts"), language)
    yield from (f"  {say(doubt.why, language)}" for doubt in batch.doubts)
