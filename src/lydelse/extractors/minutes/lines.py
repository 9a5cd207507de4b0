"""The lines of minutes: paragraphs and tables in order, with what a heading has on its own line parted from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lydelse.extractors.minutes.vocabulary import Vocabulary, evened
from lydelse.model.minutes import PartKind
from lydelse.model.section import Block
from lydelse.model.table import Row, Table
from lydelse.model.text import Kind, Paragraph, Run, Version

HEADING_MAY_BE = 90
"""Characters: no heading of a part is longer."""
_ITEM = re.compile(r"\W*§")
_COLON = re.compile(r":\s+(?=\S)")
_ENDS_SENTENCE = re.compile(r"[.;,!?]$")
_ACTS = (
    r"(?:beslutar|beslutade|föreslår|föreslog|förslår|föreslås|godkänner|fastställer|antar|avslår|bifaller|noterar|återremitterar|uppdrar)"
)
_RUN_IN = re.compile(rf"(?P<head>[A-ZÅÄÖ][\w/-]*(?:\s+[\w/-]+){{0,4}}?)\s+(?=[A-ZÅÄÖ][\w-]*(?:\s+[\w-]+){{0,3}}?\s+{_ACTS}\b)")


@dataclass(frozen=True, slots=True)
class Line:
    """A block of minutes. ``heads`` is the part that it heads, None for no known heading; ``text`` is "" for a table."""

    block: Block
    text: str
    heads: PartKind | None = None

    @property
    def is_heading(self) -> bool:
        """Tell whether the document itself shows it as a heading."""
        return isinstance(self.block, Paragraph) and self.block.kind is Kind.HEADING

    @property
    def is_item(self) -> bool:
        """Tell whether it is an item of a list."""
        return isinstance(self.block, Paragraph) and self.block.kind is Kind.ITEM


def lines_of(blocks: Iterable[Block], vocabulary: Vocabulary) -> Iterator[Line]:
    """Yield the lines of a document that carries no marks."""
    for block in blocks:
        if isinstance(block, Table):
            yield from _unrolled(block, vocabulary)
        else:
            yield from _parted(block, vocabulary)


def cut(paragraph: Paragraph, start: int, end: int | None = None) -> Paragraph:
    """Return the piece [start, end) of an unmarked paragraph, spaces around it left out, with its own spots and place."""
    whole = paragraph.marked_text
    text = whole[start:end]
    at = start + len(text) - len(text.lstrip())
    upto = at + len(text.strip())
    spots = tuple(
        spot._replace(start=max(spot.start, at) - at, end=min(spot.end, upto) - at)
        for spot in paragraph.spots
        if spot.start < upto and at < spot.end
    )
    place = paragraph.place_of(at, upto) if spots else paragraph.place
    return replace(paragraph, runs=(Run(whole[at:upto]),), spots=spots, place=place)


def _parted(paragraph: Paragraph, vocabulary: Vocabulary) -> Iterator[Line]:
    """Yield a paragraph, or the heading that it begins with and the rest of it."""
    text = paragraph.marked_text.strip()
    if not text:
        return
    if _may_head(text) and (kind := _heads(text, vocabulary)):
        yield Line(paragraph, text, kind)
        return
    end = 0 if paragraph.kind is Kind.ITEM or _ITEM.match(text) else _opening(text, vocabulary)
    if end:
        head = replace(cut(paragraph, 0, end), kind=Kind.PARAGRAPH)
        yield Line(head, head.marked_text, vocabulary.heading(head.marked_text) or _opens(head.marked_text, vocabulary))
        rest = replace(cut(paragraph, end), kind=Kind.PARAGRAPH)
        yield Line(rest, rest.marked_text)
    else:
        yield Line(paragraph, text)


def _may_head(text: str) -> bool:
    return len(text) <= HEADING_MAY_BE and text[0].isupper() and not _ENDS_SENTENCE.search(text)


def _heads(text: str, vocabulary: Vocabulary) -> PartKind | None:
    kind = vocabulary.heading(text)
    return None if kind is PartKind.ADJUSTMENT and text.endswith(".") else kind


def _opens(text: str, vocabulary: Vocabulary) -> PartKind | None:
    plain = evened(text)
    return next((kind for kind, pattern in vocabulary.openings.items() if pattern.fullmatch(plain)), None)


def _opening(text: str, vocabulary: Vocabulary) -> int:
    """Return where the heading that a paragraph begins with ends, 0 where it begins with none."""
    if not text[0].isupper():
        return 0
    colon = _COLON.search(text, 0, HEADING_MAY_BE)
    if colon and vocabulary.heading(text[: colon.start()]):
        return colon.end()
    line = text.find("\n", 0, HEADING_MAY_BE)
    if line > 0 and vocabulary.heading(text[:line]):
        return line + 1
    run_in = _RUN_IN.match(text)
    if run_in and (kind := vocabulary.heading(run_in["head"])) and kind is not PartKind.BACKGROUND:
        return run_in.end()
    return _opening_without_colon(text, vocabulary)


def _opening_without_colon(text: str, vocabulary: Vocabulary) -> int:
    words = list(re.finditer(r"\S+", text[:HEADING_MAY_BE]))
    for count in range(min(5, len(words) - 1), 0, -1):
        end = words[count - 1].end()
        if _opens(text[:end], vocabulary) and len(text) - end < 4 * HEADING_MAY_BE:
            return end
    return 0


def _unrolled(table: Table, vocabulary: Vocabulary) -> Iterator[Line]:
    """Yield a table, or the lines of one that only sets headings in a margin: headings at the left, what they head at the right."""
    rows = [_cells(row) for row in table.rows]
    firsts = [cells[0] for cells in rows if cells and cells[0]]
    is_margin = firsts and all(len(cells) <= 2 for cells in rows) and all(_heads_margin(first, vocabulary) for first in firsts)
    if not is_margin:
        yield Line(table, "")
        return
    for row in table.rows:
        for at, cell in enumerate(row.cells):
            for paragraph in cell.paragraphs:
                text = paragraph.marked_text.strip()
                if text:
                    yield Line(paragraph, text, vocabulary.heading(text) if at == 0 else None)


def _heads_margin(text: str, vocabulary: Vocabulary) -> bool:
    return _may_head(text) and vocabulary.heading(text) is not None


def _cells(row: Row) -> list[str]:
    return [cell.text(Version.AFTER) for cell in row.cells]
