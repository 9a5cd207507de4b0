"""Running headers and footers marked in a copy of the later Word file, in each part of it that holds the wording."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from lydelse.differ.words import marked_words
from lydelse.formats.ooxml.citing import cited_by
from lydelse.formats.ooxml.copying import Part
from lydelse.formats.ooxml.held_changes import HeldChanges
from lydelse.formats.ooxml.letters import UnlikeWordingError
from lydelse.formats.ooxml.marking import mark_letters, mark_whole, marks_of, replace_whole
from lydelse.formats.ooxml.told_hunks import left_to_mark
from lydelse.formats.ooxml.traced import Traced, TracedFile
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.document import Furniture
from lydelse.model.text import Mark, Run


class Furnished(NamedTuple):
    """A file with its headers and footers marked, and the same with what both versions read of others' changes accepted."""

    content: bytes
    settled: bytes


def with_marked_furniture(content: bytes, furniture: Sequence[Furniture], tracking: Tracking) -> Furnished | None:
    """Return a Word file with those of its headers and footers marked that have an earlier wording; None where one finds no place.

    Args:
        content: the file, with the later wordings.
        furniture: the marked document's headers and footers.
        tracking: who made the changes, and when.
    """
    held = HeldChanges()
    file = TracedFile(content, held.hold)
    tracking.count_from([*file.roots, *held.changes])
    wanted = {(each.kind, each.text): each.before for each in furniture if each.before is not None and each.text}
    gone = [each for each in furniture if each.before and not each.text]
    found: set[tuple[str, str]] = set()
    empty: dict[str, list[Traced]] = {}
    for kind, story in _stories(file):
        text = "\n".join(_text(each) for each in story if _text(each))
        before = wanted.get((kind, text))
        if before is not None:
            found.add((kind, text))
            _Marking(file, held, tracking).mark([each for each in story if _text(each)], before)
        elif not text:
            empty.setdefault(kind, story)
    if found != set(wanted) or not all(_put_in(each, empty, tracking) for each in gone):
        return None
    for root in file.roots:
        held.put_back(root, tracking)
    marked = file.as_bytes()
    for root in file.roots:
        held.accept_shared(root)
    return Furnished(marked, file.as_bytes())


def _stories(file: TracedFile) -> list[tuple[str, list[Traced]]]:
    """Return the paragraphs of each header and footer, with its kind."""
    stories = groupby(file.furniture, key=lambda each: each.element.getroottree().getroot())
    return [("header" if str(root.tag).endswith("}hdr") else "footer", list(story)) for root, story in stories]


def _text(traced: Traced) -> str:
    return " ".join("".join(piece.text for piece in traced.read.pieces).split())


def _put_in(gone: Furniture, empty: Mapping[str, Sequence[Traced]], tracking: Tracking) -> bool:
    """Put a struck wording into a header or footer that is empty in the later version; tell whether there is one."""
    for traced in empty.get(gone.kind, ())[:1]:
        traced.element.append(tracking.run(Run(gone.before or "", Mark.STRUCK), None))
        return True
    return False


class _Marking:
    def __init__(self, file: TracedFile, held: HeldChanges, tracking: Tracking) -> None:
        self._file = file
        self._held = held
        self._tracking = tracking

    def mark(self, story: Sequence[Traced], before: str) -> None:
        """Mark the lines of a header one by one where it had as many; else all of it is new, and the earlier one struck."""
        lines = before.split("\n")
        if len(lines) != len(story):
            lines = [" ".join(lines), *[""] * (len(story) - 1)]
        for traced, line in zip(story, lines, strict=True):
            runs = marked_words(line, _text(traced))
            if all(run.mark is Mark.KEPT for run in runs):
                continue
            if not line:
                mark_whole(traced.element, self._tracking, _is_sign)
                continue
            self._mark_line(traced, runs)

    def _mark_line(self, traced: Traced, runs: Sequence[Run]) -> None:
        letters = self._file.letters(traced)
        try:
            marks = left_to_mark([traced.element], letters, runs, marks_of(letters, runs), self._held)
            if marks.added or marks.struck:
                mark_letters([traced.element], letters, marks, self._tracking, _is_sign)
        except UnlikeWordingError:
            before = "".join(run.text for run in runs if run.mark is not Mark.INSERTED)
            replace_whole(traced.element, before, self._tracking, _is_sign)


def _is_sign(run: Part) -> bool:
    return bool(cited_by(run))
