"""Whether Tesseract can be run, and how."""

from __future__ import annotations

import shutil
import subprocess

LANGUAGE = "swe"
ANSWERS_WITHIN = 30.0  # seconds


def missing_command() -> str | None:
    """Return what of Tesseract is not installed: "tesseract", or "swe" for its Swedish data; None where nothing is missing."""
    command = program()
    if command is None:
        return "tesseract"
    try:
        listed = subprocess.run(  # noqa: S603 - the program that was looked up
            [command, "--list-langs"], capture_output=True, text=True, check=False, timeout=ANSWERS_WITHIN
        )
    except (OSError, subprocess.TimeoutExpired):
        return "tesseract"
    return None if LANGUAGE in listed.stdout.split() else LANGUAGE


def program() -> str | None:
    """Return the command that starts Tesseract, None where it is not installed."""
    return shutil.which("tesseract")
