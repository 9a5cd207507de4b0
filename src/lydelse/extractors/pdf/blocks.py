"""Groups of lines -> the document's paragraphs, items and headings, each with its runs and spots."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.extractors.pdf.cells import table_of
from lydelse.extractors.pdf.grid import Grid
from lydelse.extractors.pdf.headings import level_in, style_of
from lydelse.extractors.pdf.joining import Vocabulary, text_of
from lydelse.extractors.pdf.measures import Measures
from lydelse.extractors.pdf.paragraphs import Group
from lydelse.model.section import Block
from lydelse.model.text import Kind, Paragraph


def blocks_of(parts: Sequence[Group | Grid], measures: Measures, vocabulary: Vocabulary) -> Iterator[Block]:
    """Yield the blocks of a document in order."""
    style = style_of(parts, measures)
    first = True
    for part in parts:
        if isinstance(part, Grid):
            yield table_of(part, vocabulary)
            continue
        text = text_of(part.lines, vocabulary)
        level = level_in(part, style, measures, first=first)
        if level is not None:
            first = False
            yield Paragraph(text.runs, Kind.HEADING, level=level, place=text.place, spots=text.spots)
        else:
            kind = Kind.FOOTNOTE if part.note else Kind.ITEM if part.marker else Kind.PARAGRAPH
            yield Paragraph(text.runs, kind, marker=part.marker, place=text.place, spots=text.spots)
