"""Paragraphs that are several in one version and one in the other: broken by a page's end in a PDF, or divided and joined by a writer.

They are written as the paragraphs of the more broken version with the ends between them marked: an inserted end is not there in
the earlier version, a struck one not in the later. Where the words are the same the pieces are cut where they stand; where they
were reworded as well, the whole is compared at once and cut where the other version breaks it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lydelse.differ.align import Pairing
from lydelse.differ.blocks import MarkedParagraph
from lydelse.differ.likeness import Likened, dice
from lydelse.differ.words import marked_words
from lydelse.model.text import Kind, Mark, Paragraph, Run, Spot, Version, joined
from lydelse.records import dataclass, replace

MOST_PIECES = 4
"""How many pieces of one paragraph are looked for: it runs over at most so many pages."""
LEAST_WHOLE = 0.75
"""How alike a paragraph and its reworded pieces together are at least."""
LEAST_PIECE = 0.6
"""The share of a reworded piece's words that the whole paragraph has at least."""
LEAST_GAIN = 0.03
"""How much more alike the pieces together are than any one of them."""
FEWEST_WORDS = 3
"""The words of a piece that was reworded: fewer are found anywhere."""


@dataclass(frozen=True, slots=True)
class Broken:
    """One paragraph of one version and the pieces that it is in the other, as indices."""

    befores: tuple[int, ...]
    afters: tuple[int, ...]
    reworded: bool = False


Step = tuple[int | None, int | None] | Broken


def with_breaks(pairing: Pairing, before: Sequence[Likened], after: Sequence[Likened]) -> Iterator[Step]:
    """Yield the pairs in order, those that make one broken paragraph together."""
    at = 0
    while at < len(pairing):
        found = _broken_at(pairing, at, before, after) if _may_be_broken(pairing, at) else None
        broken, steps = found or (pairing[at], 1)
        yield broken
        at += steps


def _may_be_broken(pairing: Pairing, at: int) -> bool:
    """Tell whether one of two steps that follow one another has a single side, as the pieces of a broken paragraph have."""
    return any(None in step for step in pairing[at : at + 2]) and at + 1 < len(pairing)


def _broken_at(pairing: Pairing, at: int, before: Sequence[Likened], after: Sequence[Likened]) -> tuple[Broken, int] | None:
    best: tuple[float, Broken, int] | None = None
    for size in range(2, MOST_PIECES + 2):
        steps = pairing[at : at + size]
        befores, afters = (tuple(each for each in side if each is not None) for side in zip(*steps, strict=True))
        pieces = max(len(befores), len(afters))
        if len(steps) < size or not 2 <= pieces <= MOST_PIECES or min(len(befores), len(afters)) != 1:
            continue
        parts = [before[i] for i in befores], [after[j] for j in afters]
        if not all(_is_prose(each) for side in parts for each in side):
            continue
        if len(befores) + len(afters) == size + 1 and _visible(parts[0]) == _visible(parts[1]):
            return Broken(befores, afters), size
        weight = _weight(*sorted(parts, key=len))
        if weight and (best is None or weight > best[0]):
            best = weight, Broken(befores, afters, reworded=True), size
    return best[1:] if best else None


def _weight(whole: Sequence[Likened], pieces: Sequence[Likened]) -> float:
    """Return how alike a paragraph and its pieces are, 0 where they are not one."""
    words = whole[0].words
    if not all(_belongs(piece.words, words) for piece in pieces):
        return 0.0
    together = dice(sum((piece.words for piece in pieces), Counter[str]()), words)
    alone = max(dice(piece.words, words) for piece in pieces)
    return together if together >= LEAST_WHOLE and together >= alone + LEAST_GAIN else 0.0


def _belongs(piece: Counter[str], whole: Counter[str]) -> bool:
    return piece.total() >= FEWEST_WORDS and (piece & whole).total() >= LEAST_PIECE * piece.total()


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


def reworded_pieces(before: Sequence[Paragraph], after: Sequence[Paragraph]) -> list[MarkedParagraph]:
    """Return the pieces of a broken paragraph that was reworded as well, none where the words cannot be cut where a piece ends."""
    version, pieces, end = (Version.AFTER, after, Mark.INSERTED) if len(before) == 1 else (Version.BEFORE, before, Mark.STRUCK)
    texts = [" ".join(each.marked_text for each in side) for side in (before, after)]
    runs = marked_words(*texts)
    reading = Paragraph(runs).reading(version)
    if reading.text != texts[version is Version.AFTER]:
        return []
    lengths = [len(piece.marked_text) for piece in pieces]
    joints = [reading.marked_span(at, at + 1)[0] for at in (sum(lengths[:n]) + n - 1 for n in range(1, len(pieces)))]
    spots = _spots_of(after, Paragraph(runs))
    starts, ends = [0, *(joint + 1 for joint in joints)], [*joints, sum(len(run.text) for run in runs)]
    made: list[MarkedParagraph] = []
    for at, (piece, start, stop) in enumerate(zip(pieces, starts, ends, strict=True)):
        last = at == len(pieces) - 1
        space = [] if last else _space_between(runs, stop, end)
        within = tuple(
            spot._replace(start=spot.start - start, end=spot.end - start) for spot in spots if start <= spot.start and spot.end <= stop
        )
        place = (after[0] if version is Version.BEFORE else piece).place
        cut = joined([*_cut(runs, start, stop), *space])
        paragraph = replace(piece, runs=cut, spots=within, place=place, ending=Mark.KEPT if last else end)
        made.append(MarkedParagraph(paragraph, before[0] if version is Version.AFTER else piece))
    return made


def _spots_of(after: Sequence[Paragraph], marked: Paragraph) -> list[Spot]:
    """Return where the later paragraphs' words stand on paper, counted in the marked text of all of them."""
    reading = marked.reading(Version.AFTER)
    found: list[Spot] = []
    offset = 0
    for paragraph in after:
        for spot in paragraph.spots:
            start, end = reading.marked_span(spot.start + offset, spot.end + offset)
            found.append(spot._replace(start=start, end=end))
        offset += len(paragraph.marked_text) + 1
    return found


def _cut(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    """Yield the characters [start, end) of a marked text."""
    at = 0
    for run in runs:
        text = run.text[max(0, start - at) : max(0, end - at)]
        if text:
            yield replace(run, text=text)
        at += len(run.text)


def _space_between(runs: Sequence[Run], at: int, end: Mark) -> list[Run]:
    """Return the space that the version without the end between two pieces has there; it has none where the space is marked as well."""
    (space,) = _cut(runs, at, at + 1)
    return [replace(space, mark=Mark.STRUCK if end is Mark.INSERTED else Mark.INSERTED)] if space.mark is Mark.KEPT else []
