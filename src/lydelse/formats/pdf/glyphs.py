"""The characters of a page, from PDFium's text page. What was observed of it stands in ``docs/formats/pdf.md``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import compress, count, pairwise
from operator import eq, ne
from typing import NamedTuple

import pypdfium2.raw as pdfium

from lydelse.formats.bounds import TooMuchError, bounds
from lydelse.formats.pdf.characters import objects_of, sides_of, texts_of, with_drawn_blanks_unknown
from lydelse.formats.pdf.cut_off import Run, cut_off
from lydelse.formats.pdf.drawn_figures import FIGURES, misnamed_figures
from lydelse.formats.pdf.fonts import Font
from lydelse.formats.pdf.geometry import Frame
from lydelse.formats.pdf.level_text import LevelText
from lydelse.formats.pdf.page import Glyph, Guessed, Misnamed
from lydelse.formats.pdf.painting import Layers, is_hidden
from lydelse.formats.pdf.setting import Setting, Style
from lydelse.model.place import Box

_new = tuple.__new__
"""Makes a named tuple of a tuple without asking for its fields one by one."""

Last = dict[tuple[Font, bool], dict[str, int]]
"""Where each letter of a font stands last."""


class _Reader:
    """Reads the characters of one text page."""

    def __init__(self, page: pdfium.FPDF_TEXTPAGE, frame: Frame, layers: Layers) -> None:
        self.page = page
        self.frame = frame
        self.is_plain = frame.is_plain
        self.layers = layers
        self.setting = Setting(page, frame, layers)
        self.texts = texts_of(page)
        self.objects = objects_of(page, len(self.texts))
        self.sides = sides_of(page, len(self.texts))
        self.texts = with_drawn_blanks_unknown(page, self.texts, self.objects, self.sides)
        self.lefts = [left - frame.left for left in self.sides[0::4]]
        self.rights = [right - frame.left for right in self.sides[2::4]]

    def letters(self) -> Letters:
        """Return every character, line breaks left out."""
        result: list[Glyph] = []
        level = LevelText()
        suspect: list[tuple[int, tuple[Box, ...]]] = []
        styles: dict[int, Style] = {}
        runs: list[Run] = []
        seen: dict[tuple[int, bool], tuple[list[str], list[int]]] = defaultdict(lambda: ([], []))
        fonts: dict[int, Font] = {}
        for first, end in self._runs():
            key = self.objects[first]
            if key is None:
                self._generate(first, end, result, level)
                continue
            style = styles.get(key) or styles.setdefault(key, self.setting.style(key, first, len(styles) + 1))
            start = len(result) + len(level.texts)
            if style.level:
                self._add(first, end, style, level)
            else:
                result += (*level.glyphs(), *self._turned(first, end, style))
                level = LevelText()
            after = len(result) + len(level.texts)
            if style.doubtful:
                suspect += [(at, style.over) for at in range(start, after)]
            runs.append(_new(Run, (start, after, first)))
            fonts[style.font.address] = style.font
            held, places = seen[style.font.address, style.common[-2]]
            held += self.texts[first:end]
            places += range(first, end)
        result += level.glyphs()
        self._hide(result, suspect)
        for at, glyph in tuple(cut_off(result, runs, lambda index: self.objects[index] or 0, self.frame)):
            result[at] = glyph
        last = {(fonts[at], visible): dict(zip(*each, strict=True)) for (at, visible), each in seen.items()}
        whole = tuple(_with_letters_apart(result, self._joined(runs)))
        return Letters(whole, self._guessed(last), frozenset(_misnamed(last)), frozenset(styles))

    def _joined(self, runs: Iterable[Run]) -> Iterator[int]:
        """Yield the glyphs that stand in one text object with the glyph before them; none where no two begin at one place."""
        lefts = list(compress(self.lefts, self.texts))
        if self.is_plain and not any(map(eq, lefts, lefts[1:])):
            return
        last: int | None = None
        for start, end, first in runs:
            key = self.objects[first]
            yield from range(start + (key != last and bool(self.texts[first])), end)
            last = key

    def _runs(self) -> Iterator[tuple[int, int]]:
        """Yield the beginning and the end of each run of characters that stand in one text object, or in none."""
        changes = compress(count(1), map(ne, self.objects, self.objects[1:]))
        return pairwise((0, *changes, len(self.objects))) if self.objects else iter(())

    def _add(self, first: int, end: int, style: Style, level: LevelText) -> None:
        """Add the characters of a piece of upright text, those left out that are nothing to read."""
        texts, lefts, rights = self.texts[first:end], self.lefts[first:end], self.rights[first:end]
        if "" in texts:
            lefts, rights = list(compress(lefts, texts)), list(compress(rights, texts))
            texts = list(filter(None, texts))
        level.add(texts, lefts, rights, style.top, style.bottom, style.common)

    def _turned(self, first: int, end: int, style: Style) -> Iterator[Glyph]:
        for index in range(first, end):
            if self.texts[index]:
                left, top, right, bottom = self.sides[4 * index : 4 * index + 4]
                x, baseline = self.setting.origin(index)
                box = self.frame.seen_box(left, bottom, right, top)
                glyph = Glyph(self.texts[index], box, x, *style.common)._replace(baseline=baseline)
                yield glyph._replace(box=Box(box.x0, style.top, box.x1, style.bottom)) if glyph.angle == 0 else glyph

    def _generate(self, first: int, end: int, glyphs: list[Glyph], level: LevelText) -> None:
        """Add the spaces that PDFium generates, each after the glyph before it."""
        for index in range(first, end):
            if self.texts[index] != " ":
                continue
            if level.texts:
                level.add_space(self.setting.origin(index)[0])
            elif glyphs:
                glyphs.append(self._space_after(glyphs[-1], index))

    def _space_after(self, last: Glyph, index: int) -> Glyph:
        x0, top, end, bottom = last.box
        if last.angle:  # where the last character ends, in its own direction
            up, down = 45 < last.angle < 135, -135 < last.angle < -45
            x, y = (last.x, top if up else bottom) if up or down else (x0 if abs(last.angle) >= 135 else end, last.baseline)
            return last._replace(text=" ", box=Box(x, y, x, y), x=x, baseline=y, generated=True)
        _, _, _, *set_in, _, visible, _ = last
        box = Box(end, top, max(self.setting.origin(index)[0], end), bottom)
        return _new(Glyph, (" ", box, end, *set_in, True, visible, 0))

    def _guessed(self, seen: Last) -> frozenset[Guessed]:
        """Return the letters that their fonts do not name; where a font has a letter several times, its last one tells."""
        last: dict[Guessed, int] = {}
        for (font, _), letters in seen.items():
            for text, index in letters.items():
                last[font.name, text] = max(index, last.get((font.name, text), 0))
        return frozenset(own for own, index in last.items() if own[1] and pdfium.FPDFText_HasUnicodeMapError(self.page, index) == 1)

    def _hide(self, glyphs: list[Glyph], suspect: Iterable[tuple[int, tuple[Box, ...]]]) -> None:
        """Set off ``visible`` for those of the suspect glyphs that no reader sees."""
        for at, over in suspect:
            if is_hidden(glyphs[at].box, glyphs[at].colour, over, self.layers, self.frame):
                glyphs[at] = glyphs[at]._replace(visible=False)


def _misnamed(seen: Last) -> Iterator[Misnamed]:
    """Yield the figures that are seen and that their fonts draw as others."""
    figures: dict[int, set[str]] = defaultdict(set)
    fonts: dict[int, Font] = {}
    for (font, visible), letters in seen.items():
        own = FIGURES & letters.keys() if visible else frozenset[str]()
        if own:
            fonts[font.address] = font
            figures[font.address] |= own
    for at, font in fonts.items():
        yield from misnamed_figures(at, font.name, figures[at])


class Letters(NamedTuple):
    """The characters of a page in the order of the file, those that the file does not name, each once, and the figures drawn as others.

    ``holders`` are the text objects that they stand in, by their addresses.
    """

    glyphs: tuple[Glyph, ...]
    guessed: frozenset[Guessed] = frozenset()
    misnamed: frozenset[Misnamed] = frozenset()
    holders: frozenset[int] = frozenset()


def letters_of(page: pdfium.FPDF_PAGE, frame: Frame, layers: Layers) -> Letters:
    """Return the characters of an open page.

    Line breaks are left out: lines are built from the positions. A hyphen at a line's end is a hyphen, whatever PDFium takes it for.

    Raises:
        TooMuchError: the page has more characters than are read.
    """
    text_page = pdfium.FPDFText_LoadPage(page)
    if not text_page:
        return Letters(())
    try:
        most = bounds().characters
        if pdfium.FPDFText_CountChars(text_page) > most:
            raise TooMuchError(what="characters", most=most)
        return _Reader(text_page, frame, layers).letters()
    finally:
        pdfium.FPDFText_ClosePage(text_page)


def _with_letters_apart(glyphs: list[Glyph], joined: Iterable[int]) -> list[Glyph]:
    """Give each letter of a ligature its share of the drawn sign's width; PDFium gives each the whole.

    ``joined`` are the glyphs that stand in one text object with the glyph before them.
    """
    shared = {at for at in joined if glyphs[at].box == glyphs[at - 1].box and glyphs[at].box.width}
    for at in sorted(shared):
        if at - 1 not in shared:
            last = next(end for end in range(at, len(glyphs) + 1) if end not in shared)
            _part(glyphs, at - 1, last)
    return glyphs


def _part(glyphs: list[Glyph], first: int, end: int) -> None:
    box = glyphs[first].box
    width = box.width / (end - first)
    for at in range(first, end):
        x0 = box.x0 + (at - first) * width
        glyphs[at] = glyphs[at]._replace(x=x0, box=box._replace(x0=x0, x1=x0 + width))
