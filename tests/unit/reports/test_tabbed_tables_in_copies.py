"""A table that was typed with tabs has no cells to write in: a copy keeps it as it stands, and a change in it gives a plain file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from lydelse.differ import compare, consolidated
from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.reports.tracked import reads_back, write
from lydelse.reports.word import write_consolidated
from support import words
from support.words import heading, paragraph

TAB = "<w:r><w:tab/></w:r>"


def file(path: Path, tolk: str, end: str) -> Path:
    rows = (("Tjänst", "2026"), ("Besök", "100 kr"), ("Resa", "200 kr"), ("Tolk", tolk))
    return words.write(path, heading("5 Pris"), *(paragraph(label, TAB, price) for label, price in rows), paragraph(end))


def tabs_in(content: bytes) -> int:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml").count(b"<w:tab/>")


@pytest.mark.parametrize(("tolk", "tabs", "said"), [("300 kr", 4, 0), ("315 kr", 0, 1)], ids=["unchanged", "changed"])
def test_a_redline_keeps_the_table_where_nothing_in_it_changed(tmp_path: Path, tolk: str, tabs: int, said: int) -> None:
    before = file(tmp_path / "a.docx", "300 kr", "Priset gäller i maj.")
    after = file(tmp_path / "b.docx", tolk, "Priset gäller i juni.")
    comparison = compare(read(before), read(after))
    content, told = write(comparison, after.read_bytes())
    assert (tabs_in(content), len(told), reads_back(content, comparison)) == (tabs, said, True)


@pytest.mark.parametrize(("tolk", "tabs"), [("300", 4), ("[-300-]{+315+}", 0)], ids=["unchanged", "changed"])
def test_a_consolidated_document_keeps_the_table_where_nothing_in_it_changed(tmp_path: Path, tolk: str, tabs: int) -> None:
    in_force = file(tmp_path / "a.docx", "300 kr", "Priset gäller i maj.")
    table = f"|= Tjänst | 2026\n| Besök | 100 kr\n| Resa | 200 kr\n| Tolk | {tolk} kr"
    outcome = consolidated(written(f"# 5 Pris\n{table}\nPriset gäller i [-maj-]{{+juni+}}."), read(in_force))
    content, said = write_consolidated(outcome, in_force.read_bytes())
    assert (tabs_in(content), said is None) == (tabs, tabs > 0)
