"""The characters of a page, from PDFium's text page. What was observed of it stands in ``docs/formats/pdf.md``."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.geometry import Frame, Matrix
from lydelse.formats.pdf.page import Colour, Glyph, Guessed
from lydelse.formats.pdf.painting import WHITE_FROM, Layers, is_hidden
from lydelse.model.place import Box

CONTROLS = frozenset((*range(0x20), *range(0x80, 0xA0)))
"""Codes that no letter has."""

CODE_OF_HYPHEN_IN_TEXT = 0xFFFE
HYPHENS = frozenset({0x02, CODE_OF_HYPHEN_IN_TEXT})
"""What PDFium gives, as one character's code and in a whole text, for a hyphen that it takes to divide a word at a line end."""

DRAWN_AS_NOTHING = frozenset(map(ord, "\t\n\r"))

BLANK = frozenset({" ", ""})
"""What may be generated, and stand in no text object: spaces, and what is nothing to read."""

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""A character that is drawn, and of which the file does not say which letter it is."""

INVISIBLE_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
FAKE_BOLD_MODE = pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE
"""Text that is both filled and outlined: how a producer makes bold of a font that has none."""

BOLD_WEIGHT = 600
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
SMALLEST_READABLE = 1.0
"""Points: smaller text is not seen by a reader."""

USUAL_ASCENT, USUAL_DESCENT = 0.75, 0.22
"""In ems, for the fonts whose own figures cannot be true."""


class Font(NamedTuple):
    """A font: ``ascent`` and ``descent`` in ems, both counted away from the baseline."""

    name: str
    bold: bool
    ascent: float
    descent: float


Common = tuple[float, float, str, bool, Colour, float, bool, bool]
"""What the glyphs of one text object share, in the order of Glyph's fields: from its baseline to whether it is visible."""


class Style(NamedTuple):
    """How the characters of one text object are set.

    ``level`` is set for upright text on an unturned page; ``top`` and ``bottom`` are those of each character's box where the text
    is upright as seen; ``over`` is what is painted over it, and
    ``doubtful`` says that each character must be looked at: something is, or it is white or near an edge.
    """

    level: bool
    top: float
    bottom: float
    common: Common
    font: str
    over: tuple[Box, ...]
    doubtful: bool


class _Reader:
    """Reads the characters of one text page. PDFium's structures are made once and filled anew for each character."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, frame: Frame, layers: Layers) -> None:
        self.page = page
        self.frame = frame
        self.layers = layers
        self.x, self.y = ctypes.c_double(), ctypes.c_double()
        self.matrix = pdfium.FS_MATRIX()
        self.fonts: dict[bytes, Font] = {}
        self.guessed: frozenset[Guessed] = frozenset()

    def glyphs(self) -> list[Glyph]:
        """Return every character in the order of the file, line breaks left out."""
        result: list[Glyph] = []
        joined: list[int] = []
        suspect: list[tuple[int, tuple[Box, ...]]] = []
        last = b""
        styles: dict[bytes, Style] = {}
        page, rectangle, edge = self.page, pdfium.FS_RECTF(), self.frame.left
        fill_loose_box, new = pdfium.FPDFText_GetLooseCharBox, tuple.__new__
        texts = _texts(page)
        keys = _objects_of(page, texts)
        for index, (text, key) in enumerate(zip(texts, keys, strict=True)):
            style = styles.get(key)
            if style is None:
                if not any(key):
                    if text == " " and result:
                        result.append(self._generated(index, result[-1]))
                    continue
                style = styles[key] = self._style(pdfium.FPDFText_GetTextObject(page, index), index)
            level, top, bottom, common, _, over, doubtful = style
            if doubtful and text:
                suspect.append((len(result), over))
            if key == last and text:
                joined.append(len(result))
            last = key
            if text and level:  # nearly all text goes this short way
                fill_loose_box(page, index, rectangle)
                x0 = rectangle.left - edge
                box = new(Box, (x0, top, rectangle.right - edge, bottom))
                result.append(new(Glyph, (text, box, x0, *common)))
            elif text:
                result.append(self._turned(index, text, style))
        self._hide(result, suspect)
        self.guessed = self._guessed(dict(zip(zip(keys, texts, strict=True), range(len(texts)), strict=True)), styles)
        return _with_letters_apart(result, joined)

    def _guessed(self, seen: Mapping[tuple[bytes, str], int], styles: Mapping[bytes, Style]) -> frozenset[Guessed]:
        """Return the letters that their fonts do not name; ``seen`` is where each text of each text object stands last."""
        first = {(styles[key].font, text): index for (key, text), index in seen.items() if text and key in styles}
        return frozenset(own for own, index in first.items() if pdfium.FPDFText_HasUnicodeMapError(self.page, index) == 1)

    def _hide(self, glyphs: list[Glyph], suspect: Iterable[tuple[int, tuple[Box, ...]]]) -> None:
        """Set off ``visible`` for those of the suspect glyphs that no reader sees."""
        for at, over in suspect:
            if is_hidden(glyphs[at].box, glyphs[at].colour, over, self.layers, self.frame):
                glyphs[at] = glyphs[at]._replace(visible=False)

    def _turned(self, index: int, text: str, style: Style) -> Glyph:
        rectangle = pdfium.FS_RECTF()
        pdfium.FPDFText_GetLooseCharBox(self.page, index, rectangle)
        x, baseline = self._origin(index)
        box = self.frame.seen_box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        glyph = Glyph(text, box, x, *style.common)._replace(baseline=baseline)
        return glyph._replace(box=Box(box.x0, style.top, box.x1, style.bottom)) if glyph.angle == 0 else glyph

    def _generated(self, index: int, last: Glyph) -> Glyph:
        x0, top, end, bottom = last.box
        if last.angle:  # where the last character ends, in its own direction
            up, down = 45 < last.angle < 135, -135 < last.angle < -45
            x, y = (last.x, top if up else bottom) if up or down else (x0 if abs(last.angle) >= 135 else end, last.baseline)
            return last._replace(text=" ", box=Box(x, y, x, y), x=x, baseline=y, generated=True)
        return last._replace(text=" ", box=Box(end, top, max(self._origin(index)[0], end), bottom), x=end, generated=True)

    def _origin(self, index: int) -> tuple[float, float]:
        pdfium.FPDFText_GetCharOrigin(self.page, index, self.x, self.y)
        return self.frame.seen(self.x.value, self.y.value)

    def _style(self, holder: pdfium.FPDF_PAGEOBJECT, index: int) -> Style:
        found = self.matrix
        pdfium.FPDFText_GetMatrix(self.page, index, found)
        matrix = Matrix(found.a, found.b, found.c, found.d, found.e, found.f)
        size = pdfium.FPDFText_GetFontSize(self.page, index) * matrix.rise
        handle = pdfium.FPDFTextObj_GetFont(holder)
        font = self.fonts.get(bytes(handle)) or self.fonts.setdefault(bytes(handle), _font(handle, self.page, index))
        mode = pdfium.FPDFTextObj_GetTextRenderMode(holder)
        colour, alpha = _colour(holder)
        x, baseline = self._origin(index)
        over = self.layers.over(bytes(holder))
        within = 0 <= x <= self.frame.width and 0 <= baseline <= self.frame.height
        angle = self.frame.seen_angle(matrix.direction)
        visible = mode not in INVISIBLE_MODES and alpha > 0 and size >= SMALLEST_READABLE and bytes(holder) not in self.layers.off
        return Style(
            level=angle == 0 and self.frame.turns == 0,
            top=baseline - font.ascent * size,
            bottom=baseline + font.descent * size,
            over=over,
            font=font.name,
            doubtful=bool(over) or min(colour) >= WHITE_FROM or not within,
            common=(baseline, round(size, 3), font.name, font.bold or mode == FAKE_BOLD_MODE, colour, angle, False, visible),
        )


class Letters(NamedTuple):
    """The characters of a page in the order of the file, and those among them that the file does not name, each once."""

    glyphs: tuple[Glyph, ...]
    guessed: frozenset[Guessed] = frozenset()


def letters_of(page: pdfium.FPDF_PAGE, frame: Frame, layers: Layers) -> Letters:
    """Return the characters of an open page.

    Line breaks are left out: lines are built from the positions. A hyphen at a line's end is a hyphen, whatever PDFium takes it for.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return Letters(())
    try:
        reader = _Reader(text_page, frame, layers)
        return Letters(tuple(reader.glyphs()), reader.guessed)
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


def _texts(page: pdfium.FPDF_TEXTPAGE) -> list[str]:
    """Return the text of each character index; "" for what is nothing to read and for the second half of a character."""
    codes = _codes(page)
    printed = {code: chr(code) for code in set(codes) if code not in CONTROLS and code != CODE_OF_HYPHEN_IN_TEXT}
    texts = [printed.get(code) or _special(page, index, code) for index, code in enumerate(codes)]
    for index, (code, following) in enumerate(pairwise(codes)):
        if 0xD800 <= code < 0xDC00 <= following < 0xE000:
            texts[index] = chr(0x10000 + ((code - 0xD800) << 10) + following - 0xDC00)
            texts[index + 1] = ""
    return texts


def _special(page: pdfium.FPDF_TEXTPAGE, index: int, code: int) -> str:
    """Return the text of a code that no letter has: such a code is also given where a font does not say which letter it stands for."""
    if code in HYPHENS:
        return "-" if pdfium.FPDFText_IsHyphen(page, index) == 1 else UNKNOWN
    if code in DRAWN_AS_NOTHING:
        return UNKNOWN if pdfium.FPDFText_HasUnicodeMapError(page, index) == 1 else ""
    return UNKNOWN


def _objects_of(page: pdfium.FPDF_TEXTPAGE, texts: Sequence[str]) -> list[bytes]:
    """Return the address of the text object that each character stands in, noughts for one that PDFium generates.

    The characters of an object follow one another, so that the ends of a word say whether it needs to be looked at letter by letter.
    """
    object_of = pdfium.FPDFText_GetTextObject
    keys: list[bytes] = []
    for blank, run in groupby(texts, key=BLANK.__contains__):
        length = sum(1 for _ in run)
        first = len(keys)
        ends = () if blank or length < 3 else (bytes(object_of(page, first)), bytes(object_of(page, first + length - 1)))
        if ends and ends[0] == ends[1]:
            keys += [ends[0]] * length
        else:
            keys += [bytes(object_of(page, index)) for index in range(first, first + length)]
    return keys


def _codes(page: pdfium.FPDF_TEXTPAGE) -> list[int]:
    """Return the code of each character index: in one call where PDFium's whole text has one unit for each, else one by one."""
    count = max(0, pdfium.FPDFText_CountChars(page))
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(page, 0, count, buffer)
    codes = list(buffer)[:count]
    if written == count + 1 and not any(0xD800 <= code < 0xE000 for code in codes):
        return codes
    return [pdfium.FPDFText_GetUnicode(page, index) for index in range(count)]


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
    )


def _colour(holder: pdfium.FPDF_PAGEOBJECT) -> tuple[Colour, int]:
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFPageObj_GetFillColor(holder, red, green, blue, alpha):
        return (0, 0, 0), 255
    return (red.value, green.value, blue.value), alpha.value
