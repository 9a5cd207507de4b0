"""What was struck in one place and inserted in another: one part that moved.

In the marked document a moved part is struck where it stood and inserted where it stands, so that both readings are whole; that it
is one part is read off the marks here, in a redline of our own making as in one that somebody else has drawn. A part struck and
inserted with nothing between that both versions have was rewritten where it stood and is told as the paper has it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from lydelse.differ.families import SMALLEST_FAMILY, name_in
from lydelse.differ.folding import masked, words_in
from lydelse.differ.likeness import dice, neighbours
from lydelse.differ.nature import nature_of
from lydelse.differ.parts import CELL_BORDER, Part
from lydelse.differ.words import marked_words
from lydelse.model.change import Added, Change, Moved, Nature, Removed, Unit
from lydelse.model.document import Document
from lydelse.model.numbering import split_number
from lydelse.records import dataclass

LEAST_LIKENESS = 0.70
"""The share of their words that two texts have in common to be one text moved."""
FEWEST_TOKENS = 8
"""The words and figures of a text that does not recur by chance."""
FEWEST_WORDS = 3
"""The words of a paragraph that stands once in each version, for it to be one that moved within its section."""
LEAST_SHARED = 0.15
"""The share of a text's pairs of words that it must have in common with another, rare ones, to be worth weighing."""
RARE = 6
"""A pair of words is rare when at most so many of the texts that were inserted have it."""

_TEXT = {Unit.PARAGRAPH, Unit.ITEM}


@dataclass(frozen=True, slots=True)
class Told:
    """A change with the part of the redline that it was read off."""

    part: Part
    change: Change


class _Gone(NamedTuple):
    """A part that stands in one version only."""

    at: int
    part: Part
    text: str
    words: Counter[str]
    name: str
    """What a row, a column or a section is called."""


def with_moves(told: Sequence[Told], redline: Document) -> list[Change]:
    """Return the changes of a redline with those that are two halves of one move made one, which stands at the later place."""
    removed = [_gone(at, each, each.change.before) for at, each in enumerate(told) if isinstance(each.change, Removed)]
    added = [_gone(at, each, each.change.after) for at, each in enumerate(told) if isinstance(each.change, Added)]
    if not removed or not added:
        return [each.change for each in told]
    origin = {later.at: earlier.at for earlier, later in _pairs(removed, added, redline)}
    gone = set(origin.values())
    return [_moved(told[origin[at]].change, each.change) if at in origin else each.change for at, each in enumerate(told) if at not in gone]


def _gone(at: int, told: Told, text: str) -> _Gone:
    return _Gone(at, told.part, text, Counter(words_in(text)), _name_of(told.part, text))


def _moved(before: Change, after: Change) -> Change:
    assert isinstance(before, Removed), "what moved is struck where it stood"
    assert isinstance(after, Added), "what moved is inserted where it stands"
    runs = marked_words(before.before, after.after)
    nature = nature_of(runs, is_row=after.unit in {Unit.ROW, Unit.COLUMN, Unit.TABLE}) if len(runs) > 1 else Nature.LAYOUT
    return Moved(after.unit, before.before, after.after, runs, before.place, after.place, nature)


def _pairs(removed: Sequence[_Gone], added: Sequence[_Gone], redline: Document) -> Iterator[tuple[_Gone, _Gone]]:
    """Yield the pairs that are moves, the most alike first, each part in one pair at most."""
    candidates = list(_candidates(removed, added))
    once = _stand_once(redline) if any(one.text == other.text for one, other in candidates) else frozenset()
    weighed = [(_likeness(one, other, once), one, other) for one, other in candidates]
    taken: set[int] = set()
    likely = [(weight, one, other) for weight, one, other in weighed if weight >= LEAST_LIKENESS]
    if any(_differ_in_figures(one, other) for _, one, other in likely):
        repeated = _repeated(redline)
        likely = [each for each in likely if not (_differ_in_figures(*each[1:]) and masked(each[1].text) in repeated)]
    for _, one, other in sorted(likely, key=lambda each: (-each[0], abs(each[1].at - each[2].at), each[1].at, each[2].at)):
        if one.at not in taken and other.at not in taken:
            taken.update((one.at, other.at))
            yield one, other


def _stand_once(redline: Document) -> frozenset[str]:
    """Return the texts that stand once in each version."""
    befores, afters = Counter(each.before for each in redline.paragraphs), Counter(each.after for each in redline.paragraphs)
    return frozenset(text for text, count in befores.items() if count == afters[text] == 1)


def _differ_in_figures(one: _Gone, other: _Gone) -> bool:
    """Tell whether two texts have the same words and other names."""
    return one.part.unit in _TEXT and one.words == other.words and one.text != other.text and name_in(one.text) != name_in(other.text)


def _repeated(redline: Document) -> set[str]:
    """Return the texts that stand several times but for their figures: in them the figures are names."""
    counts = Counter(masked(text) for each in redline.paragraphs for text in {each.before, each.after} if text)
    return {text for text, count in counts.items() if count >= SMALLEST_FAMILY}


def _candidates(removed: Sequence[_Gone], added: Sequence[_Gone]) -> Iterator[tuple[_Gone, _Gone]]:
    """Yield the pairs worth weighing: those that share a rare pair of words or whose first lines are the same."""
    having: dict[object, list[_Gone]] = {}
    for other in added:
        for feature in _features(other):
            having.setdefault(feature, []).append(other)
    for one in removed:
        features = _features(one)
        alike = [other for feature in features if len(parts := having.get(feature, ())) <= RARE for other in parts]
        shared = Counter(other.at for other in alike)
        others = {other.at: other for other in alike if shared[other.at] >= LEAST_SHARED * len(features) or one.name == other.name}
        yield from ((one, others[at]) for at in sorted(others))


def _features(gone: _Gone) -> set[object]:
    return {*neighbours(words_in(gone.text)), gone.name}


def _name_of(part: Part, text: str) -> str:
    first = text.partition("\n")[0].partition(CELL_BORDER)[0]
    return masked(split_number(first)[1]) if part.unit is Unit.SECTION else " ".join(first.lower().split())


def _likeness(one: _Gone, other: _Gone, once: Collection[str]) -> float:
    """Return how alike two parts are, 0 where one cannot be the other moved.

    A short text may recur by chance; it is one that moved where it stands once, and stays in its section.
    """
    units = {one.part.unit, other.part.unit}
    if (len(units) > 1 and not units <= _TEXT) or (one.part.within, one.part.kept_above) == (other.part.within, other.part.kept_above):
        return 0.0
    if one.part.unit in {Unit.ROW, Unit.COLUMN}:
        return _likeness_in_table(one, other)
    if one.text == other.text in once and _tells(one) and one.part.place.section_id == other.part.place.section_id:
        return 1.0
    named_alike = one.part.unit is Unit.SECTION and "\n" in one.text and one.name == other.name != ""
    if not named_alike and min(len(one.text.split()), len(other.text.split())) < FEWEST_TOKENS:
        return 0.0
    return dice(one.words, other.words)


def _tells(gone: _Gone) -> bool:
    """Tell whether a text that stands once is enough to know it by: any item, and a paragraph of a few words."""
    return gone.part.unit is Unit.ITEM or (gone.part.unit is Unit.PARAGRAPH and len(gone.text.split()) >= FEWEST_WORDS)


def _likeness_in_table(one: _Gone, other: _Gone) -> float:
    """Return how alike two rows or columns of one table are: by their names, which hold the figures of codes and age bands."""
    if one.part.within != other.part.within:
        return 0.0
    if one.text == other.text:
        return 1.0
    if one.name == other.name != "":
        return 0.9
    return dice(one.words, other.words) if min(len(one.words), len(other.words)) >= FEWEST_TOKENS else 0.0
