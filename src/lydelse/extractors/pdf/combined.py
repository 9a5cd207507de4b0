"""Letters struck or underlined by combining signs: each sign becomes the line that it means, so that it is read as any other.

A font either has the sign, drawn over the letter's width, or one glyph for both, which PDFium parts in halves. Of two signs that stand
closer than a narrow letter is wide PDFium gives one, so a narrow letter after one that has a sign has it too.
"""

from __future__ import annotations

from collections.abc import Sequence

from lydelse.extractors.combining import SIGNS, STRIKING, is_struck_by_signs
from lydelse.formats.pdf.page import Glyph, Page, Stroke
from lydelse.model.place import Box
from lydelse.records import replace

STRIKE, UNDERLINE = 0.27, -0.11  # ems above the baseline
LINE = 0.3  # points, half the thickness of the line that is put in
ON_LETTER = 0.35  # ems between a letter's end and the sign, or the letter, after it
HALF_WITHIN = 0.02  # ems between the halves of one glyph
NARROW = 0.4  # ems: "r", "t" and "l" are narrower than their sign
BACK = 6  # glyphs that a letter is looked for among
APART = 0.35  # ems between two letters with signs in one word: browsers take such letters from another font, and space them out


def with_combining_signs_drawn(page: Page) -> Page:
    """Return the page with a line through or under each letter that has a combining sign, and without the signs."""
    if not is_struck_by_signs("".join([glyph.text for glyph in page.glyphs])):
        return page
    glyphs: list[Glyph] = []
    signs: list[str] = []
    for glyph in page.glyphs:
        if glyph.text not in SIGNS:
            glyphs.append(glyph)
            signs.append("")
        elif glyphs and not _is_half(glyph, glyphs[-1]) and (under := _letter_under(glyph, glyphs)) is not None:
            signs[under] = glyph.text
        elif glyphs and _is_on(glyph, glyphs[-1]):
            glyphs[-1], signs[-1] = _whole(glyphs[-1], glyph), glyph.text
            if any(sign and _are_on_one_spot(glyphs[-1], other) for other, sign in zip(glyphs[-BACK:-1], signs[-BACK:-1], strict=True)):
                del glyphs[-1], signs[-1]
    _fill_in(glyphs, signs)
    strokes = (_line(glyph, sign) for glyph, sign in zip(glyphs, signs, strict=True) if sign)
    return replace(page, glyphs=tuple(glyphs), strokes=(*page.strokes, *strokes))


def _fill_in(glyphs: list[Glyph], signs: list[str]) -> None:
    """Give narrow letters the sign of the letter before them where their word goes on so or ends; close the gaps between such letters."""
    for at in range(1, len(glyphs)):
        before, glyph = glyphs[at - 1], glyphs[at]
        if signs[at - 1] and before.x < glyph.box.x0 < before.box.x1 and glyph.baseline == before.baseline:
            before = glyphs[at - 1] = before._replace(box=before.box._replace(x1=glyph.box.x0))  # the sign's half may reach over a space
        if not signs[at - 1] or glyph.text.isspace() or not _is_on(glyph, before):
            continue
        if not signs[at] and _is_narrow(glyph):
            after = next((later for later in range(at + 1, len(glyphs)) if signs[later] or not _is_narrow(glyphs[later])), len(glyphs))
            if after == len(glyphs) or signs[after] or not glyphs[after].text.isalnum():
                signs[at] = signs[at - 1]
        if signs[at] and 0 < glyph.box.x0 - before.box.x1 <= APART * glyph.size:
            glyphs[at] = glyph._replace(box=glyph.box._replace(x0=before.box.x1))  # so that a figure after another is never a narrow one


def _letter_under(sign: Glyph, glyphs: Sequence[Glyph]) -> int | None:
    """Return which of the last glyphs a sign lies over, None where it lies over none: it may come after the figure that follows."""
    for at in range(len(glyphs) - 1, max(-1, len(glyphs) - 1 - BACK), -1):
        box = glyphs[at].box
        common = min(box.x1, sign.box.x1) - max(box.x0, sign.box.x0)
        if common > box.width / 2 > 0 and abs(glyphs[at].baseline - sign.baseline) <= sign.size and not glyphs[at].text.isspace():
            return at
    return None


def _is_narrow(letter: Glyph) -> bool:
    return letter.text.isalnum() and letter.box.width <= NARROW * letter.size


def _is_on(sign: Glyph, letter: Glyph) -> bool:
    """Tell whether a sign is laid over or under the letter before it; the space between two words gets the mark of both."""
    near = sign.box.x0 - letter.box.x1 <= ON_LETTER * sign.size and letter.box.x0 - sign.box.x1 <= ON_LETTER * sign.size
    return near and not letter.text.isspace() and abs(sign.baseline - letter.baseline) <= sign.size


def _whole(letter: Glyph, sign: Glyph) -> Glyph:
    """Return the letter with the whole width of the glyph that it shares with its sign."""
    return letter._replace(box=letter.box._replace(x1=sign.box.x1)) if _is_half(sign, letter) else letter


def _is_half(sign: Glyph, letter: Glyph) -> bool:
    return abs(sign.box.x0 - letter.box.x1) <= HALF_WITHIN * sign.size


def _are_on_one_spot(letter: Glyph, other: Glyph) -> bool:
    """Tell whether a letter is one that stands there already: Typst calls the sign alone by the name of letter and sign."""
    common = min(letter.box.x1, other.box.x1) - max(letter.box.x0, other.box.x0)
    return letter.text == other.text and common > letter.box.width / 2


def _line(letter: Glyph, sign: str) -> Stroke:
    y = letter.baseline - (STRIKE if sign in STRIKING else UNDERLINE) * letter.size
    box = Box(letter.box.x0, y - LINE, letter.box.x1, y + LINE)
    return Stroke(box, 2 * LINE, letter.colour, horizontal=True, vertical=False)
