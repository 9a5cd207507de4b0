"""Files of other word processors, made by LibreOffice itself from Word files of the tests' own making."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from lydelse.formats.office.conversion import program


def libreoffice() -> str:
    """Return the command; where LibreOffice is not installed the test is skipped, and fails in CI, which installs it."""
    command = program()
    if command is None and os.environ.get("CI"):
        pytest.fail("LibreOffice is not installed, and CI must not go without it")
    return command or pytest.skip("LibreOffice is not installed")


def saved_as(suffix: str, word: Path) -> Path:
    """Save a Word file in another format (".odt", ".doc", ".rtf") beside it."""
    profile = f"-env:UserInstallation={(word.parent / 'profile').as_uri()}"
    command = [libreoffice(), profile, "--headless", "--convert-to", suffix.lstrip("."), "--outdir", str(word.parent), str(word)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return word.with_suffix(suffix)
