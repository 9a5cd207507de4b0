"""What PDFium says of every character of a text page: its text, the text object that it stands in, and its box.

Python is told of the addresses as plain numbers, and PDFium fills one buffer for the whole page: for each character an object of
Python's own, made and converted, takes longer than PDFium's answer.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from itertools import pairwise, repeat
from math import isfinite

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.asking import address_of, by_address, places_in
from lydelse.formats.pdf.geometry import FAR_AWAY

CONTROLS = frozenset((*range(0x20), *range(0x80, 0xA0)))
"""Codes that no letter has."""

CODE_OF_HYPHEN_IN_TEXT = 0xFFFE
HYPHENS = frozenset({0x02, CODE_OF_HYPHEN_IN_TEXT})
"""What PDFium gives, as one character's code and in a whole text, for a hyphen that it takes to divide a word at a line end."""

DRAWN_AS_NOTHING = frozenset(map(ord, "\t\n\r"))

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""A character that is drawn, and of which the file does not say which letter it is."""

INK_FROM = 0.03
"""Of the loose box's longer side, each way: what a space draws is flat, 0.001 of it at most."""

UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Signs that draw nothing, or the soft hyphen the stroke of a hyphen."""

TALLER_THAN_A_HYPHEN = 0.25
"""Of the loose box's height: a hyphen's stroke is 0.07 of it, a small letter 0.4."""

SAME_SIDE = 0.02
"""Points: a font without a drawing for a blank gives its loose box for what is drawn."""

_object_at = by_address(pdfium.FPDFText_GetTextObject)
_fill_ink_at = by_address(pdfium.FPDFText_GetCharBox)
_fill_box_at = by_address(pdfium.FPDFText_GetLooseCharBox)


def objects_of(page: pdfium.FPDF_TEXTPAGE, count: int) -> list[int | None]:
    """Return the address of the text object that each character stands in, None for one that PDFium generates."""
    return list(map(_object_at, repeat(address_of(page)), range(count)))


def sides_of(page: pdfium.FPDF_TEXTPAGE, count: int) -> list[float]:
    """Return the loose box of each character, in the page's own coordinates: left, top, right and bottom of one after the other.

    Far away where a side is no number: PDFium gives such where a matrix overflows.
    """
    sides = (ctypes.c_float * (4 * count))()  # FS_RECTF: four floats in this order
    first, each = ctypes.addressof(sides), ctypes.sizeof(pdfium.FS_RECTF)
    for _ in map(_fill_box_at, repeat(address_of(page)), range(count), range(first, first + count * each, each)):
        pass
    found: list[float] = sides[:]
    return found if isfinite(sum(found)) else [side if isfinite(side) else FAR_AWAY for side in found]


def texts_of(page: pdfium.FPDF_TEXTPAGE) -> list[str]:
    """Return the text of each character; "" for what is nothing to read and for the second half of a character."""
    codes = _codes(page)
    printed = {code: chr(code) for code in set(codes) if code not in CONTROLS and code != CODE_OF_HYPHEN_IN_TEXT}
    texts = [printed.get(code) or _special(page, index, code) for index, code in enumerate(codes)]
    if any(0xD800 <= code < 0xDC00 for code in printed):
        for index, (code, following) in enumerate(pairwise(codes)):
            if 0xD800 <= code < 0xDC00 <= following < 0xE000:
                texts[index] = chr(0x10000 + ((code - 0xD800) << 10) + following - 0xDC00)
                texts[index + 1] = ""
    return texts


def with_drawn_blanks_unknown(
    page: pdfium.FPDF_TEXTPAGE, texts: list[str], objects: Sequence[int | None], sides: Sequence[float]
) -> list[str]:
    """Return the texts with what is called a space, a tab, a line break or a sign without width, and is drawn as a letter is, as unknown.

    A sign that stands for several letters at once may have a space among them: it is drawn, and is no letter that is lost.
    """
    result = list(texts)
    blanks = {text for text in set(texts) if not text or text.isspace() or text in UNSEEN}
    blank = (at for at, text in enumerate(texts) if text in blanks and objects[at] is not None)
    ink = (ctypes.c_double * 4)()  # left, right, bottom, top
    addresses = places_in(ink)
    own = address_of(page)
    for at in blank:
        _fill_ink_at(own, at, *addresses)
        left, top, right, bottom = sides[4 * at : 4 * at + 4]
        least = INK_FROM * max(abs(right - left), abs(top - bottom))
        is_whole = max(abs(ink[0] - left), abs(ink[1] - right), abs(ink[2] - bottom), abs(ink[3] - top)) < SAME_SIDE
        tall = texts[at] not in UNSEEN or ink[3] - ink[2] > TALLER_THAN_A_HYPHEN * abs(top - bottom)
        if tall and min(ink[1] - ink[0], ink[3] - ink[2]) > least and not is_whole and _stands_alone(at, sides):
            names_it = texts[at] or pdfium.FPDFText_GetUnicode(page, at) in DRAWN_AS_NOTHING
            result[at] = UNKNOWN if names_it else ""
    return result


def _stands_alone(at: int, sides: Sequence[float]) -> bool:
    own = sides[4 * at : 4 * at + 4]
    return own not in (sides[4 * at - 4 : 4 * at], sides[4 * at + 4 : 4 * at + 8])


def _special(page: pdfium.FPDF_TEXTPAGE, index: int, code: int) -> str:
    """Return the text of a code that no letter has: such a code is also given where a font does not say which letter it stands for."""
    if code in HYPHENS:
        return "-" if pdfium.FPDFText_IsHyphen(page, index) == 1 else UNKNOWN
    if code in DRAWN_AS_NOTHING:
        return UNKNOWN if pdfium.FPDFText_HasUnicodeMapError(page, index) == 1 else ""
    return UNKNOWN


def _codes(page: pdfium.FPDF_TEXTPAGE) -> list[int]:
    """Return the code of each character: in one call where PDFium's whole text has one unit for each, else one by one."""
    count = max(0, pdfium.FPDFText_CountChars(page))
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(page, 0, count, buffer)
    codes = list(buffer)[:count]
    if written == count + 1 and not any(0xD800 <= code < 0xE000 for code in set(codes)):
        return codes
    return [pdfium.FPDFText_GetUnicode(page, index) for index in range(count)]
