"""Heads of columns that run upwards or downwards are read over their columns, with their marks; other turned text is told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from lydelse.extractors.pdf import extract
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Version

INTRODUCED = "Platserna fördelas mellan enheterna en gång om året."
ROWS = [["Aspen", "24", "31", "9 120"], ["Björken", "31", "40", "11 780"], ["Cedern", "18", "22", "6 840"]]
HEADS = ["Förskola", "Antal platser", "Kostnad, tkr"]
FONT, SIZE, FOOT = "Helvetica", 10, 580


def rows_in(document: Document, version: Version = Version.AFTER) -> list[list[str]]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [[cell.text(version) for cell in row.cells] for table in tables for row in table.rows]


def said(document: Document) -> list[str]:
    return [unread.message.key for unread in document.unread]


class Sheet:
    """A page with rows of figures under turned heads: right figures end at each place of ``rights``."""

    def __init__(self, path: Path, rights: Sequence[float] = (220, 300, 380)) -> None:
        self.path, self.rights = path, rights
        self.canvas = Canvas(str(path))
        self.canvas.setFont(FONT, SIZE)
        self.canvas.drawString(70, 760, INTRODUCED)
        self.canvas.drawString(70, 740, "Uppgifterna gäller hela året.")

    def rows(self, rows: Sequence[Sequence[str]] = ROWS) -> None:
        for at, (label, *figures) in enumerate(rows):
            self.canvas.drawString(70, FOOT - 20 - 16 * at, label)
            for right, figure in zip(self.rights, figures, strict=True):
                self.canvas.drawRightString(right, FOOT - 20 - 16 * at, figure)

    def turned(self, x: float, text: str, *, y: float = FOOT, degrees: int = 90, struck: str = "", underlined: str = "") -> None:
        self.canvas.saveState()
        self.canvas.translate(x, y)
        self.canvas.rotate(degrees)
        self.canvas.setStrokeColorRGB(0.8, 0, 0)
        for part, height in ((struck, 0.27), (underlined, -0.12)):
            self.canvas.setFillColorRGB(0, 0, 0)
            if part:
                x0, x1 = (stringWidth(text[:end], FONT, SIZE) for end in (text.index(part), text.index(part) + len(part)))
                self.canvas.line(x0, height * SIZE, x1, height * SIZE)
        at = 0.0
        for word in text.split(" "):
            marked = word in f"{struck} {underlined}".split()
            self.canvas.setFillColorRGB(*((0.8, 0, 0) if marked else (0, 0, 0)))
            self.canvas.drawString(at, 0, word)
            at += stringWidth(f"{word} ", FONT, SIZE)
        self.canvas.restoreState()

    def read(self) -> Document:
        self.canvas.save()
        return extract(self.path)


@pytest.mark.parametrize("degrees", [90, -90])
@pytest.mark.parametrize("aside", [0, -30], ids=["over the figures", "at the left of the column"])
def test_turned_heads_are_read_over_their_columns(tmp_path: Path, degrees: int, aside: float) -> None:
    sheet = Sheet(tmp_path / "a.pdf")
    for right, head in zip(sheet.rights, HEADS, strict=True):
        sheet.turned(right + aside, head, degrees=degrees, y=FOOT if degrees > 0 else FOOT + 64)
    sheet.canvas.drawString(70, FOOT, "Enhet")
    sheet.rows()
    document = sheet.read()
    assert rows_in(document) == [["Enhet", *HEADS], *ROWS]
    assert said(document) == []


def test_marks_in_turned_heads_are_read(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "a.pdf")
    for right, year in zip(sheet.rights, (2023, 2024, 2025), strict=True):
        sheet.turned(right, f"Antal {year} {year + 1}", struck=str(year), underlined=str(year + 1))
    sheet.rows()
    document = sheet.read()
    assert rows_in(document, Version.BEFORE)[0] == ["", "Antal 2023", "Antal 2024", "Antal 2025"]
    assert rows_in(document, Version.AFTER)[0] == ["", "Antal 2024", "Antal 2025", "Antal 2026"]


def test_figures_pressed_together_are_no_raised_ones(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "a.pdf")
    for right, year in zip(sheet.rights, (2023, 2024, 2025), strict=True):
        sheet.turned(right, f"Antal platser i förskolan år {year}")
    sheet.rows([[*row[:3], str(2023 + at)] for at, row in enumerate(ROWS)])
    assert rows_in(sheet.read())[0] == ["", *(f"Antal platser i förskolan år {year}" for year in (2023, 2024, 2025))]


def test_a_head_of_two_lines_is_one_and_narrow_columns_keep_their_own(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "a.pdf", rights=(200, 226, 252, 278))
    for right, head in zip(sheet.rights, ("Förskola", "Fritidshem", "Grundskola", "Gymnasium"), strict=True):
        sheet.turned(right, head)
    sheet.rows([["Aspen", "24", "31", "12", "5"], ["Björken", "31", "40", "14", "6"], ["Cedern", "18", "22", "16", "7"]])
    assert rows_in(sheet.read())[0] == ["", "Förskola", "Fritidshem", "Grundskola", "Gymnasium"]

    sheet = Sheet(tmp_path / "b.pdf")
    for right, head in zip(sheet.rights, ("Antal barn", "Antal platser", "Kostnad"), strict=True):
        sheet.turned(right - 12, head)
        sheet.turned(right, "per år")
    sheet.rows()
    assert rows_in(sheet.read())[0] == ["", "Antal barn per år", "Antal platser per år", "Kostnad per år"]


def test_a_word_at_the_top_of_tall_heads_is_the_head_of_its_own_column(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "a.pdf")
    for right, head in zip(sheet.rights, HEADS, strict=True):
        sheet.turned(right, head)
    sheet.canvas.drawString(70, FOOT + 55, "Enhet")
    sheet.rows()
    assert rows_in(sheet.read())[0] == ["Enhet", *HEADS]


@pytest.mark.parametrize("under", [[], [["Aspen", "24", "31", "9 120"]]], ids=["nothing", "one row"])
def test_turned_text_without_rows_under_it_is_told(tmp_path: Path, under: list[list[str]]) -> None:
    sheet = Sheet(tmp_path / "a.pdf")
    for right, head in zip(sheet.rights, HEADS, strict=True):
        sheet.turned(right, head)
    sheet.rows(under)
    assert said(sheet.read()) == ["X905.rotated"]


def test_turned_text_over_a_paragraph_is_told(tmp_path: Path) -> None:
    sheet = Sheet(tmp_path / "a.pdf")
    for right, head in zip(sheet.rights, HEADS, strict=True):
        sheet.turned(right, head)
    for at in range(4):
        sheet.canvas.drawString(
            70, FOOT - 20 - 14 * at, "Enheterna redovisar varje år hur platserna har använts och hur många som står i kö."
        )
    document = sheet.read()
    assert said(document) == ["X905.rotated"]
    assert not rows_in(document)
