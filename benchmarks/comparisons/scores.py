"""What a comparison said, held against what was done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.comparisons.edited import Truth

from lydelse.model.change import Added, Change, Merged, Moved, Removed, Renumbered, Split, Unit

ASPECTS = {
    "changes": ("added", "removed", "reworded", "split", "merged", "section added", "section removed", "section reworded"),
    "moves": ("moved",),
    "renumberings": ("renumbered",),
    "rows": ("row added", "row removed", "row reworded", "row moved", "column added", "column removed", "column moved"),
}
"""The kinds of change that are scored together."""


@dataclass(frozen=True)
class Score:
    """How many changes were to be found, were said, and were both."""

    wanted: int
    said: int
    hit: int

    @property
    def f1(self) -> float | None:
        """The F1, None where there was nothing to find and nothing was said."""
        return 2 * self.hit / (self.wanted + self.said) if self.wanted + self.said else None

    def __add__(self, other: Score) -> Score:
        """Return both together."""
        return Score(self.wanted + other.wanted, self.said + other.said, self.hit + other.hit)


def scored(truth: Truth, changes: Sequence[Change]) -> dict[str, Score]:
    """Return the score of each aspect; a change counts when kind, earlier and later text are right."""
    said = Counter(told for change in changes for told in _told(change))
    found: dict[str, Score] = {}
    for aspect, kinds in ASPECTS.items():
        ours, theirs = (Counter({each: count for each, count in side.items() if each[0] in kinds}) for side in (truth, said))
        found[aspect] = Score(ours.total(), theirs.total(), (ours & theirs).total())
    return found


def _told(change: Change) -> list[tuple[str, ...]]:
    prefix = {Unit.ROW: "row ", Unit.SECTION: "section ", Unit.COLUMN: "column "}.get(change.unit, "")
    match change:
        case Added(after=after):
            return [(f"{prefix}added", after.split("\n")[0] if change.unit is Unit.COLUMN else after)]
        case Removed(before=before):
            return [(f"{prefix}removed", before.split("\n")[0] if change.unit is Unit.COLUMN else before)]
        case Renumbered():
            return [("renumbered", *numbers) for numbers in change.sections]
        case Moved(before=before, after=after):
            return [(f"{'' if change.unit is Unit.SECTION else prefix}moved", before, after)]
        case Split(before=before, after=after):
            return [("split", before, after)]
        case Merged(before=before, after=after):
            return [("merged", before, after)]
        case _:
            return [(f"{prefix}reworded", change.before, change.after)]
