"""Words as both databases know them: written so that neither divides them further, and a figure is one word."""

from __future__ import annotations

from lydelse.patterns import compiled

_WORD = compiled(r"\d+(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)*|[^\W\d_]+")
_SPACES = str.maketrans("", "", " \u00a0\u202f")


def words_in(text: str) -> tuple[str, ...]:
    """Return the words of a text in small letters; a figure is a word of letters and digits: "1 234,50" is "1234c50"."""
    return tuple(_written(word) for word in _WORD.findall(text))


def _written(word: str) -> str:
    if not word[0].isdigit():
        return word.lower()
    return word.translate(_SPACES).replace(",", "c").replace(".", "c")


def is_figure(word: str) -> bool:
    """Tell whether a word as written here is a figure: it is looked for whole, and others by how they begin."""
    return word[0].isdigit()
