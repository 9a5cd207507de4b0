"""The lists of an item: attachments and recipients, one entry a line; and who reserved themselves or made a statement."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lydelse.extractors.minutes.items import case_numbers_in
from lydelse.extractors.minutes.lines import cut
from lydelse.extractors.minutes.people import NAME, people_in
from lydelse.extractors.minutes.vocabulary import Vocabulary
from lydelse.figures.dates import dates_in
from lydelse.model.finding import Passage
from lydelse.model.minutes import Listed, Part, Stance, paragraphs_of
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Run, Version
from lydelse.patterns import compiled
from lydelse.records import replace

_BULLET = compiled(r"^[\s•▪■●○◦‣·*\uf0b7\uf0a7–-]+(?=\S)")
_NONE = compiled(r"(?:inga|ingen|saknas|-|–|—)\.?", re.IGNORECASE)
_PARTED = compiled(r"(?<!-)\s*[,;]\s+(?:samt\s+|och\s+)?|\s*\n\s*")
_LAST = compiled(r"(?<!-)\s+(?:och|samt)\s+")
_PAPER_BEGINS = compiled(
    r"(?<![(,/:-])(?<!\bBilaga\s[0-9])(?<!\bbilaga\s[0-9])\s+(?=(?:Protokollsutdrag|Protokoll|Tjänsteskrivelse|Tjänsteutlåtande|Bilaga|Missiv|Skrivelse|Yttrande"
    r"|Remissvar|Remiss|Motion|Kalkyl|Konsekvensanalys|Rapport)\b)"
)
"""Where the next paper of a list begins that was read as one line: no other word in the middle of one has a capital."""
_PERSON = compiled(rf"(?:{NAME})(?:\s*\([A-ZÅÄÖ]{{1,4}}\))?\s*,")
_TWO = compiled(r"\S+(?:en|et|na|ern)\s+(?:och|samt)\s+\S+(?:en|et|na|ern)\.?")
"""Two recipients in the definite form; "Bygg och miljö" is one."""
_NAMED_FOR = compiled(r"\bnämnden\s+för\b", re.IGNORECASE)
_SAYS = compiled(r"\b(?:reserv|deltar|deltog|yttrande|anteckning|anmäl|lämna|avstå|noter)", re.IGNORECASE)


def attachments_of(parts: Iterable[Part]) -> tuple[Listed, ...]:
    """Return the lines of lists of attachments."""
    entries = (piece for part in parts for paragraph in _entries(part) for piece in _papers(paragraph))
    return tuple(_listed(entry) for entry in entries)


def recipients_of(parts: Iterable[Part]) -> tuple[Listed, ...]:
    """Return the recipients; those that one line lists with commas one by one."""
    entries = (piece for part in parts for paragraph in _entries(part) for piece in _one_by_one(paragraph))
    return tuple(_listed(entry) for entry in entries)


def stances_of(parts: Iterable[Part], vocabulary: Vocabulary) -> tuple[Stance, ...]:
    """Return the reservations or statements of the parts: each begins where somebody is named."""
    stances: list[Stance] = []
    for part in parts:
        fresh = True
        for paragraph in paragraphs_of(part.blocks):
            text = paragraph.after
            if not text:
                continue
            by = people_in(text, paragraph.place, vocabulary)
            if fresh or (by and _begins(text, by[0].name)):
                stances.append(Stance(by, text, paragraph.place))
            else:
                last = stances.pop()
                stances.append(Stance(last.by or by, f"{last.text}\n{text}", last.place))
            fresh = False
    return tuple(stances)


def passages_of(parts: Iterable[Part]) -> tuple[Passage, ...]:
    """Return the paragraphs of parts as they stand; a heading that says it all is one."""
    found: list[Passage] = []
    for part in parts:
        told = [Passage(paragraph.place, paragraph.after) for paragraph in paragraphs_of(part.blocks) if paragraph.after]
        found.extend(told or [Passage(part.place, part.title)])
    return tuple(found)


def _begins(text: str, name: str) -> bool:
    return text.find(name) in range(40) and _SAYS.search(text) is not None


def _entries(part: Part) -> Iterator[Paragraph]:
    for block in part.blocks:
        if isinstance(block, Table):
            yield from _rows(block)
            continue
        if block.kind is not Kind.HEADING and not _NONE.fullmatch(block.after):
            yield from _lines(block)


def _rows(table: Table) -> Iterator[Paragraph]:
    """Yield the first cell of each row with the others' words after it, headings left out."""
    for row in table.rows:
        if row.cells and not all(cell.header for cell in row.cells):
            texts = [text for cell in row.cells if (text := cell.text(Version.AFTER).strip())]
            first = next((paragraph for cell in row.cells for paragraph in cell.paragraphs if paragraph.after), None)
            if first is not None:
                yield first if len(texts) == 1 else _saying(first, ", ".join(texts))


def _saying(paragraph: Paragraph, text: str) -> Paragraph:
    return replace(paragraph, runs=(Run(text),), spots=())


def _lines(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the lines of a paragraph, without signs of a list that were read as text."""
    text = paragraph.marked_text
    at = 0
    for line in text.split("\n"):
        bullet = _BULLET.match(line)
        begin = at + (bullet.end() if bullet else 0)
        if text[begin : at + len(line)].strip():
            yield cut(paragraph, begin, at + len(line))
        at += len(line) + 1


def _papers(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield the papers that one line lists without anything between them."""
    if paragraph.kind is Kind.ITEM:
        yield paragraph
        return
    at = 0
    for gap in _PAPER_BEGINS.finditer(paragraph.marked_text):
        yield cut(paragraph, at, gap.start())
        at = gap.end()
    yield cut(paragraph, at)


def _one_by_one(paragraph: Paragraph) -> Iterator[Paragraph]:
    """Yield what a line lists with commas; a person with a title or an address after the comma is one entry."""
    text = paragraph.marked_text
    if paragraph.kind is Kind.ITEM or _PERSON.match(text) or len(text) > 600 or _NAMED_FOR.search(text):
        yield paragraph
        return
    at = 0
    pieces = list(_PARTED.finditer(text))
    if _TWO.fullmatch(text):
        pieces = [next(_LAST.finditer(text))]
    joints = pieces + ([each for each in _LAST.finditer(text) if each.start() > pieces[-1].end()] if pieces else [])
    for joint in joints:
        yield cut(paragraph, at, joint.start())
        at = joint.end()
    if text[at:].strip(" ."):
        yield cut(paragraph, at)


def _listed(paragraph: Paragraph) -> Listed:
    text = paragraph.after
    dates = [date.iso for date in dates_in(text) if date.iso]
    cases = case_numbers_in(text)
    return Listed(text, paragraph.place, dates[0] if dates else None, cases[0] if cases else None)
