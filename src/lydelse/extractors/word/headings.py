"""Which paragraphs of a Word file are headings: by style, or by nothing but numbers, bold letters and the usual words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lydelse.extractors.outline import heading_level, is_usual_heading
from lydelse.formats.ooxml.content import WordBlock, WordParagraph, paragraphs_in
from lydelse.model.numbering import split_number
from lydelse.model.text import Kind, Mark, Paragraph, Run, joined
from lydelse.records import dataclass, replace

SHOUTED_MAY_BE = 90  # characters: a longer line in bold is a paragraph that somebody wanted seen
TITLE_BELOW_MAY_BE = 220  # characters of a title in plain letters under a number that stands alone
LISTED_FROM = 3  # usual words one after the other, with nothing between: a list of headings
SURE_FROM = 2  # different usual words: fewer in a document whose other headings have styles may be anything


class Position(NamedTuple):
    """Where a paragraph stands: its place among the blocks, and the level of the heading that it stands under."""

    at: int = -1
    under: int = 0


@dataclass(frozen=True, slots=True)
class Outline:
    """How a document shows its headings: by style, or (``typed``) without.

    ``plain`` are the places of usual words without either, ``counted`` those of bold lines that Word numbers, in a document without styles.
    """

    typed: bool
    plain: frozenset[int] = frozenset()
    counted: frozenset[int] = frozenset()

    def level_of(self, paragraph: WordParagraph, runs: Sequence[Run], position: Position) -> int | None:
        """Return the level of a heading, None for all else."""
        if paragraph.contents:
            return None
        if position.at in self.plain:
            return position.under + 1
        if paragraph.level is not None or not self.typed:
            return paragraph.level
        if position.at in self.counted:
            return _level_of_counted(paragraph)
        text = _text(runs, Mark.STRUCK) or _text(runs, Mark.INSERTED)
        level = heading_level(text)
        if level is not None:
            return level if _is_bold(paragraph) or re.match(r"\s*(?:§|\d+\.\d)", text) else None
        return position.under + 1 if _is_shouted(paragraph, text) else None


def outline_of(blocks: Sequence[WordBlock]) -> Outline:
    """Return how a document shows its headings."""
    typed = not any(paragraph.level for paragraph in paragraphs_in(tuple(blocks)))
    return Outline(typed, frozenset(_plain(blocks, typed=typed)), frozenset(_counted(blocks) if typed else ()))


def joined_heading(first: Paragraph, second: Paragraph, outline: Outline) -> Paragraph | None:
    """Return two headings as one, None where they are two: "§ 118" on a line of its own has its title on the next."""
    if first.kind is not Kind.HEADING or first.ending is not Mark.KEPT:
        return None
    number, title = split_number(first.after or first.before)
    below = second.after or second.before
    if not number or title or split_number(below)[0] or is_usual_heading(below):
        return None
    if outline.typed:
        joins = second.kind is Kind.HEADING or (second.kind is Kind.PARAGRAPH and _reads_as_title(below))
    else:
        joins = second.kind is Kind.HEADING and second.level == first.level
    return replace(first, runs=joined([*first.runs, Run(" "), *second.runs]), ending=second.ending) if joins else None


def _counted(blocks: Sequence[WordBlock]) -> Iterator[int]:
    """Yield the places of bold lines that Word numbers and that read as headings.

    Without any dotted number among them they are headings where text stands below each of them: else they are the items of a list.
    """
    found = [at for at, block in enumerate(blocks) if isinstance(block, WordParagraph) and _level_of_counted(block) is not None]
    dotted = any((_level_of_counted(block) or 0) > 1 for at in found if isinstance(block := blocks[at], WordParagraph))
    if dotted or all(_has_text_below(blocks, at) for at in found):
        yield from found


def _has_text_below(blocks: Sequence[WordBlock], at: int) -> bool:
    below = next((block for block in blocks[at + 1 :] if not isinstance(block, WordParagraph) or _spoken(block)), None)
    return below is not None and (not isinstance(below, WordParagraph) or below.label is None)


def _level_of_counted(paragraph: WordParagraph) -> int | None:
    label, text = paragraph.label, _spoken(paragraph)
    if label is None or label.bullet or paragraph.contents or not text or not _is_bold(paragraph):
        return None
    return heading_level(f"{label.after or label.before} {text}")


def _reads_as_title(text: str) -> bool:
    return len(text) <= TITLE_BELOW_MAY_BE and text[:1].isupper() and not text.endswith((".", ":", ";", ","))


def _plain(blocks: Sequence[WordBlock], *, typed: bool) -> set[int]:
    """Return the places of the usual words ("Beslut") that no style makes headings, where the document has no other way to show them."""
    spoken = [(at, block) for at, block in enumerate(blocks) if not isinstance(block, WordParagraph) or _spoken(block)]
    usual = {at: block for at, block in spoken if isinstance(block, WordParagraph) and _is_usual(block)}
    if any(block.level is not None for block in usual.values()):
        return set()
    if not typed and len({_spoken(block) for block in usual.values()}) < SURE_FROM:
        return set()
    bold = {at for at, block in usual.items() if _is_bold(block)}
    found: set[int] = set()
    listed: list[int] = []
    for at, block in spoken:
        if at in usual:
            listed.append(at)
            continue
        contents = isinstance(block, WordParagraph) and block.contents
        found |= set() if len(listed) >= LISTED_FROM or contents else set(listed)
        listed = []
    return found & bold if bold else found


def _is_usual(paragraph: WordParagraph) -> bool:
    text = _spoken(paragraph)
    return not paragraph.contents and paragraph.label is None and text[0].isupper() and is_usual_heading(text)


def _spoken(paragraph: WordParagraph) -> str:
    """Return the text of the later version, of the earlier one where all is struck."""
    left = "".join(piece.text for piece in paragraph.pieces if piece.mark is not Mark.STRUCK and not piece.look.struck)
    return left.strip() or "".join(piece.text for piece in paragraph.pieces).strip()


def _is_bold(paragraph: WordParagraph) -> bool:
    return all(piece.look.bold for piece in paragraph.pieces if piece.text.strip())


def _is_shouted(paragraph: WordParagraph, text: str) -> bool:
    """Tell whether a line in bold reads as a heading."""
    if not _is_bold(paragraph) or paragraph.label is not None or len(text) > SHOUTED_MAY_BE:
        return False
    return text[:1].isupper() and not text.endswith((".", ",", ";", ":"))


def _text(runs: Sequence[Run], without: Mark) -> str:
    return " ".join("".join(run.text for run in runs if run.mark is not without).split())
