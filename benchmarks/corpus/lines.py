"""The strokes of a page by PDFium and by pdfplumber: which are equal, and of what kind each difference is.

A stroke is compared by the line along its middle. pdfplumber gives lines, rectangles and curves; what they are as strokes is told
here once more, in the plainest way: a line, the sides of an outlined rectangle, a filled one that is thin, the pieces of a curve.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from benchmarks.corpus.nearby import SAME_WITHIN, Board

THIN = 3.0  # points: as formats/pdf has it
SLIM = 2.0  # times longer than thick, likewise
STRAIGHT = 0.3  # points, likewise
ON_THE_LIMIT = 0.01  # points that rounding moves a rectangle over a limit


class Line(NamedTuple):
    """The line along a stroke's middle; ``doubtful`` is set for a rectangle that is just about as thick as a stroke may be."""

    x0: float
    top: float
    x1: float
    bottom: float
    doubtful: bool = False

    @property
    def place(self) -> tuple[float, float]:
        """Where it begins."""
        return self.x0, self.top

    def is_like(self, other: Line) -> bool:
        """Tell whether both begin and end at the same places."""
        return abs(self.x1 - other.x1) <= SAME_WITHIN and abs(self.bottom - other.bottom) <= SAME_WITHIN

    def is_part_of(self, other: Line) -> bool:
        """Tell whether this is a piece of a longer level or upright line."""
        level = self.top == self.bottom and other.top == other.bottom and abs(self.top - other.top) <= SAME_WITHIN
        upright = self.x0 == self.x1 and other.x0 == other.x1 and abs(self.x0 - other.x0) <= SAME_WITHIN
        along = other.x0 <= self.x0 and self.x1 <= other.x1 if level else other.top <= self.top and self.bottom <= other.bottom
        return (level or upright) and along


LINE_KINDS = {
    "equal": "the same line",
    "back": "a line drawn forth and back, told once by one of the two and twice by the other",
    "cut": "a line cut where its clip ends, and whole in pdfplumber",
    "limit": "a rectangle on the limit of what is a line: 3 points thick, or twice as long as thick",
    "ours": "here alone",
    "theirs": "in pdfplumber alone",
}


def compared(ours: Sequence[Line], theirs: Sequence[Line]) -> Counter[str]:
    """Return how many strokes there are of each kind."""
    counts: Counter[str] = Counter()
    board = Board(enumerate(theirs), lambda _: "", lambda item: item[1].place)
    taken: set[int] = set()
    alone: list[Line] = []
    for line in ours:
        same = next((at for at, other in board.near("", line.place) if at not in taken and line.is_like(other)), None)
        if same is None:
            alone.append(line)
        else:
            taken.add(same)
    counts["equal"] = len(taken)
    rest = [line for at, line in enumerate(theirs) if at not in taken]
    counts.update(_kind(line, theirs, "ours") for line in alone)
    counts.update(_kind(line, ours, "theirs") for line in rest)
    return counts


def _kind(line: Line, others: Sequence[Line], alone: str) -> str:
    if any(abs(other.x0 - line.x0) <= SAME_WITHIN and abs(other.top - line.top) <= SAME_WITHIN and line.is_like(other) for other in others):
        return "back"
    if any(line.is_part_of(other) if alone == "ours" else other.is_part_of(line) for other in others):
        return "cut"
    return "limit" if line.doubtful else alone


def middle(x0: float, top: float, x1: float, bottom: float) -> Line:
    """Return the line along the middle of a box."""
    short, long = sorted((x1 - x0, bottom - top))
    doubtful = abs(short - THIN) <= ON_THE_LIMIT or abs(long - SLIM * short) <= ON_THE_LIMIT
    if x1 - x0 >= bottom - top:
        return Line(x0, (top + bottom) / 2, x1, (top + bottom) / 2, doubtful)
    return Line((x0 + x1) / 2, top, (x0 + x1) / 2, bottom, doubtful)


def lines_of(drawn: Mapping[str, Sequence[Mapping[str, object]]]) -> Iterator[Line]:
    """Yield the strokes that pdfplumber's objects are, in its own coordinates."""
    for kind in ("line", "rect", "curve"):
        for each in drawn.get(kind, ()):
            box = _box_of(each)
            filled_line = bool(each["fill"]) and kind != "line" and is_thin(box)
            if filled_line:
                yield middle(*box[:4])
            if each["stroke"] and kind == "rect" and not filled_line:
                yield from [middle(*box[:4])] if is_thin(box, _number(each["linewidth"])) else sides(box)
            elif each["stroke"] and kind != "rect":
                yield from _pieces(each["pts"])


def _box_of(drawn: Mapping[str, object]) -> Line:
    x0, top, x1, bottom = (_number(drawn[side]) for side in ("x0", "top", "x1", "bottom"))
    return Line(x0, top, x1, bottom)


def _number(value: object) -> float:
    return float(str(value or 0))


def _pieces(points: object) -> Iterator[Line]:
    assert isinstance(points, list)
    for (x0, y0), (x1, y1) in pairwise(points):
        box = Line(_number(min(x0, x1)), _number(min(y0, y1)), _number(max(x0, x1)), _number(max(y0, y1)))
        short, long = sorted((box.x1 - box.x0, box.bottom - box.top))
        if long > STRAIGHT:
            yield middle(*box[:4]) if short <= STRAIGHT else box


def sides(box: Line) -> tuple[Line, ...]:
    """Return the four sides of a rectangle."""
    x0, top, x1, bottom, _ = box
    return Line(x0, top, x1, top), Line(x0, bottom, x1, bottom), Line(x0, top, x0, bottom), Line(x1, top, x1, bottom)


def is_thin(box: Line, width: float = 0.0) -> bool:
    """Tell whether a filled rectangle, or one outlined with a line of this width, is seen as a line."""
    short, long = sorted((box.x1 - box.x0 + width, box.bottom - box.top + width))
    return short <= THIN and long >= SLIM * short and long > 0
