"""The index of a folder for programs: ``lydelse/batch/1``."""

from __future__ import annotations

from lydelse.model.batch import Batch, FileTold, ReviewTold, Standing
from lydelse.model.finding import Severity
from lydelse.reports.json_values import Json, dumped
from lydelse.reports.wording import say

SCHEMA = "lydelse/batch/1"


def write(batch: Batch, *, version: str, language: str = "sv") -> str:
    """Return the index as JSON; ``version`` is that of the program."""
    reviews = batch.reviews
    return dumped(
        {
            "schema": SCHEMA,
            "version": version,
            "folder": batch.folder,
            "files": [_file(file, language) for file in batch.files],
            "reviews": [_review(review, since=batch.since) for review in reviews],
            "doubts": [{"before": each.before, "after": each.after, "message": say(each.why, language)} for each in batch.doubts],
            **({"gone": batch.gone} if batch.since else {}),
            "summary": {
                "files": len(batch.files),
                "standings": {standing.value: batch.count(standing) for standing in Standing},
                "new_findings": {severity.value: sum(each.count(severity) for each in reviews) for severity in Severity},
            },
        }
    )


def _file(file: FileTold, language: str) -> Json:
    told = file.described
    return {
        "path": file.path,
        "standing": file.standing.value,
        "sha256": file.sha256,
        "kind": told.kind if told else None,
        "title": told.title if told else None,
        "date": told.date if told else None,
        "case_numbers": list(told.case_numbers) if told else [],
        "pages": told.pages if told else None,
        "redline": told.redline if told else None,
        "message": say(file.said, language) if file.said else "",
    }


def _review(review: ReviewTold, *, since: bool) -> Json:
    return {
        "documents": list(review.documents),
        "kind": review.kind,
        "report": review.report,
        "sources": list(review.sources),
        "findings": [{**each.told, **({"known": each.known} if since else {})} for each in review.findings],
        "unread": list(review.unread),
    }
