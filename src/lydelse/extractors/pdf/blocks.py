"""Groups of lines -> the document's paragraphs, items and headings, each with its runs and spots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.extractors.pdf.headings import level_in, style_of
from lydelse.extractors.pdf.joining import Text, Vocabulary, text_of
from lydelse.extractors.pdf.measures import Measures
from lydelse.extractors.pdf.paragraphs import Group
from lydelse.model.place import Place
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph


def blocks_of(parts: Sequence[Group | Table], measures: Measures, vocabulary: Vocabulary) -> Iterator[Block]:
    """Yield the blocks of a document in order."""
    style = style_of(parts, measures)
    first = True
    for part in parts:
        if isinstance(part, Table):
            yield part
            continue
        text = text_of(part.lines, vocabulary)
        level = level_in(part, style, measures, first=first)
        if level is not None:
            first = False
            yield Paragraph(text.runs, Kind.HEADING, level=level, place=_place(text), spots=text.spots)
        else:
            kind = Kind.ITEM if part.marker else Kind.PARAGRAPH
            yield Paragraph(text.runs, kind, marker=part.marker, place=_place(text), spots=text.spots)


def _place(text: Text) -> Place:
    """Return where a text begins: its page, and the box of its part on that page."""
    page = text.spots[0].page
    box = text.spots[0].box
    for spot in text.spots[1:]:
        if spot.page == page:
            box = box.united_with(spot.box)
    return Place(page=page, box=box)
