"""Tables of contents: their entries are paragraphs, and neither headings nor items.

The page number at an entry's end is left out: it says how the pages broke when the file was last printed, and is no figure of the
document.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lydelse.model.text import Run, joined
from lydelse.patterns import compiled
from lydelse.records import replace

_PAGES = compiled(r"(?:\s*(?:\t|\.{3,}|…|(?:\. ){3,})[\s.…]*(?:\d{1,4}|[ivxlcdm]{1,6})?)+\s*$", re.IGNORECASE)
"""What stands after an entry's title: a tab or dots, and the page, several times where the pages have marks of their own."""


def without_page(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return an entry's runs without the page number."""
    whole = "".join(run.text for run in runs)
    found = _PAGES.search(whole)
    left = found.start() if found else len(whole)
    kept: list[Run] = []
    for run in runs:
        kept.append(replace(run, text=run.text[:left]))
        left = max(0, left - len(run.text))
    return joined(kept)
