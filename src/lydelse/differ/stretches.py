"""Stretches of two wordings that are the same or differ, one after the other."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.records import dataclass, replace


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens [before, before_end) of one wording and [after, after_end) of the other, which are the same or one in place of the other."""

    before: int
    before_end: int
    after: int
    after_end: int
    same: bool

    @property
    def length(self) -> int:
        """How many tokens the longer side has."""
        return max(self.before_end - self.before, self.after_end - self.after)

    def moved(self, before: int, after: int) -> Stretch:
        """Return the stretch further on in its two wordings."""
        return Stretch(self.before + before, self.before_end + before, self.after + after, self.after_end + after, self.same)


def joined_stretches(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return the stretches with neighbours of the same sort made one, and empty ones left out."""
    result: list[Stretch] = []
    for stretch in stretches:
        if not stretch.length:
            continue
        if result and result[-1].same == stretch.same:
            result[-1] = replace(result[-1], before_end=stretch.before_end, after_end=stretch.after_end)
        else:
            result.append(stretch)
    return result
