"""Clean case folders of three bodies: each file by its name, as its text."""

from __future__ import annotations

from pathlib import Path

FOLDERS = {
    folder.name: {file.name: file.read_text("utf-8") for file in sorted(folder.glob("*.txt"))}
    for folder in sorted(Path(__file__).parent.iterdir())
    if folder.is_dir() and any(folder.glob("*.txt"))
}
