"""One name for one quantity: what is said in several places, in full or rounded, is the same quantity."""

from __future__ import annotations

from lydelse.calculation.ledger import Ledger
from lydelse.calculation.restatements import restatements
from lydelse.calculation.testing import held_against
from lydelse.model.change import Comparison
from lydelse.model.quantity import Entry
from lydelse.records import replace


def with_quantities_united(comparison: Comparison) -> Comparison:
    """Return the comparison with the amounts that restate one another under the first one's name.

    13,9 million and 13 878 702 kronor are one quantity where the words say that the one restates the other; so is a total that a
    summary says again. Where they disagree they are two, and a rule tells it.
    """
    ledger = Ledger(comparison)
    named: dict[str, str] = {}
    for version in ledger.versions:
        for draft in restatements(ledger, version):
            outcome = held_against(draft.relation, version)
            if outcome is not None and outcome.holds:
                _unite((draft.relation.whole, *draft.relation.parts), named)
    if not named:
        return comparison
    order = {entry.quantity: at for at, entry in reversed([*enumerate(comparison.entries)])}
    united = {quantity: _first(quantity, named, order) for quantity in named}
    entries = tuple(replace(entry, quantity=united[entry.quantity]) if entry.quantity in united else entry for entry in comparison.entries)
    return replace(comparison, entries=entries)


def _unite(entries: tuple[Entry, ...], named: dict[str, str]) -> None:
    """Give the quantities of entries one root (a forest of names, each pointing at another or itself)."""
    roots = [_root(entry.quantity, named) for entry in entries]
    for root in roots[1:]:
        named[root] = roots[0]


def _root(quantity: str, named: dict[str, str]) -> str:
    named.setdefault(quantity, quantity)
    while named[quantity] != quantity:
        quantity = named[quantity]
    return quantity


def _first(quantity: str, named: dict[str, str], order: dict[str, int]) -> str:
    """Return the quantity of the same root that the document states first."""
    root = _root(quantity, named)
    return min((each for each in named if _root(each, named) == root), key=lambda each: order[each])
