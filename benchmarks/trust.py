"""How far scans can be trusted: ``make bench-trust``.

The example is scanned at three resolutions, crooked, grey and in colour, with specks and compressed, and held against the lines of text
that it was made from. Where a scan of another document with known truth lies beside the project (``../shared``) it is measured too.
``--quick`` measures the first of the scans alone; ``--made LOT`` the invented documents of a lot of ``scans_made``.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.agreement import Char, Share, agreement
from benchmarks.scans_made import made

from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.formats.picture import missing
from lydelse.model.document import Document
from lydelse.model.place import Box, Place
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
    """How a scan was read: marks, text, figures, which are wrong without being told as uncertain, and which are not there at all."""

    struck: Share
    inserted: Share
    text: Share
    figures: Share
    wrong_and_certain: tuple[str, ...]
    lost: tuple[str, ...]
    uncertain: int

    @property
    def holds(self) -> bool:
        """Tell whether a scan is read as well as it must be."""
        marks = self.struck.recall >= LEAST_RECALL and self.struck.precision >= LEAST_PRECISION
        return marks and self.figures.recall >= LEAST_FIGURES and not self.wrong_and_certain


class Seen(NamedTuple):
    """A figure with the letters around it, and whether it is told as uncertain."""

    text: str
    is_doubted: bool = False


def main() -> int:
    """Print the table; fail where a scan is read worse than it must be."""
    lacking = missing()
    if lacking:
        print(f"{lacking} is not installed: no scan can be read.")
        return 1
    heads = ("struck recall", "precision", "insert F1", "text", "figures", "uncertain", "wrong", "lost", "s/page")
    print(f"{'scan':48}" + "".join(f"{head:>14}" for head in heads))
    scans = _made(sys.argv[-1]) if "--made" in sys.argv else _scans("--quick" in sys.argv)
    scores = [shown(name, path, truth) for name, path, truth in scans]
    right, wanted = sum(each.figures.right for each in scores), sum(each.figures.wanted for each in scores)
    wrong, uncertain = sum(len(each.wrong_and_certain) for each in scores), sum(each.uncertain for each in scores)
    below = sum(not each.holds for each in scores)
    print(
        f"{right} of {wanted} figures right ({right / wanted:.4f}), {uncertain} uncertain, {wrong} wrong and certain; {below} below a floor"
    )
    return int(below > 0)


def _scans(quick: bool) -> Iterator[tuple[str, Path, list[Char]]]:  # noqa: FBT001 - the one choice of the command line
    truth = _chars(written((ROOT / "examples" / "andringar-2026.md").read_text("utf-8")))
    with TemporaryDirectory() as folder:
        for name, scanner in list(SCANNERS.items())[: 1 if quick else None]:
            yield name, scanned(EXAMPLE, Path(folder, f"{scanner.dpi}.pdf"), scanner), truth
    if (FURTHER / "scan.pdf").exists() and not quick:
        yield "another document, 150 dpi", FURTHER / "scan.pdf", list(_told(FURTHER / "truth.json"))


def _made(half: str) -> Iterator[tuple[str, Path, list[Char]]]:
    with TemporaryDirectory() as folder:
        for each in made(half):
            yield each.name, each.scanned_in(Path(folder)), _chars(each.case.accepted[0])


def shown(name: str, path: Path, truth: list[Char]) -> Score:
    """Read one scan, print its line and return its score."""
    began = time.perf_counter()
    document = read(path)
    seconds = (time.perf_counter() - began) / (document.source.pages or 1)
    score = score_of(document, truth)
    told = (score.struck.recall, score.struck.precision, score.inserted.f1, score.text.recall, score.figures.recall)
    print(f"{name:48}" + "".join(f"{each:14.4f}" for each in told), end="")
    print(f"{score.uncertain:14}{len(score.wrong_and_certain):14}{len(score.lost):14}{seconds:14.1f}")
    if score.wrong_and_certain:
        print(f"    wrong and certain: {', '.join(score.wrong_and_certain)}")
    if score.lost:
        print(f"    not there: {', '.join(score.lost)}")
    return score


def score_of(document: Document, truth: list[Char]) -> Score:
    """Hold a document as read against its truth."""
    marks = agreement(_chars(document), truth)
    have, want = list(_seen(document)), _figures(truth)
    wrong: list[str] = []
    lost: list[str] = []
    right = 0
    for kind, first, last, begins, ends in SequenceMatcher(a=[each.text for each in have], b=want, autojunk=False).get_opcodes():
        if kind == "equal":
            right += last - first
            continue
        wrong += [f"{each.text} ({' '.join(want[begins:ends])})" for each in have[first:last] if not each.is_doubted]
        lost += want[begins:ends][last - first :]
    return Score(
        marks.struck, marks.inserted, marks.text, Share(right, len(have), len(want)), tuple(wrong), tuple(lost), len(document.uncertain)
    )


def _figures(chars: Iterable[Char]) -> list[str]:
    """Return the figures of a text, those of each mark for themselves."""
    text = "".join(f"{char}" if mark is before else f"\n{char}" for (char, mark), before in _with_mark_before(chars))
    return [figure.replace(" ", "") for figure in FIGURE.findall(text)]


def _with_mark_before(chars: Iterable[Char]) -> Iterator[tuple[Char, Mark]]:
    before = Mark.KEPT
    for char in chars:
        yield char, before
        before = char[1]


def _seen(document: Document) -> Iterator[Seen]:
    """Yield the figures of a document in order, each with whether it stands where a figure is told as uncertain."""
    for paragraph in document.paragraphs:
        at = 0
        for run in paragraph.runs:
            for found in FIGURE.finditer(run.text):
                place = paragraph.place_of(at + found.start(), at + found.end())
                yield Seen(found[0].replace(" ", ""), _is_doubted(place, document))
            at += len(run.text)


def _is_doubted(place: Place, document: Document) -> bool:
    own = place.box
    return own is not None and any(each.page == place.page and _overlap(own, each.box) for each in document.uncertain)


def _overlap(one: Box, other: Box) -> bool:
    return one.x0 < other.x1 and other.x0 < one.x1 and one.top < other.bottom and other.top < one.bottom


def _chars(document: Document) -> list[Char]:
    return [char for paragraph in document.paragraphs for char in (*_of(paragraph), ("\n", Mark.KEPT))]


def _of(paragraph: Paragraph) -> Iterator[Char]:
    yield from ((char, run.mark) for run in paragraph.runs for char in run.text)


def _told(path: Path) -> Iterator[Char]:
    """Yield the characters of a truth that is kept as JSON."""
    for block in json.loads(path.read_text("utf-8"))["blocks"]:
        holders = [cell for row in block["rows"] for cell in row] if block["kind"] == "table" else [block["runs"]]
        for runs in holders:
            yield from ((char, Mark(mark)) for text, mark in runs for char in text)
            yield "\n", Mark.KEPT


if __name__ == "__main__":
    sys.exit(main())
