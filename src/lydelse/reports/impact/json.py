"""What a proposal means for each unit as JSON: ``lydelse/impact/1``; amounts are decimal strings in kronor."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

from lydelse.model.finding_ids import identified
from lydelse.model.impact import Impact, LeftOut, Passed, Reading, Sensitivity, SumHeld, UnitImpact
from lydelse.model.impact_coverage import Counted
from lydelse.model.impact_model import Component
from lydelse.model.impact_span import Span
from lydelse.reports.json_findings import finding_json
from lydelse.reports.json_values import Json, Written, dumped, on_one_line, source_json, unread_json
from lydelse.reports.wording import say

if TYPE_CHECKING:
    from lydelse.model.impact_motion import Conflict, Demand, Edit, MotionTried

SCHEMA = "lydelse/impact/1"
TO_A_UNIT = 4
"""Levels from the document to one unit of a reading, which stands on a line of its own."""


def write(impact: Impact, *, version: str, language: str = "sv") -> str:
    """Return the JSON; ``version`` is that of the program."""
    units = impact.units
    content: Json = {
        "schema": SCHEMA,
        "version": version,
        "sources": [source_json(source, language) for source in impact.sources],
        "model": None if impact.model.is_drafted else impact.model_file,
        "units": {"file": units.file, "sha256": units.sha256, "count": len(units.units), "listed": _number(units.listed)},
        "years": {"before": impact.years[0], "after": impact.years[1]},
        "questions": [
            {
                "name": each.name,
                "question": each.question,
                "answers": [label for label, _ in each.alternatives],
                "answer": each.answer or None,
            }
            for each in impact.model.choices
        ],
        "readings": [_reading(reading) for reading in impact.readings],
        "sensitivity": [_sensitivity(each) for each in impact.sensitivities],
        "left_out": [_left_out(each) for each in impact.left_out],
        "counted": _counted(impact.counted),
        "motions": [_motion(each, language) for each in (impact.motions.motions if impact.motions else ())],
        "conflicts": [_conflict(each) for each in (impact.motions.conflicts if impact.motions else ())],
        "findings": [finding_json(id_, finding, language) for id_, finding in identified(impact.findings)],
        "notes": [say(note, language) for note in impact.notes],
        "unread": unread_json(impact.unread, language),
    }
    return dumped(content, deepest=TO_A_UNIT)


def _number(value: Fraction) -> str:
    """Return a number with two decimals, rounded half away from zero."""
    numerator, denominator = value.as_integer_ratio()
    if not numerator:
        return "0.00"
    hundredths = (200 * abs(numerator) + denominator) // (2 * denominator)
    sign = "-" if numerator < 0 and hundredths else ""
    return f"{sign}{hundredths // 100}.{hundredths % 100:02}"


def _span(span: Span) -> Json:
    made = _number(span.made)
    return {"amount": made, "lowest": made, "highest": made} if span.low is span.high else _wide(span, made)


def _wide(span: Span, made: str) -> Json:
    return {"amount": made, "lowest": _number(span.low), "highest": _number(span.high)}


def _reading(reading: Reading) -> Json:
    heads = [_head(component) for component in reading.components]
    return {
        "answers": [{"name": name, "answer": answer} for name, answer in reading.answers],
        "before": _span(reading.before),
        "after": _span(reading.after),
        "sums": [_sum(each) for each in reading.sums],
        "units": [_unit(each, heads) for each in reading.units],
        "passed": [_passed(each) for each in reading.passed],
        "cliffs": [
            {
                "unit": each.unit,
                "section": each.table,
                "value": _number(each.value),
                "lower": str(each.lower),
                "upper": str(each.upper),
                "jump": _number(each.jump),
            }
            for each in reading.cliffs
        ],
    }


def _sum(held: SumHeld) -> Json:
    return {
        "component": held.component.name,
        "section": held.component.section,
        "version": held.version.value,
        "year": held.year,
        "found": _span(held.found),
        "stated": _span(held.stated),
        "difference": _number(held.difference),
        "verdict": held.verdict.value,
    }


def _unit(unit: UnitImpact, heads: Sequence[str]) -> Written:
    """Return a unit as JSON; ``heads`` begin its components. Written at once, since there are thousands of numbers."""
    beside = {
        "name": unit.unit.name,
        "listed": _number(unit.unit.listed),
        "private": unit.unit.is_private,
        "before": _span(unit.total_before),
        "after": _span(unit.total_after),
        "change": _number(unit.change),
        "percent": None if unit.percent is None else _number(unit.percent),
    }
    made = [
        f'{head}"before": {_written(before)}, "after": {_written(after)}}}'
        for head, before, after in zip(heads, unit.before, unit.after, strict=True)
    ]
    return Written(f'{on_one_line(beside)[:-1]}, "components": [{", ".join(made)}]}}')


def _head(component: Component) -> str:
    """Return how a component begins in every unit."""
    return on_one_line({"name": component.name, "title": component.title, "section": component.section})[:-1] + ", "


def _written(span: Span) -> str:
    made = _number(span.made)
    low, high = (made, made) if span.low is span.high else (_number(span.low), _number(span.high))
    return f'{{"amount": "{made}", "lowest": "{low}", "highest": "{high}"}}'


def _passed(passed: Passed) -> Json:
    return {"unit": passed.unit, "limit": passed.limit.value, "of": passed.of, "before": passed.before, "after": passed.after}


def _sensitivity(each: Sensitivity) -> Json:
    return {
        "name": each.choice.name,
        "used": each.used,
        "other": each.other,
        "total": _number(each.total),
        "gains": {"unit": each.gains[0], "change": _number(each.gains[1])},
        "loses": {"unit": each.loses[0], "change": _number(each.loses[1])},
    }


def _left_out(each: LeftOut) -> Json:
    return {"name": each.component.name, "title": each.component.title, "lacking": list(each.lacking)}


def _counted(counted: Counted) -> Json:
    left_out = [
        {
            "kind": each.kind.value,
            "text": each.text,
            "label": each.label,
            "section": each.place.section,
            "section_id": each.place.section_id,
            "page": each.place.page,
        }
        for each in counted.left_out
    ]
    return {"amounts": counted.amounts, "counted": counted.counted, "left_out": left_out}


def _motion(tried: MotionTried, language: str) -> Json:
    return {
        "name": tried.motion.name,
        "demands": [_demand(demand) for demand in tried.motion.demands],
        "background": list(tried.motion.background),
        "following": [
            {
                "section": each.entry.place.section,
                "label": each.entry.label,
                "before": each.before,
                "after": each.after,
                "relation": say(each.relation, language),
            }
            for each in tried.following
        ],
        "broken": [
            {"relation": say(each.relation, language), "section": each.entry.place.section, "found": each.found, "expected": each.expected}
            for each in tried.broken
        ],
        "effects": [
            {"unit": each.unit, "proposal": _number(each.proposal), "amended": _number(each.amended), "change": _number(each.change)}
            for each in tried.effects
        ],
    }


def _demand(demand: Demand) -> Json:
    return {
        "text": demand.text,
        "applied": demand.is_applied,
        "why": demand.why.value if demand.why else None,
        "candidates": list(demand.candidates),
        "edits": [_edit(edit) for edit in demand.edits],
    }


def _edit(edit: Edit) -> Json:
    place = edit.place
    return {
        "act": edit.act.value,
        "section": place.section,
        "section_id": place.section_id,
        "page": place.page,
        "label": edit.label,
        "before": edit.before,
        "after": edit.after,
    }


def _conflict(each: Conflict) -> Json:
    return {"one": each.one, "other": each.other, "clash": each.clash.value, "section": each.place.section, "wants": list(each.wants)}
