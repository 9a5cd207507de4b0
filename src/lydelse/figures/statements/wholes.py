"""Words that say that shares are those of one whole: decided ones ("fördelas med"), or counted ones ("andel av befolkningen")."""

from __future__ import annotations

import re

from lydelse.patterns import compiled

_ALLOTTED = compiled(
    r"\b(?:(?:för|upp)?dela[st]\b|fördelning(?:en|snyckel\w*)?\b|viktas\b|viktning(?:en)?\b|vägs\s+samman|tilldelas\b|avsätts\b|består\s+av\b|sammansatt\b)",
    re.IGNORECASE,
)
_OF_A_WHOLE = compiled(
    r"\b(?:andel(?:en|ar|arna)?|procentuell\s+fördelning|procent\s+av\s+(?:total|alla|hela|summan)|del\s+av\s+total)", re.IGNORECASE
)
_NOT_OF_A_WHOLE = compiled(
    r"\b(?:mål(?:en|et|värde\w*|nivå\w*|sättning\w*)?\b|måluppfyllelse|täckning\w*|täckningsgrad|förändring|ökning|minskning|nöjd\w*|tillgänglighet|deltagande|ränta|räntesats|moms|rabatt"
    r"|uppräkning|index(?!korg)|skatte\w*|marginal\w*|påslag|avdrag|minst|högst|lägst|inom\s+\d|följsamhet|vaccinera\w*|svarsfrekvens)",
    re.IGNORECASE,
)


_WEIGHING = compiled(r"(?:vikt(?:ning)?|fördelning(?:snyckel)?)\s*(?:\(?\s*(?:%|procent)\s*\)?)?", re.IGNORECASE)


def is_weighing(header: str) -> bool:
    """Tell whether a column's header says that its percentages weigh the rows against one another: "Vikt", "Viktning (%)"."""
    return _WEIGHING.fullmatch(header.strip()) is not None


def is_allotted(words: str) -> bool:
    """Tell whether shares after these words are decided parts of one whole."""
    return bool(_ALLOTTED.search(words)) and not _NOT_OF_A_WHOLE.search(words)


def leads_in_to_parts(words: str) -> bool:
    """Tell whether a sentence before a list says that what is named parts into its items: "fördelas på följande mål:"."""
    return words.rstrip().endswith(":") and bool(_ALLOTTED.search(words))


_PARTS_TOLD = compiled(
    r"\b(?:varav|därav|uppgav|uppger|svarade|svarar|anger|angav|betalas\s+(?:ut\s+)?med|utbetalas\s+med)\b", re.IGNORECASE
)
"""Words after which parts of one whole stand, all of them or only some."""


def tells_parts(words: str) -> bool:
    """Tell whether shares after these words are parts of one whole, of which the words may leave some out."""
    return bool(_PARTS_TOLD.search(words)) and not _NOT_OF_A_WHOLE.search(words)


def is_of_a_whole(words: str) -> bool:
    """Tell whether shares after these words are counted parts of one whole."""
    return bool(_OF_A_WHOLE.search(words)) and not _NOT_OF_A_WHOLE.search(words)
