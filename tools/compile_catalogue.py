"""Compile the catalogue's .po sources into the .mo files that the program reads: ``python tools/compile_catalogue.py``."""

from __future__ import annotations

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent / "src" / "lydelse" / "reports" / "locale"


def compile_catalogue(source: Path) -> None:
    """Write the .mo beside a .po."""
    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    with source.with_suffix(".mo").open("wb") as file:
        write_mo(file, catalogue)


if __name__ == "__main__":
    for po in sorted(LOCALE.glob("*/LC_MESSAGES/*.po")):
        compile_catalogue(po)
