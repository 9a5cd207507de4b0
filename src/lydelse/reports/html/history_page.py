"""Quantities through the years as one page: for each a picture and a table, then the text that was found."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from markupsafe import Markup, escape

from lydelse.model.history import History, Point, Series
from lydelse.model.message import Message
from lydelse.records import dataclass
from lydelse.reports.history_text import PASSAGES_SHOWN, SERIES_SHOWN, quote_of, row_of, source_of, title_of
from lydelse.reports.html import rendered
from lydelse.reports.wording import figure, say

_WIDTH, _HEIGHT, _EDGE, _HIGH, _LOW = 720, 220, 70, 40, 170


@dataclass(frozen=True, slots=True)
class ShownSeries:
    """A quantity on the page. ``picture`` is "" where one year is all that is stated."""

    title: str
    picture: Markup
    rows: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """Everything on the page."""

    history: History
    series: tuple[ShownSeries, ...]
    more: int
    passages: tuple[tuple[str, str], ...]


def write(history: History, *, version: str, language: str = "sv") -> str:
    """Return the page; ``version`` is that of the program."""
    series = tuple(_shown(each, language) for each in history.series[:SERIES_SHOWN])
    passages = tuple((source_of(each, language), quote_of(each)) for each in history.passages[: 4 * PASSAGES_SHOWN])
    page = HistoryPage(history, series, max(0, len(history.series) - SERIES_SHOWN), passages)
    return rendered("history.html", language, page=page, version=version, script=None)


def _shown(series: Series, language: str) -> ShownSeries:
    rows = tuple(row_of(before, point, language) for before, point in zip((None, *series.points), series.points, strict=False))
    return ShownSeries(title_of(series), drawn(series, language) if len(series.years) > 1 else Markup(), rows)


def drawn(series: Series, language: str) -> Markup:
    """Return the picture: a dot for each figure at its year, and a line through the last that is stated for each year."""
    points = [point for point in series.points if point.year is not None]
    least, most = min(point.exactly for point in points), max(point.exactly for point in points)
    last_of_year = {point.year: point for point in points}
    spots = {id(point): (_across(point, series.years), _up(point.exactly, least, most)) for point in points}
    line = " ".join("{:.1f},{:.1f}".format(*spots[id(point)]) for point in last_of_year.values())
    parts = [f'<line class="zero" x1="{_EDGE}" y1="{_LOW + 12}" x2="{_WIDTH - _EDGE}" y2="{_LOW + 12}"/>']
    parts += [
        f'<text class="middle" x="{_across(point, series.years):.1f}" y="{_LOW + 32}">{year}</text>' for year, point in last_of_year.items()
    ]
    parts += [f'<g class="after"><polyline points="{line}"/>', *(_dot(spots[id(point)]) for point in points), "</g>"]
    parts += [_value(point, spots[id(point)], language) for point in last_of_year.values()]
    told = _told(series, list(last_of_year.values()), language)
    head = f'<svg class="chart" role="img" viewBox="0 0 {_WIDTH} {_HEIGHT}" width="100%" aria-label="{escape(told)}">'
    return Markup(head + _style() + "".join(parts) + "</svg>")  # noqa: S704 - what is not ours is escaped


def _across(point: Point, years: tuple[int, ...]) -> float:
    first, last = years[0], years[-1]
    return _EDGE + (_WIDTH - 2 * _EDGE) * ((point.year or first) - first) / (last - first)


def _up(value: Decimal, least: Decimal, most: Decimal) -> float:
    return _LOW - (_LOW - _HIGH) * float((value - least) / (most - least)) if most > least else (_LOW + _HIGH) / 2


def _dot(spot: tuple[float, float]) -> str:
    return f'<circle cx="{spot[0]:.1f}" cy="{spot[1]:.1f}" r="4"/>'


def _value(point: Point, spot: tuple[float, float], language: str) -> str:
    return f'<text class="middle" x="{spot[0]:.1f}" y="{spot[1] - 12:.1f}">{escape(_figure(point, language))}</text>'


def _figure(point: Point, language: str) -> str:
    return f"{figure(point.amount.value, language)} {point.amount.unit}".strip()


def _told(series: Series, points: list[Point], language: str) -> str:
    steps = tuple(f"{point.year} {_figure(point, language)}" for point in points)
    return say(Message("history.picture", {"title": title_of(series), "steps": steps}), language)


def _style() -> str:
    return f"<style>{(Path(__file__).parent / 'templates' / 'chart.css').read_text(encoding='utf-8')}</style>"
