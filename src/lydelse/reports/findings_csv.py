"""What was found, a line each: comma-separated values (RFC 4180), UTF-8.

Figures have a decimal point. A text that a spreadsheet would take for a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io

from lydelse.model.finding import Finding, Unread
from lydelse.model.finding_ids import identified
from lydelse.model.review import Review
from lydelse.reports.wording import say

COLUMNS = (
    "id",
    "code",
    "name",
    "severity",
    "document",
    "section",
    "page",
    "message",
    "relation",
    "found",
    "expected",
    "suggestion",
    "known",
    "handled_by",
    "handled_on",
    "handled_because",
)
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes a text that begins so for: a formula."""


def write(review: Review, language: str = "sv") -> str:
    """Return the findings of a review and what was not read, in that order, under one row of headers."""
    output = io.StringIO()
    lines = csv.writer(output, lineterminator="\r\n")
    lines.writerow(COLUMNS)
    only = review.comparison.after.source.name
    handled = {each.finding_id: (each.who, each.when, each.why) for each in review.handled}
    for id_, finding in identified(review.findings):
        known = "" if review.known is None else str(id_ in review.known).lower()
        lines.writerow(
            [
                *(_harmless(each) for each in _of_finding(id_, finding, only, language)),
                known,
                *map(_harmless, handled.get(id_, ("", "", ""))),
            ]
        )
    for unread in review.unread:
        lines.writerow([_harmless(each) for each in _of_unread(unread, only, language)])
    return output.getvalue()


def _of_finding(id_: str, finding: Finding, document: str, language: str) -> list[str]:
    place = finding.place
    where = [finding.passages[0].document or document, place.section, str(place.page or "")]
    said = [say(finding.message, language), finding.relation, finding.found, finding.expected, finding.suggestion]
    return [id_, finding.code, finding.name, finding.severity.value, *where, *said]


def _of_unread(unread: Unread, document: str, language: str) -> list[str]:
    where = [unread.document or document, "", str(unread.page or "")]
    return ["", unread.code, "unread", unread.severity.value, *where, say(unread.message, language), *[""] * 8]


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
