"""A PDF -> a Document: glyphs and strokes to words, marks, lines, tables, paragraphs and sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from lydelse.errors import UnreadableFileError
from lydelse.extractors.emphasis import possible_emphasis
from lydelse.extractors.endless import MOST_DIGITS, refuse_endless_figures
from lydelse.extractors.letters import damaged_letters, unknown_letters
from lydelse.extractors.pdf.as_read import AsRead
from lydelse.extractors.pdf.blocks import blocks_of
from lydelse.extractors.pdf.comments import comments_in
from lydelse.extractors.pdf.convention import Convention, inferred
from lydelse.extractors.pdf.dotted_ends import doubtful_ends
from lydelse.extractors.pdf.footnotes import parted, with_notes
from lydelse.extractors.pdf.furniture import Sheet, without_furniture
from lydelse.extractors.pdf.joining import vocabulary_of
from lydelse.extractors.pdf.layout import laid_out
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.line_numbers import without_line_numbers
from lydelse.extractors.pdf.marking import marked
from lydelse.extractors.pdf.measures import measured
from lydelse.extractors.pdf.other_hands import read_pages
from lydelse.extractors.pdf.paragraphs import grouped
from lydelse.extractors.pdf.remarks import remarks_in
from lydelse.extractors.pdf.repaired import with_letters_repaired
from lydelse.extractors.pdf.running_aside import without_running_aside
from lydelse.extractors.pdf.scanned import with_pictures_read
from lydelse.extractors.pdf.scanned.tilting import slanted_pages
from lydelse.extractors.pdf.slanted import slanted_in
from lydelse.extractors.pdf.tables import flow_of
from lydelse.extractors.pdf.text_beside import doubtful_layout
from lydelse.extractors.pdf.turned_tables import with_turned_tables, with_turned_tables_apart
from lydelse.extractors.pdf.turning import Turned, as_seen, laid
from lydelse.extractors.pdf.unnamed import misnamed_in
from lydelse.extractors.pdf.unread import guessed_in, is_readable, pages_left_out, told_once, unread_in
from lydelse.extractors.pdf.worked_out import worked_out
from lydelse.extractors.wordings_beside import wordings_beside
from lydelse.formats.pdf import BrokenPage, Page, PdfFile, open_pdf
from lydelse.model.document import Document, Properties, Redline, Source
from lydelse.model.finding import Unread
from lydelse.model.section import sections_of
from lydelse.model.uncertain import UncertainFigure
from lydelse.records import replace


def extract(path: Path, password: str | None = None) -> Document:
    """Return the document that a PDF shows, with the marks that are drawn in it.

    Raises:
        UnreadableFileError: the file is no PDF, is damaged or locked, or no page of it has text.
    """
    with open_pdf(path, password) as pdf:
        seen = _seen(pdf)
        _refuse_unreadable(seen, path.name)
        bodies, furniture = without_furniture(seen.sheets)
        pages, furniture = without_running_aside(seen.pages, seen.turned, furniture)
        pages, aside, turned = with_turned_tables_apart(pages, seen.turned)
        parts = laid_out((page, sheet.lines) for page, sheet in zip(seen.ruled, bodies, strict=True))
        lines = (*(line for part in parts for line in part.lines), *(line for table in aside for line in table.lines))
        measures, vocabulary = measured(lines), vocabulary_of(lines)
        convention = inferred(lines, measures)
        rows = [parted(own, measures) for own in marked((part.lines for part in parts), convention, measures)]
        bodied = (part._replace(lines=own.body) for part, own in zip(parts, rows, strict=True))
        flow = with_turned_tables(flow_of(bodied), aside, convention, measures)
        measures = measured(line for line in flow if isinstance(line, Line))
        groups = with_notes(grouped(flow, measures), [note for own in rows for note in own.notes])
        blocks = as_seen(blocks_of(tuple(groups), measures, vocabulary), {**turned, **slanted_pages(seen.whole), **seen.tilted})
        document = Document(
            source=_source(path, pdf, convention, lines),
            properties=Properties(title=pdf.title),
            sections=sections_of(blocks),
            furniture=furniture,
            unread=(
                *told_once((*unread_in(pages, seen.sheets), *seen.said)),
                *slanted_in(seen.whole, seen.sheets),
                *remarks_in(pages, lines),
                *guessed_in(convention, bodies, measures),
                *doubtful_layout(seen.ruled, flow),
            ),
        )
        document = replace(document, comments=comments_in(pages, lines, document, turned), uncertain=seen.uncertain)
        guessed = possible_emphasis(document) if convention.is_weak else ()
        beside = () if any(each.message.key == "X903.pdf-two-columns" for each in document.unread) else wordings_beside(document)
        letters = (*misnamed_in(pages), *unknown_letters(document), *damaged_letters(document))
        return replace(document, unread=(*document.unread, *guessed, *beside, *letters))


class Seen(NamedTuple):
    """The pages of a file, their text upright and alone on them.

    ``whole`` are those that could be loaded, ``ruled`` the same with the rules of tables for their only strokes, ``sheets`` their lines.
    """

    pages: tuple[Page | BrokenPage, ...]
    whole: tuple[Page, ...]
    ruled: tuple[Page, ...]
    sheets: tuple[Sheet, ...]
    turned: Mapping[int, Turned]
    said: tuple[Unread, ...]
    tilted: Mapping[int, AsRead]
    uncertain: tuple[UncertainFigure, ...]
    lacking: str


def _seen(pdf: PdfFile) -> Seen:
    every = tuple(read_pages(pdf))
    recognised = with_pictures_read(pdf, tuple(each.page for each in every))
    repaired = with_letters_repaired(pdf, recognised.pages)
    printed, turned = laid(repaired.pages)
    known = {id(each.page): each.worked for each in every if each.worked}
    worked = tuple(known.get(id(page)) or worked_out(page) for page in printed)
    pages = tuple(each.clear.page for each in worked)
    marked_up = tuple(each.shown for each in worked if each.shown)
    whole = tuple(page for page in pages if isinstance(page, Page))
    texts, numbered = without_line_numbers([each.lines for each in marked_up])
    sheets = tuple(Sheet(page.number, page.height, lines) for page, lines in zip(whole, texts, strict=True))
    ends = doubtful_ends((page.number, each.doubtful) for page, each in zip(whole, marked_up, strict=True))
    said = (
        *pages_left_out(pdf.page_count),
        *recognised.said,
        *repaired.said,
        *(said for each in worked for said in each.clear.said),
        *numbered,
        *ends,
    )
    ruled = tuple(each.page for each in marked_up)
    return Seen(pages, whole, ruled, sheets, turned, said, recognised.tilted, recognised.uncertain, recognised.lacking)


def _refuse_unreadable(seen: Seen, name: str) -> None:
    """Raise where no page has text, or a figure has more digits than any figure."""
    if not any(is_readable(page, sheet) for page, sheet in zip(seen.whole, seen.sheets, strict=True)):
        raise UnreadableFileError(f"error.no-text-{seen.lacking}" if seen.lacking else "error.no-text", file=name)
    words = (word for sheet in seen.sheets for line in sheet.lines for word in line.words)
    refuse_endless_figures((word.text for word in words if len(word.glyphs) > MOST_DIGITS), name)


def _source(path: Path, pdf: PdfFile, convention: Convention, lines: Sequence[Line]) -> Source:
    return Source(
        name=path.name,
        sha256=sha256(path.read_bytes()).hexdigest(),
        format="pdf",
        producer=pdf.producer,
        pages=pdf.page_count,
        redline=_redline(convention, lines),
        convention=convention.key,
    )


def _redline(convention: Convention, lines: Sequence[Line]) -> Redline:
    if not convention.key:
        return Redline.NONE
    drawn = any(drawn.struck for line in lines for word in line.words for drawn in word.drawn)
    return Redline.DRAWN if drawn else Redline.ANNOTATED
