"""The lines of minutes: paragraphs and tables in order, with what a heading has on its own line parted from it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lydelse.extractors.minutes.bodies import bodies_in
from lydelse.extractors.minutes.margins import cells_of, is_for_signatures, lines_in_margin
from lydelse.extractors.minutes.vocabulary import Vocabulary, evened
from lydelse.model.minutes import PartKind
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Run
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

HEADING_MAY_BE = 90
"""Characters: no heading of a part is longer."""
_ITEM = compiled(r"\W*§")
_COLON = compiled(r":\s+(?=\S)")
_BULLET = compiled(r"[•▪■●○◦·–-]\s+\S")
_NUMBERED = compiled(r"[0-9]{1,2}[.)]\s+\S")
_LISTED = frozenset({PartKind.ATTACHMENTS, PartKind.RECIPIENTS})
_FEWEST_TOLD = 3
"""Words that a heading's line must go on with to be a sentence of what it heads."""
_ENDS_TOLD = compiled(r"[.:]$")
_SENTENCE_WITHIN = compiled(r"\w{3}[.!?]\s+[A-ZÅÄÖ]")
_LAST_STOP = compiled(r"[.!?:]\s+(?=[^.!?:]*$)")
_ENDS_SENTENCE = compiled(r"[.;,!?]$")
_ACTS = (
    r"(?:beslutar|beslutade|föreslår|föreslog|förslår|föreslås|godkänner|fastställer|antar|avslår|bifaller|noterar|återremitterar|uppdrar)"
)
_RUN_IN = compiled(rf"(?P<head>[A-ZÅÄÖ][\w/-]*(?:\s+[\w/-]+){{0,4}}?)\s+(?=[A-ZÅÄÖ][\w-]*(?:\s+[\w-]+){{0,3}}?\s+{_ACTS}\b)")


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
    waiting: Block | None = None
    for block in (piece for whole in blocks for piece in _without_item_last(whole)):
        rejoined = _rejoined(waiting, block, vocabulary)
        if rejoined is not None:
            yield from rejoined
            waiting = None
            continue
        if waiting is not None:
            yield from _lines(waiting, vocabulary)
        waiting = block
    if waiting is not None:
        yield from _lines(waiting, vocabulary)


def _lines(block: Block, vocabulary: Vocabulary) -> Iterator[Line]:
    return _unrolled(block, vocabulary) if isinstance(block, Table) else _parted(block, vocabulary)


def _without_item_last(block: Block) -> Iterator[Block]:
    """Yield a block; a table whose last row begins an item ("§ 47", "Dnr 12") as that row and the rows before it."""
    starts = [at for at, row in enumerate(block.rows) if row.cells and _ITEM.match(cells_of(row)[0])] if isinstance(block, Table) else []
    if isinstance(block, Table) and len(block.rows) > 1 and starts == [len(block.rows) - 1]:
        yield replace(block, rows=block.rows[:-1])
        yield replace(block, rows=block.rows[-1:])
    else:
        yield block


def _rejoined(one: Block | None, other: Block, vocabulary: Vocabulary) -> tuple[Line, ...] | None:
    """Return a heading of two lines in a margin that was read as the beginning of one block and as the next: "Nämndens", "beslut"."""
    if not isinstance(one, Paragraph) or not isinstance(other, Paragraph) or one.kind is Kind.ITEM or other.kind is Kind.ITEM:
        return None
    text, last = one.marked_text, other.marked_text.strip()
    if not last[:1].islower() or vocabulary.heading(text):
        return None
    for word in list(re.finditer(r"\S+", text[:HEADING_MAY_BE]))[: 3 if len(last) <= HEADING_MAY_BE else 0]:
        for said in (f"{text[: word.end()]} {last}", f"{text[: word.end()]}{last}"):
            kind = vocabulary.heading(said)
            if kind and text[word.end() :].strip():
                rest = replace(cut(one, word.end()), kind=Kind.PARAGRAPH)
                return Line(other, said, kind), Line(rest, rest.marked_text)
    whole = _followed(one, other)
    end = 0 if text.endswith((".", ":", ";")) else _opening_of_margin(whole.marked_text, vocabulary)
    if not end:
        return None
    head, rest = replace(cut(whole, 0, end), kind=Kind.PARAGRAPH), replace(cut(whole, end), kind=Kind.PARAGRAPH)
    return Line(head, head.marked_text, vocabulary.heading(head.marked_text)), Line(rest, rest.marked_text)


def _followed(one: Paragraph, other: Paragraph) -> Paragraph:
    """Return two unmarked paragraphs as one, with the words' spots."""
    text = f"{one.marked_text} {other.marked_text}"
    by = len(one.marked_text) + 1
    spots = (*one.spots, *(spot._replace(start=spot.start + by, end=spot.end + by) for spot in other.spots))
    return replace(one, runs=(Run(text),), spots=spots if one.spots and other.spots else ())


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
    last = _heading_last(text, vocabulary)
    if last and paragraph.kind is not Kind.HEADING:
        yield from _parted(cut(paragraph, 0, last), vocabulary)
        head = replace(cut(paragraph, last), kind=Kind.PARAGRAPH)
        yield Line(head, head.marked_text, vocabulary.heading(head.marked_text))
        return
    around = _heading_around(paragraph, vocabulary)
    if around is not None:
        yield from around
        return
    end = 0 if paragraph.kind is Kind.ITEM or _ITEM.match(text) else _opening(text, vocabulary)
    if end:
        head = replace(cut(paragraph, 0, end), kind=Kind.PARAGRAPH)
        yield Line(head, head.marked_text, vocabulary.heading(head.marked_text) or _opens(head.marked_text, vocabulary))
        rest = replace(cut(paragraph, end), kind=Kind.PARAGRAPH)
        yield Line(rest, rest.marked_text)
    else:
        yield Line(paragraph, text)


def _heading_last(text: str, vocabulary: Vocabulary) -> int:
    """Return where a heading begins that was read as the end of the paragraph above it, 0 where none is."""
    end = _LAST_STOP.search(text)
    said = text[end.end() :] if end else ""
    return end.end() if end and _may_head(said) and _heads(said, vocabulary) else 0


def _heading_around(paragraph: Paragraph, vocabulary: Vocabulary) -> tuple[Line, ...] | None:
    """Return a heading of two lines in a margin that was read around the line beside it: "Nämndens Bo Ek väljs. beslut"."""
    text = paragraph.marked_text.strip()
    end, first = _LAST_STOP.search(text), re.match(r"\S+", text)
    if paragraph.kind is not Kind.PARAGRAPH or end is None or first is None or not text[end.end() :][:1].islower():
        return None
    said = f"{first[0]} {text[end.end() :]}"
    kind = vocabulary.heading(said) if first.end() < end.start() and len(said) <= HEADING_MAY_BE else None
    if kind is None:
        return None
    head, rest = (replace(cut(paragraph, *span), kind=Kind.PARAGRAPH) for span in ((end.end(),), (first.end(), end.start() + 1)))
    return Line(head, said, kind), Line(rest, rest.marked_text)


def _may_head(text: str) -> bool:
    is_sentence = _ENDS_SENTENCE.search(text) or _SENTENCE_WITHIN.search(text)
    return len(text) <= HEADING_MAY_BE and text[0].isupper() and not is_sentence


def _heads(text: str, vocabulary: Vocabulary) -> PartKind | None:
    kind = vocabulary.heading(text)
    if kind is PartKind.ADJUSTMENT and text.endswith("."):
        return None
    return None if kind is PartKind.BACKGROUND and _names_who_acts(text, vocabulary) else kind


def _names_who_acts(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line is the name of a body, or says that one acts: no heading, though its name begins as one may."""
    bodies = bodies_in(text, vocabulary)
    return bool(bodies) and (
        re.search(rf"\b{_ACTS}", text) is not None or (bodies[0].start == 0 and bodies[0].end == len(text.rstrip(" .,")))
    )


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
    margin = _opening_of_margin(text, vocabulary)
    if margin:
        return margin
    run_in = _RUN_IN.match(text)
    if run_in and (kind := vocabulary.heading(run_in["head"])) and kind is not PartKind.BACKGROUND:
        return run_in.end()
    return _opening_without_colon(text, vocabulary)


def _opening_of_margin(text: str, vocabulary: Vocabulary) -> int:
    """Return where a heading ends that stood in the margin and was read with the line beside it: "Reservation Bo Ek reserverar sig."."""
    for word in list(re.finditer(r"\S+", text[:HEADING_MAY_BE]))[:5]:
        rest = text[word.end() :].lstrip()
        if not rest[:1].isupper() and not _BULLET.match(rest) and not _NUMBERED.match(rest):
            continue
        kind = vocabulary.heading(text[: word.end()])
        if kind is None:
            continue
        is_told = len(rest.split()) > _FEWEST_TOLD and _ENDS_TOLD.search(rest) is not None
        if _BULLET.match(rest) or (kind not in _LISTED and (is_told or _NUMBERED.match(rest))):
            return word.end()
    return 0


def _opening_without_colon(text: str, vocabulary: Vocabulary) -> int:
    words = list(re.finditer(r"\S+", text[:HEADING_MAY_BE]))
    for count in range(min(5, len(words) - 1), 0, -1):
        end = words[count - 1].end()
        if _opens(text[:end], vocabulary) and len(text) - end < 4 * HEADING_MAY_BE:
            return end
    return 0


def _unrolled(table: Table, vocabulary: Vocabulary) -> Iterator[Line]:
    """Yield a table, or the lines of one that only sets headings in a margin or boxes for signatures."""
    if is_for_signatures(table, vocabulary):
        yield Line(table, " ".join(text for row in table.rows for text in cells_of(row) if text))
        return
    lines = lines_in_margin(table, vocabulary)
    if lines:
        yield from (Line(*line) for line in lines)
    else:
        yield Line(table, "")
