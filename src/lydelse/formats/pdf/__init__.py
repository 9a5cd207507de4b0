"""The fence around PDF: the only package that touches PDFium and pdfplumber.

``with open_pdf(path) as pdf: for page in pdf.pages(): ...`` gives pages one at a time, each wholly read into our own types. PDFium
is not thread-safe: one thread reads at a time.
"""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.formats.pdf.file import PdfFile, open_pdf, opened
from lydelse.formats.pdf.page import Annotation, BrokenPage, Fill, Glyph, Page, RuledCell, RuledTable, Stroke

__all__ = [
    "Annotation",
    "BrokenPage",
    "Fill",
    "Glyph",
    "Page",
    "PdfFile",
    "RuledCell",
    "RuledTable",
    "Stroke",
    "open_pdf",
    "opened",
    "ruled_tables",
]

FEWEST_LEVEL, FEWEST_UPRIGHT = 2, 1
"""Rules that a grid of two cells beside each other needs at least; open sides are filled in."""


def ruled_tables(page: Page, rules: Iterable[Stroke]) -> tuple[RuledTable, ...]:
    """Return the grids of at least two cells that are drawn on a page.

    ``rules`` are the page's strokes without those that strike or underline text: who reads the text knows which they are.
    """
    rules = tuple(rules)
    level = [rule for rule in rules if rule.horizontal]
    upright = [rule for rule in rules if rule.vertical]
    if len(level) < FEWEST_LEVEL or len(upright) < FEWEST_UPRIGHT:
        return ()
    from lydelse.formats.pdf.ruled import tables_within  # noqa: PLC0415 - pdfplumber's import takes longer than reading ten pages

    return tables_within(page.width, page.height, (*level, *upright))
