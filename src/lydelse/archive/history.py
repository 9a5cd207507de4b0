"""Amounts that a search found, gathered to quantities: the same name under the same heading, whatever year and whichever document."""

from __future__ import annotations

from collections.abc import Hashable, Iterable

from lydelse.archive.keeping import Archive
from lydelse.archive.words import is_figure, words_in
from lydelse.model.amount import SCALES
from lydelse.model.archive import Described, KeptAmount
from lydelse.model.history import History, Point, Quoted, Series
from lydelse.patterns import compiled

_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = compiled(r"\d+(?:,\d+)?|[^\W\d_]+")
BEFORE_ALL = 0
"""The year by which what names none, in a document that names none, is set in order."""


def history_of(archive: Archive, query: str) -> History:
    """Return what an archive's documents state of the quantities in whose text every word of a query stands."""
    gathered: dict[Hashable, dict[Hashable, Point]] = {}
    for document, amount in archive.amounts_with(query):
        point = _point(amount, document)
        stated = (point.year, point.exactly, document.sha256)
        gathered.setdefault(_quantity(amount), {}).setdefault(stated, point)
    asked = words_in(query)
    series = sorted((_series(points.values()) for points in gathered.values()), key=lambda each: _weight(each, asked))
    quoted = tuple(Quoted(passage, document) for document, passage in archive.passages_with(query))
    return History(query, tuple(series), quoted)


def _quantity(amount: KeptAmount) -> Hashable:
    """Return what makes two amounts statements of one quantity: its names without years, and what it is measured in."""
    unit = "kr" if amount.unit in SCALES else amount.unit
    return (_folded(amount.label), _folded(amount.column or ""), _folded(amount.heading), amount.kind, unit, amount.per)


def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(_YEAR.sub(" ", text)))


def _point(amount: KeptAmount, document: Described) -> Point:
    said = amount.year is not None
    return Point(amount.year if said else document.year, said, amount, document)


def _series(points: Iterable[Point]) -> Series:
    in_order = tuple(
        sorted(points, key=lambda point: (point.year or BEFORE_ALL, point.document.date or "", point.document.name, point.exactly))
    )
    latest = in_order[-1].amount
    return Series(latest.label, latest.column, latest.heading, in_order)


def _weight(series: Series, asked: tuple[str, ...]) -> tuple[bool, int, int, int, str, str, str]:
    """Return what series are set in order by: those whose names hold most of the words first, and last what is itself a figure asked by."""
    itself = any(is_figure(word) and word in words_in(point.amount.literal) for word in asked for point in series.points)
    names = words_in(f"{series.label} {series.column or ''}")
    held = sum(any(name == word if is_figure(word) else name.startswith(word) for name in names) for word in asked)
    return (itself, -held, -len(series.years), -len(series.points), series.label, series.column or "", series.heading)
