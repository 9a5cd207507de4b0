"""Damaged mappings of letters, repaired where the picture of the page is evidence enough, and always told.

Each letter of a damaged font is looked for where it is painted: the page is painted, read by Tesseract, and what is read is laid on the
letters of the file. A letter is repaired only where several of its places are read alike; a figure only where its shape is that figure's
as well. A figure that the file calls another figure is never repaired: that is an error, and told as one (``unnamed``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby
from statistics import mean
from typing import NamedTuple

from lydelse.extractors.letters import UNKNOWN
from lydelse.extractors.pdf.damaged_fonts import damaged_fonts, is_unnamed
from lydelse.extractors.pdf.painted_letters import Painted, painted_letters
from lydelse.formats.pdf import BrokenPage, Page, PdfFile
from lydelse.formats.pdf.drawn_figures import FIGURES, figure_seen
from lydelse.formats.pdf.page import Glyph
from lydelse.formats.picture import missing
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.records import replace

MOST_PAGES = 6
"""Painted and read: a page takes some seconds, and six have each letter of a text many times."""

FEWEST_LETTERS = 40
"""Of a font: in fewer, hardly any has three places."""

FEWEST_ALIKE = 3
ALIKE_FROM = 0.9
"""How many places of a letter are read, and how many of them alike."""

SURE_FROM = 0.8
"""Tesseract's own confidence, on the average."""

ENOUGH_FROM = 0.6
"""Of the letters of a font that are painted, how many must be repaired or confirmed: with fewer, the reading itself is in doubt."""

SHOWN = 6


_OF_FIGURES = FIGURES | {UNKNOWN, " ", "\N{NO-BREAK SPACE}", ",", ".", "-"}


class Sign(NamedTuple):
    """A letter as a font has it: its name in the file, and which of the shapes of that name it has (0 where the name tells)."""

    font: str
    text: str
    shape: int = 0


class Repaired(NamedTuple):
    """The pages with the letters that they show, and what is to be said of that."""

    pages: tuple[Page | BrokenPage, ...]
    said: tuple[Unread, ...] = ()


def with_letters_repaired(pdf: PdfFile, pages: tuple[Page | BrokenPage, ...]) -> Repaired:
    """Return the pages with damaged mappings repaired, as they are where none is damaged, or Tesseract is not installed."""
    whole = [page for page in pages if isinstance(page, Page)]
    fonts = frozenset(font for font in damaged_fonts(pages) if sum(_count(page, frozenset({font})) for page in whole) >= FEWEST_LETTERS)
    if not fonts or missing():
        return Repaired(pages)
    worst = sorted(whole, key=lambda page: -_count(page, fonts))[:MOST_PAGES]
    found = {page.number: tuple(painted_letters(pdf, page, fonts)) for page in worst if _count(page, fonts)}
    signs = {number: _signs(own) for number, own in found.items()}
    shown = _shown(found, signs, fonts)
    changed = {sign: letter for sign, letter in shown.items() if letter != sign.text}
    if not changed:
        return Repaired(pages)
    fixed = tuple(_fixed(page, signs.get(page.number, {}), changed) if isinstance(page, Page) else page for page in pages)
    return Repaired(fixed, tuple(_said(pages, fixed, changed)))


def _count(page: Page, fonts: frozenset[str]) -> int:
    return sum(glyph.font in fonts and glyph.visible and not glyph.text.isspace() for glyph in page.glyphs)


def _signs(painted: Sequence[Painted]) -> Mapping[int, Sign]:
    """Return which sign each painted letter of a page is, by its place among the page's glyphs."""
    return {each.at: Sign(each.font, each.text, each.shape if each.text == UNKNOWN else 0) for each in painted}


def _shown(found: Mapping[int, Sequence[Painted]], signs: Mapping[int, Mapping[int, Sign]], fonts: frozenset[str]) -> Mapping[Sign, str]:
    """Return what each sign shows, where that is certain; "�" for one that is not what the file says, and of which nothing is certain."""
    places: dict[Sign, list[Painted]] = defaultdict(list)
    for number, own in found.items():
        for each in own:
            places[signs[number][each.at]].append(each)
    shown: dict[Sign, str] = {}
    for font in fonts:
        own_places = {sign: seen for sign, seen in places.items() if sign.font == font}
        certain = {sign: letter for sign, seen in own_places.items() if (letter := _letter(sign, seen))}
        covered = sum(len(own_places[sign]) for sign in certain)
        if covered >= ENOUGH_FROM * sum(map(len, own_places.values())):
            shown |= certain | _in_doubt(own_places, certain)
    return shown


def _letter(sign: Sign, seen: Sequence[Painted]) -> str:
    """Return the letter that a sign shows, "" where that is not certain."""
    if all(not each.squares for each in seen):
        return " " if len(seen) >= FEWEST_ALIKE or sign.text.isspace() else ""
    if sign.text in FIGURES:
        return sign.text
    read = [each for each in seen if each.read]
    if len(read) < FEWEST_ALIKE:
        return ""
    letter, alike = Counter(each.read for each in read).most_common(1)[0]
    if letter in FIGURES:
        is_drawn_so = Counter(figure_seen(each.squares) for each in seen if each.squares).most_common(1)[0][0] == letter
        return letter if alike == len(read) and is_drawn_so else ""
    sure = mean(each.confidence for each in read if each.read == letter)
    return letter if alike >= ALIKE_FROM * len(read) and sure >= SURE_FROM else ""


def _in_doubt(places: Mapping[Sign, Sequence[Painted]], certain: Mapping[Sign, str]) -> dict[Sign, str]:
    """Return the signs that are nothing certain, as "�": those that nothing names, and those that the file can hardly be right about.

    It can hardly be right where most of the font's other signs are others, nor where the sign itself was read as another.
    """
    moved = sum(letter != sign.text for sign, letter in certain.items()) * 2 > len(certain)
    doubtful = {sign: own for sign, own in places.items() if sign not in certain and sign.text not in FIGURES}
    return {
        sign: UNKNOWN
        for sign, own in doubtful.items()
        if moved or is_unnamed(sign.text) or any(each.read not in {"", sign.text} for each in own)
    }


def _fixed(page: Page, signs: Mapping[int, Sign], changed: Mapping[Sign, str]) -> Page:
    fonts = {sign.font for sign in changed}
    glyphs = [_as_shown(glyph, signs.get(at) or Sign(glyph.font, glyph.text), changed, fonts) for at, glyph in enumerate(page.glyphs)]
    for row in _figures_in(glyphs):
        if any(glyphs[at].text == UNKNOWN for at in row):
            for at in row:
                if glyphs[at].text != page.glyphs[at].text:
                    glyphs[at] = glyphs[at]._replace(text=UNKNOWN)
    named = {(sign.font, sign.text) for sign in changed}
    return replace(page, glyphs=tuple(glyphs), guessed=page.guessed - named)


def _as_shown(glyph: Glyph, sign: Sign, changed: Mapping[Sign, str], fonts: Set[str]) -> Glyph:
    """Return a glyph with the letter that it shows; in a repaired font a letter that nothing names is unknown."""
    letter = changed.get(sign) or (UNKNOWN if glyph.font in fonts and is_unnamed(glyph.text) else glyph.text)
    return glyph if letter == glyph.text else glyph._replace(text=letter)


def _figures_in(glyphs: Sequence[Glyph]) -> Iterator[list[int]]:
    """Yield the places of each row of figures, with what may be figures in it: half a figure is a wrong one."""
    for is_figure, run in groupby(range(len(glyphs)), key=lambda at: glyphs[at].text in _OF_FIGURES):
        row = list(run)
        if is_figure and any(glyphs[at].text in FIGURES for at in row):
            yield row


def _said(before: Iterable[Page | BrokenPage], after: Iterable[Page | BrokenPage], changed: Mapping[Sign, str]) -> Iterator[Unread]:
    """Yield what was repaired, one warning for each font."""
    count: Counter[str] = Counter()
    first: dict[str, int] = {}
    for one, other in zip(before, after, strict=True):
        if isinstance(one, Page) and isinstance(other, Page):
            for was, now in zip(one.glyphs, other.glyphs, strict=True):
                if was.text != now.text:
                    count[was.font] += 1
                    first.setdefault(was.font, one.number)
    for font, letters in sorted(count.items()):
        own = sorted((sign, letter) for sign, letter in changed.items() if sign.font == font and letter.strip() and letter != UNKNOWN)
        pairs = tuple(dict.fromkeys(f"”{sign.text}” → ”{letter}”" for sign, letter in own))[:SHOWN]
        facts: dict[str, Fact] = {"font": font, "count": letters, "page": first[font], "pairs": pairs}
        yield Unread("X902", Severity.WARNING, Message("X902.pdf-repaired", {**facts, "least": FEWEST_ALIKE}), first[font])
