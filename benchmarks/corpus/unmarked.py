"""Words that are given a mark which they do not have, in PDFs and Word files that hold none.

A Word file holds none when its XML names no tracked change and no strike. A PDF of the corpus holds none when nothing on its pages
is struck: all were looked at that came out as marked, and ``benchmarks/truth/pdf_strikes.json`` says which are.
"""

from __future__ import annotations

import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus.folder import BESIDE, CORPUS, TRUTH, files_in

from lydelse.errors import UnreadableFileError
from lydelse.extractors import read
from lydelse.model.document import Document
from lydelse.model.text import Mark

_MARKS = re.compile(rb"<w:(ins|del|moveFrom|moveTo|cellIns|cellDel|cellMerge|strike|dstrike)\b")


class Unmarked(NamedTuple):
    """How many files were read and refused, the words of those read, and the words with a mark."""

    read: int
    refused: int
    words: int
    false: int

    @property
    def in_20_000(self) -> float:
        """The false marks in 20 000 words."""
        return 20_000 * self.false / max(1, self.words)


def measure_unmarked() -> tuple[Unmarked, ...]:
    """Print and return the counts of PDFs and of Word files."""
    print("\nWords given a mark in documents that hold none")
    print(f"{'kind':12} {'read':>5} {'refused':>8} {'words':>8} {'false':>6} {'in 20 000':>10}")
    counts = (_counted("PDF", unmarked_pdfs()), _counted("Word", unmarked_word_files()))
    print("(refused: locked, damaged, or without any text; each says so in one sentence)")
    return counts


def _counted(kind: str, files: Iterator[Path]) -> Unmarked:
    count = Unmarked(0, 0, 0, 0)
    for file in files:
        try:
            document = read(file)
        except UnreadableFileError:
            count = count._replace(refused=count.refused + 1)
            continue
        words, false = marked_words(document)
        count = Unmarked(count.read + 1, count.refused, count.words + words, count.false + false)
        if false:
            print(f"  {file.name}: {false} words")
    print(f"{kind:12} {count.read:5} {count.refused:8} {count.words:8} {count.false:6} {count.in_20_000:10.1f}")
    return count


def unmarked_pdfs() -> Iterator[Path]:
    """Yield the PDFs on whose pages nothing is struck."""
    seen = json.loads((TRUTH / "pdf_strikes.json").read_text("utf-8"))["files"]
    yield from (CORPUS / "pdf-strikes" / name for name in seen if not seen[name]["struck"])
    yield from files_in(CORPUS / "pdf-tables", CORPUS / "odd-files")
    yield from (file for file in files_in(BESIDE / "material") if file.stem in {"old", "new"})


def unmarked_word_files() -> Iterator[Path]:
    """Yield the Word files whose XML names no tracked change and no strike."""
    return (file for file in files_in(CORPUS, BESIDE / "material", ending=".docx") if not _has_marks(file))


def _has_marks(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return any(_MARKS.search(archive.read(name)) for name in archive.namelist() if name.endswith(".xml"))
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError):
        return False  # no archive that can be opened: whether it is read, and how, is for the reader to say


def marked_words(document: Document) -> tuple[int, int]:
    """Return how many words a document has and how many of them hold a character with a mark."""
    words = false = 0
    for paragraph in document.paragraphs:
        chars = [(char, run.mark) for run in paragraph.runs for char in run.text]
        marks = "".join(" " if char.isspace() else "k" if mark is Mark.KEPT else "m" for char, mark in chars).split()
        words += len(marks)
        false += sum("m" in each for each in marks)
    return words, false
