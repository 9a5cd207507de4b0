"""Kinds of marks: how strikes are drawn, and how additions are told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.kinds.case import (
    BLACK,
    BLUE,
    CHROMIUM,
    DRAWN,
    GREEN,
    PAGED,
    PURPLE,
    RED,
    TYPST,
    WEASYPRINT,
    WRITER,
    YELLOW,
    Case,
    Layout,
    Look,
)
from benchmarks.kinds.texts import MARKED, SHORT, long_strike

BLACK_LINES = Look(struck=BLACK, inserted=BLACK)


def cases() -> Iterator[Case]:
    """Yield the cases of marks."""
    yield from _strikes()
    yield from _looks()
    yield from _decoys()
    yield from _odd_strikes()
    yield from _annotations()


def _strikes() -> Iterator[Case]:
    yield Case("strike as a line", MARKED)
    yield Case("strike as rectangles", MARKED, Look("rectangle"), producers=PAGED)
    yield Case("strike as a curve", MARKED, Look("curve"), producers=(DRAWN, CHROMIUM, WEASYPRINT))
    yield Case("strike in dashes", MARKED, Look("dashes"), producers=(DRAWN, CHROMIUM, WEASYPRINT, TYPST))
    yield Case("strike in dots", MARKED, Look("dots"), producers=(DRAWN, CHROMIUM, WEASYPRINT, TYPST))
    yield Case("double strike", MARKED, Look("double"), producers=PAGED)
    yield Case("strikes over line and page ends", long_strike())
    yield Case("all marks black", MARKED, BLACK_LINES, producers=PAGED)
    yield Case("justified lines", MARKED, layout=Layout(justified=True), producers=PAGED)


def _looks() -> Iterator[Case]:
    yield Case("inserted by colour alone", _with_amber_warnings(MARKED), Look(underline=False), producers=PAGED)
    yield Case("inserted by underline alone", SHORT, BLACK_LINES, producers=PAGED)
    yield Case("inserted by highlight alone", MARKED, Look(struck=BLACK, inserted=BLACK, underline=False, behind=YELLOW), producers=PAGED)
    yield Case("inserted by bold alone", MARKED, Look(struck=BLACK, inserted=BLACK, underline=False, bold=True), producers=PAGED)
    yield Case("inserted by colour, line, highlight and bold", MARKED, Look(behind=YELLOW, bold=True), producers=PAGED)
    for name, colour in (("green", GREEN), ("blue", BLUE), ("purple", PURPLE)):
        yield Case(f"inserted {name} and underlined", MARKED, Look(inserted=colour), producers=PAGED)
        yield Case(f"inserted {name} alone", MARKED, Look(struck=BLACK, inserted=colour, underline=False), producers=PAGED)
    yield Case(
        "struck black, inserted red", _with_amber_warnings(SHORT), Look(struck=BLACK, inserted=RED, underline=False), producers=PAGED
    )
    yield Case("struck and inserted blue", SHORT, Look(struck=BLUE, inserted=BLUE), producers=PAGED)
    yield Case("strikes alone", _without_additions(SHORT), Look(struck=BLACK), producers=PAGED, said=frozenset({"X903"}))


def _decoys() -> Iterator[Case]:
    yield Case("underlined headings kept", MARKED, layout=Layout(underlined_titles=True), producers=PAGED)
    yield Case("underlined headings kept, marks black", MARKED, BLACK_LINES, Layout(underlined_titles=True), producers=PAGED)


def _odd_strikes() -> Iterator[Case]:
    printed = Look("letters")
    yield Case("strike as letters printed over", SHORT, printed, producers=(DRAWN, WRITER), said=frozenset({"X903"}))
    yield Case("strike as pictures", SHORT, Look("picture"), producers=(DRAWN,))
    kept = _without_marks(SHORT)
    yield Case("strike slanted, asked about", SHORT, Look("slanted"), producers=(DRAWN,), truths=(kept,), said=frozenset({"X905"}))
    two = Look("none", struck=PURPLE, inserted=GREEN, underline=False)
    yield Case("two colours and no strikes, asked about", SHORT, two, producers=PAGED, truths=(kept,), said=frozenset({"X903"}))
    emphasis = f"{_with_amber_warnings(SHORT)}\nAvtalet gäller ⟦v:endast⟧ den som har anmält sig.\n"
    truth = emphasis.replace("⟦v:endast⟧", "{+endast+}")
    colour = Look(underline=False)
    yield Case(
        "emphasis in the colour of additions, asked about", emphasis, colour, producers=PAGED, truths=(truth,), said=frozenset({"X903"})
    )


def _annotations() -> Iterator[Case]:
    look = Look("annotation", struck=BLACK, inserted=BLACK)
    yield Case("StrikeOut and Underline annotations", MARKED, look, producers=(DRAWN,))
    text, notes = _without_additions(SHORT), Layout(trick="notes")
    truths = (f"{text}\n\nVårdcentralen ska ha jour varje helg.", f"{text}\n\nVårdcentralen ska ha jour {{+och beredskap+}} varje helg.")
    said = frozenset({"X905"})
    yield Case("Highlight, Caret and FreeText annotations", text, look, notes, producers=(DRAWN,), truths=truths, said=said)


def _without_additions(text: str) -> str:
    parts = text.split("{+")
    return parts[0] + "".join(part.partition("+}")[2] for part in parts[1:])


def _without_marks(text: str) -> str:
    return re.sub(r"\[-|-\]|\{\+|\+\}", "", text)


def _with_amber_warnings(text: str) -> str:
    """Return the text with warnings in a colour of their own: those in the colour of what is inserted nobody could tell."""
    return text.replace("⟦v:", "⟦a:")
