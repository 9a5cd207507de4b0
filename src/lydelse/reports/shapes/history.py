"""Quantities through the years: ``lydelse/history/1``."""

from __future__ import annotations

from typing import Literal, TypedDict

from lydelse.model.amount import AmountKind
from lydelse.model.quantity import Status
from lydelse.model.text import Version


class KeptDocument(TypedDict):
    """A document of the archive."""

    name: str
    sha256: str
    title: str
    date: str | None


class PointShape(TypedDict):
    """What a document states for a year. ``year_said`` is false where the figure names none and the year is the document's."""

    year: int | None
    year_said: bool
    value: str
    unit: str
    version: Version
    status: Status
    text: str
    section: str
    page: int | None
    document: KeptDocument


class SeriesShape(TypedDict):
    """A quantity, as it is called where it is stated last."""

    label: str
    column: str | None
    heading: str
    kind: AmountKind
    per: str | None
    points: list[PointShape]


class QuotedShape(TypedDict):
    """A passage that holds every word of the query."""

    section: str
    heading: str
    page: int | None
    text: str
    document: KeptDocument


class HistoryReport(TypedDict):
    """What a query found: quantities, those stated for the most years first, and text."""

    schema: Literal["lydelse/history/1"]
    version: str
    query: str
    series: list[SeriesShape]
    passages: list[QuotedShape]
