"""The shapes of the JSON reports, from which their published schemas are made.

``schema_of`` tells a shape as a JSON Schema (draft 2020-12); what ``lydelse schema`` prints is committed beside this file and held against
the shapes by a test, and every report of the tests against its schema.
"""

from __future__ import annotations

import json
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Literal, NotRequired, Union, get_args, get_origin, get_type_hints, is_typeddict

from lydelse.reports.shapes.batch import BatchReport
from lydelse.reports.shapes.comparison import ComparisonReport
from lydelse.reports.shapes.consolidated import ConsolidatedReport
from lydelse.reports.shapes.document import DocumentReport
from lydelse.reports.shapes.findings import FindingsReport
from lydelse.reports.shapes.history import HistoryReport
from lydelse.reports.shapes.impact import ImpactReport
from lydelse.reports.shapes.minutes import MinutesReport
from lydelse.reports.shapes.model import ModelReport

REPORTS: dict[str, type] = {
    "document": DocumentReport,
    "comparison": ComparisonReport,
    "findings": FindingsReport,
    "minutes": MinutesReport,
    "consolidated": ConsolidatedReport,
    "model": ModelReport,
    "impact": ImpactReport,
    "batch": BatchReport,
    "history": HistoryReport,
}
"""The reports, by the name that stands between "lydelse/" and "/1"."""

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}


def published(name: str) -> str:
    """Return the published schema of a report, as text."""
    return (Path(__file__).parent / f"{name}.schema.json").read_text(encoding="utf-8")


def schema_text(name: str) -> str:
    """Return the schema of a report as its shape makes it, as text."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=1) + "\n"


def schema_of(name: str) -> dict[str, Any]:
    """Return the JSON Schema of a report; objects hold nothing that their shape does not name."""
    shared: dict[str, Any] = {}
    made = _object(REPORTS[name], shared)
    return {"$schema": _DIALECT, "$id": f"lydelse/{name}/1", **made, "$defs": dict(sorted(shared.items()))}


def _object(shape: type, shared: dict[str, Any]) -> dict[str, Any]:
    hints = get_type_hints(shape, include_extras=True)
    properties = {key: _of(hint, shared) for key, hint in hints.items()}
    required = [key for key, hint in hints.items() if get_origin(hint) is not NotRequired]
    told = " ".join((shape.__doc__ or "").split())
    return {"type": "object", "description": told, "properties": properties, "required": required, "additionalProperties": False}


def _of(hint: Any, shared: dict[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a type, of which typing has no name for all kinds
    origin = get_origin(hint)
    if origin is NotRequired:
        return _of(get_args(hint)[0], shared)
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin is list:
        return {"type": "array", "items": _of(get_args(hint)[0], shared)}
    if origin in {UnionType, Union}:
        return _either([_of(each, shared) for each in get_args(hint)])
    if is_typeddict(hint):
        if hint.__name__ not in shared:
            shared[hint.__name__] = {}
            shared[hint.__name__] = _object(hint, shared)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [each.value for each in hint]}
    return {"type": _SIMPLE[hint]}


def _either(made: list[dict[str, Any]]) -> dict[str, Any]:
    if all(each.keys() == {"type"} for each in made):
        return {"type": [each["type"] for each in made]}
    return {"anyOf": made}
