"""Two tables side by side whose level rules stop between them: the lines of each are read for themselves, the left one's first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lydelse.extractors.pdf.columns import is_tabular
from lydelse.extractors.pdf.grid import line_of
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.rulings import SAME_HEIGHT_WITHIN, Rule, groups_of
from lydelse.formats.pdf.page import Stroke

NARROWEST = 8.0
"""Points between the rules of two tables; those of neighbouring cells meet or nearly do."""

NARROWEST_OF_COLUMNS = 4.0
"""Points between them where columns stand on both sides: no cells of one table, each with a rule of its own."""


def with_tables_parted(strokes: Sequence[Stroke], lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return the lines, those of two tables side by side parted between them, all of the left one before those of the right one."""
    parted = tuple(lines)
    groups = sorted(groups_of(strokes), key=lambda rules: rules[0].x0)
    for left, right in pairwise(groups):
        apart = _apart(left, right)
        if apart >= NARROWEST or (apart >= NARROWEST_OF_COLUMNS and all(_has_columns(rules, parted) for rules in (left, right))):
            parted = tuple(_parted(parted, left, right))
    return parted


def _apart(left: Sequence[Rule], right: Sequence[Rule]) -> float:
    """Return the white between two groups of level rules, 0 where they do not begin at one height."""
    return right[0].x0 - left[0].x1 if abs(left[0].y - right[0].y) <= SAME_HEIGHT_WITHIN else 0.0


def _has_columns(rules: Sequence[Rule], lines: Sequence[Line]) -> bool:
    """Tell whether most lines between rules have cells beside one another there."""
    near = [line for line in lines if rules[0].y < line.baseline < rules[-1].y]
    own = [words for line in near if (words := [word for word in line.words if rules[0].x0 <= word.box.x0 < rules[0].x1])]
    tabular = sum(is_tabular(line_of(words, near[0].page)) for words in own)
    return tabular * 2 > len(own)


def _parted(lines: Sequence[Line], left: Sequence[Rule], right: Sequence[Rule]) -> Iterator[Line]:
    place = (left[0].x1 + right[0].x0) / 2
    top, bottom = left[0].y, max(left[-1].y, right[-1].y)
    inside = [line for line in lines if top < line.baseline < bottom]
    if any(word.box.x0 < place < word.box.x1 for line in inside for word in line.words):
        yield from lines
        return
    yield from (line for line in lines if line.baseline <= top)
    for first in (True, False):
        for line in inside:
            words = [word for word in line.words if (word.box.x0 < place) is first]
            if words:
                yield line_of(words, line.page)
    yield from (line for line in lines if line.baseline >= bottom)
