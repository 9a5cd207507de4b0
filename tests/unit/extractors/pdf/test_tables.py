from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Mark, Version
from support.pdfs import PdfMaker, struck_rectangle, width_of

WEIGHTS = [["Ålder", "Vikt"], ["0–4", "[-1,04-] {+1,16+}"], ["5–9", "[-0,33-] {+0,36+}"], ["10–14", "[-0,30-] {+0,34+}"], ["15–19", "0,45"]]


def tables_in(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def texts(table: Table, version: Version = Version.AFTER) -> list[list[str]]:
    return [[cell.text(version) for cell in row.cells] for row in table.rows]


def prose(pdf: PdfMaker, baseline: float) -> float:
    lines = [
        "Vårdenheten får ersättning för varje person som är listad den första dagen i månaden.",
        "Beloppet [-2 222-] {+2 301+} kr gäller vikten 1,00 och räknas om när befolkningen ändras.",
        "Utbetalningen sker månadsvis och stäms av i efterhand.",
    ]
    return pdf.paragraph(72, baseline, lines)


def test_aligned_columns_without_rules_are_a_table(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        end = pdf.plain_table([72, 300], prose(pdf, 100) + 8, WEIGHTS)
        prose(pdf, end + 10)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert texts(table, Version.BEFORE)[1:3] == [["0–4", "1,04"], ["5–9", "0,33"]]
    assert texts(table)[-2:] == [["10–14", "0,34"], ["15–19", "0,45"]]
    assert [cell.header for cell in table.rows[0].cells] == [True, True]
    assert not any(cell.header for row in table.rows[1:] for cell in row.cells)
    assert [run.mark for run in table.rows[1].cells[1].paragraphs[0].runs] == [Mark.STRUCK, Mark.KEPT, Mark.INSERTED]


def test_ruled_cells_keep_their_marks(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        end = pdf.ruled_table(72, prose(pdf, 100), [150, 150], WEIGHTS)
        prose(pdf, end + 20)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert texts(table, Version.BEFORE) == [["Ålder", "Vikt"], ["0–4", "1,04"], ["5–9", "0,33"], ["10–14", "0,30"], ["15–19", "0,45"]]
    assert texts(table)[1] == ["0–4", "1,16"]


def test_strikes_from_wall_to_wall_of_a_cell_are_no_rules(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        end = prose(pdf, 100)
        pdf.ruled_table(72, end, [150, width_of("Sammanlagd vikt", 10) + 8], [["Ålder", "Vikt"], ["0–4", "1,04"], ["5–9", "0,33"]])
        pdf.marked(226, end + 31, "", strike=struck_rectangle)
        pdf.marked(226, end + 67, "[-Sammanlagd vikt-]", size=10, strike=struck_rectangle)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert len(table.rows) == 3


def test_a_label_over_two_lines_is_one_cell(tmp_path: Path) -> None:
    rows = [
        ["Variabel", "Vikt"],
        ["Vuxna utan gymnasieutbildning", "3,97"],
        ["Inflyttade under året från länder", "5,72"],
        ["utanför Norden och EU", ""],
        ["Barn under fem år", "3,23"],
    ]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        prose(pdf, pdf.plain_table([72, 300], prose(pdf, 100) + 8, rows) + 10)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert texts(table)[2] == ["Inflyttade under året från länder utanför Norden och EU", "5,72"]
    assert len(table.rows) == 4


def test_a_header_over_several_columns_spans_them(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        end = prose(pdf, 100) + 8
        pdf.plain(255, end, "Ersättning per år i tusental kronor", size=10.5)
        rows = [["Enhet", "2025", "2026"], ["Norr", "1 204", "1 310"], ["Söder", "2 480", "2 555"], ["Väster", "980", "1 012"]]
        prose(pdf, pdf.plain_table([72, 250, 400], end + 13.6, rows) + 10)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert [(cell.text(Version.AFTER), cell.colspan) for cell in table.rows[0].cells][-1] == ("Ersättning per år i tusental kronor", 2)
    assert all(cell.header for row in table.rows[:2] for cell in row.cells)
    assert texts(table)[-1] == ["Väster", "980", "1 012"]


def test_figures_set_midway_beside_two_lines_are_on_their_row(tmp_path: Path) -> None:
    labels = [["Inflyttade under året från", "länder utanför Norden"], ["Arbetslösa vuxna, eller i", "någon form av åtgärd"]]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        top = prose(pdf, 100) + 8
        pdf.plain_table([72, 300, 400], top, [["Variabel", "Vikt 2025", "Vikt 2026"], ["Barn under fem år", "3,23", "3,25"]], pitch=16)
        for at, label in enumerate(labels):
            y = top + 32 + at * 28
            pdf.plain_table([72], y, [[line] for line in label], pitch=13)
            pdf.plain_table([300, 400], y + 6.5, [["5,72", "5,80"]])
        prose(pdf, top + 110)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert texts(table)[2:] == [
        ["Inflyttade under året från länder utanför Norden", "5,72", "5,80"],
        ["Arbetslösa vuxna, eller i någon form av åtgärd", "5,72", "5,80"],
    ]


def test_struck_and_new_values_under_one_header_are_one_column(tmp_path: Path) -> None:
    rows = [["Ålder", "Vikt", ""], ["0–4", "[-1,04-]", "{+1,16+}"], ["5–9", "[-0,33-]", "{+0,36+}"], ["10–14", "[-0,30-]", "{+0,34+}"]]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        prose(pdf, pdf.plain_table([72, 250, 320], prose(pdf, 100) + 8, rows) + 10)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert texts(table, Version.BEFORE) == [["Ålder", "Vikt"], ["0–4", "1,04"], ["5–9", "0,33"], ["10–14", "0,30"]]
    assert texts(table)[1] == ["0–4", "1,16"]


def test_columns_of_both_wordings_with_headers_of_their_own_stay_two(tmp_path: Path) -> None:
    rows = [
        ["Ålder", "Vikt nu", "Ny vikt"],
        ["0–4", "[-1,04-]", "{+1,16+}"],
        ["5–9", "[-0,33-]", "{+0,36+}"],
        ["10–14", "[-0,30-]", "{+0,34+}"],
    ]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        prose(pdf, pdf.plain_table([72, 250, 350], prose(pdf, 100) + 8, rows) + 10)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert {len(row.cells) for row in table.rows} == {3}


def test_a_figure_broken_over_two_lines_is_one(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        top = prose(pdf, 100) + 8
        rows = [["Post", "2025", "2026"], ["Listade", "293", "304"], ["", "881", "262"], ["Läkemedel", "104", "111"], ["", "010", "500"]]
        prose(pdf, pdf.plain_table([72, 250, 350], top, rows, pitch=13) + 10)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert texts(table)[1:] == [["Listade", "293 881", "304 262"], ["Läkemedel", "104 010", "111 500"]]


def test_a_struck_row_is_gone_in_the_later_version(tmp_path: Path) -> None:
    rows = [["Besök", "Belopp"], ["[-Hembesök-]", "[-500-]"], ["{+Videobesök+}", "{+350+}"], ["Provtagning", "250"]]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        prose(pdf, pdf.plain_table([72, 250], prose(pdf, 100) + 8, rows) + 10)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert [row.mark for row in table.rows] == [Mark.KEPT, Mark.STRUCK, Mark.INSERTED, Mark.KEPT]


@pytest.mark.parametrize("ruled", [True, False])
def test_a_table_goes_on_over_a_page_end(tmp_path: Path, ruled: bool) -> None:  # noqa: FBT001 - the case
    rest = [["20–24", "0,64"], ["25–29", "0,76"], ["30–34", "0,81"]]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        prose(pdf, 100)
        for rows in ([["Ålder", "Vikt"], ["5–9", "0,36"], ["10–14", "0,34"], ["15–19", "0,53"]], rest):
            if ruled:
                end = pdf.ruled_table(72, 700 if rows is not rest else 72, [150, 150], rows, height=16)
            else:
                end = pdf.plain_table([72, 300], 720 if rows is not rest else 80, rows)
            if rows is not rest:
                pdf.next_page()
        prose(pdf, end + 20)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert [row[0] for row in texts(table)] == ["Ålder", "5–9", "10–14", "15–19", "20–24", "25–29", "30–34"]
    assert sum(cell.header for row in table.rows for cell in row.cells) == 2


def test_a_header_repeated_on_the_next_page_is_said_once(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        prose(pdf, 100)
        pdf.ruled_table(72, 720, [150, 150], [["Ålder", "Vikt"], ["5–9", "0,36"]])
        pdf.next_page()
        end = pdf.ruled_table(72, 72, [150, 150], [["Ålder", "Vikt"], ["10–14", "0,34"]])
        prose(pdf, end + 30)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert texts(table) == [["Ålder", "Vikt"], ["5–9", "0,36"], ["10–14", "0,34"]]


def test_rows_without_rules_between_are_told_apart(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        top = prose(pdf, 100)
        pdf.ruled_table(72, top, [150, 150], [["Avstånd", "Vikt"]], height=18)
        for x in (72, 222, 372):
            pdf.line(x, top + 18, x, top + 80)
        pdf.line(72, top + 80, 372, top + 80)
        pdf.plain_table([76, 226], top + 31, [["0–29 km", "0"], ["30–69 km", "1,00"], ["70–99 km", "1,29"]])
        prose(pdf, top + 110)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert texts(table) == [["Avstånd", "Vikt"], ["0–29 km", "0"], ["30–69 km", "1,00"], ["70–99 km", "1,29"]]


def test_redlined_prose_is_no_table(tmp_path: Path) -> None:
    lines = [
        "Totalt fördelas för år [-2025-] {+2026+}, [-773-]  {+798+} tkr. Taket är [-100-]  {+120+} kr.",
        "Därav avser [-1 204-]  {+1 310+} tkr hembesök och [-2 480-]  {+2 555+} tkr övriga besök.",
        "Högst [-36-]  {+38+} tkr lämnas per enhet, och [-25-]  {+30+} tkr till nya enheter under året.",
    ]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at in range(4):
            pdf.paragraph(72, 100 + at * 50, lines)
    assert tables_in(extract(tmp_path / "a.pdf")) == []


def test_justified_prose_is_no_table(tmp_path: Path) -> None:
    lines = [
        "Vårdenheten får ersättning för listade",
        "personer den första dagen i månaden",
        "och beloppet 2 301 kr räknas om när",
        "befolkningen ändras mer än 5 procent",
        "enligt statistik från 1 november året",
        "innan, om inte annat har beslutats",
    ]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at, line in enumerate(lines * 4):
            pdf.justified(72, 330, 100 + at * 13.6, line)
    assert tables_in(extract(tmp_path / "a.pdf")) == []


def test_lists_and_tables_of_contents_are_no_tables(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain_table([72, 100], 100, [["•", "ersättning för listade 2026"], ["•", "rörlig ersättning"], ["•", "tillägg 500 kr"]])
        pdf.plain_table([72, 100], 180, [["1.", "Godkänna 10 mkr"], ["2.", "Anvisa 9 mkr"], ["3.", "Uppdra åt direktören"]])
        contents = [["5.1 Ersättning för listade", "12"], ["5.2 Rörlig ersättning", "15"], ["5.3 Tilläggsersättning", "17"]]
        pdf.plain_table([72, 480], 260, contents)
        pdf.plain_table([72, 480], 560, [["1 Inledning", "3"], ["2 Uppdrag", "5"], ["3 Ersättning 2026", "11"]])
        pdf.paragraph(72, 330, ["5.1 Ersättning ............................ 12", "5.2 Rörligt ............................ 15"])
        prose(pdf, 400)
    assert tables_in(extract(tmp_path / "a.pdf")) == []


def test_underlined_words_between_rules_do_not_make_cells(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        end = pdf.ruled_table(
            72, 100, [150, 150], [["Besök", "Ersättning"], ["Hembesök", "{+Enligt prislista+}"], ["Provtagning", "250 kr"]]
        )
        prose(pdf, end + 30)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert texts(table) == [["Besök", "Ersättning"], ["Hembesök", "Enligt prislista"], ["Provtagning", "250 kr"]]


def test_two_labels_with_a_figure_each_far_apart_are_a_table(tmp_path: Path) -> None:
    rows = [["Timersättning", "[-410-] {+425+} kr"], ["Nattersättning", "520 kr"]]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        end = pdf.plain_table([72, 300], prose(pdf, 100) + 8, rows)
        prose(pdf, end + 10)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert texts(table) == [["Timersättning", "425 kr"], ["Nattersättning", "520 kr"]]


def test_two_lines_of_words_and_two_of_sentences_with_a_gap_are_no_table(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        y = pdf.plain_table([72, 300], prose(pdf, 100) + 8, [["Ort", "Eva Ek"], ["Datum", "Ordförande"]])
        pdf.plain_table([72, 400], y + 20, [["Beloppet gäller för alla som är listade.", "5 kr"], ["Det räknas om varje år.", "6 kr"]])
    assert tables_in(extract(tmp_path / "a.pdf")) == []


def test_no_word_on_a_page_with_tables_is_lost(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        end = pdf.ruled_table(72, prose(pdf, 100), [150, 150], WEIGHTS)
        pdf.plain(400, end - 30, "Bredvid tabellen")
        pdf.plain_table([72, 300], prose(pdf, end + 30) + 8, WEIGHTS)
    document = extract(tmp_path / "a.pdf")
    words = " ".join(paragraph.marked_text for paragraph in document.paragraphs)
    assert words.count("10–14") == 2
    assert "Bredvid tabellen" in words
    assert words.count("Utbetalningen sker månadsvis") == 2


def test_a_cell_of_many_lines_does_not_end_a_table_without_rules(tmp_path: Path) -> None:
    rows = [
        ["Område", "Vårdgivarens ansvar", "Regionens ansvar"],
        ["Läkemedel", "Kostnaden för allmänna", "Rekvisition"],
        *[
            ["", line, ""]
            for line in ("läkemedel som den egna", "verksamheten skriver ut", "till listade patienter,", "dock inte dyra läkemedel")
        ],
        ["Hjälpmedel", "Förskrivning av personliga", "Inköp och lager"],
    ]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain_table([72, 200, 400], prose(pdf, 100) + 8, rows)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert [row[0] for row in texts(table)] == ["Område", "Läkemedel", "Hjälpmedel"]
    assert texts(table)[1][1].endswith("till listade patienter, dock inte dyra läkemedel")
