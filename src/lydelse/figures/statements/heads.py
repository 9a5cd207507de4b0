"""Amounts per head: what is paid for each person, and which persons are counted."""

from __future__ import annotations

import re
from functools import lru_cache

from lydelse.patterns import compiled

REMEMBERED = 8_192
"""How many clauses are remembered: every finder of relations asks about those of every amount."""

_HEAD = compiled(
    r"\b(?:per|för\s+var(?:je|t)|à)\s+(?:[^\W\d_]+\s+){0,2}?"
    r"(?:invånare|inv\b|individ|person|listad\w*|folkbokförd\w*|medborgare|elev|barn|brukare|kund|plats|patient|medlem|hushåll)"
    r"|/\s?(?:inv(?:ånare)?|individ|person|listad|elev|barn|brukare|plats|patient)\b",
    re.IGNORECASE,
)
_STANDARD_WEIGHT = compiled(r"\bvikt(?:en)?\s+1(?:,0{1,3})?(?!\d|,\d)", re.IGNORECASE)
_AGES = compiled(
    r"\b(?:\d{1,2}\s?[-–]\s?\d{1,3}\s?år|\d{1,2}\s?år\s+(?:och|eller)\s+(?:äldre|yngre)"
    r"|(?:under|över|från|äldre än|yngre än)\s+\d{1,2}\s?år|barn|ungdom\w*|äldre|vuxna|kvinnor|män|pensionär\w*)\b",
    re.IGNORECASE,
)


@lru_cache(REMEMBERED)
def is_per_head(per: str | None, clause: str) -> bool:
    """Tell whether an amount is paid for each head: its own basis says so, or the words before it.

    The amount for the weight 1,00 is the average amount for each head where the weights average 1, as weights do that share out a
    fixed total.
    """
    own = f"per {per}" if per else ""
    return bool(_HEAD.search(own) or _HEAD.search(clause) or _STANDARD_WEIGHT.search(clause))


def names_an_age(text: str) -> bool:
    """Tell whether a text limits those who are counted to an age or a group."""
    return bool(_AGES.search(text))
