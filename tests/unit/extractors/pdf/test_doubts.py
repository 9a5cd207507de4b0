from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.finding import Severity
from support.pdfs import PdfMaker

HEAD = ["Enhet", "2025", "2026"]
ROWS = [["Norr", "1 204", "1 310"], ["Söder", "2 480", "2 555"], ["Väster", "980", "1 012"], ["Öster", "1 760", "1 801"]]


def said_of(path: Path, rows: Sequence[Sequence[str]]) -> list[tuple[str, str, Severity]]:
    with PdfMaker(path) as pdf:
        pdf.plain(72, 80, "Ersättningen framgår av tabellen.")
        end = pdf.plain_table([72, 250, 350], 110, rows, pitch=17)
        pdf.plain(72, end + 20, "Beloppen är i tusental kronor.")
    return [(unread.message.key, str(unread.message.facts.get("text")), unread.severity) for unread in extract(path).unread]


def test_a_row_of_figures_without_a_label_is_asked_about(tmp_path: Path) -> None:
    rows = [HEAD, *ROWS[:2], ["", "3 684", "3 865"], *ROWS[2:]]
    assert said_of(tmp_path / "a.pdf", rows) == [("X905.pdf-rows", "3 684 3 865", Severity.QUESTION)]


def test_a_table_whose_rows_all_have_labels_is_not_asked_about(tmp_path: Path) -> None:
    assert said_of(tmp_path / "a.pdf", [HEAD, *ROWS]) == []


def test_headers_of_years_and_struck_values_are_not_asked_about(tmp_path: Path) -> None:
    rows = [["", "2025", "2026"], *ROWS[:2], ["Väster", "[-980-]", "1 012"], ["Öster", "1 760", "[-1 801-] {+1 845+}"]]
    assert said_of(tmp_path / "a.pdf", rows) == []


def test_a_table_without_a_word_is_asked_about(tmp_path: Path) -> None:
    rows = [["54 000", "0,50", "7"], ["53 000", "0,48", "8"], ["52 000", "0,46", "9"]]
    assert said_of(tmp_path / "a.pdf", rows) == [("X905.pdf-columns", "54 000 0,50 7", Severity.QUESTION)]


def test_two_figures_in_one_cell_are_asked_about_unless_one_replaces_the_other(tmp_path: Path) -> None:
    rows = [HEAD, *ROWS, ["Mitten", "0,86 0,80", "0,91"]]
    assert said_of(tmp_path / "a.pdf", rows) == [("X905.pdf-columns", "Mitten 0,86 0,80 0,91", Severity.QUESTION)]
    assert said_of(tmp_path / "b.pdf", [HEAD, *ROWS, ["Mitten", "[-0,86-] {+0,80+}", "0,91"]]) == []


def test_two_columns_that_a_longer_cell_runs_over_are_asked_about(tmp_path: Path) -> None:
    rows = [["Villa", "24 980", "31 200"], ["Garage", "8 400", "9 350"], ["Plank", "2 100", "2 900"], ["Skylt", "1 700", "2 300"]]
    longer = [*rows[:2], ["Mur", "Anmälan räcker, 3 450", ""], *rows[2:]]
    assert [key for key, *_ in said_of(tmp_path / "a.pdf", longer)] == ["X905.pdf-columns"]
    assert said_of(tmp_path / "b.pdf", rows) == []


def test_heads_that_run_together_over_a_table_are_asked_about_and_a_sentence_over_it_is_not(tmp_path: Path) -> None:
    for name, heads, keys in (
        ("a", "Enhet och ort Antal listade personer i år Antal listade nästa år", ["X905.pdf-columns"]),
        ("b", "Antalet listade personer på enheterna i hela länet är så här många.", []),
        ("c", "Antal listade", []),
    ):
        with PdfMaker(tmp_path / f"{name}.pdf") as pdf:
            pdf.plain(72, 80, "Ersättningen följer antalet listade och räknas av varje månad.")
            pdf.plain(72, 110, heads)
            pdf.plain_table([72, 250, 350], 126, ROWS, pitch=17)
        assert [unread.message.key for unread in extract(tmp_path / f"{name}.pdf").unread] == keys


NAMES = [["Anna Berg (S)", "Bo Ek (M)"], ["Carin Holm (C), ordförande", "David von Essen (V)"], ["Eva Lind", "Frida Sjö-Ask (KD)"]]


def test_names_in_columns_without_heads_are_asked_about(tmp_path: Path) -> None:
    assert said_of(tmp_path / "a.pdf", NAMES) == [("X905.pdf-names", "Anna Berg (S) Bo Ek (M)", Severity.QUESTION)]


def test_names_beside_what_is_no_name_are_not_asked_about(tmp_path: Path) -> None:
    rows = [[name, f"{at + 1} kap. {at + 3} §"] for at, (name, _) in enumerate(NAMES)]
    assert said_of(tmp_path / "a.pdf", rows) == []


def beside(path: Path, rows: Sequence[Sequence[str]], lefts: Sequence[float]) -> list[str]:
    with PdfMaker(path) as pdf:
        pdf.plain(72, 80, "Platserna och kostnaden framgår av tabellen.")
        pdf.plain_table(lefts, 110, rows, pitch=17)
    return [unread.message.key for unread in extract(path).unread]


def test_what_may_be_two_tables_side_by_side_is_asked_about(tmp_path: Path) -> None:
    rows = [["Aspen", "24", "Personal", "8 410"], ["Björken", "33", "Lokaler", "1 310"], ["Cedern", "18", "Övrigt", "340"]]
    assert beside(tmp_path / "a.pdf", rows, [72, 180, 300, 420]) == ["X905.pdf-two-tables"]


def test_years_and_words_that_come_again_are_columns_of_one_table(tmp_path: Path) -> None:
    years = [["Ny skola", "2026", "Nämnden", "8 410"], ["Ny väg", "2027", "Styrelsen", "1 310"], ["Ny bro", "2028", "Bolaget", "340"]]
    again = [["Aspen", "24", "Norr", "8 410"], ["Björken", "33", "Söder", "1 310"], ["Cedern", "18", "Norr", "340"]]
    assert beside(tmp_path / "a.pdf", years, [72, 180, 300, 420]) == []
    assert beside(tmp_path / "b.pdf", again, [72, 180, 300, 420]) == []
