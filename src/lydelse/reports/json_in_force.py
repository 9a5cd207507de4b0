"""Where the sections of a redline stand in the document in force: the list ``in_force`` of the JSON documents."""

from __future__ import annotations

from lydelse.model.in_force import InForce
from lydelse.model.review import Review
from lydelse.reports.json_values import Json, source_json


def in_force_json(held: InForce | None) -> list[Json]:
    """Return the sections of a redline, and those in force that it leaves out; empty where no document in force was given."""
    return [
        {
            "section": section.section,
            "section_id": section.section_id,
            "title": section.title,
            "match": section.match.value,
            "left_out": section.left_out,
            "added": section.added,
            "section_in_force": section.in_force,
        }
        for section in (held.sections if held else ())
    ]


def in_force_part(review: Review, language: str) -> Json:
    """Return what a review's JSON says of the document in force: nothing where none was given."""
    held = [(comparison.in_force, comparison) for comparison in review.comparisons if comparison.in_force]
    if not held:
        return {}
    sections = [{"document": comparison.redline.source.name, **each} for one, comparison in held for each in in_force_json(one)]
    return {"document_in_force": source_json(held[0][0].source, language), "in_force": sections}
