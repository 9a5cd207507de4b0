"""Upright text of a page that lies straight, piece by piece as columns: nearly all text goes this way, and is made glyphs all at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from operator import add

from lydelse.formats.pdf.page import Colour, Glyph
from lydelse.model.place import Box

Common = tuple[float, float, str, bool, Colour, float, bool, bool, int]
"""What the glyphs of one text object share, in the order of Glyph's fields: from its baseline to which piece it is."""


_new = tuple.__new__
"""Makes a named tuple of a tuple without asking for its fields one by one."""


class LevelText:
    """Pieces of such text, each with its letters, and where each of these begins and ends."""

    def __init__(self) -> None:
        """Begin without any."""
        self.texts: list[str] = []
        self.lefts: list[float] = []
        self.rights: list[float] = []
        self._pieces: list[tuple[int, float, float, Common]] = []

    def add(self, texts: Sequence[str], lefts: Sequence[float], rights: Sequence[float], top: float, bottom: float, common: Common) -> None:
        """Add the glyphs of one piece."""
        self.texts += texts
        self.lefts += lefts
        self.rights += rights
        self._pieces.append((len(texts), top, bottom, common))

    def add_space(self, x: float) -> None:
        """Add the space that PDFium generates after the last glyph, as far as a place."""
        _, top, bottom, common = self._pieces[-1]
        end = self.rights[-1]
        self.add([" "], [end], [max(x, end)], top, bottom, (*common[:6], True, common[7], 0))

    def glyphs(self) -> Iterator[Glyph]:
        """Return what was added."""
        if not self.texts:
            return iter(())
        counts, tops, bottoms, commons = zip(*self._pieces, strict=True)
        each_top, each_bottom, each_common = (chain.from_iterable(map(repeat, own, counts)) for own in (tops, bottoms, commons))
        boxes = map(_new, repeat(Box), zip(self.lefts, each_top, self.rights, each_bottom, strict=True))
        return map(_new, repeat(Glyph), map(add, zip(self.texts, boxes, self.lefts, strict=True), each_common))
