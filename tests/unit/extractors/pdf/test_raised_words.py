"""Words that are raised and small, as marks may be set: they stand in the line whose gaps they fill."""

from __future__ import annotations

from pathlib import Path

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from support.raw_pdfs import stream, written

BELOW = "BT /F1 11 Tf 70 640 Td (Nästa rad.) Tj ET"


def said(path: Path, content: str) -> str:
    return in_words(extract(written(path, content, objects=[stream("")])))


def test_raised_words_in_the_gaps_of_a_line_are_read_there(tmp_path: Path) -> None:
    raised = "/F1 8 Tf 4 Ts (varje hel förmiddag ) Tj 0 Ts /F1 11 Tf"
    content = f"BT /F1 11 Tf 70 700 Td (Telefontid ska finnas ) Tj {raised} (på vardagar och ) Tj {raised} ET {BELOW}"
    assert "Telefontid ska finnas varje hel förmiddag på vardagar och varje hel förmiddag\n" in said(tmp_path / "a.pdf", content)


def test_small_words_higher_up_beside_a_line_are_none_of_its(tmp_path: Path) -> None:
    content = f"BT /F1 11 Tf 70 700 Td (Telefontid ska finnas) Tj ET BT /F1 8 Tf 300 704 Td (Sida ett av fem) Tj ET {BELOW}"
    assert "finnas Sida" not in said(tmp_path / "a.pdf", content)
