"""The characters of a page, from PDFium's text page. What was observed of it stands in ``docs/formats/pdf.md``."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import compress, count, pairwise, repeat
from math import isfinite
from operator import add, ne
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.bounds import TooMuchError, bounds
from lydelse.formats.pdf.asking import address_of, by_address, places_in
from lydelse.formats.pdf.characters import objects_of, sides_of, texts_of, with_drawn_blanks_unknown
from lydelse.formats.pdf.cut_off import Run, cut_off
from lydelse.formats.pdf.drawn_figures import FIGURES, misnamed_figures
from lydelse.formats.pdf.fonts import Font, font_of
from lydelse.formats.pdf.geometry import Frame, Matrix
from lydelse.formats.pdf.page import Colour, Glyph, Guessed, Misnamed
from lydelse.formats.pdf.painting import WHITE_FROM, Layers, is_hidden
from lydelse.model.place import Box

INVISIBLE_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
FAKE_BOLD_MODE = pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
"""Text that is both filled and outlined: how a producer makes bold of a font that has none."""

OUTLINED_MODES = frozenset({FAKE_BOLD_MODE, pdfium.FPDF_TEXTRENDERMODE_STROKE})
"""Text with an outline, which is what is seen of it where it is not filled, or filled with white."""

SMALLEST_READABLE = 1.0
"""Points: smaller text is not seen by a reader."""


_new = tuple.__new__
"""Makes a named tuple of a tuple without asking for its fields one by one."""

_fill_origin = by_address(pdfium.FPDFText_GetCharOrigin)
_fill_matrix = by_address(pdfium.FPDFText_GetMatrix)
_size_at = by_address(pdfium.FPDFText_GetFontSize)
_font_of = by_address(pdfium.FPDFTextObj_GetFont)
_mode_of = by_address(pdfium.FPDFTextObj_GetTextRenderMode)
_fill_colour = by_address(pdfium.FPDFPageObj_GetFillColor)
_outline_colour = by_address(pdfium.FPDFPageObj_GetStrokeColor)


Common = tuple[float, float, str, bool, Colour, float, bool, bool, int]
"""What the glyphs of one text object share, in the order of Glyph's fields: from its baseline to which piece it is."""


class Look(NamedTuple):
    """What text objects that are set alike have in common: ``size`` in points after scaling, ``angle`` as seen."""

    size: float
    font: Font
    bold: bool
    colour: Colour
    angle: float
    visible: bool


class Style(NamedTuple):
    """How the characters of one text object are set.

    ``level`` is set for upright text on a page that lies straight; ``top`` and ``bottom`` are those of each character's box where the text
    is upright as seen; ``over`` is what is painted over it, and ``doubtful`` says that each character must be looked at: something
    is, or it is white or near an edge.
    """

    level: bool
    top: float
    bottom: float
    common: Common
    font: Font
    over: tuple[Box, ...]
    doubtful: bool


Seen = dict[tuple[Font, bool], dict[str, int]]
"""Where the letters of a font stand last, those that are seen and those that are not."""


class _Reader:
    """Reads the characters of one text page. PDFium's structures are made once and filled anew for each text object."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, frame: Frame, layers: Layers) -> None:
        self.page = page
        self.address = address_of(page)
        self.frame = frame
        self.is_plain = frame.is_plain
        self.layers = layers
        self.origin = (ctypes.c_double * 2)()
        self.matrix = (ctypes.c_float * 6)()  # FS_MATRIX: six floats, from a to f
        self.paint = (ctypes.c_uint * 4)()
        self.asked = self.address, (places_in(self.origin), places_in(self.matrix)[0], places_in(self.paint))
        self.looks: dict[object, Look] = {}
        self.texts = texts_of(page)
        self.objects = objects_of(page, len(self.texts))
        self.sides = sides_of(page, len(self.texts))
        self.texts = with_drawn_blanks_unknown(page, self.texts, self.objects, self.sides)
        self.lefts = [left - frame.left for left in self.sides[0::4]]
        self.rights = [right - frame.left for right in self.sides[2::4]]

    def letters(self) -> Letters:
        """Return every character, line breaks left out."""
        result: list[Glyph] = []
        joined: list[int] = []
        suspect: list[tuple[int, tuple[Box, ...]]] = []
        styles: dict[int, Style] = {}
        runs: list[Run] = []
        seen: Seen = defaultdict(dict)
        last: int | None = None
        for first, end in self._runs():
            key = self.objects[first]
            if key is None:
                self._generate(first, end, result)
                continue
            style = styles.get(key) or styles.setdefault(key, self._style(key, first, len(styles) + 1))
            start = len(result)
            result += self._level(first, end, style) if style.level else self._turned(first, end, style)
            if style.doubtful:
                suspect += [(at, style.over) for at in range(start, len(result))]
            runs.append(_new(Run, (start, len(result), first)))
            if key == last or len(set(self.lefts[first:end])) < end - first:
                joined += range(start + (key != last and bool(self.texts[first])), len(result))
            seen[style.font, style.common[-2]].update(zip(self.texts[first:end], range(first, end), strict=True))
            last = key
        self._hide(result, suspect)
        for at, glyph in tuple(cut_off(result, runs, lambda index: self.objects[index] or 0, self.frame)):
            result[at] = glyph
        return Letters(tuple(_with_letters_apart(result, joined)), self._guessed(seen), frozenset(_misnamed(seen)), frozenset(styles))

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield the beginning and the end of each run of characters that stand in one text object, or in none."""
        changes = compress(count(1), map(ne, self.objects, self.objects[1:]))
        return pairwise((0, *changes, len(self.objects))) if self.objects else iter(())

    def _level(self, first: int, end: int, style: Style) -> Iterable[Glyph]:
        """Return upright text on an unturned page: nearly all text goes this short way."""
        texts, lefts, rights = self.texts[first:end], self.lefts[first:end], self.rights[first:end]
        boxes = map(_new, repeat(Box), zip(lefts, repeat(style.top), rights, repeat(style.bottom), strict=False))
        glyphs = map(_new, repeat(Glyph), map(add, zip(texts, boxes, lefts, strict=True), repeat(style.common)))
        return compress(glyphs, texts) if "" in texts else glyphs

    def _turned(self, first: int, end: int, style: Style) -> Iterator[Glyph]:
        for index in range(first, end):
            if self.texts[index]:
                left, top, right, bottom = self.sides[4 * index : 4 * index + 4]
                x, baseline = self._origin(index)
                box = self.frame.seen_box(left, bottom, right, top)
                glyph = Glyph(self.texts[index], box, x, *style.common)._replace(baseline=baseline)
                yield glyph._replace(box=Box(box.x0, style.top, box.x1, style.bottom)) if glyph.angle == 0 else glyph

    def _generate(self, first: int, end: int, glyphs: list[Glyph]) -> None:
        """Add the spaces that PDFium generates, each after the glyph before it."""
        for index in range(first, end):
            if self.texts[index] == " " and glyphs:
                glyphs.append(self._space_after(glyphs[-1], index))

    def _space_after(self, last: Glyph, index: int) -> Glyph:
        x0, top, end, bottom = last.box
        if last.angle:  # where the last character ends, in its own direction
            up, down = 45 < last.angle < 135, -135 < last.angle < -45
            x, y = (last.x, top if up else bottom) if up or down else (x0 if abs(last.angle) >= 135 else end, last.baseline)
            return last._replace(text=" ", box=Box(x, y, x, y), x=x, baseline=y, generated=True)
        _, _, _, *set_in, _, visible, _ = last
        box = Box(end, top, max(self._origin(index)[0], end), bottom)
        return _new(Glyph, (" ", box, end, *set_in, True, visible, 0))

    def _guessed(self, seen: Seen) -> frozenset[Guessed]:
        """Return the letters that their fonts do not name; where a font has a letter several times, its last one tells."""
        last: dict[Guessed, int] = {}
        for (font, _), letters in seen.items():
            for text, index in letters.items():
                last[font.name, text] = max(index, last.get((font.name, text), 0))
        return frozenset(own for own, index in last.items() if own[1] and pdfium.FPDFText_HasUnicodeMapError(self.page, index) == 1)

    def _hide(self, glyphs: list[Glyph], suspect: Iterable[tuple[int, tuple[Box, ...]]]) -> None:
        """Set off ``visible`` for those of the suspect glyphs that no reader sees."""
        for at, over in suspect:
            if is_hidden(glyphs[at].box, glyphs[at].colour, over, self.layers, self.frame):
                glyphs[at] = glyphs[at]._replace(visible=False)

    def _origin(self, index: int) -> tuple[float, float]:
        page, (origin, _, _) = self.asked
        _fill_origin(page, index, *origin)
        x, y = self.origin
        return (x - self.frame.left, self.frame.top - y) if self.is_plain and isfinite(x + y) else self.frame.seen(x, y)

    def _style(self, key: int, index: int, piece: int) -> Style:
        size, font, bold, colour, angle, visible = self._look(key, index)
        x, baseline = self._origin(index)
        over = self.layers.over(key)
        within = 0 <= x <= self.frame.width and 0 <= baseline <= self.frame.height
        level, doubtful = angle == 0 and self.is_plain, bool(over) or min(colour) >= WHITE_FROM or not within
        common = (baseline, round(size, 3), font.name, bold, colour, angle, False, visible and key not in self.layers.off, piece)
        return _new(Style, (level, baseline - font.ascent * size, baseline + font.descent * size, common, font, over, doubtful))

    def _look(self, holder: int, index: int) -> Look:
        page, (_, matrix, paint) = self.asked
        _fill_matrix(page, index, matrix)
        painted, mode = _fill_colour(holder, *paint), _mode_of(holder)
        if mode in OUTLINED_MODES and (mode != FAKE_BOLD_MODE or min(self.paint[:3]) >= WHITE_FROM):
            painted = _outline_colour(holder, *paint)
        a, b, c, d, _, _ = self.matrix
        asked = (a, b, c, d, _size_at(page, index), _font_of(holder), mode, tuple(self.paint) if painted else None)
        return self.looks.get(asked) or self.looks.setdefault(asked, self._new_look(Matrix(a, b, c, d, 0, 0), index, *asked[4:]))

    def _new_look(self, matrix: Matrix, index: int, size: float, font: int, mode: int, paint: tuple[int, int, int, int] | None) -> Look:
        red, green, blue, alpha = paint or (0, 0, 0, 255)
        size, own = size * matrix.rise, font_of(font, self.page, index)
        size = size if isfinite(size) else 0.0
        visible = mode not in INVISIBLE_MODES and alpha > 0 and size >= SMALLEST_READABLE
        angle = self.frame.seen_angle(matrix.direction)
        return Look(size, own, own.bold or mode == FAKE_BOLD_MODE, (red, green, blue), angle, visible)


def _misnamed(seen: Seen) -> Iterator[Misnamed]:
    """Yield the figures that are seen and that their fonts draw as others."""
    figures: dict[int, set[str]] = defaultdict(set)
    fonts: dict[int, Font] = {}
    for (font, visible), letters in seen.items():
        own = FIGURES & letters.keys() if visible else frozenset[str]()
        if own:
            fonts[font.address] = font
            figures[font.address] |= own
    for at, font in fonts.items():
        yield from misnamed_figures(at, font.name, figures[at])


class Letters(NamedTuple):
    """The characters of a page in the order of the file, those that the file does not name, each once, and the figures drawn as others.

    ``holders`` are the text objects that they stand in, by their addresses.
    """

    glyphs: tuple[Glyph, ...]
    guessed: frozenset[Guessed] = frozenset()
    misnamed: frozenset[Misnamed] = frozenset()
    holders: frozenset[int] = frozenset()


def letters_of(page: pdfium.FPDF_PAGE, frame: Frame, layers: Layers) -> Letters:
    """Return the characters of an open page.

    Line breaks are left out: lines are built from the positions. A hyphen at a line's end is a hyphen, whatever PDFium takes it for.

    Raises:
        TooMuchError: the page has more characters than are read.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return Letters(())
    try:
        most = bounds().characters
        if pdfium.FPDFText_CountChars(text_page) > most:
            raise TooMuchError(what="characters", most=most)
        return _Reader(text_page, frame, layers).letters()
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _with_letters_apart(glyphs: list[Glyph], joined: Iterable[int]) -> list[Glyph]:
    """Give each letter of a ligature its share of the drawn sign's width; PDFium gives each the whole.

    ``joined`` are the glyphs that stand in one text object with the glyph before them.
    """
    shared = {at for at in joined if glyphs[at].box == glyphs[at - 1].box and glyphs[at].box.width}
    for at in sorted(shared):
        if at - 1 not in shared:
            last = next(end for end in range(at, len(glyphs) + 1) if end not in shared)
            _part(glyphs, at - 1, last)
    return glyphs


def _part(glyphs: list[Glyph], first: int, end: int) -> None:
    box = glyphs[first].box
    width = box.width / (end - first)
    for at in range(first, end):
        x0 = box.x0 + (at - first) * width
        glyphs[at] = glyphs[at]._replace(x=x0, box=box._replace(x0=x0, x1=x0 + width))
