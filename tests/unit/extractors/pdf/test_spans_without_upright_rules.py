"""Cells over several rows or columns, and tables side by side, where no upright rule says how far they reach."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker, width_of

Draw = Callable[[PdfMaker], None]
Spans = list[tuple[str, int, int]]


def read(path: Path, draw: Draw) -> Document:
    with PdfMaker(path / "a.pdf") as pdf:
        draw(pdf)
    return extract(path / "a.pdf")


def tables_in(document: Document) -> list[list[Spans]]:
    """Return the cells of each table, with the columns and rows that they take."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[[(cell.text(Version.AFTER), cell.colspan, cell.rowspan) for cell in row.cells] for row in table.rows] for table in tables]


def single(*texts: str) -> Spans:
    return [(text, 1, 1) for text in texts]


def set_in(pdf: PdfMaker, baseline: float, cells: Sequence[tuple[float, str]], *, bold: bool = False) -> None:
    """Write a row: cells at positive places begin there, those at negative ones end there."""
    for x, text in cells:
        pdf.plain(x if x > 0 else -x - width_of(text, 10, bold=bold), baseline, text, size=10, bold=bold)


def test_a_label_beside_several_rows_between_level_rules_reaches_down_over_them(tmp_path: Path) -> None:
    groups = (
        ("Norra", (("Aspen", "24"), ("Björken", "31"))),
        ("Södra", (("Eken", "40"), ("Furan", "22"))),
        ("Västra", (("Granen", "27"),)),
    )

    def draw(pdf: PdfMaker) -> None:
        set_in(pdf, 100, [(76, "Område"), (200, "Enhet"), (-400, "Platser")], bold=True)
        y = 106.0
        pdf.line(72, y, 404, y)
        for group, units in groups:
            pdf.plain(76, y + 14, group, size=10)
            for at, (unit, figure) in enumerate(units, 1):
                set_in(pdf, y + 14, [(200, unit), (-400, figure)])
                y += 20
                pdf.line(72 if at == len(units) else 196, y, 404, y)

    assert tables_in(read(tmp_path, draw)) == [
        [
            single("Område", "Enhet", "Platser"),
            [("Norra", 1, 2), *single("Aspen", "24")],
            single("Björken", "31"),
            [("Södra", 1, 2), *single("Eken", "40")],
            single("Furan", "22"),
            single("Västra", "Granen", "27"),
        ]
    ]


def headed(pdf: PdfMaker) -> None:
    """Write a table without rules whose years stand over two columns each, at the left of them."""
    set_in(pdf, 100, [(76, "Verksamhet"), (190, "Budget")], bold=True)
    set_in(pdf, 120, [(190, "2025"), (330, "2026")], bold=True)
    set_in(pdf, 140, [(-260, "Tkr"), (-320, "%"), (-400, "Tkr"), (-460, "%")], bold=True)
    for at, row in enumerate((("Förskola", "41 200", "31,2", "42 310", "31,4"), ("Skola", "61 458", "46,5", "62 980", "46,8"))):
        set_in(pdf, 160 + 20 * at, [(76, row[0]), *zip((-260, -320, -400, -460), row[1:], strict=True)])
    set_in(pdf, 200, [(76, "Summa"), (-260, "102 658"), (-320, "77,7"), (-400, "105 290"), (-460, "78,2")])


def test_years_that_stand_evenly_over_the_columns_head_as_many_each(tmp_path: Path) -> None:
    (table,) = tables_in(read(tmp_path, headed))
    assert table[:3] == [
        [("Verksamhet", 1, 1), ("Budget", 4, 1)],
        [("", 1, 1), ("2025", 2, 1), ("2026", 2, 1)],
        single("", "Tkr", "%", "Tkr", "%"),
    ]
    assert len(table) == 6


def test_headers_that_do_not_stand_evenly_keep_to_their_columns(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        set_in(pdf, 100, [(-260, "2025"), (-400, "2026")], bold=True)
        set_in(pdf, 120, [(76, "Post"), (-260, "Tkr"), (-320, "%"), (-400, "Tkr")], bold=True)
        for at, row in enumerate(
            (("Förskola", "41 200", "31,2", "42 310"), ("Skola", "61 458", "46,5", "62 980"), ("Bad", "940", "0,7", "960"))
        ):
            set_in(pdf, 140 + 20 * at, [(76, row[0]), *zip((-260, -320, -400), row[1:], strict=True)])

    (table,) = tables_in(read(tmp_path, draw))
    assert table[0] == single("", "2025", "", "2026")


def test_an_amount_that_ends_on_the_line_after_its_table_is_whole(tmp_path: Path) -> None:
    def draw(pdf: PdfMaker) -> None:
        for at, row in enumerate((("Barn", "41 200", "412"), ("Vård", "61 458", "614"), ("Summa", "102", "1 026"))):
            set_in(pdf, 100 + 20 * at, [(76, row[0]), (-260, row[1]), (-400, row[2])])
        set_in(pdf, 152, [(-260, "658")])
        pdf.plain(76, 190, "Beloppen anges i löpande priser.", size=10)

    (table,) = tables_in(read(tmp_path, draw))
    assert table[-1] == single("Summa", "102 658", "1 026")


def test_two_tables_side_by_side_whose_rules_stop_between_them_are_two(tmp_path: Path) -> None:
    left = [("Enhet", "Platser"), ("Aspen", "24"), ("Björken", "33"), ("Summa", "57")]
    right = [("Konto", "Tkr"), ("Personal", "8 410"), ("Lokaler", "1 310"), ("Summa", "9 720")]

    def draw(pdf: PdfMaker) -> None:
        for at, (one, other) in enumerate(zip(left, right, strict=True)):
            y = 100 + 20.0 * at
            set_in(pdf, y, [(76, one[0]), (-270, one[1]), (310, other[0]), (-510, other[1])])
        for at in range(5):
            y = 86 + 20.0 * at
            pdf.line(72, y, 274, y)
            pdf.line(306, y, 514, y)

    assert tables_in(read(tmp_path, draw)) == [[single(*row) for row in left], [single(*row) for row in right]]


def asked(document: Document) -> list[str]:
    return [unread.message.key for unread in document.unread]


def test_words_beside_their_meanings_without_rules_are_asked_about(tmp_path: Path) -> None:
    meanings = {
        "Basår": ("Det år vars priser ersättningen räknas från, om inte", "nämnden beslutar något annat för ett visst år."),
        "Listad": ("Person som har valt en vårdcentral och som är bosatt i", "länet den sista dagen i månaden före utbetalningen."),
        "Besök": ("Möte mellan en patient och en vårdgivare, också när det", "äger rum på distans och har bokats i förväg."),
    }

    def draw(pdf: PdfMaker) -> None:
        y = 100.0
        for word, lines in meanings.items():
            pdf.plain(72, y, word, size=10)
            for line in lines:
                pdf.plain(190, y, line, size=10)
                y += 13
            y += 8

    assert asked(read(tmp_path, draw)) == ["X905.pdf-across-columns"]


def test_rows_of_figures_that_share_no_edge_are_asked_about(tmp_path: Path) -> None:
    rows = (
        ("Aspen", "12 480", "4,1"),
        ("Björken", "815", "3,75"),
        ("Cedern", "9 740", "15,2"),
        ("Eken", "1 106 902", "2"),
        ("Furan", "77", "0,125"),
    )

    def draw(pdf: PdfMaker) -> None:
        for at, (name, one, other) in enumerate(rows):
            set_in(pdf, 100 + 16 * at, [(72, name), (200 + 9 * at % 25, one), (330 + 17 * at % 31, other)])

    document = read(tmp_path, draw)
    assert (tables_in(document), asked(document)) == ([], ["X905.pdf-across-columns"])


def test_justified_prose_and_lists_are_not_asked_about(tmp_path: Path) -> None:
    lines = [
        "Vårdcentralen ansvarar för att den som söker vård får",
        "en tid inom tre dagar och att besöket dokumenteras i",
        "journalen samma dag, också när det äger rum på distans",
        "eller i hemmet, om inte patienten själv vill något annat",
    ]

    def draw(pdf: PdfMaker) -> None:
        for at, line in enumerate(lines):
            pdf.justified(72, 420, 100 + 13.6 * at, line)
        for at, line in enumerate(lines):
            pdf.plain(72, 180 + 20 * at, f"{at + 1}.")
            pdf.plain(100, 180 + 20 * at, line)

    assert asked(read(tmp_path, draw)) == []
