"""Letters that are drawn as shapes and not written, as some programs save text: nothing of them can be read, so they are told.

A row of letters is many small shapes on one baseline, of many widths and several heights. Logotypes stand at the page's head or foot.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from lydelse.formats.pdf import BrokenPage, Page
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Box

EDGE = 0.15  # of the page's height at each end
MOST_SHAPES = 20_000  # on a page: a map
LOWEST, HIGHEST = 2.0, 9.0  # points
SAME_BASELINE = 0.35  # points: round letters reach below the others
APART = 5.0  # points between two letters, a space between them
FEWEST = 15  # letters of a row
FEWEST_WIDTHS, FEWEST_HEIGHTS = 5, 3  # told apart by a quarter of a point
FEWEST_ROWS = 2


def outlined_letters(pages: Iterable[Page | BrokenPage]) -> Iterator[Unread]:
    """Yield one question for a document on whose pages rows of shapes look like letters."""
    found = [page.number for page in pages if isinstance(page, Page) and len(_rows(page)) >= FEWEST_ROWS]
    if found:
        facts: dict[str, Fact] = {"page": found[0], "count": len(found)}
        yield Unread("X905", Severity.QUESTION, Message("X905.pdf-outlined", facts), found[0])


def _rows(page: Page) -> list[Sequence[Box]]:
    if not FEWEST * FEWEST_ROWS <= len(page.fills) <= MOST_SHAPES:
        return []
    levels: dict[int, list[Box]] = defaultdict(list)
    narrow = (stroke.box for stroke in page.strokes if stroke.vertical)  # "i" and "l" are as thin as lines
    for box in (*(fill.box for fill in page.fills), *narrow):
        if LOWEST <= box.height <= HIGHEST and EDGE * page.height < box.bottom < (1 - EDGE) * page.height:
            levels[round(box.bottom / SAME_BASELINE)].append(box)
    rows = (run for own in levels.values() for run in _runs(sorted(own)))
    return [run for run in rows if len(run) >= FEWEST and _look_like_letters(run)]


def _runs(boxes: Sequence[Box]) -> Iterator[list[Box]]:
    """Yield the shapes that stand beside one another, none over another."""
    run = list(boxes[:1])
    for before, box in pairwise(boxes):
        if not -1.0 <= box.x0 - before.x1 <= APART:
            yield run
            run = []
        run.append(box)
    yield run


def _look_like_letters(run: Iterable[Box]) -> bool:
    boxes = tuple(run)
    widths, heights = ({round(4 * size) for size in sizes} for sizes in ([b.width for b in boxes], [b.height for b in boxes]))
    return len(widths) >= FEWEST_WIDTHS and len(heights) >= FEWEST_HEIGHTS
