"""What a rule is: one code, one function, one page beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from importlib import resources
from typing import Generic, TypeVar, cast

from lydelse.model.calculation import Calculation, Origin, Verdict
from lydelse.model.change import Comparison
from lydelse.model.document import Document
from lydelse.model.finding import Finding, Passage, Severity, Term
from lydelse.model.message import Fact, Message
from lydelse.model.place import Place
from lydelse.model.quantity import Entry
from lydelse.model.review import Confirmed
from lydelse.model.section import Section
from lydelse.model.text import Version
from lydelse.records import dataclass

Given = TypeVar("Given")
"""What a reading of a subject gives."""


@dataclass(frozen=True)
class Subject:
    """What the rules look at: the versions held against each other, and the relations that their figures obey.

    Of a document of one version only ``after`` is to be judged; ``before`` is then the same text. A rule that needs both versions asks
    ``comparison.one_version`` first.
    """

    comparison: Comparison
    calculation: Calculation

    @property
    def before(self) -> Document:
        """The earlier version."""
        return self.comparison.before

    @property
    def after(self) -> Document:
        """The later version."""
        return self.comparison.after

    @property
    def redline(self) -> Document:
        """The one marked document that both versions are readings of."""
        return self.comparison.redline

    def heading(self, place: Place) -> str:
        """Return what a section is called: its number, "§ 118" of minutes, its title where it has none, "" before the first heading."""
        section = self._sections.get(place.section_id)
        if not place.section:
            return section.title if section else ""
        printed = (section.heading.after or section.heading.before) if section and section.heading else ""
        return f"§ {place.section}" if printed.lstrip().startswith("§") else place.section

    def once(self, reading: Callable[[Subject], Given]) -> Given:
        """Return what a reading of this subject gives; each reading is made once, whichever rules ask for it."""
        if reading not in self._readings:
            self._readings[reading] = reading(self)
        return cast("Given", self._readings[reading])

    @cached_property
    def _readings(self) -> dict[object, object]:
        return {}

    @cached_property
    def _sections(self) -> dict[str, Section]:
        """The sections by their ids, as the later version has them before the redline."""
        return {section.section_id: section for document in (self.redline, self.after) for section in reversed(document.sections)}

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every amount, paired across the versions, in document order."""
        return self.comparison.entries


@dataclass(frozen=True, slots=True)
class Details:
    """What a finding may hold beside its message: the arithmetic in figures, and what to write instead."""

    relation: str = ""
    found: str = ""
    expected: str = ""
    suggestion: str = ""
    difference: str = ""
    rounding: str = ""
    terms: tuple[Term, ...] = ()


_NO_DETAILS = Details()

Judged = TypeVar("Judged")
"""What a rule looks at: one document, as a Subject, or minutes and their papers together."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Judged]):
    """A rule of a catalogue. ``severity`` is the usual one; a finding may weigh less where the page says so."""

    code: str
    name: str
    severity: Severity
    judge: Callable[[Judged], Iterator[Finding | Confirmed]]

    def __call__(self, subject: Judged) -> Iterator[Finding | Confirmed]:
        """Yield what the rule finds, and what it tested that holds."""
        return self.judge(subject)

    @property
    def page(self) -> str:
        """The rule's page (Markdown, Swedish), which is its explanation, its help text and its test cases at once."""
        package, _, module = self.judge.__module__.rpartition(".")
        return (resources.files(package) / f"{module}.md").read_text(encoding="utf-8")

    def finding(
        self, *at: Passage, facts: Mapping[str, Fact], case: str = "", severity: Severity | None = None, details: Details = _NO_DETAILS
    ) -> Finding:
        """Return a finding of this rule.

        Args:
            at: where it stands; the first passage is where it is shown.
            facts: the figures, names and quotations of its sentence.
            case: which of the rule's sentences says it: "table" gives the message "S101.table", "" gives "S101".
            severity: where this finding does not weigh as the rule usually does.
            details: the arithmetic in figures and the suggestion.
        """
        message = Message(f"{self.code}.{case}" if case else self.code, facts)
        return Finding(
            self.code,
            self.name,
            severity or self.severity,
            message,
            at,
            relation=details.relation,
            found=details.found,
            expected=details.expected,
            suggestion=details.suggestion,
            difference=details.difference,
            rounding=details.rounding,
            terms=details.terms,
        )

    def confirmed(self, *at: Passage, facts: Mapping[str, Fact], document: str, case: str = "holds") -> Confirmed:
        """Return something that the document states and that this rule tested and found to hold, in the later version."""
        wording = Message(f"{self.code}.{case}", facts)
        return Confirmed(wording, Origin.STATED, Verdict.EXACT, Version.AFTER, None, at, document=document)


def rule(
    code: str, name: str, severity: Severity
) -> Callable[[Callable[[Judged], Iterator[Finding] | Iterator[Finding | Confirmed]]], Rule[Judged]]:
    """Make a rule of a function. The rule is a value; it is in force when it stands in the catalogue."""

    def made(judge: Callable[[Judged], Iterator[Finding] | Iterator[Finding | Confirmed]]) -> Rule[Judged]:
        return Rule(code, name, severity, judge)

    return made


def passage_of(entry: Entry, version: Version = Version.AFTER) -> Passage:
    """Return the passage that quotes an entry's figure in one version, in the other where the one has none."""
    amount = entry.amount(version) or entry.stated
    return Passage(amount.place if amount.place.path else entry.place, amount.literal)
