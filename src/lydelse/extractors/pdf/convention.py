"""How this document shows what is added: told from what stands beside its struck text, never assumed.

Struck text needs no convention. Added text does: a red letter is an addition in one document, a warning in the next, and an underlined
blue one a link in a third. What counts is whether text of that look keeps standing where struck text ends or begins.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.pdf.line import PLAIN, Drawn, Line
from lydelse.extractors.pdf.looks import Look, key_of, look_of
from lydelse.extractors.pdf.measures import Measures, Setting, setting_of
from lydelse.formats.pdf.page import Glyph
from lydelse.model.text import Mark
from lydelse.patterns import compiled

FEW_BESIDE = 0.1  # of what stands beside strikes for the most usual look: fewer are chance
OWN_BESIDE = 0.2  # of a look's own pieces that stand beside strikes: a warning that happens to stand there once does not reach it
WEAK_BESIDE = 0.4  # of the strikes: bold or italic is a weak sign, as is a reader's marker pen, and must stand beside very many
TYPEFACE_RATHER = 3  # times as many strikes with a typeface beside them as with another look: then it is the typeface that tells
PEN = (255, 255, 0)  # stands for the colour of any highlight annotation: which one it has says nothing
SENTENCE, SENTENCES = 40, 3  # characters without spaces, and how many such pieces: links are shorter, or fewer
TITLES_ALIKE = 0.7  # of the headings set alike: new ones may be many, but where one is plain the look is no style of headings
SIDE_BY_SIDE = 3  # places where the same two looks follow one another: what is left out, perhaps, and what comes instead
ADDING_NOTES = {"Caret", "Underline", "Squiggly"}  # annotations that show an addition where text is struck
LINK = compiled(r"https?://|www\.|\S@\S+\.\w", re.IGNORECASE)


class Piece(NamedTuple):
    """Glyphs in a row that look alike.

    ``title`` is the setting of their lines where that is one of headings; ``linked`` says that a click on them leads elsewhere.
    """

    struck: bool
    look: Look
    text: str
    title: Setting | None
    linked: bool


class Convention(NamedTuple):
    """Which looks are additions. ``key`` is the catalogue's word for it.

    ``typed`` says that the typeface is part of the look, ``penned`` that highlight annotations are; ``titles`` are the settings of
    headings that have the look too, added or not.
    """

    added: frozenset[Look]
    strikes: bool
    key: str = ""
    typed: bool = False
    titles: frozenset[Setting] = frozenset()
    penned: bool = False

    @property
    def is_weak(self) -> bool:
        """Tell whether a single sign shows what is added, one that emphasis may have as well: a line, a colour, or an area behind."""
        return bool(self.added) and not (self.typed or self.penned) and all(look.signs == 1 for look in self.added)

    def mark_of(self, glyph: Glyph, drawn: Drawn) -> Mark:
        """Return the mark of one glyph of a document with this convention."""
        if is_struck(drawn):
            return Mark.STRUCK
        if drawn.note and (drawn.note.kind == "Caret" or (drawn.note.kind in {"Underline", "Squiggly"} and self.strikes)):
            return Mark.INSERTED
        seen = penned(drawn) if self.penned else drawn
        return Mark.INSERTED if look_of(glyph, seen, typed=self.typed) in self.added else Mark.KEPT


def penned(drawn: Drawn) -> Drawn:
    """Return what is drawn at a glyph, a highlight annotation taken for an area behind it."""
    return drawn._replace(behind=PEN) if drawn.note is not None and drawn.note.kind == "Highlight" else drawn


def is_linked(drawn: Drawn) -> bool:
    """Tell whether a link lies over the glyph."""
    return drawn.note is not None and drawn.note.kind == "Link"


def is_struck(drawn: Drawn) -> bool:
    """Tell whether a line or an annotation strikes the glyph."""
    return drawn.struck or (drawn.note is not None and drawn.note.kind == "StrikeOut")


def inferred(lines: Iterable[Line], measures: Measures) -> Convention:
    """Return how the document of these lines shows additions; nothing is added where nothing is struck."""
    rows = tuple(lines)
    pieces = tuple(_pieces(rows, measures, typed=False))
    if not any(piece.struck for piece in pieces):
        carets = any(drawn.note and drawn.note.kind == "Caret" for line in rows for word in line.words for drawn in word.drawn)
        return Convention(frozenset(), strikes=False, key="convention.annotated" if carets else "")
    added = _looks_beside(pieces)
    stronger = _typefaces_rather(rows, measures, pieces, added)
    if stronger:
        return Convention(stronger, strikes=True, key=key_of(stronger), typed=True)
    if added:
        return Convention(added, strikes=True, key=key_of(added), titles=_titles_alike(pieces, added))
    by_colour = frozenset(_looks_of_struck_colour(pieces))
    if by_colour:
        return Convention(by_colour, strikes=True, key=key_of(by_colour), titles=_titles_alike(pieces, by_colour))
    noted = any(drawn.note and drawn.note.kind in ADDING_NOTES for line in rows for word in line.words for drawn in word.drawn)
    highlights = frozenset[Look]() if noted else _highlights_beside(rows, measures)
    if highlights:
        return Convention(highlights, strikes=True, key=key_of(highlights), penned=True)
    typefaces = _typefaces_beside(tuple(_pieces(rows, measures, typed=True)))
    if typefaces:
        return Convention(typefaces, strikes=True, key=key_of(typefaces), typed=True)
    return Convention(frozenset(), strikes=True, key="convention.annotated" if noted else "convention.none")


def looks_like_additions(lines: Sequence[Line], measures: Measures) -> Line | None:
    """Return the first line of what may be additions in a document without strikes: sentences both coloured and underlined."""
    pieces = (piece for piece in _pieces(tuple(lines), measures, typed=False) if piece.look.underlined and piece.look.is_coloured)
    long = [piece for piece in pieces if not (piece.title or piece.linked) and len(piece.text) >= SENTENCE and not LINK.search(piece.text)]
    if len(long) < SENTENCES:
        return None
    return next((line for line in lines if line.text.replace(" ", "")[:10] in long[0].text), lines[0])


def two_looks_side_by_side(lines: Sequence[Line], measures: Measures) -> str:
    """Return the first text of two looks beside each other, where two looks keep standing so in a document without strikes; else ""."""
    seen: dict[frozenset[Look], list[str]] = defaultdict(list)
    for before, after in pairwise(_pieces(tuple(lines), measures, typed=False)):
        if before.look != after.look and _can_be_added(before) and _can_be_added(after):
            seen[frozenset((before.look, after.look))].append(f"{before.text} {after.text}")
    most = max(seen.values(), key=len, default=[])
    return most[0] if len(most) >= SIDE_BY_SIDE else ""


def _pieces(lines: tuple[Line, ...], measures: Measures, *, typed: bool) -> Iterator[Piece]:
    last: Piece | None = None
    before: object = None
    texts: list[str] = []
    for line in lines:
        setting = setting_of(line) if measures.is_title(line) else None
        for glyph, drawn, said in _stretches(line):
            set_in = glyph.colour, glyph.font, glyph.bold, drawn, setting
            if set_in == before:
                texts.append(said)
                continue
            before = set_in
            own = Piece(is_struck(drawn), look_of(glyph, drawn, typed=typed), "", setting, is_linked(drawn))
            if last is not None and own != last:
                yield last._replace(text="".join(texts))
                texts = []
            last = own
            texts.append(said)
    if last is not None:
        yield last._replace(text="".join(texts))


def _stretches(line: Line) -> Iterator[tuple[Glyph, Drawn, str]]:
    """Yield the text of a line in stretches, each with a glyph that it looks like: whole words where they are plain."""
    for word in line.words:
        if word.drawn or not word.is_of_one_look:
            for glyph, drawn in zip(word.glyphs, word.drawn or (PLAIN,) * len(word.glyphs), strict=True):
                yield glyph, drawn, glyph.text
        else:
            yield word.glyphs[0], PLAIN, word.text


def _looks_beside(pieces: tuple[Piece, ...]) -> frozenset[Look]:
    """Return the looks that stand beside struck text too often for chance."""
    beside = _counts_beside(pieces)
    own = Counter(piece.look for piece in pieces if not piece.struck and not piece.title)
    most = max(beside.values(), default=0)
    struck_colours = {piece.look.colour for piece in pieces if piece.struck and piece.look.is_coloured}
    found = {
        look
        for look, count in beside.items()
        if count >= FEW_BESIDE * most
        and (count >= OWN_BESIDE * own[look] or (count == most and (count > 1 or look.colour in struck_colours)))
    }
    underlined = any(look.underlined for look in found)
    return frozenset(found | {look for look in own if underlined and look.underlined and look.colour in struck_colours})


def _counts_beside(pieces: tuple[Piece, ...]) -> Counter[Look]:
    """Count, for each look that is not plain, the struck pieces that it stands beside; only what may be an addition counts."""
    counts = Counter[Look]()
    for at, piece in enumerate(pieces):
        if piece.struck:
            near = {other for other in (*pieces[max(0, at - 1) : at], *pieces[at + 1 : at + 2]) if not other.struck}
            counts.update({other.look for other in near if _can_be_added(other)})
    return counts


def _can_be_added(piece: Piece) -> bool:
    """Tell whether a piece beside struck text may be an addition: bullets, headings and links say nothing."""
    return not (piece.look.is_plain or piece.title or piece.linked or LINK.search(piece.text)) and any(
        letter.isalnum() for letter in piece.text
    )


def _looks_of_struck_colour(pieces: tuple[Piece, ...]) -> Iterator[Look]:
    """Yield the looks in the colour of struck text, where that colour is none of the headings' and not what all text has."""
    struck = {piece.look.colour for piece in pieces if piece.struck and piece.look.is_coloured}
    titles = {piece.look.colour for piece in pieces if piece.title}
    letters = Counter[Look]()
    for piece in pieces:
        if not piece.struck:
            letters[piece.look] += len(piece.text)
    usual = letters.most_common(1)[0][0].colour if letters else None
    yield from (look for look in letters if look.colour in struck and look.colour not in titles and look.colour != usual)


def _highlights_beside(rows: tuple[Line, ...], measures: Measures) -> frozenset[Look]:
    """Return the looks of text under highlight annotations that stand beside strikes as additions do."""
    words = (word for line in rows for word in line.words)
    if not any(drawn.note and drawn.note.kind == "Highlight" for word in words for drawn in word.drawn):
        return frozenset()
    seen = tuple(
        line._replace(words=tuple(word._replace(drawn=tuple(penned(drawn) for drawn in word.drawn)) for word in line.words))
        for line in rows
    )
    pieces = tuple(_pieces(seen, measures, typed=False))
    strikes = sum(piece.struck for piece in pieces)
    beside = _counts_beside(pieces)
    return frozenset(look for look in _looks_beside(pieces) if look.behind == PEN and beside[look] >= WEAK_BESIDE * strikes)


def _typefaces_beside(pieces: tuple[Piece, ...]) -> frozenset[Look]:
    beside = _counts_beside(pieces)
    strikes = sum(piece.struck for piece in pieces)
    return frozenset(look for look, count in beside.items() if look.typeface and strikes > 1 and count >= WEAK_BESIDE * strikes)


def _typefaces_rather(rows: tuple[Line, ...], measures: Measures, pieces: tuple[Piece, ...], added: frozenset[Look]) -> frozenset[Look]:
    """Return the typefaces that show additions where the other looks stand beside far fewer strikes, by chance perhaps; else nothing."""
    beside, strikes = _counts_beside(pieces), sum(piece.struck for piece in pieces)
    most = max((beside[look] for look in added), default=0)
    if not added or most * TYPEFACE_RATHER > WEAK_BESIDE * strikes:
        return frozenset()
    typed = tuple(_pieces(rows, measures, typed=True))
    return _typefaces_beside(typed) | {look for look in added if beside[look] > 1} if _typefaces_beside(typed) else frozenset()


def _titles_alike(pieces: tuple[Piece, ...], added: frozenset[Look]) -> frozenset[Setting]:
    """Return the settings of headings most of which look as additions do: there the look says nothing."""
    alone = [
        own for before, own, after in zip((None, *pieces), pieces, (*pieces[1:], None), strict=False) if not _replaces(before, own, after)
    ]
    titles = Counter(piece.title for piece in alone if piece.title and not piece.struck)
    alike = Counter(piece.title for piece in alone if piece.title and not piece.struck and piece.look in added)
    return frozenset(setting for setting, count in alike.items() if setting and count > 1 and count > TITLES_ALIKE * titles[setting])


def _replaces(before: Piece | None, own: Piece, after: Piece | None) -> bool:
    """Tell whether a piece of a heading stands beside struck text of one: an added number or word, which tells nothing of headings."""
    return any(other is not None and other.struck and other.title == own.title for other in (before, after))
