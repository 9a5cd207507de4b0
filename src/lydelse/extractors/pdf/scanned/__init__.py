"""Pages that are pictures, read by character recognition and made pages as the PDF reader knows them: glyphs, strokes and areas.

From there on they go the road of every other page: marks, conventions, tables and headings are told as in a file with text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lydelse.extractors.pdf.as_read import AsRead
from lydelse.extractors.pdf.scanned.doubts import figures_in, said_of, uncertain_in
from lydelse.extractors.pdf.scanned.drawn_page import drawn_page
from lydelse.extractors.pdf.scanned.layer import layer_against
from lydelse.extractors.pdf.scanned.lying import as_it_lay, said_of_turned, upright_page
from lydelse.extractors.pdf.scanned.parts import parts_to_read, with_parts_read
from lydelse.extractors.pdf.scanned.settling import settled
from lydelse.formats.bounds import bounds
from lydelse.formats.pdf import BrokenPage, Page, PdfFile
from lydelse.formats.picture import Picture, ReadPicture, missing, read_pictures
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.uncertain import UncertainFigure

COVERED_FROM = 0.5  # of a page, by one picture: a scan
HEADER_LETTERS = 80  # on a page that a picture covers: a header or a stamp over a scan


class Recognised(NamedTuple):
    """The pages of a file, those that are pictures as they were recognised, with what to say of that.

    ``tilted`` are the pages that lay crooked or another way up, by their numbers; ``lacking`` names what is not installed and was needed.
    """

    pages: tuple[Page | BrokenPage, ...]
    said: tuple[Unread, ...] = ()
    tilted: Mapping[int, AsRead] = {}
    uncertain: tuple[UncertainFigure, ...] = ()
    lacking: str = ""


class _Read(NamedTuple):
    page: Page
    read: ReadPicture
    dpi: float

    @property
    def lay(self) -> AsRead | None:
        return as_it_lay(upright_page(self.page, self.read), self.read)


def with_pictures_read(pdf: PdfFile, pages: tuple[Page | BrokenPage, ...]) -> Recognised:
    """Return all pages of a file, with the text of those that are pictures, and of pictures beside text, where Tesseract is installed."""
    pictures = [page for page in pages if isinstance(page, Page) and is_picture(page)]
    parts = parts_to_read(page for page in pages if not (isinstance(page, Page) and is_picture(page)))
    lacking = missing() if pictures or parts else None
    if lacking or not (pictures or parts):
        lacking = (lacking or "").partition("[")[0] if pictures else ""
        return Recognised(pages, tuple(_not_installed(lacking, pictures)), lacking=lacking)
    with_parts = with_parts_read(pdf, pages, parts)
    recognised = _with_pages_read(pdf, with_parts.pages, pictures) if pictures else Recognised(with_parts.pages)
    uncertain = (*recognised.uncertain, *with_parts.uncertain)
    said = (*recognised.said, *with_parts.said, *said_of(uncertain))
    return recognised._replace(said=said, uncertain=uncertain)


def _with_pages_read(pdf: PdfFile, pages: tuple[Page | BrokenPage, ...], pictures: list[Page]) -> Recognised:
    every = list(_read_each(pdf, pictures))
    slow = [each.page.number for each in every if each.read.gave_up]
    every = [each for each in every if each.read.words]
    every = [each._replace(read=read) for each, read in zip(every, settled([each.read for each in every]), strict=True)]
    drawn = {each.page.number: drawn_page(upright_page(each.page, each.read), each.read, each.dpi) for each in every}
    tilted = {each.page.number: lay for each in every if (lay := each.lay) is not None}
    uncertain = tuple(figure for each in every for figure in uncertain_in(each.page.number, each.read, each.dpi, each.lay))
    return Recognised(
        tuple(drawn.get(page.number, page) if isinstance(page, Page) else page for page in pages),
        (
            *_said(every, uncertain),
            *said_of_turned(each.page.number for each in every if each.read.quarters),
            *(_too_slow(number) for number in slow),
            *(said for each in every for said in layer_against(each.page, each.read)),
        ),
        tilted,
        uncertain,
    )


def is_picture(page: Page) -> bool:
    """Tell whether what a reader sees of a page's text is a picture: it has no letters, or none but a stamp's over a picture of a page."""
    if any(box.width * box.height >= COVERED_FROM * page.width * page.height for box in page.pictures):
        return sum(glyph.visible and not glyph.text.isspace() for glyph in page.glyphs) <= HEADER_LETTERS
    return not page.glyphs and bool(page.pictures)


def _read_each(pdf: PdfFile, pages: Iterable[Page]) -> Iterator[_Read]:
    """Yield what is read of each page; they are painted one after the other, as PDFium demands, when they are asked for."""
    painted: list[tuple[Page, float]] = []

    def pictures() -> Iterator[Picture]:
        for page in pages:
            picture = pdf.picture(page.number)
            if picture is not None:
                painted.append((page, picture.dpi))
                yield Picture(*picture)

    read = read_pictures(pictures())
    for (page, dpi), own in zip(painted, read, strict=True):
        yield _Read(page, own, dpi)


def _not_installed(lacking: str, pages: list[Page]) -> Iterator[Unread]:
    if lacking:
        facts: dict[str, Fact] = {"count": len(pages), "page": pages[0].number}
        yield Unread("X901", Severity.ERROR, Message(f"X901.missing-{lacking}", facts), pages[0].number)


def _said(every: Sequence[_Read], uncertain: Sequence[UncertainFigure]) -> Iterator[Unread]:
    if every:
        first = min(each.page.number for each in every)
        figures = sum(1 for each in every for _ in figures_in(each.read))
        facts: dict[str, Fact] = {"count": len(every), "page": first, "figures": figures, "uncertain": len(uncertain)}
        yield Unread("X901", Severity.WARNING, Message("X901.recognised", facts), first)


def _too_slow(number: int) -> Unread:
    facts: dict[str, Fact] = {"page": number, "seconds": bounds().recognition}
    return Unread("X901", Severity.ERROR, Message("X901.too-slow", facts), number)
