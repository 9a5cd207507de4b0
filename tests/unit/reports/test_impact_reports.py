"""The reports of what a proposal means for each unit: the same figures in every form, nothing lost and nothing run."""

from __future__ import annotations

import io
import json
import zipfile

import jsonschema
import pytest
from openpyxl import load_workbook

from lydelse.impact.motions.trying import motions_tried
from lydelse.model.impact import Impact
from lydelse.records import replace
from lydelse.reports.impact import excel, html, lines, word
from lydelse.reports.impact import json as impact_json
from lydelse.reports.shapes import schema_of
from support.impacts import UNITS, comparison_of, unit_model, units_of, worked
from support.motions import document_of

EVIL = """
Enhet;Driftsform;0–19;20 år och äldre;Besök
=HYPERLINK("http://x");region;40;60;2
+1<script>alert(1)</script>;privat;50;100;20
@SUM(A1);region;0;0;3
-- & ";region;1;1;0
"""


def with_motions(units: str = UNITS) -> Impact:
    model = unit_model()
    texts = ["Vikt 1,00 höjs till 1 300 kr.", "Vikt 1,00 sänks till 1 100 kr.", "Ersättningen till skolor höjs med 5 kr."]
    documents = [(f"yrkande {at}.txt", document_of(text)) for at, text in enumerate(texts, 1)]
    return replace(worked(units), motions=motions_tried(documents, comparison_of(), model, units_of(units, model)))


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_form_names_every_unit_and_the_conflict(language: str) -> None:
    impact = with_motions()
    page = html.write(impact, version="1", language=language)
    shown = lines.write(impact, language)
    for unit in impact.main.units:
        assert unit.unit.name in page
        assert unit.unit.name in shown
    assert "yrkande 1.txt" in shown
    assert "1 300 kr" in page.replace("\u00a0", " ")


def test_names_that_look_like_formulas_or_code_stay_text() -> None:
    impact = with_motions(EVIL)
    page = html.write(impact, version="1")
    assert "<script>alert" not in page
    sheet = load_workbook(io.BytesIO(excel.write(impact)))["Enheter"]
    names = [row[0] for row in sheet.iter_rows(min_row=2)]
    assert [cell.data_type for cell in names] == ["s"] * len(names)
    assert names[0].value == '=HYPERLINK("http://x")'
    with zipfile.ZipFile(io.BytesIO(word.write(impact, version="1"))) as archive:
        assert b"HYPERLINK(&quot;" in archive.read("word/document.xml") or b'HYPERLINK("' in archive.read("word/document.xml")


def test_the_workbooks_formulas_hold_the_values_that_they_have() -> None:
    impact = worked()
    live, saved = (load_workbook(io.BytesIO(excel.write(impact)), data_only=values)["Enheter"] for values in (False, True))
    assert str(live["E2"].value).startswith("=SUM('Delar'!E2:E")
    assert saved["E2"].value == float(impact.main.units[0].total_after.made)
    assert saved["F5"].value == pytest.approx(float(impact.main.after.made - impact.main.before.made), abs=0.005)


def test_the_word_document_has_real_headings() -> None:
    with zipfile.ZipFile(io.BytesIO(word.write(with_motions(), version="1"))) as archive:
        document = archive.read("word/document.xml").decode()
    assert document.count('w:pStyle w:val="Heading1"') > 5
    assert 'w:pStyle w:val="Heading2"' in document
    assert "w:tblHeader" in document


def test_the_json_is_what_its_schema_says_and_holds_no_number_of_money() -> None:
    told = json.loads(impact_json.write(with_motions(), version="1"))
    jsonschema.validate(told, schema_of("impact"))
    assert told["readings"][0]["units"][0]["after"]["amount"] == "601800.00"
    assert told["motions"][2]["demands"][0] == {
        "text": "Ersättningen till skolor höjs med 5 kr",
        "applied": False,
        "why": "no target",
        "candidates": [],
        "edits": [],
    }


def test_the_page_is_whole_without_scripts_and_every_table_has_headings() -> None:
    page = html.write(with_motions(), version="1")
    assert "<script" not in page
    assert page.count("<table") == page.count("<thead")
    assert page.count("<svg") == page.count('role="img"')


def test_an_open_question_is_shown_with_every_answer() -> None:
    page = html.write(worked(answer=""), version="1")
    assert page.count("vagt: steg") >= 2
    assert page.count("vagt: marginal") >= 2
