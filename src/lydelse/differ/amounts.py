"""The amounts of a reading, found once: changes and entries ask for the same texts."""

from __future__ import annotations

from functools import lru_cache

from lydelse.figures.amounts import amounts_in, cell_amount
from lydelse.model.amount import Amount

REMEMBERED = 4_096
"""How many texts are remembered: the paragraphs of some two hundred pages."""


@lru_cache(maxsize=REMEMBERED)
def amounts_of(text: str) -> tuple[Amount, ...]:
    """Return what ``amounts_in`` returns."""
    return amounts_in(text)


@lru_cache(maxsize=REMEMBERED)
def amount_of_cell(text: str, header: str) -> Amount | None:
    """Return what ``cell_amount`` returns."""
    return cell_amount(text, header)
