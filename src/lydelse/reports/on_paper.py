"""Which places of a review stand in a file that is at hand: of two files, some places are those of the other one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf.scanned import is_picture
from lydelse.formats.pdf.file import open_pdf
from lydelse.formats.pdf.page import Glyph, Page
from lydelse.model.place import Box

PAPER_MARGIN = 36.0
"""Points at either side of a page that is a picture that are left out where its lines are shown whole."""

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
        """Tell whether the letters and digits of what is quoted stand in a box of a page, or the box holds a part of what is quoted.

        A page that is a picture holds what was recognised in it.
        """
        if self._is_picture(number):
            return True
        within = _signs("".join(glyph.text for glyph in self._glyphs(number, box)))
        return set(_signs(quoted)) <= set(within) or (bool(within) and within in _signs(quoted))

    def lines_of(self, number: int, box: Box, quoted: str) -> tuple[Box, ...]:
        """Return where what is quoted stands within a box: one box a line; the whole box where that cannot be told."""
        glyphs = self._glyphs(number, box)
        lines = _lines(glyphs)
        if len(lines) < 2 or any(glyph.angle for glyph in glyphs):
            return (box,)
        letters = [(sign, at, glyph.box) for at, line in enumerate(lines) for glyph in line for sign in _signs(glyph.text)]
        sought, standing = _signs(quoted), "".join(sign for sign, _, _ in letters)
        start = _start_over_lines(standing, sought, [at for _, at, _ in letters])
        if start is None:
            return (box,)
        found: dict[int, Box] = {}
        for _, at, one in letters[start : start + len(sought)]:
            found[at] = found[at].united_with(one) if at in found else one
        return tuple(found.values())

    def whole_lines(self, number: int, box: Box) -> Box:
        """Return the lines of a page of which a box holds the middle, whole: what it holds of others is left out."""
        page = self._page(number)
        if page and self._is_picture(number):
            return Box(PAPER_MARGIN, box.top, page.width - PAPER_MARGIN, box.bottom)
        glyphs = [each for each in page.glyphs if each.text.strip() and box.top <= _middle(each.box) <= box.bottom] if page else []
        if not glyphs:
            return box
        whole = glyphs[0].box
        for glyph in glyphs[1:]:
            whole = whole.united_with(glyph.box)
        return whole

    def with_margin(self, number: int, box: Box, margin: float) -> Box:
        """Return a box of whole lines with a margin around it, less above and below where lines stand so near that they would be cut."""
        page = None if self._is_picture(number) else self._page(number)
        drawn = [each.box for each in page.glyphs if each.text.strip()] if page else []
        above = max((each.bottom for each in drawn if _middle(each) < box.top), default=0.0)
        below = min((each.top for each in drawn if _middle(each) > box.bottom), default=box.bottom + margin)
        top = min(box.top, max(box.top - margin, above))
        bottom = max(box.bottom, min(box.bottom + margin, below))
        return Box(box.x0 - margin, top, box.x1 + margin, bottom)

    def _is_picture(self, number: int) -> bool:
        page = self._page(number)
        return page is not None and is_picture(page)

    def _glyphs(self, number: int, box: Box) -> list[Glyph]:
        page = None if self._is_picture(number) else self._page(number)
        return [glyph for glyph in page.glyphs if _is_within(glyph.box, box)] if page else []

    def _page(self, number: int) -> Page | None:
        if number not in self._pages:
            page = self._file.page(number) if number <= self._file.page_count else None
            self._pages[number] = page if isinstance(page, Page) else None
        return self._pages[number]


def _is_within(letter: Box, box: Box) -> bool:
    across, down = (letter.x0 + letter.x1) / 2, (letter.top + letter.bottom) / 2
    return box.x0 - _BESIDE <= across <= box.x1 + _BESIDE and box.top - _BESIDE <= down <= box.bottom + _BESIDE


def _middle(letter: Box) -> float:
    return (letter.top + letter.bottom) / 2


def _lines(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Return letters line by line from the top, each line from the left; a letter is on the line whose letters stand beside it."""
    lines: list[list[Glyph]] = []
    for glyph in sorted((each for each in glyphs if _signs(each.text)), key=lambda each: _middle(each.box)):
        if lines and _middle(glyph.box) < lines[-1][0].box.bottom:
            lines[-1].append(glyph)
        else:
            lines.append([glyph])
    return [sorted(line, key=lambda each: each.x) for line in lines]


def _start_over_lines(standing: str, sought: str, lines: Sequence[int]) -> int | None:
    """Return where what is sought begins among letters, where it goes from their first line to their last; else None."""
    start = standing.find(sought) if sought else -1
    while start >= 0:
        if lines[start] == lines[0] and lines[start + len(sought) - 1] == lines[-1]:
            return start
        start = standing.find(sought, start + 1)
    return None


def _signs(text: str) -> str:
    """Return the letters and digits of a text: what the kinds of space and of dash do not change."""
    return "".join(sign for sign in text.lower() if sign.isalnum())
