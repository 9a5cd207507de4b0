"""The relations that hold, each worked out by a formula over the sheet of amounts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce

from lydelse.figures.spelling import in_unit
from lydelse.formats.workbook.writing import LONGEST_FORMULA, Content, Figure, Live, form_with
from lydelse.model.amount import SCALES, Amount
from lydelse.model.calculation import Outcome, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.review import Confirmed, Review
from lydelse.model.text import Version
from lydelse.reports.excel_amounts import AmountSheet
from lydelse.reports.excel_declared import declared_sides
from lydelse.reports.live_terms import Term, largest, number, sum_of
from lydelse.reports.wording import name_of, say, worked

_HEADS = ["relation", "origin", "verdict", "version", "year", "section", "page", "arithmetic", "printed", "worked-out", "difference"]
_PRINTED, _WORKED_OUT = "I", "J"
_DECIMALS = 4
_ALL = 100
_FORM = "#,##0.0000"
_BLANK: list[Content] = [None, None, None]


def relation_rows(review: Review, amounts: AmountSheet, language: str) -> Iterator[list[Content]]:
    """Yield the relations that hold, below their headings: with formulas wherever two cells say the relation, else as it is said."""
    yield [say(Message(f"excel.{head}"), language) for head in _HEADS]
    for row, confirmed in enumerate(review.confirmed, 2):
        live = _live(confirmed.outcome, amounts, row) if confirmed.outcome else _shares_added_up(confirmed, amounts, row)
        yield [*_said(confirmed, language), *live]


def _shares_added_up(confirmed: Confirmed, amounts: AmountSheet, row: int) -> list[Content]:
    """Return what percentages are to make, what they make, and the difference; blank where no percentages were confirmed."""
    stated = [*confirmed.shares, *([confirmed.shared] if confirmed.shared else [])]
    if not confirmed.shares or not all(amounts.cell(entry, Version.AFTER) for entry in stated):
        return _BLANK
    terms = [Term(amounts.cell(entry, Version.AFTER), Fraction(_printed(entry, Version.AFTER).value)) for entry in stated]
    made = sum_of(terms[: len(confirmed.shares)])
    whole = terms[-1] if confirmed.shared else number(Fraction(_ALL))
    return [_shown(each) for each in (whole, made, Term(f"{_PRINTED}{row}-{_WORKED_OUT}{row}", whole.value - made.value))]


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


def _live(outcome: Outcome, amounts: AmountSheet, row: int) -> list[Content]:
    """Return what is printed, what the other figures make, and the difference; blank where no formula says it."""
    both = _Figures(outcome, amounts).printed_and_worked_out()
    if both is None or any(len(each.formula) > LONGEST_FORMULA for each in both):
        return _BLANK
    printed, made = both
    difference = Term(f"{_PRINTED}{row}-{_WORKED_OUT}{row}", printed.value - made.value)
    if outcome.relation.kind is RelationKind.BOUNDS:  # what is below its bound is not apart from it
        difference = Term(f"MAX(0,{_WORKED_OUT}{row}-{_PRINTED}{row})", max(Fraction(0), made.value - printed.value))
    return [_shown(each) for each in (printed, made, difference)]


def _shown(term: Term) -> Live:
    value = in_unit(term.value, 1, _DECIMALS)
    return Live(term.formula, value, form_with(value.normalize()) if value == value.to_integral_value() else _FORM)


class _Figures:
    """The figures of an outcome as terms, in the unit that its whole is printed in."""

    def __init__(self, outcome: Outcome, amounts: AmountSheet) -> None:
        self._outcome = outcome
        self._relation: Relation = outcome.relation
        self._version = outcome.version
        self._amounts = amounts
        whole = outcome.relation.whole.amount(outcome.version)
        self._scale = SCALES.get(whole.unit, 1) if whole else 1

    def printed_and_worked_out(self) -> tuple[Term, Term] | None:
        """Return the two sides, None where a figure has no row of its own or the relation is not of a kind that two cells say."""
        whole = self._relation.whole.amount(self._version)
        stated = [part for part in self._relation.parts if part.amount(self._version)]
        alone = not stated and self._relation.kind is not RelationKind.DECLARED
        if whole is None or alone or not all(self._amounts.cell(each, self._version) for each in (self._relation.whole, *stated)):
            return None
        match self._relation.kind:
            case RelationKind.RATIO:
                return self._heads(stated)
            case RelationKind.UPRATING:
                return self._factors()
            case RelationKind.DECLARED:
                return declared_sides(self._outcome, self._cell)
            case _:
                made = self._made(stated)
                return (self._cell(self._relation.whole, self._version), made) if made else None

    def _made(self, stated: list[Entry]) -> Term | None:
        """Return what the parts make, in the unit that the whole is printed in."""
        match self._relation.kind:
            case RelationKind.SUM:
                return self._sum(stated)
            case RelationKind.SHARE:
                return self._share()
            case RelationKind.PRODUCT | RelationKind.INSTALMENT:
                made = reduce(Term.__mul__, [self._base(part, self._version) for part in stated])
                return made.scaled(self._relation.factor / self._scale)
            case RelationKind.BOUNDS:
                return largest(self._alike(part) for part in stated)
            case _:
                return self._alike(stated[0])

    def _sum(self, stated: list[Entry]) -> Term:
        taken_off = [part for at, part in enumerate(self._relation.parts) if at in self._relation.minus]
        added = [self._alike(part) for part in stated if part not in taken_off]
        less = [self._alike(part) for part in stated if part in taken_off]
        return reduce(Term.__sub__, less, sum_of(added) if added else number(Fraction(0)))

    def _share(self) -> Term | None:
        relation = self._relation
        share, *base = relation.parts
        others = [part for part in base if part != relation.whole and part.amount(self._version)]
        if not share.amount(self._version) or not others:
            return None
        rate = self._cell(share, self._version).scaled(Fraction(1, 100))
        one = number(Fraction(1))
        if relation.on_top:
            rate = one + rate if relation.on_top > 0 else one - rate
        elif relation.whole in base:
            solved = rate.over(one - rate)
            if solved is None:
                return None
            rate = solved
        return rate * sum_of(self._alike(part) for part in others)

    def _heads(self, stated: list[Entry]) -> tuple[Term, Term] | None:
        figures = [self._relation.whole, *stated]
        counts = [
            self._base(one, self._version).over(self._base(other, self._version))
            for one, other in zip(figures[::2], figures[1::2], strict=False)
        ]
        known = [each for each in counts if each]
        return (known[0], known[1]) if len(known) > 1 else None

    def _factors(self) -> tuple[Term, Term] | None:
        moved = [each for each in (self._relation.whole, *self._relation.parts) if each.before and each.after]
        factors = [self._factor(each) for each in moved]
        known = [each for each in factors if each]
        return (known[0], known[1]) if len(known) > 1 else None

    def _factor(self, entry: Entry) -> Term | None:
        figure = self._cell if _printed(entry, Version.BEFORE).unit == _printed(entry, Version.AFTER).unit else self._base
        return figure(entry, Version.AFTER).over(figure(entry, Version.BEFORE))

    def _alike(self, entry: Entry) -> Term:
        """Return a figure in the unit that the whole is printed in."""
        return self._cell(entry, self._version).scaled(Fraction(SCALES.get(_printed(entry, self._version).unit, 1)) / self._scale)

    def _base(self, entry: Entry, version: Version) -> Term:
        """Return a figure in its base unit: the cell, times what its unit stands for."""
        return self._cell(entry, version).scaled(Fraction(SCALES.get(_printed(entry, version).unit, 1)))

    def _cell(self, entry: Entry, version: Version) -> Term:
        return Term(self._amounts.cell(entry, version), Fraction(_printed(entry, version).value))


def _printed(entry: Entry, version: Version) -> Amount:
    amount = entry.amount(version)
    assert amount is not None, "only figures that the version states are asked for"
    return amount
