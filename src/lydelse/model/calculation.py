"""The calculation model: relations between amounts, and how each one fares when it is tested."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from lydelse.model.interval import Interval
from lydelse.model.message import Message
from lydelse.model.place import Place
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass

if TYPE_CHECKING:
    from lydelse.model.against_model import AgainstModel
    from lydelse.model.formula import Formula


class RelationKind(StrEnum):
    """The sorts of relation that amounts can stand in.

    A product's whole is all its parts times each other; an instalment's is its one part so many times; of bounds the whole is the
    ceiling and the part what must not exceed it; what is uprated moved by one factor between the versions.
    A ratio's figures are pairs, the whole first: total, average, total, average, each pair implying one number of heads. What a declared
    relation says of its figures stands in its formula.
    """

    SUM = "sum"
    SHARE = "share"
    PRODUCT = "product"
    RATIO = "ratio"
    EQUALITY = "equality"
    INSTALMENT = "instalment"
    BOUNDS = "bounds"
    UPRATING = "uprating"
    DECLARED = "declared"


class Origin(StrEnum):
    """Where a relation comes from; what is stated is *confirmed* when it holds, what is inferred is *consistent*."""

    STATED = "stated"
    INFERRED = "inferred"
    MODEL = "model"


class Verdict(StrEnum):
    """How a relation fares against the printed figures."""

    EXACT = "exact"
    WITHIN_ROUNDING = "within rounding"
    BARELY = "barely"
    PLAUSIBLE = "plausible"
    INCONSISTENT = "inconsistent"
    NOT_TESTABLE = "not testable"


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between amounts.

    ``whole`` is the figure that is tested and ``parts`` the figures that make it: the parts of a sum, the share and the amounts
    of its base, the amounts that must be equal. ``wording`` says the relation as a person would. ``chance`` is how likely an
    inferred relation is to hold by coincidence, with ``tried`` the number of combinations looked at.

    ``exact`` says that the figures are printed to the last unit, so that rounding is no excuse. ``on_top`` is 1 where a share's
    whole is the base with the share added, -1 where it is taken off. ``earlier`` is the wording of the earlier version where
    that names other rows or columns. ``factor`` is what a product or an instalment is multiplied by besides its parts (12 months),
    ``minus`` tells by position which parts of a sum are taken off. ``formula`` is what a declared relation says of its figures, None for
    the other kinds.
    """

    kind: RelationKind
    whole: Entry
    parts: tuple[Entry, ...]
    wording: Message
    origin: Origin
    place: Place
    tried: int = 1
    chance: Fraction = Fraction(0)
    exact: bool = False
    on_top: int = 0
    earlier: Message | None = None
    formula: Formula | None = None
    factor: Fraction = Fraction(1)
    minus: tuple[int, ...] = ()

    def worded(self, version: Version) -> Message:
        """Return the relation's wording as it reads in one version."""
        return self.earlier if version is Version.BEFORE and self.earlier else self.wording


@dataclass(frozen=True, slots=True)
class Outcome:
    """A relation held against one version's figures.

    ``found`` and ``expected`` are in the base unit (kronor); ``difference`` is the printed whole less the printed parts,
    ``probability`` how often honest rounding alone would differ as much.
    """

    relation: Relation
    version: Version
    year: int | None
    verdict: Verdict
    found: Interval
    expected: Interval
    difference: Fraction
    probability: Fraction | None = None

    @property
    def holds(self) -> bool:
        """Tell whether the figures agree."""
        return self.verdict in {Verdict.EXACT, Verdict.WITHIN_ROUNDING, Verdict.BARELY, Verdict.PLAUSIBLE}


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Relations that hold one by one in a version, and that cannot hold together: none of them can be left out."""

    version: Version
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True)
class Calculation:
    """The relations that a document states or obeys, each tested in each version, and those that cannot hold together.

    ``stopped`` says which searches were not made in full, since they would take too long. ``against_model`` is what holding the
    document against a declared model gave, None where no model was given.
    """

    relations: tuple[Relation, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    against_model: AgainstModel | None = None
    contradictions: tuple[Contradiction, ...] = ()
    stopped: tuple[Message, ...] = ()
