"""A quantity through the years, for programs: ``lydelse/history/1``."""

from __future__ import annotations

from lydelse.model.archive import Described
from lydelse.model.history import History, Point, Series
from lydelse.reports.json_values import Json, decimal_json, dumped

SCHEMA = "lydelse/history/1"


def write(history: History, *, version: str) -> str:
    """Return the JSON of a history; ``version`` is that of the program."""
    return dumped(
        {
            "schema": SCHEMA,
            "version": version,
            "query": history.query,
            "series": [_series(each) for each in history.series],
            "passages": [
                {
                    "section": each.passage.section,
                    "heading": each.passage.heading,
                    "page": each.passage.page,
                    "text": each.passage.text,
                    "document": _document(each.document),
                }
                for each in history.passages
            ],
        }
    )


def _series(series: Series) -> Json:
    return {
        "label": series.label,
        "column": series.column,
        "heading": series.heading,
        "kind": series.points[-1].amount.kind.value,
        "per": series.points[-1].amount.per,
        "points": [_point(each) for each in series.points],
    }


def _point(point: Point) -> Json:
    amount = point.amount
    return {
        "year": point.year,
        "year_said": point.year_said,
        "value": decimal_json(amount.value),
        "unit": amount.unit,
        "version": amount.version.value,
        "status": amount.status.value,
        "text": amount.literal,
        "section": amount.section,
        "page": amount.page,
        "document": _document(point.document),
    }


def _document(document: Described) -> Json:
    return {"name": document.name, "sha256": document.sha256, "title": document.title, "date": document.date}
