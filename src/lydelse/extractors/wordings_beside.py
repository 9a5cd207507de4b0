"""The wording in force and the proposed one set beside each other, or one after the other, in one document without marks.

Both are then read as text of one version, and nothing compares them: said as a question, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.model.document import Document
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.numbering import split_number
from lydelse.model.place import Place
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Version

_WORDING = r"(?:orda?lydelse|lydelse|text|skrivning|formulering|version)(?:en|er|erna)?"
_IN_FORCE = rf"(?:nuvarande|(?:nu )?gällande|tidigare|befintlig|dagens|hittillsvarande|äldre)a? {_WORDING}"
_PROPOSED = rf"(?:föreslagen|föreslagna|ny|nya|ändrad|reviderad|förslag (?:till|på)(?: ny| ändrad)?) {_WORDING}"
_MORE = r"(?: (?!föreslag|förslag|ny |nuvarande|gällande)[^\s:|]+){0,4}:?"
_HEAD_IN_FORCE = re.compile(rf"{_IN_FORCE}{_MORE}", re.IGNORECASE)
_HEAD_PROPOSED = re.compile(rf"{_PROPOSED}{_MORE}", re.IGNORECASE)
_BOTH_HEADS = re.compile(rf"(?:{_IN_FORCE}:? {_PROPOSED}|{_PROPOSED}:? {_IN_FORCE})\b", re.IGNORECASE)
_WORDS_FROM = 4  # of the wordings under the heads: a table of short values is a table


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
    """Yield where two columns have heads that say so."""
    for block in document.blocks:
        if isinstance(block, Table):
            if _is_of_two_wordings(block):
                yield block.place
        elif _BOTH_HEADS.match(_line(block)):
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
    return False


def _first(cells: list[str], head: re.Pattern[str]) -> int | None:
    return next((at for at, cell in enumerate(cells) if head.fullmatch(cell)), None)


def _in_turn(document: Document) -> Iterator[Place]:
    """Yield where a line of its own heads the wording in force, and the next such line the proposed one."""
    waiting: Place | None = None
    for block in document.blocks:
        text = "" if isinstance(block, Table) else _line(block)
        if _HEAD_IN_FORCE.fullmatch(text):
            waiting = block.place
        elif waiting is not None and _HEAD_PROPOSED.fullmatch(text):
            yield waiting
            waiting = None


def _line(paragraph: Paragraph) -> str:
    """Return a paragraph's text on one line, without the number of a heading."""
    text = " ".join(paragraph.after.split())
    return split_number(text)[1] if paragraph.kind is Kind.HEADING else text
