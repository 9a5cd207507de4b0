"""Whether a text is a redline that lost its marks, and which figures in it are an old and a new one side by side."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from statistics import median

from lydelse.extractors.text.chains import Candidate, amount_pairs, glued_years, worded_pairs, year_pairs
from lydelse.extractors.text.glued import glued_amounts, groups_thousands, has_glued_years
from lydelse.figures.sentences import sentences_of
from lydelse.records import dataclass

USUAL_RATIO = 1.03  # what a year's uprating comes to, until the text's own pairs say otherwise
MAY_HAVE_CHANGED = math.log(2)  # a figure and its successor: at most twice or half, or they are two figures
COUNT_MAY_HAVE_CHANGED = math.log(1.25)  # the same for counts of things, which no unit tells from other figures
NEAR = 0.10  # in the ratio's logarithm: how near the text's other pairs a doubtful one must come
NEARER = 0.05  # the same where only the paragraph, not the sentence, moves a year
TOO_LONG = 10  # digits: no figure of a tender is so long, in whatever unit
_YEARS_ENOUGH = 2  # doubled years in running text: one may be a slip of the pen
_AMOUNTS_ENOUGH = 3  # doubled amounts where no year is doubled
_COUNT_DIGITS = 7  # both figures together: "4 512 4 643 listade", not "nivå 2 3 gäller"
_GLUED_DIGITS = 5  # from here on a number has its thousands parted in most texts; "1213 kr" is an amount in many
_PROSE_WORDS = 4  # words: shorter lines are headers of columns and captions


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for a text being a redline without its marks.

    ``ratio`` is the usual one of its certain pairs, ``moves`` are the years that stand doubled, as "2025 2026". ``glued`` says that years
    run together as one number, so that amounts may too, ``grouped`` that thousands are parted by a space somewhere.
    """

    years: int
    amounts: int
    together: bool
    ratio: float = USUAL_RATIO
    moves: frozenset[str] = frozenset()
    glued: bool = False
    grouped: bool = False

    @property
    def is_redline(self) -> bool:
        """Tell whether years or amounts stand doubled too often for chance, or years run together even once."""
        return self.years >= _YEARS_ENOUGH or self.amounts >= _AMOUNTS_ENOUGH or self.together or self.glued


def evidence_in(texts: Iterable[str], others: Iterable[str] = ()) -> Evidence:
    """Return what the paragraphs of a text show together; of headings and cells, ``others``, only what runs together counts."""
    texts = list(texts)
    everything = [*texts, *others]
    glued, grouped = any(map(has_glued_years, everything)), any(map(groups_thousands, everything))
    years = amounts = 0
    together = False
    ratios: list[float] = []
    moves: set[str] = set()
    for text in filter(_is_prose, texts):
        moved = year_pairs(text)
        pairs = [*amount_pairs(text), *(glued_amounts(text, USUAL_RATIO) if glued else ())]
        certain = [pair for pair in pairs if pair.certain and pair.unit and could_follow(pair)]
        years += len(moved)
        moves |= {" ".join(text[year.start : year.end].split()) for year in moved}
        amounts += len(certain)
        together = together or bool(moved and certain)
        ratios.extend(pair.ratio for pair in certain)
    return Evidence(years, amounts, together, median(ratios) if ratios else USUAL_RATIO, frozenset(moves), glued, grouped)


def pairs_in(text: str, evidence: Evidence) -> tuple[Candidate, ...]:
    """Return the old and new figures that stand side by side in one paragraph of a redline, in order."""
    years = (*year_pairs(text), *glued_years(text))
    amounts = [*(glued_pairs(text, evidence)), *amount_pairs(text)]
    taken = [*years, *(pair for pair in worded_pairs(text) if not any(pair.overlaps(year) for year in years))]
    for start, end in sentences_of(text):
        here = [pair for pair in amounts if start <= pair.start < end]
        moved = any(start <= year.start < end for year in years)
        mates = [pair.ratio for pair in here if pair.certain and could_follow(pair)]
        for pair in here:
            likely = _is_likely(pair, mates, evidence, moved=moved, near=bool(years))
            if likely and not any(pair.overlaps(other) for other in taken):
                taken.append(pair)
    return tuple(sorted(taken, key=lambda pair: pair.start))


def _is_likely(pair: Candidate, mates: list[float], evidence: Evidence, *, moved: bool, near: bool) -> bool:
    """Tell whether two figures are an old and a new one rather than one long figure, or two of different things.

    ``moved`` says that the sentence moves a year, ``near`` that the paragraph does; ``mates`` are the sentence's certain ratios.
    """
    if not could_follow(pair):
        return False
    if pair.split == pair.resume and not pair.certain:
        return bool(pair.unit)  # judged already
    if pair.certain:
        counted = pair.counts and pair.digits >= _COUNT_DIGITS and abs(math.log(pair.ratio)) <= COUNT_MAY_HAVE_CHANGED
        return bool(pair.unit) or moved or counted
    if pair.digits >= TOO_LONG:
        return True
    expected = mates or [evidence.ratio]
    off = min(abs(math.log(pair.ratio / ratio)) for ratio in expected)
    return (moved and off < NEAR) or (near and bool(pair.unit) and off < NEARER)


def glued_pairs(text: str, evidence: Evidence) -> tuple[Candidate, ...]:
    """Return the old and new figures that run together; none where the text's years do not.

    A figure that could be one number is two where the text parts the thousands of its other numbers, or the ratio is the usual one.
    """
    if not evidence.glued:
        return ()
    return tuple(pair for pair in glued_amounts(text, evidence.ratio) if pair.certain or _is_glued(pair, evidence))


def doubtful_figures(text: str, evidence: Evidence) -> tuple[Candidate, ...]:
    """Return the amounts that may be two figures run together, but which ones is not to be told."""
    if not evidence.glued:
        return ()
    unsure = (pair for pair in glued_amounts(text, evidence.ratio) if not pair.certain and not _is_glued(pair, evidence))
    return tuple(pair for pair in unsure if pair.unit and could_follow(pair))


def _is_glued(pair: Candidate, evidence: Evidence) -> bool:
    near = abs(math.log(pair.ratio / evidence.ratio)) < NEAR
    if pair.digits < _GLUED_DIGITS:
        return evidence.grouped and near
    return near or (evidence.grouped and could_follow(pair))


def could_follow(pair: Candidate) -> bool:
    """Tell whether the second figure may have come in the place of the first: at most twice or half of it."""
    return abs(math.log(pair.ratio)) <= MAY_HAVE_CHANGED


def _is_prose(text: str) -> bool:
    words = re.findall(r"[A-Za-zÅÄÖåäö]{2,}", text)
    return len(words) >= _PROSE_WORDS and any(word.islower() for word in words)
