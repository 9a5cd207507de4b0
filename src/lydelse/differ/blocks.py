"""Two rows of blocks made one row of marked blocks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lydelse.differ.align import Keys, Pairing, aligned
from lydelse.differ.families import families_of
from lydelse.differ.likeness import Likened, block_likeness
from lydelse.differ.opposites import FEWEST_OF_OPPOSITES, with_opposites_paired
from lydelse.differ.twins import NO_TWINS, Twins
from lydelse.differ.words import marked_words
from lydelse.model.text import Mark, Paragraph, Run, Spot, Version
from lydelse.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph of the redline, and the paragraph of the earlier document that it was made of, if any."""

    paragraph: Paragraph
    before: Paragraph | None


def paired_blocks(before: Sequence[Likened], after: Sequence[Likened], twins: Twins = NO_TWINS) -> Pairing:
    """Pair the blocks of two gaps: those of equal text, then of equal text but for the figures, then those that are most alike.

    In a family of clauses that differ in their figures alone the name decides; a block whose twin stands elsewhere pairs with none.
    """
    families = families_of([(each.text, each.masked) for each in before], [(each.text, each.masked) for each in after])
    plain = block_likeness(before, after)
    keys: list[tuple[Keys, Keys]] = [
        (_whole(before), _whole(after)),
        (families.before, families.after),
        (_without_figures(before, families.before), _without_figures(after, families.after)),
    ]

    def weight(i: int, j: int) -> float:
        return 0.0 if families.are_parted(i, j) or twins.are_parted(before[i], after[j]) else plain.of(i, j)

    def weight_of_long(i: int, j: int) -> float:
        return weight(i, j) if min(before[i].words.total(), after[j].words.total()) >= FEWEST_OF_OPPOSITES else 0.0

    return with_opposites_paired(aligned(keys, plain._replace(of=weight)), weight_of_long)


def _whole(blocks: Sequence[Likened]) -> Keys:
    return [(each.sort == "table", each.text) if each.text else None for each in blocks]


def _without_figures(blocks: Sequence[Likened], names: Sequence[str | None]) -> Keys:
    return [(each.sort, each.masked) if each.masked and name is None else None for each, name in zip(blocks, names, strict=True)]


def marked_paragraphs(before: Iterable[Paragraph], after: Iterable[Paragraph]) -> Iterator[MarkedParagraph]:
    """Yield the paragraphs of a cell in two versions as marked paragraphs."""
    ours, theirs = [each for each in before if each.marked_text.strip()], [each for each in after if each.marked_text.strip()]
    if len(ours) == len(theirs) == 1:
        yield reworded(ours[0], theirs[0])
        return
    for i, j in paired_blocks([Likened(each) for each in ours], [Likened(each) for each in theirs]):
        yield marked_paragraph(None if i is None else ours[i], None if j is None else theirs[j])


def marked_paragraph(before: Paragraph | None, after: Paragraph | None) -> MarkedParagraph:
    """Return the one marked paragraph of a pair, one side of which may be missing."""
    if before and after:
        return reworded(before, after)
    if before:
        return wholly(before, Mark.STRUCK)
    assert after is not None, "a pair has a paragraph on at least one side"
    return wholly(after, Mark.INSERTED)


def wholly(paragraph: Paragraph, mark: Mark) -> MarkedParagraph:
    """Return a paragraph struck or inserted whole, its end with it."""
    runs = tuple([run.marked(mark) for run in paragraph.runs])
    return MarkedParagraph(replace(paragraph, runs=runs, ending=mark), paragraph if mark is Mark.STRUCK else None)


def reworded(before: Paragraph, after: Paragraph) -> MarkedParagraph:
    """Return the later paragraph with its differences from the earlier one marked; its places are the later one's."""
    runs = marked_words(before.marked_text, after.marked_text)
    if runs == after.runs:
        return MarkedParagraph(after, before)
    return MarkedParagraph(replace(after, runs=runs, spots=_shifted(after, runs)), before)


def _shifted(after: Paragraph, runs: tuple[Run, ...]) -> tuple[Spot, ...]:
    """Return where the later paragraph's words stand on paper, counted in the marked text."""
    reading = Paragraph(runs).reading(Version.AFTER)
    spans = ((spot, reading.marked_span(spot.start, spot.end)) for spot in after.spots)
    return tuple(spot._replace(start=start, end=end) for spot, (start, end) in spans)
