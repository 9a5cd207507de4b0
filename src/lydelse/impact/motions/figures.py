"""A change of a figure that a motion asks for: which amount of the proposal it is, and what stands there then."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from lydelse.calculation.declared.names import label_rank
from lydelse.figures.spelling import in_unit, spelled
from lydelse.impact.motions.asked import Asked
from lydelse.impact.motions.proposal import Proposal
from lydelse.impact.motions.targets import entries_named
from lydelse.model.amount import SCALES, Amount, AmountKind, Qualifier
from lydelse.model.impact_motion import Act, Demand, Edit, Why
from lydelse.model.quantity import Entry
from lydelse.patterns import compiled
from lydelse.records import replace

MOST_CANDIDATES = 8
_NUMBERLESS = frozenset({AmountKind.WEIGHT, AmountKind.COUNT})
_LIMITS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST})
_FIGURE = compiled(r"^(?:[^\W\d_]+\s*\(\d[\d ]*\)|[^\W\d_]+(?=\s)|[-\u2212\u2013]?\d[\d \u00a0\u202f\u2009]*(?:,\d+)?)")
"""The figure that a printed amount begins with: "500", "tre (3)", "tre"."""


def figure_demand(said: str, asked: Asked, proposal: Proposal) -> Demand:
    """Return the edit of the one amount that a demand names, or why there is none."""
    named = entries_named(proposal, asked.phrase, lambda entry: _goes_with(proposal.amount(entry), asked))
    if not named:
        others = entries_named(proposal, asked.phrase, lambda _entry: True)
        if others and all(_goes_with(proposal.amount(each), _without_limit(asked)) for each in others):
            return Demand(said, why=Why.NOT_UNDERSTOOD)
        if others and len(others) == 1:
            return Demand(said, why=Why.ANOTHER_UNIT, said=proposal.amount(others[0]).literal)
        return Demand(said, why=Why.NO_TARGET)
    if asked.from_ is not None:
        from_ = asked.from_
        same = [entry for entry in named if _states(proposal, entry, from_)]
        if not same:
            return _several(said, proposal, named) if len(named) > 1 else _another(said, proposal, named[0])
        named = same
    if len(named) > 1:
        return _several(said, proposal, named)
    if asked.in_percent and asked.to is None and proposal.amount(named[0]).kind is AmountKind.SHARE:
        return _in_percent_of_percent(said, asked, proposal, named[0])
    return _changed(said, asked, proposal, named[0])


def _without_limit(asked: Asked) -> Asked:
    """Return a demand for a floor or a ceiling as one for a figure: what it speaks of may be there, without one."""
    return replace(asked, to=_bare(asked.to), by=_bare(asked.by), from_=_bare(asked.from_))


def _bare(amount: Amount | None) -> Amount | None:
    return None if amount is None else replace(amount, qualifier=Qualifier.NONE)


def reverted(said: str, asked: Asked, proposal: Proposal) -> Demand:
    """Return the edit that gives an amount its current figure back."""
    moved = entries_named(
        proposal,
        asked.phrase,
        lambda entry: (before := proposal.before_of(entry)) is not None and before.exactly != proposal.amount(entry).exactly,
    )
    if not moved:
        return Demand(said, why=Why.NO_TARGET)
    if len(moved) > 1:
        return _several(said, proposal, moved)
    before = proposal.before_of(moved[0])
    assert before is not None, "only amounts whose current figure is known are looked among"
    if asked.to is not None and not _states(proposal, moved[0], asked.to):
        return _another(said, proposal, moved[0])
    return Demand(said, _edits(proposal, moved[0], before.value))


def _goes_with(amount: Amount, asked: Asked) -> bool:
    """Tell whether an amount is of the kind that a demand speaks of."""
    spoken = asked.to or asked.by or asked.from_
    if spoken is None:
        return asked.share is not None and amount.kind is not AmountKind.BOUND
    if spoken.qualifier in _LIMITS and amount.qualifier is not spoken.qualifier:
        return False
    if spoken.per and amount.per and label_rank(spoken.per, amount.per) is None:
        return False
    if spoken.unit in SCALES:
        return amount.kind is AmountKind.MONEY
    if spoken.kind in _NUMBERLESS and not spoken.unit:
        return amount.kind in _NUMBERLESS or not amount.unit
    if spoken.unit in {"%", "procentenheter"}:
        return amount.unit == "%"
    return amount.unit == spoken.unit


def _states(proposal: Proposal, entry: Entry, wanted: Amount) -> bool:
    before = proposal.before_of(entry)
    stated = [proposal.amount(entry).exactly, *([before.exactly] if before else [])]
    return wanted.exactly in stated


def _several(said: str, proposal: Proposal, named: Sequence[Entry]) -> Demand:
    return Demand(said, why=Why.AMBIGUOUS, candidates=tuple(proposal.called(entry) for entry in named[:MOST_CANDIDATES]))


def _in_percent_of_percent(said: str, asked: Asked, proposal: Proposal, entry: Entry) -> Demand:
    """Return both that "5 procent" may mean of a share: a part of the share, or percentage points."""
    amount = proposal.amount(entry)
    percent = (asked.share or Fraction(0)) * 100
    points = Decimal(percent.numerator) / Decimal(percent.denominator)
    values = (amount.value * (100 + points) / 100, amount.value + points)
    called = proposal.called(entry)
    return Demand(said, why=Why.AMBIGUOUS, candidates=tuple(f"{called} → {rewritten(amount, value)}" for value in values))


def _another(said: str, proposal: Proposal, entry: Entry) -> Demand:
    return Demand(said, why=Why.ANOTHER_FIGURE, candidates=(proposal.called(entry),), said=proposal.amount(entry).literal)


def _changed(said: str, asked: Asked, proposal: Proposal, entry: Entry) -> Demand:
    amount = proposal.amount(entry)
    value = _new_value(amount, asked)
    moved_by = _moved_by(amount, asked)
    if value is None or (asked.to is not None and moved_by is not None and moved_by != value):
        return _another(said, proposal, entry)
    if value == amount.exactly:
        return Demand(said, why=Why.ALREADY, candidates=(proposal.called(entry),))
    if (asked.up is True and value < amount.exactly) or (asked.up is False and value > amount.exactly) or value < 0:
        return Demand(said, why=Why.NOT_THAT_WAY, candidates=(proposal.called(entry),), said=amount.literal)
    return Demand(said, _edits(proposal, entry, _as_printed(value, amount, asked)))


def _new_value(amount: Amount, asked: Asked) -> Fraction | None:
    """Return the new figure in the base unit."""
    if asked.to is not None:
        return _in_unit_of(amount, asked.to)
    return _moved_by(amount, asked)


def _moved_by(amount: Amount, asked: Asked) -> Fraction | None:
    """Return what moving an amount makes of it, None where the demand says no move."""
    if asked.share is not None:
        return amount.exactly * (1 + asked.share)
    if asked.by is None:
        return None
    return amount.exactly + _in_unit_of(amount, asked.by) * (1 if asked.up else -1)


def _in_unit_of(amount: Amount, said: Amount) -> Fraction:
    """Return a figure in the base unit of an amount; one without a unit is in the amount's own."""
    if amount.unit in SCALES and said.unit not in SCALES:
        return Fraction(said.value) * amount.scale
    return said.exactly


def _as_printed(value: Fraction, amount: Amount, asked: Asked) -> Decimal:
    """Return a figure in the unit that it is printed in, with the decimals that it is printed with, or that the demand states."""
    if asked.to is not None and asked.to.unit == amount.unit == "%":
        return asked.to.value
    decimals, scale = _decimals(amount), amount.scale
    if asked.to is not None:
        decimals = max(decimals, _decimals(asked.to) if asked.to.unit == amount.unit else 0)
        while in_unit(value, scale, decimals) * scale != Decimal(value.numerator) / Decimal(value.denominator) and decimals < 4:
            decimals += 1
    return in_unit(value, scale, decimals)


def _decimals(amount: Amount) -> int:
    exponent = amount.value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _edits(proposal: Proposal, entry: Entry, value: Decimal) -> tuple[Edit, ...]:
    """Return the edits of every place that states the same quantity by the same figure."""
    same = [
        each
        for each in proposal.entries
        if each.quantity == entry.quantity and proposal.amount(each).exactly == proposal.amount(entry).exactly
    ]
    return tuple(edit_of(proposal.amount(each), each, value) for each in same)


def edit_of(amount: Amount, entry: Entry, value: Decimal) -> Edit:
    """Return the edit that puts another figure in the place of a printed one, in its unit."""
    new = rewritten(amount, value)
    return Edit(Act.FIGURE, entry.place, amount.start, amount.end, amount.literal, new, entry.label, entry)


def rewritten(amount: Amount, value: Decimal) -> str:
    """Return an amount as it is printed, with another figure: "500 kr" with 550 is "550 kr"."""
    match = _FIGURE.match(amount.literal)
    figure = match[0].rstrip() if match else amount.literal
    spaces = re.search(r"\d([\u00a0\u202f\u2009])\d", amount.literal)
    number = spelled(value)
    text = f"{number}{amount.literal[len(figure) :]}"
    return text.replace(" ", spaces[1], text.count(" ", 0, len(number))) if spaces else text
