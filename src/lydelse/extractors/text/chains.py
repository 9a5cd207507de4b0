"""Figures that stand directly after one another: where one number ends and the next begins."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from itertools import pairwise

from lydelse.patterns import compiled
from lydelse.records import dataclass

SPACE = r"[ \u00a0\u2007\u2009\u202f]"
UNIT = (
    r"(?:kronor|kr|tkr|kkr|t\.kr|mkr|mnkr|mdkr|msek|ksek|sek|milj\w*|miljon\w*|miljard\w*|procent|procentenheter|%|‰|poäng|km|mil|st)(?!\w)"
)

_YEAR = r"(?:19[5-9]\d|20\d\d)"
_FIGURE = rf"(?:\d{{1,3}}(?:{SPACE}\d{{3}})+|\d+)(?:,\d+)?"
_CHAIN = compiled(rf"(?<![\w,.:/§–-])\d+(?:,\d+)?(?:{SPACE}+\d+(?:,\d+)?)+(?![\w:/–-]|,\d|\.\d)")
_REPEATED_UNIT = compiled(
    rf"(?<![\w,.:/–-])(?P<first>{_FIGURE}){SPACE}?(?P<unit>{UNIT}){SPACE}+"
    rf"(?P<second>{_FIGURE}){SPACE}?(?P=unit)(?!\w)",
    re.IGNORECASE,
)
_PIECE = compiled(r"\d+(?:,\d+)?")
_MONTHS = "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
_DATES = compiled(
    rf"(?<!\d)(?P<first>\d{{1,2}}{SPACE}+(?:{_MONTHS}){SPACE}+{_YEAR}){SPACE}+(?P<second>\d{{1,2}}{SPACE}+(?:{_MONTHS}){SPACE}+{_YEAR})(?!\d)",
    re.IGNORECASE,
)
_WORDED = compiled(
    rf"(?<![\w-])(?:(?P<first>(?:{_MONTHS})){SPACE}+(?P<second>(?:{_MONTHS}))(?!\w)"
    rf"|(?P<first_words>[a-zåäö]+{SPACE}\(\d+\)){SPACE}+(?P<second_words>[a-zåäö]+{SPACE}\(\d+\))(?={SPACE}+[a-zåäö%]))",
    re.IGNORECASE,
)
_PERIODS = compiled(
    rf"(?<![\w,.:/–-])(?P<first>{_YEAR}[/–-]\d{{2,4}}){SPACE}+(?P<second>{_YEAR}[/–-]\d{{2,4}})(?![\w/–-]|[.,:]\d|{SPACE}+{_YEAR}[/–-])"
)
_YEARS = compiled(rf"(?<![\w,.:/–-])(?P<first>{_YEAR}){SPACE}+(?P<second>{_YEAR})(?![\w/–-]|[.,:]\d|{SPACE}*(?:kr|kronor|tkr|mkr|%)(?!\w))")
_GLUED_YEARS = compiled(
    rf"(?<![\w,.:/–-])(?:(?P<first>{_YEAR})(?P<second>{_YEAR})|(?P<stem>20\d)(?P<struck>\d)(?P<inserted>\d))(?![\w/:–-]|,\d)"
)
_PIECES_MAY_BE = 12  # groups of digits: a longer row of them is a list, not two figures
_YEARS_APART = range(1, 4)


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two readings of one place in a text: [start, split) is struck and [resume, end) inserted, or else nothing is.

    ``ratio`` is the second figure by the first, 1 for years and dates. ``certain`` says that the grammar of numbers allows no
    reading as one figure. ``unit`` is the unit or the month that follows, ``counts`` that some other word in small letters does.
    ``figures`` are the two amounts.
    """

    start: int
    split: int
    resume: int
    end: int
    ratio: float = 1.0
    certain: bool = True
    unit: str = ""
    digits: int = 0
    counts: bool = False
    figures: tuple[Decimal, Decimal] | None = None

    def overlaps(self, other: Candidate) -> bool:
        """Tell whether two candidates share characters."""
        return self.start < other.end and other.start < self.end


def year_pairs(text: str) -> tuple[Candidate, ...]:
    """Return the years, and whole dates, that stand twice: "2025 2026", "1 maj 2024 1 juni 2026"; three in a row are none."""
    found = [_spaced(match) for match in _DATES.finditer(text)]
    found += [_spaced(match) for match in _PERIODS.finditer(text) if int(match["second"][:4]) - int(match["first"][:4]) in _YEARS_APART]
    for match in _YEARS.finditer(text):
        pair = _spaced(match)
        apart = int(match["second"]) - int(match["first"])
        alone = not re.search(rf"{_YEAR}{SPACE}+$", text[: match.start()]) and not re.match(rf"{SPACE}+{_YEAR}(?!\d)", text[match.end() :])
        if apart in _YEARS_APART and alone and not any(pair.overlaps(other) for other in found):
            found.append(pair)
    return tuple(sorted(found, key=lambda pair: pair.start))


def glued_years(text: str) -> tuple[Candidate, ...]:
    """Return the years of which a part was replaced, so that the digits run together: "20246" is 2024 and 2026."""
    found: list[Candidate] = []
    for match in _GLUED_YEARS.finditer(text):
        if match["stem"]:
            apart = int(match["inserted"]) - int(match["struck"])
            pair = Candidate(match.start("struck"), match.end("struck"), match.start("inserted"), match.end("inserted"))
        else:
            apart = int(match["second"]) - int(match["first"])
            pair = _spaced(match)
        if apart in _YEARS_APART:
            found.append(pair)
    return tuple(found)


def worded_pairs(text: str) -> tuple[Candidate, ...]:
    """Return the months, and numbers in words and figures, that stand twice: "juni maj", "tre (3) fyra (4) procent"."""
    return tuple(
        Candidate(match.start(first), match.end(first), match.start(second), match.end(second))
        for match in _WORDED.finditer(text)
        for first, second in ((("first", "second")) if match["first"] else (("first_words", "second_words")),)
    )


def amount_pairs(text: str) -> tuple[Candidate, ...]:
    """Return every way to read figures that stand directly after one another as two, the best one of each place."""
    found = [_with_repeated_unit(match) for match in _REPEATED_UNIT.finditer(text)]
    years = year_pairs(text)
    for match in _CHAIN.finditer(text):
        pieces = [piece for piece in _pieces(text, match) if not any(year.start < piece[1] and piece[0] < year.end for year in years)]
        best = _best_split(text, pieces)
        if best and not any(best.overlaps(other) for other in found):
            found.append(best)
    return tuple(sorted(found, key=lambda pair: pair.start))


def _pieces(text: str, chain: re.Match[str]) -> list[tuple[int, int]]:
    """Return where the groups of a chain stand, without a year that stands before an amount ("under 2026 1 652 kr")."""
    pieces = [match.span() for match in _PIECE.finditer(text, chain.start(), chain.end())]
    words = [text[start:end] for start, end in pieces]
    leads = re.fullmatch(_YEAR, words[0]) and len(words) > 1 and len(words[1]) < 4 and "," not in words[1]
    return pieces[1:] if leads else pieces


def _best_split(text: str, pieces: list[tuple[int, int]]) -> Candidate | None:
    """Return the split of a chain into two numbers whose ratio is nearest to one."""
    if len(pieces) > _PIECES_MAY_BE:
        return None
    splits = [pair for at in range(1, len(pieces)) if (pair := _split(text, pieces[:at], pieces[at:]))]
    return min(splits, key=lambda pair: abs(math.log(pair.ratio)), default=None)


def _split(text: str, first: list[tuple[int, int]], second: list[tuple[int, int]]) -> Candidate | None:
    before, after = _number(text, first), _number(text, second)
    if not before or not after:
        return None
    start, end = first[0][0], second[-1][1]
    unit = re.match(rf"{SPACE}*({UNIT}|(?:{_MONTHS})(?!\w))", text[end:], re.IGNORECASE)
    return Candidate(
        start,
        first[-1][1],
        second[0][0],
        end,
        ratio=float(after / before),
        certain=_number(text, [*first, *second]) is None,
        unit=unit[1] if unit else "",
        figures=(before, after),
        digits=sum(character.isdigit() for character in text[start:end]),
        counts=bool(re.match(rf"{SPACE}+(?!och|eller|till|samt)[a-zåäö]{{4,}}", text[end:])),
    )


def _number(text: str, pieces: list[tuple[int, int]]) -> Decimal | None:
    """Return the value of pieces read as one grouped number; None where they are no number, or zero."""
    words = [text[start:end] for start, end in pieces]
    if re.fullmatch(r"0\d+", words[0]):
        return None
    if len(words) > 1:
        gaps = [text[left[1] : right[0]] for left, right in pairwise(pieces)]
        *heads, last = words[1:]
        grouped = re.fullmatch(r"\d{1,3}", words[0]) and re.fullmatch(r"\d{3}(?:,\d+)?", last)
        if not grouped or not all(re.fullmatch(r"\d{3}", word) for word in heads) or any(len(gap) != 1 for gap in gaps):
            return None
    value = Decimal("".join(words).replace(",", "."))
    return value or None


def _spaced(match: re.Match[str]) -> Candidate:
    return Candidate(match.start("first"), match.end("first"), match.start("second"), match.end("second"))


def _with_repeated_unit(match: re.Match[str]) -> Candidate:
    before, after = (Decimal(re.sub(SPACE, "", match[name]).replace(",", ".")) for name in ("first", "second"))
    ratio = float(after / before) if before and after else 1.0
    return Candidate(
        match.start(), match.end("unit"), match.start("second"), match.end(), ratio=ratio, unit=match["unit"], figures=(before, after)
    )
