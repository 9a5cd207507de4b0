"""Pages that are pictures, read by character recognition and made pages as the PDF reader knows them: glyphs, strokes and areas.

From there on they go the road of every other page: marks, conventions, tables and headings are told as in a file with text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from lydelse.extractors.pdf.scanned.doubts import figures_in, said_of, uncertain_in
from lydelse.extractors.pdf.scanned.drawn_page import drawn_page
from lydelse.extractors.pdf.scanned.layer import layer_against
from lydelse.extractors.pdf.scanned.settling import settled
from lydelse.extractors.pdf.scanned.tilting import Tilted
from lydelse.formats.pdf import BrokenPage, Page, PdfFile
from lydelse.formats.picture import Picture, ReadPicture, missing, read_pictures
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.uncertain import UncertainFigure

COVERED_FROM = 0.5  # of a page, by one picture: a scan
HEADER_LETTERS = 80  # on a page that a picture covers: a header or a stamp over a scan


class Recognised(NamedTuple):
    """The pages of a file, those that are pictures as they were recognised, with what to say of that.

    ``tilted`` are the pages that lay crooked, by their numbers; ``lacking`` names what is not installed and was needed.
    """

    pages: tuple[Page | BrokenPage, ...]
    said: tuple[Unread, ...] = ()
    tilted: Mapping[int, Tilted] = {}
    uncertain: tuple[UncertainFigure, ...] = ()
    lacking: str = ""


class _Read(NamedTuple):
    page: Page
    read: ReadPicture
    dpi: float


def with_pictures_read(pdf: PdfFile, pages: tuple[Page | BrokenPage, ...]) -> Recognised:
    """Return all pages of a file, with the text of those that are pictures where Tesseract is installed."""
    pictures = [page for page in pages if isinstance(page, Page) and is_picture(page)]
    lacking = missing() if pictures else None
    if not pictures or lacking:
        lacking = (lacking or "").partition("[")[0]
        return Recognised(pages, tuple(_not_installed(lacking, pictures)), lacking=lacking)
    every = [each for each in _read_each(pdf, pictures) if each.read.words]
    read = dict(zip((each.page.number for each in every), settled([each.read for each in every]), strict=True))
    drawn = {each.page.number: drawn_page(each.page, read[each.page.number], each.dpi) for each in every}
    tilted = {number: Tilted(page.width, page.height, read[number].angle) for number, page in drawn.items() if read[number].angle}
    uncertain = {each.page.number: _uncertain(each, read[each.page.number], tilted) for each in every}
    return Recognised(
        tuple(drawn.get(page.number, page) if isinstance(page, Page) else page for page in pages),
        (*_said(read, uncertain), *said_of(uncertain), *(said for each in every for said in layer_against(each.page, each.read))),
        tilted,
        tuple(figure for own in uncertain.values() for figure in own),
    )


def _uncertain(each: _Read, read: ReadPicture, tilted: Mapping[int, Tilted]) -> tuple[UncertainFigure, ...]:
    number = each.page.number
    return tuple(uncertain_in(number, read, each.dpi, tilted.get(number)))


def is_picture(page: Page) -> bool:
    """Tell whether what a reader sees of a page's text is a picture: it has no letters, or none but a stamp's over a picture of a page."""
    letters = sum(glyph.visible and not glyph.text.isspace() for glyph in page.glyphs)
    covered = any(box.width * box.height >= COVERED_FROM * page.width * page.height for box in page.pictures)
    return (covered and letters <= HEADER_LETTERS) or (not page.glyphs and bool(page.pictures))


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


def _said(read: Mapping[int, ReadPicture], uncertain: Mapping[int, tuple[UncertainFigure, ...]]) -> Iterator[Unread]:
    if read:
        figures = sum(1 for each in read.values() for _ in figures_in(each))
        facts: dict[str, Fact] = {"count": len(read), "page": min(read), "figures": figures, "uncertain": sum(map(len, uncertain.values()))}
        yield Unread("X901", Severity.WARNING, Message("X901.recognised", facts), min(read))
