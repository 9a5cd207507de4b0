from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.model.table import Table
from lydelse.model.text import Version
from support.pdfs import PdfMaker, width_of


@pytest.mark.parametrize(("sign", "read"), [("2", "²"), ("2)", "²⁾"), ("1,3", "¹,³")])
def test_a_raised_sign_of_a_note_after_a_figure_is_no_part_of_it(tmp_path: Path, sign: str, read: str) -> None:
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        for at, (label, value) in enumerate([("Tomt", "1 250"), ("Anslutning", "9 800"), ("Rivning", "450")]):
            pdf.plain(72, 130 + 16 * at, label, size=11)
            pdf.plain(240, 130 + 16 * at, value, size=11)
        pdf.plain(240 + width_of("1 250", 11), 126, sign, size=7)
    table = next(block for block in extract(tmp_path / "a.pdf").blocks if isinstance(block, Table))
    assert table.rows[0].cells[1].text(Version.AFTER) == f"1 250{read}"
