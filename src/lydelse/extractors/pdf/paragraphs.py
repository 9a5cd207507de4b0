"""Lines -> paragraphs: which line continues the one above it, over page ends too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lydelse.extractors.outline import heading_level
from lydelse.extractors.pdf.grid import Grid
from lydelse.extractors.pdf.line import Line, Word
from lydelse.extractors.pdf.markers import Marked, without_marker
from lydelse.extractors.pdf.measures import Measures
from lydelse.model.numbering import split_number
from lydelse.model.text import Mark
from lydelse.patterns import compiled

SAME_SIZE_WITHIN = 0.08  # of the size: mixed fonts in one paragraph
LEADING_MAY_GROW = 1.22  # times the usual leading: raised marks and mixed fonts stretch a line, space between paragraphs is more
TITLE_LEADING = 1.6  # ems between the lines of one heading
INDENT = 0.8  # ems: a first line that is moved in by this much begins a paragraph
LEVEL_WITHIN = 2.0  # points that the left edges of one paragraph's lines may differ
SPACE = 0.25  # ems
SHORT_IN_BOLD = 0.6  # of the line above: a sentence in bold within a paragraph fills its lines
TIGHT = 8  # a paragraph's last line ends anywhere, a full line within the next word's width: lines as long as so many such words tell
ENDS_SENTENCE = compiled(r"[.!?:;][”\"')\]]*$")
LEADER = compiled(r"\.{4,}|(?:\. ){4,}|…")
NUMBER_ALONE = compiled(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|§\s*\d{1,4}|(?i:Bilaga|Kapitel|Kap\.?|Avsnitt|Del)\s+(?:\d{1,3}|[A-ZÅÄÖ]))[.:]?")


class Group(NamedTuple):
    """The lines of one paragraph.

    ``marker`` is an item's bullet or number, or a footnote's number, already taken off the first line.
    """

    lines: tuple[Line, ...]
    marker: str = ""
    marker_at: float = 0.0
    note: bool = False

    @property
    def last(self) -> Line:
        """The line that a following one may continue."""
        return self.lines[-1]

    @property
    def text(self) -> str:
        """The lines with a space between."""
        return " ".join(line.text for line in self.lines)

    @property
    def standing(self) -> str:
        """The text without what is struck; all of it where everything is."""
        words = (_standing(word) for line in self.lines for word in line.words)
        return " ".join(word for word in words if word) or self.text


def _standing(word: Word) -> str:
    if Mark.STRUCK not in word.marks:
        return word.text
    return "".join(glyph.text for glyph, mark in zip(word.glyphs, word.marks, strict=True) if mark is not Mark.STRUCK)


def grouped(flow: Iterable[Line | Grid], measures: Measures) -> Iterator[Group | Grid]:
    """Yield paragraphs and tables in order; a table ends the paragraph before it."""
    current: Group | None = None
    for part in flow:
        if not isinstance(part, Line):
            if current:
                yield current
            current = None
            yield part
            continue
        marked = _marker(current, part, measures)
        if current and not marked and _continues(current, part, measures):
            current = current._replace(lines=(*current.lines, part))
            continue
        if current:
            yield current
        current = Group((marked.line,), marked.marker, part.box.x0) if marked else Group((part,))
    if current:
        yield current


def _marker(current: Group | None, line: Line, measures: Measures) -> Marked | None:
    """Return the line's marker where it is one: a dash or a number may be the running text's own."""
    marked = without_marker(line)
    if not marked or (marked.marker[0].isdigit() and _is_heading_number(marked.marker, line, measures)):
        return None
    if marked.sure or current is None:
        return marked
    if current.marker and abs(current.marker_at - line.box.x0) <= LEVEL_WITHIN:
        return marked
    if current.last.page == line.page and _is_close(current, line, measures) and measures.is_full(current.last, line):
        return None
    return marked


def _is_heading_number(marker: str, line: Line, measures: Measures) -> bool:
    """Tell whether the number before a line is a heading's or a line's of a table of contents, and no item's."""
    if measures.is_title(line) or LEADER.search(line.text):
        return True
    return heading_level(line.text) is not None and (not measures.titled or "." in marker.rstrip("."))


def _continues(current: Group, line: Line, measures: Measures) -> bool:
    last = current.last
    if last.ends:
        return False
    if abs(line.size - last.size) > SAME_SIZE_WITHIN * max(line.size, last.size):
        return False
    titles = measures.is_title(last), measures.is_title(line)
    if all(titles) and all(measures.is_title(each) for each in current.lines):
        return _continues_title(current, line, measures)
    if titles[0] and not titles[1] and all(measures.is_title(each) for each in current.lines):
        return False
    if last.page != line.page or (line.limit and line.baseline < last.baseline):
        return _continues_over_page(current, line, measures, title=titles[1])
    if not _is_close(current, line, measures):
        return False
    full = measures.is_full(last, line)
    if (titles[1] and not full) or _begins_in_bold(last, line):
        return False
    return _is_level(current, line) and (full or _reads_on(last.text, line.text))


def _begins_in_bold(last: Line, line: Line) -> bool:
    """Tell whether a short line that is bold all through stands under one in plain letters that ends a sentence; additions may be bold."""
    added = any(mark is Mark.INSERTED for word in line.words for mark in word.marks)
    plain = not any(word.bold for word in last.words)
    short = line.box.width <= SHORT_IN_BOLD * last.box.width
    return short and plain and not added and bool(ENDS_SENTENCE.search(last.text)) and all(word.bold for word in line.words)


def _continues_title(current: Group, line: Line, measures: Measures) -> bool:
    """Tell whether a heading goes on; a number begins the next one, unless the number is all there was."""
    last = current.last
    if line.page == last.page + 1:
        return line.text[0].islower() and line.size == last.size and measures.is_full(last, line)
    if last.page != line.page or not 0 < line.baseline - last.baseline <= TITLE_LEADING * line.size:
        return False
    if NUMBER_ALONE.fullmatch(current.text):
        return True
    if split_number(line.text)[0] and not _reads_on(last.text, line.text):
        return False
    larger = line.size > 1.15 * measures.body
    return larger or measures.is_full(last, line) or _reads_on(last.text, line.text)


def _continues_over_page(current: Group, line: Line, measures: Measures, *, title: bool) -> bool:
    last = current.last
    if title or not last.page <= line.page <= last.page + 1:
        return False
    if line.text[0].islower():
        return not ENDS_SENTENCE.search(last.text) or measures.is_full(last, line)
    if not measures.is_full(last, line):
        return False
    return not ENDS_SENTENCE.search(last.text) or (len(current.lines) > 1 and _is_tight(last, line, measures))


def _is_tight(last: Line, line: Line, measures: Measures) -> bool:
    """Tell whether the line can hardly be a paragraph's last though a sentence ends there: even a short word found no room."""
    alike = last.words[-1].marks[-1] is line.words[0].marks[0]
    room = line.words[0].box.width + SPACE * line.size
    left_below = last.baseline + 2 * measures.leading * last.size < measures.bottom
    return alike and not left_below and not last.text.endswith(":") and room * TIGHT <= measures.edge_of(last) - last.box.x0


def _is_close(current: Group, line: Line, measures: Measures) -> bool:
    """Tell whether a line stands no further below than lines of one paragraph do, that paragraph's own distance included."""
    last = current.last
    pitch = line.baseline - last.baseline
    usual = measures.leading * max(line.size, last.size)
    own = [b.baseline - a.baseline for a, b in zip(current.lines, current.lines[1:], strict=False) if a.page == b.page]
    if own:
        return 0 < pitch <= LEADING_MAY_GROW * max(own[-1], usual)
    return 0 < pitch <= LEADING_MAY_GROW * usual


def _is_level(current: Group, line: Line) -> bool:
    """Tell whether a line begins where the paragraph's other lines do, or hangs from its marker."""
    last = current.last
    if current.marker:
        return line.box.x0 > current.marker_at - LEVEL_WITHIN
    shift = line.box.x0 - last.box.x0
    if len(current.lines) == 1 and shift < 0:
        return True  # the first line is moved in
    if last.limit and not line.limit and shift < 0:
        return _reads_on(last.text, line.text)  # under a box that the lines above stood beside
    return abs(shift) <= INDENT * line.size or abs(line.box.x0 + line.box.x1 - last.box.x0 - last.box.x1) <= 2 * LEVEL_WITHIN


def _reads_on(text: str, following: str) -> bool:
    """Tell whether a sentence runs from one line into the next, whatever room there was."""
    return not ENDS_SENTENCE.search(text) and following[0].islower()
