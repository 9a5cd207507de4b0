"""Documents that grow: one book in two versions and as a redline, as PDF and as Word."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from benchmarks.comparisons.edited import in_lines
from benchmarks.comparisons.growing import amended, book_of
from benchmarks.kinds.case import Case
from benchmarks.kinds.tricks import make_drawn
from examples.make import make_docx

from lydelse.differ import compare
from lydelse.extractors.written import in_words, written

KEPT = Path(__file__).resolve().parents[2] / "out" / "speed"
SEED = 1


class Files(NamedTuple):
    """One book in one format."""

    before: Path
    after: Path
    redline: Path


def files_of(pages: int, suffix: str) -> Files:
    """Return the book of so many pages as files with a suffix, ".pdf" or ".docx"; those of an earlier run are used again."""
    files = Files(*(KEPT / f"{name}-{pages}{suffix}" for name in Files._fields))
    if not all(file.exists() for file in files):
        KEPT.mkdir(parents=True, exist_ok=True)
        for text, file in zip(_texts(pages), files, strict=True):
            _make(text, file)
    return files


def _texts(pages: int) -> tuple[str, str, str]:
    book = book_of(SEED, pages)
    before, after = in_lines(book), in_lines(amended(book))
    return before, after, in_words(compare(written(before), written(after)).redline)


def _make(text: str, file: Path) -> None:
    if file.suffix == ".pdf":
        make_drawn(Case("growing", text), file)
    else:
        make_docx(written(text), file)
