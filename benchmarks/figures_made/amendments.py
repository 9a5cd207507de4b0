"""The typing errors of whole amendments: measured figure by figure, so that several processors share the work."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.figures_made.typos import Tally, Trial, Way, is_total, read_alike, tallied, trial_of, ways_of, weighing_ways_of

AtOnce = Callable[[Callable[["Figure"], dict[str, "Measured"]], Iterable["Figure"]], Iterable[dict[str, "Measured"]]]
"""Calls a function for each of many figures, in their order: ``map``, or that of several processes."""


@dataclass(frozen=True, slots=True)
class Amendment:
    """A marked document, and the section whose changed figures are tried; of its typing errors every so manieth."""

    name: str
    path: Path
    section: str
    every: int = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """One of an amendment's figures, or of its weights."""

    amendment: Amendment
    at: int
    is_weight: bool = False
    every: int = 1


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of a figure's typing errors; how many were also read from the text, and how many of them told of alike."""

    is_total: bool
    tally: Tally
    read: int = 0
    alike: int = 0


@dataclass(frozen=True, slots=True)
class Row:
    """What one way made of an amendment."""

    amendment: Amendment
    way: str
    figures: int
    totals: Tally
    averages: Tally
    all: Tally
    read: int
    alike: int


def rows(amendment: Amendment, at_once: AtOnce) -> Iterator[Row]:
    """Yield what each way makes of an amendment's changed amounts of money."""
    trial, ways = _known(amendment.path, amendment.section)
    found = list(at_once(measured, [Figure(amendment, at, every=amendment.every) for at in range(len(trial.figures))]))
    yield from (_row(amendment, way, [each[way] for each in found]) for way in ways)


def weight_rows(amendment: Amendment, every: int, at_once: AtOnce) -> Iterator[Row]:
    """Yield what is found of the typing errors in an amendment's changed weights, without a population and with one."""
    trial = _known(amendment.path, amendment.section)[0]
    found = list(at_once(measured, [Figure(amendment, at, is_weight=True, every=every) for at in range(len(trial.weights))]))
    yield from (_row(amendment, way, [each[way] for each in found]) for way in _weighing(amendment.path, amendment.section))


def measured(figure: Figure) -> dict[str, Measured]:
    """Return what becomes of the typing errors of one figure, by each way."""
    trial, ways = _known(figure.amendment.path, figure.amendment.section)
    entry = (trial.weights if figure.is_weight else trial.figures)[figure.at]
    ways = _weighing(figure.amendment.path, figure.amendment.section) if figure.is_weight else ways
    tallies = tallied(trial, entry, ways, figure.every)
    read = dict.fromkeys(ways, (0, 0)) if figure.is_weight else read_alike(trial, entry, ways, figure.every)
    return {way: Measured(is_total(entry), tallies[way], *read[way]) for way in ways}


def _row(amendment: Amendment, way: str, found: Sequence[Measured]) -> Row:
    totals, averages = (_together(each.tally for each in found if each.is_total is one) for one in (True, False))
    both = _together([totals, averages])
    return Row(amendment, way, len(found), totals, averages, both, sum(each.read for each in found), sum(each.alike for each in found))


def _together(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for each in tallies:
        total.add(each)
    return total


@cache
def _known(path: Path, section: str) -> tuple[Trial, dict[str, Way]]:
    """Return a trial and its ways: read once in each process."""
    trial = trial_of(path.read_text("utf-8"), section)
    return trial, ways_of(trial)


@cache
def _weighing(path: Path, section: str) -> dict[str, Way]:
    return weighing_ways_of(_known(path, section)[0])
