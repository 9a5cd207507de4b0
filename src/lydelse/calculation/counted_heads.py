"""Head counts that the text states: an average per head times the heads that it counts is the section's total."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from lydelse.calculation.draft import Draft
from lydelse.calculation.head_counts import PerHead, per_heads
from lydelse.calculation.ledger import Ledger
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Fact, Message
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.patterns import compiled

FEWEST_HEADS = 100
"""Fewer heads than this agree with an average and a total too easily."""

_HEADS = compiled(
    r"(?:listad|invånar|person|individ|folkbokför|patient|elev|barn|boende|brukare|medborgar|medlem|kund)\w*|[^\W\d_]*(?:invånare|elever|barn)",
    re.IGNORECASE,
)


def counted_heads(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the totals that are their section's average per head times the one number of heads that the document states and that fits.

    Nothing says that those are the heads meant, so the relation is always inferred: the earlier version teaches it.
    """
    counts = [entry for entry in ledger.comparison.entries if _counts_heads(entry, version)]
    found = per_heads(ledger, version) if counts else []
    for each in found:
        fitting = [entry for entry in counts if _fits(entry, each, version)]
        if len({amount.exactly for entry in fitting if (amount := entry.amount(version))}) == 1:
            yield Draft(("counted heads", each.total.quantity), _relation(each, fitting[0], version, len(counts) * len(found)))


def _counts_heads(entry: Entry, version: Version) -> bool:
    amount = entry.amount(version)
    if amount is None or amount.kind is not AmountKind.COUNT or amount.qualifier is not Qualifier.NONE or amount.exactly < FEWEST_HEADS:
        return False
    return _HEADS.fullmatch(amount.unit or "") is not None or _HEADS.search(f"{entry.label} {entry.column or ''}") is not None


def _fits(entry: Entry, each: PerHead, version: Version) -> bool:
    amount = entry.amount(version)
    return amount is not None and amount.rounding_box.meets(each.heads)


def _relation(each: PerHead, count: Entry, version: Version, tried: int) -> Relation:
    total, price, heads = (_stated(entry, version) for entry in (each.total, each.price, count))
    facts: dict[str, Fact] = {"total": total.literal, "price": price.literal, "count": heads.literal, "times": 1}
    width = each.heads.width or Fraction(1)
    chance = min(Fraction(1), tried * width / heads.exactly)
    parts = (each.price, count)
    return Relation(
        RelationKind.PRODUCT, each.total, parts, Message("relation.product", facts), Origin.INFERRED, each.total.place, tried, chance
    )


def _stated(entry: Entry, version: Version) -> Amount:
    amount = entry.amount(version)
    assert amount is not None, "the entry was chosen because it is stated in this version"
    return amount
