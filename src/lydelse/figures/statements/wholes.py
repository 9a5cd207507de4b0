"""Words that say that shares are those of one whole: decided ones ("fördelas med"), or counted ones ("andel av befolkningen")."""

from __future__ import annotations

import re

_ALLOTTED = re.compile(
    r"\b(?:(?:för|upp)?dela[st]\b|fördelning(?:en|snyckel\w*)?\b|viktas\b|viktning(?:en)?\b|vägs\s+samman|tilldelas\b|avsätts\b|består\s+av\b|sammansatt\b)",
    re.IGNORECASE,
)
_OF_A_WHOLE = re.compile(
    r"\b(?:andel(?:en|ar|arna)?|procentuell\s+fördelning|procent\s+av\s+(?:total|alla|hela|summan)|del\s+av\s+total)", re.IGNORECASE
)
_NOT_OF_A_WHOLE = re.compile(
    r"\b(?:mål\w*|måluppfyllelse|täckning\w*|täckningsgrad|förändring|ökning|minskning|nöjd\w*|tillgänglighet|deltagande|ränta|räntesats|moms|rabatt"
    r"|uppräkning|index|skatte\w*|marginal\w*|påslag|avdrag|minst|högst|lägst|inom\s+\d|följsamhet|vaccinera\w*|svarsfrekvens)",
    re.IGNORECASE,
)


def is_allotted(words: str) -> bool:
    """Tell whether shares after these words are decided parts of one whole."""
    return bool(_ALLOTTED.search(words)) and not _NOT_OF_A_WHOLE.search(words)


def is_of_a_whole(words: str) -> bool:
    """Tell whether shares after these words are counted parts of one whole."""
    return bool(_OF_A_WHOLE.search(words)) and not _NOT_OF_A_WHOLE.search(words)
