from lydelse.differ import compare
from lydelse.extractors.written import written
from lydelse.model.change import Change
from lydelse.model.document import Document
from lydelse.model.quantity import Status
from lydelse.model.section import sections_of
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Mark, Paragraph, Run


def compared(before: str, after: str) -> tuple[Table, tuple[Change, ...]]:
    comparison = compare(written(before), written(after))
    assert comparison.proof is not None
    assert comparison.proof.holds
    (table,) = [block for block in comparison.redline.blocks if isinstance(block, Table)]
    return table, comparison.changes


def test_rows_pair_by_their_labels_whatever_their_figures() -> None:
    table, _ = compared("|= Ålder | Vikt\n| 0–4 | 1,04\n| 5–9 | 0,33", "|= Ålder | Vikt\n| 0–4 | 0,33\n| 5–9 | 1,04")
    assert [row.mark for row in table.rows] == [Mark.KEPT] * 3


def test_an_inserted_row_leaves_the_others_as_they_are() -> None:
    table, changes = compared("| a | 1 kr\n| c | 3 kr", "| a | 1 kr\n| b | 2 kr\n| c | 3 kr")
    assert [row.mark for row in table.rows] == [Mark.KEPT, Mark.INSERTED, Mark.KEPT]
    assert len(changes) == 1


def test_a_label_of_figures_alone_never_becomes_another() -> None:
    table, _ = compared("|= Ålder | Vikt\n| 0–4 | 1,04\n| 5–9 | 0,33", "|= Ålder | Vikt\n| 5–9 | 0,36\n| 10–14 | 0,30")
    assert [row.mark for row in table.rows] == [Mark.KEPT, Mark.STRUCK, Mark.KEPT, Mark.INSERTED]


def test_an_inserted_column_is_one_change() -> None:
    table, changes = compared("|= Vara | Pris\n| Penna | 20 kr", "|= Vara | Moms | Pris\n| Penna | 25 % | 20 kr")
    assert [cell.mark for cell in table.rows[1].cells] == [Mark.KEPT, Mark.INSERTED, Mark.KEPT]
    assert [change.unit.value for change in changes] == ["column"]


def test_a_renamed_column_is_still_that_column() -> None:
    table, changes = compared("|= Vara | Pris 2025\n| Penna | 20 kr", "|= Vara | Kostnad 2026\n| Penna | 25 kr")
    assert all(cell.mark is Mark.KEPT for row in table.rows for cell in row.cells)
    assert [change.unit.value for change in changes] == ["row", "row"]


def test_a_row_inserted_into_a_table_with_another_column_has_an_empty_cell_there() -> None:
    table, _ = compared(
        "|= Vara | Pris\n| Penna | 20 kr\n| Bok | 90 kr", "|= Vara | Pris | Moms\n| Penna | 20 kr | 25 %\n| Sudd | 5 kr | 25 %"
    )
    assert [len(row.cells) for row in table.rows] == [3, 3, 3, 3]


def test_a_table_of_quite_other_rows_is_removed_and_added() -> None:
    comparison = compare(written("| Penna | 20 kr"), written("| Avstånd | lång | kort\n| Vikt | tung | lätt"))
    assert [(type(change).__name__, change.unit.value) for change in comparison.changes] == [("Removed", "table"), ("Added", "table")]


def units(before: str, after: str) -> list[str]:
    return [f"{type(change).__name__} {change.unit.value}" for change in compared(before, after)[1]]


def test_a_column_whose_header_names_another_year_is_that_column_beside_a_new_one() -> None:
    before, after = "|= Ålder | 2025\n| 0–4 | 1,04\n| 5–9 | 0,33", "|= Ålder | Antal barn | 2026\n| 0–4 | 12 | 1,16\n| 5–9 | 14 | 0,36"
    assert units(before, after) == ["Added column", "Reworded row", "Reworded row", "Reworded row"]


def test_two_columns_for_two_years_pair_by_year() -> None:
    before, after = "|= Stöd | 2025 | 2026\n| Skola | 100 kr | 110 kr", "|= Stöd | 2026 | 2027\n| Skola | 112 kr | 120 kr"
    entries = compare(written(before), written(after)).entries
    assert [(str(each.before and each.before.value), str(each.after and each.after.value), each.status.value) for each in entries] == [
        ("100", "None", "removed"),
        ("110", "112", "changed"),
        ("None", "120", "added"),
    ]


def test_two_columns_added_are_two_changes() -> None:
    assert units("|= Vara | Pris\n| Penna | 20 kr", "|= Vara | Antal | Pris | Moms\n| Penna | 3 | 20 kr | 25 %") == [
        "Added column",
        "Added column",
    ]


def test_rows_go_by_two_columns_where_the_first_repeats_itself() -> None:
    before = "|= Stöd | Ålder | Belopp\n| Skola | 6–9 | 10 kr\n| Skola | 10–12 | 20 kr\n| Fritid | 6–9 | 30 kr\n| Fritid | 10–12 | 40 kr"
    after = "|= Stöd | Ålder | Belopp\n| Skola | 10–12 | 21 kr\n| Fritid | 6–9 | 31 kr\n| Fritid | 10–12 | 41 kr"
    _, changes = compared(before, after)
    assert [(type(change).__name__, getattr(change, "before", "")) for change in changes] == [
        ("Removed", "Skola | 6–9 | 10 kr"),
        ("Reworded", "Skola | 10–12 | 20 kr"),
        ("Reworded", "Fritid | 6–9 | 30 kr"),
        ("Reworded", "Fritid | 10–12 | 40 kr"),
    ]


def test_a_row_that_moved_is_one_change_and_its_amount_is_paired() -> None:
    before, after = "| a | 1 kr\n| b | 2 kr\n| c | 3 kr\n| d | 4 kr", "| b | 2 kr\n| c | 3 kr\n| d | 4 kr\n| a | 9 kr"
    assert units(before, after) == ["Moved row"]
    assert [
        (str(each.before and each.before.value), str(each.after and each.after.value))
        for each in compare(*map(written, (before, after))).entries
    ][-1] == ("1", "9")


def spanned(*rows: list[Cell]) -> Document:
    return Document(sections=sections_of([Table(tuple(Row(tuple(cells)) for cells in rows))]))


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell((Paragraph((Run(text),)),), colspan=columns, rowspan=rows)


def test_a_column_added_under_a_merged_title_is_a_column() -> None:
    before = spanned([cell("Stöd", 2)], [cell("Skola"), cell("10 kr")], [cell("Fritid"), cell("20 kr")])
    after = spanned([cell("Stöd", 3)], [cell("Skola"), cell("3 barn"), cell("10 kr")], [cell("Fritid"), cell("4 barn"), cell("20 kr")])
    comparison = compare(before, after)
    assert comparison.proof
    assert comparison.proof.holds
    assert [f"{type(change).__name__} {change.unit.value}" for change in comparison.changes] == ["Added column"]


def test_a_row_taken_out_of_those_that_a_merged_cell_covers_is_one_row() -> None:
    before = spanned([cell("Skola", rows=3), cell("6–9"), cell("10 kr")], [cell("10–12"), cell("20 kr")], [cell("13–15"), cell("30 kr")])
    after = spanned([cell("Skola", rows=2), cell("6–9"), cell("10 kr")], [cell("13–15"), cell("30 kr")])
    comparison = compare(before, after)
    assert comparison.proof
    assert comparison.proof.holds
    assert [f"{type(change).__name__} {change.unit.value}" for change in comparison.changes] == ["Removed row"]


def test_two_cells_merged_are_told_in_their_row() -> None:
    before = spanned([cell("Stöd"), cell("till"), cell("10 kr")], [cell("Skola"), cell("barn"), cell("20 kr")])
    after = spanned([cell("Stöd till", 2), cell("10 kr")], [cell("Skola"), cell("barn"), cell("20 kr")])
    comparison = compare(before, after)
    assert comparison.proof
    assert comparison.proof.holds
    assert [f"{type(change).__name__} {change.unit.value}" for change in comparison.changes] == ["Reworded row"]


def test_a_label_that_a_narrow_cell_broke_is_the_same_row() -> None:
    table, _ = compared("|= Post | 2025\n| Lokalkostnader | 410\n| Bidrag | 20", "|= Post | 2025\n| Lokalkost nader | 410\n| Bid rag | 20")
    assert [row.mark for row in table.rows] == [Mark.KEPT] * 3


def test_the_amounts_of_a_row_that_moved_are_neither_removed_nor_added() -> None:
    rows = ["| Läkare | 900 | 950", "| Dietist | 380 | 400", "| Psykolog | 640 | 660", "| Tolk | 120 | 130"]
    head = "# 1 Priser\n|= Besök | Pris 2025 (kr) | Pris 2026 (kr)\n"
    before, after = (head + "\n".join(order) for order in (rows, [rows[3], *rows[:3]]))
    comparison = compare(written(before), written(after))
    assert [type(change).__name__ for change in comparison.changes] == ["Moved"]
    assert {entry.status for entry in comparison.entries} == {Status.UNCHANGED}
