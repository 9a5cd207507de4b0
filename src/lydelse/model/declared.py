"""A declared calculation model: what an official has written down that the figures of a document must obey."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from lydelse.model.finding import Unread
from lydelse.model.workbook import Saved, Smell
from lydelse.records import dataclass

if TYPE_CHECKING:
    from lydelse.model.impact_model import UnitModel

Sign = Literal["+", "-", "*", "/"]
YearChoice = int | Literal["first", "last"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number of an expression; ``literal`` is how it was written, "15 %"."""

    value: Fraction
    literal: str


@dataclass(frozen=True, slots=True)
class Named:
    """A quantity of an expression."""

    name: str


@dataclass(frozen=True, slots=True)
class Negative:
    """An expression with its sign changed."""

    of: Expression


@dataclass(frozen=True, slots=True)
class Operation:
    """Two expressions with a sign between them."""

    sign: Sign
    left: Expression
    right: Expression


Expression = Number | Named | Negative | Operation


@dataclass(frozen=True, slots=True)
class Equation:
    """Two or more expressions that are equal; ``text`` is how that was written."""

    sides: tuple[Expression, ...]
    text: str

    @property
    def names(self) -> tuple[str, ...]:
        """The quantities that it names, each once, in order."""
        return tuple(dict.fromkeys(name for side in self.sides for name in names_in(side)))

    @property
    def numbers(self) -> tuple[Fraction, ...]:
        """The numbers that are written in it."""
        return tuple(number for side in self.sides for number in _numbers_in(side))

    def renamed(self, names: Mapping[str, str]) -> Equation:
        """Return the equation with its quantities under other names; its text stays as it was written."""
        return Equation(tuple(_renamed(side, names) for side in self.sides), self.text)


def _renamed(expression: Expression, names: Mapping[str, str]) -> Expression:
    match expression:
        case Named(name):
            return Named(names[name])
        case Negative(of):
            return Negative(_renamed(of, names))
        case Operation(sign, left, right):
            return Operation(sign, _renamed(left, names), _renamed(right, names))
        case Number():
            return expression


def names_in(expression: Expression) -> Iterator[str]:
    """Yield the quantities that an expression names, in order, as often as it does."""
    match expression:
        case Named(name):
            yield name
        case Negative(of):
            yield from names_in(of)
        case Operation(_, left, right):
            yield from names_in(left)
            yield from names_in(right)
        case Number():
            return


def _numbers_in(expression: Expression) -> Iterator[Fraction]:
    match expression:
        case Number(value):
            yield value
        case Negative(of):
            yield from _numbers_in(of)
        case Operation(_, left, right):
            yield from _numbers_in(left)
            yield from _numbers_in(right)
        case Named():
            return


@dataclass(frozen=True, slots=True)
class Binding:
    """Where the document states a quantity: never by position, so that next year's document can be bound too.

    ``section`` is a number, a title, or both ("4.1.1 Ersättning per listad"); ``label`` is what the amount is called, a row's header
    in a table, and ``column`` the column's; ``year`` tells amounts apart that differ in nothing but their year.
    """

    section: str = ""
    label: str = ""
    column: str = ""
    year: YearChoice | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity of the model: bound to the document, given in the model itself, or both.

    ``unit`` and ``per`` are those of the printed figure ("tkr"; "kr" per "invånare"). ``exact`` overrules what the figure's own writing
    implies, None leaves it. ``values`` are given numbers in the unit, by year; a number without a year is good for every year.
    ``saved`` is what the workbook holds for it.
    """

    name: str
    binding: Binding | None = None
    unit: str = ""
    per: str = ""
    exact: bool | None = None
    values: tuple[tuple[int | None, Decimal], ...] = ()
    saved: Saved | None = None
    line: int = 0

    def value(self, year: int | None) -> Decimal | None:
        """Return the number that is given for a year, None where there is none."""
        given = dict(self.values)
        return given.get(year, given.get(None))


@dataclass(frozen=True, slots=True)
class DeclaredRelation:
    """A relation of the model: an equation between its quantities."""

    name: str
    equation: Equation
    line: int = 0


@dataclass(frozen=True, slots=True)
class Population:
    """How many there were in each band at a date, and which weights they are to be tested with.

    ``bands`` are labels as a document's rows have them ("0–4", "85 år och äldre") with numbers of people. ``binding`` says where the
    weights stand: the section and the column, the bands being the rows. The weighted mean must be ``mean``. ``price`` and ``total`` name
    quantities where the document states what weight 1 gives and what is given in all.
    """

    name: str
    date: str
    bands: tuple[tuple[str, Decimal], ...]
    binding: Binding
    mean: Fraction = Fraction(1)
    price: str = ""
    total: str = ""
    year: int | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Index:
    """An expected uprating: by how many per cent quantities move from the earlier version to the later one.

    ``heads`` names a quantity whose own change the quantities follow as well, "" where they are to follow the index alone.
    """

    name: str
    percent: Decimal
    quantities: tuple[str, ...]
    heads: str = ""
    exact: bool = True
    line: int = 0


@dataclass(frozen=True, slots=True)
class DeclaredModel:
    """A calculation model as declared in a file. ``smells`` and ``unread`` are those of its workbook.

    ``units`` says how a unit's reimbursement is made, None where the file does not say.
    """

    file: str
    quantities: tuple[Quantity, ...] = ()
    relations: tuple[DeclaredRelation, ...] = ()
    populations: tuple[Population, ...] = ()
    indices: tuple[Index, ...] = ()
    workbook: str = ""
    smells: tuple[Smell, ...] = ()
    unread: tuple[Unread, ...] = ()
    units: UnitModel | None = None

    def quantity(self, name: str) -> Quantity | None:
        """Return the quantity of a name, None where the model has none."""
        return next((each for each in self.quantities if each.name == name), None)
