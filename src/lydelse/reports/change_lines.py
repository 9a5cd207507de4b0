"""The changes of a comparison, one after the other, each cut down to what is struck and inserted and a little around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from lydelse.model.change import Added, Change, Comparison, Merged, Moved, Removed, Renumbered, Reworded, Split, Unit
from lydelse.model.message import Fact, Message
from lydelse.model.place import Place
from lydelse.model.small_word import SmallWordChange
from lydelse.model.text import Mark, Run
from lydelse.records import dataclass, replace

KEPT_AROUND = 36
"""Characters of kept text shown beside a change."""
MARKED_AT_MOST = 240
"""Characters shown of one struck or inserted stretch."""
BETWEEN_LINES = " / "
"""Shown between the lines of a change: a heading and its paragraphs, the rows of a table, the cells of a column."""


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change: what kind it is (a key of the catalogue), of what, where it stands, and its runs, shortened.

    ``sections`` are "5.2 → 5.1" where the part comes from another section. ``asides`` say which
    small words the change turns on, and where references follow it. ``reach`` is the path of all that changes: a section, a paragraph,
    a table or one row of it.
    """

    key: str
    unit: Unit
    sections: str
    page: int | None
    runs: tuple[Run, ...]
    asides: tuple[Message, ...] = ()
    reach: str = ""


def change_lines(comparison: Comparison) -> Iterator[ChangeLine]:
    """Yield the changes in order; references that follow a renumbering are told with it."""
    for change in comparison.changes:
        if _renumberings_followed(change, comparison):
            continue
        key, runs = _kind_and_runs(change)
        sections = dict.fromkeys(place.section for place in (_origin(change), change.place))
        yield ChangeLine(
            key,
            change.unit,
            " → ".join(sections),
            change.place.page,
            tuple(_shortened(runs)),
            (*small_words_of(change), *_followed(change, comparison)),
            _reach(change),
        )


def _reach(change: Change) -> str:
    path = change.place.path
    if change.unit is Unit.SECTION:
        return change.place.section_id
    if change.unit in {Unit.TABLE, Unit.COLUMN}:
        return path.partition("/r")[0]
    return path.rpartition("/c")[0] if "/r" in path and "/c" in path else path


def small_words_of(change: Change) -> tuple[Message, ...]:
    """Return the labels of the small words with a large meaning that a change turns on."""
    return () if isinstance(change, Removed | Renumbered) else tuple(dict.fromkeys(map(_labelled, change.small_words)))


def _renumberings_followed(change: Change, comparison: Comparison) -> list[Renumbered]:
    """Return the renumberings that a change does nothing but follow; none where one of its references follows something else."""
    if not isinstance(change, Reworded) or not change.following:
        return []
    found = [[each for each in comparison.changes if isinstance(each, Renumbered) and pair in _numbers(each)] for pair in change.following]
    return [each for several in found for each in several] if all(found) else []


def _numbers(change: Renumbered) -> tuple[tuple[str, str], ...]:
    return change.sections or ((change.place_before.section, change.place.section),)


def _followed(change: Change, comparison: Comparison) -> tuple[Message, ...]:
    """Return how many references follow a renumbering, and in which sections they stand."""
    if not isinstance(change, Renumbered):
        return ()
    followers = [
        each.place.section or "–"
        for each in comparison.changes
        if any(other is change for other in _renumberings_followed(each, comparison))
    ]
    facts: dict[str, Fact] = {"count": len(followers), "sections": tuple(dict.fromkeys(followers))}
    return (Message("change.followed", facts),) if followers else ()


def _labelled(word: SmallWordChange) -> Message:
    kind = "replaced" if word.word_before and word.word_after else "added" if word.word_after else "removed"
    return Message(f"change.small-word.{kind}", {"before": word.word_before, "after": word.word_after})


def _origin(change: Change) -> Place:
    return change.place if isinstance(change, Added | Removed) else change.place_before


def _kind_and_runs(change: Change) -> tuple[str, tuple[Run, ...]]:
    match change:
        case Added(runs=runs):
            return "change.added", runs
        case Removed(runs=runs):
            return "change.removed", runs
        case Reworded(runs=runs):
            return "change.following" if change.following else "change.reworded", runs
        case Moved(runs=runs):
            return "change.moved", runs
        case Split(runs=runs):
            return "change.split", runs
        case Merged(runs=runs):
            return "change.merged", runs
        case Renumbered():
            return "change.renumbered.unchanged" if change.unchanged else "change.renumbered", _renumbered(change)
        case _:
            assert_never(change)


def _renumbered(change: Renumbered) -> tuple[Run, ...]:
    """Return the heading's two wordings, or for several sections the first and the last number of each version."""
    before, after = change.before, change.after
    if len(change.sections) > 1:
        before, after = (f"{numbers[0]}–{numbers[-1]}" for numbers in zip(*change.sections, strict=True))
    return Run(before, Mark.STRUCK), Run(" "), Run(after, Mark.INSERTED)


def _shortened(runs: Iterable[Run]) -> Iterator[Run]:
    parts = [replace(run, text=run.text.replace("\n", BETWEEN_LINES)) for run in runs]
    for number, run in enumerate(parts):
        if run.mark is not Mark.KEPT:
            yield replace(run, text=_cut(run.text, MARKED_AT_MOST))
        elif len(parts) == 1:
            yield replace(run, text=_cut(run.text, 2 * KEPT_AROUND))
        elif number == 0:
            yield replace(run, text=_cut_before(run.text, KEPT_AROUND))
        elif number == len(parts) - 1:
            yield replace(run, text=_cut(run.text, KEPT_AROUND))
        else:
            yield replace(run, text=_cut_within(run.text))


def _cut(text: str, most: int) -> str:
    """Return the beginning of a text, cut between words."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"


def _cut_before(text: str, most: int) -> str:
    """Return the end of a text, cut between words."""
    return text if len(text) <= most else f"… {text[-most:].split(' ', 1)[-1]}"


def _cut_within(text: str) -> str:
    """Return the two ends of a text between two changes."""
    if len(text) <= 2 * KEPT_AROUND:
        return text
    return f"{text[:KEPT_AROUND].rsplit(' ', 1)[0]} … {text[-KEPT_AROUND:].split(' ', 1)[-1]}"
