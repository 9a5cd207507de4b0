"""Words that say that a figure is rounded, or that it is one of several that might have been."""

from __future__ import annotations

import re

_ROUNDED = re.compile(r"\b(?:avrunda\w*|i runda tal|närmare|knappt|drygt|cirka|ca|omkring|ungefär|runt)\b", re.IGNORECASE)
_HYPOTHETICAL = re.compile(
    r"\b(?:skulle|alternativ\w*|om\s+\w+\s+i\s+stället|exempel\w*|räkneexempel\w*|scenario\w*|variant\w*|hade)\b", re.IGNORECASE
)


def is_rounded_by_words(sentence: str) -> bool:
    """Tell whether a sentence says that its figure is rounded."""
    return bool(_ROUNDED.search(sentence))


def is_hypothetical(sentence: str) -> bool:
    """Tell whether a sentence speaks of what would be, under another choice."""
    return bool(_HYPOTHETICAL.search(sentence))
