"""The letters that a page shows, read from its picture: what a font's own mapping is held against."""

from __future__ import annotations

import numpy as np

from lydelse.formats.bounds import bounds
from lydelse.formats.picture.lines import em_of, level_lines
from lydelse.formats.picture.paper import as_ink, pixels_of
from lydelse.formats.picture.picture import Letter, Picture
from lydelse.formats.picture.taken_out import without_lines
from lydelse.formats.picture.tesseract import TooSlowError, Within, rows_in

EM_SHOWN = 33.0
"""Pixels: how large text is shown to Tesseract."""

WHOLE_PAGE = 3
"""Tesseract's page segmentation: a page of which nothing is known."""


def shown_words(picture: Picture) -> tuple[tuple[Letter, ...], ...]:
    """Return the words that Tesseract reads in a picture of a page, lines through them taken out; boxes are in pixels."""
    paper = as_ink(pixels_of(picture), picture.dpi)
    em = em_of(paper.ink, picture.dpi)
    level, _ = level_lines(paper, em)
    clean = without_lines(paper, level)
    scale = float(np.clip(EM_SHOWN / em, 0.5, 3.0))
    try:
        rows = rows_in(clean.ink, scale if abs(scale - 1) > 0.15 else 1.0, picture.dpi, WHOLE_PAGE, within=Within(bounds().recognition))
    except TooSlowError:
        return ()
    return tuple(word for row in rows for word in row.words)
