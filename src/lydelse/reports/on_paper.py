"""Which places of a review stand in a file that is at hand: of two files, some places are those of the other one."""

from __future__ import annotations

from pathlib import Path

from lydelse.formats.pdf.file import open_pdf
from lydelse.formats.pdf.page import Page
from lydelse.model.place import Box

_BESIDE = 1.0
"""Points by which a letter may stand outside the place that it is of."""


class Paper:
    """What the pages of a PDF hold, read where it is asked for. Use it in a ``with`` statement."""

    def __init__(self, file: Path, password: str | None = None) -> None:
        """Open the file.

        Raises:
            UnreadableFileError: it cannot be read.
        """
        self._file = open_pdf(file, password)
        self._pages: dict[int, Page | None] = {}

    def __enter__(self) -> Paper:
        """Return the paper itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._file.close()

    def holds(self, number: int, box: Box, quoted: str) -> bool:
        """Tell whether the letters and digits of what is quoted stand in a box of a page."""
        page = self._page(number)
        if page is None:
            return False
        within = (glyph.text for glyph in page.glyphs if _is_within(glyph.box, box))
        return _letters(quoted) <= _letters("".join(within))

    def _page(self, number: int) -> Page | None:
        if number not in self._pages:
            page = self._file.page(number) if number <= self._file.page_count else None
            self._pages[number] = page if isinstance(page, Page) else None
        return self._pages[number]


def _is_within(letter: Box, box: Box) -> bool:
    across, down = (letter.x0 + letter.x1) / 2, (letter.top + letter.bottom) / 2
    return box.x0 - _BESIDE <= across <= box.x1 + _BESIDE and box.top - _BESIDE <= down <= box.bottom + _BESIDE


def _letters(text: str) -> frozenset[str]:
    """Return the letters and digits of a text: what the order of lines and the kinds of space do not change."""
    return frozenset(sign for sign in text.lower() if sign.isalnum())
