from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Kind, Version
from support.pdfs import PdfMaker

COVER = [
    (["Plats och tid"], ["Residenset, sal Skog, klockan 9–15", "Uppehåll 12–13"]),
    (["Beslutande"], ["Anna Berg, ordförande", "Karl Nilsson, vice ordförande", "Eva Lind ersätter Olof Sjö"]),
    (["Övriga närvarande"], ["Lena Holm, direktör"]),
    (["Justeringens tid", "och plats"], ["Regionens hus den 14 mars 2026"]),
]


def tables_in(document: Document) -> list[list[list[str]]]:
    tables = (block for block in document.blocks if isinstance(block, Table))
    return [[[cell.text(Version.AFTER) for cell in row.cells] for row in table.rows] for table in tables]


def levelled(pdf: PdfMaker, top: float, x: float, rows: Sequence[tuple[Sequence[str], Sequence[str]]], *, last: bool = True) -> float:
    """Draw rows of two cells with a rule above each, and below the last."""
    for label, value in rows:
        pdf.line(72, top, 172, top)
        pdf.line(172, top, 520, top)
        for at, text in enumerate(label):
            pdf.plain(74, top + 14 + 13 * at, text, size=11)
        for at, text in enumerate(value):
            pdf.plain(x, top + 14 + 13 * at, text, size=11)
        top += 8 + 13 * max(len(label), len(value))
    if last:
        pdf.line(72, top, 520, top)
    return top


def test_rules_part_the_rows_whatever_lines_they_have(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 110, "Ärendet i korthet visas här nedanför.")
        end = levelled(pdf, 130, 200, COVER)
        pdf.plain(72, end + 40, "Protokollet fortsätter på nästa sida.")
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert table == [
        ["Plats och tid", "Residenset, sal Skog, klockan 9–15\nUppehåll 12–13"],
        ["Beslutande", "Anna Berg, ordförande\nKarl Nilsson, vice ordförande\nEva Lind ersätter Olof Sjö"],
        ["Övriga närvarande", "Lena Holm, direktör"],
        ["Justeringens tid och plats", "Regionens hus den 14 mars 2026"],
    ]


def test_a_label_may_nearly_touch_the_place_where_all_values_begin(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        levelled(pdf, 130, 171, COVER)
    (table,) = tables_in(extract(tmp_path / "a.pdf"))
    assert [row[0] for row in table] == ["Plats och tid", "Beslutande", "Övriga närvarande", "Justeringens tid och plats"]


def test_a_last_row_without_a_rule_below_it_and_a_heading_after_it(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        end = levelled(pdf, 130, 200, COVER[:3], last=False)
        pdf.plain(72, end + 34, "Närvarande", size=14, bold=True)
        levelled(pdf, end + 50, 200, COVER[1:])
    document = extract(tmp_path / "a.pdf")
    assert [[row[0] for row in table] for table in tables_in(document)] == [
        ["Plats och tid", "Beslutande", "Övriga närvarande"],
        ["Beslutande", "Övriga närvarande", "Justeringens tid och plats"],
    ]
    assert [paragraph.marked_text for paragraph in document.paragraphs if paragraph.kind is Kind.HEADING] == ["Närvarande"]


def test_paragraphs_between_rules_are_no_table(tmp_path: Path) -> None:
    texts = [
        [
            "Vårdenheten ansvarar för att journaler förs och bevaras enligt lag,",
            "och för att den som begär det får ta del av dem inom skälig tid.",
        ],
        ["Den som arbetar i verksamheten har tystnadsplikt, också efter det", "att anställningen har upphört."],
        ["Avvikelser anmäls till regionen samma dag som de upptäcks, och", "följs upp i den gemensamma patientnämnden."],
        ["Klagomål besvaras skriftligen inom fyra veckor, och den som", "klagar ska få veta vad som har gjorts med anledning av det."],
    ]
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        top = 120.0
        for text in texts:
            pdf.line(72, top, 520, top)
            top = pdf.paragraph(72, top + 16, text) + 4
        pdf.line(72, top, 520, top)
    assert tables_in(extract(tmp_path / "a.pdf")) == []


def test_a_first_row_of_several_lines_needs_no_rule_above_it(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 100, "Protokoll från nämndens sammanträde.")
        pdf.plain(74, 124, "Ordförande", size=11)
        for at, text in enumerate(["Anna Berg, som efter klockan tolv", "ersattes av Karl Nilsson och därefter", "av Maria Öhman"]):
            pdf.plain(200, 124 + 13 * at, text, size=11)
        levelled(pdf, 156, 200, COVER)
    document = extract(tmp_path / "a.pdf")
    (table,) = tables_in(document)
    assert table[0] == ["Ordförande", "Anna Berg, som efter klockan tolv ersattes av Karl Nilsson och därefter av Maria Öhman"]
    assert len(table) == 5
    assert [paragraph.marked_text for paragraph in document.paragraphs][:1] == ["Protokoll från nämndens sammanträde."]


def test_lines_with_a_rule_after_each_and_no_gap_in_them_are_no_table(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at, text in enumerate(("Nämndens uppdrag", "Verksamhetens mål", "Ekonomi i korthet", "Uppföljning", "Bilagor")):
            pdf.line(72, 100 + 22 * at, 520, 100 + 22 * at)
            pdf.plain(72, 115 + 22 * at, text, size=11)
        pdf.line(72, 210, 520, 210)
        pdf.plain(72, 250, "Texten går vidare under den sista linjen.", size=11)
    assert not tables_in(extract(tmp_path / "a.pdf"))
