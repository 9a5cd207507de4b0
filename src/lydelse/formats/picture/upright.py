"""Which way up a picture of a page is: its rows of text are looked for both ways, and what is read badly is read the other way up too."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import ndimage

from lydelse.formats.picture.lines import MOST_PIECES
from lydelse.formats.picture.paper import Grey
from lydelse.formats.picture.picture import ReadWord
from lydelse.formats.picture.straight import levelness_of

LARGEST_LETTER = 0.25
"""Inches: what is longer is a line, and lines stand as often as they lie."""

SIDEWAYS_FROM = 2.0
"""Times as level as its rows the columns of a page are that lies on its side: of text they are ten times as level."""

READ_FROM = 0.975
"""How sure letters are on the average of a page that is the right way up: 0.99 of clear ones; of those upside down at most 0.955."""

FEWEST_LETTERS = 40
"""Fewer say nothing of which way up a page is."""

LONG_WORD = 3
"""Letters of words that count: what is no text gives words of one or two."""


def lies_on_its_side(ink: Grey, dpi: float) -> bool:
    """Tell whether the letters of a page stand in columns as others stand in rows."""
    labels, count = ndimage.label(ink > 128)
    if count > MOST_PIECES:
        return False
    small = [
        rows.stop - rows.start <= LARGEST_LETTER * dpi >= columns.stop - columns.start for rows, columns in ndimage.find_objects(labels)
    ]
    if sum(small) < FEWEST_LETTERS:
        return False
    letters = np.concatenate(([False], small))[labels].astype(np.uint8) * 255
    return levelness_of(letters.T) >= SIDEWAYS_FROM * levelness_of(letters)


def sureness(words: Sequence[ReadWord]) -> float:
    """Return how sure the letters of longer words are on the average; 1 where there are too few to say anything."""
    letters = [letter.confidence for word in words if len(word.letters) >= LONG_WORD and word.text.isalnum() for letter in word.letters]
    return sum(letters) / len(letters) if len(letters) >= FEWEST_LETTERS else 1.0
