"""What is left to be marked of a paragraph where the tracked changes of others already tell some of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.formats.ooxml.held_changes import END, HELD, WITHIN, HeldChanges
from lydelse.formats.ooxml.letters import Letter
from lydelse.formats.ooxml.marking import CUT, Marks
from lydelse.formats.ooxml.names import Element, W
from lydelse.model.text import Mark, Run

_Struck = dict[int, list[Run]]
"""Struck runs by the number of letters before them."""


def left_to_mark(paragraphs: Sequence[Element], letters: Sequence[Letter], runs: Sequence[Run], marks: Marks, held: HeldChanges) -> Marks:
    """Return the marks without the places where what others struck and inserted is the same replacement; those are told.

    What another inserted keeps its mark, which gives way to theirs when it is put back.
    """
    signs = _signs_by_place(paragraphs, letters, held)
    theirs = {at for at, letter in enumerate(letters) if _is_within(letter.element, paragraphs)}
    if not signs and not theirs:
        return marks
    struck: _Struck = {}
    for (at, below), group in marks.struck.items():
        struck.setdefault(at + below, []).extend(group)
    whole = "".join(_spoken(run) for run in runs if run.mark is not Mark.INSERTED)
    stretches = [(0, len(letters))] if _visible(_original(0, len(letters), letters, signs, theirs, held)) == _visible(whole) else None
    for start, end in stretches or _hunks(struck, marks.added, len(letters)):
        ours = "".join(_spoken(run) for at in range(start, end + 1) for run in struck.get(at, ()))
        told = stretches or _visible(_original(start, end, letters, signs, theirs, held)) == _visible(ours)
        if told and (any(at in signs for at in range(start, end + 1)) or not theirs.isdisjoint(range(start, end))):
            for sign in (sign for at in range(start, end + 1) for sign in signs.get(at, ())):
                held.tell(sign)
            marks.added.difference_update(set(range(start, end)) - theirs)
            if stretches:
                marks.added.update(theirs)
            for key in [key for key in marks.struck if start <= key[0] + key[1] <= end]:
                del marks.struck[key]
    return marks


def _signs_by_place(paragraphs: Sequence[Element], letters: Sequence[Letter], held: HeldChanges) -> dict[int, list[Element]]:
    """Return the signs of what others struck in the paragraphs themselves, by the number of letters before them."""
    elements = [element for paragraph in paragraphs for element in paragraph.iter()]
    order = {element: at for at, element in enumerate(elements)}
    found: dict[int, list[Element]] = {}
    for sign in elements:
        if sign.tag in {HELD, END} and next(sign.iterancestors(f"{W}p"), None) in paragraphs and not held.is_apart(sign):
            found.setdefault(sum(order[letter.element] < order[sign] for letter in letters), []).append(sign)
    return found


def _is_within(element: Element, paragraphs: Sequence[Element]) -> bool:
    """Tell whether another inserted what holds a letter."""
    while element is not None and element not in paragraphs:
        if WITHIN in element.attrib:
            return True
        element = element.getparent()  # type: ignore[assignment]  # a letter stands in one of its paragraphs
    return False


def _original(start: int, end: int, letters: Sequence[Letter], signs: dict[int, list[Element]], theirs: set[int], held: HeldChanges) -> str:
    """Return what stood in a stretch before the changes of others."""
    text = ""
    for at in range(start, end + 1):
        text += "".join(held.text_of(sign) for sign in signs.get(at, ()))
        text += letters[at].sign if at < end and at not in theirs else ""
    return text


def _hunks(struck: _Struck, added: set[int], count: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of letters that are new, with what is struck at their bounds, and those where something is struck alone."""
    at = 0
    while at <= count:
        start = at
        while at in added:
            at += 1
        if at > start or start in struck:
            yield start, at
        at += 1


def _spoken(run: Run) -> str:
    return "¶" if run is CUT else run.text


def _visible(text: str) -> str:
    return "".join(text.split())
