"""A redline that shows its changes by formatting, with tracked changes in their place: the runs stay, what marked them goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lydelse.extractors.word.convention import Convention, Finish, finish_of, inferred
from lydelse.formats.ooxml.copying import Part
from lydelse.formats.ooxml.traced import COLOUR, PEN, STRIKES, TYPEFACE, UNDERLINE, Traced, TracedFile, mark_end, mark_rows, mark_runs
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.text import Mark


def with_tracked_changes(content: bytes, tracking: Tracking) -> bytes | None:
    """Return a Word file with the text that its formatting shows as struck and added as tracked changes; None where there is none.

    What shows it (the strike, and the colour, line or pen that the file uses for it) is taken away; all else stays, the tracked changes
    of others included. A row all text of which is struck or added is struck or added itself.
    """
    file = TracedFile(content)
    convention = inferred(each.read for each in file.text)
    if not convention.key:
        return None
    tracking.count_from(file.roots)
    usual = _finishes_of_kept(file.text, convention)
    for traced in (*file.text, *file.furniture):
        _mark(file, traced, convention, usual, tracking)
    for root in file.roots:
        mark_rows(file.rows_of(root), tracking)
    return file.as_bytes()


def _finishes_of_kept(paragraphs: Iterable[Traced], convention: Convention) -> frozenset[Finish]:
    """Return how text looks that is not marked."""
    return frozenset(
        finish_of(piece, typed=convention.typed)
        for traced in paragraphs
        for piece, mark in zip(traced.read.pieces, convention.marks(traced.read), strict=True)
        if mark is Mark.KEPT and piece.text.strip()
    )


def _mark(file: TracedFile, traced: Traced, convention: Convention, usual: frozenset[Finish], tracking: Tracking) -> None:
    pieces, marks = traced.read.pieces, convention.marks(traced.read)
    by_formatting: dict[Part, Mark] = {}
    for at, (piece, mark, run) in enumerate(zip(pieces, marks, traced.runs, strict=True)):
        if run is None or piece.mark is not Mark.KEPT or mark is None or mark is Mark.KEPT:
            continue
        if run not in by_formatting:
            by_formatting[run] = mark
            signs = _signs(mark, finish_of(piece, typed=convention.typed), convention, usual)
            file.plain(traced, at, signs, _nearest_kept(traced.runs, marks, at))
    mark_runs(traced.element, by_formatting, tracking)
    visible = {mark for piece, mark in zip(pieces, marks, strict=True) if piece.text.strip()}
    if by_formatting and len(visible) == 1 and (whole := visible.pop()) is not None:
        mark_end(traced.element, whole, tracking)


def _signs(mark: Mark, finish: Finish, convention: Convention, usual: frozenset[Finish]) -> tuple[str, ...]:
    """Return the properties that show a mark: of what is added its finish, of what is struck the strike and what only marked text has."""
    if mark is Mark.INSERTED and finish not in convention.added:
        return ()  # a link between added words has its own look
    shows = {
        COLOUR: finish.colour and (mark is Mark.INSERTED or finish.colour not in {each.colour for each in usual}),
        UNDERLINE: finish.underlined and (mark is Mark.INSERTED or not any(each.underlined for each in usual)),
        PEN: finish.highlight and (mark is Mark.INSERTED or finish.highlight not in {each.highlight for each in usual}),
        TYPEFACE: finish.typeface and mark is Mark.INSERTED,
    }
    return (*(STRIKES if mark is Mark.STRUCK else ()), *(name for names, shown in shows.items() if shown for name in names))


def _nearest_kept(runs: Sequence[Part | None], marks: Sequence[Mark | None], at: int) -> Part | None:
    """Return the nearest run of the paragraph that is not marked, above before below."""
    kept = [(abs(other - at), other > at, run) for other, run in enumerate(runs) if run is not None and marks[other] is Mark.KEPT]
    return min(kept, key=lambda each: each[:2])[2] if kept else None
