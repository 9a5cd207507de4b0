"""A second look at figures: each row of them spelled out with the shapes that the document's own figures have.

Tesseract is as sure of a wrong figure as of a right one (0.97 of "0,15" where "0,45" was struck, twice over), so that its own
confidence says little. What says more is whether a witness of another kind says the same: the shapes, of which what a line goes through
is left out of account. Where the two differ the row is read once more, by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from lydelse.formats.picture.fitting import Spelled, spelled
from lydelse.formats.picture.picture import ReadWord
from lydelse.formats.picture.second_look import read_again
from lydelse.formats.picture.seen_shapes import USUAL_ADVANCE, Sample, Shape, is_like, is_whole, per_cent_like, shapes_of
from lydelse.formats.picture.strips import EM, FIGURES, Run, Strip
from lydelse.formats.picture.verdicts import with_verdicts
from lydelse.formats.picture.witnesses import Witnesses, is_unknown

THOUSANDS = 3
"""Figures of a group of thousands."""

ENOUGH = 6
"""Whole figures that are enough to tell those that were misread from the others."""

SEEN_BESIDE_LINES = FIGURES | {",", "."}
"""What a line goes through without becoming something else: what is left of a line is read as a dash or a plus."""

UNLIKE_FROM = 0.35
"""The share of its ink that a figure leaves unexplained where there is none."""

PER_CENT_BROAD = (1.2, 1.75)
"""Times the room of a figure that a sign for per cent is broad; two figures are 1.85."""

Words = tuple[ReadWord, ...]


class Page(NamedTuple):
    """The words of a page and its rows of figures."""

    words: Words
    runs: tuple[Run, ...]


class _Known(NamedTuple):
    """What figures look like in plain and in heavy words, and how many columns there are from one to the next."""

    plain: Mapping[str, Shape]
    heavy: Mapping[str, Shape]
    advance: float

    def of(self, run: Run) -> Mapping[str, Shape]:
        return self.heavy if run.is_heavy else self.plain


def with_figures_looked_at(pages: Sequence[Page]) -> list[Words]:
    """Return the words of all pages, each figure as its witnesses have it; a letter's ``confidence`` is then how far they agree."""
    known = _learnt(pages)
    known = _learnt_again(pages, [_witnesses(page, known) for page in pages], known)
    return [_settled(page, _witnesses(page, known)) for page in pages]


def _witnesses(page: Page, known: _Known) -> list[Witnesses]:
    """Return what is said of each row of figures, nothing of it read again."""
    return [
        Witnesses(run, spelled(_without_unknown(run, page.words, known.of(run)), known.of(run)), "", known.of(run), known.advance)
        for run in page.runs
    ]


def _settled(page: Page, seen: Sequence[Witnesses]) -> Words:
    doubtful = [at for at, each in enumerate(seen) if not each.agree_clearly(page.words)]
    again = dict(zip(doubtful, read_again([seen[at].run.strip for at in doubtful]), strict=True))
    return with_verdicts(page.words, [each._replace(again=again.get(at, "")) for at, each in enumerate(seen)])


def _learnt(pages: Sequence[Page]) -> _Known:
    """Return the shapes of the figures as they were recognised; where few are whole by what is seen beside the lines through the others."""
    shapes: dict[bool, dict[str, Shape]] = {}
    for heavy in (False, True):
        samples = [sample for page in pages for run in page.runs if run.is_heavy is heavy for sample in _samples(run, page.words)]
        whole = [sample for sample in samples if is_whole(sample)]
        counts = Counter(sample.text for sample in whole)
        rest = [each for each in samples if each.text in SEEN_BESIDE_LINES and counts[each.text] < ENOUGH]
        shapes[heavy] = _with_per_cent({**shapes_of(whole), **shapes_of(rest)})
    return _Known(shapes[False], {**shapes[False], **shapes[True]}, USUAL_ADVANCE * EM)


def _with_per_cent(shapes: dict[str, Shape]) -> dict[str, Shape]:
    return shapes if "%" in shapes or "0" not in shapes else {**shapes, "%": per_cent_like(shapes["0"])}


def _samples(run: Run, words: Words) -> list[Sample]:
    """Return the figures and signs of a row as they were read, without what may be a sign for per cent that was read as figures."""
    letters = [
        words[word].letters[at]
        for number, word in enumerate(dict.fromkeys(word for word, _ in run.spots))
        if not (number and _may_be_per_cent(words[word - 1].text, words[word].text))
        for at in (at for own, at in run.spots if own == word)
    ]
    return [Sample(letter.text, run.strip, run.strip.column(letter.box.x0), run.strip.column(letter.box.x1)) for letter in letters]


def _may_be_per_cent(before: str, own: str) -> bool:
    """Tell whether a word after a figure is neither a group of thousands nor a figure of its own, as a year or one with decimals."""
    figures = sum(letter in FIGURES for letter in own)
    return "," not in own and (figures < THOUSANDS or (figures == THOUSANDS and "," in before))


def _learnt_again(pages: Sequence[Page], seen: Sequence[Sequence[Witnesses]], known: _Known) -> _Known:
    """Return the shapes of the figures of which both witnesses say the same, where they were found to stand."""
    samples: dict[bool, list[Sample]] = {False: [], True: []}
    distances: list[float] = []
    for page, rows in zip(pages, seen, strict=True):
        for each in rows:
            samples[each.run.is_heavy] += _per_cents(each, known.advance)
            if each.agree(page.words):
                samples[each.run.is_heavy] += [_sample(each, own) for own in each.spelling.row if own.text != "%"]
                distances += _distances(each)
    plain, heavy = (shapes_of(sample for sample in samples[heavy] if is_whole(sample)) for heavy in (False, True))
    for shapes, before in ((plain, known.plain), (heavy, known.heavy)):
        if "%" in shapes and not ("%" in before and is_like(shapes["%"], before["%"])):
            del shapes["%"]
    middle = median(distances) if distances else known.advance
    return _Known({**known.plain, **plain}, {**known.heavy, **plain, **heavy}, middle)


def _per_cents(seen: Witnesses, advance: float) -> list[Sample]:
    """Return what may be signs for per cent: where the sign was found, and where two figures were that are like none."""
    row = seen.spelling.row
    pairs = [(one, two) for one, two in pairwise(row) if min(one.left_over, two.left_over) >= UNLIKE_FROM]
    least, most = (times * advance for times in PER_CENT_BROAD)
    found = [Sample("%", seen.run.strip, one.first - 1, two.last + 1) for one, two in pairs if least <= two.last - one.first <= most]
    return [*found, *(_sample(seen, own) for own in row if own.text == "%")]


def _sample(seen: Witnesses, own: Spelled) -> Sample:
    return Sample(own.text, seen.run.strip, own.first - 1, own.last + 1)


def _distances(seen: Witnesses) -> list[float]:
    """Return how far apart the middles of figures are that stand in one word."""
    row, spots = seen.spelling.row, seen.run.spots
    if len(row) != len(spots):
        return []
    pairs = zip(pairwise(row), pairwise(spots), strict=True)
    return [
        after.middle - before.middle for (before, after), (one, two) in pairs if one[0] == two[0] and {before.text, after.text} <= FIGURES
    ]


def _without_unknown(run: Run, words: Words, shapes: Mapping[str, Shape]) -> Strip:
    """Return a strip of which the signs and figures that the document does not show elsewhere do not count."""
    counts = run.strip.counts
    for word, at in run.spots:
        letter = words[word].letters[at]
        if is_unknown(letter, shapes):
            counts = counts.copy() if counts is run.strip.counts else counts
            counts[:, max(0, round(run.strip.column(letter.box.x0))) : max(0, round(run.strip.column(letter.box.x1)))] = 0.0
    return run.strip._replace(counts=counts)
