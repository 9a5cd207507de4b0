"""The amount that a table cell states, its kind and unit taken from the cell itself or from the header above it."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from lydelse.figures.malformed import malformed_in_cell
from lydelse.figures.numbers import GROUPED, MINUS_SIGNS, NUMERAL, REMEMBERED, numbers_in, parse_number
from lydelse.figures.per import per_after
from lydelse.figures.prose import amounts_in
from lydelse.figures.units import UnitSpelling, in_kronor, unit_in
from lydelse.model.amount import Amount, AmountKind, Exactness, Qualifier
from lydelse.patterns import compiled
from lydelse.records import replace

_BARE = compiled(rf"\s*(?:\+\s?)?(?P<literal>[{MINUS_SIGNS}]?\s?{NUMERAL})\s*(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹⁰⁾]*|\s[0-9]\))\s*")
_INTERVAL = compiled(rf"\s*(?:[<>≤≥]|{NUMERAL}\s*[\u2013\u2014-]\s*[0-9])", re.IGNORECASE)
_LABELS = compiled(
    r"(?<!\w)(?<!\bper\s)(?:nr|nummer|rad|§|ålder|åldrar|åldersgrupp(?:er)?|åldersintervall|år|årtal|kod|konto|kst|kostnadsställe|dnr|diarienummer|datum|sida|telefon|tel|tfn"
    r"|[^\W\d_]*intervall|klass|åldersklass|id|orgnr|organisationsnummer|postnummer|punkt|kapitel|avsnitt|nivå)(?!\w)",
    re.IGNORECASE,
)
_WEIGHTS = compiled(r"vikt|faktor|index|koefficient|\bkvot|\bcni\b|\bacg\b", re.IGNORECASE)
_SHARES = compiled(r"andel|(?<![0-9]\s)procent|(?<![\w])(?<![0-9]\s)%", re.IGNORECASE)
_MONEY = compiled(
    r"ersättning|belopp|kostnad|intäkt|budget|pris|avgift|taxa|anslag|bidrag|summa|kompensation|utfall|prognos|avvikelse|peng\b|resultat"
    r"|(?<!\w)(?:moms|mervärdesskatt)(?!\w)|arvode|(?<!\w)[^\W\d_]*(?:hyra|hyror|lön|löner)(?!\w)",
    re.IGNORECASE,
)
_PRICED = compiled(
    r"(?:ersättning|belopp|kostnad|pris|avgift|taxa|bidrag|tillägg|påslag|peng|schablon|hyra|arvode)(?:en|et|n|t)?\s+(?:per|för\s+varje)\s",
    re.IGNORECASE,
)
"""Headers of what is paid for each of something: "Tillägg per barn" counts no children."""
_COUNTS = compiled(r"antal|listade|invånare|personer|platser|elever|barn|besök|timmar|enheter|befolkning|folkmängd", re.IGNORECASE)
_HEADS = compiled(
    r"antal|listade|invånare|personer|platser|elever|barn|besök|enheter|befolkning|folkmängd|ärenden|röster|medlemmar|deltagare",
    re.IGNORECASE,
)
_NOT_COUNTED_OUT = compiled(
    r"tusen|1\s?000-tal|årsarbet|heltid|tjänst|timm|prognos|beräkn|uppskatt|snitt|medel(?=[^\W\d_]{3})|\bper\b|/|mål", re.IGNORECASE
)
"""Headers of numbers that were worked out and rounded, and of those that are counted in thousands."""
_BELOW_ZERO = compiled(
    rf"\s*(?:\(\s?(?P<bracketed>{NUMERAL})\s?\)|minus\s(?P<said>{NUMERAL}))(?P<unit>\s?[^\W\d_]{{2,7}})?\s*", re.IGNORECASE
)
_HYPHEN_FIRST = compiled(r"\s*-\s?")
_WITH_ORE = compiled(rf"\s*(?P<kronor>{GROUPED}):(?P<ore>[0-9]{{2}})\s*")
_THREE_DECIMALS = compiled(r",[0-9]{3}$")
_FROM = compiled(r"\s*(?:från|fr\.|from|fr\.?\s?o\.?\s?m\.?)\s+", re.IGNORECASE)
"""What makes a price the lowest of several: "från 500 kr"."""
_LIMITS = compiled(r"inkomst|intervall|gräns|skikt|nivå", re.IGNORECASE)
"""Headers of columns whose cells say from where or up to where a row holds ("minst 20 000 kr")."""
LONGEST_QUALIFIER = 2
"""The most words before a figure in a cell: "upp till", "ca"."""
_OF_YEAR = compiled(r"(?<!\w)år(?:et)?\s+(?=(?:19|20)\d\d(?!\d))", re.IGNORECASE)
_PER_IN_HEADER = compiled(r"(?<!\w)per\s+|/")


@lru_cache(maxsize=REMEMBERED)
def cell_amount(text: str, header: str) -> Amount | None:
    """Return the one amount that a table cell states, None for labels, intervals, years, words and cells of several amounts.

    ``header`` is all that stands above the cell, and may hold the table's title too ("Belopp (tkr) 2026"). A bare number takes
    its unit from there; under a header that names no unit the number is money without one where the header speaks of money, and
    otherwise a weight where it has decimals and a count where it has none.
    """
    if _INTERVAL.match(text):
        return None
    bare = _BARE.fullmatch(text)
    if bare:
        return _bare_amount(text, bare, header)
    found = amounts_in(text)
    if not found:
        return _signed_amount(text, header) or _dressed_amount(text, header)
    if len(found) == 1 and found[0].qualifier is Qualifier.NONE and _FROM.fullmatch(text, 0, found[0].start):
        return replace(found[0], qualifier=Qualifier.AT_LEAST)
    if len(found) != 1 or (found[0].kind not in {AmountKind.MONEY, AmountKind.SHARE} and not _is_whole_cell(text, found[0])):
        return None
    return _below_zero(found[0]) if found[0].kind is not AmountKind.COUNT and _HYPHEN_FIRST.fullmatch(text, 0, found[0].start) else found[0]


@lru_cache(maxsize=REMEMBERED)
def header_under(unit: str, header: str) -> str:
    """Return a column's header with the unit of its whole table, where it names none and its figures are of no other kind than money.

    ``unit`` is "" where the table states none. Headers of labels ("År", "Kod") and of shares, counts or weights stay as they are.
    """
    own = unit_in(header)
    kind = _kind_under(header, own)
    labels = kind is None and _LABELS.search(_OF_YEAR.sub("", header))
    if not unit or kind not in {None, AmountKind.MONEY} or (own is not None and kind is AmountKind.MONEY and own.kind is kind) or labels:
        return header
    return f"{header} ({unit})"


def _below_zero(amount: Amount) -> Amount:
    """Return the amount of a cell that begins with a hyphen: in a cell of one figure it is no list's dash."""
    return replace(amount, value=-amount.value)


def _signed_amount(text: str, header: str) -> Amount | None:
    """Return the money of a cell below zero or with öre behind a colon: "(500)", "minus 500", "15:50"."""
    if _kind_under(header, unit_in(header)) is not AmountKind.MONEY or _LIMITS.search(header):
        return None
    below_zero, with_ore = _BELOW_ZERO.fullmatch(text), _WITH_ORE.fullmatch(text)
    if below_zero:
        positive = cell_amount((below_zero["bracketed"] or below_zero["said"]) + (below_zero["unit"] or ""), header)
        return replace(positive, value=-positive.value, literal=text.strip(), start=0, end=len(text)) if positive else None
    priced = cell_amount(f"{with_ore['kronor']},{with_ore['ore']}", header) if with_ore else None
    if priced is None or priced.unit not in {"", "kr"}:
        return None
    return replace(priced, literal=text.strip(), start=len(text) - len(text.lstrip()), end=len(text.rstrip()))


def _is_whole_cell(text: str, amount: Amount) -> bool:
    around = text[: amount.start] + text[amount.end :]
    return not any(sign.isalnum() for sign in around) or amount.per is not None


def _dressed_amount(text: str, header: str) -> Amount | None:
    """Return the money of a cell that says a little more than its figure: "ca 1 200", "1 200/mån", "från 1 200"."""
    unit = unit_in(header)
    if _kind_under(header, unit) is not AmountKind.MONEY or _LIMITS.search(header):
        return None
    numbers = numbers_in(text)
    if len(numbers) != 1 or numbers[0].is_year:
        return None
    at, named = numbers[0].end, unit.unit if unit else "kr"
    read = amounts_in(f"{text[:at]} {named}{text[at:]}")
    if len(read) != 1:
        return None
    if _FROM.fullmatch(text, 0, numbers[0].start):
        read = (replace(read[0], qualifier=Qualifier.AT_LEAST),)
    if not _is_only_dressed(text[: numbers[0].start], text[at:], read[0]):
        return None
    return replace(read[0], unit=read[0].unit if unit else "", literal=numbers[0].literal, end=at)


def _is_only_dressed(before: str, after: str, amount: Amount) -> bool:
    qualified = amount.qualifier is not Qualifier.NONE if before.strip() else True
    return qualified and len(before.split()) <= LONGEST_QUALIFIER and (not after.strip() or amount.per is not None)


def _bare_amount(text: str, bare: re.Match[str], header: str) -> Amount | None:
    literal = bare["literal"]
    unit = unit_in(header)
    kind = _kind_under(header, unit)
    value = parse_number(re.sub(rf"^([{MINUS_SIGNS}])\s", r"\1", literal))
    if literal.isdigit() and ((kind is None and _LABELS.search(header)) or (literal[0] == "0" and len(literal) > 1)):
        return None
    if _is_year(literal) and kind is not AmountKind.MONEY and kind is not AmountKind.COUNT:
        return None
    if kind is None:
        kind = AmountKind.WEIGHT if "," in literal else AmountKind.COUNT
    if _THREE_DECIMALS.search(literal) and malformed_in_cell(text, header):  # "1,500" under kronor or heads is no one and a half
        return None
    start = bare.start("literal")
    named = unit.unit if unit and unit.kind is kind else "%" if kind is AmountKind.SHARE else ""
    value, named = in_kronor(value, named)
    amount = Amount(kind, value, named, text[start : bare.end("literal")], start, bare.end("literal"))
    return replace(amount, per=_per_of(header) if kind is AmountKind.MONEY else None, exactness=_exactness(value, amount, header))


def _is_year(literal: str) -> bool:
    return len(literal) == 4 and literal.isdigit() and 1990 <= int(literal) <= 2099


def _kind_under(header: str, unit: UnitSpelling | None) -> AmountKind | None:
    if unit is not None and unit.kind in {AmountKind.MONEY, AmountKind.SHARE}:
        return unit.kind
    if _PRICED.search(header):
        return AmountKind.MONEY
    for words, kind in (
        (_WEIGHTS, AmountKind.WEIGHT),
        (_SHARES, AmountKind.SHARE),
        (_COUNTS, AmountKind.COUNT),
        (_MONEY, AmountKind.MONEY),
    ):
        if words.search(header):
            return kind
    return unit.kind if unit is not None else None


def _per_of(header: str) -> str | None:
    match = _PER_IN_HEADER.search(header)
    return per_after(" " + header[match.start() :], 0) if match else None


def _exactness(value: Decimal, amount: Amount, header: str) -> Exactness:
    if amount.kind is AmountKind.COUNT:
        counted_out = value % 1 == 0 and _HEADS.search(header) and not _NOT_COUNTED_OUT.search(header)
        return Exactness.DECIDED if counted_out else Exactness.ROUNDED
    if amount.kind is AmountKind.MONEY and amount.unit == "kr" and amount.qualifier is Qualifier.NONE and value % 1000:
        return Exactness.DECIDED if amount.per is None and abs(value) >= 10_000 else Exactness.ROUNDED
    return Exactness.ROUNDED
