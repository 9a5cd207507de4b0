"""The published schemas: made from the shapes, and kept by every report."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lydelse import flow
from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.records import replace
from lydelse.reports import amendments, json_comparison, json_document, json_findings, json_minutes, json_model, model_toml, shapes
from support.reviews import small_comparison, small_review

EXAMPLES = Path(__file__).parents[3] / "examples"
TEXT = "# 1 Avgift\nAvgiften är [-300-] {+320+} kr för [-2025-] {+2026+}.\n* a[-b-]{+c+}\n|= Ålder | Avgift\n-| 0–5 | 10\n+| 0–6 | 12"


def faults(name: str, report: str) -> list[str]:
    validator = Draft202012Validator(json.loads(shapes.published(name)))
    return [f"{'/'.join(map(str, each.absolute_path))}: {each.message[:200]}" for each in validator.iter_errors(json.loads(report))]


@pytest.mark.parametrize("name", shapes.REPORTS)
def test_what_is_published_is_what_the_shapes_make(name: str) -> None:
    assert shapes.published(name) == shapes.schema_text(name), "run tools/write_schemas.py"
    Draft202012Validator.check_schema(json.loads(shapes.published(name)))


def test_documents_keep_their_schema() -> None:
    comparison = compare_marked(written(TEXT))
    assert faults("document", json_document.write(comparison.redline, comparison.entries)) == []


@pytest.mark.parametrize("file", ["andringar-2026.docx", "andringar-2026.pdf", "andringar-2026.md", "protokollsutdrag.md"])
def test_the_examples_keep_the_schemas(file: str) -> None:
    review = flow.review(EXAMPLES / file)
    assert faults("findings", json_findings.write(review, version="1")) == []
    assert faults("comparison", json_comparison.write(review.comparison)) == []
    assert faults("document", json_document.write(review.comparison.redline, review.comparison.entries)) == []


def test_a_review_with_all_that_it_may_hold_keeps_the_schema() -> None:
    assert faults("findings", json_findings.write(small_review(), version="1")) == []
    assert faults("findings", json_findings.write(replace(small_review(), known=frozenset({"S101-000000000000"})), version="1")) == []
    assert faults("comparison", json_comparison.write(small_comparison())) == []


def test_a_redline_held_against_the_document_in_force_keeps_the_schema(tmp_path: Path) -> None:
    standing, redline = tmp_path / "gallande.md", tmp_path / "forslag.md"
    standing.write_text("# 1 Avgift\n\nAvgiften är 300 kr.\n\n# 2 Annat\n\nSom tidigare gäller avsnitt 1.\n")
    redline.write_text("# 1 Avgift\n\nAvgiften är [-300-] {+320+} kr.\n")
    assert faults("findings", json_findings.write(flow.review(redline, in_force=standing), version="1")) == []
    assert faults("consolidated", amendments.write_json(flow.consolidate(standing, redline))) == []


def test_minutes_keep_their_schema() -> None:
    review = flow.minutes_of([EXAMPLES / "protokollsutdrag.md"])
    assert review.minutes[0].items
    assert faults("minutes", json_minutes.write(review, version="1")) == []


def test_a_model_held_against_a_document_keeps_its_schema(tmp_path: Path) -> None:
    drafted, questions = flow.draft_model(EXAMPLES / "andringar-2026.docx")
    model = tmp_path / "modell.toml"
    model.write_text(model_toml.write(drafted, questions, source="andringar-2026.docx"))
    review = flow.review(EXAMPLES / "andringar-2026.docx", wishes=flow.Wishes(model=model))
    assert review.calculation.against_model is not None
    assert faults("model", json_model.write(review, version="1")) == []


@pytest.mark.parametrize(("key", "value"), [("schema", "lydelse/document/2"), ("sections", None), ("extra", 1)])
def test_a_report_of_another_shape_is_told(key: str, value: Any) -> None:
    comparison = compare_marked(written(TEXT))
    report = json.loads(json_document.write(comparison.redline, comparison.entries))
    assert faults("document", json.dumps({**report, key: value}))
