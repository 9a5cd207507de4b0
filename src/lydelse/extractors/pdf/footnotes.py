"""Footnotes: small text at the foot of a page that begins with a number, taken out of the way of the body's paragraphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from typing import NamedTuple

from lydelse.extractors.pdf.grid import Grid
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.measures import Measures
from lydelse.extractors.pdf.paragraphs import Group
from lydelse.patterns import compiled

SMALLER_THAN_BODY = 0.93  # times the body's size
RAISED_IS = 0.85  # times the line's size, for the number that a footnote begins with
LOWEST_PART = 0.5  # of the body's height on a page, where footnotes stand
FIGURES = "0123456789*"
MARK = compiled(r"[^\W\d_][.,;:)”\"]?(\d{1,3})[.,;:)]?$")


class Parted(NamedTuple):
    """The lines of a page's body, and its footnotes."""

    body: tuple[Line, ...]
    notes: tuple[Group, ...]


def parted(lines: Sequence[Line], measures: Measures) -> Parted:
    """Return the body of a page and the footnotes under it."""
    first = len(lines)
    while first and lines[first - 1].size <= SMALLER_THAN_BODY * measures.body:
        first -= 1
    marks = _marks_in(lines[:first])
    while first < len(lines) and _number(lines[first], marks) is None:
        first += 1
    alone = not first and bool(lines) and not lines[0].limit  # notes that had no room on the page before
    if first == len(lines) or not (first or alone) or lines[first].baseline < LOWEST_PART * measures.bottom:
        return Parted(tuple(lines), ())
    return Parted(tuple(lines[:first]), tuple(_groups(lines[first:], marks)))


def with_notes(parts: Iterable[Group | Grid], notes: Sequence[Group]) -> Iterator[Group | Grid]:
    """Yield the parts of the body with each page's footnotes after the last part that has text on that page."""
    waiting = list(notes)
    for part in parts:
        first = part.page if isinstance(part, Grid) else part.lines[0].page
        while waiting and waiting[0].lines[0].page < first:
            yield waiting.pop(0)
        yield part
    yield from waiting


def _marks_in(lines: Iterable[Line]) -> Set[str]:
    """Return the figures that end words of the body and may refer to a note: "avgift2", "kr.1"."""
    return {match[1] for line in lines for word in line.words if (match := MARK.search(word.text))}


def _groups(lines: Sequence[Line], marks: Set[str]) -> Iterator[Group]:
    current: Group | None = None
    for line in lines:
        number = _number(line, marks)
        if current and number is None:
            current = current._replace(lines=(*current.lines, line))
            continue
        if current:
            yield current
        current = Group(
            (_without(line, number or 0),), "".join(g.text for g in line.words[0].glyphs[: number or 0]), line.box.x0, note=True
        )
    if current:
        yield current


def _number(line: Line, marks: Set[str]) -> int | None:
    """Return how many glyphs of a line's first word are the number of a footnote, None where it begins with none.

    A raised figure of the font has the size and baseline of the text (Typst): it is a number where a word of the body ends with it too.
    """
    word = line.words[0]
    count = next((at for at, glyph in enumerate(word.glyphs) if glyph.text not in FIGURES), len(word.glyphs))
    raised = all(glyph.size <= RAISED_IS * line.size or glyph.baseline < line.baseline - 0.1 * line.size for glyph in word.glyphs[:count])
    alone = count == len(word.glyphs)
    if not 0 < count <= 3 or (alone and len(line.words) < 2):
        return None
    referred = not alone and word.glyphs[count].text.isalpha() and word.text[:count] in marks
    if not (raised or alone or referred):
        return None
    return count


def _without(line: Line, count: int) -> Line:
    """Return the line without the first glyphs of its first word."""
    word = line.words[0]
    words = line.words[1:] if count == len(word.glyphs) else (_cut(word, count), *line.words[1:])
    return line._replace(words=words, box=line.box._replace(x0=words[0].box.x0))


def _cut(word: Word, count: int) -> Word:
    glyphs = word.glyphs[count:]
    return word._replace(
        glyphs=glyphs, marks=word.marks[count:], drawn=word.drawn[count:], box=word.box._replace(x0=glyphs[0].box.x0), size=glyphs[0].size
    )
