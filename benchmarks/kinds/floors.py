"""How well each kind must be read, at least: a little below what was measured.

What is read worse than the usual floor stands here with the reason; the same kinds stand in ``docs/tricky.md``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.kinds.case import TYPST, WEASYPRINT, WRITER
from benchmarks.kinds.score import Score

FALSE_WORDS_IN_20_000 = 1


@dataclass(frozen=True)
class Floor:
    """The least of each figure: F1 of marks, words, headings and cells, and the share of the text that is read.

    ``needless`` are the codes that the kind is to say from other producers, and need not from this one.
    """

    struck: float = 0.995
    inserted: float = 0.995
    text: float = 0.995
    words: float = 0.98
    headings: float = 1.0
    cells: float = 0.98
    needless: frozenset[str] = frozenset()


USUAL = Floor()
EXCEPTIONS: dict[tuple[str, str], Floor] = {
    # The last letter of a strike reaches past the text that it strikes.
    ("strike as letters printed over", WRITER): Floor(struck=0.985, inserted=0.985),
    # WeasyPrint draws half clear text for itself, and PDFium leaves out the space after it where one stands before it.
    ("web page, half clear", WEASYPRINT): Floor(words=0.95),
    # Typst gives a letter with its sign the room of the space after it.
    ("strike by combining signs", TYPST): Floor(words=0.92),
    # Long text in columns without rules is read across them, and asked about.
    ("words and meanings, no rules", ""): Floor(cells=0.0),
    # A row of which a page has nothing but the end is read after the table.
    ("marks over page ends within cells, no rules", WEASYPRINT): Floor(inserted=0.98, text=0.99, cells=0.96),
    # A bold caption between rules is taken for a heading.
    ("table, caption and source in the frame, level rules", ""): Floor(headings=0.6),
    ("table, caption and source in the frame, no rules", ""): Floor(headings=0.6),
    # Emphasis by underlining, or by bold, looks exactly as additions do here.
    ("all marks black", ""): Floor(inserted=0.98),
    ("underlined headings kept, marks black", ""): Floor(inserted=0.98),
    ("inserted by bold alone", ""): Floor(inserted=0.98),
    # Two rows of long justified text without rules, at the end of a column and at the head of the next, are read across.
    ("two columns with tables, no rules, justified", TYPST): Floor(cells=0.95),
}


def fallen(score: Score) -> Iterator[str]:
    """Yield a sentence for each figure of a document that is below its floor."""
    floor = EXCEPTIONS.get((score.kind, score.producer)) or EXCEPTIONS.get((score.kind, "")) or USUAL
    marks = score.marks
    figures = (
        ("struck F1", marks.struck.f1, floor.struck),
        ("inserted F1", marks.inserted.f1, floor.inserted),
        ("text", marks.text.recall, floor.text),
        ("words", score.words.f1, floor.words),
        ("headings", score.headings.f1, floor.headings),
        ("cells", score.cells.f1, floor.cells),
    )
    for name, value, least in figures:
        if value < least:
            yield f"{score.kind}, {score.producer}: {name} {value:.3f} < {least:.3f}"
    unsaid = score.unsaid - floor.needless
    if unsaid:
        yield f"{score.kind}, {score.producer}: does not say {', '.join(sorted(unsaid))}"
