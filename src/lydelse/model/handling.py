"""Findings that a person has dealt with: who, when and why, known by the name that a finding keeps from run to run."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lydelse.model.finding import Finding
from lydelse.model.finding_ids import identified
from lydelse.model.message import Message
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Handled:
    """That a finding is dealt with. ``when`` is a day as ISO 8601 writes it; none of the four is empty."""

    finding_id: str
    who: str
    when: str
    why: str

    @property
    def told(self) -> Message:
        """What is said of it beside the finding."""
        return Message("report.handled", {"who": self.who, "when": self.when, "why": self.why})


def latest(handled: Iterable[Handled]) -> tuple[Handled, ...]:
    """Return what was said last of each finding, in the order in which the findings were first dealt with."""
    return tuple({each.finding_id: each for each in handled}.values())


def handled_among(findings: Iterable[Finding], handled: Iterable[Handled]) -> Mapping[Finding, Handled]:
    """Return the findings that are dealt with, each with what was said of it."""
    said = {each.finding_id: each for each in handled}
    return {finding: said[id_] for id_, finding in identified(findings) if id_ in said}


def handled_and_gone(findings: Iterable[Finding], handled: Iterable[Handled]) -> tuple[Handled, ...]:
    """Return what was said of findings that are found no more: another wording or another figure is another finding."""
    found = {id_ for id_, _ in identified(findings)}
    return tuple(each for each in latest(handled) if each.finding_id not in found)
