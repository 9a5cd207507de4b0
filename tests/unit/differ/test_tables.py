from lydelse.differ import compare
from lydelse.extractors.written import written
from lydelse.model.change import Change
from lydelse.model.table import Table
from lydelse.model.text import Mark


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
