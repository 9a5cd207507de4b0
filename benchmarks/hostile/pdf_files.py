"""PDF files that unpack, open or draw far more than they hold, or that go round in circles."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from functools import partial

TEXT = b"BT /F1 12 Tf 50 700 Td (Ersattningen ar 412 kr per besok.) Tj ET\n"
A4 = b"[0 0 595 842]"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]"


def pdf_of(objects: Mapping[int, bytes]) -> bytes:
    """Return a file of these objects, the first of which is its catalogue."""
    written, places = bytearray(b"%PDF-1.7\n"), {}
    for number, content in objects.items():
        places[number] = len(written)
        written += b"%d 0 obj\n" % number + content + b"\nendobj\n"
    start, count = len(written), max(objects) + 1
    written += b"xref\n0 %d\n0000000000 65535 f \n" % count
    for number in range(1, count):
        written += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    return bytes(written + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, start))


def stream(content: bytes, entries: bytes = b"", *, packed: int = 1) -> bytes:
    """Return a stream that is packed so many times."""
    for _ in range(packed):
        content = zlib.compress(content, 9)
    return b"<</Length %d/Filter[%s]%s>>\nstream\n" % (len(content), b"/FlateDecode" * packed, entries) + content + b"\nendstream"


def page_of(resources: bytes = b"", box: bytes = A4, more: bytes = b"") -> bytes:
    """Return a page whose content is object 4 and whose font is object 5."""
    return b"<</Type/Page/Parent 2 0 R/MediaBox %s/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>%s>>%s>>" % (box, resources, more)


def one_page(content: bytes, page: bytes | None = None, more: Mapping[int, bytes] | None = None, *, packed: int = 1) -> bytes:
    """Return a file of one page; ``more`` are objects from number 10 on."""
    catalogue, tree = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
    return pdf_of({1: catalogue, 2: tree, 3: page or page_of(), 4: stream(content, packed=packed), 5: FONT, **(more or {})})


def _tree(kids: bytes, count: int) -> bytes:
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, count)
    return pdf_of({1: b"<</Type/Catalog/Pages 2 0 R>>", 2: tree, 3: page_of(), 4: stream(TEXT), 5: FONT})


def _forms_in_forms(levels: int = 10, times: int = 10) -> bytes:
    """Each form paints the one before it ten times."""
    innermost = stream(TEXT, FORM + b"/Resources<</Font<</F1 5 0 R>>>>")
    forms = {10: innermost}
    for level in range(1, levels):
        resources = b"/Resources<</XObject<</X%d %d 0 R>>>>" % (level - 1, 9 + level)
        forms[10 + level] = stream(b" ".join([b"/X%d Do" % (level - 1)] * times), FORM + resources)
    last = b"/XObject<</X%d %d 0 R>>" % (levels - 1, 9 + levels)
    return one_page(TEXT + b"/X%d Do" % (levels - 1), page_of(last), forms)


def _form_in_itself() -> bytes:
    own = stream(TEXT + b"/X0 Do", FORM + b"/Resources<</Font<</F1 5 0 R>>/XObject<</X0 10 0 R>>>>")
    return one_page(TEXT + b"/X0 Do", page_of(b"/XObject<</X0 10 0 R>>"), {10: own})


def _picture(width: int, height: int, content: bytes) -> bytes:
    entries = b"/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 1/ColorSpace/DeviceGray" % (width, height)
    painted = TEXT + b"q 500 0 0 500 50 100 cm /I Do Q"
    return one_page(painted, page_of(b"/XObject<</I 10 0 R>>"), {10: stream(content, entries, packed=2)})


def _annotations(count: int) -> bytes:
    each = b"<</Type/Annot/Subtype/StrikeOut/Rect[50 690 200 712]/QuadPoints[50 712 200 712 50 690 200 690]>>"
    listed = b"/Annots[" + b" ".join(b"%d 0 R" % (10 + at) for at in range(count)) + b"]"
    return one_page(TEXT, page_of(more=listed), {10 + at: each for at in range(count)})


PDF_FILES: dict[str, Callable[[], bytes]] = {
    "unpacks-to-600-mb.pdf": lambda: one_page(TEXT + b"q Q " * 150_000_000, packed=2),
    "five-million-lines.pdf": lambda: one_page(TEXT + b"0 0 m 10 10 l S\n" * 5_000_000, packed=2),
    "three-million-letters.pdf": lambda: one_page(b"BT /F1 1 Tf 1 1 Td " + (b"(" + b"a" * 1_000 + b") Tj ") * 3_000 + b" ET"),
    "forms-in-forms.pdf": _forms_in_forms,
    "form-in-itself.pdf": _form_in_itself,
    "marked-content-300-000-deep.pdf": lambda: one_page(b"/P BMC " * 300_000 + TEXT),
    "states-500-000-deep.pdf": lambda: one_page(b"q " * 500_000 + TEXT),
    "array-500-000-deep.pdf": lambda: one_page(TEXT + b"[" * 500_000),
    "picture-of-10-9-points.pdf": lambda: _picture(100_000, 10_000, b"\0" * 125_000_000),
    "picture-that-is-not-there.pdf": lambda: _picture(60_000, 60_000, b"\0" * 1_000),
    "paper-without-end.pdf": lambda: one_page(TEXT, page_of(box=b"[0 0 1e30 1e30]")),
    "paper-of-nothing.pdf": lambda: one_page(TEXT, page_of(box=b"[0 0 0 0]")),
    "paper-far-away.pdf": lambda: one_page(TEXT, page_of(box=b"[1e9 1e9 1.0000006e9 1.000001e9]")),
    "figure-without-end.pdf": lambda: one_page(b"BT /F1 12 Tf 50 700 Td (" + b"9" * 20_000 + b" kr.) Tj ET"),
    "annotations-20-000.pdf": partial(_annotations, 20_000),
    "pages-200-000.pdf": lambda: _tree(b"3 0 R " * 200_000, 200_000),
    "pages-that-are-not-there.pdf": lambda: _tree(b"3 0 R", 2_000_000_000),
    "pages-in-a-circle.pdf": lambda: _tree(b"2 0 R 3 0 R", 5),
}
