"""How well figures are tested: ``make bench-figures``.

Every single typing error in the figures of an amendment. What lies beside the project (``../shared``) is measured where it is there;
where it is missing that is said. Exits with 1 where anything is below its floor.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.figures_made.typos import EVERY_WEIGHT, WAYS, Tally, is_total, read_alike, tallied, trial_of

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"

TOTALS_CAUGHT, ALL_CAUGHT = 0.96, 0.83
"""The least share of typing errors told of: in totals, and in all of an amendment's figures."""
REPAIRS_RIGHT = 0.98


def main() -> int:
    """Print the tables; fail where anything is below its floor."""
    return int(not all([typing_errors()]))


def typing_errors() -> bool:
    """Measure the typing errors of each amendment, by each way to find relations."""
    print("| amendment | relations | figures | caught, by kind of error | totals caught | averages caught", end=" ")
    print("| all caught | asked | repairs right | CPU s |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    good = True
    for name, path, section in _amendments():
        trial = trial_of(path.read_text("utf-8"), section)
        for way, relations in WAYS.items():
            began = time.process_time()
            tallies = tallied(trial, trial.figures, relations)
            totals = _together(tallies[id(each)] for each in trial.figures if is_total(each))
            averages = _together(tallies[id(each)] for each in trial.figures if not is_total(each))
            both = _together([totals, averages])
            seconds = time.process_time() - began
            _row(name, way, len(trial.figures), totals, averages, both, seconds)
            read, alike = read_alike(trial, relations)
            if read != alike:
                print(f"{read - alike} of {read} errors are told of otherwise when their text is read.")
            good &= totals.share >= TOTALS_CAUGHT and both.share >= ALL_CAUGHT and read == alike
            good &= both.right >= REPAIRS_RIGHT * both.offered
            weights = _together(tallied(trial, trial.weights, relations, every=EVERY_WEIGHT).values())
            _row(f"{name}, weights", way, len(trial.weights), Tally(), Tally(), weights, 0.0)
    return good


def _amendments() -> Iterator[tuple[str, Path, str]]:
    yield "examples/andringar-2026", PROJECT / "examples" / "andringar-2026.md", "4.1"
    marked = SHARED / "material" / "andringar-2026" / "marked.txt"
    if marked.exists():
        yield "a real amendment", marked, "5.1"
    else:
        print("No real amendment beside the project (../shared): it was not measured.")


def _together(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for each in tallies:
        total.add(each)
    return total


def _row(name: str, way: str, figures: int, totals: Tally, averages: Tally, both: Tally, seconds: float) -> None:
    kinds = ", ".join(f"{kind} {both.caught_by_kind[kind]}/{both.by_kind[kind]}" for kind in both.by_kind)
    shares = " | ".join(f"{each.caught}/{each.seeded} ({each.share:.3f})" if each.seeded else "" for each in (totals, averages, both))
    print(f"| {name} | {way} | {figures} | {kinds} | {shares} | {both.asked} | {both.right}/{both.offered} | {seconds:.0f} |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
