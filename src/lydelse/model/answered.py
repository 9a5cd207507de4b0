"""Findings beside what persons and earlier reports have said of them: what every review has in common."""

from __future__ import annotations

from collections.abc import Mapping

from lydelse.model.finding import Finding
from lydelse.model.finding_ids import gone_from, known_among, new_among
from lydelse.model.handling import Handled, handled_among, handled_and_gone


class Answered:
    """A review that has findings.

    ``known`` are the ids of the findings that an earlier report told, None where none was given. ``handled`` is what persons have said of
    findings that they have dealt with, also of such as are found no more.
    """

    __slots__ = ()

    findings: tuple[Finding, ...]
    known: frozenset[str] | None
    handled: tuple[Handled, ...]

    @property
    def handled_findings(self) -> Mapping[Finding, Handled]:
        """The findings that are dealt with, each with what was said of it."""
        return handled_among(self.findings, self.handled) if self.handled else {}

    @property
    def handled_and_gone(self) -> tuple[Handled, ...]:
        """What was said of findings that are found no more."""
        return handled_and_gone(self.findings, self.handled)

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """The findings that no earlier report told and that nobody has dealt with: those that a threshold counts."""
        dealt_with = self.handled_findings
        return tuple(finding for finding in self.new_findings if finding not in dealt_with)

    @property
    def new_findings(self) -> tuple[Finding, ...]:
        """The findings that no earlier report told; all of them where none was given."""
        return new_among(self.findings, self.known)

    @property
    def known_findings(self) -> tuple[Finding, ...]:
        """The findings that an earlier report told as well."""
        return known_among(self.findings, self.known)

    @property
    def gone(self) -> tuple[str, ...]:
        """The ids of what an earlier report told and is found no more."""
        return gone_from(self.findings, self.known)
