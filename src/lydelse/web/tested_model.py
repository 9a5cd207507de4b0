"""A model held against a document, as its page shows it: read from the JSON report."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from lydelse.records import dataclass
from lydelse.reports.wording import figure

FAILS = "inconsistent"
"""The verdict on a relation that does not hold."""


@dataclass(frozen=True, slots=True)
class ShownQuantity:
    """A quantity of a model: where the document states it and how it moves there, "" where it is not found."""

    name: str
    where: str
    figures: str


@dataclass(frozen=True, slots=True)
class ShownRelation:
    """A relation of a model as it was tested in one version. ``verdict`` is a key of the catalogue."""

    said: str
    year: int | None
    verdict: str
    holds: bool


@dataclass(frozen=True, slots=True)
class TestedModel:
    """A model as a document was found to obey it. ``untested`` are relations with the quantities that they lack."""

    quantities: tuple[ShownQuantity, ...]
    relations: tuple[ShownRelation, ...]
    untested: tuple[tuple[str, tuple[str, ...]], ...]


def tested_in(report: Mapping[str, Any], language: str) -> TestedModel:
    """Return what a report says of a model."""
    relations = (
        ShownRelation(each["relation"], each["year"], _key(each["verdict"]), each["verdict"] != FAILS) for each in report["relations"]
    )
    quantities = tuple(ShownQuantity(each["name"], *_bound(each["bound"], language)) for each in report["quantities"])
    untested = tuple((each["name"], tuple(each["lacking"])) for each in report["untested"])
    return TestedModel(quantities, tuple(relations), untested)


def _bound(bound: Mapping[str, Any] | None, language: str) -> tuple[str, str]:
    if bound is None:
        return "", ""
    where = ", ".join(part for part in (bound["label"], bound["column"]) if part)
    figures = dict.fromkeys(figure(Decimal(value), language) for value in (bound["before"], bound["after"]) if value)
    unit = f" {bound['unit']}" if bound["unit"] else ""
    return f"{bound['section']}: {where}", " → ".join(figures) + unit


def _key(verdict: str) -> str:
    return f"verdict.{verdict.replace(' ', '-')}"
