"""Lines of a table of contents: they say what the headings say, with other page numbers in every printing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from lydelse.differ.folding import folded
from lydelse.model.document import Document
from lydelse.model.numbering import split_number
from lydelse.model.section import Block
from lydelse.model.text import Kind, Paragraph
from lydelse.patterns import compiled

LISTED_FROM = 3
"""So many headings one after the other, word for word, are a table of contents; one or two may be a line of text."""
_PAGE = compiled(r"(?<![\s.…·_])[\s.…·_]*+\b\d{1,4}$")


def headings_in(documents: Iterable[Document]) -> frozenset[str]:
    """Return the headings of some documents, in both versions of each."""
    headings = (section.heading for document in documents for section in document.sections)
    return frozenset(folded(text) for heading in headings if heading for text in (heading.before, heading.after) if text)


def is_contents_line(text: str, headings: frozenset[str]) -> bool:
    """Tell whether a paragraph is a heading's line in a table of contents: the heading, and most often a page number after it."""
    line = folded(text)
    without_page = _PAGE.sub("", line)
    return (without_page != line and without_page in headings) or (line[:1].isdigit() and line in headings)


def listed_in_contents(document: Document) -> frozenset[str]:
    """Return the paths of the paragraphs that are a table of contents: what they say is said where the headings stand.

    It stands before the sections with numbers: a list further down ("5.1 consists of") states its amounts for itself. An entry that is
    not its heading word for word counts where it has the heading's number: the table may be older than the heading.
    """
    headings = headings_in([document])
    numbers = {section.number for section in document.sections if section.number}
    found: set[str] = set()
    for section in document.sections:
        if section.number:
            continue
        for listed, blocks in groupby(section.blocks, lambda block: _may_be_listed(block, headings, numbers)):
            paths = [(block.place.path, _says_a_heading(block, headings)) for block in blocks]
            if listed and sum(word_for_word for _, word_for_word in paths) >= LISTED_FROM:
                found.update(path for path, _ in paths)
    return frozenset(found)


def _may_be_listed(block: Block, headings: frozenset[str], numbers: set[str]) -> bool:
    if not isinstance(block, Paragraph) or block.kind not in {Kind.PARAGRAPH, Kind.ITEM}:
        return False
    return _says_a_heading(block, headings) or split_number(_line(block))[0] in numbers


def _says_a_heading(block: Block, headings: frozenset[str]) -> bool:
    if not isinstance(block, Paragraph):
        return False
    line = folded(_line(block))
    return line in headings or _PAGE.sub("", line) in headings


def _line(paragraph: Paragraph) -> str:
    return f"{paragraph.marker} {paragraph.after or paragraph.before}".strip()
