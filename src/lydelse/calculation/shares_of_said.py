"""Shares of the one amount in the sentence before: "Planen omfattar 684 mkr. Den betalas till 60 procent med lån, vilket motsvarar ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.said import Said, paragraphs_with_amounts
from lydelse.calculation.shares import share_relations
from lydelse.calculation.testing import held_against
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Fact, Message
from lydelse.model.text import Version
from lydelse.patterns import compiled

THE_WORDS_TELL = Fraction(1, 10)
"""How much likelier than any two figures a share and the amount that the words say it makes are to belong together."""

_MAKES = compiled(
    r"\b(?:(?:vilket|som)\s+(?:motsvarar|blir|utgör|ger|innebär|är)|motsvarande|det\s+vill\s+säga|d\.?\s?v\.?\s?s\.?|alltså)(?!\w)",
    re.IGNORECASE,
)
_BOUNDS = {Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.LESS_THAN}


def shares_of_said(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the amounts that the words tie to a share and that are that share of the one amount in the sentence before.

    Nothing says that the base is that amount, so the relation is always inferred. A share whose base the words name is left out.
    """
    read = {id(part) for draft in share_relations(ledger, version) for part in draft.relation.parts}
    for _, sentences in paragraphs_with_amounts(ledger, version):
        for one, other in pairwise(each for each in sentences if each):
            relation = _relation(one, other)
            if relation and id(relation.parts[0]) not in read:
                outcome = held_against(relation, version)
                if outcome and outcome.holds:
                    yield Draft(("said share", relation.whole.place.path, relation.parts[0].quantity), relation)


def _relation(one: Sequence[Said], other: Sequence[Said]) -> Relation | None:
    """Return what two sentences say where the first states one sum, and the second one share and the one amount that it makes."""
    base, made = _sums(one), _sums(other)
    shares = [each for each in other if each.amount.kind is AmountKind.SHARE and each.amount.unit == "%"]
    if (len(base), len(made), len(shares), len(other)) != (1, 1, 1, 2) or not _MAKES.search(made[0].before):
        return None
    whole, share = made[0], shares[0]
    if whole.amount.start < share.amount.start or any(each.amount.per or each.amount.qualifier in _BOUNDS for each in (*base, *made)):
        return None
    if not base[0].entry.label:
        return None
    facts: dict[str, Fact] = {"share": share.amount.value, "base": (f"”{base[0].entry.label}”",), "section": whole.entry.place.section}
    wording = Message("relation.share", {**facts, "label": whole.entry.label or whole.amount.literal})
    chance = THE_WORDS_TELL * chance_of(1, 2 * whole.amount.last_place, abs(whole.amount.exactly))
    parts = (share.entry, base[0].entry)
    return Relation(RelationKind.SHARE, whole.entry, parts, wording, Origin.INFERRED, whole.entry.place, 1, chance)


def _sums(said: Sequence[Said]) -> list[Said]:
    return [each for each in said if each.amount.kind is AmountKind.MONEY]
