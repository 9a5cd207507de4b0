"""Figures that were read from a picture and are not certain: nothing wrong is said on their strength."""

from __future__ import annotations

from typing import NamedTuple

from lydelse.model.place import Box


class UncertainFigure(NamedTuple):
    """A figure as it was read, where it stands as seen, and how sure that is (0 to 1); ``picture`` is what it was read from, as PNG."""

    page: int
    box: Box
    text: str
    confidence: float
    picture: bytes = b""
