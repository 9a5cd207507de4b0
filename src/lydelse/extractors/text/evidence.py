"""Whether a text is a redline that lost its marks, and which figures in it are an old and a new one side by side."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from lydelse.extractors.text.chains import Candidate, amount_pairs, glued_years, worded_pairs, year_pairs
from lydelse.figures.sentences import sentences_of

USUAL_RATIO = 1.03  # what a year's uprating comes to, until the text's own pairs say otherwise
MAY_HAVE_CHANGED = math.log(2)  # a figure and its successor: at most twice or half, or they are two figures
COUNT_MAY_HAVE_CHANGED = math.log(1.25)  # the same for counts of things, which no unit tells from other figures
NEAR = 0.10  # in the ratio's logarithm: how near the text's other pairs a doubtful one must come
NEARER = 0.05  # the same where only the paragraph, not the sentence, moves a year
TOO_LONG = 10  # digits: no figure of a tender is so long, in whatever unit
_YEARS_ENOUGH = 2  # doubled years in running text: one may be a slip of the pen
_AMOUNTS_ENOUGH = 3  # doubled amounts where no year is doubled
_COUNT_DIGITS = 7  # both figures together: "4 512 4 643 listade", not "nivå 2 3 gäller"
_PROSE_WORDS = 4  # words: shorter lines are headers of columns and captions


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a text being a redline without its marks.

    ``ratio`` is the usual one of its certain pairs, ``moves`` are the years that stand doubled, as "2025 2026".
    """

    years: int
    amounts: int
    together: bool
    ratio: float = USUAL_RATIO
    moves: frozenset[str] = frozenset()

    @property
    def is_redline(self) -> bool:
        """Tell whether years or amounts stand doubled too often for chance."""
        return self.years >= _YEARS_ENOUGH or self.amounts >= _AMOUNTS_ENOUGH or self.together


def evidence_in(texts: Iterable[str]) -> Evidence:
    """Return what the paragraphs of a text, tables left out, show together."""
    years = amounts = 0
    together = False
    ratios: list[float] = []
    moves: set[str] = set()
    for text in filter(_is_prose, texts):
        moved = year_pairs(text)
        certain = [pair for pair in amount_pairs(text) if pair.certain and pair.unit and _could_follow(pair)]
        years += len(moved)
        moves |= {" ".join(text[year.start : year.end].split()) for year in moved}
        amounts += len(certain)
        together = together or bool(moved and certain)
        ratios.extend(pair.ratio for pair in certain)
    return Evidence(years, amounts, together, median(ratios) if ratios else USUAL_RATIO, frozenset(moves))


def pairs_in(text: str, evidence: Evidence) -> tuple[Candidate, ...]:
    """Return the old and new figures that stand side by side in one paragraph of a redline, in order."""
    years = (*year_pairs(text), *glued_years(text))
    amounts = amount_pairs(text)
    taken = [*years, *(pair for pair in worded_pairs(text) if not any(pair.overlaps(year) for year in years))]
    for start, end in sentences_of(text):
        here = [pair for pair in amounts if start <= pair.start < end]
        moved = any(start <= year.start < end for year in years)
        mates = [pair.ratio for pair in here if pair.certain and _could_follow(pair)]
        for pair in here:
            likely = _is_likely(pair, mates, evidence, moved=moved, near=bool(years))
            if likely and not any(pair.overlaps(other) for other in taken):
                taken.append(pair)
    return tuple(sorted(taken, key=lambda pair: pair.start))


def _is_likely(pair: Candidate, mates: list[float], evidence: Evidence, *, moved: bool, near: bool) -> bool:
    """Tell whether two figures are an old and a new one rather than one long figure, or two of different things.

    ``moved`` says that the sentence moves a year, ``near`` that the paragraph does; ``mates`` are the sentence's certain ratios.
    """
    if not _could_follow(pair):
        return False
    if pair.certain:
        counted = pair.counts and pair.digits >= _COUNT_DIGITS and abs(math.log(pair.ratio)) <= COUNT_MAY_HAVE_CHANGED
        return bool(pair.unit) or moved or counted
    if pair.digits >= TOO_LONG:
        return True
    expected = mates or [evidence.ratio]
    off = min(abs(math.log(pair.ratio / ratio)) for ratio in expected)
    return (moved and off < NEAR) or (near and bool(pair.unit) and off < NEARER)


def _could_follow(pair: Candidate) -> bool:
    return abs(math.log(pair.ratio)) <= MAY_HAVE_CHANGED


def _is_prose(text: str) -> bool:
    words = re.findall(r"[A-Za-zÅÄÖåäö]{2,}", text)
    return len(words) >= _PROSE_WORDS and any(word.islower() for word in words)
