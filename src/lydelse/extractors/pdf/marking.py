"""The document's convention applied: every glyph and every space between words gets its mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lydelse.extractors.pdf.convention import LINK, Convention
from lydelse.extractors.pdf.line import PLAIN, Line, Word
from lydelse.extractors.pdf.markers import without_marker
from lydelse.extractors.pdf.measures import Measures, setting_of
from lydelse.model.text import Mark

LONGEST_BOLD_TITLE = 60  # characters: a longer line that is bold all through is rather an addition, where bold marks additions
ENDS_AS_PROSE = (".", ",", ";", ":")


def marked(pages: Iterable[Sequence[Line]], convention: Convention, measures: Measures) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each page with their marks."""
    opening = True
    for lines in pages:
        rows: list[Line] = []
        for line in lines:
            opening = opening and measures.is_title(line)
            rows.append(_marked(line, convention, measures, opening=opening) if convention.strikes else line)
        yield tuple(rows)


def _marked(line: Line, convention: Convention, measures: Measures, *, opening: bool) -> Line:
    words = [word._replace(marks=tuple(_marks(word, convention))) for word in line.words]
    if _is_wholly_added(words) and (opening or _is_title_as_usual(line, convention, measures)):
        return line
    words = [_without_lonely_link(at, words) for at in range(len(words))]
    return line._replace(words=tuple(_with_space(word, after) for word, after in zip(words, [*words[1:], None], strict=True)))


def _marks(word: Word, convention: Convention) -> Iterable[Mark]:
    first = word.glyphs[0]
    if not word.drawn and all(glyph.colour == first.colour and glyph.font == first.font for glyph in word.glyphs):
        return (convention.mark_of(first, PLAIN),) * len(word.glyphs)
    drawn = word.drawn or (PLAIN,) * len(word.glyphs)
    return (convention.mark_of(glyph, own) for glyph, own in zip(word.glyphs, drawn, strict=True))


def _is_wholly_added(words: Sequence[Word]) -> bool:
    return all(word.has_only(Mark.INSERTED) for word in words)


def _is_title_as_usual(line: Line, convention: Convention, measures: Measures) -> bool:
    """Tell whether a line that looks added is only set as this document sets its headings."""
    marker = without_marker(line)
    if not measures.is_title(line) or (marker and not marker.marker[0].isdigit()):
        return False
    if convention.typed:
        return len(line.text) <= LONGEST_BOLD_TITLE and not line.text.endswith(ENDS_AS_PROSE)
    return setting_of(line) in convention.titles


def _without_lonely_link(at: int, words: Sequence[Word]) -> Word:
    """Return a word that is an address as kept where no added text stands beside it: addresses are underlined and blue by custom."""
    word = words[at]
    if not word.has_only(Mark.INSERTED) or not LINK.search(word.text):
        return word
    near = (*words[max(0, at - 1) : at], *words[at + 1 : at + 2])
    return word if any(Mark.INSERTED in other.marks for other in near) else word._replace(marks=(Mark.KEPT,) * len(word.marks))


def _with_space(word: Word, after: Word | None) -> Word:
    """Return the word with the mark of the space after it: that of its neighbours where they agree."""
    alike = after is not None and word.marks[-1] is after.marks[0]
    return word._replace(space=word.marks[-1] if alike else Mark.KEPT)
