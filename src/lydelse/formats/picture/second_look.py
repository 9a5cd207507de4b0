"""Rows of figures read once more by Tesseract: by themselves, larger, and as figures alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from PIL import Image

from lydelse.formats.bounds import bounds
from lydelse.formats.picture.paper import Grey
from lydelse.formats.picture.strips import EM, ROWS, Strip
from lydelse.formats.picture.tesseract import TooSlowError, Within, rows_in

EM_SHOWN = 46
"""Pixels: another size than that in which the page is shown, for another reading of the same ink."""

BLOCK = 6
"""Tesseract's page segmentation: one block of lines of text."""

FIGURES_ALONE = "tessedit_char_whitelist=0123456789,.-–%:/+()"

MOST_ON_A_SHEET = 40
ROOM = 12  # pixels of white between two rows of the sheet
ASIDE = 30


def read_again(strips: Sequence[Strip]) -> Iterator[str]:
    """Yield what each strip says when it is read again, without spaces: all on sheets, one below the other."""
    for first in range(0, len(strips), MOST_ON_A_SHEET):
        shown = [_enlarged(strip) for strip in strips[first : first + MOST_ON_A_SHEET]]
        high = shown[0].shape[0] + ROOM
        sheet = np.zeros((high * len(shown), max(each.shape[1] for each in shown) + 2 * ASIDE), np.uint8)
        for at, each in enumerate(shown):
            sheet[at * high + ROOM // 2 : at * high + ROOM // 2 + each.shape[0], ASIDE : ASIDE + each.shape[1]] = each
        try:
            rows = rows_in(sheet, 1.0, 300.0, BLOCK, FIGURES_ALONE, within=Within(bounds().recognition))
        except TooSlowError:  # a figure that nothing else confirms is then uncertain
            rows = ()
        letters = [letter for row in rows for word in row.words for letter in word]
        for at in range(len(shown)):
            own = [each for each in letters if at * high <= (each.box.top + each.box.bottom) / 2 < (at + 1) * high]
            yield "".join(letter.text for letter in sorted(own, key=lambda letter: letter.box.x0))


def _enlarged(strip: Strip) -> Grey:
    ink = np.clip(strip.ink * 255, 0, 255).astype(np.uint8)
    size = round(ink.shape[1] * EM_SHOWN / EM), round(ROWS * EM_SHOWN / EM)
    return np.asarray(Image.fromarray(ink).resize(size, Image.Resampling.BICUBIC))
