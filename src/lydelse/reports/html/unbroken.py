"""Figures that stay on one line: the space within "773 096 tkr" must not become a line break."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_SPACE = "[ \u00a0\u202f\u2009\u2007]"
_NUMBER = rf"(?:\d{{1,3}}(?:{_SPACE}\d{{3}}(?!\d))+|\d+)(?:,\d+)?"
_FIGURE = re.compile(
    rf"""(?<![\w,.])                                             # not in the middle of a word or a number
    (?:\d{{4}}-\d\d-\d\d                                         # a date
      |§{_SPACE}?\d+                                             # a paragraph of the minutes
      |[+\u2212±]?{_NUMBER}(?:\u2013{_NUMBER})?                  # a figure, grouped or not, with decimals, or an interval
       (?:{_SPACE}(?:kr|kronor|tkr|mkr|mnkr|mdkr|procent|%|km|mil)(?!\w))?   # and the unit that it cannot be parted from
    )""",
    re.VERBOSE,
)


def unbroken(text: str) -> Markup:
    """Return text, escaped, with each of its figures marked as one that is not to be broken over lines."""
    pieces: list[Markup] = []
    end = 0
    for match in _FIGURE.finditer(text):
        if not re.search(r"\D", match[0]):
            continue
        pieces += [escape(text[end : match.start()]), Markup('<span class="n">{}</span>').format(match[0])]
        end = match.end()
    return Markup("").join([*pieces, escape(text[end:])])
