"""Footnotes and endnotes: numbered in the order in which the text cites them.

A footnote follows the block that cites it, an endnote the whole text. The sign in the text is left out, as PDF readers cannot tell
it from a figure; the note's number is its marker. A note that only struck text cites is struck.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lydelse.extractors.word.comments import numbered
from lydelse.extractors.word.convention import Convention
from lydelse.extractors.word.paragraphs import with_breaks_as_spaces
from lydelse.extractors.word.tables import without_empty
from lydelse.formats.ooxml.content import Citation, WordBlock, WordParagraph, paragraphs_in
from lydelse.model.text import Kind, Mark, Paragraph, Run, joined
from lydelse.records import replace


class Notes:
    """The notes of a document, given out as the text cites them."""

    def __init__(self, notes: Mapping[tuple[str, str], tuple[WordBlock, ...]], convention: Convention) -> None:
        """Begin at the first note."""
        self._notes = notes
        self._convention = convention
        self._numbers: dict[tuple[str, str], int] = {}
        self._waiting: list[Citation] = []

    def cited_in(self, block: WordBlock) -> None:
        """Take note of what a block cites."""
        for paragraph in paragraphs_in((block,)):
            self._waiting.extend(paragraph.citations)

    def footnotes(self) -> Iterator[Paragraph]:
        """Yield the footnotes that were cited since the last ones were given out."""
        yield from self._given_out("footnote")

    def endnotes(self) -> Iterator[Paragraph]:
        """Yield the endnotes."""
        yield from self._given_out("endnote")

    def _given_out(self, kind: str) -> Iterator[Paragraph]:
        cited = [citation for citation in self._waiting if citation.kind == kind]
        self._waiting = [citation for citation in self._waiting if citation.kind != kind]
        for citation in cited:
            key = (citation.kind, citation.note)
            if key not in self._numbers:
                self._numbers[key] = 1 + sum(1 for other, _ in self._numbers if other == kind)
                yield from self._paragraphs(citation, str(self._numbers[key]))

    def _paragraphs(self, citation: Citation, marker: str) -> Iterator[Paragraph]:
        read = (self._paragraph(word, citation.mark, marker) for word in paragraphs_in(self._notes.get((citation.kind, citation.note), ())))
        yield from without_empty(list(read))

    def _paragraph(self, word: WordParagraph, cited: Mark, marker: str) -> Paragraph:
        runs = with_breaks_as_spaces(self._convention.runs(word))
        marked = joined([_cited(run, cited) for run in runs if run.mark in {cited, Mark.KEPT} or cited is Mark.KEPT])
        if not any(run.text.strip() for run in marked):
            return Paragraph((), Kind.FOOTNOTE, ending=word.ending or Mark.KEPT)
        marked = joined([replace(marked[0], text=marked[0].text.lstrip()), *marked[1:]])
        return numbered(Paragraph(marked, Kind.FOOTNOTE, marker=marker, ending=word.ending or Mark.KEPT), word)


def _cited(run: Run, cited: Mark) -> Run:
    """Return a run of a note in the mark of its citation: what was added in a note that is struck was never read."""
    return replace(run, mark=cited) if run.mark is Mark.KEPT else run
