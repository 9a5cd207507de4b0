"""What a PDF shows that its reader did not get: pages without text, broken pages, rotated and hidden text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence

from lydelse.extractors.pdf.annotated import words_under
from lydelse.extractors.pdf.columns_on import columns_on_the_next_page
from lydelse.extractors.pdf.convention import Convention, looks_like_additions, two_looks_side_by_side
from lydelse.extractors.pdf.furniture import Sheet
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.lines import is_upright
from lydelse.extractors.pdf.measures import Measures
from lydelse.extractors.pdf.outlined import outlined_letters
from lydelse.extractors.pdf.pictures import pictures_unread
from lydelse.formats.bounds import bounds
from lydelse.formats.pdf import BrokenPage, Page
from lydelse.formats.pdf.page import Glyph
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.patterns import compiled
from lydelse.records import replace

WORTH_SAYING = 3  # characters: a lone rotated letter is a decoration
QUOTED = 60  # characters
MOST_TILTED = 5.0  # degrees: what is turned more is told as turned
FEWEST_SLANTED = 40  # letters: a stamp has fewer
SHOWN = 3  # annotations
COVERED_FROM = 0.5  # of a page, by one picture: a scan
WORDINGS_SIDE_BY_SIDE = compiled(
    r"(?:nuvarande|gällande|tidigare|befintlig) (?:lydelse|text|skrivning) (?:föreslagen|ny) (?:lydelse|text|skrivning)", re.IGNORECASE
)
"""The heads of two columns in which the wordings stand beside each other."""
ON_PAGE_AFTER_PAGE = {"X905.rotated", "X905.pdf-across"}
HEADER_LETTERS = 80  # on a page that a picture covers: a header or stamp over a scan


def unread_in(pages: Iterable[Page | BrokenPage], sheets: Sequence[Sheet]) -> Iterator[Unread]:
    """Yield what was not read, page by page."""
    read = {sheet.number: sheet for sheet in sheets}
    every = tuple(pages)
    for page in every:
        if isinstance(page, BrokenPage):
            yield _broken(page)
            continue
        yield from _picture(page, read[page.number])
        if read[page.number].lines:
            yield from _rotated(page)
            yield from _slanted(page)
            yield from _hidden(page)
        yield from _switched_off(page, read[page.number])
        if page.not_looked_at:
            facts: dict[str, Fact] = {"page": page.number, "count": page.not_looked_at}
            yield Unread("X905", Severity.WARNING, Message("X905.pdf-not-painted", facts), page.number)
    yield from outlined_letters(every)
    yield from pictures_unread(every)


def _broken(page: BrokenPage) -> Unread:
    if not page.too_many:
        return Unread("X905", Severity.WARNING, Message("X905.broken-page", {"page": page.number}), page.number)
    facts: dict[str, Fact] = {"page": page.number, "count": page.most}
    return Unread("X905", Severity.WARNING, Message(f"X905.pdf-too-many.{page.too_many}", facts), page.number)


def pages_left_out(count: int) -> Iterator[Unread]:
    """Yield that a file has more pages than are read, where it does."""
    most = bounds().pages
    if count > most:
        yield Unread("X905", Severity.WARNING, Message("X905.pdf-too-many.pages", {"count": count, "most": most}))


def told_once(unread: Iterable[Unread]) -> Iterator[Unread]:
    """Yield the same, but one entry for all pages where what stands on page after page is the same: "UTKAST" across each of them."""
    every = tuple(unread)
    counts = Counter((each.message.key, each.message.facts.get("text")) for each in every if each.message.key in ON_PAGE_AFTER_PAGE)
    told: set[Hashable] = set()
    for each in every:
        own = (each.message.key, each.message.facts.get("text"))
        if counts[own] > 1 and own not in told:
            yield replace(each, message=Message(f"{each.message.key}.pages", {**each.message.facts, "pages": counts[own]}))
        elif counts[own] < 2:
            yield each
        told.add(own)


def guessed_in(convention: Convention, bodies: Iterable[Sheet], measures: Measures) -> Iterator[Unread]:
    """Yield what the marks leave open: a weak sign taken for additions, or marks that may be additions and were not taken for them."""
    sheets = tuple(bodies)
    lines = tuple(line for sheet in sheets for line in sheet.lines)
    yield from columns_on_the_next_page(sheets)
    if convention.typed:
        yield Unread("X903", Severity.QUESTION, Message("X903.pdf-typeface"))
    if convention.penned:
        yield Unread("X903", Severity.QUESTION, Message("X903.pdf-highlights"))
    if convention.strikes and not convention.added and convention.key == "convention.none":
        yield Unread("X903", Severity.QUESTION, Message("X903.pdf-only-strikes"))
    if convention.strikes:
        return
    first = next((line for line in lines if _is_annotated(line, "Underline")), None) or looks_like_additions(lines, measures)
    if first:
        yield Unread(
            "X903", Severity.QUESTION, Message("X903.pdf-only-underlines", {"page": first.page, "text": first.text[:QUOTED]}), first.page
        )
    headed = next((line for line in lines if WORDINGS_SIDE_BY_SIDE.fullmatch(line.text)), None)
    if headed:
        yield Unread("X903", Severity.QUESTION, Message("X903.pdf-two-columns", {"page": headed.page}), headed.page)
    beside = two_looks_side_by_side(lines, measures)
    if beside:
        yield Unread("X903", Severity.QUESTION, Message("X903.pdf-two-looks", {"text": beside[:QUOTED]}))


def _is_annotated(line: Line, kind: str) -> bool:
    return any(drawn.note is not None and drawn.note.kind == kind for word in line.words for drawn in word.drawn)


def is_readable(page: Page, sheet: Sheet) -> bool:
    """Tell whether a page has text of its own: more than a header or a stamp over a picture of a page."""
    letters = _letters(sheet)
    return letters > HEADER_LETTERS or (letters > 0 and not _is_covered(page))


def _letters(sheet: Sheet) -> int:
    return sum(len(word.glyphs) for line in sheet.lines for word in line.words)


def _is_covered(page: Page) -> bool:
    return any(box.width * box.height >= COVERED_FROM * page.width * page.height for box in page.pictures)


def _picture(page: Page, sheet: Sheet) -> Iterator[Unread]:
    """Yield a page that is a picture: without text, with a header's few words alone, or with a text layer under it."""
    if not is_readable(page, sheet):
        if page.pictures or page.strokes or page.fills:
            yield Unread("X901", Severity.ERROR, Message("X901.page", {"page": page.number}), page.number)
    elif _is_covered(page) and not any(glyph.visible for line in sheet.lines for word in line.words for glyph in word.glyphs):
        yield Unread("X901", Severity.WARNING, Message("X901.layer", {"page": page.number}), page.number)


def _rotated(page: Page) -> Iterator[Unread]:
    text = _text(glyph for glyph in page.glyphs if glyph.visible and not is_upright(glyph))
    if len(text.replace(" ", "")) >= WORTH_SAYING:
        yield Unread("X905", Severity.WARNING, Message("X905.rotated", {"page": page.number, "text": text[:QUOTED]}), page.number)


def _hidden(page: Page) -> Iterator[Unread]:
    """Yield the text that no reader sees, where other text of the page is seen."""
    if not any(glyph.visible and not glyph.text.isspace() for glyph in page.glyphs):
        return
    text = _text(glyph for glyph in page.glyphs if not glyph.visible)
    if len(text.replace(" ", "")) >= WORTH_SAYING:
        yield Unread("X904", Severity.WARNING, Message("X904.text", {"page": page.number, "text": text[:QUOTED]}), page.number)
    if page.squeezed:
        facts: dict[str, Fact] = {"page": page.number, "count": page.squeezed}
        yield Unread("X904", Severity.WARNING, Message("X904.pdf-squeezed", facts), page.number)


def _switched_off(page: Page, sheet: Sheet) -> Iterator[Unread]:
    """Yield the annotations in layers that are off, and those that mark text and are hidden.

    They are quoted by what they say or else by the words that they lie over; links are none.
    """
    every = [note for note in page.switched_off if note.kind != "Link"]
    for key, notes in (
        ("X904.annotations", [note for note in every if not note.hidden]),
        ("X904.annotations-hidden", [note for note in every if note.hidden]),
    ):
        if not notes:
            continue
        texts = [note.contents.strip() or " ".join(word.text for word in words_under(note, sheet.lines)) or note.kind for note in notes]
        quoted = tuple(dict.fromkeys(f"”{text[:QUOTED]}”" for text in texts))[:SHOWN]
        facts: dict[str, Fact] = {"page": page.number, "count": len(notes), "texts": quoted}
        yield Unread("X904", Severity.WARNING, Message(key, facts), page.number)


def _slanted(page: Page) -> Iterator[Unread]:
    """Yield a question where some of a page's text lies slanted, less than is needed to set the page straight: its marks may be missed."""
    own = [glyph for glyph in page.glyphs if glyph.visible and 0 < abs(glyph.angle) <= MOST_TILTED]
    text = _text(own)
    if not page.tilt and sum(letter.isalpha() for letter in text) >= FEWEST_SLANTED:
        facts: dict[str, Fact] = {"page": page.number, "text": text[:QUOTED]}
        yield Unread("X905", Severity.QUESTION, Message("X905.pdf-tilted", facts), page.number)


def _text(glyphs: Iterable[Glyph]) -> str:
    return " ".join("".join(glyph.text for glyph in glyphs).split())
