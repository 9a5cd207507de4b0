"""What the page of a finished work shows: read from its JSON report, whose form is published and checked."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from lydelse.model.finding import Severity
from lydelse.records import dataclass
from lydelse.web.orders import Kind
from lydelse.web.tasks import REPORTS, can_print, report_file
from lydelse.web.tested_model import TestedModel, tested_in
from lydelse.web.works import Finished, Work


@dataclass(frozen=True, slots=True)
class ShownFinding:
    """A finding: ``id`` is the same from run to run, ``number`` that of its place in the report.

    ``known`` tells whether an earlier review told it, None where none was given.
    """

    id: str
    number: int
    code: str
    severity: Severity
    message: str
    section: str
    page: int | None
    document: str
    known: bool | None


@dataclass(frozen=True, slots=True)
class ShownChain:
    """A case through the documents: each step with what it is, as a key of the catalogue, whose, when, its § and its document."""

    case_number: str
    links: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a work. ``counts`` are the findings of each severity, ``unread`` the sentences of what was not read."""

    forms: tuple[str, ...]
    findings: tuple[ShownFinding, ...]
    counts: Mapping[Severity, int]
    unread: tuple[str, ...]
    tested: TestedModel | None = None
    chains: tuple[ShownChain, ...] = ()
    rules_off: tuple[str, ...] = ()

    @property
    def has_report(self) -> bool:
        """Tell whether there is a report to read as a page."""
        return "html" in self.forms


def shown_result(work: Work, language: str) -> Result:
    """Return what the page of a finished work shows."""
    assert isinstance(work.state, Finished), "only a finished work has a result"
    report = _report_of(work)
    findings = tuple(_shown(finding, number) for number, finding in enumerate(_in_order(report), 1))
    counts = {severity: sum(finding.severity is severity for finding in findings) for severity in Severity}
    unread = tuple(str(each["message"]) for each in report.get("unread", ()))
    made = {*work.state.made.forms, *(["pdf"] if "html" in work.state.made.forms and can_print() else [])}
    return Result(
        forms=tuple(form for form in REPORTS if form in made),
        findings=findings,
        counts=counts,
        unread=unread,
        tested=tested_in(report, language) if work.order.kind is Kind.MODEL else None,
        chains=tuple(_chains(report)),
        rules_off=tuple(report.get("rules_off", ())),
    )


def _report_of(work: Work) -> Mapping[str, Any]:
    if work.order.kind is Kind.DRAFT:
        return {}
    report: Mapping[str, Any] = json.loads(report_file(work.folder, "json").read_bytes())
    return report


def _in_order(report: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    heaviness = [*Severity]
    return sorted(report.get("findings", ()), key=lambda finding: heaviness.index(Severity(finding["severity"])))


def _shown(finding: Mapping[str, Any], number: int) -> ShownFinding:
    return ShownFinding(
        id=finding["id"],
        number=number,
        code=finding["code"],
        severity=Severity(finding["severity"]),
        message=finding["message"],
        section=finding["section"],
        page=finding["page"],
        document=finding["document"],
        known=finding.get("known"),
    )


def _chains(report: Mapping[str, Any]) -> Iterator[ShownChain]:
    for chain in report.get("chains", ()):
        links = tuple((f"stage.{each['stage'].replace(' ', '-')}", _of_link(each), each["document"]) for each in chain["links"])
        if links:
            yield ShownChain(chain["case_number"], links)


def _of_link(link: Mapping[str, Any]) -> str:
    paragraph = f"§ {link['paragraph']}" if link["paragraph"] is not None else ""
    return " ".join(part for part in (link["body"], link["date"] or "", paragraph) if part)
