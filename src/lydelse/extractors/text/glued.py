"""Old and new figures without even a space between them: "612631 kr", "773 096798 047 tkr", "1,041,16"."""

from __future__ import annotations

import math
import re
from decimal import Decimal

from lydelse.extractors.text.chains import SPACE, UNIT, Candidate
from lydelse.patterns import compiled

_YEAR = r"(?:19[5-9]\d|20\d\d)"
_DECIMALS = compiled(r"(?<![\w,.:/§–-])\d{1,3},\d{2,6},\d{1,3}(?![\w:/–-]|[,.]\d)")
_RUN = compiled(
    rf"(?<![\w,.:/§–-])(?:{_YEAR}{SPACE}(?=\d))?(?P<run>\d+(?:{SPACE}\d+)*)(?=(?:{SPACE}?{UNIT})|(?![\w:/–-]|[,.]\d))", re.IGNORECASE
)
_REPEATED_UNIT = compiled(
    rf"(?<![\w,.:/–-])(?P<first>\d+(?:,\d+)?{SPACE}?(?P<unit>kr|tkr|mkr|mnkr|%))(?P<second>\d+(?:,\d+)?{SPACE}?(?P=unit))(?!\w)"
)
_NUMERAL = compiled(rf"[1-9]\d{{0,2}}(?:{SPACE}\d{{3}})+|[1-9]\d*")
_GROUPED = compiled(rf"(?<![\d,]){SPACE}[1-9]\d{{0,2}}{SPACE}\d{{3}}(?!\d)")
_GLUED_YEARS = compiled(rf"(?<![\w,.:/–-])(?P<first>{_YEAR})(?P<second>{_YEAR})(?![\w/:–-]|,\d)")
_RUN_MAY_BE = 24  # characters: a longer row of digits is no pair of amounts
_DIGITS_FROM = 4  # digits: fewer are no two amounts
_YEARS_APART = range(1, 4)


def has_glued_years(text: str) -> bool:
    """Tell whether two years that a proposal moves between stand as one number of eight digits: nothing else looks so."""
    return any(int(match["second"]) - int(match["first"]) in _YEARS_APART for match in _GLUED_YEARS.finditer(text))


def groups_thousands(text: str) -> bool:
    """Tell whether a text parts the thousands of a number with a space."""
    return bool(_GROUPED.search(f" {text}"))


def glued_amounts(text: str, ratio: float) -> tuple[Candidate, ...]:
    """Return the figures that can be read as two, each cut where the second is nearest ``ratio`` times the first.

    A candidate that is no single number in Swedish spelling either is certain.
    """
    found = [cut for match in _DECIMALS.finditer(text) if (cut := _cut_decimals(text, match))]
    found += [_with_units(match) for match in _REPEATED_UNIT.finditer(text)]
    for match in _RUN.finditer(text):
        start, end = match.span("run")
        digits = sum(character.isdigit() for character in match["run"])
        if end - start > _RUN_MAY_BE or digits < _DIGITS_FROM or re.fullmatch(rf"{_YEAR}{{1,2}}", match["run"]):
            continue
        cuts = [cut for at in range(start + 1, end) if (cut := _cut(text, start, at, end))]
        best = min(cuts, key=lambda cut: abs(math.log(cut.ratio / ratio)), default=None)
        if best and not any(best.overlaps(other) for other in found):
            found.append(best)
    return tuple(sorted(found, key=lambda cut: cut.start))


def _cut(text: str, start: int, at: int, end: int) -> Candidate | None:
    """Return the figures before and after a place within a row of digits, None where either is no number."""
    first, second = text[start:at], text[at:end]
    if not (_NUMERAL.fullmatch(first) and _NUMERAL.fullmatch(second)) or {_is_grouped(first), _is_grouped(second)} >= {True, False}:
        return None
    return _candidate(text, (start, at, end), certain=_NUMERAL.fullmatch(text[start:end]) is None)


def _is_grouped(figure: str) -> bool | None:
    """Tell whether the thousands of a figure are parted, None where it has none."""
    digits = re.sub(r"\D", "", figure)
    return None if len(digits) < 4 else len(digits) < len(figure)


def _cut_decimals(text: str, match: re.Match[str]) -> Candidate | None:
    decimals = len(match[0].rpartition(",")[2])
    at = match.start() + match[0].index(",") + 1 + decimals
    return _candidate(text, (match.start(), at, match.end()), certain=True) if text[at] != "," and text[at].isdigit() else None


def _with_units(match: re.Match[str]) -> Candidate:
    before, after = (_value(match[name].replace(match["unit"], "")) for name in ("first", "second"))
    ratio = float(after / before) if before and after else 1.0
    at = match.end("first")
    return Candidate(match.start(), at, at, match.end(), ratio=ratio, unit=match["unit"], figures=(before, after))


def _candidate(text: str, span: tuple[int, int, int], *, certain: bool) -> Candidate | None:
    start, at, end = span
    before, after = _value(text[start:at]), _value(text[at:end])
    if not before or not after:
        return None
    unit = re.match(rf"{SPACE}*({UNIT})", text[end:], re.IGNORECASE)
    return Candidate(
        start,
        at,
        at,
        end,
        ratio=float(after / before),
        certain=certain,
        unit=unit[1] if unit else "",
        digits=sum(character.isdigit() for character in text[start:end]),
        counts=bool(re.match(rf"{SPACE}+(?!och|eller|till|samt)[a-zåäö]{{4,}}", text[end:])),
        figures=(before, after),
    )


def _value(figure: str) -> Decimal:
    return Decimal(re.sub(SPACE, "", figure).strip().replace(",", "."))
