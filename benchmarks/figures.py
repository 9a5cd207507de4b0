"""How well figures are tested: ``make bench-figures``.

Every single typing error in the figures of an amendment; made documents of five domains with seeded faults, and clean; sums found in
spreadsheets that others annotated; the time that it takes as documents grow. What lies beside the project (``../shared``) is measured
where it is there; where it is missing that is said. ``--quick`` tries a tenth. Exits with 1 where anything is below its floor.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from pathlib import Path

from benchmarks.figures_made.amendments import Amendment, Row, rows, weight_rows
from benchmarks.figures_made.book import book
from benchmarks.figures_made.domains import DOMAINS
from benchmarks.figures_made.seeded import FORMS, Scores, scores_of
from benchmarks.figures_made.spreadsheets import found_sums

from lydelse.calculation import infer
from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.records import replace

PROJECT = Path(__file__).resolve().parent.parent
SHARED = PROJECT.parent / "shared"

TOTALS_CAUGHT, ALL_CAUGHT, DECLARED_CAUGHT = 0.96, 0.83, 0.95
"""The least share of typing errors told of: in totals, in all of an amendment's figures, and with head counts and indices declared."""
OF_A_SAMPLE = 0.03
"""By how much the shares of a sample may lie below those of all typing errors."""
EVERY_WEIGHT = 10
"""Of so many typing errors in weights one is tried: nothing that an amendment says alone tells of any."""
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
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, metavar="N", help="try every so manieth typing error")
    parser.add_argument("--quick", action="store_true", help="every tenth typing error, two documents of each domain")
    options = parser.parse_args()
    quick = options.quick
    with ProcessPoolExecutor(os.cpu_count()) as processes:
        measures = [
            typing_errors(10 if quick else options.every, processes),
            seeded_faults(range(2) if quick else SEEDS, processes),
            spreadsheets(),
            growth(),
        ]
    return int(not all(measures))


def typing_errors(every: int, processes: Executor) -> bool:
    """Measure the typing errors of each amendment, by each way to find relations; then those in its weights."""
    print("| amendment | relations | figures | caught, by kind of error | totals caught | averages caught", end=" ")
    print("| all caught | asked | repairs right |")
    print("|---|---|---|---|---|---|---|---|---|")
    good = True
    for amendment in _amendments(every):
        for row in rows(amendment, processes.map):
            _print(row)
            least = DECLARED_CAUGHT if row.way == "and declared" else ALL_CAUGHT
            slack = OF_A_SAMPLE if amendment.every > 1 else 0
            good &= row.totals.share >= TOTALS_CAUGHT - slack and row.all.share >= least - slack and row.read == row.alike
            good &= row.all.right >= REPAIRS_RIGHT * row.all.offered
        for row in weight_rows(amendment, EVERY_WEIGHT * amendment.every, processes.map):
            _print(row, "weights ")
            good &= row.all.right >= REPAIRS_RIGHT * row.all.offered
    return good


def seeded_faults(seeds: range, processes: Executor) -> bool:
    """Measure the seeded faults by code and form, and the false alarms on clean documents."""
    result = Scores()
    documents = [(domain, seed) for domain in DOMAINS for seed in seeds]
    for each in processes.map(scores_of, *zip(*documents, strict=True)):
        result.add(each)
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


def _amendments(every: int) -> Iterator[Amendment]:
    """Yield the amendments; where the real one is here, of the example, which has the same figures, every tenth typing error."""
    example = Amendment("examples/andringar-2026", PROJECT / "examples" / "andringar-2026.md", "4.1", every)
    marked = SHARED / "material" / "andringar-2026" / "marked.txt"
    if marked.exists():
        yield Amendment("a real amendment", marked, "5.1", every)
        yield replace(example, every=10 * every)
    else:
        print("No real amendment beside the project (../shared): it was not measured.")
        yield example


def _print(row: Row, what: str = "") -> None:
    kinds = ", ".join(f"{kind} {row.all.caught_by_kind[kind]}/{row.all.by_kind[kind]}" for kind in row.all.by_kind)
    shares = " | ".join(
        f"{each.caught}/{each.seeded} ({each.share:.3f})" if each.seeded else "" for each in (row.totals, row.averages, row.all)
    )
    name = row.amendment.name + (f" (every {row.amendment.every}th)" if row.amendment.every > 1 else "")
    print(
        f"| {name} | {what}{row.way} | {row.figures} | {kinds} | {shares} | {row.all.asked} | {row.all.right}/{row.all.offered} |",
        flush=True,
    )
    if row.read != row.alike:
        print(f"{row.read - row.alike} of {row.read} errors are told of otherwise when their text is read.")


if __name__ == "__main__":
    sys.exit(main())
