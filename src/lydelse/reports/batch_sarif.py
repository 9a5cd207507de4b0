"""What was found in a whole folder, for programs that gather the results of many tools: SARIF 2.1.0, as of one document (``sarif``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast
from urllib.parse import quote

from lydelse.model.batch import Batch, FindingTold, ReviewTold, Standing
from lydelse.model.finding import Severity
from lydelse.reports.json_values import Json, dumped
from lydelse.reports.sarif import KINDS, LEVELS, NOTED, SCHEMA
from lydelse.reports.wording import say

NOT_READ = {Standing.REFUSED: "error", Standing.BROKEN: "error", Standing.SKIPPED: "note"}


def write(batch: Batch, *, version: str, language: str = "sv") -> str:
    """Return the SARIF log of a folder; its addresses are the files' paths seen from the folder."""
    results = [result for review in batch.reviews for result in _results(review, since=batch.since)]
    told = {str(each.told["code"]): str(each.told["name"]) for review in batch.reviews for each in review.findings}
    run: Json = {
        "tool": {
            "driver": {
                "name": "lydelse",
                "version": version,
                "language": "sv",
                "rules": [{"id": code, "name": told[code]} for code in sorted(told)],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "artifacts": [
            {"location": {"uri": quote(file.path)}, **({"hashes": {"sha-256": file.sha256}} if file.sha256 else {})} for file in batch.files
        ],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": [*_unread(batch), *_files(batch, language)]}],
        "results": results,
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _results(review: ReviewTold, *, since: bool) -> Iterator[Json]:
    for each in review.findings:
        places = cast("list[dict[str, Any]]", each.told["places"])
        first, *others = [_location(review, place) for place in places]
        told = {name: each.told[name] for name in ("relation", "found", "expected", "suggestion") if each.told[name]}
        yield {
            "ruleId": each.told["code"],
            "kind": KINDS[each.severity],
            "level": LEVELS[each.severity],
            "message": {"text": each.told["message"]},
            "locations": [first],
            **({"relatedLocations": [{"id": at, **other} for at, other in enumerate(others, 1)]} if others else {}),
            "partialFingerprints": {"lydelseFinding/v1": _fingerprint(review, each)},
            **({"baselineState": "unchanged" if each.known else "new"} if since else {}),
            "properties": {"severity": each.severity.value, **told},
        }


def _fingerprint(review: ReviewTold, finding: FindingTold) -> str:
    """Return what a finding is known by among those of the whole folder."""
    return "|".join((*review.documents, str(finding.told["id"])))


def _location(review: ReviewTold, place: dict[str, Any]) -> Json:
    section = {"name": place["section"] or place["section_id"], "fullyQualifiedName": place["section_id"], "kind": "section"}
    return {
        **_located(review.documents[-1]),
        **({"logicalLocations": [section]} if place["section_id"] else {}),
        **({"message": {"text": place["text"]}} if place["text"] else {}),
        "properties": {"page": place["page"], "box": place["box"]},
    }


def _located(path: str) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": quote(path)}}}


def _unread(batch: Batch) -> Iterator[Json]:
    for review in batch.reviews:
        for each in review.unread:
            yield {
                "descriptor": {"id": each["code"]},
                "level": NOTED[Severity(str(each["severity"]))],
                "message": {"text": each["message"]},
                "locations": [_located(review.documents[-1])],
                "properties": {"page": each["page"]},
            }


def _files(batch: Batch, language: str) -> Iterator[Json]:
    for file in batch.files:
        if file.said and file.standing in NOT_READ:
            yield {
                "descriptor": {"id": file.standing.value},
                "level": NOT_READ[file.standing],
                "message": {"text": say(file.said, language)},
                "locations": [_located(file.path)],
            }
