"""Pictures of text on pages that have text of their own: read like scanned pages, and put where they stand among the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lydelse.extractors.pdf.pictures import pictures_with_room
from lydelse.extractors.pdf.scanned.doubts import figures_in, uncertain_in
from lydelse.extractors.pdf.scanned.drawn_page import drawn_page
from lydelse.extractors.pdf.scanned.settling import settled
from lydelse.formats.pdf import BrokenPage, Page, PdfFile
from lydelse.formats.pdf.picturing import PagePicture
from lydelse.formats.picture import Area, Line, Picture, ReadPicture, ReadWord, read_parts
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Box
from lydelse.model.uncertain import UncertainFigure
from lydelse.records import replace

MOST_PARTS = 60
"""Pictures of one document that are looked at."""

LETTERS_OVER = 40
"""Letters of a page's own that stand on a picture: then it is the ground that they stand on."""

POINTS = 72.0


class Part(NamedTuple):
    """A picture on a page, and what was read in it, in pixels of the whole page as painted."""

    page: Page
    box: Box
    read: ReadPicture
    dpi: float


class Parts(NamedTuple):
    """The pages with the text of their pictures, the figures in it that are not certain, and what is to be said."""

    pages: tuple[Page | BrokenPage, ...]
    said: tuple[Unread, ...] = ()
    uncertain: tuple[UncertainFigure, ...] = ()


def parts_to_read(pages: Iterable[Page | BrokenPage]) -> list[tuple[Page, Box]]:
    """Return the pictures that may be text, each with its page: those with room that no text stands on, on pages that lie straight."""
    straight = [page for page in pages if isinstance(page, Page) and not page.tilt]
    return [(page, box) for page, box in pictures_with_room(straight) if not _is_ground(page, box)][:MOST_PARTS]


def with_parts_read(pdf: PdfFile, pages: tuple[Page | BrokenPage, ...], parts: Sequence[tuple[Page, Box]]) -> Parts:
    """Return all pages with what was read in these pictures; those that are no text are left as they are."""
    if not parts:
        return Parts(pages)
    every = list(_read_each(pdf, parts))
    found = [part for part in every if part.read.words]
    found = [part._replace(read=read) for part, read in zip(found, settled([part.read for part in found]), strict=True)]
    by_number = {page.number: page for page in pages if isinstance(page, Page)}
    for part in found:
        by_number[part.page.number] = _with(by_number[part.page.number], part)
    uncertain = tuple(figure for part in found for figure in uncertain_in(part.page.number, part.read, part.dpi, None))
    slow = sorted({part.page.number for part in every if part.read.gave_up})
    return Parts(
        tuple(by_number[page.number] if isinstance(page, Page) else page for page in pages),
        (
            *_said(found, uncertain),
            *(Unread("X901", Severity.WARNING, Message("X901.part-too-slow", {"page": page}), page) for page in slow),
        ),
        uncertain,
    )


def _is_ground(page: Page, box: Box) -> bool:
    over = (glyph for glyph in page.glyphs if glyph.visible and not glyph.text.isspace() and _is_in(glyph.box, box))
    return sum(1 for _ in over) >= LETTERS_OVER


def _is_in(own: Box, box: Box) -> bool:
    x, y = (own.x0 + own.x1) / 2, (own.top + own.bottom) / 2
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def _read_each(pdf: PdfFile, parts: Sequence[tuple[Page, Box]]) -> Iterator[Part]:
    cut: list[tuple[Page, Box, _Cut]] = []

    def pictures() -> Iterator[Picture]:
        painted: tuple[int, PagePicture | None] = (0, None)
        for page, box in parts:
            if painted[0] != page.number:
                painted = page.number, pdf.picture(page.number)
            own = _cut_out(painted[1], box) if painted[1] else None
            if own:
                cut.append((page, box, own))
                yield own.picture

    for (page, box, own), read in zip(cut, read_parts(pictures()), strict=True):
        yield Part(page, box, _moved(read, own.left, own.top), own.picture.dpi)


class _Cut(NamedTuple):
    picture: Picture
    left: int
    top: int


def _cut_out(painted: PagePicture, box: Box) -> _Cut | None:
    """Return a part of a painted page; None where it is outside the page."""
    width, height, pixels, dpi = painted
    left, top = max(0, int(box.x0 * dpi / POINTS)), max(0, int(box.top * dpi / POINTS))
    right, bottom = min(width, int(box.x1 * dpi / POINTS) + 1), min(height, int(box.bottom * dpi / POINTS) + 1)
    if right - left < 2 or bottom - top < 2:
        return None
    rows = b"".join(pixels[3 * (row * width + left) : 3 * (row * width + right)] for row in range(top, bottom))
    return _Cut(Picture(right - left, bottom - top, rows, dpi), left, top)


def _moved(read: ReadPicture, left: int, top: int) -> ReadPicture:
    """Return what was read in a part, in places of the whole page."""

    def moved(box: Box) -> Box:
        return Box(box.x0 + left, box.top + top, box.x1 + left, box.bottom + top)

    def of(word: ReadWord) -> ReadWord:
        letters = tuple(letter._replace(box=moved(letter.box)) for letter in word.letters)
        return word._replace(letters=letters, baseline=word.baseline + top)

    lines: tuple[Line, ...] = tuple(line._replace(box=moved(line.box)) for line in read.lines)
    areas: tuple[Area, ...] = tuple(area._replace(box=moved(area.box)) for area in read.areas)
    return read._replace(words=tuple(map(of, read.words)), lines=lines, areas=areas)


def _with(page: Page, part: Part) -> Page:
    """Return a page with what was read in one of its pictures, in place of it."""
    drawn = drawn_page(replace(page, strokes=(), fills=()), part.read, part.dpi)
    own = sum(glyph.visible for glyph in page.glyphs)
    return replace(
        page,
        glyphs=(*page.glyphs, *drawn.glyphs[own:]),
        strokes=(*page.strokes, *drawn.strokes),
        fills=(*page.fills, *drawn.fills),
        pictures=tuple(box for box in page.pictures if not _is_in(box, part.box)),
    )


def _said(found: Sequence[Part], uncertain: Sequence[UncertainFigure]) -> Iterator[Unread]:
    if found:
        pages = tuple(str(number) for number in sorted({part.page.number for part in found}))
        figures = sum(1 for part in found for _ in figures_in(part.read))
        facts: dict[str, Fact] = {"count": len(found), "pages": pages, "figures": figures, "uncertain": len(uncertain)}
        yield Unread("X901", Severity.WARNING, Message("X901.parts-recognised", facts), found[0].page.number)
