"""Bullets and item numbers at the head of a line."""

from __future__ import annotations

from typing import NamedTuple

from lydelse.extractors.pdf.line import Line, Word
from lydelse.patterns import compiled

BULLETS = "•·▪◦‣●○■□➢►▶✓✔❖§*\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8\u2219\u25aa\u2043\ufffd"
OPEN_BULLETS = "•▪◦‣●○■□➢►❖\uf0b7\uf0a7\uf0d8"
DASHES = "-–—‒−\uf02d"
NUMBERED = compiled(r"\(?(?:\d{1,2}|[a-zåäö]|[ivx]{1,4})[.)]|\d{1,2}(?:\.\d{1,2})+\.?")
AS_PRINTED = {
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "➢",
    "\uf0fc": "✓",
    "\uf02d": "–",
    "\uf0a8": "•",
    "\uf076": "❖",
    "·": "•",
    "\ufffd": "•",
}


class Marked(NamedTuple):
    """A line without its marker. ``sure`` says that the marker is nothing else, as a bullet is and a dash is not."""

    marker: str
    line: Line
    sure: bool


def without_marker(line: Line) -> Marked | None:
    """Return the line without the bullet, dash or number that it begins with, None where it begins with none."""
    first = line.words[0]
    if first.text[0] in OPEN_BULLETS and len(first.glyphs) > 1 and first.text[1].isalpha():
        return Marked(_printed(first.text[0]), _rest(line, _cut(first, 1)), sure=True)
    if len(line.words) < 2:
        return None
    gap = line.words[1].box.x0 - first.box.x1
    if len(first.text) == 1 and first.text in BULLETS + DASHES + "o":
        known = first.text in OPEN_BULLETS or (first.text in BULLETS and first.text not in "§*")
        wide = gap >= 0.5 * line.size
        if first.text == "§" or (first.text == "o" and not wide):
            return None
        return Marked(_printed(first.text), _rest(line), sure=known or wide)
    if NUMBERED.fullmatch(first.text):
        return Marked(first.text, _rest(line), sure=gap >= 0.6 * line.size)
    return None


def _printed(bullet: str) -> str:
    return AS_PRINTED.get(bullet, bullet)


def _cut(word: Word, count: int) -> Word:
    """Return the word without its first glyphs."""
    glyphs = word.glyphs[count:]
    box = word.box._replace(x0=glyphs[0].box.x0)
    return word._replace(glyphs=glyphs, marks=word.marks[count:], drawn=word.drawn[count:], box=box)


def _rest(line: Line, first: Word | None = None) -> Line:
    words = ((first,) if first else ()) + line.words[1:]
    box = words[0].box
    for word in words[1:]:
        box = box.united_with(word.box)
    return line._replace(words=words, box=box)
