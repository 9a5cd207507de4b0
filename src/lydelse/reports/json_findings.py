"""What was found, what was confirmed and how far the figures were tested: ``lydelse/findings/1``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lydelse.model.finding import Finding
from lydelse.model.finding_ids import identified
from lydelse.model.review import Confirmed, Coverage, Review
from lydelse.reports.json_in_force import in_force_part
from lydelse.reports.json_values import Json, dumped, passages_json, probability_json, proof_json, source_json, unread_json
from lydelse.reports.wording import say

if TYPE_CHECKING:
    from lydelse.model.minutes_review import MinutesReview

SCHEMA = "lydelse/findings/1"


def write(review: Review, *, version: str, language: str = "sv") -> str:
    """Return the JSON of a review; ``version`` is that of the program."""
    return dumped(findings_json(review, version=version, language=language))


def findings_json(review: Review, *, version: str, language: str = "sv") -> Json:
    """Return a review as one JSON object."""
    return {
        "schema": SCHEMA,
        "version": version,
        "sources": [source_json(source, language) for source in review.sources],
        **in_force_part(review, language),
        "rules_off": list(review.rules_off),
        **_corrected_part(review, language),
        "proof": proof_json(review.proof),
        **findings_part(review, language),
        "confirmed": [confirmed_json(each, language) for each in review.confirmed],
        "coverage": [coverage_json(each) for each in review.coverage],
        "unread": unread_json(review.unread, language),
    }


def findings_part(review: Review | MinutesReview, language: str) -> Json:
    """Return the findings with their ids and, where an earlier report was given, whether it told them and what is found no more.

    With those that persons have handled stands what they said, and what was said of such as are gone.
    """
    findings = [
        {**finding_json(id_, finding, language), **({} if review.known is None else {"known": id_ in review.known})}
        for id_, finding in identified(review.findings)
    ]
    part: Json = {"findings": findings, **({} if review.known is None else {"gone": list(review.gone)})}
    if not review.handled:
        return part
    said = {each.finding_id: {"who": each.who, "when": each.when, "why": each.why} for each in review.handled}
    beside = [{**each, **({"handled": said[each["id"]]} if each["id"] in said else {})} for each in findings]
    gone = [{"finding_id": each.finding_id, **said[each.finding_id]} for each in review.handled_and_gone]
    return {**part, "findings": beside, **({"handled_and_gone": gone} if gone else {})}


def _corrected_part(review: Review, language: str) -> Json:
    """Return what persons have corrected, each with its place; nothing where nobody has."""
    corrected = [
        {
            "message": say(each.message, language),
            "section": each.place.section,
            "section_id": each.place.section_id,
            "page": each.place.page,
        }
        for comparison in review.comparisons
        for each in comparison.corrected
    ]
    return {"corrected": corrected} if corrected else {}


def finding_json(id_: str, finding: Finding, language: str) -> Json:
    """Return one finding with its id."""
    return {
        "id": id_,
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "document": finding.passages[0].document,
        "section": finding.place.section,
        "section_id": finding.place.section_id,
        "page": finding.place.page,
        "message": say(finding.message, language),
        "relation": finding.relation,
        "found": finding.found,
        "expected": finding.expected,
        "suggestion": finding.suggestion,
        "places": passages_json(finding.passages),
    }


def confirmed_json(confirmed: Confirmed, language: str) -> Json:
    """Return one relation that holds."""
    first = confirmed.passages[0].place if confirmed.passages else None
    return {
        "relation": say(confirmed.wording, language),
        "arithmetic": confirmed.arithmetic,
        "origin": confirmed.origin.value,
        "verdict": confirmed.verdict.value,
        "probability": probability_json(confirmed.probability),
        "version": confirmed.version.value if confirmed.version else None,
        "year": confirmed.year,
        "document": confirmed.document,
        "section": first.section if first else "",
        "section_id": first.section_id if first else "",
        "places": passages_json(confirmed.passages),
    }


def coverage_json(coverage: Coverage) -> Json:
    """Return how far the figures of one kind were tested."""
    return {
        "kind": coverage.kind.value,
        "amounts": coverage.amounts,
        "confirmed_stated": coverage.confirmed_stated,
        "confirmed_inferred": coverage.confirmed_inferred,
        "in_findings": coverage.in_findings,
        "untested": coverage.untested,
    }
