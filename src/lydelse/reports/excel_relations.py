"""The relations that hold, each worked out by a formula over the sheet of amounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce

from lydelse.checks.declared_arithmetic import laid_out
from lydelse.figures.spelling import in_unit
from lydelse.formats.workbook.writing import Content, Figure, Live, form_with
from lydelse.model.amount import SCALES, Amount
from lydelse.model.calculation import Outcome, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.review import Confirmed, Review
from lydelse.model.text import Version
from lydelse.reports.excel_amounts import AmountSheet
from lydelse.reports.wording import name_of, say, worked

_HEADS = ["relation", "origin", "verdict", "version", "year", "section", "page", "arithmetic", "printed", "worked-out", "difference"]
_PRINTED, _WORKED_OUT = "I", "J"
_DECIMALS = 4
_FORM = "#,##0.0000"


def relation_rows(review: Review, amounts: AmountSheet, language: str) -> Iterator[list[Content]]:
    """Yield the relations that hold, below their headings: those of the first document with formulas, the others as they are said."""
    yield [say(Message(f"excel.{head}"), language) for head in _HEADS]
    outcomes = {
        (repr(each.relation.worded(each.version)), each.version, laid_out(each)): each for each in review.calculation.outcomes if each.holds
    }
    first = review.comparison.after.source.name
    for row, confirmed in enumerate(review.confirmed, 2):
        outcome = outcomes.get((repr(confirmed.wording), confirmed.version or Version.AFTER, confirmed.arithmetic))
        live = _live(outcome, amounts, row) if outcome and confirmed.document == first else [None, None, None]
        yield [*_said(confirmed, language), *live]


def _said(confirmed: Confirmed, language: str) -> list[Content]:
    place = confirmed.passages[0].place if confirmed.passages else None
    return [
        say(confirmed.wording, language),
        name_of(confirmed.origin, language),
        name_of(confirmed.verdict, language),
        name_of(confirmed.version, language) if confirmed.version else "",
        Figure.plain(confirmed.year) if confirmed.year else None,
        place.section if place else "",
        Figure.of(place.page) if place and place.page else None,
        worked(confirmed.arithmetic, language),
    ]


@dataclass(frozen=True, slots=True)
class _Term:
    """A formula and the value that it has."""

    formula: str
    value: Fraction

    def __add__(self, other: _Term) -> _Term:
        return _Term(f"{self.formula}+{other.formula}", self.value + other.value)

    def __mul__(self, other: _Term) -> _Term:
        return _Term(f"({self.formula})*({other.formula})", self.value * other.value)

    def over(self, other: _Term) -> _Term | None:
        return _Term(f"({self.formula})/({other.formula})", self.value / other.value) if other.value else None


def _number(value: Fraction) -> _Term:
    written = str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"
    return _Term(written, value)


def _live(outcome: Outcome, amounts: AmountSheet, row: int) -> list[Content]:
    """Return what is printed, what the other figures make, and the difference; blank where no formula says it."""
    both = _Figures(outcome, amounts).printed_and_worked_out()
    if both is None:
        return [None, None, None]
    printed, made = both
    difference = _Term(f"{_PRINTED}{row}-{_WORKED_OUT}{row}", printed.value - made.value)
    if outcome.relation.kind is RelationKind.BOUNDS:  # what is below its bound is not apart from it
        difference = _Term(f"MAX(0,{_WORKED_OUT}{row}-{_PRINTED}{row})", max(Fraction(0), made.value - printed.value))
    return [_shown(each) for each in (printed, made, difference)]


def _shown(term: _Term) -> Live:
    value = in_unit(term.value, 1, _DECIMALS)
    return Live(term.formula, value, form_with(value.normalize()) if value == value.to_integral_value() else _FORM)


class _Figures:
    """The figures of an outcome as terms, in the unit that its whole is printed in."""

    def __init__(self, outcome: Outcome, amounts: AmountSheet) -> None:
        self._relation: Relation = outcome.relation
        self._version = outcome.version
        self._amounts = amounts

    def printed_and_worked_out(self) -> tuple[_Term, _Term] | None:
        """Return the two sides, None where a figure has no row of its own or the relation is not of a kind that two cells say."""
        whole = self._relation.whole.amount(self._version)
        stated = [part for part in self._relation.parts if part.amount(self._version)]
        if whole is None or not stated or not all(self._amounts.cell(each, self._version) for each in (self._relation.whole, *stated)):
            return None
        match self._relation.kind:
            case RelationKind.RATIO:
                return self._heads(stated)
            case RelationKind.UPRATING:
                return self._factors()
            case RelationKind.DECLARED:
                return None
            case _:
                made = self._made(stated)
                return (self._base(self._relation.whole) * _unit(whole), made * _unit(whole)) if made else None

    def _made(self, stated: list[Entry]) -> _Term | None:
        """Return what the parts make, in the base unit."""
        match self._relation.kind:
            case RelationKind.SUM:
                return _sum(self._signed(part) for part in stated)
            case RelationKind.SHARE:
                return self._share()
            case RelationKind.PRODUCT | RelationKind.INSTALMENT:
                return reduce(_Term.__mul__, [_number(self._relation.factor), *map(self._base, stated)])
            case RelationKind.BOUNDS:
                terms = [self._base(part) for part in stated]
                return _Term(f"MAX({','.join(each.formula for each in terms)})", max(each.value for each in terms))
            case _:
                return self._base(stated[0])

    def _signed(self, part: Entry) -> _Term:
        taken_off = self._relation.parts.index(part) in self._relation.minus
        return _number(Fraction(-1)) * self._base(part) if taken_off else self._base(part)

    def _share(self) -> _Term | None:
        relation = self._relation
        share, *base = relation.parts
        others = [part for part in base if part != relation.whole and part.amount(self._version)]
        if not share.amount(self._version) or not others:
            return None
        rate = self._base(share) * _number(Fraction(1, 100))
        one = _number(Fraction(1))
        if relation.on_top:
            rate = one + _number(Fraction(relation.on_top)) * rate
        elif relation.whole in base:
            solved = rate.over(one + _number(Fraction(-1)) * rate)
            if solved is None:
                return None
            rate = solved
        return rate * _sum(self._base(part) for part in others)

    def _heads(self, stated: list[Entry]) -> tuple[_Term, _Term] | None:
        figures = [self._relation.whole, *stated]
        counts = [self._base(one).over(self._base(other)) for one, other in zip(figures[::2], figures[1::2], strict=False)]
        known = [each for each in counts if each]
        return (known[0], known[1]) if len(known) > 1 else None

    def _factors(self) -> tuple[_Term, _Term] | None:
        moved = [each for each in (self._relation.whole, *self._relation.parts) if each.before and each.after]
        factors = [self._base(each, Version.AFTER).over(self._base(each, Version.BEFORE)) for each in moved]
        known = [each for each in factors if each]
        return (known[0], known[1]) if len(known) > 1 else None

    def _base(self, entry: Entry, version: Version | None = None) -> _Term:
        """Return a figure in its base unit: the cell, times what its unit stands for."""
        version = version or self._version
        amount = entry.amount(version)
        assert amount is not None, "only figures that the version states are asked for"
        cell = _Term(self._amounts.cell(entry, version), Fraction(amount.value))
        scale = SCALES.get(amount.unit, 1)
        return cell if scale == 1 else cell * _number(Fraction(scale))


def _unit(whole: Amount) -> _Term:
    return _number(Fraction(1, SCALES.get(whole.unit, 1)))


def _sum(terms: Iterable[_Term]) -> _Term:
    return reduce(_Term.__add__, terms)
