"""Everything that a report may show."""

from __future__ import annotations

from fractions import Fraction

from lydelse.model.amount import AmountKind
from lydelse.model.answered import Answered
from lydelse.model.calculation import Calculation, Origin, Outcome, Verdict
from lydelse.model.case import Case
from lydelse.model.change import Comparison, Proof
from lydelse.model.document import Source
from lydelse.model.finding import Finding, Passage, Unread
from lydelse.model.handling import Handled
from lydelse.model.in_force import InForce
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Confirmed:
    """A relation that was tested and holds. ``arithmetic`` is its figures laid out, as a message.

    ``outcome`` is the relation itself held against the version, None for what a rule confirms by itself; two that say the same are equal.
    ``shares`` are the percentages that a rule found to be all parts of one whole: of ``shared``, of 100 where that is None.
    """

    wording: Message
    origin: Origin
    verdict: Verdict
    version: Version | None
    year: int | None
    passages: tuple[Passage, ...]
    probability: Fraction | None = None
    arithmetic: str = ""
    document: str = ""
    outcome: Outcome | None = field(default=None, repr=False, compare=False)
    shares: tuple[Entry, ...] = field(default=(), repr=False, compare=False)
    shared: Entry | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How far the figures of one kind were tested. An amount counts once, under the strongest that was said of it."""

    kind: AmountKind
    amounts: int
    confirmed_stated: int
    confirmed_inferred: int
    in_findings: int

    @property
    def untested(self) -> int:
        """How many no rule reached."""
        return self.amounts - self.confirmed_stated - self.confirmed_inferred - self.in_findings


@dataclass(frozen=True, slots=True)
class Review(Answered):
    """A comparison, what was found wrong or open in it, what was confirmed, and what was not read.

    ``known`` are the ids of the findings that an earlier report told, None where none was given. ``handled`` is what persons have said of
    findings that they have dealt with, also of such as are found no more.
    """

    comparisons: tuple[Comparison, ...]
    findings: tuple[Finding, ...]
    confirmed: tuple[Confirmed, ...]
    coverage: tuple[Coverage, ...]
    unread: tuple[Unread, ...]
    calculation: Calculation = field(default_factory=Calculation)
    case: Case = field(default_factory=Case)
    rules_off: tuple[str, ...] = ()
    known: frozenset[str] | None = None
    handled: tuple[Handled, ...] = ()

    @property
    def comparison(self) -> Comparison:
        """The comparison of a review of one document or one pair."""
        return self.comparisons[0]

    @property
    def proof(self) -> Proof | None:
        """The proof of the comparison, None where there is none."""
        return self.comparison.proof

    @property
    def in_force(self) -> InForce | None:
        """What holding the redline against the document in force gave, None where no such document was given."""
        return self.comparison.in_force

    @property
    def sources(self) -> tuple[Source, ...]:
        """The files that were read, each once; a redline with the marks that it carries."""
        return tuple(dict.fromkeys(source for each in self.comparisons for source in each.sources))
