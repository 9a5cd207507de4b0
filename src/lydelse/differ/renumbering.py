"""Sections that follow one another and whose numbers shift alike: one event."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from lydelse.model.change import Added, Change, Moved, Removed, Renumbered, Reworded, Split, Unit
from lydelse.model.document import Document
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import replace

_NUMBER = compiled(r"(\D*?)(\d+(?:\.\d+)*)")


class Shift(NamedTuple):
    """How one number became another: what stands before the figure that differs, and by how much that differs."""

    stem: str
    parent: tuple[int, ...]
    by: int


def shift_of(before: str, after: str) -> Shift | None:
    """Return how a number shifted, None where it is not one figure of it alone that differs."""
    one, other = _NUMBER.fullmatch(before), _NUMBER.fullmatch(after)
    if not one or not other or one[1] != other[1]:
        return None
    ours, theirs = ([int(part) for part in match[2].split(".")] for match in (one, other))
    unlike = [at for at, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b]
    if len(ours) != len(theirs) or len(unlike) != 1:
        return None
    return Shift(one[1], tuple(ours[: unlike[0]]), theirs[unlike[0]] - ours[unlike[0]])


def with_shifts_joined(changes: Sequence[Change], after: Document) -> list[Change]:
    """Return the changes with renumbered sections that follow one another and shift alike made one change, where the first stands.

    Args:
        changes: the changes, one for each renumbered section.
        after: the later version.
    """
    renumbered = {change.place.section_id: change for change in changes if isinstance(change, Renumbered)}
    if not renumbered:
        return list(changes)
    touched = _touched(changes)
    new = {change.place.section_id for change in changes if isinstance(change, Added | Split | Moved) and change.unit is Unit.SECTION}
    standing = [section.section_id for section in after.sections if section.heading and section.section_id not in new]
    joined = {group[0].place.section_id: _one_event(group, touched) for group in _groups([renumbered.get(each) for each in standing])}
    return [
        joined[change.place.section_id] if isinstance(change, Renumbered) else change
        for change in changes
        if not isinstance(change, Renumbered) or change.place.section_id in joined
    ]


def with_quiet_shifts(changes: Sequence[Change]) -> tuple[Change, ...]:
    """Return the changes, renumbered sections told as otherwise unchanged where nothing but references that follow changed in them.

    Sections are known by their numbers here: where two have one, and either changed, both did.
    """
    touched: set[tuple[Version, str]] = set()
    for change in changes:
        if isinstance(change, Renumbered) or (isinstance(change, Reworded) and change.following) or change.unit is Unit.FURNITURE:
            continue
        if change.unit is Unit.SECTION and isinstance(change, Added | Removed | Moved):
            continue
        if not isinstance(change, Removed):
            touched.add((Version.AFTER, change.place.section))
        if not isinstance(change, Added):
            touched.add((Version.BEFORE, change.place.section if isinstance(change, Removed) else change.place_before.section))
    return tuple(_quiet(change, touched) if isinstance(change, Renumbered) else change for change in changes)


def _quiet(change: Renumbered, touched: Collection[tuple[Version, str]]) -> Renumbered:
    numbers = change.sections or ((change.place_before.section, change.place.section),)
    within = {place for pair in numbers for place in zip(Version, pair, strict=True)}
    return change if change.unchanged or within & set(touched) else replace(change, unchanged=True)


def _one_event(group: Sequence[Renumbered], touched: Collection[tuple[Version, str]]) -> Renumbered:
    places = [place for each in group for place in zip(Version, (each.place_before.section_id, each.place.section_id), strict=True)]
    return replace(
        group[0],
        before="\n".join(each.before for each in group),
        after="\n".join(each.after for each in group),
        sections=tuple((each.place_before.section, each.place.section) for each in group),
        unchanged=not any(place in touched for place in places),
    )


def _touched(changes: Sequence[Change]) -> set[tuple[Version, str]]:
    """Return the sections, in either version, that something within changed; a section that is new, gone or moved is none of the others."""
    found: set[tuple[Version, str]] = set()
    for change in changes:
        if isinstance(change, Renumbered) or (change.unit is Unit.SECTION and isinstance(change, Added | Removed | Moved)):
            continue
        if not isinstance(change, Removed):
            found.add((Version.AFTER, change.place.section_id))
        if not isinstance(change, Added):
            found.add((Version.BEFORE, change.place.section_id if isinstance(change, Removed) else change.place_before.section_id))
    return found


def _groups(standing: Sequence[Renumbered | None]) -> list[list[Renumbered]]:
    """Return the renumbered sections, those together that follow one another; None is a section that kept its number."""
    groups: list[list[Renumbered]] = []
    last: Shift | None = None
    for change in standing:
        shift = shift_of(change.place_before.section, change.place.section) if change else None
        if change and shift and shift == last:
            groups[-1].append(change)
        elif change:
            groups.append([change])
        last = shift
    return groups
