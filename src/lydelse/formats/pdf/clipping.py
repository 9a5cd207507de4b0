"""Pieces of a page as pictures, with the places that matter framed."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageDraw

from lydelse.model.place import Box

SCALE = 1.6
"""Picture points for each point of the page: text of 8 points is read on a screen."""
_COLOURS = 24
_FRAME, _FRAME_WIDTH = (160, 20, 40), 3
_AROUND = 2.0


class Clip(NamedTuple):
    """A picture (PNG) and its size on the page, in points."""

    png: bytes
    width: float
    height: float


class Clipper:
    """Cuts pieces out of the pages of one file. Use it in a ``with`` statement."""

    def __init__(self, file: Path, password: str | None = None) -> None:
        """Open the file, which has been read before."""
        self._document = pypdfium2.PdfDocument(file, password=password)

    def __enter__(self) -> Clipper:
        """Return the clipper itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file."""
        self._document.close()

    def clip(self, number: int, part: Box, framed: Sequence[Box]) -> Clip:
        """Return a part of a page, cut to what there is of it, with frames around some places."""
        page = self._document[number - 1]
        try:
            width, height = page.get_size()
            part = Box(max(0.0, part.x0), max(0.0, part.top), min(width, part.x1), min(height, part.bottom))
            crop = (part.x0, height - part.bottom, width - part.x1, part.top)
            picture = page.render(scale=SCALE, crop=crop, may_draw_forms=False).to_pil().convert("RGB")
        finally:
            page.close()
        pen = ImageDraw.Draw(picture)
        for box in framed:
            corners = (
                box.x0 - part.x0 - _AROUND,
                box.top - part.top - _AROUND,
                box.x1 - part.x0 + _AROUND,
                box.bottom - part.top + _AROUND,
            )
            pen.rectangle([side * SCALE for side in corners], outline=_FRAME, width=_FRAME_WIDTH)
        output = io.BytesIO()
        picture.quantize(_COLOURS, method=Image.Quantize.FASTOCTREE).save(output, "PNG", optimize=True)
        return Clip(output.getvalue(), part.width, part.height)
