"""A declared model held against a document: ``lydelse/model/1``."""

from __future__ import annotations

from typing import Literal, TypedDict

from lydelse.model.against_model import Lack
from lydelse.model.calculation import Verdict
from lydelse.model.text import Version
from lydelse.reports.shapes.shared import FindingShape, Source, Unread


class YearValue(TypedDict):
    """A declared value; ``year`` is None where it is for any."""

    year: int | None
    value: str | None


class BoundShape(TypedDict):
    """The amount of the document that a quantity is bound to."""

    quantity: str
    section: str
    section_id: str
    page: int | None
    label: str
    column: str | None
    unit: str
    per: str | None
    before: str | None
    after: str | None


class QuantityShape(TypedDict):
    """A quantity of the model; ``lack`` tells why it is bound to nothing."""

    name: str
    values: list[YearValue]
    cell: str | None
    saved: str | None
    bound: BoundShape | None
    lack: Lack | None


class OutcomeShape(TypedDict):
    """A declared relation tested in one version; the difference is in the base unit."""

    relation: str
    version: Version
    year: int | None
    verdict: Verdict
    difference: str


class UntestedShape(TypedDict):
    """A relation that could not be tested, and the quantities that it lacks."""

    name: str
    lacking: list[str]


class ShareShape(TypedDict):
    """What one part of a total contributes to its change."""

    name: str
    index: str
    heads: str
    by_index: str
    by_volume: str
    by_other: str


class DecompositionShape(TypedDict):
    """The change of a total taken apart into index, volume and other."""

    relation: str
    before: str | None
    after: str | None
    unit: str
    by_index: str
    by_volume: str
    by_other: str
    rounding: str
    parts: list[ShareShape]


class ModelReport(TypedDict):
    """A model held against a document."""

    schema: Literal["lydelse/model/1"]
    version: str
    sources: list[Source]
    model: str | None
    quantities: list[QuantityShape]
    relations: list[OutcomeShape]
    untested: list[UntestedShape]
    changes: list[DecompositionShape]
    findings: list[FindingShape]
    unread: list[Unread]
