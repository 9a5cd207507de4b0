"""Whether a figure stands for itself, because it is a rule or a decision, or for all that rounds to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lydelse.model.amount import Amount, AmountKind, Exactness, Qualifier
from lydelse.patterns import compiled

_ESTIMATED = compiled(r"genomsnitt|snitt|medel|preliminär|beräkna[dts]|beräknas|uppskatt|prognos|ungefär|cirka|bedöms", re.IGNORECASE)
_MEASURED = compiled(
    r"ökning|öka[dtrs]|minska?[dtrs]?|minskning|förändring|höj[dts]|höjning|sänk[ts]|sänkning|motsvarar|uppgick|utgjorde|andelen\b|var\s+$|blev"
    r"|steg\b|sjönk|täckningsgrad",
    re.IGNORECASE,
)
_A_HEAD = compiled(r"invånare|\binv\b|listad|individ|person|folkbokförd|medborgare|patient\b", re.IGNORECASE)
_SENTENCE_END = compiled(r"[.!?]\s")
_LOOK_BACK = 160
PRINTED_TO_THE_KRONA_FROM = 10_000
"""A sum of kronor this large that does not end in three zeros was not rounded by anybody."""


def exactness_of(text: str, amount: Amount) -> Exactness:
    """Return how exactly an amount is meant.

    A share is a rule unless the sentence speaks of what has changed or was measured. Kronor are decided where they are a price
    for something else than a head, or printed to the last krona; averages, preliminary and estimated figures are rounded.
    """
    if amount.kind not in {AmountKind.SHARE, AmountKind.MONEY}:
        return Exactness.ROUNDED
    sentence = _SENTENCE_END.split(text[max(0, amount.start - _LOOK_BACK) : amount.start])[-1]
    if amount.kind is AmountKind.MONEY:
        return Exactness.DECIDED if _is_decided(sentence, amount) else Exactness.ROUNDED
    measured = amount.unit != "%" or _ESTIMATED.search(sentence) or _MEASURED.search(sentence)
    return Exactness.ROUNDED if measured else Exactness.RULE


def is_to_the_krona(amounts: Sequence[Amount]) -> bool:
    """Tell whether figures that stand together are kronor printed to the last krona: whole kronor, not all of them round."""
    if any(amount.unit != "kr" or amount.per is not None or amount.qualifier is not Qualifier.NONE for amount in amounts):
        return False
    return any(amount.value % 10 for amount in amounts) and all(amount.value % 1 == 0 for amount in amounts)


def _is_decided(sentence: str, amount: Amount) -> bool:
    if (
        amount.unit != "kr"
        or amount.qualifier in {Qualifier.ABOUT, Qualifier.JUST_ABOVE, Qualifier.JUST_BELOW}
        or _ESTIMATED.search(sentence)
    ):
        return False
    if amount.per is not None:
        return not _A_HEAD.search(amount.per)
    return abs(amount.value) >= PRINTED_TO_THE_KRONA_FROM and amount.value % 1000 != 0
