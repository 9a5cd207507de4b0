"""Fonts whose mapping is damaged: letters that nothing names, or letters that can hardly be those that the page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import groupby
from operator import attrgetter

from lydelse.extractors.letters import UNKNOWN, is_mapped_wrongly
from lydelse.extractors.pdf.overprinted import with_overprinted_struck
from lydelse.formats.pdf import BrokenPage, Page
from lydelse.formats.pdf.page import Glyph

FEWEST_IN_A_WORD = 2
"""Signs without a space between: a lone one that nothing names is a bullet."""


def damaged_fonts(pages: Iterable[Page | BrokenPage]) -> frozenset[str]:
    """Return the names of the fonts whose letters cannot be taken for what the page shows."""
    whole = [page for page in pages if isinstance(page, Page)]
    unnamed = {font for page in whole for font in _unnamed_in(page)}
    wrong = _mapped_wrongly(whole)
    if wrong:  # a row of signs that is printed over words parts their letters, and is no other mapping
        wrong &= _mapped_wrongly([with_overprinted_struck(page)[0] for page in whole])
    return frozenset(font for font in unnamed | wrong if font)


def _mapped_wrongly(pages: Iterable[Page]) -> frozenset[str]:
    return frozenset(font for font, text in seen_by_font(pages).items() if is_mapped_wrongly(text))


def seen_by_font(pages: Iterable[Page]) -> Mapping[str, str]:
    """Return the text of each font, in the order that it stands in, as far as it is seen."""
    texts: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        for (font, visible), run in groupby(page.glyphs, key=attrgetter("font", "visible")):
            if visible:
                texts[font].append("".join([glyph.text for glyph in run]))
    return {font: "".join(own) for font, own in texts.items()}


def is_unnamed(text: str) -> bool:
    """Tell whether a character is none that a document has: unknown, or of those that each producer makes its own use of."""
    return text == UNKNOWN or "\ue000" <= text <= "\uf8ff"


def _unnamed_in(page: Page) -> Iterable[str]:
    """Yield the fonts of words on a page with letters that nothing names."""
    guessed = {text for _, text in page.guessed if text.isalnum()}
    if not guessed and not any(map(is_unnamed, {glyph.text for glyph in page.glyphs})):
        return
    for (font, spaced, visible), run in groupby(page.glyphs, key=_word_of):
        word = [glyph.text for glyph in run]
        if spaced or not visible:
            continue
        unnamed = len(word) >= FEWEST_IN_A_WORD and any(map(is_unnamed, word))
        if unnamed or any((font, text) in page.guessed and text.isalnum() for text in word):
            yield font


def _word_of(glyph: Glyph) -> tuple[str, bool, bool]:
    return glyph.font, glyph.text.isspace(), glyph.visible
