"""What was found, for programs that gather the results of many tools: SARIF 2.1.0 (OASIS).

A place on paper has no lines, so a location names the file, the section as its logical location, and the page and the box as
properties. What is to be answered by a person is of the kind ``review``, what is to be known ``informational``; both have the level
``none``, as the standard asks. What was not read stands among the notifications of the run.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from lydelse.model.document import Source
from lydelse.model.finding import Finding, Passage, Severity, Unread
from lydelse.model.finding_ids import identified
from lydelse.model.handling import Handled
from lydelse.model.review import Review
from lydelse.reports.json_values import Json, box_json, dumped
from lydelse.reports.rules_told import RuleTold
from lydelse.reports.wording import say

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

KINDS = {Severity.ERROR: "fail", Severity.WARNING: "fail", Severity.QUESTION: "review", Severity.INFO: "informational"}
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUESTION: "none", Severity.INFO: "none"}
NOTED = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.QUESTION: "note", Severity.INFO: "note"}


def write(review: Review, rules: Sequence[RuleTold], *, version: str, language: str = "sv") -> str:
    """Return the SARIF log of a review; ``rules`` are all that there are, ``version`` is that of the program."""
    used = [rule for rule in rules if rule.code not in review.rules_off]
    run: Json = {
        "tool": {"driver": {"name": "lydelse", "version": version, "language": "sv", "rules": [_rule_json(rule) for rule in used]}},
        "language": language,
        "columnKind": "unicodeCodePoints",
        "artifacts": [_artifact_json(source) for source in review.sources],
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": _notifications(review.unread, language)}],
        **({"properties": {"rulesOff": list(review.rules_off)}} if review.rules_off else {}),
        "results": _results(review, [rule.code for rule in used], language),
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule_json(rule: RuleTold) -> Json:
    level = LEVELS[rule.severity]
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule.summary or rule.name},
        "help": {"text": rule.help, "markdown": rule.help},
        "defaultConfiguration": {"level": level},
    }


def _artifact_json(source: Source) -> Json:
    return {"location": {"uri": quote(source.name)}, "hashes": {"sha-256": source.sha256}}


def _notifications(unread: Iterable[Unread], language: str) -> list[Json]:
    return [
        {
            "descriptor": {"id": each.code},
            "level": NOTED[each.severity],
            "message": {"text": say(each.message, language)},
            **({"locations": [_located(each.document)]} if each.document else {}),
            "properties": {"page": each.page},
        }
        for each in unread
    ]


def _results(review: Review, codes: Sequence[str], language: str) -> list[Json]:
    only = review.comparison.after.source.name
    index = {code: at for at, code in enumerate(codes)}
    results = [(id_, _result(id_, finding, index, only, language)) for id_, finding in identified(review.findings)]
    handled = {each.finding_id: _suppression(each) for each in review.handled}
    results = [(id_, {**result, **({"suppressions": [handled[id_]]} if id_ in handled else {})}) for id_, result in results]
    if review.known is None:
        return [result for _, result in results]
    return [{**result, "baselineState": "unchanged" if id_ in review.known else "new"} for id_, result in results]


def _suppression(handled: Handled) -> Json:
    """Return what a person said of a finding as SARIF tells it (2.1.0, 3.35)."""
    return {
        "kind": "external",
        "status": "accepted",
        "justification": handled.why,
        "properties": {"who": handled.who, "when": handled.when},
    }


def _result(id_: str, finding: Finding, index: dict[str, int], document: str, language: str) -> Json:
    first, *others = [_location(passage, document) for passage in finding.passages]
    told = {"relation": finding.relation, "found": finding.found, "expected": finding.expected, "suggestion": finding.suggestion}
    return {
        "ruleId": finding.code,
        **({"ruleIndex": index[finding.code]} if finding.code in index else {}),
        "kind": KINDS[finding.severity],
        "level": LEVELS[finding.severity],
        "message": {"text": say(finding.message, language)},
        "locations": [first],
        **({"relatedLocations": [{"id": at, **each} for at, each in enumerate(others, 1)]} if others else {}),
        "partialFingerprints": {"lydelseFinding/v1": id_},
        "properties": {"severity": finding.severity.value, **{name: value for name, value in told.items() if value}},
    }


def _location(passage: Passage, document: str) -> Json:
    place = passage.place
    section = {"name": place.section or place.section_id, "fullyQualifiedName": place.section_id, "kind": "section"}
    return {
        **_located(passage.document or document),
        **({"logicalLocations": [section]} if place.section_id else {}),
        **({"message": {"text": passage.text}} if passage.text else {}),
        "properties": {"page": place.page, "box": box_json(place.box)},
    }


def _located(document: str) -> Json:
    return {"physicalLocation": {"artifactLocation": {"uri": quote(document)}}}
