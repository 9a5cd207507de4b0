"""A document held against a declared model: which quantities were found in it, and what the model makes of them."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from lydelse.model.declared import Binding, DeclaredModel, Quantity
from lydelse.model.finding import Unread
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Bound:
    """A quantity of the model and the amount of the document that it is; ``others`` state the same figures elsewhere."""

    quantity: Quantity
    entry: Entry
    others: tuple[Entry, ...] = ()


class Lack(StrEnum):
    """Why a quantity, or the weights of a population, are not bound."""

    NO_SECTION = "no section"
    NO_LABEL = "no label"
    SEVERAL = "several"
    ONLY_BEFORE = "only before"
    TAKEN = "taken"
    ANOTHER_KIND = "another kind"


@dataclass(frozen=True, slots=True)
class Unbound:
    """What was looked for and not found, or found more than once; ``nearest`` are the amounts that come closest."""

    name: str
    binding: Binding
    lack: Lack
    nearest: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class UnboundBands:
    """Rows of a table of weights that no band of a population goes into, or bands that no row takes, by their labels."""

    population: str
    entries: tuple[Entry, ...]
    rows: tuple[str, ...] = ()
    bands: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Untested:
    """A part of the model that was not tested, and for the want of which quantities."""

    name: str
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValueDiffers:
    """A printed figure that is not what the workbook holds, rounded as printed; ``factor`` is the scale that would explain it, 0 for none.

    ``saved`` is the workbook's number in the base unit (kronor, for money; per cent for shares).
    """

    bound: Bound
    version: Version
    saved: Fraction
    factor: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Share:
    """What one part of a total adds to its change, in the base unit. ``index`` and ``heads`` are the names in the model, "" where none."""

    name: str
    entry: Entry
    by_index: Fraction
    by_volume: Fraction
    by_other: Fraction
    index: str = ""
    heads: str = ""


@dataclass(frozen=True, slots=True)
class Decomposition:
    """The change of a total taken apart: what the index explains, then what the volume explains at the uprated price, then the rest.

    The printed totals themselves may differ from the sum of their parts; ``rounding`` is that difference.
    """

    relation: str
    total: Entry
    shares: tuple[Share, ...]
    rounding: Fraction

    @property
    def by_index(self) -> Fraction:
        """What uprating explains, in the base unit."""
        return sum((share.by_index for share in self.shares), Fraction(0))

    @property
    def by_volume(self) -> Fraction:
        """What the volume explains, in the base unit."""
        return sum((share.by_volume for share in self.shares), Fraction(0))

    @property
    def by_other(self) -> Fraction:
        """What neither explains, in the base unit."""
        return sum((share.by_other for share in self.shares), Fraction(0))


@dataclass(frozen=True, slots=True)
class AgainstModel:
    """Everything that holding a document against a model gave, beside the outcomes of its relations."""

    model: DeclaredModel
    bound: tuple[Bound, ...] = ()
    unbound: tuple[Unbound, ...] = ()
    unbound_bands: tuple[UnboundBands, ...] = ()
    untested: tuple[Untested, ...] = ()
    differing: tuple[ValueDiffers, ...] = ()
    agreeing: tuple[Bound, ...] = ()
    decompositions: tuple[Decomposition, ...] = ()
    unread: tuple[Unread, ...] = ()
