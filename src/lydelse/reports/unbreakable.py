"""Figures that stay on one line: the space within "773 096 tkr" must not become a line break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.patterns import compiled

_SPACE = "[ \u00a0\u202f\u2009\u2007]"
_NUMBER = rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d))+|\d+)(?:,\d+|\.\d+(?={_SPACE}(?:kr|tkr|mkr|mdkr|%)))?"
_FIGURE = compiled(
    rf"""(?<![\w,.])                                 # not in the middle of a word or a number
    (?:\d{{4}}-\d\d-\d\d                             # a date
      |§{_SPACE}?\d+                                 # a paragraph of the minutes
      |[sp]\.{_SPACE}\d+                             # a page
      |(?:[<>≤≥]{_SPACE})?[+\u2212±]?{_NUMBER}(?:(?:\u2013|{_SPACE}→{_SPACE}){_NUMBER})?  # a figure, an interval or a change
       (?:{_SPACE}(?:kr|kronor|tkr|mkr|mnkr|mdkr|procent|%|km|mil)(?!\w))?   # and the unit that it cannot be parted from
    )""",
    re.VERBOSE,
)
_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), *range(127, 160)))


def unbreakable(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the figures stand that hold anything a line could be broken at."""
    for match in _FIGURE.finditer(text):
        if re.search(r"\D", match[0]):
            yield match.span()


def printable(text: str) -> str:
    """Return text without the control characters that a page cannot hold and a terminal would obey."""
    return text.translate(_CONTROLS)
