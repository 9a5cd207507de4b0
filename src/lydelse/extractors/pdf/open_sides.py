"""Tables whose outer columns no upright rule closes, where their level rules are drawn cell by cell or begin at different places.

Those whose level rules are all of one length are closed by the finder of ruled tables (``formats/pdf/ruled.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.rulings import SAME_END_WITHIN, Rule, rules_of
from lydelse.formats.pdf.page import Stroke
from lydelse.model.place import Box

NARROWEST = 12.0
"""Points of a column beyond the outermost upright rule, and of one between two: an upright rule alone parts labels from the rest."""

MEETS_WITHIN = 2.0
"""Points between the end of an upright rule and the level one that it meets."""


class _Side(NamedTuple):
    """Where a level rule ends, and the outermost upright rule that it meets before that."""

    end: float
    inner: float
    y: float


def side_rules(strokes: Sequence[Stroke], lines: Sequence[Line]) -> Iterator[Stroke]:
    """Yield the upright rules that would close the outer columns, each from one level rule to the next."""
    upright = [stroke for stroke in strokes if stroke.vertical]
    level = sorted(rules_of(strokes), key=lambda rule: rule.y) if upright else []
    met = [(rule, xs) for rule in level if (xs := _met(rule, upright)) and xs[-1] - xs[0] >= NARROWEST]
    lefts = [_Side(rule.x0, xs[0], rule.y) for rule, xs in met if xs[0] - rule.x0 >= NARROWEST]
    rights = [_Side(rule.x1, xs[-1], rule.y) for rule, xs in met if rule.x1 - xs[-1] >= NARROWEST]
    for above, below in (*pairwise(lefts), *pairwise(rights)):
        alike = abs(above.end - below.end) <= SAME_END_WITHIN and abs(above.inner - below.inner) <= SAME_END_WITHIN
        if alike and _reaches(above, below, upright) and _holds_text(above, below, lines):
            box = Box(above.end, above.y, above.end, below.y)
            yield upright[0]._replace(box=box, horizontal=False, vertical=True)


def _met(rule: Rule, upright: Sequence[Stroke]) -> list[float]:
    """Return where upright rules meet a level one, from the left."""
    boxes = (stroke.box for stroke in upright)
    return sorted(
        (box.x0 + box.x1) / 2
        for box in boxes
        if rule.x0 - MEETS_WITHIN <= box.x0 <= rule.x1 + MEETS_WITHIN and box.top - MEETS_WITHIN <= rule.y <= box.bottom + MEETS_WITHIN
    )


def _reaches(above: _Side, below: _Side, upright: Sequence[Stroke]) -> bool:
    """Tell whether the outermost upright rule stands all the way from one level rule to the next."""
    return any(
        abs((stroke.box.x0 + stroke.box.x1) / 2 - above.inner) <= SAME_END_WITHIN
        and stroke.box.top <= above.y + MEETS_WITHIN
        and stroke.box.bottom >= below.y - MEETS_WITHIN
        for stroke in upright
    )


def _holds_text(above: _Side, below: _Side, lines: Sequence[Line]) -> bool:
    x0, x1 = min(above.end, above.inner), max(above.end, above.inner)
    return any(
        above.y < line.baseline < below.y and x0 <= word.box.x0 and word.box.x1 <= x1 + MEETS_WITHIN
        for line in lines
        for word in line.words
    )
