"""Text that nobody can read, for its letters are squeezed or drawn on one another, is told and not read."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.formats.pdf import Page, open_pdf
from lydelse.model.document import Document
from support.raw_pdfs import LINES, lines, written

SECRET = "Taket ligger kvar"
ON_ONE_PLACE = " ".join(f"1 0 0 1 72 600 Tm ({letter}) Tj" for letter in SECRET)
PUSHED_BACK = " ".join(f"({letter}) 556" for letter in SECRET)


def read(path: Path, shown: str) -> Document:
    return extract(written(path / "a.pdf", f"{lines()}BT /F1 11 Tf {shown} ET"))


def said(document: Document) -> list[tuple[str, str]]:
    return [(each.code, each.message.key) for each in document.unread]


@pytest.mark.parametrize("shown", [f"0 Tz 72 600 Td ({SECRET}) Tj", f"0 0 0 1 72 600 Tm ({SECRET}) Tj"])
def test_text_squeezed_to_nothing_is_told(tmp_path: Path, shown: str) -> None:
    document = read(tmp_path, shown)
    assert said(document) == [("X904", "X904.pdf-squeezed")]
    assert document.unread[0].message.facts["count"] == 1


@pytest.mark.parametrize("shown", [ON_ONE_PLACE, f"72 600 Td [{PUSHED_BACK}] TJ", f"5 Tz 72 600 Td ({SECRET}) Tj"])
def test_letters_on_one_another_are_told_and_not_read(tmp_path: Path, shown: str) -> None:
    document = read(tmp_path, shown)
    assert said(document) == [("X904", "X904.pdf-crowded")]
    assert SECRET not in " ".join(paragraph.after for paragraph in document.paragraphs)


@pytest.mark.parametrize(
    "shown",
    [
        f"72 600 Td (Taket {'.' * 60} 12) Tj",
        f"60 Tz 72 600 Td ({SECRET}) Tj",
        "72 600 Td (illilliilliill) Tj 0.3 0 Td (illilliilliill) Tj",
        f"/F1 2 Tf 72 600 Td ({SECRET}) Tj",
        "72 600 Td (   ) Tj 0 Tz (  ) Tj",
    ],
    ids=["dots", "condensed", "shadow", "tiny", "blanks"],
)
def test_narrow_text_that_can_be_read_is_read(tmp_path: Path, shown: str) -> None:
    document = read(tmp_path, shown)
    assert said(document) == []
    assert all(line.split()[0] in " ".join(paragraph.after for paragraph in document.paragraphs) for line in LINES)


def test_a_page_counts_its_squeezed_text(tmp_path: Path) -> None:
    with open_pdf(written(tmp_path / "a.pdf", f"{lines()}BT /F1 11 Tf 0 Tz 72 600 Td (Ett) Tj 0 -15 Td (Annat) Tj ET")) as pdf:
        page = pdf.page(1)
    assert isinstance(page, Page)
    assert page.squeezed == 2
