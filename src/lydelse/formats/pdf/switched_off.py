"""Layers that are switched off: what stands in them is in the file and not on the page.

PDFium does not say which layer is shown, but paints none that is off. So where the file says that something may be off, each group of
things that stand in a layer or a form is painted alone, and is off where nothing comes of it.
"""

from __future__ import annotations

import ctypes
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.geometry import Frame
from lydelse.formats.pdf.painting import Painted
from lydelse.formats.pdf.waves import painted

SAYS_OFF = re.compile(rb"/OFF\s*(?:\[\s*)?\d|/(?:BaseState|ViewState)\s*/OFF|/(?:AllOff|AnyOff)\b")
"""What stands in the catalogue of a file some of whose layers are off, or may be."""

OBJECT_STREAM, STREAM = b"/ObjStm", re.compile(rb"stream\r?\n")
LONGEST_STREAM = 20_000_000
"""Bytes of objects in one stream that are looked through."""

LAYER = "OC"
"""The name of the mark on what stands in a layer."""

MOST_GROUPS = 60
"""On a page: a map has hundreds of layers, and its words are not the document's text."""

Group = tuple[tuple[int, ...], int]
"""The forms that a thing stands in, and which run of marks on the page it is part of."""


def may_have_layers_off(content: bytes) -> bool:
    """Tell whether a file says that a layer is off; a file whose objects cannot be looked at says so too."""
    if SAYS_OFF.search(content):
        return True
    if OBJECT_STREAM not in content:
        return False
    return b"/Encrypt" in content or any(SAYS_OFF.search(part) for part in _object_streams(content))


def _object_streams(content: bytes) -> Iterator[bytes]:
    at = content.find(OBJECT_STREAM)
    while at >= 0:
        begins = STREAM.search(content, at)
        if begins:
            try:
                yield zlib.decompressobj().decompress(content[begins.end() :], LONGEST_STREAM)
            except zlib.error:
                yield b""  # another filter, which no producer that is known uses for objects
        at = content.find(OBJECT_STREAM, at + 1)


class Off(NamedTuple):
    """What of a page is not shown, by the places of its objects, and how many groups of them could not be looked at."""

    objects: frozenset[int] = frozenset()
    not_looked_at: int = 0


def switched_off(document: pdfium.FPDF_DOCUMENT, number: int, objects: Sequence[Painted], frame: Frame) -> Off:
    """Return which of a page's objects are not shown; ``number`` counts from 1."""
    groups: dict[Group, list[int]] = defaultdict(list)
    run, before = 0, False
    for at, each in enumerate(objects):
        layered = _is_layered(each.handle)
        run += layered is not before
        before = layered
        if layered or each.forms:
            groups[each.forms, run if layered else -1].append(at)
    if len(groups) > MOST_GROUPS:
        return Off(not_looked_at=len(groups))
    shown = [(own, _is_seen(document, number, set(own), frame)) for own in groups.values()]
    return Off(frozenset(at for own, seen in shown if seen is False for at in own), sum(seen is None for _, seen in shown))


def _is_seen(document: pdfium.FPDF_DOCUMENT, number: int, shown: set[int], frame: Frame) -> bool | None:
    """Tell whether some of a page's objects leave anything on it, None where it cannot be painted."""
    painting = painted(document, number, shown, frame)
    return None if painting is None else painting.pixels.tobytes().count(0) < len(painting.pixels)


def _is_layered(holder: pdfium.FPDF_PAGEOBJECT) -> bool:
    """Tell whether a page object is marked as standing in a layer."""
    return any(_name_of(pdfium.FPDFPageObj_GetMark(holder, index)) == LAYER for index in range(pdfium.FPDFPageObj_CountMarks(holder)))


def _name_of(mark: pdfium.FPDF_PAGEOBJECTMARK) -> str:
    length = ctypes.c_ulong()
    buffer = (ctypes.c_ushort * 32)()
    if not pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length):
        return ""
    return bytes(buffer)[: max(0, length.value - 2)].decode("utf-16-le", errors="replace")
