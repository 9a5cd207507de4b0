"""Small words with a large meaning that come, go or make way for another within a sentence that is otherwise kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from lydelse.differ.parts import CELL_BORDER
from lydelse.differ.quotations import Span, quoted, words_governed_after, words_governed_before
from lydelse.differ.words import marked_words
from lydelse.figures.numbers import numbers_in
from lydelse.figures.sentences import sentences_of
from lydelse.figures.small_words import FORBIDDEN, YEARLY, SmallWord, small_words_in
from lydelse.model.change import Added, Change, Merged, Moved, Removed, Reworded, Split, Unit
from lydelse.model.small_word import Meaning, SmallWordChange
from lydelse.model.text import Mark
from lydelse.patterns import compiled
from lydelse.records import replace

KEPT_AT_LEAST = 0.5
"""The share of a sentence's words, in either version, that must be kept for the small word to be what changed."""
OTHERS_AT_MOST = 4
"""Other words that may be replaced along with a small word that another stands for."""
OTHERS_ALONE = 1
"""The same for one that comes or goes with no other in its place."""
ROUNDED = Decimal("0.02")
"""How far from a twelfth a sum by the month may be to be the same money as one by the year."""
SAID_OF_WHAT_PRECEDES = {Meaning.INCLUSION, Meaning.UNIT, Meaning.PERIOD, Meaning.TERM}

_WORD = compiled(r"\w+")
_LETTERS = compiled(r"[^\W\d_]+|/")


class _Stretch(NamedTuple):
    """What is struck, and what is inserted in its place: spans of the two readings."""

    before: Span
    after: Span


class _Reading(NamedTuple):
    """One wording, its small words, and the spans of it that the other has too, in order."""

    text: str
    words: tuple[SmallWord, ...]
    kept: tuple[Span, ...]


_Pair = tuple[SmallWord | None, SmallWord | None]


def with_small_words(changes: Sequence[Change]) -> list[Change]:
    """Return the changes, those that turn on a small word with that word told of.

    A part that is struck and followed by one that is inserted in its place is looked at as one that is reworded.
    """
    return [_with_small_words(change, changes[at - 1] if at else None) for at, change in enumerate(changes)]


def _with_small_words(change: Change, above: Change | None) -> Change:
    match change:
        case Reworded() | Moved() | Split() | Merged():
            found = small_word_changes(change.before, change.after)
            return replace(change, small_words=found) if found else change
        case Added() if isinstance(above, Removed) and _stands_instead(change, above):
            found = small_word_changes(above.before, change.after)
            return replace(change, small_words=found) if found else change
        case _:
            return change


def _stands_instead(added: Added, removed: Removed) -> bool:
    return added.unit is not Unit.SECTION and (removed.unit, removed.place.section_id) == (added.unit, added.place.section_id)


def small_word_changes(before: str, after: str) -> tuple[SmallWordChange, ...]:
    """Return the small words that two wordings of one text differ in, where the sentence is otherwise kept, in order."""
    if _LETTERS.findall(before) == _LETTERS.findall(after):
        return ()
    if [(word.sense, word.figure) for word in small_words_in(before)] == [(word.sense, word.figure) for word in small_words_in(after)]:
        return ()
    stretches, one, other = _aligned(before, after)
    found = (_turned(stretch, one, other) for stretch in stretches)
    return tuple(each for each in found if each)


def _aligned(before: str, after: str) -> tuple[list[_Stretch], _Reading, _Reading]:
    """Return what differs between two wordings, and both as they are written where they are the same."""
    stretches: list[_Stretch] = []
    kept: list[tuple[Span, Span]] = []
    texts = ["", ""]
    begun = (0, 0)
    for run in marked_words(before, after):
        here = len(texts[0]), len(texts[1])
        ends_a_stretch = run.mark is Mark.KEPT and (bool(run.text.strip()) or here == begun)
        if ends_a_stretch and here != begun:
            stretches.append(_Stretch(Span(begun[0], here[0]), Span(begun[1], here[1])))
        for at, mark in enumerate((Mark.STRUCK, Mark.INSERTED)):
            texts[at] += run.text if run.mark in {Mark.KEPT, mark} else ""
        if ends_a_stretch:
            begun = len(texts[0]), len(texts[1])
            kept.append((Span(here[0], begun[0]), Span(here[1], begun[1])))
    if begun != (len(texts[0]), len(texts[1])):
        stretches.append(_Stretch(Span(begun[0], len(texts[0])), Span(begun[1], len(texts[1]))))
    one, other = (_Reading(text, small_words_in(text), tuple(pair[at] for pair in kept)) for at, text in enumerate(texts))
    return stretches, one, other


def _turned(stretch: _Stretch, before: _Reading, after: _Reading) -> SmallWordChange | None:
    """Return the small word that a stretch turns on, None where it turns on none or the sentence is another."""
    one, other = _sentence(before, stretch.before), _sentence(after, stretch.after)
    if one is None or other is None or not (_is_kept(before, one) and _is_kept(after, other)):
        return None
    earlier, later = _words_of(stretch, before, after)
    others = max(_others(before, stretch.before, earlier), _others(after, stretch.after, later))
    for meaning in Meaning:
        of_meaning = [[word for word in words if word.meaning is meaning] for words in (earlier, later)]
        if not any(of_meaning) or max(map(len, of_meaning)) > 1:
            continue
        pair = (next(iter(of_meaning[0]), None), next(iter(of_meaning[1]), None))
        if others <= (OTHERS_AT_MOST if all(pair) else OTHERS_ALONE) and _says_another_thing(pair, (before.text, after.text)):
            return _told(stretch, pair, ((before.text, one), (after.text, other)))
    return None


def _words_of(stretch: _Stretch, before: _Reading, after: _Reading) -> tuple[list[SmallWord], list[SmallWord]]:
    """Return the small words that a stretch touches, with those that parts of them stand in in the other reading."""
    earlier, later = _touched(before, [stretch.before]), _touched(after, [stretch.after])
    return (
        _touched(before, [stretch.before, *_carried(later, after.kept, before.kept)]),
        _touched(after, [stretch.after, *_carried(earlier, before.kept, after.kept)]),
    )


def _touched(reading: _Reading, spans: Sequence[Span]) -> list[SmallWord]:
    return [word for word in reading.words if any(span.touches(Span(word.start, word.end)) for span in spans)]


def _carried(words: Sequence[SmallWord], here: Sequence[Span], there: Sequence[Span]) -> Iterator[Span]:
    """Yield where the kept parts of some words stand in the other reading."""
    for word in words:
        for one, other in zip(here, there, strict=True):
            start, end = max(word.start, one.start), min(word.end, one.end)
            if start < end:
                yield Span(other.start + start - one.start, other.start + end - one.start)


def _sentence(reading: _Reading, span: Span) -> Span | None:
    """Return the sentence that a span stands within, None where it stands in several or between two; a row of a table is one."""
    if CELL_BORDER in reading.text:
        return Span(0, len(reading.text))
    whole = [Span(*each) for each in sentences_of(reading.text)]
    within = [each for each in whole if each.touches(span)] or [each for each in whole if each.start <= span.start <= each.end]
    return within[0] if len(within) == 1 else None


def _is_kept(reading: _Reading, sentence: Span) -> bool:
    """Tell whether enough of a sentence's words stand in both versions."""
    words = [Span(*match.span()) for match in _WORD.finditer(reading.text, *sentence)]
    kept = sum(any(span.start <= word.start and word.end <= span.end for span in reading.kept) for word in words)
    return kept > 0 and kept >= KEPT_AT_LEAST * len(words)


def _others(reading: _Reading, span: Span, small: Sequence[SmallWord]) -> int:
    """Return how many words of a span are neither small words nor figures."""
    words = [Span(*match.span()) for match in _WORD.finditer(reading.text, *span) if not match[0].isdigit()]
    return sum(not any(word.touches(Span(each.start, each.end)) for each in small) for word in words)


def _says_another_thing(pair: _Pair, texts: tuple[str, str]) -> bool:
    one, other = pair
    if one is None or other is None:
        return any(word.weighs_alone for word in pair if word)
    if one.sense == other.sense or one.figure != other.figure:
        return False
    return one.meaning is not Meaning.PERIOD or not _same_money(one, other, texts)


def _same_money(one: SmallWord, other: SmallWord, texts: tuple[str, str]) -> bool:
    """Tell whether an amount by one period is the same money as the amount by another: 12 000 kr per år is 1 000 kr per månad."""
    if one.sense not in YEARLY or other.sense not in YEARLY:
        return False
    figures = [numbers_in(text[: word.start])[-1:] for word, text in zip((one, other), texts, strict=True)]
    if not all(figures) or figures[0][0].value == figures[1][0].value:
        return False
    before, after = (found[0].value * YEARLY[word.sense] for found, word in zip(figures, (one, other), strict=True))
    return before > 0 and abs(after - before) <= ROUNDED * before


def _told(stretch: _Stretch, pair: _Pair, said: tuple[tuple[str, Span], tuple[str, Span]]) -> SmallWordChange:
    spans = [span.united_with(Span(word.start, word.end)) if word else span for word, span in zip(pair, stretch, strict=True)]
    before, after = (quoted(*each, span) for each, span in zip(said, spans, strict=True))
    spelled = [" ".join(word.text.split()) if word else "" for word in pair]
    meaning = Meaning.NEGATION if any(word and word.sense == FORBIDDEN for word in pair) else next(word.meaning for word in pair if word)
    at = 1 if pair[1] else 0
    word, (text, sentence) = pair[at], said[at]
    span = Span(word.start, word.end) if word else spans[at]
    sides = words_governed_after(text, sentence, span), words_governed_before(text, sentence, span)
    governs = (sides[1] or sides[0]) if meaning in SAID_OF_WHAT_PRECEDES else (sides[0] or sides[1])
    return SmallWordChange(meaning, spelled[0], spelled[1], before, after, governs)
