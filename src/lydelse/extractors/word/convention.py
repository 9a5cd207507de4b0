"""How a document that is marked by formatting shows what is added: told from what stands beside its struck text, never assumed.

Struck text needs no convention. Added text does: red is an addition in one document and a warning in the next. What counts is whether
text of that look keeps standing where struck text ends or begins. The colours of heading styles, and links, are not asked.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lydelse.formats.ooxml.content import Piece, WordParagraph
from lydelse.model.text import Mark, Run, joined
from lydelse.records import dataclass

FEW_BESIDE = 0.1  # of what stands beside strikes for the most usual look: fewer are chance
OWN_BESIDE = 0.2  # of a look's own stretches that stand beside strikes: a warning that happens to stand there once does not reach it
TYPEFACE_BESIDE = 0.4  # of the strikes: bold or italic is a weak sign, and must stand beside very many
BODY_FROM = 0.8  # of all letters that are not struck: a look that nearly all text has is the body's own
COLOURFUL_FROM = 50  # of 255 between the strongest and the weakest of red, green and blue: greys mark nothing


class Finish(NamedTuple):
    """What sets text off from plain text: all of a look that may say "added"."""

    colour: str = ""
    underlined: bool = False
    highlight: str = ""
    typeface: str = ""

    @property
    def signs(self) -> int:
        """How many things set the text off."""
        return sum(map(bool, self))


class Stretch(NamedTuple):
    """Text of one finish within a paragraph, spaces that look otherwise passed over.

    ``paragraph`` counts from 0; ``alone`` says that it is all of it.
    """

    struck: bool
    finish: Finish
    letters: int
    heading: bool
    link: bool
    paragraph: int
    alone: bool = True


@dataclass(frozen=True, slots=True)
class Convention:
    """Which finishes are additions. ``key`` is the catalogue's word for it, "" in a document that is not marked by formatting."""

    key: str = ""
    added: frozenset[Finish] = frozenset()
    typed: bool = False
    headings_too: bool = True

    @property
    def is_weak(self) -> bool:
        """Tell whether a single sign shows what is added, one that emphasis may have as well: a line, a colour, or a highlight."""
        return bool(self.added) and not self.typed and all(finish.signs == 1 for finish in self.added)

    def runs(self, paragraph: WordParagraph) -> tuple[Run, ...]:
        """Return a paragraph's runs, each with the mark that tracked changes and formatting together give it."""
        pieces = zip(paragraph.pieces, self.marks(paragraph), strict=True)
        return joined([Run(piece.text, mark, piece.author, piece.date) for piece, mark in pieces if mark is not None])

    def marks(self, paragraph: WordParagraph) -> list[Mark | None]:
        """Return the mark of each of a paragraph's pieces, None for one that is in neither version."""
        marks = [self._mark(piece, heading=paragraph.level is not None) for piece in paragraph.pieces]
        if not self.added:
            return marks
        return [self._mark_of_link(at, paragraph.pieces, marks) for at in range(len(marks))]

    def _mark(self, piece: Piece, *, heading: bool) -> Mark | None:
        if piece.look.struck:  # text that was inserted as struck text is in neither version
            return None if piece.mark is Mark.INSERTED else Mark.STRUCK
        if piece.mark is not Mark.KEPT or piece.look.link or (heading and not self.headings_too):
            return piece.mark
        if not self.added:
            return Mark.KEPT
        return Mark.INSERTED if finish_of(piece, typed=self.typed) in self.added else Mark.KEPT

    def _mark_of_link(self, at: int, pieces: Sequence[Piece], marks: Sequence[Mark | None]) -> Mark | None:
        """Return the mark of a link: links have a look of their own, and are added where all text beside them is."""
        if not self.added or not pieces[at].look.link or marks[at] is not Mark.KEPT:
            return marks[at]
        before = (i for i in range(at - 1, -1, -1) if not pieces[i].look.link and pieces[i].text.strip())
        after = (i for i in range(at + 1, len(pieces)) if not pieces[i].look.link and pieces[i].text.strip())
        beside = [marks[i] for i in (next(before, None), next(after, None)) if i is not None]
        return Mark.INSERTED if beside and all(mark is Mark.INSERTED for mark in beside) else Mark.KEPT


def finish_of(piece: Piece, *, typed: bool) -> Finish:
    """Return what sets a piece off; its typeface (bold, italic) only where that is asked for."""
    look = piece.look
    typeface = f"{'bold' if look.bold else ''}{'italic' if look.italic else ''}" if typed else ""
    return Finish(look.colour if _is_colourful(look.colour) else "", look.underlined, look.highlight, typeface)


def inferred(paragraphs: Iterable[WordParagraph]) -> Convention:
    """Return how a document shows additions; nothing is added by formatting where nothing is struck by it."""
    all_of_them = tuple(paragraphs)
    if not any(piece.look.struck for paragraph in all_of_them for piece in paragraph.pieces):
        return Convention()
    stretches = tuple(_stretches(all_of_them, typed=False))
    if not any(stretch.struck for stretch in stretches):
        return Convention()
    added = _beside(stretches) or _of_struck_colour(stretches)
    if added:
        return Convention(_key(added), added, headings_too=not _are_headings_so(stretches, added))
    typefaces = _typefaces_beside(tuple(_stretches(all_of_them, typed=True)))
    return Convention(_key(typefaces) if typefaces else "convention.none", typefaces, typed=bool(typefaces), headings_too=not typefaces)


def _stretches(paragraphs: Iterable[WordParagraph], *, typed: bool) -> Iterator[Stretch]:
    for at, paragraph in enumerate(paragraphs):
        own: list[Stretch] = []
        for piece in paragraph.pieces:
            if piece.mark is not Mark.KEPT or not piece.text.strip():
                continue
            letters, heading = len(piece.text.strip()), paragraph.level is not None
            stretch = Stretch(piece.look.struck, finish_of(piece, typed=typed), letters, heading, piece.look.link, at)
            if own and stretch._replace(letters=0) == own[-1]._replace(letters=0):
                own[-1] = own[-1]._replace(letters=own[-1].letters + letters)
            else:
                own.append(stretch)
        yield from (stretch._replace(alone=len(own) == 1) for stretch in own)


def _beside(stretches: tuple[Stretch, ...]) -> frozenset[Finish]:
    """Return the finishes that stand beside struck text too often for chance, and those that share their colour."""
    beside = _counts_beside(stretches)
    own = Counter(stretch.finish for stretch in stretches if _may_be_added(stretch))
    most = max(beside.values(), default=0)
    struck = _struck_colours(stretches)
    body = _body_finish(stretches)
    found = {
        finish
        for finish, count in beside.items()
        if finish != body
        and count >= FEW_BESIDE * most
        and (count >= OWN_BESIDE * own[finish] or (count == most and (count > 1 or finish.colour in struck)))
    }
    # What is added is often underlined here and not there, or struck text alone shows the colour: the colour is what says it.
    plain = {finish.colour for finish in found if finish.colour and not finish.underlined}
    underlined = {finish.colour for finish in found if finish.colour}
    alike = {finish for finish in own if finish != body and finish.colour and finish.colour in (underlined if finish.underlined else plain)}
    return frozenset(found | alike)


def _counts_beside(stretches: tuple[Stretch, ...]) -> Counter[Finish]:
    """Count, for each finish, the struck stretches that it stands beside: in their paragraph, or as a paragraph next to theirs."""
    counts = Counter[Finish]()
    for at, stretch in enumerate(stretches):
        if stretch.struck:
            near = (*stretches[max(0, at - 1) : at], *stretches[at + 1 : at + 2])
            beside = (other for other in near if other.alone or other.paragraph == stretch.paragraph)
            counts.update({other.finish for other in beside if _may_be_added(other)})
    return counts


def _may_be_added(stretch: Stretch) -> bool:
    return not (stretch.struck or stretch.heading or stretch.link) and stretch.finish != Finish()


def _struck_colours(stretches: tuple[Stretch, ...]) -> set[str]:
    return {stretch.finish.colour for stretch in stretches if stretch.struck and stretch.finish.colour}


def _of_struck_colour(stretches: tuple[Stretch, ...]) -> frozenset[Finish]:
    """Return the finishes in the colour of struck text: additions that stand alone, far from all that is struck."""
    struck, body = _struck_colours(stretches), _body_finish(stretches)
    return frozenset(s.finish for s in stretches if _may_be_added(s) and s.finish != body and s.finish.colour in struck)


def _body_finish(stretches: tuple[Stretch, ...]) -> Finish | None:
    """Return the finish that most of the text has, None where no one has so much."""
    letters = Counter[Finish]()
    for stretch in stretches:
        if not stretch.struck and not stretch.heading:
            letters[stretch.finish] += stretch.letters
    finish, most = letters.most_common(1)[0] if letters else (None, 0)
    return finish if most > BODY_FROM * letters.total() else None


def _typefaces_beside(stretches: tuple[Stretch, ...]) -> frozenset[Finish]:
    beside = _counts_beside(stretches)
    strikes = sum(stretch.struck for stretch in stretches)
    body = _body_finish(stretches)
    return frozenset(f for f, count in beside.items() if f.typeface and f != body and strikes > 1 and count >= TYPEFACE_BESIDE * strikes)


def _are_headings_so(stretches: tuple[Stretch, ...], added: frozenset[Finish]) -> bool:
    """Tell whether most headings look as additions do: then the look says nothing of a heading."""
    headings = [stretch for stretch in stretches if stretch.heading and not stretch.struck]
    return len(headings) > 1 and sum(stretch.finish in added for stretch in headings) > len(headings) / 2


def _key(added: frozenset[Finish]) -> str:
    """Return the catalogue's word for a convention, by the finish that says most."""
    finish = max(added, key=lambda finish: (bool(finish.colour), finish.underlined, finish.colour))
    if finish.typeface:
        return "convention.bold" if "bold" in finish.typeface else "convention.italic"
    if finish.colour:
        return f"convention.{_hue(finish.colour)}{'-underlined' if finish.underlined else ''}"
    return "convention.underlined" if finish.underlined else "convention.highlighted"


def _rgb(colour: str) -> tuple[int, int, int]:
    return int(colour[:2], 16), int(colour[2:4], 16), int(colour[4:6], 16)


def _is_colourful(colour: str) -> bool:
    return bool(colour) and max(_rgb(colour)) - min(_rgb(colour)) >= COLOURFUL_FROM


def _hue(colour: str) -> str:
    red, green, blue = _rgb(colour)
    enough = 0.6 * max(red, green, blue)
    strong = (red > enough, green > enough, blue > enough)
    return {(True, False, False): "red", (False, False, True): "blue", (False, True, False): "green"}.get(strong, "coloured")
