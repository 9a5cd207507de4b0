"""The annotations of a page: struck and underlined text, notes, links and filled-in fields."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2.raw as pdfium

from lydelse.formats.pdf.geometry import Frame
from lydelse.formats.pdf.page import Annotation
from lydelse.model.place import Box
from lydelse.patterns import compiled

KINDS = {
    pdfium.FPDF_ANNOT_TEXT: "Text",
    pdfium.FPDF_ANNOT_LINK: "Link",
    pdfium.FPDF_ANNOT_FREETEXT: "FreeText",
    pdfium.FPDF_ANNOT_LINE: "Line",
    pdfium.FPDF_ANNOT_POLYLINE: "PolyLine",
    pdfium.FPDF_ANNOT_POLYGON: "Polygon",
    pdfium.FPDF_ANNOT_SQUARE: "Square",
    pdfium.FPDF_ANNOT_CIRCLE: "Circle",
    pdfium.FPDF_ANNOT_HIGHLIGHT: "Highlight",
    pdfium.FPDF_ANNOT_UNDERLINE: "Underline",
    pdfium.FPDF_ANNOT_SQUIGGLY: "Squiggly",
    pdfium.FPDF_ANNOT_STRIKEOUT: "StrikeOut",
    pdfium.FPDF_ANNOT_STAMP: "Stamp",
    pdfium.FPDF_ANNOT_CARET: "Caret",
    pdfium.FPDF_ANNOT_INK: "Ink",
    pdfium.FPDF_ANNOT_WIDGET: "Widget",
    pdfium.FPDF_ANNOT_REDACT: "Redact",
    pdfium.FPDF_ANNOT_WATERMARK: "Watermark",
}
"""The kinds that say something of the text, by PDFium's numbers; pop-up windows and films do not."""

NOT_FILLED_IN = "Off"
"""How a box that is not ticked looks (its "AS"): one of several that share a value says so of itself alone."""

NAME_BEGINS = "lydelse-"
"""What the names of our own marks begin with, in a reviewed file that is read again."""

MARKS_TEXT = {"StrikeOut", "Underline", "Squiggly", "Highlight", "Caret", "FreeText"}
"""Kinds that change the text, and are told where nobody sees them."""

UNSEEN = pdfium.FPDF_ANNOT_FLAG_HIDDEN | pdfium.FPDF_ANNOT_FLAG_NOVIEW
TIME = compiled(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?)?")


def annotations_of(document: pdfium.FPDF_DOCUMENT, page: pdfium.FPDF_PAGE, frame: Frame) -> tuple[Annotation, ...]:
    """Return the annotations of an open page, those that mark its text also where they are ``hidden``, and the replies to them.

    Those that a review has put there are no part of the document. A link's ``contents`` is its address, a field's what is filled in.
    What only sets the state of another ("Accepted") is left out.
    """
    found: list[Annotation] = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        holder = pdfium.FPDFPage_GetAnnot(page, index)
        if not holder:
            continue
        try:
            kind = KINDS.get(pdfium.FPDFAnnot_GetSubtype(holder))
            answers = _answered(page, holder) if kind == "Text" else None
            seen = answers is not None or not pdfium.FPDFAnnot_GetFlags(holder) & UNSEEN
            ours = _said(holder, b"NM").startswith(NAME_BEGINS)
            if kind and (seen or kind in MARKS_TEXT) and not ours and not pdfium.FPDFAnnot_HasKey(holder, b"StateModel"):
                found.append(_annotation(document, holder, kind, frame)._replace(number=index, answers=answers, hidden=not seen))
        finally:
            pdfium.FPDFPage_CloseAnnot(holder)
    return tuple(found)


def layered_annotations(page: pdfium.FPDF_PAGE) -> frozenset[int]:
    """Return which of a page's annotations stand in a layer, by their places among them."""
    found: list[int] = []
    for index in range(pdfium.FPDFPage_GetAnnotCount(page)):
        holder = pdfium.FPDFPage_GetAnnot(page, index)
        if holder:
            found += [index] if pdfium.FPDFAnnot_HasKey(holder, b"OC") else []
            pdfium.FPDFPage_CloseAnnot(holder)
    return frozenset(found)


def _annotation(document: pdfium.FPDF_DOCUMENT, holder: pdfium.FPDF_ANNOTATION, kind: str, frame: Frame) -> Annotation:
    contents = _said(holder, b"Contents")
    if kind == "Link":
        contents = _address(document, holder) or contents
    elif kind == "Widget":
        contents = _said(holder, b"AS") or _said(holder, b"V") or _said_by_parent(document, holder)
        contents = "" if contents == NOT_FILLED_IN else contents
    date = iso_date(_said(holder, b"M") or _said(holder, b"CreationDate"))
    return Annotation(kind, _boxes(holder, kind, frame), contents, _said(holder, b"T") or None if kind != "Widget" else None, date)


def _said_by_parent(document: pdfium.FPDF_DOCUMENT, holder: pdfium.FPDF_ANNOTATION) -> str:
    """Return the value of the field that a widget is one part of, as a field that stands in several places has it."""
    info = pdfium.FPDF_FORMFILLINFO(version=2)  # must outlive the form
    form = pdfium.FPDFDOC_InitFormFillEnvironment(document, info)
    if not form:
        return ""
    try:
        length = pdfium.FPDFAnnot_GetFormFieldValue(form, holder, None, 0)
        buffer = (ctypes.c_ushort * (length // 2 + 1))()
        pdfium.FPDFAnnot_GetFormFieldValue(form, holder, buffer, length)
        return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", errors="replace")
    finally:
        pdfium.FPDFDOC_ExitFormFillEnvironment(form)


def _answered(page: pdfium.FPDF_PAGE, holder: pdfium.FPDF_ANNOTATION) -> int | None:
    """Return the place of the annotation that this one replies to, None where it replies to none."""
    other = pdfium.FPDFAnnot_GetLinkedAnnot(holder, b"IRT")
    if not other:
        return None
    try:
        at: int = pdfium.FPDFPage_GetAnnotIndex(page, other)
    finally:
        pdfium.FPDFPage_CloseAnnot(other)
    return at if at >= 0 else None


def _said(holder: pdfium.FPDF_ANNOTATION, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(holder, key, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    pdfium.FPDFAnnot_GetStringValue(holder, key, buffer, length)
    return bytes(buffer)[: length - 2].decode("utf-16-le", errors="replace")


def _address(document: pdfium.FPDF_DOCUMENT, holder: pdfium.FPDF_ANNOTATION) -> str:
    link = pdfium.FPDFAnnot_GetLink(holder)
    action = pdfium.FPDFLink_GetAction(link) if link else None
    if not action or pdfium.FPDFAction_GetType(action) != pdfium.PDFACTION_URI:
        return ""
    length = pdfium.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(max(1, length))
    pdfium.FPDFAction_GetURIPath(document, action, buffer, length)
    return buffer.value.decode("utf-8", errors="replace")


def _boxes(holder: pdfium.FPDF_ANNOTATION, kind: str, frame: Frame) -> tuple[Box, ...]:
    drawn = tuple(_around(points, frame) for points in _drawn(holder, kind) if points)
    if drawn:
        return drawn
    quads = []
    points = pdfium.FS_QUADPOINTSF()
    for index in range(pdfium.FPDFAnnot_CountAttachmentPoints(holder)):
        if pdfium.FPDFAnnot_GetAttachmentPoints(holder, index, points):
            xs, ys = (points.x1, points.x2, points.x3, points.x4), (points.y1, points.y2, points.y3, points.y4)
            quads.append(frame.seen_box(min(xs), min(ys), max(xs), max(ys)))
    if quads:
        return tuple(quads)
    rectangle = pdfium.FS_RECTF()
    if not pdfium.FPDFAnnot_GetRect(holder, rectangle):
        return ()
    return (frame.seen_box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top),)


def _drawn(holder: pdfium.FPDF_ANNOTATION, kind: str) -> Iterator[list[tuple[float, float]]]:
    """Yield the points of each stroke of what is drawn by hand, the ends of a line, and the corners of a broken one."""
    if kind == "Line":
        start, end = pdfium.FS_POINTF(), pdfium.FS_POINTF()
        if pdfium.FPDFAnnot_GetLine(holder, start, end):
            yield [(start.x, start.y), (end.x, end.y)]
    for index in range(pdfium.FPDFAnnot_GetInkListCount(holder) if kind == "Ink" else 0):
        count = pdfium.FPDFAnnot_GetInkListPath(holder, index, None, 0)
        points = (pdfium.FS_POINTF * count)()
        pdfium.FPDFAnnot_GetInkListPath(holder, index, points, count)
        yield [(point.x, point.y) for point in points]
    if kind == "PolyLine":
        count = pdfium.FPDFAnnot_GetVertices(holder, None, 0)
        points = (pdfium.FS_POINTF * count)()
        pdfium.FPDFAnnot_GetVertices(holder, points, count)
        yield [(point.x, point.y) for point in points]


def _around(points: list[tuple[float, float]], frame: Frame) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return frame.seen_box(min(xs), min(ys), max(xs), max(ys))


def iso_date(written: str) -> str | None:
    """Return a PDF date ("D:20260115093000+01'00'") as ISO 8601, None where it is none. What is not stated is left out."""
    found = TIME.match(written)
    if not found:
        return None
    year, month, day, hour, minute, second, zulu, sign, hours, minutes = found.groups()
    if int(year) == 0:  # what LibreOffice writes into the notes that it prints in the margin
        return None
    date = "-".join(part for part in (year, month, day) if part)
    if not (day and hour and minute):
        return date
    zone = "+00:00" if zulu else f"{sign}{hours}:{minutes or '00'}" if sign else ""
    return f"{date}T{hour}:{minute}:{second or '00'}{zone}"
