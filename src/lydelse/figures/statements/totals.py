"""Words that say that a figure is a total, or a part that is not one of a total's parts."""

from __future__ import annotations

import re

_TOTAL_LABEL = re.compile(
    r"\W*(?:(?:del|slut|total|netto|brutto)?summa\w{0,2}|s:a|totalt?|totala|totalbelopp\w*|sammanlagt|tillsammans|sammantaget|summering)\b",
    re.IGNORECASE,
)
_UNIT_WORDS = re.compile(r"\b(?:belopp|tkr|mkr|mnkr|kronor|kr|per|år|för|perioden|summa|ersättning|kostnad|antal)\b", re.IGNORECASE)
_VERB = re.compile(r"\b(?:är|blir|var|utgår|uppgår|utgör|får|ges|kan|ska|har|[^\W\d_]{3,}(?:as|ts|ds|ras|gs))\b", re.IGNORECASE)
_SUBTOTAL_LABEL = re.compile(r"\W*(?:delsumma|del-?total)", re.IGNORECASE)
_WITHIN = re.compile(r"\W*(?:varav|därav|(?:av|i) (?:detta|dessa|vilket|vilka)|bl\.?\s?a\.?\b|bland annat|inklusive|inkl\b)", re.IGNORECASE)
_TOTAL_CUE = re.compile(
    r"\b(?:totalt?|totala|totalbelopp\w*|totalram\w*|sammanlag[td]a?|sammantaget|tillsammans|summa[nr]?|inalles|helhet)\b", re.IGNORECASE
)
_BUDGET_CUE = re.compile(
    r"\b(?:\w*(?:budget|ram|anslag|pott)(?:en|et|n)?|fördela[st]|avsätt[se]\w*|avsatts|avsatt|anslås|uppgår till|uppgår|motsvarar|utgör)\b",
    re.IGNORECASE,
)
_NOT_A_TOTAL = re.compile(
    r"\b(?:max\w*|högst|minst|tak(?:et)?|lägst\w*|golv|upp till|varav|därav|mer än|höj[ts]|ök[at]\w*|sänk\w*|minsk\w*)\b", re.IGNORECASE
)
_TOTAL_AFTER = re.compile(
    r"[\s,(]*(?:totalt|sammanlagt|sammantaget|i total\w*)(?=\s*(?:[.;)]|$)|\s+(?:för|per|under|i|vid|till)\b)", re.IGNORECASE
)


def is_total_label(label: str) -> bool:
    """Tell whether a row, column or line with this label holds a total."""
    return bool(_TOTAL_LABEL.match(label))


def is_bare_total(label: str) -> bool:
    """Tell whether a label says that it is a total and nothing about of what: "Summa", "Totalt 2026", not "Summa kostnader"."""
    match = _TOTAL_LABEL.match(label)
    return bool(match) and not re.search(r"[^\W\d_]{3,}", _UNIT_WORDS.sub(" ", label[match.end() :] if match else ""))


def says_what_is_done(line: str) -> bool:
    """Tell whether a line is a sentence of its own ("Totalt avsätts 1,1 mkr"), not the last line of a list ("Summa bidrag 1,1 mkr")."""
    return bool(_VERB.search(line))


def is_subtotal_label(label: str) -> bool:
    """Tell whether a row with this label holds a total of some of the rows only."""
    return bool(_SUBTOTAL_LABEL.match(label))


def is_within_another(label: str) -> bool:
    """Tell whether a row with this label is contained in another ("varav ...") and so no part of its own."""
    return bool(_WITHIN.match(label))


def is_called_total(clause: str, following: str) -> bool:
    """Tell whether the words before a figure, or directly after it, call it a total.

    Args:
        clause: the words from the figure before it, or from the sentence's beginning.
        following: the words after the figure.
    """
    if _NOT_A_TOTAL.search(clause):
        return False
    return bool(_TOTAL_CUE.search(clause) or _TOTAL_AFTER.match(following))


def is_called_budget(clause: str) -> bool:
    """Tell whether the words before a figure call it a budget, a frame or what something comes to."""
    return bool(_BUDGET_CUE.search(clause)) and not _NOT_A_TOTAL.search(clause)
