"""A file that needs LibreOffice, on a computer without it: one sentence, and no traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

from lydelse.formats.office.conversion import PLACES

LYDELSE = Path(sys.executable).parent / "lydelse"


@pytest.mark.parametrize(("language", "words"), [("sv", "Installera LibreOffice"), ("en", "Install LibreOffice")])
def test_without_libreoffice_it_is_one_sentence_and_exit_code_3(tmp_path: Path, language: str, words: str) -> None:
    if any(place.is_file() for place in PLACES):
        pytest.skip("LibreOffice is found here without a search path")
    file = tmp_path / "avtal.rtf"
    file.write_text(r"{\rtf1\ansi text\par}", encoding="ascii")
    command = [str(LYDELSE), "review", str(file), "--lang", language]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, env={"PATH": str(tmp_path)})
    assert (run.returncode, run.stdout) == (3, "")
    assert run.stderr.startswith("lydelse: avtal.rtf ")
    assert words in run.stderr
    assert run.stderr.count("\n") == 1
