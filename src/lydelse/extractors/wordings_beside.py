"""The wording in force and the proposed one set beside each other, or one after the other, in one document without marks.

Both are then read as text of one version, and nothing compares them: said as a question, never guessed. Heads that say "lydelse" or the
like are enough. Under others ("Gällande | Förslag", "Avtal 2025 | Avtal 2026", "Före | Efter") the texts must be much alike as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise, zip_longest

from lydelse.extractors.alike_wordings import (
    LONGEST_HEAD,
    are_alike,
    are_labelled,
    are_nearly_the_same,
    are_versions,
    differ_in_year,
    is_of_versions,
    without_year,
)
from lydelse.model.document import Document
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.numbering import split_number
from lydelse.model.place import Place
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Version
from lydelse.patterns import compiled

_WORDING = r"(?:orda?lydelse|lydelse|text|skrivning|formulering|version)(?:en|er|erna)?"
_IN_FORCE = rf"(?:nuvarande|(?:nu )?gällande|tidigare|befintlig|dagens|hittillsvarande|äldre)a? {_WORDING}"
_PROPOSED = rf"(?:föreslagen|föreslagna|ny|nya|ändrad|reviderad|förslag (?:till|på)(?: ny| ändrad)?) {_WORDING}"
_MORE = r"(?: (?!föreslag|förslag|ny |nuvarande|gällande)[^\s:|]+){0,4}:?"
_HEAD_IN_FORCE = compiled(rf"{_IN_FORCE}{_MORE}", re.IGNORECASE)
_HEAD_PROPOSED = compiled(rf"{_PROPOSED}{_MORE}", re.IGNORECASE)
_BOTH_HEADS = compiled(rf"(?:{_IN_FORCE}:? {_PROPOSED}|{_PROPOSED}:? {_IN_FORCE})\b", re.IGNORECASE)
_WORDS_FROM = 4  # of the wordings under the heads: a table of short values is a table
_HEADS_WITHIN = 3  # rows of a table
_TWO = 2
_LOOKED_AT = 12  # lines of each of two columns


def wordings_beside(document: Document) -> Iterator[Unread]:
    """Yield one question where a document without marks sets two wordings beside each other, with the first place that does."""
    if document.is_marked:
        return
    for key, found in (("X903.wordings-beside", _in_columns(document)), ("X903.wordings-in-turn", _in_turn(document))):
        places = list(found)
        if places:
            section = places[0].section
            facts: dict[str, Fact] = {"count": len(places), **({"section": section} if section else {})}
            yield Unread("X903", Severity.QUESTION, Message(key if section else f"{key}.unplaced", facts), places[0].page)
            return


def _in_columns(document: Document) -> Iterator[Place]:
    """Yield where two columns have heads that say so, or heads of versions over texts that are alike."""
    blocks = tuple(document.blocks)
    lines = [_line(block) for block in blocks]
    for at, block in enumerate(blocks):
        if isinstance(block, Table):
            if _is_of_two_wordings(block):
                yield block.place
        elif _BOTH_HEADS.match(lines[at]) or _are_read_in_turn(lines[at], lines[at + 1 : at + 1 + 2 * _LOOKED_AT]):
            yield block.place


def _is_of_two_wordings(table: Table) -> bool:
    rows = [[" ".join(cell.text(Version.AFTER).split()) for cell in row.cells] for row in table.rows]
    for at, cells in enumerate(rows):
        heads = [_first(cells, head) for head in (_HEAD_IN_FORCE, _HEAD_PROPOSED)]
        if None not in heads:
            below = [row[head] for row in rows[at + 1 :] for head in heads if head is not None and head < len(row)]
            return any(len(text.split()) >= _WORDS_FROM for text in below)
        if len(cells) == 1 and _BOTH_HEADS.match(cells[0]):
            return True
    return any(_are_versions_in_columns(rows[at:]) for at in range(min(_HEADS_WITHIN, len(rows))))


def _are_versions_in_columns(rows: list[list[str]]) -> bool:
    """Tell whether two neighbours in the first of the rows head versions, and a text under one is much like that beside it."""
    heads, *below = rows
    return any(
        are_versions(one, other) and any(are_alike(row[at], row[at + 1]) for row in below if len(row) == len(heads))
        for at, (one, other) in enumerate(pairwise(heads))
    )


def _are_read_in_turn(heads: str, lines: list[str]) -> bool:
    """Tell whether a line is two heads of versions, and the lines under it come again further down: columns that were read in turn."""
    half = len(heads.split()) // 2
    of_years = differ_in_year(" ".join(heads.split()[:half]), " ".join(heads.split()[half:]))
    if not (of_years or is_of_versions(heads)):
        return False
    return any(
        (are_nearly_the_same if of_years else are_alike)(" ".join(lines[:count]), " ".join(lines[at : at + count]))
        for at in range(1, _LOOKED_AT + 1)
        for count in range(1, min(at, len(lines) - at) + 1)
    )


def _first(cells: list[str], head: re.Pattern[str]) -> int | None:
    return next((at for at, cell in enumerate(cells) if head.fullmatch(cell)), None)


def _in_turn(document: Document) -> Iterator[Place]:
    """Yield where a line of its own heads the wording in force, and another after it the proposed one."""
    blocks = tuple(document.blocks)
    lines = [_line(block) for block in blocks]
    for at in sorted({*_under_heads_that_say_so(lines), *_under_heads_of_versions(lines), *_after_labels(lines)}):
        yield blocks[at].place


def _under_heads_that_say_so(lines: list[str]) -> Iterator[int]:
    waiting: int | None = None
    for at, text in enumerate(lines):
        if _HEAD_IN_FORCE.fullmatch(text):
            waiting = at
        elif waiting is not None and _HEAD_PROPOSED.fullmatch(text):
            yield waiting
            waiting = None


def _under_heads_of_versions(lines: list[str]) -> Iterator[int]:
    """Yield the first of two short lines that head versions of texts which are alike."""
    heads = [at for at, text in enumerate(lines) if 0 < len(text.split()) <= LONGEST_HEAD]
    years = Counter(without_year(lines[at]) for at in heads)
    for at in heads:
        for after in (then for then in heads if at + 1 < then <= at + 1 + _LOOKED_AT):
            texts = " ".join(lines[at + 1 : after]), " ".join(lines[after + 1 : 2 * after - at])
            if is_of_versions(f"{lines[at]} {lines[after]}"):
                alike = are_alike(*texts)
            else:  # a budget has a heading for each of its years; two that say the same in many words are two versions
                alike = differ_in_year(lines[at], lines[after]) and years[without_year(lines[at])] == _TWO and are_nearly_the_same(*texts)
            if alike:
                yield at
                break


def _after_labels(lines: list[str]) -> Iterator[int]:
    """Yield where a line, or a line and the next, are two wordings after labels: "Gammal: ..." and "Ny: ..."."""
    for at, (line, following) in enumerate(zip_longest(lines, lines[1:], fillvalue="")):
        if ":" in line and (are_labelled(line) or are_labelled(f"{line} {following}")):
            yield at


def _line(block: Block) -> str:
    """Return a paragraph's text on one line, without the number of a heading; "" for a table."""
    if isinstance(block, Table):
        return ""
    text = " ".join(block.after.split())
    return split_number(text)[1] if block.kind is Kind.HEADING else text
