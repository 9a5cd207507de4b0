"""Annotations that mark text: which glyphs each strikes or underlines, and the text that carets put in.

A caret's text stands in its note alone. It is put where its point is, as words without width that carry the note, so that it reads as
inserted text and moves nothing on the page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from lydelse.extractors.pdf.line import PLAIN, Drawn, Line, Word
from lydelse.formats.pdf.page import Annotation, Glyph
from lydelse.model.place import Box
from lydelse.model.text import Mark

DRAWN_BY_HAND = {"Ink", "Line", "PolyLine"}
LAID_OVER = {"Square", "Circle", "Polygon", "Stamp", "Watermark"}
"""Kinds with an area and a look of their own, which may frame, strike or cover what they lie over."""

KINDS = ("Link", "Highlight", "Squiggly", "Underline", "StrikeOut")
"""The kinds that lie over text, the one that is heard first last."""

LEVEL = 0.6  # ems that a line drawn by hand may rise
HAND_STRIKE = (0.08, 0.62)  # ems above the baseline: a hand is less steady than a program
HAND_UNDERLINE = (-0.4, 0.08)
CARET_WITHIN = 1.0  # ems between a caret's middle and the baseline of its line
CARET_ASIDE = 2.0  # ems that a caret may stand before or after its line
CLOSING = ".,;:)!?%”\"'"

Piece = tuple[Glyph, Drawn]


class _Gap(NamedTuple):
    """Between two glyphs of a line: before glyph ``glyph`` of word ``word``; how far a caret stands from it."""

    apart: float
    word: int
    glyph: int
    x: float


def notes_on(annotations: Iterable[Annotation], lines: tuple[Line, ...]) -> dict[int, Annotation]:
    """Return the annotation that marks each glyph, by its identity; one that strikes goes before all others, a link after them."""
    found: dict[int, Annotation] = {}
    drawn = (by_hand(annotation, lines) for annotation in annotations if annotation.kind in DRAWN_BY_HAND)
    known = [*annotations, *(stroke for each in drawn for stroke in each)]
    for kind in KINDS:
        for annotation in known:
            for box in annotation.boxes if annotation.kind == kind else ():
                for line in lines_within(box, lines):
                    found.update((id(glyph), annotation) for word in line.words for glyph in word.glyphs if holds(box, glyph))
    return found


def lines_within(box: Box, lines: tuple[Line, ...]) -> Iterator[Line]:
    """Yield the lines whose letters' middle lies in the box."""
    first = bisect_left(lines, box.top, key=lambda line: line.baseline)
    for line in lines[first:]:
        middle = line.baseline - 0.25 * line.size
        if middle > box.bottom:
            break
        if middle >= box.top:
            yield line


def holds(box: Box, glyph: Glyph) -> bool:
    """Tell whether the middle of a glyph lies between a box's sides."""
    return box.x0 <= (glyph.box.x0 + glyph.box.x1) / 2 <= box.x1


def by_hand(annotation: Annotation, lines: Iterable[Line]) -> Iterator[Annotation]:
    """Yield the level strokes of an annotation drawn by hand as the strikes and underlines that they are."""
    for box in annotation.boxes:
        for line in lines:
            height = (line.baseline - (box.top + box.bottom) / 2) / line.size
            over = line.box.x0 - line.size <= box.x0 and box.x1 <= line.box.x1 + line.size
            if not over or box.height > LEVEL * line.size or box.width < max(line.size, 2 * box.height):
                continue
            place = (Box(box.x0, line.baseline - line.size, box.x1, line.baseline),)
            if HAND_STRIKE[0] <= height <= HAND_STRIKE[1]:
                yield annotation._replace(kind="StrikeOut", boxes=place)
            elif HAND_UNDERLINE[0] <= height < HAND_UNDERLINE[1]:
                yield annotation._replace(kind="Underline", boxes=place)


def words_under(annotation: Annotation, lines: tuple[Line, ...]) -> Iterator[Word]:
    """Yield the words that an annotation with an area lies over, more than half of each."""
    for box in annotation.boxes:
        for line in lines_within(box, lines):
            yield from (word for word in line.words if 2 * sum(holds(box, glyph) for glyph in word.glyphs) > len(word.glyphs))


def with_insertions(lines: tuple[Line, ...], annotations: Iterable[Annotation]) -> tuple[Line, ...]:
    """Return the lines with the text of each caret where it points."""
    rows = list(lines)
    for caret in annotations:
        if caret.kind == "Caret" and caret.contents.strip() and caret.boxes:
            at = _line_at(caret.boxes[0], rows)
            if at is not None:
                rows[at] = _with_insertion(rows[at], caret)
    return tuple(rows)


def _line_at(box: Box, lines: Sequence[Line]) -> int | None:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    near = [
        (abs(line.baseline - y), at)
        for at, line in enumerate(lines)
        if abs(line.baseline - y) <= CARET_WITHIN * line.size
        and line.box.x0 - CARET_ASIDE * line.size <= x <= line.box.x1 + CARET_ASIDE * line.size
    ]
    return min(near)[1] if near else None


def _with_insertion(line: Line, caret: Annotation) -> Line:
    x = (caret.boxes[0].x0 + caret.boxes[0].x1) / 2
    gap = min(each for at, word in enumerate(line.words) for each in _gaps(at, word, x))
    word = line.words[gap.word]
    pieces: list[Piece] = list(zip(word.glyphs, word.drawn or (PLAIN,) * len(word.glyphs), strict=True))
    left, right = pieces[: gap.glyph], pieces[gap.glyph :]
    like = (left or right)[-1][0]
    place = Box(gap.x, like.box.top, gap.x, like.box.bottom)
    glyph = like._replace(box=place, x=gap.x, generated=True)
    groups: list[list[Piece]] = [[(glyph._replace(text=letter), Drawn(note=caret)) for letter in each] for each in caret.contents.split()]
    if left:
        _put(groups, left, before=True, joined=_joins_left(caret.contents, left, right))
    if right:
        _put(groups, right, before=False, joined=_joins_right(caret.contents, left, right))
    words = (_word(group, like_word=word) for group in groups)
    return line._replace(words=(*line.words[: gap.word], *words, *line.words[gap.word + 1 :]))


def _gaps(at: int, word: Word, x: float) -> Iterator[_Gap]:
    for number, glyph in enumerate(word.glyphs):
        yield _Gap(abs(glyph.box.x0 - x), at, number, glyph.box.x0)
    yield _Gap(abs(word.glyphs[-1].box.x1 - x), at, len(word.glyphs), word.glyphs[-1].box.x1)


def _put(groups: list[list[Piece]], pieces: list[Piece], *, before: bool, joined: bool) -> None:
    """Put glyphs of the page before or after the inserted words, as part of the nearest one or as a word of their own."""
    if before:
        groups[:1] = [[*pieces, *groups[0]]] if joined else [pieces, groups[0]]
    else:
        groups[-1:] = [[*groups[-1], *pieces]] if joined else [groups[-1], pieces]


def _joins_left(contents: str, left: list[Piece], right: list[Piece]) -> bool:
    """Tell whether the inserted text goes on in the word before it: within a word, a comma after it, or for a part that is struck."""
    if contents[0].isspace():
        return False
    return bool(right) or contents[0] in CLOSING or _is_partly_struck(left)


def _joins_right(contents: str, left: list[Piece], right: list[Piece]) -> bool:
    return not contents[-1].isspace() and (bool(left) or _is_partly_struck(right[::-1]))


def _is_partly_struck(pieces: list[Piece]) -> bool:
    """Tell whether the last of these glyphs is struck and not all of them are."""
    struck = [drawn.struck or (drawn.note is not None and drawn.note.kind == "StrikeOut") for _, drawn in pieces]
    return struck[-1] and not all(struck)


def _word(pieces: list[Piece], *, like_word: Word) -> Word:
    glyphs = tuple(glyph for glyph, _ in pieces)
    box = glyphs[0].box
    for glyph in glyphs[1:]:
        box = box.united_with(glyph.box)
    drawn = tuple(each for _, each in pieces)
    return like_word._replace(
        glyphs=glyphs, marks=(Mark.KEPT,) * len(glyphs), box=box, drawn=() if all(each == PLAIN for each in drawn) else drawn
    )
