"""A declared model held against a document: ``lydelse/model/1``."""

from __future__ import annotations

from fractions import Fraction

from lydelse.figures.spelling import in_unit
from lydelse.model.against_model import AgainstModel, Bound, Decomposition, Share
from lydelse.model.calculation import Calculation, Origin, Outcome
from lydelse.model.declared import Quantity
from lydelse.model.finding_ids import identified
from lydelse.model.review import Review
from lydelse.reports.json_findings import finding_json
from lydelse.reports.json_values import Json, decimal_json, dumped, source_json, unread_json, value_json
from lydelse.reports.wording import say

SCHEMA = "lydelse/model/1"


def write(review: Review, *, version: str, language: str = "sv") -> str:
    """Return the JSON of a model held against a document; ``version`` is that of the program."""
    held = review.calculation.against_model
    content: Json = {
        "schema": SCHEMA,
        "version": version,
        "sources": [source_json(source, language) for source in review.sources],
        "model": held.model.file if held else None,
        "quantities": [_quantity(quantity, held) for quantity in held.model.quantities] if held else [],
        "relations": _relations(review.calculation, language),
        "untested": [{"name": each.name, "lacking": list(each.lacking)} for each in held.untested] if held else [],
        "changes": [_decomposition(each) for each in held.decompositions] if held else [],
        "findings": [finding_json(id_, finding, language) for id_, finding in identified(review.findings)],
        "unread": unread_json(review.unread, language),
    }
    return dumped(content)


def _quantity(quantity: Quantity, held: AgainstModel) -> Json:
    bound = next((each for each in held.bound if each.quantity.name == quantity.name), None)
    lack = next((each.lack.value for each in held.unbound if each.name == quantity.name), None)
    return {
        "name": quantity.name,
        "values": [{"year": year, "value": decimal_json(value)} for year, value in quantity.values],
        "cell": quantity.saved.address if quantity.saved else None,
        "saved": decimal_json(quantity.saved.value) if quantity.saved else None,
        "bound": _bound(bound) if bound else None,
        "lack": lack,
    }


def _bound(bound: Bound) -> Json:
    entry = bound.entry
    return {
        "quantity": entry.quantity,
        "section": entry.place.section,
        "section_id": entry.place.section_id,
        "page": entry.place.page,
        "label": entry.label,
        "column": entry.column,
        "unit": entry.stated.unit,
        "per": entry.stated.per,
        "before": value_json(entry.before),
        "after": value_json(entry.after),
    }


def _relations(calculation: Calculation, language: str) -> list[Json]:
    return [_outcome(outcome, language) for outcome in calculation.outcomes if outcome.relation.origin is Origin.MODEL]


def _outcome(outcome: Outcome, language: str) -> Json:
    return {
        "relation": say(outcome.relation.wording, language),
        "version": outcome.version.value,
        "year": outcome.year,
        "verdict": outcome.verdict.value,
        "difference": _number(outcome.difference),
    }


def _decomposition(decomposition: Decomposition) -> Json:
    return {
        "relation": decomposition.relation,
        "before": value_json(decomposition.total.before),
        "after": value_json(decomposition.total.after),
        "unit": decomposition.total.stated.unit,
        "by_index": _number(decomposition.by_index),
        "by_volume": _number(decomposition.by_volume),
        "by_other": _number(decomposition.by_other),
        "rounding": _number(decomposition.rounding),
        "parts": [_share(share) for share in decomposition.shares],
    }


def _share(share: Share) -> Json:
    return {
        "name": share.name,
        "index": share.index,
        "heads": share.heads,
        "by_index": _number(share.by_index),
        "by_volume": _number(share.by_volume),
        "by_other": _number(share.by_other),
    }


def _number(value: Fraction) -> str:
    """Return a number in the base unit (kronor, for money) with two decimals."""
    return format(in_unit(value, 1, 2), "f")
