from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.finding import Severity
from support.pdfs import PdfMaker

TERMS = [
    ("Listad", "En person som har valt en vårdcentral eller har fått en anvisad åt sig"),
    ("Besök", "Ett möte mellan patient och vårdgivare som förs in i journalen samma dag"),
    ("Ersättning", "Det belopp som regionen betalar ut till vårdcentralen varje månad i efterskott"),
    ("Täckning", "Andelen besök som de listade gör på sin egen vårdcentral under ett kvartal"),
]
UNLABELLED = [
    ["Enhet", "2025", "2026"],
    ["Norr", "1 204", "1 310"],
    ["Söder", "2 480", "2 555"],
    ["", "3 684", "3 865"],
    ["Öst", "760", "801"],
]


def said_of(path: Path) -> list[tuple[str, Severity, int | None]]:
    return [(unread.message.key, unread.severity, unread.page) for unread in extract(path).unread]


def terms(pdf: PdfMaker, top: float, rows: Sequence[tuple[str, str]] = TERMS) -> float:
    for at, (word, meaning) in enumerate(rows):
        pdf.plain(72, top + 20 * at, word, size=11)
        pdf.plain(160, top + 20 * at, meaning, size=11)
    return top + 20 * len(rows)


def test_words_beside_their_meanings_are_asked_about_once_for_each_page(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        end = terms(pdf, 110)
        pdf.plain(72, end + 40, "Begreppen gäller i hela förfrågningsunderlaget.", size=11)
        terms(pdf, end + 90)
    assert said_of(tmp_path / "a.pdf") == [("X905.pdf-across-columns", Severity.QUESTION, 1)]


def test_a_page_whose_table_is_asked_about_is_not_asked_about_again(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(72, 80, "Ersättningen framgår av tabellen.")
        end = pdf.plain_table([72, 250, 350], 110, UNLABELLED, pitch=17)
        pdf.plain(72, end + 20, "Beloppen är i tusental kronor och begreppen förklaras här nedanför.")
        terms(pdf, end + 80)
    assert said_of(tmp_path / "a.pdf") == [("X905.pdf-rows", Severity.QUESTION, 1)]


def test_paragraphs_are_not_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.paragraph(72, 110, [f"{word} är {meaning[0].lower()}{meaning[1:]}." for word, meaning in TERMS])
    assert said_of(tmp_path / "a.pdf") == []
