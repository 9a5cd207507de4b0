"""Tables of contents, whatever the format: each entry a paragraph of its own, without the page number and what leads to it.

Word files say what is an entry. In a PDF or a text nothing does but dots, and pages that never fall; a price list may have dots too. So
nothing is an entry whose neighbours' titles are not headings of the same document, or captions of figures. Page numbers say how the pages
broke in one printing: the same document by another program has others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.model.document import Document
from lydelse.model.numbering import split_number
from lydelse.model.section import Block, sections_of
from lydelse.model.text import Kind, Paragraph, Run, joined
from lydelse.patterns import compiled
from lydelse.records import replace

ENTRIES_FROM = 3
"""So many lines one after the other; fewer may be anything."""

_CAPTION = r"(?:figur|tabell|diagram|bild|karta|schema|figure|table|chart)\s+\d{1,3}(?:\.\d{1,3})?[a-z]?[.:\s]"
"""How an entry of a list of figures or tables begins: it needs no heading that says the same."""

_CAPTIONED = compiled(_CAPTION, re.IGNORECASE)
_CAPTION_WITH_PAGE = compiled(rf"\s*(?P<title>{_CAPTION}.*?\S)\s+(?P<page>\d{{1,4}})$", re.IGNORECASE)
_ENTRY = compiled(r"\s*(?P<title>\S.*?)\s*(?:(?:\.[ \u00a0]?){4,}|…+\.*|\t)\s*(?P<page>\d{1,4})(?=\s|$)")


class _Headings(NamedTuple):
    """The headings of a document: as they are compared, and as they stand before a page number with nothing between."""

    folded: frozenset[str]
    with_page: re.Pattern[str]

    @classmethod
    def of(cls, document: Document) -> _Headings:
        texts = sorted({folded_title(text) for text in headings_of(document)} - {""}, key=len, reverse=True)
        spelled = (r"\s+".join(map(re.escape, text.split())) for text in texts)
        numbered = (re.sub(r"^((?:\d+|\\\.)+)(?=\\s)", r"\1\\.?", text) for text in spelled)
        return cls(frozenset(texts), compiled(rf"\s*(?P<title>{'|'.join(numbered)})\s+(?P<page>\d{{1,4}})(?=\s|$)", re.IGNORECASE))

    def know(self, title: str) -> bool:
        """Tell whether a title is one of them, or that of a figure or a table."""
        return folded_title(title) in self.folded or bool(_CAPTIONED.match(title))


class _Entry(NamedTuple):
    """An entry of a paragraph: where its title stands in the marked text, and the page."""

    start: int
    end: int
    page: int


def with_contents_listed(document: Document) -> Document:
    """Return the document with the entries of its tables of contents as paragraphs of their own, without page numbers."""
    headings = _Headings.of(document)
    if not headings.folded:
        return document
    blocks: list[Block] = []
    came_from: list[str] = []
    for stretch in _stretches(document):
        for block, parts in zip(stretch, _parts_of(stretch, headings), strict=True):
            blocks.extend(parts)
            came_from.extend([block.place.path] * len(parts))
    if len(blocks) == len(came_from) and all(one is other for one, other in zip(blocks, document.blocks, strict=False)):
        return document
    read = replace(document, sections=sections_of(blocks))
    paths = dict(zip(reversed(came_from), reversed([block.place.path for block in read.blocks]), strict=True))
    moved = (replace(each, place=replace(each.place, path=paths.get(each.place.path, each.place.path))) for each in document.comments)
    return replace(read, comments=tuple(moved))


def headings_of(document: Document) -> Iterator[str]:
    """Yield the headings of a document, in both versions."""
    for section in document.sections:
        if section.heading:
            yield from (section.heading.before, section.heading.after)


def folded_title(text: str) -> str:
    """Return a heading as it counts when an entry is sought: without the full stop that may follow its number."""
    number, title = split_number(text)
    return " ".join(f"{number} {title}".casefold().split())


def _stretches(document: Document) -> Iterator[list[Block]]:
    """Yield the blocks, paragraphs that follow one another in a section together."""
    for section in document.sections:
        stretch: list[Block] = []
        for block in section.blocks:
            if not _may_be_entries(block):
                yield from [stretch] if stretch else []
                yield [block]
                stretch = []
            else:
                stretch.append(block)
        yield from [stretch] if stretch else []


def _may_be_entries(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.kind in {Kind.PARAGRAPH, Kind.ITEM}


def _parts_of(stretch: Sequence[Block], headings: _Headings) -> list[tuple[Block, ...]]:
    """Return for each block of a stretch what it is read as: itself, or its entries."""
    read: list[tuple[Block, ...]] = [(block,) for block in stretch]
    run: list[tuple[int, Paragraph, list[_Entry]]] = []
    for at, block in enumerate([*stretch, None]):
        whole = _with_marker(block) if isinstance(block, Paragraph) else None
        entries = _entries(whole.marked_text, headings) if whole and _may_be_entries(whole) else []
        if whole and entries:
            run.append((at, whole, entries))
            continue
        if _is_contents(run, headings):
            for place, paragraph, found in run:
                read[place] = tuple(_part(paragraph, entry) for entry in found)
        run = []
    return read


def _with_marker(paragraph: Paragraph) -> Paragraph:
    """Return an item whose number may be that of a heading as a paragraph that begins with it."""
    if paragraph.kind is not Kind.ITEM or not paragraph.marker[:1].isdigit() or paragraph.marker_before is not None:
        return paragraph
    first = f"{paragraph.marker} "
    spots = tuple(spot._replace(start=spot.start + len(first), end=spot.end + len(first)) for spot in paragraph.spots)
    runs = joined([replace(paragraph.runs[0], text=first), *paragraph.runs]) if paragraph.runs else (Run(first),)
    return replace(paragraph, kind=Kind.PARAGRAPH, marker="", runs=runs, spots=spots)


def _entries(text: str, headings: _Headings) -> list[_Entry]:
    """Return the entries that a text is, from its first letter to its last; none where it is anything else."""
    if not text.rstrip()[-1:].isdigit():  # the last entry ends with its page
        return []
    for form in (_ENTRY, headings.with_page, _CAPTION_WITH_PAGE):
        found: list[_Entry] = []
        at = 0
        while match := form.match(text, at):
            found.append(_Entry(match.start("title"), match.end("title"), int(match["page"])))
            at = match.end()
        if found and not text[at:].strip():
            return found
    return []


def _is_contents(run: Sequence[tuple[int, Paragraph, list[_Entry]]], headings: _Headings) -> bool:
    """Tell whether entries are those of a table of contents: enough of them, their pages never falling, most titles headings."""
    entries = [(paragraph.marked_text[entry.start : entry.end], entry.page) for _, paragraph, found in run for entry in found]
    known = sum(headings.know(title) for title, _ in entries)
    rising = all(one <= other for (_, one), (_, other) in pairwise(entries))
    return len(entries) >= ENTRIES_FROM and rising and known * 2 >= len(entries)


def _part(paragraph: Paragraph, entry: _Entry) -> Paragraph:
    """Return one entry of a paragraph, its title alone."""
    runs: list[Run] = []
    at = 0
    for run in paragraph.runs:
        runs.append(replace(run, text=run.text[max(0, entry.start - at) : max(0, entry.end - at)]))
        at += len(run.text)
    spots = tuple(
        spot._replace(start=max(spot.start, entry.start) - entry.start, end=min(spot.end, entry.end) - entry.start)
        for spot in paragraph.spots
        if spot.start < entry.end and entry.start < spot.end
    )
    own = replace(paragraph.place, page=spots[0].page, box=spots[0].box) if spots else paragraph.place
    return Paragraph(joined(runs), Kind.PARAGRAPH, place=own, spots=spots)
