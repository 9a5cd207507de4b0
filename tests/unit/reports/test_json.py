import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from lydelse.extractors.written import written
from lydelse.model.amount import AmountKind
from lydelse.records import replace
from lydelse.reports import json_comparison, json_document, json_findings
from lydelse.reports.json_values import decimal_json, probability_json
from support.reviews import amount, entry, small_comparison, small_review

Json = dict[str, Any]


def document(text: str) -> Json:
    return dict(json.loads(json_document.write(written(text), ())))


def comparison() -> Json:
    return dict(json.loads(json_comparison.write(small_comparison())))


def findings(language: str = "sv") -> Json:
    return dict(json.loads(json_findings.write(small_review(), version="1.2.3", language=language)))


@pytest.mark.parametrize(
    ("value", "written"), [("1.10", "1.10"), ("773096", "773096"), ("1E+3", "1000"), ("-0.5", "-0.5"), ("0.00", "0.00")]
)
def test_a_figure_is_a_plain_string_in_its_printed_scale(value: str, written: str) -> None:
    assert decimal_json(Decimal(value)) == written


@pytest.mark.parametrize(
    ("probability", "written"), [(Fraction(14, 1000), "0.014"), (Fraction(1, 3), "0.333"), (Fraction(1, 100_000), "0.000010")]
)
def test_a_probability_keeps_the_decimals_that_it_needs(probability: Fraction, written: str) -> None:
    assert probability_json(probability) == written


def test_a_section_s_first_block_is_its_heading_with_its_number() -> None:
    section = document("# 5.1.1 Vikter\nText.")["sections"][0]
    assert [section[key] for key in ("number", "section_id", "title", "level")] == ["5.1.1", "5.1.1", "Vikter", 3]
    assert section["blocks"][0]["kind"] == "heading"
    assert section["blocks"][0]["runs"][0]["text"] == "5.1.1 Vikter"


def test_runs_carry_their_status_and_items_their_marker() -> None:
    block = document("*2. a[-b-]{+c+}")["sections"][0]["blocks"][0]
    assert (block["kind"], block["marker"]) == ("item", "2.")
    assert [(run["text"], run["status"]) for run in block["runs"]] == [("a", "kept"), ("b", "struck"), ("c", "inserted")]


def test_paragraphs_of_one_cell_are_joined_with_a_line_feed() -> None:
    rows = document(r"|= År" + "\n" + r"| a\nb")["sections"][0]["blocks"][0]["rows"]
    assert rows[0][0]["header"] is True
    assert "".join(run["text"] for run in rows[1][0]["runs"]) == "a\nb"


def test_an_amount_of_one_version_has_null_for_the_other() -> None:
    one = json.loads(json_document.write(written("Text."), (entry("Nytt", None, amount(AmountKind.MONEY, "5.10", "kr"), "5.1"),)))[
        "amounts"
    ][0]
    assert (one["before"], one["after"], one["unit"], one["status"]) == (None, "5.10", "kr", "added")
    assert one["box"] == [72, 100.13, 200, 112]


def test_every_json_says_what_was_not_read() -> None:
    assert all("unread" in content for content in (document("Text."), comparison(), findings()))


def test_changes_are_numbered_in_order_and_have_null_where_one_version_lacks_them() -> None:
    changes = comparison()["changes"]
    assert [change["id"] for change in changes] == ["c1", "c2", "c3", "c4", "c5", "c6"]
    assert [change["kind"] for change in changes] == ["reworded", "added", "removed", "renumbered", "moved", "reworded"]
    added, removed = changes[1], changes[2]
    assert (added["before"], added["section_before"], added["page_before"]) == (None, None, None)
    assert (removed["after"], removed["section_after"], removed["page_after"]) == (None, None, None)


def test_an_amount_has_a_value_for_each_version_that_states_it() -> None:
    total, visits = comparison()["amounts"][0], comparison()["amounts"][3]
    assert (total["change"], total["percent"]) == ("24951", "3.23")
    assert [(value["version"], value["year"], value["value"]) for value in total["values"]] == [
        ("before", 2025, "773096"),
        ("after", 2026, "798047"),
    ]
    assert [value["version"] for value in visits["values"]] == ["after"]


def test_the_summary_counts_what_changed() -> None:
    assert comparison()["summary"] == {"changes": 6, "amounts_changed": 6}


def test_a_guessed_comparison_has_no_proof() -> None:
    assert json.loads(json_comparison.write(replace(small_comparison(), proof=None)))["proof"] is None


def test_a_redline_is_one_source_with_the_marks_that_it_carries() -> None:
    assert [(source["name"], source["redline"]) for source in findings()["sources"]] == [("andringar.pdf", "drawn")]


def test_a_finding_has_its_sentence_its_arithmetic_and_its_places() -> None:
    first = findings()["findings"][0]
    assert (first["code"], first["severity"], first["section"], first["page"]) == ("S101", "error", "5.1", 2)
    assert first["message"].startswith("5.1: De 3 posterna blir 798 057 tkr")
    assert (first["found"], first["expected"]) == ("798 047 tkr", "798 057 tkr")
    assert [place["text"] for place in first["places"]] == ["fördelas totalt 798 047 tkr", "listning, 312 400 tkr"]


def test_the_ids_do_not_depend_on_the_language() -> None:
    assert [each["id"] for each in findings()["findings"]] == [each["id"] for each in findings("en")["findings"]]


def test_relations_say_their_origin_and_verdict() -> None:
    held = [(each["origin"], each["verdict"], each["probability"]) for each in findings()["confirmed"]]
    assert held == [("stated", "exact", None), ("stated", "barely", "0.014"), ("inferred", "within rounding", "0.500")]


def test_coverage_counts_what_no_rule_reached() -> None:
    assert [(each["kind"], each["amounts"], each["untested"]) for each in findings()["coverage"]] == [
        ("money", 4, 0),
        ("weight", 4, 2),
        ("share", 1, 0),
    ]


def test_comments_are_told_apart_from_the_text() -> None:
    told = document('# 5 Pris\nPris 13 kr\n>> (Eva Ek; 2026-03-02T10:00:00Z) "13 kr" Rätt?\n>>>v Ja.')
    assert [block["kind"] for section in told["sections"] for block in section["blocks"]] == ["heading", "paragraph"]
    where = {"section": "5", "section_id": "5", "page": None}
    first = {"text": "Rätt?", "author": "Eva Ek", "date": "2026-03-02T10:00:00Z", **where, "quoted": "13 kr"}
    assert told["comments"] == [
        {**first, "answer": False, "resolved": False},
        {"text": "Ja.", "author": None, "date": None, **where, "quoted": "", "answer": True, "resolved": True},
    ]
