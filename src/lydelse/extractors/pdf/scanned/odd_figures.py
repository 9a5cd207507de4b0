"""Recognised words that look as no figure does, though figures were read in them or stand all around: nobody should trust those.

Each witness may be as sure as can be of a word that cannot be right: of the bracket in "5(", of "0" and "45" with no comma between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from lydelse.formats.picture import Line, ReadPicture, ReadWord
from lydelse.patterns import compiled

ODD = 0.5
"""How sure a figure is that looks as no figure does."""

BEFORE, AFTER = r"[\"”“’'‘«»(\[{<>=≤≥±+–—*§#|-]*", r"[\"”“’'‘«»)\]}.,;:!?%‰°*§¹²³⁴⁵⁶⁷⁸⁹–—/…|-]*"
NUMBER = r"\d+(?:[.,:/–-]\d+)*"
UNITS = r"(?:kr|tkr|mkr|mnkr|mdkr|km|cm|mm|m|kg|g|mg|ml|h|tim|min|st|år|kWh|MWh)(?:/\w+)?"
LETTERED = r"(?:[A-ZÅÄÖ]{1,4}\d+[A-ZÅÄÖ]?|CO2|k?m[23]|\d+[a-h]|\d+[x×]\d+)"
AS_FIGURES_ARE = compiled(rf"{BEFORE}(?:{NUMBER}(?:{UNITS}|[a-h])?|{LETTERED}){AFTER}")
AS_WORDS_ARE = compiled(rf"[(\[\"”“’']*[^\W\d_]*{AFTER}")
PARTS = compiled(r"[-–/:.]")
ADDRESS = compiled(r"www|@|://|\.(?:se|com|org|nu|eu|net)\b")

DASHES = "-–—"

ROOM_OF_MINUS, BROADER = 0.5, 1.7
"""Ems of white before a figure in which a minus may stand that a line goes through, and times the usual white between words."""

ROW = 8
"""Words on either side of which the white between them is measured."""

BESIDE = 0.45
"""Ems between two words of one figure."""

MAY_BE_ONE = 0.9
"""Ems between two groups of thousands that may be one figure: in a face whose letters are all as broad a space is as broad as they are."""

ODD_BESIDE = 0.5
"""How sure the least sure figure is beside which another is doubted: what its witnesses all read otherwise."""

TOUCHING = 0.05
"""Ems between two words that are no words for themselves."""

ENDS_WITHIN = 0.25
"""Of a letter's room: a line that ends nearer to its edge ends with it."""

MOST_OF = 0.5
"""Of a word that a line goes through or under: it marks the word."""

THROUGH_OR_UNDER = (-0.3, 0.6)
"""Ems above the baseline that a line stands that marks a word."""

GROUP, ENDS_AS_GROUP = compiled(r"\d{3}(?!\d)"), compiled(r"(?<![\d.,])\d{1,3}$")
ROWS_NEAR, FEWEST_NEAR = 2, 4
"""Rows of a column of figures that are looked at above and below a word, and how many of them must be figures."""

SHORT = 4
"""Letters: a longer word in a column of figures is a word."""


def odd_words(read: ReadPicture) -> frozenset[int]:
    """Return the numbers of the words that are no figures as figures are, or may not be all of one."""
    words = read.words
    level = [line for line in read.lines if line.level]
    marks = [_marks_at(word, level) if has_figure(word.text) else frozenset[int]() for word in words]
    found = {at for at, word in enumerate(words) if has_figure(word.text) and not is_as_figures_are(word.text)}
    found |= {at for chain in _chains(words, marks) for at in _odd_in(chain, words)}
    found |= {at for one in range(len(words) - 1) if _is_group_with_half_a_mark(words, marks, one) for at in (one, one + 1)}
    found |= {at for one in range(len(words) - 1) if _may_be_one(words[one], words[one + 1]) for at in (one, one + 1)}
    found |= {at for at, word in enumerate(words) if _is_marked_in_part(word, level)}
    found |= {at for at, word in enumerate(words) if _has_struck_dash(word, level)}
    found |= {at + 1 for at in range(len(words) - 1) if _may_have_lost_a_minus(at, words, level)}
    found |= {at for one in range(len(words) - 1) if _is_beside_an_unsure_one(words[one], words[one + 1]) for at in (one, one + 1)}
    found |= {at + 1 for at in range(len(words) - 1) if _is_first_group_lost(words[at], words[at + 1])}
    groups = [at for at in range(len(words) - 1) if _goes_on(words[at], words[at + 1]) and _is_group(words[at], words[at + 1])]
    found |= {at for at in groups if at + 1 in found} | {at + 1 for at in groups if at in found}  # an amount is one figure
    return frozenset(found | set(_lost_in_columns(words)))


def has_figure(text: str) -> bool:
    """Tell whether there is a figure in a word."""
    return any(letter.isdecimal() for letter in text)


def is_as_figures_are(text: str) -> bool:
    """Tell whether a word with figures is a number, a date, a reference, a case number or an address."""
    if AS_FIGURES_ARE.fullmatch(text) or ADDRESS.search(text):
        return True
    parts = PARTS.split(text)
    return len(parts) > 1 and all((AS_FIGURES_ARE if has_figure(part) else AS_WORDS_ARE).fullmatch(part) for part in parts)


def _chains(words: Sequence[ReadWord], marks: Sequence[frozenset[int]]) -> Iterator[list[int]]:
    """Yield the numbers of words with the same marks of which each goes on where the one before ends with a figure."""
    chain: list[int] = []
    for at, word in enumerate(words):
        if chain and not (_are_marked_alike(marks[chain[-1]], marks[at]) and _goes_on(words[chain[-1]], word)):
            yield chain
            chain = []
        chain.append(at)
    if chain:
        yield chain


def _are_marked_alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return not one.isdisjoint(other) or not (one or other)


def _goes_on(before: ReadWord, word: ReadWord) -> bool:
    apart = word.letters[0].box.x0 - before.letters[-1].box.x1
    level = abs(before.baseline - word.baseline) <= 0.3 * word.size
    figures = before.letters[-1].text.isdecimal() and (word.letters[0].text.isdecimal() or word.letters[0].text in ",.")
    return level and figures and -word.size < apart <= BESIDE * word.size


def _odd_in(chain: Sequence[int], words: Sequence[ReadWord]) -> Iterator[int]:
    """Yield the words that stand as close as one figure and are none; in more than two figures in a row, as of a telephone, none is odd."""
    for one, other in pairwise(chain):
        apart = words[other].letters[0].box.x0 - words[one].letters[-1].box.x1
        touch = apart <= TOUCHING * words[other].size
        if touch or words[other].text[0] in ",." or (len(chain) == 2 and not _is_group(words[one], words[other])):
            yield from (one, other)


def _is_group(before: ReadWord, word: ReadWord) -> bool:
    return bool(GROUP.match(word.text) and ENDS_AS_GROUP.search(before.text))


def _may_be_one(before: ReadWord, word: ReadWord) -> bool:
    """Tell whether two groups of a figure stand so far apart that they may be read as two figures, and no further."""
    apart = word.letters[0].box.x0 - before.letters[-1].box.x1
    level = abs(before.baseline - word.baseline) <= 0.3 * word.size
    return level and BESIDE * word.size < apart <= MAY_BE_ONE * word.size and _is_group(before, word)


def _is_beside_an_unsure_one(before: ReadWord, word: ReadWord) -> bool:
    """Tell whether two figures with no mark between stand so near that what was not read surely of one may have joined them."""
    apart = word.letters[0].box.x0 - before.letters[-1].box.x1
    level = abs(before.baseline - word.baseline) <= 0.3 * word.size
    figures = before.letters[-1].text.isdecimal() and word.letters[0].text.isdecimal()
    unsure = min(letter.confidence for letter in (*before.letters, *word.letters) if letter.text.isdecimal()) if figures else 1.0
    return level and figures and -word.size < apart <= MAY_BE_ONE * word.size and unsure < ODD_BESIDE


def _is_first_group_lost(before: ReadWord, word: ReadWord) -> bool:
    """Tell whether what stands before a group of thousands is neither word nor figure, as "F–A" before "464"."""
    text = before.text.strip("().,;:”")
    is_word = text.isalnum() or text.islower() or has_figure(text)
    rubbish = 0 < len(text) <= SHORT and not is_word and any(letter.isalpha() for letter in text)
    apart = word.letters[0].box.x0 - before.letters[-1].box.x1
    level = abs(before.baseline - word.baseline) <= 0.3 * word.size
    return rubbish and level and -word.size < apart <= BESIDE * word.size and GROUP.match(word.text) is not None


def _is_group_with_half_a_mark(words: Sequence[ReadWord], marks: Sequence[frozenset[int]], one: int) -> bool:
    """Tell whether a line marks one of two groups of a figure alone, on one line of text or over its end."""
    before, word = words[one : one + 2]
    wraps = word.baseline > before.baseline and word.letters[0].box.x0 < before.letters[0].box.x0
    return _is_group(before, word) and bool(marks[one]) is not bool(marks[one + 1]) and (wraps or _goes_on(before, word))


def _marks_at(word: ReadWord, lines: Sequence[Line]) -> frozenset[int]:
    return frozenset(at for at, line in enumerate(lines) if _is_at(line, word) and _common(line, word) > MOST_OF)


def _is_at(line: Line, word: ReadWord) -> bool:
    above = (word.baseline - (line.box.top + line.box.bottom) / 2) / word.size
    return THROUGH_OR_UNDER[0] <= above <= THROUGH_OR_UNDER[1]


def _common(line: Line, word: ReadWord) -> float:
    """Return how much of a word a line goes through or under."""
    x0, x1 = word.letters[0].box.x0, word.letters[-1].box.x1
    return (min(x1, line.box.x1) - max(x0, line.box.x0)) / max(1.0, x1 - x0)


def _is_marked_in_part(word: ReadWord, lines: Sequence[Line]) -> bool:
    """Tell whether a line begins or ends between two figures of a word: a mark may be of a figure's end, or not have been seen whole."""
    seams = [(one.box.x1 + other.box.x0) / 2 for one, other in pairwise(word.letters) if one.text.isdecimal() and other.text.isdecimal()]
    if not seams:
        return False
    near = ENDS_WITHIN * (word.letters[-1].box.x1 - word.letters[0].box.x0) / len(word.letters)
    first, last = seams[0] - near, seams[-1] + near
    return any(_is_at(line, word) and any(first <= x <= last for x in (line.box.x0, line.box.x1)) for line in lines)


def _has_struck_dash(word: ReadWord, lines: Sequence[Line]) -> bool:
    """Tell whether a line goes through a dash between figures: the one looks as the other, and there may be none, or a space."""
    dashes = [
        own.box
        for before, own, after in zip(word.letters, word.letters[1:], word.letters[2:], strict=False)
        if own.text in DASHES and (before.text + after.text).isdecimal()
    ]
    through = [line.box for line in lines if dashes and 0 < (word.baseline - (line.box.top + line.box.bottom) / 2) / word.size <= 0.6]
    return any(line.x0 <= (dash.x0 + dash.x1) / 2 <= line.x1 for dash in dashes for line in through)


def _may_have_lost_a_minus(at: int, words: Sequence[ReadWord], lines: Sequence[Line]) -> bool:
    """Tell whether a line goes on over more white before a figure than words have between them: a minus there looks as the line does."""
    before, word = words[at : at + 2]
    left, right = before.letters[-1].box.x1, word.letters[0].box.x0
    level = abs(before.baseline - word.baseline) <= 0.3 * word.size
    if not (level and word.letters[0].text.isdecimal() and right - left > ROOM_OF_MINUS * word.size):
        return False
    beside = [
        (one, other) for one, other in pairwise(words[max(0, at - ROW) : at + ROW]) if abs(one.baseline - other.baseline) < word.size / 3
    ]
    gaps = [other.letters[0].box.x0 - one.letters[-1].box.x1 for one, other in beside]
    usual = median([gap for gap in gaps if gap > TOUCHING * word.size] or [0.0])
    through = [line.box for line in lines if 0 < (word.baseline - (line.box.top + line.box.bottom) / 2) / word.size <= 0.6]
    return right - left > BROADER * usual and any(line.x0 < left and line.x1 > right for line in through)


def _lost_in_columns(words: Sequence[ReadWord]) -> Iterator[int]:
    """Yield the short words without figures that stand where a column has figures above and below."""
    columns: dict[int, list[ReadWord]] = defaultdict(list)
    for word in words:
        for step in range(int(word.letters[0].box.x0 // word.size), int(word.letters[-1].box.x1 // word.size) + 1):
            columns[step].append(word)
    for at, word in enumerate(words):
        if _may_be_lost(word) and _stands_among_figures(word, columns):
            yield at


def _may_be_lost(word: ReadWord) -> bool:
    text = word.text.strip(".,;:")
    return 0 < len(text) <= SHORT and text.isalpha() and not (len(text) > 1 and text.islower()) and not has_figure(text)


def _stands_among_figures(word: ReadWord, columns: dict[int, list[ReadWord]]) -> bool:
    middle = (word.letters[0].box.x0 + word.letters[-1].box.x1) / 2
    over = [each for each in columns[int(middle // word.size)] if each.letters[0].box.x0 <= middle <= each.letters[-1].box.x1]
    others = sorted((each for each in over if each is not word), key=lambda each: each.baseline)
    above = [each for each in others if each.baseline < word.baseline - 0.5 * word.size][-ROWS_NEAR:]
    below = [each for each in others if each.baseline > word.baseline + 0.5 * word.size][:ROWS_NEAR]
    near = [*above, *below]
    pitch = [abs(one.baseline - other.baseline) for one, other in pairwise([*above, word, *below])]
    dense = bool(pitch) and max(pitch) <= 2.5 * min(pitch)
    return len(near) >= FEWEST_NEAR and dense and all(has_figure(each.text) and is_as_figures_are(each.text) for each in near)
