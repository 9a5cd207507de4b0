"""Figures that are drawn as other figures than the file says: a font whose mapping puts "3" where the page shows "8".

PDFium gives the outline that a font draws for a character, found by way of the font's mapping. It is laid over the outlines of the ten
figures in faces that PDFium brings with it. In 460 fonts that map their figures rightly no two stand better in each other's places.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from itertools import combinations, pairwise

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.asking import address_of, by_address, places_in
from lydelse.formats.pdf.page import Misnamed

FIGURES = frozenset("0123456789")
FACES = (b"Helvetica", b"Helvetica-Bold", b"Helvetica-Oblique", b"Times-Roman", b"Times-Bold", b"Times-Italic", b"Courier")

COLUMNS, ROWS = 12, 16
"""Squares that a figure's outline is laid over."""

NARROWEST = 0.45
"""Of its height: a narrower figure ("1") is not made broader than this."""

CURVE_STEPS = (0.25, 0.5, 0.75, 1.0)

CHANGED_PLACES = 0.85
"""Two figures have changed places where they differ by so much less as each other than as themselves: 0.82 at most where they have, more
than 1 where they have not.
"""

IS_ANOTHER = 0.8
"""One figure is drawn as another that it differs from by so much less (0.9 at least where it is not)."""

IS_A_FIGURE, IS_ONE_OF_TWO = 0.45, 0.6
"""Of the squares that two outlines take, how many may differ for them to be one figure: a sign in a circle is none of the ten, and the
figures of an italic face differ by 0.54 at most.
"""

A_BLOCK_FROM = 0.85
"""Of the squares: no figure fills so many, the boldest 0.7 of them."""

Point = tuple[float, float]
Outline = tuple[tuple[Point, ...], ...]
Segments = tuple[float, ...]
"""What a font draws as PDFium gives it: the kind of each segment and its point."""

_path_of = by_address(pdfium.FPDFFont_GetGlyphPath)
_count_segments = by_address(pdfium.FPDFGlyphPath_CountGlyphSegments)
_segment_at = by_address(pdfium.FPDFGlyphPath_GetGlyphPathSegment)
_kind_of = by_address(pdfium.FPDFPathSegment_GetType)
_fill_point = by_address(pdfium.FPDFPathSegment_GetPoint)


def misnamed_figures(font: int, name: str, figures: Set[str]) -> Iterator[Misnamed]:
    """Yield those of a font's figures that it draws as other figures; the font by its address.

    A font without outlines (Type 3) cannot be looked at here: that comes as all of its figures, drawn as "" (see ``seen_figures``).
    """
    drawn = {figure: _squares(_segments(font, figure)) for figure in figures}
    if not any(drawn.values()):
        yield Misnamed(name, "".join(sorted(figures)), "")
    yield from misnamed_among(name, drawn)


def misnamed_among(name: str, drawn: Mapping[str, int]) -> Iterator[Misnamed]:
    """Yield those of a font's figures that are drawn as others: ``drawn`` is which squares each fills, 0 where that is not known."""
    unlike = {figure: _differences(squares) for figure, squares in drawn.items() if squares}
    pairs = set(_in_pairs(unlike))
    alone = {each for each in _alone(unlike) if all(each[0] != said for said, _ in pairs)}
    for said, shown in sorted(pairs | alone):
        yield Misnamed(name, said, shown)


def _alone(unlike: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[str, str]]:
    for said, differences in unlike.items():
        nearest = min(FIGURES, key=lambda figure: (differences[figure], figure))
        if nearest != said and differences[nearest] <= min(IS_A_FIGURE, IS_ANOTHER * differences[said]):
            yield said, nearest


def _in_pairs(unlike: Mapping[str, Mapping[str, float]]) -> Iterator[tuple[str, str]]:
    for one, other in combinations(sorted(unlike), 2):
        crossed = unlike[one][other], unlike[other][one]
        if max(crossed) <= IS_ONE_OF_TWO and sum(crossed) <= CHANGED_PLACES * (unlike[one][one] + unlike[other][other]):
            yield from ((one, other), (other, one))


def is_like_a_figure(squares: int) -> bool:
    """Tell whether what fills these squares can be a figure at all."""
    return squares.bit_count() < A_BLOCK_FROM * COLUMNS * ROWS and min(_differences(squares).values()) <= IS_ONE_OF_TWO


def figure_seen(squares: int) -> str:
    """Return the figure that fills these squares, "" where no figure does."""
    unlike = _differences(squares)
    nearest = min(FIGURES, key=lambda figure: (unlike[figure], figure))
    return nearest if unlike[nearest] <= IS_A_FIGURE else ""


@lru_cache(maxsize=512)
def _differences(squares: int) -> Mapping[str, float]:
    """Return how much an outline differs from each of the ten figures, in the face that is most like it: 0 for the same."""
    return {figure: min(_unlike(squares, face[figure]) for face in _faces()) for figure in FIGURES}


def _unlike(one: int, other: int) -> float:
    return (one ^ other).bit_count() / (one | other).bit_count()


@cache
def _faces() -> tuple[Mapping[str, int], ...]:
    document = pdfium.FPDF_CreateNewDocument()
    try:
        fonts = [address_of(pdfium.FPDFText_LoadStandardFont(document, face)) for face in FACES]
        return tuple({figure: _squares(_segments(font, figure)) for figure in FIGURES} for font in fonts)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _segments(font: int, figure: str) -> Segments:
    path = _path_of(font, ord(figure), 100.0)
    count = _count_segments(path) if path else 0
    points = (ctypes.c_float * (2 * max(1, count)))()
    places = places_in(points)
    segments = [_segment_at(path, index) for index in range(count)]
    for at, segment in enumerate(segments):
        _fill_point(segment, places[2 * at], places[2 * at + 1])
    return (*map(_kind_of, segments), *points[: 2 * count])


def _outline(segments: Segments) -> Outline:
    """Return the closed lines that a font draws for a figure, curves as straight pieces."""
    count = len(segments) // 3
    lines: list[list[Point]] = []
    bend: list[Point] = []
    for kind, x, y in zip(segments[:count], segments[count::2], segments[count + 1 :: 2], strict=True):
        point = x, y
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not lines:
            lines.append([point])
        elif kind == pdfium.FPDF_SEGMENT_BEZIERTO and len(bend) < 2:
            bend.append(point)
        elif bend:
            lines[-1] += _bent((lines[-1][-1], *bend, point))
            bend = []
        else:
            lines[-1].append(point)
    return tuple(tuple(line) for line in lines)


def _bent(points: Sequence[Point]) -> Iterator[Point]:
    """Yield points along the curve from the first of four points to the last."""
    xs, ys = zip(*points, strict=True)
    for t in CURVE_STEPS:
        weights = (1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3
        yield sum(w * x for w, x in zip(weights, xs, strict=True)), sum(w * y for w, y in zip(weights, ys, strict=True))


@lru_cache(maxsize=512)
def _squares(segments: Segments) -> int:
    """Return which squares the outline of a figure fills, one bit for each; 0 where it draws nothing."""
    outline = _outline(segments)
    xs, ys = [x for line in outline for x, _ in line], [y for line in outline for _, y in line]
    high = max(ys, default=0.0) - min(ys, default=0.0)
    if not high:
        return 0
    broad = max(max(xs) - min(xs), NARROWEST * high)
    left, bottom = (min(xs) + max(xs) - broad) / 2, min(ys)
    filled = 0
    for row in range(ROWS):
        crossings = list(_crossings(outline, bottom + (row + 0.5) * high / ROWS))
        for column in range(COLUMNS):
            x = left + (column + 0.5) * broad / COLUMNS
            if sum(turn for at, turn in crossings if at < x):
                filled |= 1 << (row * COLUMNS + column)
    return filled


def _crossings(outline: Outline, y: float) -> Iterator[tuple[float, int]]:
    """Yield where an outline crosses a height, 1 where it goes up and -1 where it goes down."""
    for line in outline:
        for (x0, y0), (x1, y1) in pairwise((*line, line[0])):
            if (y0 <= y) != (y1 <= y):
                yield x0 + (y - y0) / (y1 - y0) * (x1 - x0), 1 if y1 > y0 else -1
