"""The two wordings of tables in the Word report: real tables, whose cells stand in the columns that they belong to."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table

from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.model.table import Cell, Row
from lydelse.model.table import Table as Read
from lydelse.model.text import Mark, Paragraph, Run
from lydelse.reports import word_report
from lydelse.reports.word_report.sheet import Sheet
from lydelse.reports.word_report.wording_tables import two_tables

BESIDE = """# 1 Avgift
|= Ålder | Avgift, kr
-| 0–5 år | 10
| 6–9 år | [-20-]{+22+}
+| 10–12 år | 1 030
"""
BROAD = """# 1 Avgift
|= Ålder | Ett | Två | Tre | Fyra
| 0–5 år | 1 | 2 | 3 | [-4-]{+5+}
+| 6–9 år | 6 | 7 | 8 | 9
"""


def wordings(text: str) -> list[Table]:
    """Return the tables of the part with both wordings."""
    document = docx.Document(io.BytesIO(word_report.write_comparison(compare_marked(written(text)), version="1")))
    blocks = list(document.iter_inner_content())
    at = next(at for at, block in enumerate(blocks) if not isinstance(block, Table) and block.text == "Nuvarande och föreslagen lydelse")
    return [block for block in blocks[at:] if isinstance(block, Table)]


def texts(table: Table) -> list[list[str]]:
    """Return the texts of each row, a cell of several columns once."""
    return [
        ["\n".join(p.text for p in docx.table._Cell(cell, table).paragraphs).replace("\u00a0", " ") for cell in row._tr.tc_lst]
        for row in table.rows
    ]


def written_tables(table: Read) -> list[list[list[str]]]:
    sheet = Sheet("sv", "", "report.title")
    two_tables(sheet, table)
    return [texts(each) for each in docx.Document(io.BytesIO(sheet.content())).tables]


def test_a_row_stands_beside_what_it_becomes_each_figure_in_a_column_of_its_own() -> None:
    (table,) = wordings(BESIDE)
    assert texts(table) == [
        ["Nuvarande lydelse", "Föreslagen lydelse"],
        ["Ålder", "Avgift, kr", "Ålder", "Avgift, kr"],
        ["0–5 år", "10", ""],
        ["6–9 år", "20", "6–9 år", "22"],
        ["", "10–12 år", "1 030"],
    ]
    assert [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows] == [True, True, False, False, False]


def test_figures_and_their_headings_end_at_the_right() -> None:
    (table,) = wordings(BESIDE)
    ends = [[cell.find(f"{qn('w:p')}/{qn('w:pPr')}/{qn('w:jc')}") is not None for cell in row._tr.tc_lst] for row in table.rows]
    assert ends[1:] == [[False, True] * 2, [False, True, False], [False, True] * 2, [False, False, True]]


def test_what_only_one_wording_has_is_marked_there() -> None:
    (table,) = wordings(BESIDE)
    struck, inserted = ([run for cell in table.rows[at].cells for p in cell.paragraphs for run in p.runs if run.text] for at in (2, 4))
    assert all(run.font.strike for run in struck)
    assert all(run.font.underline for run in inserted)


def test_a_broad_table_stands_above_its_other_wording() -> None:
    before, after = wordings(BROAD)
    assert [texts(before)[0], texts(after)[0]] == [["Nuvarande lydelse"], ["Föreslagen lydelse"]]
    assert texts(before)[1:] == [["Ålder", "Ett", "Två", "Tre", "Fyra"], ["0–5 år", "1", "2", "3", "4"]]
    assert texts(after)[2:] == [["0–5 år", "1", "2", "3", "5"], ["6–9 år", "6", "7", "8", "9"]]


def test_texts_before_and_after_a_table_stand_in_their_order() -> None:
    first, table, last = wordings("# 1 Avgift\n[-Ett-]{+Två+} gäller.\n|= A | B\n| a | [-1-]{+2+}\n[-Tre-]{+Fyra+} gäller.")
    assert [each[1] for each in (texts(first), texts(last))] == [["Ett gäller.", "Två gäller."], ["Tre gäller.", "Fyra gäller."]]
    assert texts(table)[-1] == ["a", "1", "a", "2"]


def cell(text: str, mark: Mark = Mark.KEPT, *, rowspan: int = 1, colspan: int = 1) -> Cell:
    return Cell((Paragraph((Run(text, mark),)),), rowspan=rowspan, colspan=colspan)


def test_cells_of_several_rows_and_columns_leave_the_others_in_their_columns() -> None:
    rows = (
        Row((cell("Område", rowspan=3), cell("Pris", colspan=2))),
        Row((cell("dag"), cell("natt"))),
        Row((cell("10"), cell("12", Mark.INSERTED))),
        Row((cell("Väst"), cell("1"), cell("2"))),
    )
    (table,) = written_tables(Read(rows))
    assert [row[len(row) // 2 :] for row in table[1:]] == [["Område", "Pris"], ["", "dag", "natt"], ["", "10", "12"], ["Väst", "1", "2"]]


@pytest.mark.parametrize(
    ("mark", "expected"), [(Mark.INSERTED, [["Föreslagen lydelse"], ["a", "1"]]), (Mark.STRUCK, [["Nuvarande lydelse"], ["a", "1"]])]
)
def test_a_table_that_one_wording_has_stands_there_alone(mark: Mark, expected: list[list[str]]) -> None:
    assert written_tables(Read((Row((cell("a"), cell("1")), mark),))) == [expected]


def test_an_inserted_column_is_in_the_later_half_alone() -> None:
    column = Cell((Paragraph((Run("3"),)),), mark=Mark.INSERTED)
    (table,) = written_tables(Read((Row((cell("a"), cell("2"), column)),)))
    assert table[1] == ["a", "2", "a", "2", "3"]


def test_an_empty_cell_stays_an_empty_cell() -> None:
    (table,) = written_tables(Read((Row((cell("Summa"), Cell(()), cell("2"))),)))
    assert table[1] == ["Summa", "", "2"] * 2


def test_a_row_with_fewer_cells_than_the_others_fills_its_half() -> None:
    (table,) = written_tables(Read((Row((cell("Rubrik"),)), Row((cell("a"), cell("2"))))))
    assert table[1:] == [["Rubrik", "", "Rubrik", ""], ["a", "2", "a", "2"]]
