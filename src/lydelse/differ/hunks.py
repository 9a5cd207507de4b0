"""The words that differ in one part of a section in force and of a redline."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lydelse.differ.omissions import marks_in
from lydelse.differ.passages import Letter, place_of
from lydelse.model.in_force import Departure, DepartureKind
from lydelse.model.place import Place
from lydelse.model.text import Mark, Run, Version
from lydelse.patterns import compiled

_DIVIDED = compiled(r"(?<=[a-zåäöéü])[-\u2010\u00ad]\s*(?=[a-zåäöéü])")
BETWEEN = " … "
"""Stands between the differing words of one part."""
LEFT_OUT = "\ue000"
"""Stands for dots within a paragraph: one sign that no text has."""


def with_signs(text: str, letters: Sequence[Letter]) -> tuple[str, tuple[Letter, ...]]:
    """Return a paragraph with one sign for each of its dots, and the letters that then are left."""
    kept: list[Letter] = []
    written, last = "", 0
    places = [at for at, sign in enumerate(text) if not sign.isspace()]
    for start, end in (*marks_in(text), (len(text), len(text))):
        kept += [letter for at, letter in zip(places, letters, strict=False) if last <= at < start]
        written += text[last:start]
        if start < end:
            written += f" {LEFT_OUT} "
            kept += [letter for at, letter in zip(places, letters, strict=False) if at == start]
        last = end
    return written, tuple(kept)


def of_runs(runs: Iterable[Run], letters: Sequence[Letter], place: Place, place_in_force: Place) -> Iterator[Departure]:
    """Yield what differs in one part: at most one departure of struck words, and one of kept ones.

    Args:
        runs: the part, struck where it stands in force alone, inserted where it stands in the redline alone.
        letters: the visible letters of the part in the redline's earlier version.
        place: where the part stands in the redline.
        place_in_force: where it stands in force.
    """
    whole = tuple(runs)
    texts = ["".join(run.text for run in whole if version.reads(run.mark)).strip(" |") for version in Version]
    hunks: dict[DepartureKind, list[tuple[str, str, Sequence[Letter]]]] = {}
    for in_force, redline, within in _hunks(whole, letters):
        struck = any(letter.mark is Mark.STRUCK for letter in within)
        hunks.setdefault(DepartureKind.STRUCK if struck else DepartureKind.REWORDED, []).append((in_force, redline, within))
    for kind, found in hunks.items():
        ours, theirs = BETWEEN.join(each[0] for each in found if each[0]), BETWEEN.join(each[1] for each in found if each[1])
        if kind is DepartureKind.REWORDED and not (texts[0] and texts[1]):
            kind = DepartureKind.MISSING if texts[0] else DepartureKind.FOREIGN  # noqa: PLW2901 - the part stands on one side only
        at = next((where for _, _, within in found if (where := place_of(within))), place)
        yield Departure(kind, ours, theirs, at, place_in_force, *texts)


def _hunks(runs: Sequence[Run], letters: Sequence[Letter]) -> Iterator[tuple[str, str, Sequence[Letter]]]:
    """Yield the words in force, the words of the redline and its letters for each place where the two differ."""
    at = start = 0
    texts = {Mark.STRUCK: "", Mark.INSERTED: ""}
    for run in (*runs, Run(".")):
        if run.mark is Mark.KEPT and run.text and _differ(texts[Mark.STRUCK], texts[Mark.INSERTED]):
            yield texts[Mark.STRUCK].strip(), texts[Mark.INSERTED].replace(LEFT_OUT, "").strip(), letters[start:at]
        if run.mark is Mark.KEPT:
            texts = {Mark.STRUCK: "", Mark.INSERTED: ""}
        else:
            texts[run.mark] += run.text
        at += sum(not sign.isspace() and (sign != "|" or run.text != " | ") for sign in run.text) if run.mark is not Mark.STRUCK else 0
        start = at if run.mark is Mark.KEPT else start


def _differ(in_force: str, redline: str) -> bool:
    """Tell whether two wordings differ in more than a word that one of them divides at a line's end, or text that is left out."""
    if LEFT_OUT in redline and not redline.replace(LEFT_OUT, "").strip(" .,;:()[]"):
        return False
    return any(text.strip(" |") for text in (in_force, redline)) and _undivided(in_force) != _undivided(redline)


def _undivided(text: str) -> str:
    return _DIVIDED.sub("", text).strip()
