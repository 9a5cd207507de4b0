"""Clauses that differ in their figures alone, as those of a schedule do: which of their figures are names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lydelse.differ.folding import masked
from lydelse.figures.amounts import amounts_in
from lydelse.figures.years import years_in
from lydelse.records import dataclass

Texts = tuple[str, str | None]

SMALLEST_FAMILY = 3
"""How many clauses alike make a family."""
NAMED_ALIKE = 0.5
"""The share of a family's clauses that must bear names found in both versions for the figures to be names at all."""


@dataclass(frozen=True)
class Families:
    """The names of the clauses of two gaps that belong to a family whose figures are names; None for every other block."""

    before: tuple[str | None, ...]
    after: tuple[str | None, ...]

    def are_parted(self, i: int, j: int) -> bool:
        """Tell whether two blocks bear different names."""
        return self.before[i] is not None and self.after[j] is not None and self.before[i] != self.after[j]


def families_of(before: Sequence[Texts], after: Sequence[Texts]) -> Families:
    """Find the families of two gaps, whose texts are given as they are and with their figures masked."""
    sizes = [Counter(plain for _, plain in side if plain and "#" in plain) for side in (before, after)]
    large = {text for counts in sizes for text, count in counts.items() if count >= SMALLEST_FAMILY}
    if not large:
        return Families((None,) * len(before), (None,) * len(after))
    names = [[name_in(text) if plain in large else None for text, plain in side] for side in (before, after)]
    known = {text for text in large if _is_named(text, (before, after), names)}
    ours, theirs = (
        tuple(name if plain in known else None for (_, plain), name in zip(side, named, strict=True))
        for side, named in zip((before, after), names, strict=True)
    )
    return Families(ours, theirs)


def _is_named(text: str, sides: tuple[Sequence[Texts], Sequence[Texts]], names: Sequence[Sequence[str | None]]) -> bool:
    ours, theirs = (
        {name for (_, plain), name in zip(side, named, strict=True) if plain == text} for side, named in zip(sides, names, strict=True)
    )
    return len(ours & theirs) >= max(1, NAMED_ALIKE * min(len(ours), len(theirs))) and len(ours | theirs) > 1


def name_in(text: str) -> str:
    """Return a text with its amounts and years masked and its other figures left: the codes and steps that name a clause."""
    spans = sorted({*((each.start, each.end) for each in amounts_in(text)), *((each.start, each.end) for each in years_in(text))})
    parts: list[str] = []
    at = 0
    for start, end in spans:
        if start >= at:
            parts.extend([text[at:start].lower(), masked(text[start:end])])
            at = end
    return "".join([*parts, text[at:].lower()])
