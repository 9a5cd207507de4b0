"""How far scans can be trusted: ``make bench-trust``.

The example is scanned at three resolutions, crooked, grey and in colour, with specks and compressed, and held against the lines of text
that it was made from. Where a scan of another document with known truth lies beside the project (``../shared``) it is measured too.
``--quick`` measures the first of the scans alone.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.agreement import Char, Share, agreement

from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.formats.picture import missing
from lydelse.model.document import Document
from lydelse.model.text import Mark, Paragraph
from support.scans import Scanner, scanned

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "andringar-2026.pdf"
FURTHER = ROOT.parent / "shared" / "material" / "andringar-2026"
SCANNERS = {
    "150 dpi, grey, 1.2 degrees, JPEG 60": Scanner(150, 1.2, grey=True, quality=60),
    "200 dpi, colour, -0.7 degrees, specks, JPEG 75": Scanner(200, -0.7, noise=6.0),
    "300 dpi, grey, 0.4 degrees, dim, JPEG 70": Scanner(300, 0.4, grey=True, noise=4.0, quality=70, brightness=0.9),
}
LEAST_RECALL, LEAST_PRECISION, LEAST_FIGURES = 0.96, 0.98, 0.97
FIGURE = re.compile(r"\d{1,3}(?: \d{3})+(?!\d)|\d[\d.,]*\d|\d")
"""A figure with its groups of thousands; the spaces between them are left out of account."""


@dataclass(frozen=True)
class Score:
    """How a scan was read: marks, text, figures, and how many figures are wrong without being told as uncertain."""

    struck: Share
    inserted: Share
    text: Share
    figures: Share
    wrong_and_certain: tuple[str, ...]
    uncertain: int

    @property
    def holds(self) -> bool:
        """Tell whether a scan is read as well as it must be."""
        marks = self.struck.recall >= LEAST_RECALL and self.struck.precision >= LEAST_PRECISION
        return marks and self.figures.recall >= LEAST_FIGURES and not self.wrong_and_certain


def main() -> int:
    """Print the table; fail where a scan is read worse than it must be."""
    lacking = missing()
    if lacking:
        print(f"{lacking} is not installed: no scan can be read.")
        return 1
    heads = ("struck recall", "precision", "insert F1", "text", "figures", "uncertain", "wrong", "s/page")
    print(f"{'scan':48}" + "".join(f"{head:>14}" for head in heads))
    scores = [shown(name, path, truth) for name, path, truth in _scans("--quick" in sys.argv)]
    return int(not all(score.holds for score in scores))


def _scans(quick: bool) -> Iterator[tuple[str, Path, list[Char]]]:  # noqa: FBT001 - the one choice of the command line
    truth = _chars(written((ROOT / "examples" / "andringar-2026.md").read_text("utf-8")))
    with TemporaryDirectory() as folder:
        for name, scanner in list(SCANNERS.items())[: 1 if quick else None]:
            yield name, scanned(EXAMPLE, Path(folder, f"{scanner.dpi}.pdf"), scanner), truth
    if (FURTHER / "scan.pdf").exists() and not quick:
        yield "another document, 150 dpi", FURTHER / "scan.pdf", list(_told(FURTHER / "truth.json"))


def shown(name: str, path: Path, truth: list[Char]) -> Score:
    """Read one scan, print its line and return its score."""
    began = time.perf_counter()
    document = read(path)
    seconds = (time.perf_counter() - began) / (document.source.pages or 1)
    score = _score(document, truth)
    told = (score.struck.recall, score.struck.precision, score.inserted.f1, score.text.recall, score.figures.recall)
    print(f"{name:48}" + "".join(f"{each:14.4f}" for each in told), end="")
    print(f"{score.uncertain:14}{len(score.wrong_and_certain):14}{seconds:14.1f}")
    if score.wrong_and_certain:
        print(f"    wrong and certain: {', '.join(score.wrong_and_certain)}")
    return score


def _score(document: Document, truth: list[Char]) -> Score:
    found = _chars(document)
    marks = agreement(found, truth)
    have, want = _figures(found), _figures(truth)
    blocks = SequenceMatcher(a=have, b=want, autojunk=False).get_matching_blocks()
    right = {at for block in blocks for at in range(block.a, block.a + block.size)}
    doubted = {figure for each in document.uncertain for figure in re.findall(r"\d+", each.text)}
    wrong = tuple(figure for at, figure in enumerate(have) if at not in right and not any(part in figure for part in doubted))
    return Score(marks.struck, marks.inserted, marks.text, Share(len(right), len(have), len(want)), wrong, len(document.uncertain))


def _figures(chars: Iterable[Char]) -> list[str]:
    """Return the figures of a text, those of each mark for themselves."""
    return [
        figure.replace(" ", "")
        for _, run in groupby(chars, key=lambda char: char[1])
        for figure in FIGURE.findall("".join(text for text, _ in run))
    ]


def _chars(document: Document) -> list[Char]:
    return [char for paragraph in document.paragraphs for char in (*_of(paragraph), (" ", Mark.KEPT))]


def _of(paragraph: Paragraph) -> Iterator[Char]:
    yield from ((char, run.mark) for run in paragraph.runs for char in run.text)


def _told(path: Path) -> Iterator[Char]:
    """Yield the characters of a truth that is kept as JSON."""
    for block in json.loads(path.read_text("utf-8"))["blocks"]:
        holders = [cell for row in block["rows"] for cell in row] if block["kind"] == "table" else [block["runs"]]
        for runs in holders:
            yield from ((char, Mark(mark)) for text, mark in runs for char in text)
            yield " ", Mark.KEPT


if __name__ == "__main__":
    sys.exit(main())
