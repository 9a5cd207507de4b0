"""How well the names in a model go with those in a document: sections by number and title, labels by words and figures."""

from __future__ import annotations

from functools import cache, lru_cache

from lydelse.figures.numbers import numbers_in
from lydelse.figures.statements.brackets import bracket_of
from lydelse.figures.statements.names import likeness, name_of
from lydelse.figures.statements.totals import is_total_label
from lydelse.figures.units import unit_in
from lydelse.model.numbering import split_number
from lydelse.patterns import compiled

REMEMBERED = 100_000
"""How many pairs of names are remembered: the quantities of a table are asked for against each of its rows."""
SAME = 0
"""The rank of names that are one but for years, spaces and dashes; a higher rank is less alike."""
LIKE = 5
"""The rank of names that have only words in common, some of them related."""
_TOTAL = 4
"""The rank of two names that say "in all", each in its own words."""

_YEAR = compiled(r"(?<!\d)(?:19|20)\d\d(?:/\d\d)?(?!\d)")
_DASHES = compiled(r"\s*[\u2010-\u2015\u2212-]\s*")
_BRACKETS = compiled(r"\([^()]{1,30}\)")
_SIGNS = compiled(r"(?<!\d),|,(?!\d)|[^\w,%<>≤≥-]")


@cache
def masked(text: str) -> str:
    """Return a name as it counts: in lower case, without years and units in brackets, with kinds of space and dash made one."""
    return " ".join(_SIGNS.sub(" ", _DASHES.sub("-", _YEAR.sub(" ", _without_unit(text).lower()))).split())


def _without_unit(text: str) -> str:
    return _BRACKETS.sub(lambda match: " " if unit_in(match[0]) else match[0], text)


@lru_cache(maxsize=REMEMBERED)
def label_rank(declared: str, printed: str) -> int | None:
    """Return how well a label goes with one of the document, 0 for the same; None where they name different things.

    Figures that are no years are part of the name: "Vikt 1,00" is not "Vikt 2,00", and a row for 5–9 is not the one for 0–4.
    """
    if masked(declared) == masked(printed):
        return SAME
    first, second = bracket_of(declared), bracket_of(printed)
    if first and second:
        same = (first.first, first.last) == (second.first, second.last)
        return SAME + 1 if same and (first.is_whole or first == second) else None
    if _figures(declared) != _figures(printed):
        return None
    return _worded_rank(declared, printed)


def _worded_rank(declared: str, printed: str) -> int | None:
    one, other = name_of(_without_unit(declared)), name_of(_without_unit(printed))
    ranks = [rank for rank in (likeness(one, other), likeness(other, one)) if rank is not None]
    if ranks:
        return min(min(ranks) + 1, LIKE)
    empty = not one.telling or not other.telling
    return _TOTAL if empty and is_total_label(declared) and is_total_label(printed) else None


def section_rank(declared: str, number: str, title: str) -> int | None:
    """Return how well a section as declared ("4.1.1 Listning", "4.1.1" or "Listning") goes with one of the document, None for not at all.

    A section keeps its title when it gets another number, so that the title weighs most; a number alone must be the same.
    """
    own_number, own_title = _section(declared)
    if own_number == number and masked(own_title) == masked(title):
        return SAME
    if not own_title:
        return SAME if own_number == number else None
    renumbered = 1 if own_number and own_number != number else 0
    rank = label_rank(own_title, title)
    return None if rank is None else rank + renumbered


@cache
def _section(declared: str) -> tuple[str, str]:
    text = declared.strip()
    number, title = split_number(f"{text} ")
    return (number, title.strip()) if number else ("", text)


def _figures(text: str) -> list[str]:
    return [number.literal for number in numbers_in(_YEAR.sub(" ", text)) if not number.is_year]
