"""Running headers, footers and page numbers: what stands at the edge of page after page, taken out of the body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median
from typing import NamedTuple

from lydelse.extractors.pdf.line import Line
from lydelse.model.document import Furniture
from lydelse.patterns import compiled

EDGE = 0.2  # of the page's height, at the top and at the bottom: a letterhead with four lines stays within
DEEPEST = 8  # lines from the edge
SAME_HEIGHT_WITHIN = 6.0  # points: the same header on upright pages whose first line is larger
USUAL_ON = 0.5  # of the pages, or of every other page, or of all but the first
SURE_ON = 0.9  # of the pages: here the distance to the body need not say so too
APART_FROM = 1.5  # usual line pitches between furniture and body: a table's header row stands closer to its rows
NUMBER = compiled(r"\d+")
PAGE_NUMBER = compiled(r"(?:sid(?:a|an|nr)?\.?|page|s\.)?\s*[-–]?\s*(\d{1,4})\s*(?:(?:av|of|/|\()\s*\d{1,4}\)?)?\s*[-–]?", re.IGNORECASE)
ROMAN = compiled(r"[ivxl]{1,6}", re.IGNORECASE)


class Sheet(NamedTuple):
    """The lines of one page from the top, and the page's height in points."""

    number: int
    height: float
    lines: tuple[Line, ...]


class Edge(NamedTuple):
    """One place of furniture: at which end of the page, and its text with the figures left open."""

    kind: str
    pattern: str


class Running(NamedTuple):
    """Furniture that runs through the document: the height that it stands at, and whether so many pages have it that it is sure."""

    level: float
    sure: bool


class Seen(NamedTuple):
    """A line at a page's edge, with its distance to the line towards the body."""

    sheet: Sheet
    line: Line
    apart: float


def without_furniture(sheets: Sequence[Sheet]) -> tuple[tuple[Sheet, ...], tuple[Furniture, ...]]:
    """Return the pages with their body alone, and the furniture that was taken out."""
    repeated = _repeated(sheets)
    pitch = _pitch(sheets)
    bodies: list[Sheet] = []
    taken: dict[Edge, list[Line]] = defaultdict(list)
    for sheet in sheets:
        edges = [*_outermost(sheet, "header", repeated, pitch), *_outermost(sheet, "footer", repeated, pitch)]
        for edge, line in edges:
            taken[edge].append(line)
        out = {id(line) for _, line in edges}
        bodies.append(sheet._replace(lines=tuple(line for line in sheet.lines if id(line) not in out)))
    if sum(not sheet.lines for sheet in bodies) > len(bodies) / 2:
        return tuple(sheets), ()  # labels or slides: what is repeated is all there is
    return tuple(bodies), tuple(_furniture(edge, lines) for edge, lines in taken.items())


def _furniture(edge: Edge, lines: list[Line]) -> Furniture:
    return Furniture(edge.kind, lines[0].text, tuple(line.page for line in lines))


def pattern_of(text: str) -> str:
    """Return a text with its figures left open."""
    return NUMBER.sub("#", " ".join(text.lower().split()))


def _at_edge(sheet: Sheet, kind: str) -> Iterator[Seen]:
    """Yield the lines at one edge, from the edge towards the body."""
    lines = sheet.lines if kind == "header" else sheet.lines[::-1]
    for at, line in enumerate(lines[:DEEPEST]):
        depth = line.baseline if kind == "header" else sheet.height - line.baseline
        if depth > EDGE * sheet.height:
            return
        following = lines[at + 1] if at + 1 < len(lines) else None
        yield Seen(sheet, line, abs(following.baseline - line.baseline) if following else sheet.height)


def _repeated(sheets: Sequence[Sheet]) -> dict[Edge, Running]:
    """Return the furniture that runs through the document."""
    groups: dict[Edge, list[Seen]] = defaultdict(list)
    for sheet in sheets:
        for kind in ("header", "footer"):
            for seen in _at_edge(sheet, kind):
                groups[Edge(kind, pattern_of(seen.line.text))].append(seen)
    found: dict[Edge, Running] = {}
    for edge, group in groups.items():
        level = median(_depth(seen) for seen in group)
        steady = [seen for seen in group if abs(_depth(seen) - level) <= SAME_HEIGHT_WITHIN]
        numbers = {seen.sheet.number for seen in steady}
        figures = [figures_in(seen.line.text, seen.sheet.number) for seen in steady]
        if len(numbers) > 1 and _is_usual(numbers, len(sheets)) and are_of_furniture(figures):
            found[edge] = Running(level, sure=len(numbers) >= max(3, SURE_ON * (len(sheets) - 1)))
    return found


def _depth(seen: Seen) -> float:
    """Return the height from the page's own edge, so that pages of two sizes agree."""
    top = seen.line.baseline
    return top if top < seen.sheet.height / 2 else seen.sheet.height - top


def _is_usual(numbers: set[int], pages: int) -> bool:
    """Tell whether so many pages have it: half of those after the first, every other, or nearly all of a part of the document."""
    first, last = min(numbers), max(numbers)
    of_every_other = len({number % 2 for number in numbers}) == 1 and len(numbers) >= max(2, (pages // 2) * SURE_ON)
    of_a_part = len(numbers) >= max(3, (last - first + 1) * SURE_ON)
    return len(numbers) >= USUAL_ON * (pages - 1) or of_every_other or of_a_part


def figures_in(text: str, page: int) -> list[tuple[int, int]]:
    """Return the figures of a line, each with the page that it stands on."""
    return [(int(figure), page) for figure in NUMBER.findall(text)]


def are_of_furniture(lines: Iterable[Sequence[tuple[int, int]]]) -> bool:
    """Tell whether the figures of a repeated line are those of furniture: the same on all pages, the page's own number, or years."""
    return all(_is_steady(place) for place in zip(*lines, strict=True))


def _is_steady(figures: Sequence[tuple[int, int]]) -> bool:
    same = len({figure for figure, _ in figures}) == 1
    numbering = len({figure - page for figure, page in figures}) == 1
    return same or numbering or all(1990 <= figure < 2100 for figure, _ in figures)


def _pitch(sheets: Sequence[Sheet]) -> float:
    pitches = [
        later.baseline - earlier.baseline
        for sheet in sheets
        for earlier, later in zip(sheet.lines, sheet.lines[1:], strict=False)
        if later.baseline > earlier.baseline
    ]
    return median(pitches) if pitches else 14.0


def _outermost(sheet: Sheet, kind: str, repeated: dict[Edge, Running], pitch: float) -> list[tuple[Edge, Line]]:
    """Return the furniture of one edge: what is repeated, or a page number, with nothing of the body outside it."""
    found: list[tuple[Edge, Seen]] = []
    passed = kind == "footer" or sheet.number > 1  # the first page may have a letterhead of its own outside the running header
    for seen in _at_edge(sheet, kind):
        edge = Edge(kind, pattern_of(seen.line.text))
        running = repeated.get(edge)
        if running and abs(_depth(seen) - running.level) <= SAME_HEIGHT_WITHIN:
            found.append((edge, seen))
        elif _is_page_number(seen):
            found.append((Edge(kind, "#"), seen))
        elif passed:
            break
        else:
            passed = True
    while found and not _is_parted(*found[-1], repeated, pitch):
        found.pop()
    return [(edge, seen.line) for edge, seen in found]


def _is_parted(edge: Edge, seen: Seen, repeated: dict[Edge, Running], pitch: float) -> bool:
    """Tell whether the innermost line is furniture without doubt, or stands apart from the body as furniture does."""
    running = repeated.get(edge)
    return (running is not None and running.sure) or seen.apart >= APART_FROM * pitch


def _is_page_number(seen: Seen) -> bool:
    """Tell whether a lone line at the edge says which page it is, as printed on this very page."""
    match = PAGE_NUMBER.fullmatch(seen.line.text.strip())
    return bool(match) and int(match[1]) == seen.sheet.number and seen.apart >= APART_FROM * seen.line.size if match else False
