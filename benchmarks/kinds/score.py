"""The figures of one document as read: marks, text, headings, cells, false marks, and what was said."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.agreement import Agreement, Char, Share, agreement
from benchmarks.kinds.case import Case
from rapidfuzz.distance import LCSseq

from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Mark, Version

Heading = tuple[str, str, int]
"""Number, title and level."""


@dataclass(frozen=True)
class Score:
    """How one document was read; ``size`` is how many words it has.

    ``said`` are the codes of what the reader says that it did not read, ``unsaid`` those that are missing.
    """

    kind: str
    producer: str
    marks: Agreement
    words: Share
    headings: Share
    cells: Share
    size: int
    said: frozenset[str]
    unsaid: frozenset[str]


def score(case: Case, producer: str, read: Document) -> Score:
    """Hold a document against the truth of its case that it agrees with best."""
    truths = case.accepted
    agreements = [agreement(chars_of(read), chars_of(truth)) for truth in truths]
    cells = [_shared(list(cells_of(read)), list(cells_of(truth))) for truth in truths]
    best = max(range(len(truths)), key=lambda at: (agreements[at].text.f1, agreements[at].inserted.f1, cells[at].f1))
    said = frozenset(unread.code for unread in read.unread)
    return Score(
        kind=case.kind,
        producer=producer,
        marks=agreements[best],
        words=_shared(words_of(read), words_of(truths[best])),
        headings=_shared(list(headings_of(read)), list(headings_of(truths[best]))),
        cells=cells[best],
        size=len(words_of(truths[best])),
        said=said,
        unsaid=case.said - said,
    )


def chars_of(document: Document) -> Iterator[Char]:
    """Yield every character with its mark; a space after each paragraph."""
    for paragraph in document.paragraphs:
        yield from ((char, run.mark) for run in paragraph.runs for char in run.text)
        yield " ", Mark.KEPT


def words_of(document: Document) -> list[str]:
    """Return the words as they stand between spaces, struck and inserted ones included."""
    return "".join(char for char, _ in chars_of(document)).split()


def headings_of(document: Document) -> Iterator[Heading]:
    """Yield the headings in order, the title's spaces made one."""
    for section in document.sections:
        if section.heading is not None:
            yield section.number, " ".join(section.title.split()), section.level


def cells_of(document: Document) -> Iterator[tuple[int, str, str]]:
    """Yield the cells of all tables row by row: the column, and the text in both versions. Empty cells are left out."""
    for block in document.blocks:
        if isinstance(block, Table):
            for row in block.rows:
                for column, cell in enumerate(row.cells):
                    texts = [" ".join(cell.text(version).split()) for version in (Version.BEFORE, Version.AFTER)]
                    if any(texts):
                        yield column, texts[0], texts[1]


def _shared(found: Sequence[Hashable], wanted: Sequence[Hashable]) -> Share:
    return Share(int(LCSseq.similarity(found, wanted)), len(found), len(wanted))
