"""Words that say that a figure is rounded, or that it is one of several that might have been."""

from __future__ import annotations

import re
from functools import lru_cache

from lydelse.patterns import compiled

REMEMBERED = 8_192
"""How many sentences are remembered: restatements are looked for in each version before amounts have their names, and after."""

_ROUNDED = compiled(r"\b(?:avrunda\w*|i runda tal|i avrundade tal)\b", re.IGNORECASE)
_HYPOTHETICAL = compiled(
    r"\b(?:skulle|alternativ\w*|om\s+\w+\s+i\s+stället|exempel\w*|räkneexempel\w*|scenario\w*|variant\w*|hade)\b", re.IGNORECASE
)
_SAID_AGAIN = compiled(
    r"(?<!\w)(?:dvs|d\.\s?v\.\s?s|det vill säga|alltså|totalt|sammanlagt|sammantaget|motsvarande|motsvarar|avrundat)(?!\w)"
    r"|\bvilket\s+(?:är|blir)\b|=|^\s*\(\s*$",
    re.IGNORECASE,
)
_RESTATING = compiled(
    r"(?<!\w)(?:avrunda\w*|(?:i\s+)?(?:runda|avrundade)\s+tal|alltså|dvs|totalt|sammanlagt|därmed|således|knappt|drygt|cirka|ca|omkring)(?!\w)",
    re.IGNORECASE,
)


def without_restating(label: str) -> str:
    """Return a label without the words that only say that a figure restates another: "alltså i avrundade tal" says nothing."""
    return _RESTATING.sub(" ", label).strip()


def is_said_again(between: str) -> bool:
    """Tell whether the words between two amounts of a sentence say that the second is the first once more."""
    return bool(_SAID_AGAIN.search(between))


@lru_cache(REMEMBERED)
def is_called_rounded(sentence: str) -> bool:
    """Tell whether a sentence calls its figures rounded; words such as "knappt" belong to the one figure that they stand before."""
    return bool(_ROUNDED.search(sentence))


@lru_cache(REMEMBERED)
def is_hypothetical(sentence: str) -> bool:
    """Tell whether a sentence speaks of what would be, under another choice."""
    return bool(_HYPOTHETICAL.search(sentence))
