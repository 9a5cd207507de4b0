"""The report as a Word document: opened by python-docx, and read back by our own reader."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from lydelse.differ import compare_marked
from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.model.case import Case
from lydelse.model.finding import Severity
from lydelse.model.text import Kind
from lydelse.records import replace
from lydelse.reports import word_report
from support.reviews import small_comparison, small_review


def opened(content: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(content))


def report(language: str = "sv") -> WordDocument:
    return opened(word_report.write(small_review(), version="1.2.3", language=language))


def table_under(document: WordDocument, heading: str) -> list[list[str]]:
    """Return the texts of the first table after a heading."""
    under = False
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            if under:
                return [[cell.text for cell in row.cells] for row in block.rows]
        else:
            under = under or (block.text.startswith(heading) and (block.style is not None and str(block.style.name).startswith("Heading")))
    return pytest.fail(f"no table under {heading}")


def has(row: Any, name: str) -> bool:
    return row._tr.trPr.find(qn(name)) is not None


def test_the_parts_have_real_headings_in_the_order_of_the_first_page() -> None:
    headings = [each.text for each in report().paragraphs if each.style and each.style.name == "Heading 1"]
    assert headings == [
        "Inte läst, tolkat eller inte prövat",
        "Villkor som lämnar ett fall öppet",
        "Hur långt siffrorna är prövade",
        "Lästa filer",
        "Fynd att ta ställning till",
        "Ändringsförteckning",
        "Belopp, vikter och andelar",
        "Samband som håller",
        "Nuvarande och föreslagen lydelse",
        "Så är rapporten gjord",
    ]


def test_every_table_with_headings_repeats_them_and_no_row_is_parted_by_a_page_end() -> None:
    case, *tables = report().tables
    assert all(has(table.rows[0], "w:tblHeader") for table in tables)
    assert not has(case.rows[0], "w:tblHeader")
    assert all(has(row, "w:cantSplit") for table in tables for row in table.rows)


def test_every_finding_stands_with_its_sentence_its_figures_and_room_for_the_answer() -> None:
    review = small_review()
    told = [cell for table in report().tables for row in table.rows for cell in [[each.text for each in row.cells]] if len(cell) == 3]
    for finding in review.findings:
        found = next(
            cells for cells in told if finding.code in cells[0] and (not finding.found or finding.found.replace(" ", "\u00a0") in cells[1])
        )
        assert found[2] == ""
    assert {severity for severity in Severity if any(each.severity is severity for each in review.findings)}


def test_what_is_given_of_the_case_stands_there_and_nothing_is_guessed() -> None:
    review = replace(small_review(), case=Case(number="RS/1/2026", authority="Region Nordvik"))
    rows = {row.cells[0].text: row.cells[1].text for row in opened(word_report.write(review, version="1")).tables[0].rows}
    assert (rows["Ärendenummer"], rows["Myndighet"]) == ("RS/1/2026", "Region Nordvik")
    assert [rows[name] for name in ("Ärende", "Status", "Datum", "Framtagen av", "Underskrift")] == [""] * 5


def test_the_list_of_amendments_tells_the_consequence_by_section_and_whom_it_concerns_only_where_somebody_is_named() -> None:
    head, *rows = table_under(report(), "Ändringsförteckning")
    first = next(row for row in rows if row[0] == "5.1")
    assert "773\u00a0096\u00a0tkr → 798\u00a0047\u00a0tkr" in first[2].replace("\u00a0→\u00a0", " → ")
    assert {row[3] for row in rows} == {""}
    assert head[3] == "Vem som berörs"


def test_each_amendment_has_the_consequence_of_its_own_part_and_what_is_struck_is_parted_from_what_replaces_it() -> None:
    text = (
        "# 1 Avgift för [-2025-]{+2026+}\nAvgiften är [-300-]{+320+} kr."
        "\n|= Ålder | Liten, kr | Stor, kr\n| 0–5 | [-10-]{+12+} | [-20-]{+22+}\n| 6–9 | [-30-]{+33+} | 40\n{+Vite tas ut med 50 kr.+}"
    )
    document = opened(word_report.write_comparison(compare_marked(written(text)), version="1"))
    told = {row[1].replace("\u00a0", " "): row[2].replace("\u00a0", " ") for row in table_under(document, "Ändringsförteckning")[1:]}
    of = {part: next(said for change, said in told.items() if part in change) for part in ("300 320 kr", "10 12 | 20 22", "30 33", "Vite")}
    assert "300 kr → 320 kr" in of["300 320 kr"]
    assert of["10 12 | 20 22"].count("→") == 2
    assert "0–5 (Liten, kr): 10 kr → 12 kr" in of["10 12 | 20 22"]
    assert of["30 33"].count("→") == 1
    assert "50 kr" in of["Vite"]


def test_the_two_wordings_stand_side_by_side_and_each_reads_as_its_version() -> None:
    text = "# 1 Avgift\nAvgiften är [-300-] {+320+} kr per [-besök-]{+besökstillfälle+}, och betalas [-kontant-].\n{+Avgiften höjs.+}"
    document = opened(word_report.write_comparison(compare_marked(written(text)), version="1"))
    rows = table_under(document, "1 Avgift")
    assert rows[0] == ["Nuvarande lydelse", "Föreslagen lydelse"]
    assert ["Avgiften är 300 kr per besök, och betalas kontant.", "Avgiften är 320 kr per besökstillfälle, och betalas."] in [
        [cell.replace("\u00a0", " ") for cell in row] for row in rows
    ]
    assert ["", "Avgiften höjs."] in rows


def test_what_is_struck_and_what_is_added_can_be_told_without_colour() -> None:
    runs = [run for table in report().tables for row in table.rows for cell in row.cells for each in cell.paragraphs for run in each.runs]
    assert any(run.font.strike for run in runs)
    assert any(run.font.underline for run in runs)
    assert all(run.font.color.rgb is None for run in runs)


def test_the_same_review_is_the_same_bytes() -> None:
    assert word_report.write(small_review(), version="1") == word_report.write(small_review(), version="1")


def test_the_report_reads_back_with_its_sections(tmp_path: Path) -> None:
    file = tmp_path / "rapport.docx"
    file.write_bytes(word_report.write(small_review(), version="1"))
    document = read(file)
    headings = [each.after for each in document.paragraphs if each.kind is Kind.HEADING]
    assert "Ändringsförteckning" in headings
    assert "Kontrollrapport" in headings


@pytest.mark.parametrize(("language", "words"), [("sv", "Ändringsförteckning"), ("en", "List of amendments")])
def test_both_languages_have_all_words(language: str, words: str) -> None:
    assert words in [each.text for each in report(language).paragraphs]


def test_a_comparison_without_checks_has_no_findings() -> None:
    headings = [each.text for each in opened(word_report.write_comparison(small_comparison(), version="1")).paragraphs]
    assert "Fynd att ta ställning till" not in headings
