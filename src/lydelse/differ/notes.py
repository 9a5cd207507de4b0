"""Footnotes of two documents: where a page ends decides where they stand, and a Word file has no sign in the text that cites them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from lydelse.differ.align import aligned
from lydelse.differ.folding import folded, words_in
from lydelse.differ.likeness import Likened, dice
from lydelse.model.document import Document
from lydelse.model.section import Block, Section, sections_of
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Run
from lydelse.patterns import compiled
from lydelse.records import replace

LEAST_LIKENESS = 0.5
"""The share of their words that two notes have in common to be one note reworded."""
_SIGN = compiled(r"(?:(?<=[^\W\d_])|(?<=[^\W\d_][.,;:!?)\"”»]))(\d{1,3})(?![\w%]|[.,:]\d)")
"""The number of a note where it is cited: at the end of a word or of the sign after it."""


def with_notes_opposite(before: Document, after: Document) -> Document:
    """Return the earlier document with each footnote that both have where the later one has it among the other blocks."""
    ours, theirs = list(before.blocks), list(after.blocks)
    pairs = _pairs(ours, theirs)
    if not pairs:
        return before
    taken = set(pairs.values())
    body = [at for at in range(len(ours)) if at not in taken]
    order = _with_notes(ours, theirs, body, pairs)
    if order == list(range(len(ours))):
        return before
    sections = sections_of(ours[at] for at in order)
    placed = [block for section in sections for block in section.blocks]
    paths = {ours[at].place.path: block.place for at, block in zip(order, placed, strict=True)}
    comments = tuple(replace(each, place=paths.get(each.place.path, each.place)) for each in before.comments)
    return replace(before, sections=sections, comments=comments)


def _pairs(ours: Sequence[Block], theirs: Sequence[Block]) -> dict[int, int]:
    """Return for each later footnote that the earlier document has which of its blocks it is; in one of the two it may be read as text."""
    befores, afters = _by_text(ours), _by_text(theirs)
    pairs = {
        afters[text]: at
        for text, at in befores.items()
        if text in afters and (_is_note(ours[at]) or _is_note(theirs[afters[text]])) and text
    }
    taken = set(pairs.values())
    left = [(at, _words(block)) for at, block in enumerate(ours) if _is_note(block) and at not in taken]
    new = [(at, _words(block)) for at, block in enumerate(theirs) if _is_note(block) and at not in pairs]
    weighed = sorted((-dice(one, other), i, j) for i, one in left for j, other in new)
    for weight, i, j in weighed:
        if -weight >= LEAST_LIKENESS and i not in taken and j not in pairs:
            pairs[j] = i
            taken.add(i)
    return pairs


def _by_text(blocks: Sequence[Block]) -> dict[str, int]:
    """Return where each text of a paragraph or item stands that stands once."""
    texts = [folded(block.marked_text) if isinstance(block, Paragraph) and block.kind is not Kind.HEADING else None for block in blocks]
    counts = Counter(texts)
    return {text: at for at, text in enumerate(texts) if text is not None and counts[text] == 1}


def _is_note(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.kind is Kind.FOOTNOTE


def _words(block: Block) -> Counter[str]:
    return Counter(words_in(block.marked_text)) if isinstance(block, Paragraph) else Counter()


def _with_notes(ours: Sequence[Block], theirs: Sequence[Block], body: Sequence[int], pairs: Mapping[int, int]) -> list[int]:
    """Return the order of the earlier blocks: each paired note after the block that it follows in the later document."""
    opposite = _same_blocks(ours, theirs, body, pairs)
    following: dict[int, list[int]] = {}
    partnered = set(opposite.values())
    anchor, beyond = -1, 0
    for at in range(len(theirs)):
        if at in pairs:
            following.setdefault(_reached(body, partnered, anchor, beyond), []).append(pairs[at])
        elif at in opposite:
            anchor, beyond = opposite[at], 0
        else:
            beyond += 1
    order = [*following.get(-1, ())]
    for at, own in enumerate(body):
        order.extend([own, *following.get(at, ())])
    return order


def _same_blocks(ours: Sequence[Block], theirs: Sequence[Block], body: Sequence[int], pairs: Mapping[int, int]) -> dict[int, int]:
    """Return for later blocks that stand in the earlier document too, in the same order, where in its body they are."""
    others = [at for at in range(len(theirs)) if at not in pairs]
    befores, afters = [Likened(ours[at]).text or None for at in body], [Likened(theirs[at]).text or None for at in others]
    return {others[j]: i for i, j in aligned([(befores, afters)]) if i is not None and j is not None}


def _reached(body: Sequence[int], partnered: set[int], anchor: int, beyond: int) -> int:
    """Return which block of the body a note follows: so many past the last that both have, but not past the next that both have."""
    at = anchor
    while beyond and at + 1 < len(body) and at + 1 not in partnered:
        at, beyond = at + 1, beyond - 1
    return at


def without_signs(document: Document, other: Document) -> Document:
    """Return a document without the numbers that cite its notes, where the other one is a Word file, which is read without them."""
    markers = {block.marker for each in (document, other) for block in each.blocks if isinstance(block, Paragraph) and _is_note(block)}
    if document.source.format == "docx" or other.source.format != "docx" or not any(map(_is_note, other.blocks)):
        return document
    known = {word for paragraph in other.paragraphs for word in paragraph.marked_text.split()}
    return replace(document, sections=tuple(_section_without(section, markers, known) for section in document.sections))


def _section_without(section: Section, markers: set[str], known: set[str]) -> Section:
    def without(paragraph: Paragraph) -> Paragraph:
        return _paragraph_without(paragraph, markers, known)

    blocks = (
        without(block)
        if isinstance(block, Paragraph)
        else block
        if all(without(each) is each for each in block.paragraphs())
        else _table_without(block, markers, known)
        for block in section.blocks
    )
    return replace(section, blocks=tuple(blocks))


def _table_without(table: Table, markers: set[str], known: set[str]) -> Table:
    rows = (
        replace(
            row,
            cells=tuple(
                replace(cell, paragraphs=tuple(_paragraph_without(paragraph, markers, known) for paragraph in cell.paragraphs))
                for cell in row.cells
            ),
        )
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _paragraph_without(paragraph: Paragraph, markers: set[str], known: set[str]) -> Paragraph:
    text = paragraph.marked_text
    signs = list(_signs(text, markers, known))
    if not signs:
        return paragraph
    kept = [at for at in range(len(text)) if not any(start <= at < end for start, end in signs)]
    shift = {at: new for new, at in enumerate(kept)}
    spots = tuple(
        spot._replace(start=min(own), end=max(own) + 1)
        for spot in paragraph.spots
        if (own := [shift[at] for at in range(spot.start, spot.end) if at in shift])
    )
    return replace(paragraph, runs=(Run("".join(text[at] for at in kept)),), spots=spots)


def _signs(text: str, markers: set[str], known: set[str]) -> Iterator[tuple[int, int]]:
    for match in _SIGN.finditer(text):
        start, end = text.rfind(" ", 0, match.start()) + 1, text.find(" ", match.end())
        if match[1] in markers and text[start : end if end >= 0 else len(text)] not in known:
            yield match.span(1)
