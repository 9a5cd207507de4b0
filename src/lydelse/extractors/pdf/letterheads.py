"""A letterhead at the head of a page: the sender on the left, date and case number on the right. Its columns are read one by one.

It is no table: nothing in a line says anything of what stands beside it. Labels with their values beside them ("Datum" and the date) are
a table, and left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lydelse.extractors.pdf.alignment import text_of
from lydelse.extractors.pdf.columns import cells_of, grown, is_tabular
from lydelse.extractors.pdf.grid import line_of
from lydelse.extractors.pdf.line import Line
from lydelse.formats.pdf.page import Stroke
from lydelse.patterns import compiled

MOST_LINES = 8
LABEL = compiled(
    r"(?:datum|dnr|diarie-?\s?(?:nr|nummer)|ärende(?:nr|nummer)|(?:vår |er )?beteckning|handläggare|sida)\b\W*",
    re.IGNORECASE,
)
VALUE = compiled(r"(?:19|20)\d\d-\d\d-\d\d|(?:\w{1,6}[ /-])?(?:19|20)\d\d[/:-]\d{1,6}(?:[/:-]\d{1,6})?|\d{1,3}\s?\(\d{1,3}\)")
FIGURE = compiled(r"\d")
CONTACT = compiled(r"@|www\.|\btel\b|telefon|växel|fax|box\s\d|^\W*(?:\+46|0\d{1,3})[\d -]{5,}$|\d{3}\s?\d{2}\s[^\W\d]", re.IGNORECASE)


def columns_of_letterhead(lines: Sequence[Line], strokes: Sequence[Stroke]) -> tuple[tuple[Line, ...], ...]:
    """Return the columns of a letterhead that the lines of a page begin with, each from the top; none where they begin otherwise."""
    if not lines or not is_tabular(lines[0]):
        return ()
    block = grown(lines[: MOST_LINES + 1], 0, ())
    if block is None or not 1 < block.end <= MOST_LINES or _is_ruled(lines[: block.end], strokes):
        return ()
    rows = [{at: text_of(words) for at, words in cells_of(line, block.rivers).items()} for line in lines[: block.end]]
    if not _is_letterhead(rows):
        return ()
    columns = range(len(block.rivers) + 1)
    parts = [[(line, cells_of(line, block.rivers).get(column)) for line in lines[: block.end]] for column in columns]
    return tuple(tuple(line_of(words, line.page) for line, words in part if words) for part in parts)


def _is_letterhead(rows: Sequence[dict[int, str]]) -> bool:
    texts = [text for row in rows for text in row.values()]
    sender = [row[0] for row in rows if 0 in row]
    told = any(_says_which_paper(text) for row in rows for at, text in row.items() if at)
    plain = all(not FIGURE.search(text) or _says_which_paper(text) or CONTACT.search(text) for text in texts)
    return told and plain and not any(map(_is_pair, rows)) and len(sender) > 1 and not any(LABEL.match(text) for text in sender)


def _says_which_paper(text: str) -> bool:
    label = LABEL.match(text)
    return VALUE.fullmatch(text[label.end() :] if label else text) is not None or (label is not None and label.end() == len(text))


def _is_pair(row: dict[int, str]) -> bool:
    """Tell whether a label has its value beside it."""
    return any(LABEL.fullmatch(text) and VALUE.fullmatch(row.get(at + 1, "")) for at, text in row.items())


def _is_ruled(lines: Sequence[Line], strokes: Sequence[Stroke]) -> bool:
    return any(lines[0].box.top < stroke.box.top < lines[-1].box.top for stroke in strokes if stroke.horizontal or stroke.vertical)


def without_letterhead(lines: Sequence[Line], columns: Sequence[Sequence[Line]]) -> Iterator[Line]:
    """Yield the lines of a page under its letterhead."""
    last = max((line.baseline for own in columns for line in own), default=float("-inf"))
    yield from (line for line in lines if line.baseline > last)
