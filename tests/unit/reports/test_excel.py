"""The review as a workbook, read back by openpyxl and worked out anew by LibreOffice where it is installed."""

from decimal import Decimal
from pathlib import Path

import pytest

from lydelse import flow
from lydelse.model.finding import Severity
from lydelse.records import replace
from lydelse.reports import excel
from support.live_workbooks import opened, rows, values_of, worked_out_anew
from support.reviews import small_comparison, small_review

EXAMPLES = Path(__file__).parents[3] / "examples"
SHEETS = ["Fynd", "Belopp", "Samband", "Ändringar", "Underlag"]
KINDS = """
# 1 Ersättning för år [-2025-] {+2026+}
|= Del | Antal | Pris per timme (kr) | Belopp (kr)
| Dag | 10 | [-100-] {+110+} | [-1 000-] {+1 100+}
| Kväll | 20 | [-150-] {+165+} | [-3 000-] {+3 300+}
| Natt | 5 | [-200-] {+220+} | [-1 000-] {+1 100+}
| Summa | 35 | | [-5 000-] {+5 500+}

Av ersättningen på [-5 000-] {+5 500+} kr är 10 % administration, det vill säga [-500-] {+550+} kr.
"""


def reviewed(tmp_path: Path) -> bytes:
    file = tmp_path / "kinds.md"
    file.write_text(KINDS)
    return excel.write(flow.review(file))


def test_every_sheet_has_headings_that_stay_and_those_of_lists_can_be_chosen_by() -> None:
    book = opened(excel.write(small_review()))
    assert book.sheetnames == SHEETS
    assert all(sheet.freeze_panes == "A2" for sheet in book)
    assert [bool(sheet.auto_filter.ref) for sheet in book] == [True, True, True, True, False]


def test_every_finding_is_a_row_the_heaviest_first_with_room_for_an_answer() -> None:
    review = small_review()
    told = rows(opened(excel.write(review)), "Fynd")
    assert [row["Regel"] for row in told] == [each.code for severity in Severity for each in review.findings if each.severity is severity]
    assert all(row["Handläggarens svar"] is None for row in told)


def test_figures_are_numbers_with_the_decimals_that_they_were_printed_with() -> None:
    sheet = opened(excel.write(small_review()))["Belopp"]
    by_format = {sheet.cell(row, 10).number_format: sheet.cell(row, 10).value for row in range(2, sheet.max_row + 1)}
    assert by_format["#,##0.00"] in (1.16, 2.44, 2.21)
    assert by_format["#,##0"] in (798047, 312400, 25000, 36197, 15)


def test_a_text_that_begins_as_a_formula_stays_a_text() -> None:
    review = small_review()
    wrong = replace(review, findings=(replace(review.findings[0], found="=HYPERLINK(1)"),))
    (row,) = opened(excel.write(wrong))["Fynd"].iter_rows(min_row=2)
    cell = next(cell for cell in row if cell.value == "=HYPERLINK(1)")
    assert (cell.data_type, cell.quotePrefix) == ("s", True)


def test_what_was_not_read_and_the_proof_stand_among_the_sources() -> None:
    review = small_review()
    told = rows(opened(excel.write(review)), "Underlag")
    assert {each.code for each in review.unread} <= {row["Regel"] for row in told}
    assert any(row["Vad"] == "Prov" for row in told)


def test_a_comparison_has_its_changes_and_its_amounts() -> None:
    assert opened(excel.write_comparison(small_comparison())).sheetnames == ["Ändringar", "Belopp"]


def test_relations_are_formulas_over_the_amounts_and_hold_with_their_saved_values(tmp_path: Path) -> None:
    content = reviewed(tmp_path)
    formulas, values = rows(opened(content), "Samband"), rows(opened(content, values=True), "Samband")
    live = [(one, other) for one, other in zip(formulas, values, strict=True) if one["Uträknat"] is not None]
    assert len(live) >= 6, "sums, products and a share, in both versions"
    assert all(str(one["Uträknat"]).startswith("=") and "Belopp!" in str(one["Uträknat"]) for one, _ in live)
    assert all(abs(Decimal(str(other["Skillnad"]))) <= Decimal("0.5") for _, other in live)


def test_another_program_works_out_the_same_values(tmp_path: Path) -> None:
    content = reviewed(tmp_path)
    saved, again = values_of(content), worked_out_anew(content, tmp_path)
    assert len(saved) > 30
    for (sheet, at), value in saved.items():
        assert again[sheet][at].value == pytest.approx(value, rel=1e-3, abs=1e-2), f"{sheet}!{at}"


@pytest.mark.parametrize("file", sorted(each.name for each in EXAMPLES.iterdir() if each.suffix in {".pdf", ".docx", ".md"}))
def test_every_example_opens_in_another_program_without_errors_and_with_the_same_values(file: str, tmp_path: Path) -> None:
    content = excel.write(flow.review(EXAMPLES / file), "en")
    saved, again = values_of(content), worked_out_anew(content, tmp_path)
    cells = [cell for sheet in again for row in sheet.iter_rows() for cell in row]
    assert [cell.coordinate for cell in cells if cell.data_type == "e"] == []
    assert len(cells) > 40
    assert bool(saved) is file.startswith("andringar"), "the amendments have relations and changes, the minutes have none"
    assert {at for at, value in saved.items() if again[at[0]][at[1]].value != pytest.approx(value, rel=1e-3, abs=1e-2)} == set()


def test_a_bound_that_holds_is_no_difference(tmp_path: Path) -> None:
    file = tmp_path / "bounds.md"
    least = "Stödet betalas med 100 kr per barn och år med lägsta nivå på 25 000 kr."
    file.write_text(f"# 1 Stöd\n{least} Det maximala stödet som betalas ut uppgår till 100 000 kr per år.\n")
    review = flow.review(file)
    told = [row for row in rows(opened(excel.write(review), values=True), "Samband") if "inte högre" in str(row["Samband"])]
    assert [row["Skillnad"] for row in told] == [0]


def test_headings_stand_on_every_printed_page_and_over_the_ends_of_figures() -> None:
    book = opened(excel.write(small_review()))
    assert all(sheet.print_title_rows == "$1:$1" for sheet in book)
    sheet = book["Belopp"]
    assert [sheet.cell(1, column).alignment.horizontal for column in (3, 9, 10)] == ["left", "right", "right"]


def test_shares_that_make_a_whole_are_added_up_in_the_workbook(tmp_path: Path) -> None:
    file = tmp_path / "shares.md"
    file.write_text(
        "# 5 Mål\nHögst 3 procent betalas ut. De fördelas på följande mål:\n* Tid: 1,2 %\n* Register: 0,8 %\n* Enkät: 1 %\n"
        "# 6 Medel\nAnslaget fördelas med 40 % till barn, 35 % till äldre och 25 % till övriga.\n"
    )
    told = rows(opened(excel.write(flow.check_each([file]))), "Samband")
    assert [row["Står"] for row in told] == ["=Belopp!J2", "=100"]
    assert [str(row["Uträknat"]).count("+") for row in told] == [2, 2]
