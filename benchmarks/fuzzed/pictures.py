"""A picture with words in it, made of any bytes: what is measured, held against each other and asked about, whatever was recognised."""

from __future__ import annotations

import os
from collections.abc import Iterator

import numpy as np

from lydelse.extractors.pdf.scanned.doubts import uncertain_in
from lydelse.extractors.pdf.scanned.settling import settled
from lydelse.formats.picture import Letter
from lydelse.formats.picture.lines import em_of, level_lines
from lydelse.formats.picture.paper import as_ink
from lydelse.formats.picture.parts import is_text, may_be_text
from lydelse.formats.picture.reading import measured, with_second_looks
from lydelse.formats.picture.straight import angle_of
from lydelse.formats.picture.tesseract import Row
from lydelse.formats.picture.upright import lies_on_its_side, sureness
from lydelse.model.place import Box

LETTERS = "0123456789,.-–%:/+()IlOoeåäö⁴½§•°'"
DPI = 150.0


def recognised(content: bytes) -> None:
    """Read a picture that the bytes paint, with the letters that they say were recognised in it."""
    os.environ["PATH"] = ""  # nothing is read again
    values = _values(content)
    width, height = 60 + 2 * next(values), 40 + next(values)
    pixels = np.full((height, width, 3), 255 - next(values) // 4, np.uint8)
    for _ in range(next(values) % 12):
        x, y, wide, high, dark = (next(values) for _ in range(5))
        pixels[y % height : y % height + 1 + high % 40, x * 2 % width : x * 2 % width + 1 + wide] = dark
    rows = [_row(values, width, height) for _ in range(next(values) % 6)]
    paper = as_ink(pixels, DPI)
    angle_of(255 - pixels.min(axis=2))
    lies_on_its_side(paper.ink, DPI)
    may_be_text(pixels, DPI)
    lines = level_lines(paper, em_of(paper.ink, DPI))
    for read in settled(with_second_looks([measured([row for row in rows if row.words], paper, *lines)])):
        tuple(uncertain_in(1, read, DPI, None))
        sureness(read.words)
        if read.words:
            is_text(read, pixels, DPI)


def _values(content: bytes) -> Iterator[int]:
    yield from content
    while True:
        yield 0


def _row(values: Iterator[int], width: int, height: int) -> Row:
    top, high, x = next(values) % height, 4 + next(values) % 40, next(values) * 2 % width
    words = []
    for _ in range(next(values) % 8):
        letters = []
        for _ in range(next(values) % 7):
            wide = next(values) % 24
            text = LETTERS[next(values) % len(LETTERS)]
            letters.append(Letter(text, Box(x, top, x + wide, top + high), next(values) / 255))
            x += wide
        x += next(values) % 60
        if letters:
            words.append(tuple(letters))
    return Row(Box(0, top, width, top + high), tuple(words))
