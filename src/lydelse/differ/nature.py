"""The heaviest thing that a change touches."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lydelse.figures.amounts import amounts_in, cell_amount
from lydelse.figures.numbers import numbers_in
from lydelse.figures.tokens import TokenKind, tokens_of
from lydelse.figures.years import years_in
from lydelse.model.change import Nature
from lydelse.model.text import Mark, Paragraph, Run, Version
from lydelse.patterns import compiled

Span = tuple[int, int]

_REFERRING = {TokenKind.REFERENCE, TokenKind.DATE}
_PARAGRAPH_SIGN = compiled(r"§§?\s*\d+|\d+\s*(?:kap\.|§)")
_VISIBLE = compiled(r"\w")


def nature_of(runs: Sequence[Run], *, is_row: bool) -> Nature:
    """Return the heaviest thing that the marks of a text touch: an amount, then a year, a reference, words, or layout alone.

    Args:
        runs: the text with its marks.
        is_row: the text is a table's row or column, where a figure without a unit is an amount.
    """
    if not any(_VISIBLE.search(run.text) for run in runs if run.mark is not Mark.KEPT):
        return Nature.LAYOUT
    paragraph = Paragraph(tuple(runs))
    readings = [(paragraph.text_in(version), _touched(paragraph, version)) for version in Version]
    in_figures = any(character.isdigit() for run in runs if run.mark is not Mark.KEPT for character in run.text)
    heavier: list[tuple[Nature, Callable[[str], list[Span]]]] = [
        (Nature.AMOUNT, spans_in) for spans_in in (amount_spans, cell_spans)[: 1 + is_row]
    ]
    for nature, spans_in in (*heavier, *(_LIGHTER if in_figures else ())):
        if any(a < end and start < b for text, touched in readings if touched for a, b in spans_in(text) for start, end in touched):
            return nature
    return Nature.WORDING


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


def amount_spans(text: str) -> list[Span]:
    """Return where the amounts of a text stand."""
    return [(amount.start, amount.end) for amount in amounts_in(text)]


def cell_spans(text: str) -> list[Span]:
    """Return the cells of a row, written with bars between them, that state an amount."""
    cells = [match.span() for match in re.finditer(r"[^|\n]+", text)]
    return [(start, end) for start, end in cells if numbers_in(text[start:end]) and cell_amount(text[start:end].strip(), "")]


def year_spans(text: str) -> list[Span]:
    """Return where the years of a text stand."""
    return [(year.start, year.end) for year in years_in(text)]


def reference_spans(text: str) -> list[Span]:
    """Return where a text refers to a section, a paragraph, a case or a date."""
    named = [(token.start, token.end) for token in tokens_of(text) if token.kind in _REFERRING]
    return [*named, *(match.span() for match in _PARAGRAPH_SIGN.finditer(text))]


_LIGHTER: tuple[tuple[Nature, Callable[[str], list[Span]]], ...] = ((Nature.YEAR, year_spans), (Nature.REFERENCE, reference_spans))
