"""Text -> its lines of body text, with what stands between pages taken out of the way: links, page numbers, running lines."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from lydelse.model.document import Furniture
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

SPACES = " \t\u00a0\u2007\u2009\u202f"

_LINK = compiled(r"(?:https?://|ftp://|www\.|mailto:)\S+$", re.IGNORECASE)
_PAGE_OF = compiled(
    r"(?:sida|sid\.?|s\.?)?\s*\d{1,4}\s*(?:\(\s*\d{1,4}\s*\)|av\s+\d{1,4}|/\s*\d{1,4})$|(?:sida|sid\.?)\s+\d{1,4}$", re.IGNORECASE
)
_LONE_NUMBER = compiled(r"[-–]?\s*(\d{1,4})\s*[-–]?$")
_EDGE = 3  # lines at the top and bottom of a page that may be running lines
_MOST_PAGES = 0.6  # of the pages: a line that stands alone on so many is a running one wherever it stands
_RUNS_FROM = 3  # pages on which the same line must stand to be a running one


@dataclass(frozen=True, slots=True)
class Line:
    """A physical line. ``raw`` keeps its gaps; ``after_gap`` says that an empty line or a page's end stands above it.

    ``indent`` is the space before the first character. ``page`` is known where form feeds part the pages. ``turns`` says that the line
    seems to be the first of its page: text copied out of a PDF begins a page with one space.
    """

    text: str
    raw: str
    after_gap: bool
    page: int | None = None
    turns: bool = False
    indent: str = ""

    @property
    def is_link(self) -> bool:
        """Tell whether the line is the address of a link and nothing else."""
        return bool(_LINK.match(self.text)) and " " not in self.text


def lines_of(text: str) -> tuple[list[Line], list[Furniture]]:
    """Return the body's lines in order, and the running headers, footers and page numbers that stood among them."""
    paged = "\f" in text.rstrip("\f\n ")
    lines = list(_lines(text, paged=paged))
    running = _running_lines(lines) if paged else {}
    numbers = _page_numbers(lines)
    furniture = [Furniture(kind, words, tuple(sorted(pages))) for (kind, words), pages in running.items()]
    kept: list[Line] = []
    gap = False
    for at, line in enumerate(lines):
        if at in numbers or _runs(lines, at, running):
            if at in numbers:
                furniture.append(Furniture("footer", line.text, (line.page,) if line.page else ()))
            gap = gap or line.after_gap
            continue
        kept.append(replace(line, after_gap=line.after_gap or gap))
        gap = False
    return kept, furniture


def folded(text: str) -> str:
    """Return text with each stretch of ordinary space made one, and none at the ends; hard spaces stay.

    Two spaces stay between figures that one would make a single number of: "478   492" is not "478 492".
    """
    return re.sub(r"(?P<parted>(?<=\d)(?:[ \t]{2,}|\t)(?=\d{3}(?!\d)))|[ \t]{2,}|\t", _one_space, text).strip(SPACES + "\n")


def _one_space(gap: re.Match[str]) -> str:
    return "  " if gap["parted"] else " "


def _lines(text: str, *, paged: bool) -> Iterator[Line]:
    gap = False
    for number, page in enumerate(text.split("\f"), 1):
        first = True
        for raw in page.split("\n"):
            words = folded(raw)
            if not words:
                gap = True
                continue
            turns = (paged and first) or (not paged and raw[:1] == " " and raw[1:2] not in SPACES)
            indent = raw[: len(raw) - len(raw.lstrip(SPACES))]
            yield Line(words, raw.strip(SPACES), gap, number if paged else None, turns, indent)
            gap = first = False


def _runs(lines: list[Line], at: int, running: dict[tuple[str, str], set[int]]) -> bool:
    alone = lines[at].after_gap and (at + 1 == len(lines) or lines[at + 1].after_gap)
    kinds = ("header", "footer") if alone else tuple(_edges_of(lines, at))
    return any((kind, lines[at].text) in running for kind in kinds)


def _edges_of(lines: list[Line], at: int) -> Iterator[str]:
    page = lines[at].page
    if at < _EDGE or lines[at - _EDGE].page != page:
        yield "header"
    if at + _EDGE >= len(lines) or lines[at + _EDGE].page != page:
        yield "footer"


def _running_lines(lines: list[Line]) -> dict[tuple[str, str], set[int]]:
    """Return the lines at page edges that stand on several pages, none but such between them and the edge, with each wording's pages."""
    pages: dict[tuple[str, str], set[int]] = defaultdict(set)
    for at, line in enumerate(lines):
        for kind in _edges_of(lines, at):
            for shape in _shapes(line):
                pages[kind, shape].add(line.page or 0)
    repeated = [
        {kind for kind in _edges_of(lines, at) if any(len(pages[kind, shape]) >= _RUNS_FROM for shape in _shapes(line))}
        for at, line in enumerate(lines)
    ]
    found: dict[tuple[str, str], set[int]] = defaultdict(set)
    taken: set[int] = set()
    for kind, order in (("header", range(len(lines))), ("footer", range(len(lines) - 1, -1, -1))):
        page, unbroken = None, False
        for at in order:
            unbroken = kind in repeated[at] and at not in taken and (unbroken or lines[at].page != page)
            page = lines[at].page
            if unbroken:
                found[kind, lines[at].text].add(page or 0)
                taken.add(at)
    return {**found, **_standing_alone(lines)}


def _standing_alone(lines: list[Line]) -> dict[tuple[str, str], set[int]]:
    """Return the lines that stand alone on most pages, wherever the copying put them: parts of a header of several columns."""
    alone: dict[tuple[str, str], set[int]] = defaultdict(set)
    for at, line in enumerate(lines):
        if line.after_gap and (at + 1 == len(lines) or lines[at + 1].after_gap):
            alone["header", line.text].add(line.page or 0)
    enough = max(_RUNS_FROM + 1, _MOST_PAGES * len({line.page for line in lines}))
    return {key: pages for key, pages in alone.items() if len(pages) >= enough}


def _shapes(line: Line) -> Iterator[str]:
    """Yield what a running line has in common with those of other pages: all of it, or all but a number that counts the pages."""
    yield line.text
    for number in re.finditer(r"\d{1,4}", line.text):
        yield f"{line.text[: number.start()]}#{int(number[0]) - (line.page or 0)}#{line.text[number.end() :]}"


def _page_numbers(lines: list[Line]) -> set[int]:
    """Return where page numbers stand: "3 (13)", "Sida 3 av 13", and lone numbers that count upwards by one."""
    stated = {at for at, line in enumerate(lines) if _PAGE_OF.fullmatch(line.text)}
    lone = [(at, int(match[1])) for at, line in enumerate(lines) if (match := _LONE_NUMBER.fullmatch(line.text))]
    counting = Counter(number - order for order, (_, number) in enumerate(lone))
    start, length = counting.most_common(1)[0] if counting else (0, 0)
    if length >= _RUNS_FROM and length == len(lone):
        stated |= {at for order, (at, number) in enumerate(lone) if number - order == start}
    return stated


def without_links(lines: Iterable[Line]) -> tuple[list[Line], list[tuple[int, Line]]]:
    """Return the lines that are no links, and each link with the number of lines that stand before it."""
    kept: list[Line] = []
    links: list[tuple[int, Line]] = []
    gap = False
    for line in lines:
        if line.is_link:
            links.append((len(kept), line))
            gap = gap or line.after_gap
        else:
            kept.append(replace(line, after_gap=line.after_gap or gap))
            gap = False
    return kept, links
