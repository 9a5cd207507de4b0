"""Amounts of prose: money, shares, weights, counts and bounds of one reading of a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from lydelse.figures.counted import counted_after, counted_before
from lydelse.figures.exactness import exactness_of
from lydelse.figures.links import without_links
from lydelse.figures.malformed import LABELLED, malformed_in
from lydelse.figures.numbers import DIGITS, GROUPED, REMEMBERED, Number, numbers_in, parse_number
from lydelse.figures.per import per_after
from lydelse.figures.qualifiers import qualifier_of
from lydelse.figures.shared_units import shares_unit
from lydelse.figures.units import in_kronor, unit_after
from lydelse.figures.words import number_ending, number_of_word
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.patterns import compiled
from lydelse.records import replace

_WORDS = compiled(
    rf"(?<!\w)(?P<word>[^\W\d_]{{2,40}})(?:\s?\((?P<digits>{DIGITS})\))?"
    r"(?=\s+(?:procent|promille|mil|km|kilometer|kr|tkr|mkr|miljon|miljard|öre(?!\w)|tusen\s)[^\W\d_]*)"
)
_UNIT_AS_WORD = compiled(r"\s(?:procent|promille|mil|km|kilometer|kr|tkr|mkr|öre|tusen\s)")
_HALVES = compiled(
    rf"(?<!\w)(?:(?:(?P<word>[^\W\d_]{{2,20}})|(?P<number>(?<![.,]){GROUPED}))\s+och\s+)?"
    r"(?P<part>(?:en|ett)\s+halvt?|en\s+kvarts|halvannan)(?=\s+(?:procent|promille|mil|kr|öre|tusen\s))",
    re.IGNORECASE,
)
"""Halves in words: "en halv miljon kronor", "två och en halv procent", "en kvarts miljon", "halvannan miljon"."""
_PARTS = {"kvarts": Decimal("0.25"), "halvannan": Decimal("1.5")}
_BOUNDING = ("minst", "högst", "lägst", "max", "till", "än")
_BOUNDING_WORD = compiled(
    r"(?<!\w)(?:minst|högst|lägst|maximalt|max|upp\s+till|(?:mer|fler|färre|mindre)\s+än)\s+(?P<word>[^\W\d_]{2,20})(?=\s)", re.IGNORECASE
)
_RANGE = compiled(r"\s?[\u2013\u2014-]\s?|\s+[àá]\s+")
_TO = compiled(r"\s+(?:upp\s+)?till\s+")
_AND = compiled(r"\s+och\s+")
_AND_BOUND = compiled(r"\s+(?:och|men)\s+(?:[^\W\d_]+\s+){1,3}")
_BETWEEN_BEGINS = compiled(r"\b(?:mellan|från|intervallet)\s+(?:cirka\s+|ca\.?\s+|omkring\s+)?$", re.IGNORECASE)
_RESPECTIVELY = compiled(r"\s+(?:respektive|resp\.?|eller|alternativt)\s+")
_OF_WEIGHTS = ("vikt", "faktor", "koefficient")
_WEIGHT = r"(?<!\w)[^\W\d_]{0,20}(?:vikt|vikten|vikter|vikterna|viktfaktor|viktfaktorn|viktas|faktor|faktorn|koefficient|koefficienten)"
_WEIGHT_IS = compiled(rf"{_WEIGHT}(?:(?:\s[^.;!?\ufffc]{{1,60}})?\s(?:är|på|om|med|till|från|blir|och|respektive))?\s+$", re.IGNORECASE)
_WEIGHT_DIRECTLY = compiled(r"(?<!\w)(?:vikt|vikten|viktfaktor|viktfaktorn)(?:\s*[:=]|\s+(?:är|på|om|blir))?\s+$", re.IGNORECASE)
_KRONOR_FIRST = compiled(
    rf"(?<!\w)(?<!\d\s)(?<!\bi\s)(?P<unit>SEK|[Kk]r|KR|[TtMm][Kk]r|MSEK|[Mm]nkr)\.?\s(?P<number>{GROUPED}(?:,[0-9]{{1,2}})?)(?![\w:/.-]?[\w])"
)
"""The unit before the figure: "Kr 5 000", "SEK 6 000"."""
_KR_AND_DIGIT = compiled(r"[KkRr]\.?\s[0-9]")
_PRICED = (
    r"(?<!\w)(?:kostar|(?:[^\W\d_]*(?:avgift|pris|taxa|kostnad|ersättning|utdebitering|skattesats)(?:en|et|n)?)"
    r"(?:\s(?:är|blir|på|om|av|med|till|höjs\still|sänks\still|fastställs\still|uppgår\still))?:?)\s"
)
_OLD_ORE = compiled(rf"(?<![\w.,:/-])(?P<kronor>{GROUPED}):(?P<ore>[0-9]{{2}})(?![\w:]|[.,/-][0-9])", re.IGNORECASE)
"""Kronor and öre with the old colon: "20:50 kr"; without "kr" only after a word for a price or before "per skattekrona"."""
_PRICED_BEFORE = compiled(rf"{_PRICED}$", re.IGNORECASE)
_OF_TAX = compiled(r"\s+(?:kr\s+)?per\s+skattekrona", re.IGNORECASE)
_KRONOR_AND_ORE = compiled(rf"(?<![\w.,:/-])(?P<kronor>{GROUPED})\s(?:kronor|kr)\s(?:och\s)?(?P<ore>[0-9]{{1,2}})\söre\b", re.IGNORECASE)
_ORE = compiled(r"[0-9]\söre\b|[0-9]:[0-9]{2}", re.IGNORECASE)
_MINUS = compiled(
    r"(?:^|[:(]\s?|(?<!\w)(?:är|var|blir|blev|bli|vara|på|till|om|från|visar|visade|redovisar|redovisade|cirka|ca|knappt|drygt|totalt|netto|eller|mellan)\s)"
    r"(?P<minus>minus\s)$",
    re.IGNORECASE,
)
"""The word for the sign; after a figure or a noun it takes one figure from another ("intäkterna minus 20 kr")."""
_PLUS, _EQUALS = compiled(r"\s?\+\s?"), compiled(r"\s?=\s?")
_TIMES = compiled(r"\s?[x×*]\s?")
_PLUS_BEFORE = compiled(r"[0-9]\s?\+\s?$")
_PRICE_TIMES_BEFORE = compiled(r"(?<!\w)(?:[tm]?kr|kronor)(?:\s?/\s?[^\W\d_]+|\s+per\s+[^\W\d_]+)?\s?[x×*]\s?$", re.IGNORECASE)
_SIGNS_OF_TIMES = frozenset("xX×*")
_PARAGRAPH_SIGN = compiled(r"§\s*$")
_LOOK_BACK = 90
LARGEST_NAME = 100
"""Numbers below it may be names after a word for what has them: "nivå 1 – 12 500 kr" is no range."""


class _Found(NamedTuple):
    """A figure before its kind of text is looked at: its value and the span of its digits or words."""

    value: Decimal
    start: int
    end: int


@lru_cache(maxsize=REMEMBERED)
def amounts_in(text: str) -> tuple[Amount, ...]:
    """Return the amounts of one reading of a paragraph, in order.

    Money, shares and bounds are known by their unit, counts by the noun that is counted, weights by the word "vikt" before them.
    A figure without any of these is no amount; neither is one that is malformed (``malformed_in`` tells of it), nor anything
    inside an address.
    """
    plain = without_links(text)
    malformed = malformed_in(plain)
    starts = [span.start for span in malformed]
    found = sorted(
        (*_in_figures(plain), *_in_words(plain), *_in_halves(plain), *_counted_in_words(plain), *_in_old_fashion(plain)),
        key=lambda amount: (amount.start, -amount.end),
    )
    kept: list[Amount] = []
    for amount in found:
        nearest = bisect_left(starts, amount.end) - 1
        if (kept and amount.start < kept[-1].end) or (nearest >= 0 and malformed[nearest].end > amount.start):
            continue
        kept.append(amount)
    return tuple(kept)


def _in_figures(text: str) -> Iterator[Amount]:
    numbers = numbers_in(text)
    following: Amount | None = None
    for at in range(len(numbers) - 1, -1, -1):
        number = numbers[at]
        amount = _amount_at(text, _Found(number.value, number.start, number.end)) or _counted_at(text, number)
        if amount is None and following is not None and numbers[at + 1].start == following.start:
            amount = _shared_unit(text, number, following) or _term_of(text, number, following)
        amount = amount or _times_a_price(text, number)
        amount = amount or _weight_at(text, number) or _number_of(text, number)
        if amount is not None:
            yield amount
        following = amount


def _in_words(text: str) -> Iterator[Amount]:
    for match in _WORDS.finditer(text) if _UNIT_AS_WORD.search(text) else ():
        said = number_ending(text, match["word"], match.start())
        if said is None or (match["digits"] and int("".join(match["digits"].split())) != said[0]):
            continue
        amount = _amount_at(text, _Found(Decimal(said[0]), said[1], match.end()))
        if amount is not None:
            yield amount


def _in_halves(text: str) -> Iterator[Amount]:
    """Yield "en halv miljon kronor" and "två och en halv procent"; "halv" of what is no amount is none."""
    for match in _HALVES.finditer(text) if "halv" in text or "kvarts" in text else ():
        part = _PARTS.get(match["part"].lower().split()[-1], Decimal("0.5"))
        whole = parse_number(match["number"]) if match["number"] else Decimal(number_of_word(match["word"] or "noll") or 0)
        start = match.start("part") if match["word"] and not whole else match.start()
        amount = _amount_at(text, _Found(whole + part, start, match.end()))
        if amount is not None:
            yield amount


def _counted_in_words(text: str) -> Iterator[Amount]:
    """Yield "minst två läkare": a count in words is an amount where it is a bound."""
    small = text.casefold()
    for match in _BOUNDING_WORD.finditer(text) if any(word in small for word in _BOUNDING) else ():
        value, counted = number_of_word(match["word"]), counted_after(text, match.end())
        if value is not None and counted is not None:
            start = match.start("word")
            yield _finished(text, Amount(AmountKind.COUNT, Decimal(value), counted.noun, text[start : counted.end], start, counted.end))


def _in_old_fashion(text: str) -> Iterator[Amount]:
    """Yield "Kr 5 000", "20:50 kr" and "20 kronor och 50 öre".

    A year, a short number or one with a noun of its own after "kr" is another's.
    """
    for match in _KRONOR_FIRST.finditer(text) if _KR_AND_DIGIT.search(text) else ():
        digits, end = match["number"], match.end()
        is_year = digits.isdigit() and len(digits) == 4 and 1990 <= int(digits) <= 2099
        if is_year or len(digits) < 3 or unit_after(text, end) or counted_after(text, end):
            continue
        unit = unit_after(match["unit"], 0)
        if unit is not None:
            yield _finished(text, Amount(AmountKind.MONEY, parse_number(digits), unit.unit, match[0], match.start(), end))
    yield from _with_ore(text) if _ORE.search(text) else ()


def _with_ore(text: str) -> Iterator[Amount]:
    for match in (*_OLD_ORE.finditer(text), *_KRONOR_AND_ORE.finditer(text)):
        value, end = parse_number(f"{match['kronor']},{match['ore']:0>2}"), match.end()
        if "öre" in match[0].lower() or _is_old_price(text, match.start(), end):
            yield _finished(text, Amount(AmountKind.MONEY, value, "kr", match[0], match.start(), end))
            continue
        amount = _amount_at(text, _Found(value, match.start(), end))
        if amount is not None:
            yield amount


def _is_old_price(text: str, start: int, end: int) -> bool:
    """Tell whether a figure with a colon and without a unit is kronor and öre: it may as well be a time, a law or a verse."""
    if unit_after(text, end) is not None:
        return False
    return _OF_TAX.match(text, end) is not None or _PRICED_BEFORE.search(text, max(0, start - _LOOK_BACK), start) is not None


def _amount_at(text: str, found: _Found) -> Amount | None:
    spelling = unit_after(text, found.end)
    if spelling is None:
        return None
    minus = _MINUS.search(text, 0, found.start) if text[found.start - 6 : found.start - 1].lower() == "minus" else None
    value, start = (-found.value, minus.start("minus")) if minus else (found.value, found.start)
    value, unit = in_kronor(value, spelling.unit)
    return _finished(text, Amount(spelling.kind, value, unit, text[start : spelling.end], start, spelling.end))


def _counted_at(text: str, number: Number) -> Amount | None:
    counted = counted_after(text, number.end)
    if counted is None or number.is_year or _PARAGRAPH_SIGN.search(text, max(0, number.start - 3), number.start):
        return None
    end = counted.end
    return _finished(
        text, Amount(AmountKind.COUNT, number.value.scaleb(counted.zeros), counted.noun, text[number.start : end], number.start, end)
    )


def _number_of(text: str, number: Number) -> Amount | None:
    """Return a bare number that is said to be the number of something: "antalet timmar beräknas till 177 000"."""
    if number.is_year or text[number.end : number.end + 1] in {"\u2013", "-", "/", "%"}:
        return None
    noun = counted_before(text, number.start)
    if noun is None:
        return None
    return _finished(text, Amount(AmountKind.COUNT, number.value, noun, number.literal, number.start, number.end))


def _weight_at(text: str, number: Number) -> Amount | None:
    if number.is_year or abs(number.value) >= 1000 or text[number.end : number.end + 1] in {"\u2013", "-"}:
        return None
    before = text[max(0, number.start - _LOOK_BACK) : number.start]
    small = before.casefold()
    if not any(word in small for word in _OF_WEIGHTS):
        return None
    if not (_WEIGHT_DIRECTLY.search(before) or (not number.is_whole and _WEIGHT_IS.search(before))):
        return None
    return _finished(text, Amount(AmountKind.WEIGHT, number.value, "", number.literal, number.start, number.end))


def _shared_unit(text: str, number: Number, following: Amount) -> Amount | None:
    """Return the first of two figures that share the unit after the second ("100–200 kr", "mellan 100 och 200 kr")."""
    if shares_unit(text, number, following):
        return replace(
            Amount(following.kind, number.value, following.unit, number.literal, number.start, number.end), exactness=following.exactness
        )
    between = text[number.end : following.start]
    is_name = number.value < LARGEST_NAME and LABELLED.search(text, max(0, number.start - 14), number.start)
    if number.is_year or len(between) > 20 or following.kind is AmountKind.WEIGHT or is_name:
        return None
    alone = Amount(following.kind, number.value, following.unit, number.literal, number.start, number.end, per=following.per)
    qualifier = qualifier_of(text, alone)
    both = _AND.fullmatch(between) and _BETWEEN_BEGINS.search(text[max(0, number.start - 30) : number.start])
    bounded = Qualifier.NONE not in {qualifier, following.qualifier} and _AND_BOUND.fullmatch(between)
    if not both and not bounded and not any(joint.fullmatch(between) for joint in (_RANGE, _TO, _RESPECTIVELY)):
        return None
    return replace(alone, qualifier=qualifier, exactness=following.exactness)


def _term_of(text: str, number: Number, following: Amount) -> Amount | None:
    """Return a bare term of what is written out with signs: "120 + 80 = 200 kr" is money all through, "12 x 450 kr" a count of prices.

    "12 + 14 = 26 barn" are counts all through.
    """
    between = text[number.end : following.start]
    if following.kind not in {AmountKind.MONEY, AmountKind.COUNT} or following.qualifier is not Qualifier.NONE:
        return None
    is_summed = _PLUS.fullmatch(between) or (_EQUALS.fullmatch(between) and _PLUS_BEFORE.search(text[: number.start]))
    if is_summed:
        return Amount(following.kind, number.value, following.unit, number.literal, number.start, number.end)
    if following.kind is AmountKind.MONEY and _TIMES.fullmatch(between):
        return Amount(AmountKind.COUNT, number.value, "", number.literal, number.start, number.end)
    return None


def _times_a_price(text: str, number: Number) -> Amount | None:
    """Return what a price is multiplied by: "700 kr x 120"."""
    before = text[max(0, number.start - 40) : number.start]
    if before.rstrip()[-1:] not in _SIGNS_OF_TIMES or not _PRICE_TIMES_BEFORE.search(before):
        return None
    return Amount(AmountKind.COUNT, number.value, "", number.literal, number.start, number.end)


def _finished(text: str, amount: Amount) -> Amount:
    per = None if amount.kind is AmountKind.WEIGHT else per_after(text, amount.end)
    qualifier = qualifier_of(text, amount)
    if per is not None or qualifier is not Qualifier.NONE:
        amount = Amount(amount.kind, amount.value, amount.unit, amount.literal, amount.start, amount.end, per, qualifier)
    exactness = exactness_of(text, amount)
    if exactness is amount.exactness:
        return amount
    return Amount(amount.kind, amount.value, amount.unit, amount.literal, amount.start, amount.end, per, qualifier, exactness)
