"""Coloured areas that letters stand on: marker pens and coloured cells, where the paper itself is coloured."""

from __future__ import annotations

import numpy as np
from scipy import ndimage

from lydelse.formats.picture.paper import SHRUNK, Paper
from lydelse.formats.picture.picture import Area
from lydelse.model.place import Box

COLOURFUL_FROM = 42
"""Of 255 between the strongest and the weakest of red, green and blue: yellowed paper reaches 30."""

LEAST_HIGH, LEAST_WIDE = 0.06, 0.03
"""Inches."""

FILLED_FROM = 0.7
"""Of the box around it: what fills less is a drawing."""


def coloured_areas(paper: Paper) -> tuple[Area, ...]:
    """Return the areas, from the top."""
    ground = paper.ground.astype(np.int16)
    labels, _ = ndimage.label(ground.max(axis=2) - ground.min(axis=2) >= COLOURFUL_FROM)
    found = []
    for at, (rows, columns) in enumerate(ndimage.find_objects(labels), 1):
        own = labels[rows, columns] == at
        high, wide = (SHRUNK * each / paper.dpi for each in own.shape)
        if high >= LEAST_HIGH and wide >= LEAST_WIDE and own.mean() >= FILLED_FROM:
            red, green, blue = np.median(ground[rows, columns][own], axis=0)
            box = Box(*(float(SHRUNK * side) for side in (columns.start, rows.start, columns.stop, rows.stop)))
            found.append(Area(box, (int(red), int(green), int(blue))))
    return tuple(found)
