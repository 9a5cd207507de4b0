"""Marks put on a PDF that is otherwise left as it is: frames and coloured areas with a note each, and labels in the margin.

The marks are added after what the file holds (an incremental update), so that its own bytes stand. Each has its own drawing: programs
differ in how they draw a mark that has none. Places are given as they are seen, in points from the top left.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from enum import StrEnum

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from lydelse.formats.pdf.annotations import NAME_BEGINS
from lydelse.formats.pdf.geometry import Frame
from lydelse.model.place import Box
from lydelse.records import dataclass

AUTHOR = "lydelse"
_PRINTED = 4
"""The flag of an annotation that is printed with the page."""
_LABEL_WIDTH, _LABEL_HEIGHT, _EDGE = 30.0, 11.0, 4.0
_AROUND = 1.5


class UnmarkableError(Exception):
    """The file does not let itself be added to."""


class Form(StrEnum):
    """How a mark looks: a frame around the place, or a coloured area over it."""

    FRAME = "frame"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Note:
    """A mark: where it stands as seen, how it looks, what it says, and what is written beside it in the margin ("" for nothing)."""

    page: int
    box: Box
    form: Form
    colour: tuple[float, float, float]
    text: str
    label: str = ""


def annotated(content: bytes, notes: Sequence[Note]) -> bytes:
    """Return the file with the notes.

    Raises:
        UnmarkableError: the file has a password, or its structure is too damaged to be added to.
    """
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise UnmarkableError  # written anew, it would lose its protection
        writer = PdfWriter(reader, incremental=True)
        for number, page in enumerate(writer.pages, 1):
            of_page = [note for note in notes if note.page == number]
            if of_page:
                _put(writer, page, number, of_page)
        output = io.BytesIO()
        writer.write(output)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as problem:  # what pypdf raises on broken files
        raise UnmarkableError from problem
    return output.getvalue()


def _put(writer: PdfWriter, page: PageObject, number: int, notes: Sequence[Note]) -> None:
    frame = _frame_of(page)
    marks = [_mark(writer, note, frame, f"{NAME_BEGINS}{number}-{at}") for at, note in enumerate(notes, 1)]
    labels = _labels(writer, notes, frame, number)
    standing = page.get("/Annots")
    existing = list(standing.get_object()) if standing is not None else []
    page[NameObject("/Annots")] = ArrayObject([*existing, *marks, *labels])


def _frame_of(page: PageObject) -> Frame:
    """Return what is seen of a page: its crop box within its media box, and how it is turned."""
    media, crop = page.mediabox, page.cropbox
    left, bottom = max(float(media.left), float(crop.left)), max(float(media.bottom), float(crop.bottom))
    right, top = min(float(media.right), float(crop.right)), min(float(media.top), float(crop.top))
    return Frame(left, bottom, right, top, (int(page.rotation) // 90) % 4)


def _stands(frame: Frame, seen: Box) -> tuple[float, float, float, float]:
    """Return the corners of a place in the page's own coordinates: left, bottom, right, top."""
    x0, y0 = _stands_at(frame, seen.x0, seen.top)
    x1, y1 = _stands_at(frame, seen.x1, seen.bottom)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _stands_at(frame: Frame, across: float, down: float) -> tuple[float, float]:
    match frame.turns:
        case 0:
            return frame.left + across, frame.top - down
        case 1:
            return frame.left + down, frame.bottom + across
        case 2:
            return frame.right - across, frame.bottom + down
        case _:
            return frame.right - down, frame.top - across


def _grown(box: Box) -> Box:
    return Box(box.x0 - _AROUND, box.top - _AROUND, box.x1 + _AROUND, box.bottom + _AROUND)


def _mark(writer: PdfWriter, note: Note, frame: Frame, name: str) -> object:
    left, bottom, right, top = _stands(frame, _grown(note.box))
    red, green, blue = note.colour
    if note.form is Form.FRAME:
        drawing = f"{red} {green} {blue} RG 1.2 w 0.6 0.6 {right - left - 1.2:.2f} {top - bottom - 1.2:.2f} re S"
    else:
        drawing = f"/G0 gs {red} {green} {blue} rg 0 0 {right - left:.2f} {top - bottom:.2f} re f"
    annotation = _annotation("/Square" if note.form is Form.FRAME else "/Highlight", (left, bottom, right, top), note.text, name)
    annotation[NameObject("/C")] = _numbers(note.colour)
    if note.form is Form.AREA:
        annotation[NameObject("/QuadPoints")] = _numbers((left, top, right, top, left, bottom, right, bottom))
    annotation[NameObject("/AP")] = _appearance(writer, drawing, right - left, top - bottom)
    return writer._add_object(annotation)  # noqa: SLF001 - pypdf's own way to add an object


def _labels(writer: PdfWriter, notes: Sequence[Note], frame: Frame, number: int) -> list[object]:
    """Return the labels of the margin, each beside its place, below the one above where they would meet."""
    made: list[object] = []
    lowest = -_LABEL_HEIGHT
    right = frame.width - _EDGE
    for at, note in enumerate(sorted((note for note in notes if note.label), key=lambda note: note.box.top), 1):
        top = min(max(note.box.top, lowest), frame.height - _LABEL_HEIGHT)
        lowest = top + _LABEL_HEIGHT
        seen = Box(right - _LABEL_WIDTH, top, right, top + _LABEL_HEIGHT)
        made.append(_label(writer, note, frame, seen, f"{NAME_BEGINS}{number}-e{at}"))
    return made


def _label(writer: PdfWriter, note: Note, frame: Frame, seen: Box, name: str) -> object:
    left, bottom, right, top = _stands(frame, seen)
    red, green, blue = note.colour
    width, height = seen.width, seen.height
    text = note.label.encode("latin-1", errors="replace").decode("latin-1").replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    ground = f"1 1 1 rg 0 0 {width} {height} re f {red} {green} {blue} RG 0.6 w 0.3 0.3 {width - 0.6} {height - 0.6} re S"
    drawing = f"{ground} BT /F0 7 Tf {red} {green} {blue} rg 2 3 Td ({text}) Tj ET"
    annotation = _annotation("/FreeText", (left, bottom, right, top), note.label, name)
    annotation[NameObject("/DA")] = TextStringObject(f"/Helv 7 Tf {red} {green} {blue} rg")
    annotation[NameObject("/AP")] = _appearance(writer, drawing, width, height, turns=frame.turns)
    return writer._add_object(annotation)  # noqa: SLF001 - pypdf's own way to add an object


def _annotation(kind: str, corners: tuple[float, float, float, float], text: str, name: str) -> DictionaryObject:
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Annot"),
            NameObject("/Subtype"): NameObject(kind),
            NameObject("/Rect"): _numbers(corners),
            NameObject("/Contents"): TextStringObject(text),
            NameObject("/T"): TextStringObject(AUTHOR),
            NameObject("/NM"): TextStringObject(name),
            NameObject("/F"): NumberObject(_PRINTED),
        }
    )


def _appearance(writer: PdfWriter, drawing: str, width: float, height: float, turns: int = 0) -> DictionaryObject:
    """Return the drawing of an annotation, turned as the page is so that its text is upright as seen."""
    stream = DecodedStreamObject()
    stream.set_data(drawing.encode("latin-1"))
    font = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    helvetica = DictionaryObject({NameObject(key): NameObject(value) for key, value in font.items()})
    blending = DictionaryObject({NameObject("/BM"): NameObject("/Multiply")})
    resources = {
        NameObject("/Font"): DictionaryObject({NameObject("/F0"): helvetica}),
        NameObject("/ExtGState"): DictionaryObject({NameObject("/G0"): blending}),
    }
    turned = {0: (1, 0, 0, 1, 0, 0), 1: (0, 1, -1, 0, 0, 0), 2: (-1, 0, 0, -1, 0, 0), 3: (0, -1, 1, 0, 0, 0)}[turns]
    stream.update(
        {
            NameObject("/Type"): NameObject("/XObject"),
            NameObject("/Subtype"): NameObject("/Form"),
            NameObject("/BBox"): _numbers((0, 0, width, height)),
            NameObject("/Matrix"): _numbers(turned),
            NameObject("/Resources"): DictionaryObject(resources),
        }
    )
    return DictionaryObject({NameObject("/N"): writer._add_object(stream)})  # noqa: SLF001 - pypdf's own way to add an object


def _numbers(values: Iterable[float]) -> ArrayObject:
    return ArrayObject([FloatObject(round(value, 3)) for value in values])
