"""Letters printed over letters strike them; slanted lines through words are asked about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.model.document import Document
from support.pdfs import RED, PdfMaker, width_of

LINE = "Priset är [-412-] {+428+} kr och [-avgiften-] {+taxan+} [-96-] {+99+} kr."


def read(path: Path, strike: Callable[[PdfMaker, float, float, float, float], None]) -> Document:
    with PdfMaker(path) as pdf:
        for at in range(3):
            pdf.marked(70, 100 + 24 * at, LINE, strike=strike, colour=RED)
    return extract(path)


def keys(document: Document) -> list[str]:
    return [unread.message.key for unread in document.unread]


@pytest.mark.parametrize("sign", ["X", "/", "-"])
def test_a_row_of_signs_over_words_strikes_them(tmp_path: Path, sign: str) -> None:
    def over(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
        while x0 < x1:
            x0 = pdf.plain(x0, baseline, sign, size=size, colour=RED)

    document = read(tmp_path / "a.pdf", over)
    assert in_words(document).count(LINE) == 3
    assert keys(document) == ["X903.pdf-overprinted"]


def test_signs_beside_letters_strike_nothing(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(70, 100, "X-ray, A/B-test, 2025/2026, och/eller, AT-läkare, XXL: kr/år, 10-12, a-x-b.")
    document = extract(tmp_path / "a.pdf")
    assert not keys(document)
    assert "X-ray, A/B-test, 2025/2026" in in_words(document)


def test_slanted_lines_through_words_are_asked_about(tmp_path: Path) -> None:
    def slanted(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
        pdf.line(x0, baseline + 1, x1, baseline - 0.6 * size, colour=RED)

    document = read(tmp_path / "a.pdf", slanted)
    (question,) = [unread for unread in document.unread if unread.message.key == "X905.pdf-slanted"]
    assert question.page == 1
    assert str(question.message.facts["text"]).startswith("412 avgiften 96")


def test_a_slanted_line_beside_words_is_not_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        end = pdf.plain(70, 100, "Priset är 412 kr.")
        pdf.line(end + 10, 110, end + 60, 80)
        pdf.line(70, 130, 300, 180)
    assert not keys(extract(tmp_path / "a.pdf"))


def test_a_zigzag_through_words_strikes_them(tmp_path: Path) -> None:
    def zigzag(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
        path = pdf.canvas.beginPath()
        y = pdf.height - baseline + 0.25 * size
        path.moveTo(x0, y)
        steps = max(3, round((x1 - x0) / 2))
        for at in range(1, steps + 1):
            path.lineTo(x0 + at * (x1 - x0) / steps, y + (1.2 if at % 2 else -1.2))
        pdf.canvas.setLineWidth(0.5)
        pdf.canvas.drawPath(path)

    assert LINE in in_words(read(tmp_path / "a.pdf", zigzag))


def test_what_underlines_a_raised_figure_does_not_strike_it(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at in range(3):
            pdf.marked(70, 100 + 24 * at, LINE, colour=RED)
        x = pdf.plain(70, 200, "Avgiften är 200 kr")
        pdf.marked(x, 196, "[-1-]{+2+}", size=6.5, colour=RED)
        pdf.plain(x + 2 * width_of("1", 6.5), 200, " per besök.")
    assert "Avgiften är 200 kr[-1-]{+2+} per besök." in in_words(extract(tmp_path / "a.pdf"))


def test_two_looks_side_by_side_without_strikes_are_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at in range(3):
            x = pdf.plain(70, 100 + 24 * at, "Priset är ")
            x = pdf.plain(x, 100 + 24 * at, "412 ", colour=RED)
            pdf.plain(pdf.plain(x, 100 + 24 * at, "428", colour=(0, 120, 0)), 100 + 24 * at, " kr.")
    document = extract(tmp_path / "a.pdf")
    assert keys(document) == ["X903.pdf-two-looks"]
    assert document.unread[0].message.facts["text"] == "412 428"


def test_wordings_in_two_columns_are_asked_about(tmp_path: Path) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.plain(70, 100, "Nuvarande lydelse")
        pdf.plain(310, 100, "Föreslagen lydelse")
        for x, price in ((70, "412"), (310, "428")):
            for at, line in enumerate(
                ("Avgiften för ett besök hos läkare", f"är {price} kr och betalas i förskott", "till den som regionen har utsett.")
            ):
                pdf.plain(x, 124 + 14 * at, line)
    assert keys(extract(tmp_path / "a.pdf")) == ["X903.pdf-two-columns"]
