"""What of a page can be worked out without the pages around it: its text alone on it, its lines, and the marks that are drawn at them."""

from __future__ import annotations

from typing import NamedTuple

from lydelse.extractors.pdf.lines import lines_of
from lydelse.extractors.pdf.marks import Shown, shown
from lydelse.extractors.pdf.set_aside import Cleared, cleared
from lydelse.extractors.pdf.turned_heads import with_turned_heads_laid
from lydelse.formats.pdf import BrokenPage, Page


class Worked(NamedTuple):
    """A page without what stands over its text or beside it, and its lines with what is drawn at them (None for a broken page)."""

    clear: Cleared
    shown: Shown | None


def worked_out(page: Page | BrokenPage) -> Worked:
    """Return what a page with its text upright says by itself."""
    (clear,) = cleared((page,))
    if isinstance(clear.page, Page):
        clear = clear._replace(page=with_turned_heads_laid(clear.page))
    return Worked(clear, shown(clear.page, lines_of(clear.page)) if isinstance(clear.page, Page) else None)
