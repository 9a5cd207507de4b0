"""How well figures are tested: ``make bench-figures``.

Every single typing error in the figures of an amendment; made documents of five domains with seeded faults, and clean; sums found in
spreadsheets that others annotated; the time that it takes as documents grow. What lies beside the project (``../shared``) is measured
where it is there; where it is missing that is said. Exits with 1 where anything is below its floor.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.figures_made.book import book
from benchmarks.figures_made.seeded import FORMS, Scores, scores
from benchmarks.figures_made.spreadsheets import found_sums
from benchmarks.figures_made.typos import EVERY_WEIGHT, WAYS, Tally, is_total, read_alike, tallied, trial_of

from lydelse.calculation import infer
from lydelse.differ import compare_marked
from lydelse.extractors.written import written

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"

TOTALS_CAUGHT, ALL_CAUGHT = 0.96, 0.83
"""The least share of typing errors told of: in totals, and in all of an amendment's figures."""
REPAIRS_RIGHT = 0.98
SEEDS = range(8)
SENSITIVITY, FALSE_PER_100_PAGES = 0.97, 1.0
"""The least share of seeded faults told of in a redline or a pair, and the most errors and warnings on clean documents."""
SUMS_RIGHT = 0.95
"""The least share of the sums found whose total is annotated as one."""
MOST_SECONDS = 20.0
"""The most CPU seconds to find and test the relations of 200 pages with 3 000 figures."""


def main() -> int:
    """Print the tables; fail where anything is below its floor."""
    return int(not all([typing_errors(), seeded_faults(), spreadsheets(), growth()]))


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


def seeded_faults() -> bool:
    """Measure the seeded faults by code and form, and the false alarms on clean documents."""
    result = scores(SEEDS)
    print(f"\n| fault | {' | '.join(f'{form}: by its code, by any' for form in FORMS)} |\n|---|{'---|' * len(FORMS)}")
    for code in sorted({code for code, _ in result.seeded}):
        cells = [_told(result, (code, form)) for form in FORMS]
        print(f"| {code} | {' | '.join(cells)} |")
    two_versions = [key for key in result.seeded if key[1] != "single"]
    share = sum(result.told_at_all[key] for key in two_versions) / sum(result.seeded[key] for key in two_versions)
    rate = 100 * sum(result.false.values()) / result.pages
    alarms = ", ".join(f"{code} {severity} {count}" for (code, severity), count in sorted(result.false.items())) or "none"
    print(f"\nTold of in two versions: {share:.3f}. Clean: {result.documents} documents, {result.pages:.0f} pages;", end=" ")
    print(f"errors and warnings: {alarms} ({rate:.1f} for each 100 pages).")
    return share >= SENSITIVITY and rate <= FALSE_PER_100_PAGES


def _told(result: Scores, key: tuple[str, str]) -> str:
    return f"{result.told[key]}, {result.told_at_all[key]} of {result.seeded[key]}" if key in result.seeded else ""


def spreadsheets() -> bool:
    """Measure the sums found in tables that others annotated."""
    folder = SHARED / "corpus" / "tables-with-sums"
    if not folder.exists():
        print("\nNo annotated spreadsheets beside the project (../shared): they were not measured.")
        return True
    found = found_sums(folder)
    print(f"\nSpreadsheets: {found.tables} tables ({found.left_out} longer ones left out), {found.annotated} annotated sums;", end=" ")
    print(f"{found.found} found, {found.same_total} of them totals that are annotated, {found.right} with the very parts:", end=" ")
    precision, by_total, recall = found.right / found.found, found.same_total / found.found, found.right / found.annotated
    print(f"precision {precision:.3f} ({by_total:.3f} by total), recall {recall:.3f}.")
    return found.same_total >= SUMS_RIGHT * found.found


def growth() -> bool:
    """Measure the time to find and test relations as documents grow."""
    print("\n| pages | figures | relations | compared, CPU s | relations, CPU s | searches stopped |\n|---|---|---|---|---|---|")
    seconds = 0.0
    for pages in (50, 100, 200):
        began = time.process_time()
        comparison = compare_marked(written(book(pages)))
        compared = time.process_time()
        calculation = infer(comparison)
        seconds = time.process_time() - compared
        figures, stopped = len(comparison.entries), len(calculation.stopped)
        print(f"| {pages} | {figures} | {len(calculation.relations)} | {compared - began:.1f} | {seconds:.1f} | {stopped} |", flush=True)
    return seconds <= MOST_SECONDS


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
