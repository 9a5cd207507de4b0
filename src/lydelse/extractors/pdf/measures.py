"""The measures of a document's setting: the size of its body, how far apart its lines stand, where they end."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.outline import heading_level
from lydelse.extractors.pdf.line import Line

USUAL_LEADING = 1.2  # ems, where a document is too short to show its own
BIGGER_THAN_BODY = 1.08  # times the body's size
SLACK = 0.6  # ems: a line that is shorter than the room for the next word by less than this is still full


class Setting(NamedTuple):
    """How a line is set: larger settings stand higher."""

    size: float
    bold: bool


class Measures(NamedTuple):
    """The measures, in points.

    ``body`` is the size of most text, ``leading`` the usual distance between baselines in ems, ``edges`` where lines end on each
    page, and ``bottom`` the lowest baseline of the document's pages. ``titled`` says that numbered headings are set apart.
    """

    body: float
    leading: float
    edges: dict[int, float]
    bottom: float
    titled: bool = False

    def is_title(self, line: Line) -> bool:
        """Tell whether a line is set as headings are: larger than the body, or bold all through."""
        return line.size > BIGGER_THAN_BODY * self.body or all(word.bold for word in line.words)

    def is_full(self, line: Line, following: Line) -> bool:
        """Tell whether the following line's first word had no room on this line."""
        first = following.words[0]
        return line.box.x1 + 0.25 * line.size + first.box.width + SLACK * line.size > self.edge_of(line)

    def edge_of(self, line: Line) -> float:
        """Return where the lines end that stand with this one: its column's, or its page's."""
        return line.limit or self.edges.get(line.page, line.box.x1)


def setting_of(line: Line) -> Setting:
    """Return how a line's letters are set, the size to the nearest half point."""
    return Setting(round(line.size * 2) / 2, all(word.bold for word in line.words))


def measured(lines: Iterable[Line]) -> Measures:
    """Return the measures of a document's body lines."""
    rows = tuple(lines)
    body = body_size(rows)
    edges = _edges(rows, body)
    plain = Measures(body, USUAL_LEADING, edges, max((line.baseline for line in rows), default=0.0))
    titled = any(plain.is_title(line) and heading_level(line.text) is not None for line in rows)
    return plain._replace(leading=_leading(rows, plain), titled=titled)


def body_size(lines: Sequence[Line]) -> float:
    """Return the size that most characters have."""
    sizes = Counter[float]()
    for line in lines:
        sizes[round(line.size, 1)] += sum(len(word.glyphs) for word in line.words)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _edges(lines: Sequence[Line], body: float) -> dict[int, float]:
    """Return the right edge of each page's text; a page with few lines takes the edge that most pages have."""
    ends: dict[int, list[float]] = defaultdict(list)
    for line in lines:
        if line.size <= BIGGER_THAN_BODY * body:
            ends[line.page].append(line.box.x1)
    own = {page: max(values) for page, values in ends.items() if len(values) >= 6}
    usual = Counter(round(value / 5) * 5.0 for value in own.values()).most_common(1)
    every = usual[0][0] if usual else max((value for values in ends.values() for value in values), default=0.0)
    return {line.page: max(own.get(line.page, every), every if own.get(line.page, every) > every - 40 else 0.0) for line in lines}


def _leading(lines: Sequence[Line], measures: Measures) -> float:
    """Return the usual distance between a full line and the one that continues it."""
    seen = Counter[float]()
    for line, following in pairwise(lines):
        pitch = following.baseline - line.baseline
        alike = line.page == following.page and abs(line.size - following.size) < 0.1 * line.size and line.size <= 1.08 * measures.body
        if alike and 0.8 * line.size < pitch < 3 * line.size and measures.is_full(line, following):
            seen[round(pitch / line.size, 2)] += 1
    if not seen:
        return USUAL_LEADING
    most = max(seen.values())
    return min(pitch for pitch, count in seen.items() if count >= most / 3)
