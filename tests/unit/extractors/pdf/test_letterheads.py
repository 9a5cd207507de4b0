from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from support.pdfs import PdfMaker

Column = tuple[float, Sequence[str]]


def read(path: Path, *columns: Column) -> Document:
    with PdfMaker(path / "a.pdf") as pdf:
        for x, lines in columns:
            for at, line in enumerate(lines):
                pdf.plain(x, 80 + 14 * at, line, size=10)
        pdf.plain(72, 190, "Tjänsteutlåtande om avgifter", size=16, bold=True)
        pdf.paragraph(72, 220, ["Nämnden föreslår att avgifterna räknas upp vid årsskiftet och att", "beloppen ses över igen om två år."])
    return extract(path / "a.pdf")


def texts(document: Document) -> list[str]:
    return ["".join(run.text for run in paragraph.runs) for paragraph in document.paragraphs]


def tables(document: Document) -> int:
    return sum(isinstance(block, Table) for block in document.blocks)


def test_a_letterhead_is_read_column_by_column(tmp_path: Path) -> None:
    sender = ["Region Norr", "Ekonomiavdelningen", "Ada Ask"]
    document = read(tmp_path, (72, sender), (380, ["Datum", "2026-03-02", "Dnr", "RS 2026/123"]))
    assert " ".join(texts(document)).startswith("Region Norr Ekonomiavdelningen Ada Ask Datum 2026-03-02 Dnr RS 2026/123 Tjänsteutlåtande")
    assert not tables(document)
    assert not document.unread


def test_a_letterhead_in_three_columns_is_read_so_too(tmp_path: Path) -> None:
    columns: list[Column] = [(72, ["Miljöförvaltningen", "Bo Bok"]), (300, ["Datum: 2026-03-02"]), (460, ["1(4)", "Dnr: MN 2026/55"])]
    document = read(tmp_path, *columns)
    assert " ".join(texts(document)).startswith("Miljöförvaltningen Bo Bok Datum: 2026-03-02 1(4) Dnr: MN 2026/55")
    assert not tables(document)


def test_labels_with_their_values_beside_them_stay_a_table(tmp_path: Path) -> None:
    document = read(tmp_path, (72, ["Handläggare", "Datum", "Dnr"]), (300, ["Ada Ask", "2026-03-02", "RS 2026/123"]))
    assert tables(document) == 1


def test_figures_at_the_head_of_a_page_stay_a_table(tmp_path: Path) -> None:
    document = read(tmp_path, (72, ["Enhet", "Aspen", "Björken"]), (300, ["Datum", "1 204", "2 480"]), (400, ["Antal", "12", "31"]))
    assert tables(document) == 1
