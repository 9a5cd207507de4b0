"""Text broken into lines, for the producer that draws each line itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks.kinds.case import Piece
from reportlab.pdfbase.pdfmetrics import stringWidth

FONT, BOLD = "Helvetica", "Helvetica-Bold"
SOFT_HYPHEN = "\u00ad"
_PARTS = re.compile(rf"(\n| +|{SOFT_HYPHEN}|(?<=\w)-(?=\w))")


class Bit(NamedTuple):
    """A word, a part of one or a space; ``width`` in points. A line may end after a space, a hyphen or a soft one."""

    piece: Piece
    width: float

    @property
    def text(self) -> str:
        """What it says."""
        return self.piece.text


def font_of(piece: Piece, font: str) -> str:
    """Return the font of a piece in text of one font."""
    return BOLD if piece.sign == "b" else font


def bits_of(pieces: Iterable[Piece], font: str, size: float) -> Iterator[Bit]:
    """Yield the words of the pieces and the spaces between them."""
    for piece in pieces:
        for part in _PARTS.split(piece.text):
            if part:
                small = 0.65 if piece.sign in {"f", "r"} else 1.0
                width = 0.0 if part == SOFT_HYPHEN else stringWidth(part, font_of(piece, font), size * small)
                yield Bit(piece._replace(text=part), width)


def broken(pieces: Iterable[Piece], width: float, font: str, size: float) -> list[list[Bit]]:
    """Return the lines, none wider than ``width`` where a break is to be had; the space that a line ends with is left out."""
    lines: list[list[Bit]] = []
    line: list[Bit] = []
    for bit in bits_of(pieces, font, size):
        if bit.text == "\n":
            lines.append(_trimmed(line))
            line = []
            continue
        line.append(bit)
        if not bit.text.isspace() and sum(each.width for each in line) > width:
            head, tail = _cut(line, size)
            if head:
                lines.append(head)
                line = tail
    if line:
        lines.append(_trimmed(line))
    return lines


def _cut(line: list[Bit], size: float) -> tuple[list[Bit], list[Bit]]:
    """Return a line cut at its last break before the end, with a hyphen where a word is divided."""
    at = max((at for at, bit in enumerate(line[:-1]) if bit.text.isspace() or bit.text in {SOFT_HYPHEN, "-"}), default=-1)
    if at < 0:
        return [], line
    head, tail = line[: at + 1], line[at + 1 :]
    if head[-1].text == SOFT_HYPHEN:
        piece = head[-1].piece._replace(text="-")
        head[-1] = Bit(piece, stringWidth("-", FONT, size))
    return _trimmed(head), tail


def _trimmed(line: list[Bit]) -> list[Bit]:
    """Return the line without the space that it ends with and without the soft hyphens in it."""
    kept = [bit for bit in line if bit.text != SOFT_HYPHEN]
    while kept and kept[-1].text.isspace():
        kept.pop()
    return kept
