"""The heaviest thing that a change touches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lydelse.figures.amounts import amounts_in, cell_amount
from lydelse.figures.numbers import numbers_in
from lydelse.figures.tokens import TokenKind, tokens_of
from lydelse.figures.years import years_in
from lydelse.model.change import Nature
from lydelse.model.text import Mark, Paragraph, Run, Version

_REFERRING = {TokenKind.REFERENCE, TokenKind.DATE}
_PARAGRAPH_SIGN = re.compile(r"§§?\s*\d+|\d+\s*(?:kap\.|§)")
_VISIBLE = re.compile(r"\w")


def nature_of(runs: Sequence[Run], *, is_row: bool) -> Nature:
    """Return the heaviest thing that the marks of a text touch: an amount, then a year, a reference, words, or layout alone.

    Args:
        runs: the text with its marks.
        is_row: the text is a table's row or column, where a figure without a unit is an amount.
    """
    paragraph = Paragraph(tuple(runs))
    touched = [(version, span) for version in Version for span in _touched(paragraph, version)]
    if not any(_VISIBLE.search(run.text) for run in runs if run.mark is not Mark.KEPT):
        return Nature.LAYOUT
    found: set[Nature] = set()
    for version in Version:
        text = paragraph.reading(version).text
        spans = [span for of, span in touched if of is version]
        found.update(nature for nature, start, end in _weighty(text, is_row=is_row) if any(a < end and start < b for a, b in spans))
    return next((nature for nature in (Nature.AMOUNT, Nature.YEAR, Nature.REFERENCE) if nature in found), Nature.WORDING)


def _touched(paragraph: Paragraph, version: Version) -> list[tuple[int, int]]:
    """Return the spans of a reading that the other one does not have."""
    spans: list[tuple[int, int]] = []
    offset = 0
    for run in paragraph.runs:
        if run.mark is Mark.KEPT:
            offset += len(run.text)
        elif version.reads(run.mark):
            spans.append((offset, offset + len(run.text)))
            offset += len(run.text)
    return spans


def _weighty(text: str, *, is_row: bool) -> list[tuple[Nature, int, int]]:
    found = [(Nature.AMOUNT, amount.start, amount.end) for amount in amounts_in(text)]
    found.extend((Nature.YEAR, year.start, year.end) for year in years_in(text))
    found.extend((Nature.REFERENCE, token.start, token.end) for token in tokens_of(text) if token.kind in _REFERRING)
    found.extend((Nature.REFERENCE, *match.span()) for match in _PARAGRAPH_SIGN.finditer(text))
    if is_row:
        found.extend(_cells(text))
    return found


def _cells(text: str) -> list[tuple[Nature, int, int]]:
    cells = [match.span() for match in re.finditer(r"[^|\n]+", text)]
    return [(Nature.AMOUNT, start, end) for start, end in cells if numbers_in(text[start:end]) and cell_amount(text[start:end].strip(), "")]
