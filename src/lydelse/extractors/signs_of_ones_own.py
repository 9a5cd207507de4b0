"""Signs of a writer's own around a figure that another of about its size follows: "#412# 428", "X412X 428", "(412) 428", "412 -> 428".

No list knows such signs. That the two figures are a price and its successor is what tells, so a word in signs is never known so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from lydelse.patterns import compiled

FEWEST = 2
"""Places from which signs count that may mean something else: letters, brackets and arrows."""

WORDS_FROM = 3
"""Words of a paragraph in which brackets or an arrow may be such signs: a row of figures has brackets around what is owed."""

_FIGURE = r"\d+(?:[ \u00a0\u202f]\d{3})*(?:,\d+)?"
_SIGN = r"[#*=_~^!?&@¤/\\\\«»‹›¦†‡§-]{1,3}|<<|>>|[Xx]"
_UNIT = r"(?:\s?(?:kr|tkr|mkr|%|kronor|procent))?"
_BOTH = compiled(
    rf"(?<![^\s(])(?P<sign>{_SIGN}|[A-ZÅÄÖ])(?P<goes>{_FIGURE}){_UNIT}(?P<close>{_SIGN}|[A-ZÅÄÖ])"
    rf"(?:[ \u00a0]{{1,2}}|(?={_SIGN}|[A-ZÅÄÖ]))(?:{_SIGN}|[A-ZÅÄÖ])?(?P<comes>{_FIGURE})(?!\d)"
)
_BRACKETS = tuple(
    compiled(rf"(?<!\d)(?<!\d )(?<!\w){begins}(?P<goes>{_FIGURE}){_UNIT}{ends}[ \u00a0]{{0,2}}(?P<comes>{_FIGURE})(?![\d:])")
    for begins, ends in ((r"\(", r"\)"), (r"\[", r"\]"), (r"\{", r"\}"), ("<", ">"))
)
_ARROW = compiled(rf"(?<![\d,])(?P<goes>{_FIGURE}){_UNIT}\s?(?:→|⇒|-{{1,2}}>|=>)\s?(?P<comes>{_FIGURE})(?!\d)")
_USUAL = "([{<→⇒>"
"""Of these every one of them has one."""
_YEAR = compiled(r"(?:19|20)\d\d")
_MIRRORED = str.maketrans("<>«»‹›/\\", "><»«›‹\\/")


class Found(NamedTuple):
    """A figure in signs and the one after it; ``known`` says that its signs are known by themselves, ``kind`` which signs they are."""

    text: str
    kind: str
    known: bool


def figures_in_signs(texts: Sequence[str]) -> list[str]:
    """Return the places where a figure in signs stands before its successor, none where too few have the same signs."""
    found = [each for text in texts for each in (*_in_own_signs(text), *_in_usual_signs(text))]
    counts: dict[str, int] = {}
    for each in found:
        counts[each.kind] = counts.get(each.kind, 0) + 1
    return [each.text for each in found if each.known or counts[each.kind] >= FEWEST]


def _in_own_signs(text: str) -> Iterator[Found]:
    for match in _BOTH.finditer(text):
        sign, close = match["sign"], match["close"]
        if close in {sign, sign[::-1].translate(_MIRRORED)} and _are_near(match):
            yield Found(match[0], sign, known=not sign.isalpha() or sign in "Xx")


def _in_usual_signs(text: str) -> Iterator[Found]:
    if not any(sign in text for sign in _USUAL) or sum(word.isalpha() for word in text.split()) < WORDS_FROM:
        return
    for pattern in (*_BRACKETS, _ARROW):
        for match in pattern.finditer(text):
            if _are_near(match):
                yield Found(match[0], pattern.pattern, known=False)


def _are_near(match: re.Match[str]) -> bool:
    """Tell whether two figures differ, by half at most; two years may be those of any table or span of time."""
    goes, comes = match["goes"], match["comes"]
    one, other = sorted((_value(goes), _value(comes)))
    return one != other and 2 * one >= other and not (_YEAR.fullmatch(goes) and _YEAR.fullmatch(comes))


def _value(figure: str) -> Decimal:
    return Decimal(re.sub(r"\s", "", figure).replace(",", "."))
