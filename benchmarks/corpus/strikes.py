"""Marks in documents that others made, held against what a person saw on their pages (``benchmarks/truth/pdf_strikes.json``).

Struck words are what ``lydelse extract`` gives. Underlined and highlighted words are marks only where they add text, which they do
in none of these documents; so they are counted where they are read, before the document's convention is told.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

from benchmarks.agreement import Share
from benchmarks.corpus.folder import CORPUS, TRUTH

from lydelse.extractors import read
from lydelse.extractors.pdf.line import Drawn, Word
from lydelse.extractors.pdf.lines import lines_of
from lydelse.extractors.pdf.marks import shown
from lydelse.formats.pdf import Page, open_pdf
from lydelse.model.document import Document
from lydelse.model.text import Mark


def measure_strikes() -> Share:
    """Print what was read of each file and return how many of all struck words."""
    truth = json.loads((TRUTH / "pdf_strikes.json").read_text("utf-8"))["files"]
    print("\nMarks drawn by others: words as read / as seen on the page")
    print(f"{'file':46} {'struck right':>12} {'read':>5} {'seen':>5} {'underlined':>11} {'highlighted':>12} {'taken as added':>15}")
    total = Share(0, 0, 0)
    for file in sorted((CORPUS / "pdf-strikes").glob("*.pdf")):
        seen = truth[file.name]
        document = read(file)
        struck, wanted = words_marked(document, Mark.STRUCK), Counter(seen["struck"].split())
        own = Share((struck & wanted).total(), struck.total(), wanted.total())
        underlined, highlighted = decorated(file)
        lines = f"{underlined:>5}/{seen['underlined']:<5} {highlighted:>6}/{seen['highlighted']:<5}"
        print(f"{file.name:46} {own.right:12} {own.found:5} {own.wanted:5} {lines} {words_marked(document, Mark.INSERTED).total():15}")
        total += own
    print(f"struck words in all: precision {total.precision:.3f}, recall {total.recall:.3f}, F1 {total.f1:.3f}")
    return total


def words_marked(document: Document, mark: Mark) -> Counter[str]:
    """Return the words, or pieces of words, that carry a mark."""
    found: Counter[str] = Counter()
    for paragraph in document.paragraphs:
        found.update("".join(run.text if run.mark is mark else " " for run in paragraph.runs).split())
    return found


def decorated(file: Path) -> tuple[int, int]:
    """Return how many words have a line under them and how many a colour behind them, by drawing or by annotation."""
    with open_pdf(file) as pdf:
        words = [
            word for page in pdf.pages() if isinstance(page, Page) for line in shown(page, lines_of(page)).lines for word in line.words
        ]
    return sum(_has(word, "Underline") for word in words), sum(_has(word, "Highlight") for word in words)


def _has(word: Word, kind: str) -> bool:
    return any((drawn.note and drawn.note.kind == kind) or _is_drawn(drawn, kind) for drawn in word.drawn)


def _is_drawn(drawn: Drawn, kind: str) -> bool:
    return drawn.underlined if kind == "Underline" else drawn.behind is not None
