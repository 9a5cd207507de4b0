"""The age bands of a units' file, as its headings say them."""

from __future__ import annotations

import re
from decimal import Decimal

from lydelse.calculation.declared.parts import plain
from lydelse.figures.statements.brackets import bracket_or_year
from lydelse.impact.grid import letters
from lydelse.model.impact_units import Band
from lydelse.patterns import compiled

IN_BRACKETS = compiled(r"\s*\([^()]*\)\s*$")
"""What a heading says beside its name: its unit, or a note."""
_LEADING = compiled(r"^(?:[^\W\d]+\s+){1,3}(?=\d)")
_OF_SOMETHING_ELSE = compiled(
    r"^\W*(?:årskurs\w*|åk|klass\w*|nivå\w*|zon\w*|steg|kategori\w*|typ|kvartil\w*|kvintil\w*|index\w*)\b", re.IGNORECASE
)
"""What numbers are of that are no ages: "årskurs 1–3"."""


def band_of(heading: str, column: int) -> Band | None:
    """Return the age band that a column's heading says, None where it says none."""
    text = IN_BRACKETS.sub("", heading)
    if _OF_SOMETHING_ELSE.match(text):
        return None
    bracket = bracket_or_year(text) or bracket_or_year(_LEADING.sub("", text))
    if bracket is None or not bracket.is_whole or plain(bracket.unit) not in {"", "ar"}:
        return None
    first, last = bracket.first or Decimal(0), bracket.last
    return Band(int(first), None if last is None else int(last), heading, letters(column))


def overlap(one: Band, other: Band) -> bool:
    """Tell whether two bands have ages in common."""
    return (one.last is None or other.first <= one.last) and (other.last is None or one.first <= other.last)
