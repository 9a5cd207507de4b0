"""The parts of a Word file that was written, as text and as trees."""

from __future__ import annotations

import io
import zipfile


def part_of(content: bytes, name: str) -> str:
    """Return one part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()
