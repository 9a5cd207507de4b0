"""The part of a declared model that says how a unit's reimbursement is made of the document's figures and the unit's own."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Literal

from lydelse.model.declared import Binding
from lydelse.records import dataclass

Sign = Literal["+", "-", "*", "/", "<", "<=", ">", ">=", "="]


class Function(StrEnum):
    """What a term may ask for; the values are how a model writes them, å, ä and ö as a and o."""

    WEIGHTED = "viktat"
    STEP = "steg"
    MARGINAL = "marginal"
    DISTRIBUTED = "fordelat"
    ALL_UNITS = "summa"
    RESIDENTS = "invanare"
    AT_LEAST = "lagst"
    AT_MOST = "hogst"
    IF = "om"
    ROUNDED = "avrundat"


ARGUMENTS = {
    Function.WEIGHTED: 1,
    Function.STEP: 2,
    Function.MARGINAL: 2,
    Function.DISTRIBUTED: 2,
    Function.ALL_UNITS: 1,
    Function.RESIDENTS: 2,
    Function.AT_LEAST: 2,
    Function.AT_MOST: 2,
    Function.IF: 3,
    Function.ROUNDED: 2,
}
"""How many arguments each takes."""
OF_TABLES = frozenset({Function.WEIGHTED, Function.STEP, Function.MARGINAL})
"""Those whose first argument is a table."""


@dataclass(frozen=True, slots=True)
class Literally:
    """A number of a term; "15 %" is 0,15."""

    value: Fraction


@dataclass(frozen=True, slots=True)
class Name:
    """A quantity, a column of the units' file, a choice, a step on the way or another component."""

    name: str


@dataclass(frozen=True, slots=True)
class Turned:
    """A term with its sign changed."""

    of: Term


@dataclass(frozen=True, slots=True)
class Combined:
    """Two terms with a sign between them; a comparison is 1 where it holds and 0 where it does not."""

    sign: Sign
    left: Term
    right: Term


@dataclass(frozen=True, slots=True)
class Called:
    """A function of terms; the first argument of those that are about tables is the table's name."""

    function: Function
    arguments: tuple[Term, ...]


Term = Literally | Name | Turned | Combined | Called


@dataclass(frozen=True, slots=True)
class Formula:
    """A term, and how it was written."""

    term: Term
    text: str


@dataclass(frozen=True, slots=True)
class UnitColumn:
    """A figure of each unit: ``heading`` is what its column in the units' file is called. Without it what asks for it is left out."""

    name: str
    heading: str
    needed: bool = True
    unit: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class UnitTable:
    """A table of weights by bracket.

    It stands in the document where ``binding`` says, below a heading of rows ``rows_headed`` where several of its section have the same
    columns; or its rows are given in the model. ``exact`` False says that the weights are rounded as printed.
    """

    name: str
    binding: Binding
    rows_headed: str = ""
    exact: bool = True
    rows: tuple[tuple[str, Decimal], ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A question that the document leaves open, with what each answer means; ``answer`` is "" where nobody has answered it."""

    name: str
    question: str
    alternatives: tuple[tuple[str, Formula], ...]
    answer: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Component:
    """A part of a unit's reimbursement.

    ``section`` is the paragraph that makes it, ``total`` names the quantity that its sum over all units must be, "" for none.
    ``only`` is the owner that it is for: "privat", "offentlig" or "" for all. What is a ``step`` is no part of the reimbursement
    by itself: others are made of it.
    """

    name: str
    title: str
    formula: Formula
    section: str = ""
    total: str = ""
    only: str = ""
    step: bool = False
    line: int = 0


@dataclass(frozen=True, slots=True)
class UnitModel:
    """How a unit's reimbursement is made. ``instalments`` is in how many parts a year it is paid, 0 where the model does not say."""

    components: tuple[Component, ...]
    columns: tuple[UnitColumn, ...] = ()
    tables: tuple[UnitTable, ...] = ()
    choices: tuple[Choice, ...] = ()
    instalments: int = 0
    is_drafted: bool = False

    @property
    def open_choices(self) -> tuple[Choice, ...]:
        """The questions that nobody has answered."""
        return tuple(choice for choice in self.choices if not choice.answer)

    def formulas(self) -> Iterator[Formula]:
        """Yield every formula."""
        for component in self.components:
            yield component.formula
        for choice in self.choices:
            for _, formula in choice.alternatives:
                yield formula


def terms_in(term: Term) -> Iterator[Term]:
    """Yield a term and all that it is made of."""
    yield term
    match term:
        case Turned(of):
            yield from terms_in(of)
        case Combined(_, left, right):
            yield from terms_in(left)
            yield from terms_in(right)
        case Called(_, arguments):
            for argument in arguments:
                yield from terms_in(argument)
        case Literally() | Name():
            return


def tables_in(term: Term) -> Iterator[str]:
    """Yield the tables that a term asks, in order."""
    for each in terms_in(term):
        if isinstance(each, Called) and each.function in OF_TABLES and isinstance(each.arguments[0], Name):
            yield each.arguments[0].name


def names_in_term(term: Term) -> Iterator[str]:
    """Yield the names of a term that are no tables, in order, as often as they stand there."""
    match term:
        case Name(name):
            yield name
        case Turned(of):
            yield from names_in_term(of)
        case Combined(_, left, right):
            yield from names_in_term(left)
            yield from names_in_term(right)
        case Called(function, arguments):
            for argument in arguments[function in OF_TABLES :]:
                yield from names_in_term(argument)
        case Literally():
            return
