"""Motions held against one another: the same figure or text changed in two ways, what one strikes and another changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from lydelse.model.impact_motion import Act, Clash, Conflict, Edit, MotionTried


def conflicts_among(motions: Sequence[MotionTried]) -> tuple[Conflict, ...]:
    """Return the conflicts between motions, two by two, each place once."""
    found: dict[tuple[str, str, str, Clash], Conflict] = {}
    for one, other in combinations(motions, 2):
        for conflict in _between(one, other):
            found.setdefault((conflict.one, conflict.other, conflict.place.path, conflict.clash), conflict)
    return tuple(found.values())


def _between(one: MotionTried, other: MotionTried) -> Iterator[Conflict]:
    names = one.motion.name, other.motion.name
    for mine in one.motion.edits:
        for theirs in other.motion.edits:
            clash = clash_of(mine, theirs)
            if clash is not None:
                yield Conflict(*names, clash, mine.place, (_wants(mine), _wants(theirs)))
    yield from _following_clash(one, other)
    for conflict in _following_clash(other, one):
        yield Conflict(*names, conflict.clash, conflict.place, (conflict.wants[1], conflict.wants[0]))


def clash_of(one: Edit, other: Edit) -> Clash | None:
    """Return how two edits stand to one another, None where both can be made."""
    whole = [edit for edit in (one, other) if edit.act is Act.STRIKE_SECTION]
    if whole:
        inside = [edit for edit in (one, other) if any(_within(edit, section) for section in whole)]
        if len(inside) < 2:
            return None
        return Clash.SAME_DEMAND if len(whole) == 2 and one.place.section_id == other.place.section_id else Clash.STRUCK
    if one.place.path != other.place.path:
        return None
    if one.act is Act.ADD or other.act is Act.ADD:
        return Clash.SAME_DEMAND if (one.act, one.after) == (other.act, other.after) else None
    if one.end <= other.start or other.end <= one.start:
        return None
    if (one.start, one.end, one.after) == (other.start, other.end, other.after):
        return Clash.SAME_DEMAND
    if Act.STRIKE in {one.act, other.act} and one.act is not other.act:
        return Clash.STRUCK
    return Clash.SAME_FIGURE if one.entry and other.entry else Clash.SAME_TEXT


def _within(edit: Edit, section: Edit) -> bool:
    return edit.place.section_id == section.place.section_id or edit.place.section_id.startswith(f"{section.place.section_id}.")


def _wants(edit: Edit) -> str:
    return edit.after or f"\N{MINUS SIGN}{edit.before}"


def _following_clash(one: MotionTried, other: MotionTried) -> Iterator[Conflict]:
    """Yield the figures that one motion sets and another's relations make something else."""
    for edit in one.motion.edits:
        for told in other.following:
            same = edit.entry is not None and (edit.place.path, edit.entry.label) == (told.entry.place.path, told.entry.label)
            if same and edit.after != told.after:
                yield Conflict(one.motion.name, other.motion.name, Clash.TOGETHER, edit.place, (edit.after, told.after))
