"""Paragraphs that are broken in one version and whole in the other, their words the same: a page's end in a PDF, most often.

They are written as the paragraphs of the more broken version with the ends between them marked: an inserted end is not there in
the earlier version, a struck one not in the later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lydelse.differ.align import Pairing
from lydelse.differ.blocks import MarkedParagraph
from lydelse.differ.likeness import Likened
from lydelse.model.text import Kind, Mark, Paragraph, Run

MOST_PIECES = 4
"""How many pieces of one paragraph are looked for: it runs over at most so many pages."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One paragraph of one version and the pieces that it is in the other, as indices."""

    befores: tuple[int, ...]
    afters: tuple[int, ...]


Step = tuple[int | None, int | None] | Broken


def with_breaks(pairing: Pairing, before: Sequence[Likened], after: Sequence[Likened]) -> Iterator[Step]:
    """Yield the pairs in order, those that make one broken paragraph together."""
    at = 0
    while at < len(pairing):
        broken = _broken_at(pairing, at, before, after)
        yield broken or pairing[at]
        at += len(broken.befores) + len(broken.afters) - 1 if broken else 1


def _broken_at(pairing: Pairing, at: int, before: Sequence[Likened], after: Sequence[Likened]) -> Broken | None:
    for size in range(2, MOST_PIECES + 1):
        steps = pairing[at : at + size]
        befores, afters = (tuple(each for each in side if each is not None) for side in zip(*steps, strict=True))
        if len(steps) < size or len(befores) + len(afters) != size + 1 or 1 not in {len(befores), len(afters)}:
            continue
        parts = [before[i] for i in befores], [after[j] for j in afters]
        if all(_is_prose(each) for side in parts for each in side) and _visible(parts[0]) == _visible(parts[1]):
            return Broken(befores, afters)
    return None


def _is_prose(each: Likened) -> bool:
    """Tell whether a block is text that may be cut where its pieces end: folding leaves it as long as it is."""
    block = each.block
    if not isinstance(block, Paragraph) or block.kind is Kind.HEADING:
        return False
    return len("".join(block.marked_text.split())) == len("".join(each.text.split()))


def _visible(parts: Sequence[Likened]) -> str:
    return "".join("".join(each.text.split()) for each in parts)


def marked_pieces(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> Iterator[MarkedParagraph]:
    """Yield the pieces of a broken paragraph with the ends between them marked."""
    if len(before) == 1:
        yield from (_piece(piece, before[0], Mark.INSERTED) for piece in after[:-1])
        yield MarkedParagraph(after[-1], before[0])
        return
    rest = after[0]
    for piece in before[:-1]:
        first, rest = _divided(rest, len("".join(piece.marked_text.split())))
        yield _piece(first, piece, Mark.STRUCK)
    yield MarkedParagraph(rest, before[-1])


def _piece(piece: Paragraph, source: Paragraph, end: Mark) -> MarkedParagraph:
    """Return a piece whose end one version lacks: a space stands there in its place."""
    space = Run(" ", Mark.STRUCK if end is Mark.INSERTED else Mark.INSERTED)
    return MarkedParagraph(replace(piece, runs=(*piece.runs, space), ending=end), source)


def _divided(paragraph: Paragraph, visible: int) -> tuple[Paragraph, Paragraph]:
    """Return a paragraph's first so many visible characters, and the rest without the space between."""
    text = paragraph.marked_text
    positions = [at for at, character in enumerate(text) if not character.isspace()]
    end, start = positions[visible - 1] + 1, positions[visible]
    spots = tuple(spot._replace(start=spot.start - start, end=spot.end - start) for spot in paragraph.spots if spot.start >= start)
    first = replace(paragraph, runs=(Run(text[:end]),), spots=tuple(spot for spot in paragraph.spots if spot.end <= end))
    return first, replace(paragraph, runs=(Run(text[start:]),), spots=spots)
