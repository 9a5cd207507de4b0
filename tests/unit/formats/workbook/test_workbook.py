from __future__ import annotations

import zipfile
from decimal import Decimal
from pathlib import Path

import pytest

from lydelse.errors import UnreadableFileError
from lydelse.formats.workbook import Cell, Workbook, read_workbook
from lydelse.formats.workbook.addresses import address, fixed
from lydelse.formats.workbook.writing import Live, Page, workbook_bytes
from support.workbooks import workbook_bytes as made_of
from support.workbooks import workbook_file

TEXT = """
# Modell
A1 Listning
B1 =B2*2 304262.5
B2 15 %
B3 =B9
B4 #REF!
B5 0.1
namn listning Modell!$B$1
# Dold (dolt)
A1 7
"""


def cells(workbook: Workbook, sheet: str = "Modell") -> dict[str, Cell]:
    found = workbook.sheet(sheet)
    assert found is not None
    return {cell.address: cell for cell in found.cells.values()}


def test_saved_values_and_formulas_are_read_side_by_side(tmp_path: Path) -> None:
    read = cells(read_workbook(workbook_file(tmp_path / "bok.xlsx", TEXT)))
    assert (read["A1"].text, read["A1"].value) == ("Listning", None)
    assert (read["B1"].formula, read["B1"].value) == ("=B2*2", Decimal("304262.5"))
    assert (read["B2"].value, read["B2"].is_share) == (Decimal("0.15"), True)
    assert (read["B3"].value, read["B3"].is_saved) == (None, False)
    assert (read["B4"].error, read["B4"].value) == ("#REF!", None)
    assert read["B5"].value == Decimal("0.1")


def test_names_hidden_sheets_and_files_outside_are_told(tmp_path: Path) -> None:
    workbook = read_workbook(workbook_file(tmp_path / "bok.xlsx", TEXT, external=True))
    assert workbook.names == {"listning": "Modell!$B$1"}
    assert [sheet.name for sheet in workbook.sheets if sheet.is_hidden] == ["Dold"]
    assert workbook.outside == ("kommunens-budget.xlsx",)
    assert workbook.sheet("MODELL") is not None


def test_files_that_are_no_workbooks_are_refused_with_a_sentence(tmp_path: Path) -> None:
    good = made_of(TEXT)
    contents = {
        "error.empty": b"",
        "error.old-workbook": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
        "error.damaged-workbook": b"ingen arbetsbok",
    }
    for key, content in contents.items():
        file = tmp_path / "bok.xlsx"
        file.write_bytes(content)
        with pytest.raises(UnreadableFileError) as refused:
            read_workbook(file)
        assert refused.value.message.key == key
    for cut in (100, len(good) // 2, len(good) - 30):
        (tmp_path / "bok.xlsx").write_bytes(good[:cut])
        with pytest.raises(UnreadableFileError):
            read_workbook(tmp_path / "bok.xlsx")
    with pytest.raises(UnreadableFileError):
        read_workbook(tmp_path / "saknas.xlsx")


def test_a_package_that_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bok.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    with pytest.raises(UnreadableFileError):
        read_workbook(tmp_path / "bok.xlsx")


def test_addresses_go_beyond_z() -> None:
    assert [address(7, column) for column in (1, 26, 27, 52, 703)] == ["A7", "Z7", "AA7", "AZ7", "AAA7"]
    assert fixed(2, 9) == "$I$2"


def written() -> bytes:
    pages = [
        Page(
            "Tal",
            [["Namn", "Tal"], ["ett", Decimal("1.10")], ["två", Decimal(2)], ["=1+1", None], ["-minus", Live("ett+tvaa", Decimal("3.1"))]],
        ),
        Page("Tom", [["Rubrik"], ["<&\x00\ud800>"]]),
    ]
    return workbook_bytes(pages, [("ett", "Tal!$B$2"), ("tvaa", "Tal!$B$3")])


def test_what_is_written_is_read_back_and_text_is_never_a_formula(tmp_path: Path) -> None:
    (tmp_path / "bok.xlsx").write_bytes(written())
    read = cells(read_workbook(tmp_path / "bok.xlsx"), "Tal")
    assert (read["B2"].value, read["B3"].value) == (Decimal("1.1"), Decimal(2))
    assert (read["A4"].text, read["A4"].formula) == ("=1+1", "")
    assert (read["A5"].text, read["A5"].formula) == ("-minus", "")
    assert (read["B5"].formula, read["B5"].value) == ("=ett+tvaa", Decimal("3.1"))
    assert written() == written()
