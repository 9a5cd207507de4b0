"""What an earlier report told, so that a later one can say what is new."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lydelse.errors import UnreadableFileError
from lydelse.model.handling import Handled
from lydelse.model.message import Message
from lydelse.model.review import Review
from lydelse.reports.wording import say

if TYPE_CHECKING:
    from lydelse.model.minutes_review import MinutesReview

_FINDINGS = ("lydelse/findings/", "lydelse/minutes/")
"""The schemas of reports that hold findings."""


def known_findings(file: Path) -> frozenset[str]:
    """Return the ids of the findings of an earlier report as JSON.

    Raises:
        UnreadableFileError: the file is not there, is no JSON, or is no report of findings.
    """
    return frozenset(each["id"] for each in _report(file)["findings"])


def handled_in(file: Path) -> tuple[Handled, ...]:
    """Return what an earlier report as JSON says of findings that persons have handled, also of such as it did not find any more.

    Raises:
        UnreadableFileError: the file is not there, is no JSON, or is no report of findings.
    """
    report = _report(file)
    try:
        beside = [{**each["handled"], "finding_id": each["id"]} for each in report["findings"] if "handled" in each]
        said = [*beside, *report.get("handled_and_gone", ())]
        return tuple(Handled(*(str(each[key]) for key in ("finding_id", "who", "when", "why"))) for each in said)
    except (KeyError, TypeError) as problem:
        raise UnreadableFileError("error.no-earlier-report", file=file.name) from problem


def _report(file: Path) -> dict[str, Any]:
    try:
        report: Any = json.loads(file.read_bytes())
    except FileNotFoundError as missing:
        raise UnreadableFileError("error.missing", file=file.name) from missing
    except OSError as refused:
        raise UnreadableFileError("error.refused", file=file.name, reason=refused.strerror or "") from refused
    except ValueError as problem:
        raise UnreadableFileError("error.no-earlier-report", file=file.name) from problem
    schema = report.get("schema") if isinstance(report, dict) else None
    if not isinstance(schema, str) or not schema.startswith(_FINDINGS):
        raise UnreadableFileError("error.no-earlier-report", file=file.name)
    findings = report.get("findings")
    if not isinstance(findings, list) or not all(isinstance(each, dict) and isinstance(each.get("id"), str) for each in findings):
        raise UnreadableFileError("error.no-earlier-report", file=file.name)
    return {**report}


def since_in_words(review: Review | MinutesReview, language: str) -> str:
    """Return how many findings an earlier report told as well, and how many of its are gone; "" where none was given."""
    if review.known is None:
        return ""
    return say(Message("report.since", {"known": len(review.known_findings), "gone": len(review.gone)}), language)
