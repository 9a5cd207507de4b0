"""Where an excerpt says that it leaves text out: a line of dots or dashes, or a few words that say so."""

from __future__ import annotations

import re

from lydelse.model.section import Block
from lydelse.model.text import Paragraph

_SIGNS = re.compile(r"[\s\[\](){}*._/–—−…-]+")
_MARK = re.compile(r"…|\.\s?\.\s?\.|[-–—−_*](?:\s?[-–—−_*]){2}|[–—−]\s[–—−]")
_WORDS = re.compile(r"\b(?:utelämna|uteslut|i övrigt oförändra|oförändrad text|texten? (?:är )?oförändra)", re.IGNORECASE)
MOST_WORDS = 10
"""A note that text is left out is short; a longer line that speaks of such things is text."""


def says_left_out(block: Block) -> bool:
    """Tell whether a paragraph stands for text that an excerpt leaves out: "…", "– – –", "[...]", "(Texten i övrigt oförändrad.)"."""
    if not isinstance(block, Paragraph):
        return False
    text = block.marked_text.strip()
    if _SIGNS.fullmatch(text):
        return bool(_MARK.search(text))
    return len(text.split()) <= MOST_WORDS and not any(sign.isdigit() for sign in text) and bool(_WORDS.search(text))
