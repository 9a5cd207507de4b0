"""Lines of a table of contents: they say what the headings say, with other page numbers in every printing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lydelse.differ.folding import folded
from lydelse.model.document import Document

_PAGE = re.compile(r"[\s.…·_]*\b\d{1,4}$")


def headings_in(documents: Iterable[Document]) -> frozenset[str]:
    """Return the headings of some documents, in both versions of each."""
    headings = (section.heading for document in documents for section in document.sections)
    return frozenset(folded(text) for heading in headings if heading for text in (heading.before, heading.after) if text)


def is_contents_line(text: str, headings: frozenset[str]) -> bool:
    """Tell whether a paragraph is a heading's line in a table of contents: the heading, and most often a page number after it."""
    line = folded(text)
    without_page = _PAGE.sub("", line)
    return (without_page != line and without_page in headings) or (line[:1].isdigit() and line in headings)
