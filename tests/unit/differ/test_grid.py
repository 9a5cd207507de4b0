from lydelse.differ.grid import header_rows, names_of, seats_of
from lydelse.extractors.written import written
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Paragraph, Run, Version


def table(text: str) -> Table:
    (block,) = written(text).blocks
    assert isinstance(block, Table)
    return block


def cell(text: str, colspan: int = 1, rowspan: int = 1) -> Cell:
    return Cell((Paragraph((Run(text),)),), colspan=colspan, rowspan=rowspan)


def test_cells_that_span_several_push_the_others_aside() -> None:
    spanning = Table((Row((cell("a", rowspan=2), cell("b", colspan=2))), Row((cell("c"), cell("d")))))
    assert [(seat.at_row, seat.column) for seat in seats_of(spanning)] == [(0, 0), (0, 1), (1, 1), (1, 2)]


def test_a_row_under_a_spanning_label_has_that_label() -> None:
    spanning = Table((Row((cell("Läkare", rowspan=2), cell("700 kr"))), Row((cell("800 kr"),))))
    assert names_of(spanning, Version.AFTER).rows == {0: "Läkare", 1: "Läkare"}


def test_a_first_row_that_only_names_is_a_header() -> None:
    assert header_rows(table("| Ålder | Vikt\n| 0–4 | 1,04")) == 1


def test_a_first_row_that_states_an_amount_is_none() -> None:
    assert header_rows(table("| Penna | 20 kr\n| Bok | 90 kr")) == 0


def test_rows_that_say_they_are_headers_are() -> None:
    assert header_rows(table("|= Ålder | Vikt\n|= år | tal\n| 0–4 | 1,04")) == 2


def test_a_columns_name_is_that_of_its_version() -> None:
    marked = table("|= Ålder | Vikt [-2025-]{+2026+}\n| 0–4 | 1,04")
    assert [names_of(marked, version).columns[1] for version in Version] == ["Vikt 2025", "Vikt 2026"]


def test_a_year_before_a_unit_names_a_column() -> None:
    headed = table("| Besök | Ersättning 2026 kr\n| Nybesök | 789\n| Återbesök | 526")
    assert header_rows(headed) == 1


def test_a_first_row_that_states_an_amount_is_no_header() -> None:
    bare = table("| Nybesök | 2026 kr\n| Återbesök | 1350 kr")
    assert header_rows(bare) == 0
