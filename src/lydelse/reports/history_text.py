"""A quantity through the years, on the screen: a table for each quantity, then the text that was found."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from lydelse.model.history import History, Point, Quoted, Series
from lydelse.model.message import Message
from lydelse.model.text import Version
from lydelse.reports.unbreakable import printable
from lydelse.reports.wording import figure, name_of, say

SERIES_SHOWN = 10
PASSAGES_SHOWN = 5
QUOTED_AT_MOST = 240


def write(history: History, language: str = "sv") -> str:
    """Return the lines."""
    parts = [table_of(series, language) for series in history.series[:SERIES_SHOWN]]
    parts += [list(_more(history, language)), list(_passages(history, language))]
    if not history.series and not history.passages:
        parts = [[say(Message("history.none", {"query": history.query}), language)]]
    return printable("\n\n".join("\n".join(lines) for lines in parts if lines)) + "\n"


def table_of(series: Series, language: str) -> list[str]:
    """Return a quantity's heading and its rows."""
    rows = [row_of(before, point, language) for before, point in zip((None, *series.points), series.points, strict=False)]
    widths = [max(len(row[at]) for row in rows) for at in range(3)]
    lines = [
        "  ".join((year.ljust(widths[0]), value.rjust(widths[1]), change.rjust(widths[2]), where)) for year, value, change, where in rows
    ]
    return [title_of(series), *(f"  {line}".rstrip() for line in lines)]


def title_of(series: Series) -> str:
    """Return what a quantity is called."""
    column = f", {series.column}" if series.column else ""
    return f"{series.label}{column}" + (f" ({series.heading})" if series.heading else "")


def row_of(before: Point | None, point: Point, language: str) -> tuple[str, str, str, str]:
    """Return the year, the figure, by how many per cent it moved since the row before, and where it stands."""
    year = "–" if point.year is None else f"{point.year}" if point.year_said else f"({point.year})"
    unit = f" {point.amount.unit}" if point.amount.unit else ""
    return year, f"{figure(point.amount.value, language)}{unit}", _moved(before, point, language), where_of(point, language)


def where_of(point: Point, language: str) -> str:
    """Return the document, the section and the page that state a figure, and in which version."""
    amount = point.amount
    place = [point.document.name, amount.section]
    place += [say(Message("report.page", {"page": amount.page}), language)] if amount.page else []
    version = [name_of(amount.version, language)] if point.document.redline != "none" or amount.version is Version.BEFORE else []
    return ", ".join(filter(None, [*place, *version]))


def _moved(before: Point | None, point: Point, language: str) -> str:
    if before is None or not before.exactly or before.exactly == point.exactly or before.year == point.year:
        return ""
    percent = ((point.exactly - before.exactly) / before.exactly * 100).quantize(Decimal("0.1"))
    return f"{figure(percent, language, signed=True)} %"


def _more(history: History, language: str) -> Iterator[str]:
    left = len(history.series) - SERIES_SHOWN
    if left > 0:
        yield say(Message("history.more", {"n": left}), language)


def _passages(history: History, language: str) -> Iterator[str]:
    if history.passages:
        yield say(Message("history.passages", {"n": len(history.passages)}), language)
    for quoted in history.passages[:PASSAGES_SHOWN]:
        yield f"  {source_of(quoted, language)}: {quote_of(quoted)}"


def source_of(quoted: Quoted, language: str) -> str:
    """Return the document, the section and the page of a passage."""
    passage = quoted.passage
    page = say(Message("report.page", {"page": passage.page}), language) if passage.page else ""
    return ", ".join(filter(None, (quoted.document.name, passage.section, page)))


def quote_of(quoted: Quoted) -> str:
    """Return the text of a passage on one line, cut where it is long."""
    text = " ".join(quoted.passage.text.split())
    return text if len(text) <= QUOTED_AT_MOST else text[:QUOTED_AT_MOST].rpartition(" ")[0] + " …"
