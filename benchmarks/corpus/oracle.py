"""PDFium's characters and strokes, as ``formats/pdf`` gives them, held against pdfplumber's, over every PDF at hand.

pdfplumber reads with pdfminer, which shares no code with PDFium: what both see is there. ``docs/formats/pdf.md`` explains every kind
of difference. Of each file the first pages are compared, as many as ``PAGES_OF_EACH`` says.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import pdfplumber
from benchmarks.corpus import characters, lines
from benchmarks.corpus.characters import CHARACTER_KINDS, Char
from benchmarks.corpus.folder import BESIDE, every_pdf
from benchmarks.corpus.lines import LINE_KINDS, Line
from pdfplumber.page import Page as PlumberPage
from pdfplumber.utils.exceptions import PdfminerException

from lydelse.errors import UnreadableFileError
from lydelse.formats.pdf import Page, PdfFile, open_pdf

PAGES_OF_EACH = 8
WORKERS = 2
SPACES = ("space", "space-ours", "space-theirs")


@dataclass(frozen=True)
class Held:
    """One file, read by both: counts by the kinds of difference, or which of the two could not open it."""

    file: str
    pages: int = 0
    chars: Counter[str] = field(default_factory=Counter)
    strokes: Counter[str] = field(default_factory=Counter)
    refused: str = ""


def measure_oracle() -> tuple[float, float]:
    """Print the kinds of difference and return the shares of characters and of strokes that are equal."""
    files = every_pdf()
    with ProcessPoolExecutor(WORKERS) as workers:
        each = list(workers.map(held, files))
    compared = [one for one in each if not one.refused]
    chars: Counter[str] = sum((one.chars for one in compared), Counter())
    strokes: Counter[str] = sum((one.strokes for one in compared), Counter())
    pages = sum(one.pages for one in compared)
    print(f"\nPDFium and pdfplumber: {len(compared)} of {len(files)} files, {pages} pages (at most {PAGES_OF_EACH} of each file)")
    spaces = Counter({kind: chars.pop(kind, 0) for kind in SPACES})
    shares = _table("characters", chars, CHARACTER_KINDS, compared), _table("strokes", strokes, LINE_KINDS, compared)
    print("  spaces: " + ", ".join(f"{count} {CHARACTER_KINDS[kind].removeprefix('a ')}" for kind, count in spaces.items()))
    for refusal in sorted({one.refused for one in each if one.refused}):
        names = [one.file for one in each if one.refused == refusal]
        print(f"  {refusal} ({len(names)}): {', '.join(names)}")
    return shares


def _table(what: str, counts: Counter[str], kinds: Mapping[str, str], files: Sequence[Held]) -> float:
    """Print how many there are of each kind, in how many files and where most; return the share of what is equal."""
    share = counts["equal"] / max(1, counts.total())
    print(f"  {what}: {100 * share:.2f} % equal")
    for kind, meaning in kinds.items():
        having = sorted((count, one.file) for one in files if (count := (one.chars if what == "characters" else one.strokes)[kind]))
        if counts[kind]:
            most = f", most in {having[-1][1]}" if kind != "equal" else ""
            print(f"    {counts[kind]:8} {meaning} ({len(having)} files{most})")
    return share


def held(file: Path) -> Held:
    """Read the first pages of a file twice and compare them."""
    logging.disable(logging.CRITICAL)  # pdfminer says at length what it makes of odd files
    name = str(file.relative_to(BESIDE)) if file.is_relative_to(BESIDE) else f"{file.parent.name}/{file.name}"
    try:
        ours = open_pdf(file)
    except UnreadableFileError:
        ours = None
    try:
        theirs = pdfplumber.open(file)
    except PdfminerException:
        theirs = None
    if ours is None or theirs is None:
        both = ours is None and theirs is None
        return Held(
            name, refused="opened by neither" if both else "opened by pdfplumber alone" if ours is None else "opened by PDFium alone"
        )
    with ours, theirs:
        return _compared(name, ours, theirs.pages[:PAGES_OF_EACH])


def _compared(name: str, ours: PdfFile, theirs: Sequence[PlumberPage]) -> Held:
    result = Held(name, pages=len(theirs))
    for page in theirs:
        own = ours.page(page.page_number) if page.page_number <= ours.page_count else None
        if not isinstance(own, Page):
            return Held(name, refused="with pages that pdfplumber alone has")
        right, down = _offset(page)
        result.chars.update(characters.compared([Char(g.text, g.x, g.baseline) for g in own.glyphs], _chars(page, right, down)))
        strokes = [lines.middle(*s.box) if s.horizontal or s.vertical else Line(*s.box) for s in own.strokes]
        found = [
            Line(x0 - right, top - down, x1 - right, bottom - down, limit) for x0, top, x1, bottom, limit in lines.lines_of(page.objects)
        ]
        result.strokes.update(lines.compared(strokes, found))
        page.close()
    return result


def _chars(page: PlumberPage, right: float, down: float) -> list[Char]:
    """Return pdfplumber's characters with their origins, which stand in their matrices, measured as ours are."""
    height = float(page.height)
    return [Char(char["text"], float(char["matrix"][4]) - right, height - float(char["matrix"][5]) - down) for char in page.chars]


def _offset(page: PlumberPage) -> tuple[float, float]:
    """Return how far the visible part of a page as seen begins from its sheet's left and top; pdfplumber measures from the sheet."""
    left, bottom, right, top = _ordered(page.page_obj.mediabox)
    crop = _ordered(page.page_obj.cropbox)
    inside = max(left, crop[0]), max(bottom, crop[1]), min(right, crop[2]), min(top, crop[3])
    match page.rotation:
        case 90:
            return inside[1] - bottom, inside[0] - left
        case 180:
            return right - inside[2], inside[1] - bottom
        case 270:
            return top - inside[3], right - inside[2]
        case _:
            return inside[0] - left, top - inside[3]


def _ordered(box: Sequence[float]) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (float(side) for side in box)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
