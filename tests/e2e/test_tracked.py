"""The redline as tracked changes, asked for at the command line."""

import zipfile
from pathlib import Path

from e2e.test_command import lydelse


def test_the_redline_is_written_beside_the_report_and_never_to_the_screen(tmp_path: Path) -> None:
    before, after, redline = tmp_path / "before.txt", tmp_path / "after.txt", tmp_path / "redline.docx"
    before.write_text("Avgiften är 10 kr per elev.\n", "utf-8")
    after.write_text("Avgiften är 20 kr per elev.\n", "utf-8")
    assert lydelse("compare", before, after, "-o", redline).returncode == 0
    assert zipfile.is_zipfile(redline)
    assert lydelse("compare", before, after, "--format", "docx").returncode == 2
    assert lydelse("review", before, after, "--tracked", tmp_path / "redline.pdf").returncode == 2
    beside = tmp_path / "beside.docx"
    run = lydelse("review", before, after, "--tracked", beside, "--date", "2026-05-02")
    assert run.returncode == 0
    assert "20" in run.stdout
    assert b"2026-05-02" in zipfile.ZipFile(beside).read("word/document.xml")
