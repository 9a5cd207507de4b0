"""A workbook read straight from its parts: cell by cell what the whole reader gives."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import numbers

from lydelse.errors import UnreadableFileError
from lydelse.formats.workbook import read_workbook
from lydelse.formats.workbook.figures import _OtherwiseMadeError, _sheets, read_figures
from lydelse.formats.workbook.writing import Live, Page, workbook_bytes
from support.workbooks import workbook_file


def same_in_both(path: Path) -> bool:
    return read_figures(path) == read_workbook(path).sheets


def test_numbers_texts_formulas_errors_and_hidden_sheets_are_read_alike(tmp_path: Path) -> None:
    text = "# Enheter\nA1 Enhet\nB1 =B2*2 304262.5\nB2 15 %\nB3 =B9\nB4 #REF!\nB5 0.1\nC7 -3\n# Dold (dolt)\nA1 7"
    assert same_in_both(workbook_file(tmp_path / "bok.xlsx", text))


def test_a_workbook_of_our_own_is_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "bok.xlsx"
    path.write_bytes(workbook_bytes([Page("Enheter", [["Enhet", "Listade"], ["Almen", Live("1+1")], ["=B\u00f6rk", None]])], ()))
    assert same_in_both(path)


def filled() -> Workbook:
    workbook = Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.append(["Enhet", "Andel", "Ja", "Tom"])
    sheet.append(["Almen", 1.21, True, ""])
    sheet.append(["Bj\u00f6rken <&> \u00e5", 1e-7, False, "=SUM(B2:B3)"])
    sheet["B2"].number_format = "0.0%"
    return workbook


def test_shares_truths_and_large_and_small_numbers_are_read_alike(tmp_path: Path) -> None:
    workbook = filled()
    sheet = workbook.worksheets[0]
    sheet.append(["Stor", 12345678901234, 3.0, -0.5])
    workbook.save(tmp_path / "bok.xlsx")
    assert same_in_both(tmp_path / "bok.xlsx")


def test_cells_merged_into_another_are_no_cells(tmp_path: Path) -> None:
    workbook = filled()
    workbook.worksheets[0].merge_cells("A2:B3")
    workbook.save(tmp_path / "bok.xlsx")
    read = read_figures(tmp_path / "bok.xlsx")[0]
    assert (3, 1) not in read.cells
    assert same_in_both(tmp_path / "bok.xlsx")


@pytest.mark.parametrize("form", ["yyyy-mm-dd", "[h]:mm", numbers.FORMAT_DATE_TIME4, "d/m"])
def test_a_date_is_never_a_number(tmp_path: Path, form: str) -> None:
    workbook = filled()
    cell = workbook.worksheets[0]["B3"]
    cell.value, cell.number_format = 45000, form
    workbook.save(tmp_path / "bok.xlsx")
    assert read_figures(tmp_path / "bok.xlsx")[0].cells[3, 2].value is None
    assert same_in_both(tmp_path / "bok.xlsx")


@pytest.mark.parametrize("form", ["# ##0,00", '0 "dagar"', "0.00E+00", "[Red]0", '#,##0\\ "kr"'])
def test_a_number_with_words_of_its_own_is_a_number(tmp_path: Path, form: str) -> None:
    workbook = filled()
    workbook.worksheets[0]["B3"].number_format = form
    workbook.save(tmp_path / "bok.xlsx")
    assert same_in_both(tmp_path / "bok.xlsx")


def test_a_workbook_with_entities_of_its_own_is_left_to_the_whole_reader(tmp_path: Path) -> None:
    filled().save(tmp_path / "bok.xlsx")
    hostile = tmp_path / "ond.xlsx"
    with zipfile.ZipFile(tmp_path / "bok.xlsx") as source, zipfile.ZipFile(hostile, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "xl/workbook.xml":
                content = b'<!DOCTYPE w [<!ENTITY a "b">]>' + content.replace(b'name="Sheet"', b'name="&a;"')
            target.writestr(name, content)
    with pytest.raises(_OtherwiseMadeError), zipfile.ZipFile(hostile) as archive:
        list(_sheets(archive))
    assert same_in_both(hostile)


def test_what_is_no_workbook_is_refused_with_the_same_sentence(tmp_path: Path) -> None:
    path = tmp_path / "bok.xlsx"
    path.write_bytes(b"ingen arbetsbok")
    with pytest.raises(UnreadableFileError) as refused:
        read_figures(path)
    assert refused.value.message.key == "error.damaged-workbook"
