"""Tables whose last columns stand on the next page, as a spreadsheet prints a sheet that is wider than its paper.

Their figures are then rows without names. Whose they are, the height tells that they stand at; it is asked about, not joined.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lydelse.extractors.pdf.furniture import Sheet
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.patterns import compiled

FEWEST_ROWS = 3
SAME_HEIGHT = 1.0  # points between the baselines of one row on two pages
AT_ROWS_FROM = 0.9  # of the lines of the second page
NAMELESS_FROM = 0.6  # of them, figures alone
QUOTED = 60  # characters

_FIGURES = compiled(r"(?:[-–−+(]?\d[\d\s.,:]*\)?\s*(?:%|kr|tkr|mkr)?\s*|[-–—]\s*)+")
_NAMED = compiled(r"[^\W\d_]{3}")


def columns_on_the_next_page(sheets: Sequence[Sheet]) -> Iterator[Unread]:
    """Yield one question for the pages whose lines may be columns of the rows on the page before."""
    found = [(before, after) for before, after in pairwise(sheets) if _goes_on(before, after)]
    if not found:
        return
    before, after = found[0]
    text = " ".join(line.text for line in after.lines)[:QUOTED]
    facts: dict[str, Fact] = {"page": after.number, "before": before.number, "count": len(found), "text": text}
    yield Unread("X905", Severity.QUESTION, Message("X905.pdf-columns-on", facts), after.number)


def _goes_on(before: Sheet, after: Sheet) -> bool:
    """Tell whether nearly all lines of a page stand at the height of rows on the page before, and most of them are rows without a name."""
    named = [line for line in before.lines if _NAMED.search(line.text)]
    rows = [line for line in after.lines if any(abs(line.baseline - other.baseline) <= SAME_HEIGHT for other in before.lines)]
    nameless = [
        line
        for line in rows
        if _FIGURES.fullmatch(line.text) and any(abs(line.baseline - other.baseline) <= SAME_HEIGHT for other in named)
    ]
    enough = len(nameless) >= max(FEWEST_ROWS, NAMELESS_FROM * len(after.lines))
    return enough and len(rows) >= AT_ROWS_FROM * len(after.lines)
