"""Minutes from lines of text or from a Word file, read as a user's would be."""

from __future__ import annotations

import tempfile
from pathlib import Path

from lydelse.extractors import read
from lydelse.extractors.minutes import minutes_of, vocabulary
from lydelse.model.minutes import DocumentKind, Item, Minutes
from support import words

COVER = "Omsorgsnämnden\nSammanträdesprotokoll\n2024-03-05\n\n"


def minutes_in(text: str, *, kind: DocumentKind | None = None, name: str = "protokoll.txt") -> Minutes:
    """Return minutes that are written as plain text."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, "utf-8")
        return minutes_of(read(path), vocabulary(), kind)


def item_in(text: str) -> Item:
    """Return the one item of minutes of Omsorgsnämnden that lines under its heading describe."""
    minutes = minutes_in(f"{COVER}§ 12 Taxa för trygghetslarm (ON/2024:7)\n\n{text}")
    assert len(minutes.items) == 1, "the lines describe one item"
    return minutes.items[0]


def minutes_in_word(*blocks: str, **parts: str) -> Minutes:
    """Return minutes that are written as a Word file."""
    with tempfile.TemporaryDirectory() as folder:
        path = words.write(Path(folder) / "protokoll.docx", *blocks, others=parts)
        return minutes_of(read(path), vocabulary())
