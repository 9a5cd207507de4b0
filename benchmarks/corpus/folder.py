"""Where the documents lie, and which of them there are."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BESIDE = ROOT.parent / "shared"
CORPUS = BESIDE / "corpus"
TRUTH = ROOT / "benchmarks" / "truth"


def files_in(*folders: Path, ending: str = ".pdf") -> list[Path]:
    """Return every file with this ending in and under the folders, in the order of their names."""
    return [file for folder in folders for file in sorted(folder.rglob("*")) if file.suffix.lower() == ending and file.is_file()]


def every_pdf() -> list[Path]:
    """Return every PDF at hand, the project's own examples included."""
    return files_in(ROOT / "examples", BESIDE / "material", CORPUS)
