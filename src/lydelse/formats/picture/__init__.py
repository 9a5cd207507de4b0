"""The fence around pictures of pages: the only package that touches NumPy, SciPy and Tesseract.

``read_pictures([Picture(width, height, pixels, dpi)])`` gives the words of each page with their boxes and confidence, and the lines
drawn on it. Ask ``missing()`` first. Everything heavy is loaded by the first call, so that a document without pictures loads nothing of it.
"""

# ruff: noqa: PLC0415 - NumPy and SciPy take longer to import than reading ten pages

from __future__ import annotations

from collections.abc import Iterable
from importlib.util import find_spec

from lydelse.formats.picture.picture import Area, Letter, Line, Picture, ReadPicture, ReadWord

__all__ = ["Area", "Letter", "Line", "Picture", "ReadPicture", "ReadWord", "missing", "read_parts", "read_pictures"]


def missing() -> str | None:
    """Return what is not installed and is needed: "lydelse[scan]", "tesseract", or "swe" for its Swedish data; None where all is."""
    if find_spec("numpy") is None or find_spec("scipy") is None:
        return "lydelse[scan]"
    from lydelse.formats.picture.command import missing_command

    return missing_command()


def read_pictures(pictures: Iterable[Picture]) -> list[ReadPicture]:
    """Return the words and the lines of pictures of one document, whose figures are held against each other.

    The pictures are asked for a few at a time, and no more of them are kept than are read side by side.
    """
    from lydelse.formats.picture.reading import read_pictures as read

    return read(pictures)


def read_parts(pictures: Iterable[Picture]) -> list[ReadPicture]:
    """Return the same of pictures on pages that have text of their own, the right way up; without words where a picture is no text."""
    from lydelse.formats.picture.reading import read_parts as read

    return read(pictures)
