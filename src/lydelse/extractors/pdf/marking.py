"""The document's convention applied: every glyph and every space between words gets its mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from lydelse.extractors.pdf.convention import LINK, Convention, is_linked
from lydelse.extractors.pdf.line import PLAIN, Line, Word
from lydelse.extractors.pdf.markers import without_marker
from lydelse.extractors.pdf.measures import Measures, setting_of
from lydelse.model.text import Mark

LONGEST_BOLD_TITLE = 60  # characters: a longer line that is bold all through is rather an addition, where bold marks additions
ENDS_AS_PROSE = (".", ",", ";", ":")


def marked(pages: Iterable[Sequence[Line]], convention: Convention, measures: Measures) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each page with their marks."""
    opening = True
    before = Mark.KEPT
    for lines in pages:
        rows: list[Line] = []
        for line in lines:
            opening = opening and measures.is_title(line)
            rows.append(_marked(line, convention, measures, before, opening=opening) if convention.key else line)
            before = rows[-1].words[-1].marks[-1]
        yield tuple(rows)


def _marked(line: Line, convention: Convention, measures: Measures, before: Mark, *, opening: bool) -> Line:
    words = [_with_marks(word, tuple(_marks(word, convention))) for word in line.words]
    if _is_wholly_added(words) and (opening or _is_title_as_usual(line, convention, measures)):
        return line
    words = list(_without_lonely_links(words, before))
    return line._replace(words=tuple(_with_space(word, after) for word, after in zip(words, [*words[1:], None], strict=True)))


def _with_marks(word: Word, marks: tuple[Mark, ...]) -> Word:
    return word if marks == word.marks else word._replace(marks=marks)


def _marks(word: Word, convention: Convention) -> Iterable[Mark]:
    first = word.glyphs[0]
    if not word.drawn and word.is_of_one_look:
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


def _without_lonely_links(words: Sequence[Word], before: Mark) -> Iterator[Word]:
    """Yield the words, links among them as kept where no added text stands beside: links are underlined and blue by custom.

    ``before`` is the mark that the line before ends with.
    """
    links = list(map(_is_link, words))
    if True not in links:
        yield from words
        return
    for linked, run in groupby(enumerate(words), key=lambda at: links[at[0]]):
        own = tuple(run)
        first, last = own[0][0], own[-1][0]
        marks = words[first - 1].marks[-1:] if first else (before,)
        marks += words[last + 1].marks[:1] if last + 1 < len(words) else ()
        lonely = linked and Mark.INSERTED not in marks
        yield from (word._replace(marks=tuple(map(_kept_if_added, word.marks))) if lonely else word for _, word in own)


def _kept_if_added(mark: Mark) -> Mark:
    return Mark.KEPT if mark is Mark.INSERTED else mark


def _is_link(word: Word) -> bool:
    text = word.text
    return ((":" in text or "." in text) and bool(LINK.search(text))) or any(is_linked(drawn) for drawn in word.drawn)


def _with_space(word: Word, after: Word | None) -> Word:
    """Return the word with the mark of the space after it: that of its neighbours where they agree."""
    space = word.marks[-1] if after is not None and word.marks[-1] is after.marks[0] else Mark.KEPT
    return word if word.space is space else word._replace(space=space)
