"""Headings in lines of text, where neither size nor weight tells: by number, by the usual words, by standing alone."""

from __future__ import annotations

import re
from itertools import pairwise

from lydelse.extractors.outline import SAYS_SOMETHING, heading_level, is_usual_heading
from lydelse.extractors.text.lines import Line
from lydelse.extractors.text.rows import row_of
from lydelse.model.numbering import split_number
from lydelse.patterns import compiled
from lydelse.records import dataclass, field

_NUMBERED_FROM = 3  # dotted headings: from here on a document is numbered, and unnumbered short lines are no sections
_TITLE_LINES = 3  # a heading or a title wraps over a few lines at most
_FIRST_TITLE_LINES = 5  # the same for the document's title, which is set in large letters
_TITLE_MAY_BE = 220  # characters
_ALONE_MAY_BE = 110  # characters of an unnumbered heading
_WIDTH_FROM = 40  # characters: shorter lines say nothing of where the margin is
_USUAL_WIDTH = 80  # characters, where no line goes on
_FULL_LINE = 0.8  # of the usual width: a shorter line was broken by its author, not by the margin
_CONTENTS_FROM = 3  # numbered lines with a page number last, one after the other: a table of contents

_CASE_ALONE = compiled(
    r"(?:(?:dnr|diarienr|diarienummer|ärende)[.:]*\s*)?\(?(?:[A-ZÅÄÖ]{1,6}[ /-]?)?\d{1,6}[:/-]\d{1,6}(?:[/-]\d+)?\)?", re.IGNORECASE
)
_UNDERLINE = compiled("={3,}|-{3,}")
_ASKS = compiled(r"(?:hur|vad|när|varför|vem|vilka|vilken|så|om)\b", re.IGNORECASE)
_NO_TITLE = compiled(r"[@:]|https?|^\W*\d[\d\s./:-]*$|\b[A-ZÅÄÖ]{2,6}[ /]\d|(?:19|20)\d\d-\d\d-\d\d|(?:19|20)\d\d\s+(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Layout:
    """What the lines of a whole text say about its layout.

    ``width`` is the usual length of a full line in characters. ``chapters`` are the first numbers of the dotted headings,
    ``contents`` the places of lines in a table of contents.
    """

    width: int
    numbered: bool
    chapters: frozenset[str] = frozenset()
    contents: frozenset[int] = field(default=frozenset())

    def was_broken(self, line: Line, below: Line) -> bool:
        """Tell whether a line ends where its author ended it: the first word below would have had room."""
        word = below.text.split(" ", 1)[0]
        return len(line.text) + 1 + len(word) < _FULL_LINE * self.width


@dataclass(frozen=True, slots=True)
class FoundHeading:
    """A heading and the line after its last. ``level`` is None for an unnumbered one: its level is that of its surroundings."""

    text: str
    level: int | None
    end: int


def layout_of(lines: list[Line]) -> Layout:
    """Return the layout of a text."""
    lengths = sorted(len(line.text) for line, below in pairwise(lines) if not below.after_gap and len(line.text) >= _WIDTH_FROM)
    width = lengths[int(len(lengths) * 0.9)] if lengths else _USUAL_WIDTH
    contents = frozenset(_contents(lines))
    numbers = [split_number(line.text)[0] for at, line in enumerate(lines) if at not in contents and heading_level(line.text)]
    dotted = [number for number in numbers if "." in number]
    return Layout(width, len(dotted) >= _NUMBERED_FROM, frozenset(number.split(".")[0] for number in dotted), contents)


def heading_at(lines: list[Line], at: int, layout: Layout) -> FoundHeading | None:
    """Return the heading that begins at a line, None where none does."""
    line = lines[at]
    marked = re.match(r"(#{1,6})\s+(?=\S)", line.text)
    if marked:
        text = line.text[marked.end() :].rstrip("# ")
        return FoundHeading(text, heading_level(text) or len(marked[1]), at + 1)
    if at in layout.contents or not _can_begin(lines, at, layout):
        return None
    if _is_underlined(lines, at):
        return FoundHeading(line.text, heading_level(line.text) or (1 if lines[at + 1].text[0] == "=" else 2), at + 2)
    level = heading_level(line.text)
    if level:
        return _numbered(lines, at, level, layout)
    if len(line.text) < _ALONE_MAY_BE and is_usual_heading(line.text) and line.text[0].isupper():
        return FoundHeading(line.text, None, at + 1)
    return None if layout.numbered else _alone(lines, at)


def title_of(blocks: list[tuple[int, int]], lines: list[Line]) -> tuple[int, int] | None:
    """Return which stretch of lines is the document's title: the last before the first heading, or else the first of all."""
    for start, end in [*blocks[-1:], *blocks[:1]]:
        texts = [line.text for line in lines[start:end]]
        whole = " ".join(texts)
        short = len(texts) <= _FIRST_TITLE_LINES and len(whole) <= _TITLE_MAY_BE and " " in whole
        if short and not _NO_TITLE.search(whole) and whole[0].isupper() and whole[-1] not in ".:;," and not row_of(lines[start]):
            return start, end
    return None


def _is_underlined(lines: list[Line], at: int) -> bool:
    """Tell whether a line of "=" or "-" stands right below a short line, as below the headings of typed texts; a table has columns."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.after_gap or not _UNDERLINE.fullmatch(below.text) or len(lines[at].text) > _ALONE_MAY_BE:
        return False
    is_first = at == 0 or lines[at].after_gap or lines[at].turns
    return is_first and lines[at].text[0].isalnum() and not re.search(r"\s{2,}|[\t|]", lines[at].raw)


def _can_begin(lines: list[Line], at: int, layout: Layout) -> bool:
    """Tell whether a heading may begin here: not in the middle of a sentence that the margin broke."""
    line, above = lines[at], lines[at - 1] if at else None
    if above is None or line.after_gap:
        return True
    return above.text[-1] in ".!?:" or layout.was_broken(above, line) or line.turns


def _numbered(lines: list[Line], at: int, level: int, layout: Layout) -> FoundHeading | None:
    number, title = split_number(lines[at].text)
    if not title or (lines[at].text.startswith("§") and _CASE_ALONE.fullmatch(title)):
        return _with_title_below(lines, at, level)
    if number.isdigit() and lines[at].text[0].isdigit() and number not in layout.chapters and _is_listed(lines, at, int(number), layout):
        return None
    text, end = lines[at].text, at + 1
    while end < min(at + _TITLE_LINES, len(lines)) and _continues_heading(lines, end, layout):
        text, end = f"{text} {lines[end].text}", end + 1
    return FoundHeading(text, level, end)


def _continues_heading(lines: list[Line], at: int, layout: Layout) -> bool:
    """Tell whether a line is the rest of the heading above it: it goes on in lower case and ends before the margin."""
    line = lines[at]
    below = lines[at + 1] if at + 1 < len(lines) else None
    ends_block = below is None or below.after_gap or (below.text[0].isupper() and layout.was_broken(line, below))
    if line.after_gap or not ends_block or line.text[-1] in ".:;":
        return False
    if line.text[0] == "(":
        return not layout.was_broken(lines[at - 1], line)
    return line.text[0].islower() and (len(line.text) < layout.width / 2 or not layout.was_broken(lines[at - 1], line))


def _with_title_below(lines: list[Line], at: int, level: int) -> FoundHeading:
    """Return a heading whose number stands on a line of its own, with the short block below it as its title."""
    end = at + 1
    while end < len(lines) and end - at <= _TITLE_LINES and (end == at + 1 or not lines[end].after_gap):
        end += 1
    words = " ".join(line.text for line in lines[at + 1 : end])
    stops = end >= len(lines) or lines[end].after_gap or is_usual_heading(lines[end].text)
    titled = (
        words and stops and end - at - 1 <= _TITLE_LINES and words[0].isupper() and words[-1] not in ".:;," and not heading_level(words)
    )
    if titled and len(words) <= _TITLE_MAY_BE:
        return FoundHeading(f"{lines[at].text} {words}", level, end)
    return FoundHeading(lines[at].text, level, at + 1)


def _is_listed(lines: list[Line], at: int, number: int, layout: Layout) -> bool:
    """Tell whether the next or the previous number stands close by: then both are items of a list."""
    near = [near for near in range(max(0, at - 3), min(at + 4, len(lines))) if near not in layout.contents]
    return any(re.match(rf"(?:{number - 1}|{number + 1})[.)]?\s+\S", lines[other].text) for other in near)


def _alone(lines: list[Line], at: int) -> FoundHeading | None:
    """Return a short line, or two, between empty lines and above prose; None where it is anything else."""
    end = at + 1
    if end < len(lines) and not lines[end].after_gap and lines[end].text[0].islower():
        end += 1
    if not lines[at].after_gap or end >= len(lines) or not lines[end].after_gap:
        return None
    text = " ".join(line.text for line in lines[at:end])
    if len(text) > _ALONE_MAY_BE or not text[0].isupper() or text[-1] in ".:;,!" or _NO_TITLE.search(text) or row_of(lines[at]):
        return None
    if SAYS_SOMETHING.search(text) and not _ASKS.match(text):
        return None
    return FoundHeading(text, None, end) if _is_prose(lines, end) else None


def _is_prose(lines: list[Line], at: int) -> bool:
    end = at + 1
    while end < len(lines) and not lines[end].after_gap:
        end += 1
    whole = " ".join(line.text for line in lines[at:end])
    return len(whole) > _ALONE_MAY_BE or (len(whole) > _ALONE_MAY_BE / 2 and whole[-1] in ".:")


def _contents(lines: list[Line]) -> set[int]:
    """Return where a table of contents stands: numbered lines that end with page numbers which never fall."""
    found: set[int] = set()
    run: list[tuple[int, int]] = []
    for at, line in enumerate(lines):
        match = re.fullmatch(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|(?i:Bilaga \w+|Kapitel \d+))\s+\S.*?[\s.…]+(\d{1,3})", line.text)
        page = int(match[1]) if match else 0
        if match and (not run or page >= run[-1][1]):
            run.append((at, page))
            continue
        found |= {at for at, _ in run} if len(run) >= _CONTENTS_FROM else set()
        run = [(at, page)] if match else []
    return found | ({at for at, _ in run} if len(run) >= _CONTENTS_FROM else set())
