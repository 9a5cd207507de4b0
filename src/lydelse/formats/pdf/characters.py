"""What PDFium says of every character of a text page: its text, the text object that it stands in, and its box.

Python is told of the addresses as plain numbers, and PDFium fills one buffer for the whole page: for each character an object of
Python's own, made and converted, takes longer than PDFium's answer.
"""

from __future__ import annotations

import ctypes
from itertools import pairwise, repeat

import pypdfium2.raw as pdfium

CONTROLS = frozenset((*range(0x20), *range(0x80, 0xA0)))
"""Codes that no letter has."""

CODE_OF_HYPHEN_IN_TEXT = 0xFFFE
HYPHENS = frozenset({0x02, CODE_OF_HYPHEN_IN_TEXT})
"""What PDFium gives, as one character's code and in a whole text, for a hyphen that it takes to divide a word at a line end."""

DRAWN_AS_NOTHING = frozenset(map(ord, "\t\n\r"))

UNKNOWN = "\N{REPLACEMENT CHARACTER}"
"""A character that is drawn, and of which the file does not say which letter it is."""

_ADDRESS = ctypes.c_void_p
_object_at = ctypes.cast(pdfium.FPDFText_GetTextObject, ctypes.PYFUNCTYPE(_ADDRESS, _ADDRESS, ctypes.c_int))
_fill_box_at = ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.PYFUNCTYPE(ctypes.c_int, _ADDRESS, ctypes.c_int, _ADDRESS))


def address_of(handle: pdfium.FPDF_TEXTPAGE | pdfium.FPDF_PAGEOBJECT) -> int:
    """Return the address that one of PDFium's handles holds."""
    return ctypes.addressof(handle.contents)


def objects_of(page: pdfium.FPDF_TEXTPAGE, count: int) -> list[int | None]:
    """Return the address of the text object that each character stands in, None for one that PDFium generates."""
    return list(map(_object_at, repeat(address_of(page)), range(count)))


def sides_of(page: pdfium.FPDF_TEXTPAGE, count: int) -> list[float]:
    """Return the loose box of each character, in the page's own coordinates: left, top, right and bottom of one after the other."""
    sides = (ctypes.c_float * (4 * count))()  # FS_RECTF: four floats in this order
    first, each = ctypes.addressof(sides), ctypes.sizeof(pdfium.FS_RECTF)
    for _ in map(_fill_box_at, repeat(address_of(page)), range(count), range(first, first + count * each, each)):
        pass
    return sides[:]


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
