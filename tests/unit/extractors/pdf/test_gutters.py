"""Columns of prose, and tables whose cells hold prose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from support.pdfs import PdfMaker

CELLS = [
    ["Läkare bedömer behovet av vård och", "Regionen betalar för de läkemedel"],
    ["skriver remiss till sjukhuset när det", "som förskrivs till barn och unga"],
    ["behövs för den som är sjuk", "under arton år i hela länet"],
    ["Sköterskan följer upp dem som har", "Kommunen svarar för hemsjukvården"],
    ["varit inlagda och ringer hem inom", "när den som är sjuk inte själv kan"],
    ["tre dagar efter utskrivningen", "ta sig till en vårdcentral i länet"],
]


def read(path: Path, draw: Callable[[PdfMaker], object]) -> list[str]:
    with PdfMaker(path) as pdf:
        draw(pdf)
    return in_words(extract(path)).splitlines()


def test_cells_of_prose_between_rules_are_no_columns_of_a_page(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at, row in enumerate(CELLS):
            for x, text in zip((74, 314), row, strict=True):
                pdf.plain(x, 100 + 13.6 * at + (4 if at > 2 else 0), text)
        for y in (87, 133, 178):
            pdf.line(70, y, 540, y)
        for x in (70, 310, 540):
            pdf.line(x, 87, x, 178)

    rows = read(tmp_path / "a.pdf", page)
    assert rows == ["| " + " | ".join(" ".join(row[column] for row in CELLS[first : first + 3]) for column in (0, 1)) for first in (0, 3)]


def test_a_table_of_three_columns_without_rules_is_not_read_column_by_column(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        for at, row in enumerate(CELLS):
            y = 100 + 13.6 * at + (8 if at > 2 else 0)
            pdf.plain(70, y, ("Bedömning", "", "", "Uppföljning", "", "")[at])
            for x, text in zip((160, 360), row, strict=True):
                pdf.plain(x, y, text, size=10)

    text = " ".join(read(tmp_path / "a.pdf", page))
    assert text.index("Regionen betalar") < text.index("Sköterskan")


def test_words_that_begin_at_one_place_by_chance_do_not_hide_the_columns(tmp_path: Path) -> None:
    left = [
        "Kommunen köper varor   varje år",
        "som alla ser, och vi   har sett",
        "att det går bra att   handla på",
        "det här viset om man   bara vill",
    ]
    right = [
        "lämnar anbud. Nämnden ansvarar",
        "för sina egna inköp och för att",
        "de ryms inom den budget som",
        "fullmäktige har beslutat om för",
    ]

    def page(pdf: PdfMaker) -> None:
        for at in range(4):
            first, second = left[at].split("   ")
            pdf.plain(70, 100 + 13.6 * at, first)
            pdf.plain(205, 100 + 13.6 * at, second)
            pdf.plain(310, 100 + 13.6 * at, right[at])
        pdf.plain(70, 154.4, "och det vill vi ju alla här i kommunen.")

    text = " ".join(read(tmp_path / "a.pdf", page))
    assert "lämnar anbud. Nämnden ansvarar för sina egna inköp" in text


LEFT = [
    "Regionen inför ett gemensamt",
    "uppdrag för alla vårdcentraler",
    "i länet. Uppdraget ersätter de",
    "överenskommelser som gällde",
    "sedan vårdvalet infördes. Den",
]
RIGHT = [
    "som bor i länet ska möta samma",
    "utbud oavsett var hon bor, och",
    "ersättningen ska spegla det",
    "behov som de listade har och",
    "som registren visar varje år.",
]
UNDER = [
    "Vårdcentralen ska hålla öppet alla vardagar klockan 8–17, och telefonen ska besvaras",
    "samma dag. Den som behöver träffa läkare ska få en tid inom tre dagar.",
]


def test_a_heading_under_two_columns_is_read_after_both(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.plain(70, 80, "1 Bakgrund", size=15, bold=True)
        pdf.paragraph(70, 110, LEFT)
        pdf.paragraph(310, 106, RIGHT)
        pdf.plain(70, 200, "2 Uppdraget", size=15, bold=True)
        pdf.paragraph(70, 226, UNDER)

    expected = ["# 1 Bakgrund", " ".join([*LEFT, *RIGHT]), "# 2 Uppdraget", " ".join(UNDER)]
    assert [line for line in read(tmp_path / "a.pdf", page) if line] == expected


def test_a_heading_low_in_the_left_column_stays_in_its_column(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.plain(70, 80, "1 Bakgrund", size=15, bold=True)
        y = pdf.paragraph(70, 110, LEFT)
        pdf.plain(70, y + 24, "2 Uppdraget", size=15, bold=True)
        pdf.paragraph(70, y + 50, RIGHT)
        pdf.paragraph(310, 106, [line.replace("som bor", "Den som bor") for line in RIGHT])

    read_as = [line for line in read(tmp_path / "a.pdf", page) if line]
    assert read_as[:3] == ["# 1 Bakgrund", " ".join(LEFT), "# 2 Uppdraget"]


def test_a_box_beside_the_text_is_found_under_two_columns_too(tmp_path: Path) -> None:
    box = ["Frågor besvaras av", "avtalsgruppen, som nås på", "telefon varje vardag."]
    text = ["Vårdcentralen ska hålla öppet alla vardagar klockan 8", "till 17, och telefonen ska besvaras samma dag. Den som"]
    more = ["behöver träffa en läkare ska få en tid inom tre dagar,", "och på större orter ska mottagningen ha öppet också"]
    last = "på kvällar, minst en i veckan, och varannan lördag under hela året enligt avtalet."

    def page(pdf: PdfMaker) -> None:
        pdf.paragraph(70, 110, LEFT)
        pdf.paragraph(310, 106, RIGHT)
        pdf.plain(70, 200, "2 Uppdraget", size=15, bold=True)
        pdf.paragraph(70, 226, [*text, *more, last])
        pdf.paragraph(390, 222, box)

    read_as = [line for line in read(tmp_path / "a.pdf", page) if line]
    assert read_as == [" ".join([*LEFT, *RIGHT]), "# 2 Uppdraget", " ".join(box), " ".join([*text, *more, last])]


BOX = ["Frågor besvaras av", "avtalsgruppen, som nås", "på telefon varje dag."]
BESIDE = [
    "Vårdcentralen ska hålla öppet alla vardagar klockan 8",
    "till 17, och telefonen ska besvaras samma dag. Den som",
    "behöver träffa en läkare ska få en tid inom tre dagar,",
    "och på större orter ska mottagningen ha öppet också",
]
BELOW = "på kvällar, minst en i veckan, och varannan lördag under hela året enligt avtalet."


def test_a_box_on_the_left_is_read_before_the_paragraph_that_runs_on_under_it(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.plain(70, 70, "2 Uppdraget", size=15, bold=True)
        pdf.paragraph(70, 100, BOX)
        y = pdf.paragraph(230, 100, BESIDE)
        pdf.plain(70, y, BELOW)

    assert [line for line in read(tmp_path / "a.pdf", page) if line] == ["# 2 Uppdraget", " ".join(BOX), " ".join([*BESIDE, BELOW])]


def test_a_box_on_the_left_of_a_paragraph_that_ends_beside_it_is_read_before_it(tmp_path: Path) -> None:
    def page(pdf: PdfMaker) -> None:
        pdf.plain(70, 70, "2 Uppdraget", size=15, bold=True)
        pdf.paragraph(70, 100, ["Frågor besvaras av", "den som skriver under", "för nämndens räkning."], pitch=12.1)
        y = pdf.paragraph(230, 104, [*BESIDE, "på lördagar."])
        pdf.plain(70, y + 14, "Nämnden följer upp villkoren varje år tillsammans med dem som driver vårdcentralerna.")

    box = "Frågor besvaras av den som skriver under för nämndens räkning."
    assert [line for line in read(tmp_path / "a.pdf", page) if line][1:3] == [box, " ".join([*BESIDE, "på lördagar."])]


def test_labels_beside_what_they_name_are_no_box(tmp_path: Path) -> None:
    labels = ["Särskilt boende för", "", "äldre med stort behov", "", "av omsorg dygnet runt."]

    def page(pdf: PdfMaker) -> None:
        pdf.paragraph(70, 100, labels)
        y = pdf.paragraph(230, 100, [*BESIDE, "på lördagar."])
        pdf.plain(70, y, BELOW)

    text = " ".join(read(tmp_path / "a.pdf", page))
    assert text.index(labels[0]) < text.index(BESIDE[0]) < text.index(labels[2])


def test_words_that_leave_room_for_the_next_are_labels_and_no_box(tmp_path: Path) -> None:
    labels = ["Hembesök", "rådgivning per telefon", "och remisser."]

    def page(pdf: PdfMaker) -> None:
        pdf.paragraph(70, 100, labels)
        y = pdf.paragraph(230, 100, BESIDE)
        pdf.plain(70, y, BELOW)

    text = " ".join(read(tmp_path / "a.pdf", page))
    assert text.index(labels[0]) < text.index(BESIDE[0]) < text.index(labels[1])


def test_a_box_on_the_left_is_no_part_of_the_sentence_that_goes_on_under_it(tmp_path: Path) -> None:
    box = ["Tänk på att anmälan ska vara", "skriftlig och att den gäller först", "från nästa månad."]
    text = [
        "Ersättningen betalas månadsvis i efterskott mot faktura. Allt",
        "underlag lämnas den femte arbetsdagen i varje månad, och de",
        "uppgifter som lämnas kontrolleras. Den som vill ändra sin",
    ]

    def page(pdf: PdfMaker) -> None:
        for at, (own, other) in enumerate(zip(box, text, strict=True)):
            pdf.plain(72, 100 + 13.6 * at, own)
            pdf.plain(250, 100 + 13.6 * at, other)
        pdf.plain(72, 100 + 13.6 * 3, "anmälan gör det skriftligt.")
        for at in range(4):
            pdf.plain(72, 160 + 13.6 * at, "Beställaren svarar inom tio dagar från det att en fråga kom in till nämnden, eller senare.")

    rows = read(tmp_path / "a.pdf", page)
    assert rows[0] == " ".join(box)
    assert " ".join(rows[1:]).startswith(" ".join([*text, "anmälan gör det skriftligt."]))
