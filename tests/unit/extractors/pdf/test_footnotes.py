from __future__ import annotations

from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.model.text import Kind
from support.pdfs import PdfMaker

BODY = [
    "Avgiften för besök hos läkare är 250 kr och tas ut vid besöket, också när patienten",
    "kommer för sent eller uteblir utan att i förväg ha avbokat sin tid på mottagningen.",
]


def foot_of(path: Path, mark: str, note: str) -> tuple[Kind, str, str]:
    with PdfMaker(path) as pdf:
        end = pdf.paragraph(70, 100, [*BODY * 20, f"Den som uteblir betalar full avgift{mark} i alla fall."])
        pdf.plain(70, end + 80, note, size=8.5)
    last = list(extract(path).paragraphs)[-1]
    return last.kind, last.marker, last.marked_text


def test_a_full_sized_number_before_small_text_is_a_footnotes_where_the_body_refers_to_it(tmp_path: Path) -> None:
    assert foot_of(tmp_path / "a.pdf", "2", "2Gäller inte akuta besök.") == (Kind.FOOTNOTE, "2", "Gäller inte akuta besök.")


def test_a_number_that_nothing_refers_to_belongs_to_its_word(tmp_path: Path) -> None:
    assert foot_of(tmp_path / "a.pdf", "", "2Gäller inte akuta besök.") == (Kind.PARAGRAPH, "", "2Gäller inte akuta besök.")
