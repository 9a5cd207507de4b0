"""Tesseract as a command: a picture in, lines of words with the box and the confidence of each letter out.

Nothing is written to disk, and one processor is used: pages are what is read side by side.
"""

from __future__ import annotations

import html
import os
import re
import subprocess
import time
from collections.abc import Iterator
from typing import NamedTuple

from PIL import Image

from lydelse.formats.picture.command import LANGUAGE, program
from lydelse.formats.picture.paper import Grey
from lydelse.formats.picture.picture import Letter
from lydelse.model.place import Box
from lydelse.patterns import compiled

LINE = compiled(r"<span class='ocr_(?:line|header|caption|textfloat)'[^>]*?title=\"bbox (\d+) (\d+) (\d+) (\d+)")
WORD = compiled(r"<span class='ocrx_word'")
LETTER = compiled(r"<span class='ocrx_cinfo' title='x_bboxes (\d+) (\d+) (\d+) (\d+); x_conf ([\d.]+)'>(.*?)</span>", re.DOTALL)

Word = tuple[Letter, ...]


class TooSlowError(Exception):
    """A page takes longer to read than it may."""


class Within:
    """How many seconds are left for a page: four are usual, twenty for one full of specks, many more on a machine that does much else."""

    def __init__(self, seconds: float) -> None:
        """Let the time begin to run."""
        self._until = time.monotonic() + seconds

    @property
    def seconds(self) -> float:
        """How many seconds are left, at least a little."""
        return max(0.01, self._until - time.monotonic())


class Row(NamedTuple):
    """A line of text as Tesseract found it."""

    box: Box
    words: tuple[Word, ...]


def rows_in(ink: Grey, scale: float, dpi: float, mode: int, *settings: str, within: Within) -> tuple[Row, ...]:
    """Return what Tesseract reads, in the picture's own pixels; it is shown the picture ``scale`` times as large.

    ``mode`` is Tesseract's page segmentation mode, ``settings`` its variables ("name=value"). Nothing where it gives up.

    Raises:
        TooSlowError: it takes longer than ``within``.
    """
    shown = Image.fromarray(255 - ink)
    if scale != 1.0:
        shown = shown.resize((round(shown.width * scale), round(shown.height * scale)), Image.Resampling.BICUBIC)
    header = f"P5 {shown.width} {shown.height} 255\n".encode()
    chosen = [each for setting in ("hocr_char_boxes=1", "tessedit_do_invert=0", *settings) for each in ("-c", setting)]
    command = [program() or "tesseract", "-", "-", "-l", LANGUAGE, "--psm", str(mode), "--dpi", str(round(dpi * scale))]
    environment = os.environ | {"OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - the program that was looked up, and settings of our own
            [*command, *chosen, "hocr"],
            input=header + shown.tobytes(),
            capture_output=True,
            env=environment,
            check=False,
            timeout=within.seconds,
        )
    except subprocess.TimeoutExpired as late:
        raise TooSlowError from late
    except OSError:
        return ()
    return tuple(_rows(done.stdout.decode("utf-8", errors="replace"), scale))


def _rows(page: str, scale: float) -> Iterator[Row]:
    starts = [*LINE.finditer(page)]
    for at, start in enumerate(starts):
        end = starts[at + 1].start() if at + 1 < len(starts) else len(page)
        pieces = WORD.split(page[start.end() : end])[1:]
        words = tuple(word for word in (tuple(_letters(piece, scale)) for piece in pieces) if word)
        if words:
            yield Row(_box(start.groups(), scale), words)


def _letters(piece: str, scale: float) -> Iterator[Letter]:
    for found in LETTER.finditer(piece):
        *sides, confidence, text = found.groups()
        plain = html.unescape(re.sub(r"<[^>]*>", "", text)).strip()
        if plain:
            yield Letter(plain, _box(sides, scale), float(confidence) / 100)


def _box(sides: tuple[str, ...] | list[str], scale: float) -> Box:
    x0, top, x1, bottom = (int(side) / scale for side in sides[:4])
    return Box(x0, top, x1, bottom)
