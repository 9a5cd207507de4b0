"""The fence around pictures of pages: the only package that touches NumPy, SciPy and Tesseract.

``read_picture(Picture(width, height, pixels, dpi))`` gives the words of a page with their boxes and confidence, and the lines drawn on it.
Ask ``missing()`` first. Everything heavy is loaded by the first call, so that a document without pictures loads nothing of it.
"""

# ruff: noqa: PLC0415 - NumPy and SciPy take longer to import than reading ten pages

from __future__ import annotations

from importlib.util import find_spec

from lydelse.formats.picture.picture import Area, Letter, Line, Picture, ReadPicture, ReadWord

__all__ = ["Area", "Letter", "Line", "Picture", "ReadPicture", "ReadWord", "missing", "read_picture"]


def missing() -> str | None:
    """Return what is not installed and is needed: "lydelse[scan]", "tesseract", or "swe" for its Swedish data; None where all is."""
    if find_spec("numpy") is None or find_spec("scipy") is None:
        return "lydelse[scan]"
    from lydelse.formats.picture.command import missing_command

    return missing_command()


def read_picture(picture: Picture) -> ReadPicture:
    """Return the words and the lines of a picture."""
    from lydelse.formats.picture.reading import read_picture as read

    return read(picture)
