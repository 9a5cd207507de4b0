"""A template's text, escaped, with its figures kept on one line."""

from __future__ import annotations

from markupsafe import Markup, escape

from lydelse.reports.unbreakable import printable, unbreakable


def unbroken(text: str) -> Markup:
    """Return text, escaped, with each of its figures marked as one that is not to be broken over lines."""
    clean = printable(text)
    pieces: list[str] = []
    end = 0
    for start, until in unbreakable(clean):
        pieces += [escape(clean[end:start]), '<span class="n">', escape(clean[start:until]), "</span>"]
        end = until
    return Markup("".join([*pieces, escape(clean[end:])]))  # noqa: S704 - every piece of the text is escaped
