"""Text as it counts when two wordings are held against each other."""

from __future__ import annotations

import unicodedata

from lydelse.patterns import compiled

_SAME = str.maketrans(
    {
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032", "'"),
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", None),
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
    }
)
_WRITTEN_IN_SEVERAL_WAYS = compiled("[" + "".join(map(chr, _SAME)) + "]")
_FIGURE = compiled(r"\d+(?:[ .,:/]\d+)*")
_WORD = compiled(r"[^\W\d_]+")


def folded(text: str) -> str:
    """Return the text with kinds of space, dash and quotation mark made one, and soft hyphens left out."""
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if _WRITTEN_IN_SEVERAL_WAYS.search(text):
        text = text.translate(_SAME)
    return " ".join(text.split())


def masked(text: str) -> str:
    """Return the folded text with every figure made the same: last year's clause equals this year's when only figures changed."""
    return _FIGURE.sub("#", folded(text)).lower()


def words_in(text: str) -> list[str]:
    """Return the words of a text in lower case; figures are no words."""
    return _WORD.findall(text.lower())
