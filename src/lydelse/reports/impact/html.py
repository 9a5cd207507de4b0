"""What a proposal means for each unit as one HTML page: whole without scripts, for the screen and for paper."""

from __future__ import annotations

from lydelse.model.impact import Impact
from lydelse.reports.html import rendered
from lydelse.reports.impact.page import report_of


def write(impact: Impact, *, version: str, language: str = "sv") -> str:
    """Return the page; ``version`` is that of the program."""
    page = report_of(impact, language)
    return rendered("impact.html", language, page=page, version=version, kind_of=lambda block: type(block).__name__, script=None)
