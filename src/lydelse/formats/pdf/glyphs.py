"""The characters of a page, from PDFium's text page. What was observed of it stands in ``docs/formats/pdf.md``."""

from __future__ import annotations

import ctypes
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import compress, pairwise, repeat
from math import isfinite
from operator import add
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.bounds import TooMuchError, bounds
from lydelse.formats.pdf.characters import address_of, objects_of, sides_of, texts_of, with_drawn_blanks_unknown
from lydelse.formats.pdf.cut_off import Run, cut_off
from lydelse.formats.pdf.drawn_figures import FIGURES, misnamed_figures
from lydelse.formats.pdf.geometry import Frame, Matrix
from lydelse.formats.pdf.page import Colour, Glyph, Guessed, Misnamed
from lydelse.formats.pdf.painting import WHITE_FROM, Layers, is_hidden
from lydelse.model.place import Box

INVISIBLE_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
FAKE_BOLD_MODE = pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
"""Text that is both filled and outlined: how a producer makes bold of a font that has none."""

BOLD_WEIGHT = 600
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
SMALLEST_READABLE = 1.0
"""Points: smaller text is not seen by a reader."""

USUAL_ASCENT, USUAL_DESCENT = 0.75, 0.22
"""In ems, for the fonts whose own figures cannot be true."""


_new = tuple.__new__
"""Makes a named tuple of a tuple without asking for its fields one by one."""


class Font(NamedTuple):
    """A font: ``ascent`` and ``descent`` in ems, both counted away from the baseline."""

    name: str
    bold: bool
    ascent: float
    descent: float
    handle: pdfium.FPDF_FONT


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


class _Reader:
    """Reads the characters of one text page. PDFium's structures are made once and filled anew for each text object."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, frame: Frame, layers: Layers) -> None:
        self.page = page
        self.frame = frame
        self.layers = layers
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.matrix = pdfium.FS_MATRIX()
        self.paint = [ctypes.c_uint() for _ in range(4)]
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
            runs.append(Run(start, len(result), first))
            joined += range(start + (key != last and bool(self.texts[first])), len(result))
            last = key
        self._hide(result, suspect)
        for at, glyph in tuple(cut_off(result, runs, lambda index: pdfium.FPDFText_GetTextObject(self.page, index), self.frame)):
            result[at] = glyph
        return Letters(tuple(_with_letters_apart(result, joined)), self._guessed(styles), self._misnamed(styles), frozenset(styles))

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield the beginning and the end of each run of characters that stand in one text object, or in none."""
        changes = (index for index, (one, other) in enumerate(pairwise(self.objects), start=1) if one != other)
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

    def _guessed(self, styles: Mapping[int, Style]) -> frozenset[Guessed]:
        """Return the letters that their fonts do not name."""
        seen = dict(zip(zip(self.objects, self.texts, strict=True), range(len(self.texts)), strict=True))
        first = {(styles[key].font.name, text): index for (key, text), index in seen.items() if text and key is not None}
        return frozenset(own for own, index in first.items() if pdfium.FPDFText_HasUnicodeMapError(self.page, index) == 1)

    def _misnamed(self, styles: Mapping[int, Style]) -> frozenset[Misnamed]:
        """Return the figures that are seen and that their fonts draw as others."""
        figures: dict[int, set[str]] = defaultdict(set)
        fonts: dict[int, Font] = {}
        for key, text in {pair for pair in zip(self.objects, self.texts, strict=True) if pair[1] in FIGURES}:
            if key is not None and styles[key].common[-2]:
                at = address_of(styles[key].font.handle)
                fonts[at] = styles[key].font
                figures[at].add(text)
        return frozenset(each for at, font in fonts.items() for each in misnamed_figures(font.handle, font.name, figures[at]))

    def _hide(self, glyphs: list[Glyph], suspect: Iterable[tuple[int, tuple[Box, ...]]]) -> None:
        """Set off ``visible`` for those of the suspect glyphs that no reader sees."""
        for at, over in suspect:
            if is_hidden(glyphs[at].box, glyphs[at].colour, over, self.layers, self.frame):
                glyphs[at] = glyphs[at]._replace(visible=False)

    def _origin(self, index: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self.page, index, self.x, self.y)
        return self.frame.seen(self.x.value, self.y.value)

    def _style(self, key: int, index: int, piece: int) -> Style:
        size, font, bold, colour, angle, visible = self._look(pdfium.FPDFText_GetTextObject(self.page, index), index)
        x, baseline = self._origin(index)
        over = self.layers.over(key)
        within = 0 <= x <= self.frame.width and 0 <= baseline <= self.frame.height
        return Style(
            level=angle == 0 and self.frame.turns == 0 and not self.frame.tilt,
            top=baseline - font.ascent * size,
            bottom=baseline + font.descent * size,
            common=(baseline, round(size, 3), font.name, bold, colour, angle, False, visible and key not in self.layers.off, piece),
            font=font,
            over=over,
            doubtful=bool(over) or min(colour) >= WHITE_FROM or not within,
        )

    def _look(self, holder: pdfium.FPDF_PAGEOBJECT, index: int) -> Look:
        found, (red, green, blue, alpha) = self.matrix, self.paint
        pdfium.FPDFText_GetMatrix(self.page, index, found)
        handle = pdfium.FPDFTextObj_GetFont(holder)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(holder)
        painted = pdfium.FPDFPageObj_GetFillColor(holder, red, green, blue, alpha)
        colour, opaque = ((red.value, green.value, blue.value), alpha.value > 0) if painted else ((0, 0, 0), True)
        scale = found.a, found.b, found.c, found.d
        asked = (scale, pdfium.FPDFText_GetFontSize(self.page, index), bytes(handle), mode, colour, opaque)
        look = self.looks.get(asked)
        if look is None:
            matrix = Matrix(*scale, 0, 0)
            size, font = asked[1] * matrix.rise, _font(handle, self.page, index)
            size = size if isfinite(size) else 0.0
            visible = mode not in INVISIBLE_MODES and opaque and size >= SMALLEST_READABLE
            angle = self.frame.seen_angle(matrix.direction)
            look = self.looks[asked] = Look(size, font, font.bold or mode == FAKE_BOLD_MODE, colour, angle, visible)
        return look


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


def _font(handle: pdfium.FPDF_FONT, page: pdfium.FPDF_TEXTPAGE, index: int) -> Font:
    up, down, flags = ctypes.c_float(), ctypes.c_float(), ctypes.c_int()
    pdfium.FPDFFont_GetAscent(handle, 1.0, up)
    pdfium.FPDFFont_GetDescent(handle, 1.0, down)
    length = pdfium.FPDFText_GetFontInfo(page, index, None, 0, flags)
    buffer = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFText_GetFontInfo(page, index, buffer, length, flags)
    name = buffer.value.decode("utf-8", errors="replace")
    return Font(
        name=name,
        bold=bool(BOLD_NAME.search(name)) or pdfium.FPDFText_GetFontWeight(page, index) >= BOLD_WEIGHT,
        ascent=up.value if 0.5 <= up.value <= 1.2 else USUAL_ASCENT,
        descent=-down.value if 0.1 <= -down.value <= 0.5 else USUAL_DESCENT,
        handle=handle,
    )
