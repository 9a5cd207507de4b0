"""Rows of digits that no document has: reckoning with some thousand digits takes minutes, and Python refuses to."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.errors import UnreadableFileError
from lydelse.patterns import compiled

MOST_DIGITS = 400  # in a row; a checksum has 128 signs, a number for a court's record 60

_ENDLESS = compiled(rf"[0-9]{{{MOST_DIGITS + 1}}}")


def refuse_endless_figures(texts: Iterable[str], file: str) -> None:
    """Refuse a document that has more digits in a row than any figure.

    Raises:
        UnreadableFileError: a text has.
    """
    if any(_ENDLESS.search(text) for text in texts if len(text) > MOST_DIGITS):
        raise UnreadableFileError("error.endless-figure", file=file, count=MOST_DIGITS)
