"""PDF files whose pages are pictures, patterns and filters that cost far more than they show, or that no letter stands on."""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable
from functools import partial

from benchmarks.hostile.pdf_files import FONT, FORM, TEXT, one_page, page_of, pdf_of, stream

WIDE, HIGH = 2480, 3508
GREY = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceGray/BitsPerComponent 8/Width %d/Height %d"


def _scan(content: bytes, entries: bytes, filtered: bytes = b"/FlateDecode") -> bytes:
    """Return a page that a picture covers; ``content`` is what its filter unpacks."""
    held = b"<</Length %d/Filter%s%s>>\nstream\n" % (len(content), filtered, entries) + content + b"\nendstream"
    return one_page(b"q 595 0 0 842 0 0 cm /P Do Q", page_of(b"/XObject<</P 10 0 R>>"), {10: held})


def _of_specks() -> bytes:
    """A scan of nothing but noise, in which a recogniser finds a hundred thousand letters."""
    return _scan(zlib.compress(random.Random(7).randbytes(WIDE * HIGH), 1), GREY % (WIDE, HIGH))


def _chequered(step: int) -> bytes:
    one = (b"\0" * step + b"\xff" * step) * (WIDE // (2 * step) + 1)
    rows = b"".join((one[:WIDE] if at // step % 2 else one[step : step + WIDE]) for at in range(HIGH))
    return _scan(zlib.compress(rows), GREY % (WIDE, HIGH))


def _ruled() -> bytes:
    """A scan with a line in every third row of pixels."""
    rows = b"".join((b"\0" if at % 3 == 0 else b"\xff") * WIDE for at in range(HIGH))
    return _scan(zlib.compress(rows), GREY % (WIDE, HIGH))


def _many_scans(count: int) -> bytes:
    """So many pages of one and the same picture."""
    pages = b" ".join(b"%d 0 R" % (20 + at) for at in range(count))
    picture = stream(b"\x80" * (WIDE * HIGH), GREY % (WIDE, HIGH))
    own = {20 + at: page_of(b"/XObject<</P 10 0 R>>") for at in range(count)}
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (pages, count)
    content = stream(b"q 595 0 0 842 0 0 cm /P Do Q")
    return pdf_of({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: tree, 4: content, 5: FONT, 10: picture, **own})


def _within(content: bytes) -> bytes:
    return one_page(content + TEXT)


def _soft_masks(levels: int = 40) -> bytes:
    """Forms, each of which is seen through the next."""
    forms = {}
    for at in range(levels):
        masked = b"/ExtGState<</G<</SMask<</S/Luminosity/G %d 0 R>>>>>>" % (11 + at)
        forms[10 + at] = stream(b"/G gs 0 0 595 842 re f", FORM + b"/Group<</S/Transparency>>/Resources<<%s>>" % masked)
    forms[10 + levels] = stream(b"0 0 595 842 re f", FORM)
    return one_page(b"/F Do " + TEXT, page_of(b"/XObject<</F 10 0 R>>"), forms)


PAINTED_FILES: dict[str, Callable[[], bytes]] = {
    "scan-of-noise.pdf": _of_specks,
    "scan-of-squares.pdf": partial(_chequered, 12),
    "scan-of-points.pdf": partial(_chequered, 1),
    "scan-of-1-169-lines.pdf": _ruled,
    "scans-400.pdf": partial(_many_scans, 400),
    "scan-of-black.pdf": lambda: _scan(zlib.compress(b"\0" * (WIDE * HIGH)), GREY % (WIDE, HIGH)),
    "scan-of-fax-without-end.pdf": lambda: _scan(
        b"\0" * 5_000, GREY.replace(b"8", b"1") % (60_000, 60_000) + b"/DecodeParms<</K -1/Columns 60000/Rows 60000>>", b"/CCITTFaxDecode"
    ),
    "scan-of-half-a-jpeg.pdf": lambda: _scan(
        b"\xff\xd8\xff\xc0\0\x11\x08\xff\xff\xff\xff\3\1\x22\0\2\x11\1\3\x11\1" * 3, GREY % (65_535, 65_535), b"/DCTDecode"
    ),
    "picture-between-letters-of-400-mb.pdf": lambda: one_page(
        b"q 595 0 0 842 0 0 cm BI /W 20000 /H 20000 /CS /G /BPC 8 ID " + b"\0" * 400_000_000 + b" EI Q " + TEXT, packed=2
    ),
    "picture-between-letters-without-end.pdf": lambda: _within(b"BI /W 20 /H 20 /CS /G /BPC 8 ID \0\0\0"),
    "picture-of-runs.pdf": lambda: _scan(b"\x81\0" * 500_000 + b"\x80", GREY % (8_000, 8_000), b"/RunLengthDecode"),
    "filter-that-is-none.pdf": lambda: one_page(TEXT, None, {4: b"<</Length 4/Filter/NoSuch>>\nstream\nabcd\nendstream"}),
    "dashes-of-a-millionth.pdf": lambda: _within(b"[0.000001 0.000001] 0 d 0 0 m 595 842 l S "),
    "clipped-20-000-times.pdf": lambda: _within(b"0 0 595 842 re W n " * 20_000),
    "written-without-end.pdf": lambda: _within(b"1e38 0 0 1e38 0 0 cm "),
    "written-as-nothing.pdf": lambda: _within(b"0 0 0 0 0 0 cm "),
    "masks-in-masks.pdf": _soft_masks,
}
"""The name of each file, and what makes its content."""
