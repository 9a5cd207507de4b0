"""Words that say that a figure is a total, or a part that is not one of a total's parts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lydelse.patterns import compiled

REMEMBERED = 8_192
"""How many labels and clauses are remembered: every finder of relations asks about those of every amount."""

_TOTAL_LABEL = compiled(
    r"\W*(?:(?:del|slut|total|netto|brutto)?summa\w{0,2}|s:a|totalt?|totala|totalbelopp\w*|sammanlagt|tillsammans|sammantaget|summering)\b",
    re.IGNORECASE,
)
_TOTAL_LAST = compiled(r"[^\W\d_]{2,}[^:;]*\s(?:totalt|sammanlagt|summa)\W*(?:(?:19|20)\d\d\W*|\([^)]*\)\W*)?$", re.IGNORECASE)
_ADDED_UP = compiled(r"\W*(?:(?:del|slut|total|brutto)?summa\w{0,2}|s:a|del-?total|sammanlagt|tillsammans|summering)\b", re.IGNORECASE)
_TOTAL_MONEY = compiled(
    r"\W*total[at]?\s+(?:(?:anbuds|avtals|kontrakts|anslags)?(?:pris|summa|kostnad(?:er)?|utgift(?:er)?|intäkt(?:er)?|budget|anslag|ram|bidrag|belopp)"
    r"|ersättning)\b\W*(?:(?:19|20)\d\d\W*|\([^)]*\)\W*)?",
    re.IGNORECASE,
)
_NET = compiled(
    r"\bnetto\w*|\bnettosumma\b|\b\w*resultat(?:et)?\b|\b(?:över|under)skott\w*|\böver-\W|\bsaldo\b|\bdifferens\w*", re.IGNORECASE
)
_LIMIT = compiled(
    r"\b(?:(?:pris|kostnads|avgifts|belopps)?tak(?:et)?|högsta?|minst|lägsta?|max\w*|min(?:imi\w*|imum)|golv|\w*gräns(?:en)?|högkostnads\w*)\b",
    re.IGNORECASE,
)
_AVERAGED = compiled(
    r"(?<!av)snitt|\bmedel(?:värde|tal|kostnad|ålder|lön|poäng|betyg|pris|avgift|belopp|tid|längd)|^\W*medel\W*$|median|index(?!uppräkn|regler|er[at])"
    r"|ackumulera|kumulativ|\back\b|\bsaldo\b",
    re.IGNORECASE,
)
_INCOME = compiled(r"intäkt|inkomst", re.IGNORECASE)
_COST = compiled(r"kostnad|utgift", re.IGNORECASE)
_AMONG_OTHERS = compiled(
    r"\b(?:bland\s+annat|bl\.?\s?a\b|till\s+exempel|t\.?\s?ex\b|exempelvis|däribland|såsom|i\s+första\s+hand|främst|huvudsakligen)",
    re.IGNORECASE,
)
_OUT_OF = compiled(r"(?:^|[.:;]\s+)\s*(?:av|ur|från|inom)\s[^.:;]*$", re.IGNORECASE)
_UNIT_WORDS = compiled(r"\b(?:belopp|tkr|mkr|mnkr|kronor|kr|per|år|för|perioden|summa|ersättning|kostnad|antal)\b", re.IGNORECASE)
_VERB = compiled(r"\b(?:är|blir|var|utgår|uppgår|utgör|får|ges|kan|ska|har|[^\W\d_]{3,}(?:as|ts|ds|ras|gs))\b", re.IGNORECASE)
_SUBTOTAL_LABEL = compiled(r"\W*(?:delsumma|del-?total)", re.IGNORECASE)
_TAKEN_OFF = compiled(
    r"\W*(?:(?:var)?av\s?går|avdrag(?:es|et)?|minus|reducering|frånräknas|frångår|avräknas)(?!\w)|\s*\./\.", re.IGNORECASE
)
_WITHIN = compiled(r"\W*(?:varav|därav|(?:av|i) (?:detta|dessa|vilket|vilka)|bl\.?\s?a\.?\b|bland annat|inklusive|inkl\b)", re.IGNORECASE)
_TOTAL_CUE = compiled(
    r"\b(?:totalt?|totala|totalbelopp\w*|totalram\w*|sammanlag[td]a?|sammantaget|tillsammans|summa[nr]?|inalles|helhet)\b", re.IGNORECASE
)
_BUDGET_CUE = compiled(
    r"\b(?:\w*(?:budget|ram|anslag|pott)(?:en|et|n)?|fördela[st]|avsätt[se]\w*|avsatts|avsatt|anslås|uppgår till|uppgår|motsvarar|utgör)\b",
    re.IGNORECASE,
)
_NOT_A_TOTAL = compiled(
    r"\b(?:max\w*|högst|minst|tak(?:et)?|lägst\w*|golv|upp till|varav|därav|mer än|höj[ts]|ök[at]\w*|sänk\w*|minsk\w*)\b", re.IGNORECASE
)
_TOTAL_AFTER = compiled(
    r"[\s,(]*(?:totalt|sammanlagt|sammantaget|i total\w*)(?=\s*(?:[.;)]|$)|\s+(?:för|per|under|i|vid|till)\b)", re.IGNORECASE
)


@lru_cache(REMEMBERED)
def is_total_label(label: str) -> bool:
    """Tell whether a row, column or line with this label holds a total."""
    return bool(_TOTAL_LABEL.match(label) or _TOTAL_LAST.fullmatch(label.strip()))


def says_it_adds_up(label: str) -> bool:
    """Tell whether a total's label says that it adds up what stands above: "Summa kostnader", "Nämnderna totalt".

    "Totalt omdöme" does not: there the word only describes what follows it.
    """
    said = _ADDED_UP.match(label) or _TOTAL_LAST.fullmatch(label.strip()) or _TOTAL_MONEY.fullmatch(label)
    return is_bare_total(label) or bool(said)


@lru_cache(REMEMBERED)
def is_net_label(label: str) -> bool:
    """Tell whether a row with this label holds what is left when costs are taken from income, or what the two differ by."""
    return bool(_NET.search(label))


def is_limit_label(label: str) -> bool:
    """Tell whether a row with this label holds a ceiling or a floor ("Totalt tak per patient"), not what rows come to."""
    return bool(_LIMIT.search(label))


@lru_cache(REMEMBERED)
def is_averaged(label: str) -> bool:
    """Tell whether the figures of a row or column with this label are never added up: means, indices, running totals."""
    return bool(_AVERAGED.search(label))


def mixes_income_and_cost(labels: Sequence[str]) -> bool:
    """Tell whether some of these rows are income and others cost, so that a total of them may be their difference."""
    return any(_INCOME.search(label) for label in labels) and any(_COST.search(label) and not _INCOME.search(label) for label in labels)


def names_some_parts_only(lead_in: str) -> bool:
    """Tell whether the words that lead in to a list say that it does not hold all parts ("bland annat", "av anslaget")."""
    return bool(_AMONG_OTHERS.search(lead_in))


def is_drawn_from(clause: str) -> bool:
    """Tell whether the words before a figure say that something is taken out of it: "Av anslaget på"."""
    return bool(_OUT_OF.search(clause))


def is_bare_total(label: str) -> bool:
    """Tell whether a label says that it is a total and nothing about of what: "Summa", "Totalt 2026", not "Summa kostnader"."""
    match = _TOTAL_LABEL.match(label)
    return bool(match) and not re.search(r"[^\W\d_]{3,}", _UNIT_WORDS.sub(" ", label[match.end() :] if match else ""))


def says_what_is_done(line: str) -> bool:
    """Tell whether a line is a sentence of its own ("Totalt avsätts 1,1 mkr"), not the last line of a list ("Summa bidrag 1,1 mkr")."""
    return bool(_VERB.search(line))


def is_taken_off(label: str) -> bool:
    """Tell whether a row's label says that it is taken off a total: "Avgår moms", "./. rabatt"."""
    return bool(_TAKEN_OFF.match(label))


def is_subtotal_label(label: str) -> bool:
    """Tell whether a row with this label holds a total of some of the rows only."""
    return bool(_SUBTOTAL_LABEL.match(label))


@lru_cache(REMEMBERED)
def is_within_another(label: str) -> bool:
    """Tell whether a row with this label is contained in another ("varav ...") and so no part of its own."""
    return bool(_WITHIN.match(label))


@lru_cache(REMEMBERED)
def is_called_total(clause: str, following: str) -> bool:
    """Tell whether the words before a figure, or directly after it, call it a total.

    Args:
        clause: the words from the figure before it, or from the sentence's beginning.
        following: the words after the figure.
    """
    if _NOT_A_TOTAL.search(clause):
        return False
    return bool(_TOTAL_CUE.search(clause) or _TOTAL_AFTER.match(following))


@lru_cache(REMEMBERED)
def is_called_budget(clause: str) -> bool:
    """Tell whether the words before a figure call it a budget, a frame or what something comes to."""
    return bool(_BUDGET_CUE.search(clause)) and not _NOT_A_TOTAL.search(clause)
