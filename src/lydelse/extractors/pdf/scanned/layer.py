"""The text that a scanner's own recognition left under a picture of a page, held against what the picture says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lydelse.formats.pdf import Page
from lydelse.formats.pdf.page import Glyph
from lydelse.formats.picture import ReadPicture
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message

FEWEST_WORDS = 10
MUCH = 5  # per cent of the words: two recognitions of a clear scan differ in one or two
SHOWN = 5
WORDS_APART = 0.2  # ems


def layer_against(page: Page, read: ReadPicture) -> Iterator[Unread]:
    """Yield how much of a page's hidden text is not what was recognised in its picture, and which of its figures are not there."""
    layer = _words([glyph for glyph in page.glyphs if not glyph.visible])
    if len(layer) < FEWEST_WORDS:
        return
    missed = Counter(layer) - Counter(word.text for word in read.words)
    share = round(100 * missed.total() / len(layer))
    figures = tuple(f"”{word}”" for word in missed if any(letter.isdecimal() for letter in word))[:SHOWN]
    facts: dict[str, Fact] = {"page": page.number, "share": share}
    severity = Severity.WARNING if share > MUCH or figures else Severity.INFO
    if figures:
        yield Unread("X902", severity, Message("X902.layer-figures", {**facts, "texts": figures}), page.number)
    else:
        yield Unread("X902", severity, Message("X902.layer", facts), page.number)


def _words(glyphs: Sequence[Glyph]) -> list[str]:
    """Return the words of hidden text: lines need not end with a space in it, nor need there be one between words that stand apart."""
    text = "".join(glyph.text if at == 0 or _goes_on(glyphs[at - 1], glyph) else f" {glyph.text}" for at, glyph in enumerate(glyphs))
    return text.split()


def _goes_on(before: Glyph, glyph: Glyph) -> bool:
    apart = glyph.box.x0 - before.box.x1
    return abs(glyph.baseline - before.baseline) <= 0.3 * glyph.size and -glyph.size < apart <= WORDS_APART * glyph.size
