"""Kinds of marks and letters that only text can carry: strikes by combining signs, typed signs, fonts that take one letter for another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from benchmarks.kinds.case import CHROMIUM, DRAWN, PAGED, TYPST, WEASYPRINT, Case, Layout
from benchmarks.kinds.texts import SHORT
from benchmarks.kinds.tricks import SWAPPED

BAR = "\N{COMBINING LONG STROKE OVERLAY}"
STRUCK, INSERTED = re.compile(r"\[-(.+?)-\]", re.DOTALL), re.compile(r"\{\+(.+?)\+\}", re.DOTALL)
OTHERWISE = str.maketrans("rnRN", "nrNR")


def cases() -> Iterator[Case]:
    """Yield the cases of odd marks and letters."""
    barred = STRUCK.sub(lambda match: "".join(letter + BAR for letter in match[1]), SHORT)
    yield Case("strike by combining signs", barred, producers=(CHROMIUM, WEASYPRINT, TYPST), truths=(SHORT,))
    for name, struck, inserted in (
        ("typed words in brackets", r"[utgår: \1]", r"[tillkommer: \1]"),
        ("typed tildes and tags", r"~~\1~~", r"<ins>\1</ins>"),
        ("typed brackets of two kinds", r"[\1]", r"<<\1>>"),
    ):
        typed = INSERTED.sub(inserted, STRUCK.sub(struck, SHORT))
        yield Case(f"{name}, asked about", typed, producers=PAGED, said=frozenset({"X903"}))
    accepted = INSERTED.sub(r"\1", STRUCK.sub("", SHORT))
    for name, signs in (("typed sign, once", "~~38 500~~ 41 250"), ("typed sign of one's own, once", "#38 500# 41 250")):
        typed = accepted.replace("41 250", signs, 1)
        yield Case(f"{name}, asked about", typed, producers=(DRAWN, CHROMIUM, TYPST), said=frozenset({"X903"}))
    swapped = "\n\n".join(line.translate(OTHERWISE) for line in SWAPPED)
    layout = Layout(trick="swapped")
    said = frozenset({"X902"})
    truths = (SHORT + swapped, SHORT + "\n\n".join(SWAPPED))  # as the file has it, and as the page shows it
    yield Case("two letters that changed places", SHORT, layout=layout, producers=(DRAWN,), truths=truths, said=said)
    unlabelled = Layout(trick="balloons without labels")
    yield Case("balloons without labels", SHORT, layout=unlabelled, producers=(DRAWN,), said=frozenset({"X905"}))
