"""A PDF file, opened: what it says of itself, and its pages one at a time."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

import pypdfium2  # noqa: F401 - importing it sets the PDFium library up; the raw functions are used
import pypdfium2.raw as pdfium

from lydelse.errors import UnreadableFileError
from lydelse.formats.bounds import TooMuchError, bounds
from lydelse.formats.page_by_page import tell
from lydelse.formats.pdf.annotations import annotations_of, iso_date, layered_annotations
from lydelse.formats.pdf.geometry import Frame
from lydelse.formats.pdf.glyphs import letters_of
from lydelse.formats.pdf.inkless import with_words_without_ink_hidden
from lydelse.formats.pdf.left_out import Opened, squeezed_on, with_letters_left_out
from lydelse.formats.pdf.page import BrokenPage, Glyph, Misnamed, Page
from lydelse.formats.pdf.painting import layers_of, painted_on
from lydelse.formats.pdf.picturing import PagePicture, picture_of
from lydelse.formats.pdf.see_through import pictures_seen_through
from lydelse.formats.pdf.seen_figures import DPI, misnamed_as_seen
from lydelse.formats.pdf.shades import shaded_grounds
from lydelse.formats.pdf.strokes import drawing_of
from lydelse.formats.pdf.switched_off import Off, may_have_layers_off, switched_off
from lydelse.formats.pdf.tilting import tilt_of
from lydelse.formats.pdf.waves import waves_on
from lydelse.records import replace

SIGNATURE, SIGNATURE_WITHIN = b"%PDF-", 1024
"""What a PDF begins with, and within how many bytes: readers let some rubbish stand before it."""


class PdfFile:
    """An open PDF. Use it in a ``with`` statement, or close it."""

    def __init__(self, document: pdfium.FPDF_DOCUMENT, content: bytes, password: str | None = None) -> None:
        """Take over an open PDFium document and the bytes that it reads from, which must outlive it."""
        self._document = document
        self.content = content
        self.password = password
        self._layers_off = may_have_layers_off(content)
        self.page_count: int = pdfium.FPDF_GetPageCount(document)

    def __enter__(self) -> Self:
        """Return the file itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the file."""
        self.close()

    def close(self) -> None:
        """Let go of the document; harmless when it is closed already."""
        if self._document is not None:
            pdfium.FPDF_CloseDocument(self._document)
            self._document = None

    @property
    def producer(self) -> str:
        """The program that made the file, "" where it does not say."""
        return self._said(b"Producer")

    @property
    def title(self) -> str:
        """The title in the file's properties, "" where there is none."""
        return self._said(b"Title")

    @property
    def creation_date(self) -> str | None:
        """When the file was made, as ISO 8601, None where it does not say."""
        return iso_date(self._said(b"CreationDate"))

    def pages(self) -> Iterator[Page | BrokenPage]:
        """Yield the pages in order, one at a time; a page that cannot be loaded comes as a BrokenPage, and the next one follows.

        Pages beyond the bound of pages are left out: ``page_count`` counts them.
        """
        count = min(self.page_count, bounds().pages)
        for number in range(1, count + 1):
            tell(number, count)
            yield self.page(number)

    def page(self, number: int) -> Page | BrokenPage:
        """Return one page, counted from 1."""
        holder = pdfium.FPDF_LoadPage(self._document, number - 1)
        if not holder:
            return BrokenPage(number)
        try:
            return self._read(holder, number)
        except TooMuchError as over:
            return BrokenPage(number, over.what, over.most)
        finally:
            pdfium.FPDF_ClosePage(holder)

    def picture(self, number: int, dpi: float | None = None) -> PagePicture | None:
        """Return one page as painted, counted from 1; None where it cannot be loaded or is too large to paint.

        ``dpi`` is how many pixels make an inch; as many as the page's largest picture has where it is not given.
        """
        holder = pdfium.FPDF_LoadPage(self._document, number - 1)
        if not holder:
            return None
        try:
            return picture_of(holder, _frame_of(holder), tuple(painted_on(holder)), dpi)
        finally:
            pdfium.FPDF_ClosePage(holder)

    def _read(self, holder: pdfium.FPDF_PAGE, number: int) -> Page:
        frame = _frame_of(holder)
        objects = tuple(painted_on(holder))
        off = switched_off(self._document, number, objects, frame) if self._layers_off else Off()
        clear = pictures_seen_through(self._document, holder, objects)
        layers = layers_of(objects, frame, off.objects, clear)
        letters = letters_of(holder, frame, layers)
        waves = waves_on(self._document, number, objects, frame, letters.glyphs)
        shaded = shaded_grounds(self._document, number, objects, frame, letters.glyphs)
        tilt = tilt_of(objects, letters.glyphs, frame)
        if tilt:
            frame = replace(frame, tilt=tilt)
            waves = waves.straightened(frame)
        if waves.found or tilt or shaded:  # a line through text does not cover it
            layers = layers_of(objects, frame, off.objects | waves.found.keys(), clear, shaded)
            letters = letters_of(holder, frame, layers)
        glyphs = with_letters_left_out(Opened(self._document, holder), objects, letters, layers, frame)
        glyphs = with_words_without_ink_hidden(glyphs, holder, frame)
        notes = annotations_of(self._document, holder, frame)
        unseen = self._annotations_off(holder, number) if notes and self._layers_off else frozenset()
        drawing = drawing_of(objects, frame, waves.found, off.objects)
        return Page(
            number=number,
            width=frame.width,
            height=frame.height,
            glyphs=glyphs,
            strokes=tuple(drawing.strokes),
            fills=tuple(drawing.fills),
            annotations=tuple(note for note in notes if note.number not in unseen and not note.hidden),
            pictures=tuple(drawing.pictures),
            guessed=letters.guessed,
            misnamed=_looked_at(letters.misnamed, glyphs, holder, frame),
            switched_off=tuple(note for note in notes if note.number in unseen or note.hidden),
            not_looked_at=waves.not_looked_at + off.not_looked_at,
            tilt=tilt,
            squeezed=squeezed_on(objects, letters, layers, frame),
        )

    def _annotations_off(self, holder: pdfium.FPDF_PAGE, number: int) -> frozenset[int]:
        """Return which of a page's annotations are in layers that are off, or of which it cannot be told, by their places."""
        layered = layered_annotations(holder)
        if not layered:
            return layered
        from lydelse.formats.pdf.layers_off import UnknownLayersError, annotations_off  # noqa: PLC0415 - pypdf takes 0.1 seconds to import

        try:
            return annotations_off(self.content, self.password, number)
        except UnknownLayersError:
            return layered

    def _said(self, key: bytes) -> str:
        length = pdfium.FPDF_GetMetaText(self._document, key, None, 0)
        buffer = ctypes.create_string_buffer(max(2, length))
        pdfium.FPDF_GetMetaText(self._document, key, buffer, length)
        return buffer.raw[: max(0, length - 2)].decode("utf-16-le", errors="replace")


def open_pdf(path: Path, password: str | None = None) -> PdfFile:
    """Open a PDF.

    Raises:
        UnreadableFileError: the file is empty, no PDF, damaged, without pages, or locked by another password than the one given.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFileError("error.refused", file=path.name, reason=error.strerror or "") from error
    return opened(content, path.name, password)


def opened(content: bytes, name: str, password: str | None = None) -> PdfFile:
    """Open what a PDF holds; ``name`` is what it is called where it cannot be read.

    Raises:
        UnreadableFileError: as ``open_pdf``.
    """
    if not content:
        raise UnreadableFileError("error.empty", file=name)
    if SIGNATURE not in content[:SIGNATURE_WITHIN]:
        raise UnreadableFileError("error.not-pdf", file=name)
    document = pdfium.FPDF_LoadMemDocument64(content, len(content), password.encode() if password else None)
    if not document:
        raise UnreadableFileError(_refusal(pdfium.FPDF_GetLastError(), password), file=name)
    pdf = PdfFile(document, content, password)
    if pdf.page_count < 1:
        pdf.close()
        raise UnreadableFileError("error.no-pages", file=name)
    return pdf


def _refusal(code: int, password: str | None) -> str:
    match code:
        case pdfium.FPDF_ERR_PASSWORD:
            return "error.password" if password is None else "error.wrong-password"
        case pdfium.FPDF_ERR_SECURITY:
            return "error.unknown-lock"
        case _:
            return "error.damaged-pdf"


def _looked_at(misnamed: frozenset[Misnamed], glyphs: Iterable[Glyph], holder: pdfium.FPDF_PAGE, frame: Frame) -> frozenset[Misnamed]:
    """Return the figures that are drawn as others, those without outlines as they are painted; on a slanted page they are not looked at."""
    if frame.tilt or all(each.drawn for each in misnamed):
        return misnamed
    painted = picture_of(holder, frame, (), DPI)
    return misnamed_as_seen(misnamed, glyphs, painted) if painted else misnamed


def _frame_of(holder: pdfium.FPDF_PAGE) -> Frame:
    seen = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(holder, seen)
    return Frame(seen.left, seen.bottom, seen.right, seen.top, pdfium.FPDFPage_GetRotation(holder))
