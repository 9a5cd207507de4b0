"""How well and how fast two versions are compared: ``make bench-comparing``.

Documents made up and edited with known truth, a real document in two versions and four mixtures of formats, pairs of Word files
that others made, and the time that it takes as documents grow. What lies beside the project (``../shared``) is measured where it
is there; where it is missing that is said. Exits with 1 where anything is below its floor.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from benchmarks.comparisons.edited import Writer, in_lines
from benchmarks.comparisons.edits import KINDS
from benchmarks.comparisons.growing import amended, book_of
from benchmarks.comparisons.material import mixtures, same_text_changes
from benchmarks.comparisons.pairs import compared_pairs
from benchmarks.comparisons.same_text import pairs as same_text_pairs
from benchmarks.comparisons.scores import ASPECTS, Score, scored

from lydelse.differ import compare
from lydelse.extractors.written import written

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"
SEEDS = range(6)
PAGES = (25, 50, 100, 200, 400)

FLOORS = {"changes": 0.97, "moves": 0.95, "renumberings": 0.99, "rows": 0.97}
"""The least F1 of each aspect, for every kind of edited document."""
REPETITIVE = 0.95
"""The least F1 of repetitive clauses and schedules."""
LEAST_CHANGED_RIGHT, MOST_UNCHANGED_MARKED = 0.99, 0.01
SAME_TEXT = ((12, False), (13, True))
"""The seeds of the texts that several programs make, and whether they have footnotes."""
LEAST_QUIET = 0.97
"""The least share of pairs of files of one text between which nothing is said to change."""
STEEPEST = 2.5
"""How many times the time for a page at 50 pages it may take for a page at 400."""


def main() -> int:
    """Print the tables; fail where anything is below its floor."""
    return int(not all([edited(), material(), same_text(), pairs(), growth()]))


def edited() -> bool:
    """Measure the documents edited with known truth."""
    print("| edited documents | changes | moves | renumberings | rows and columns | proof |\n|---|---|---|---|---|---|")
    good = True
    for kind, make in KINDS.items():
        totals = dict.fromkeys(ASPECTS, Score(0, 0, 0))
        proven = True
        for seed in SEEDS:
            case = make(Writer(seed))
            comparison = compare(written(in_lines(case.before)), written(in_lines(case.after)))
            proven &= comparison.proof is not None and comparison.proof.holds
            totals = {aspect: totals[aspect] + score for aspect, score in scored(case.truth, comparison.changes).items()}
        print(f"| {kind} | {' | '.join(_shown(score) for score in totals.values())} | {'holds' if proven else 'FAILS'} |")
        floors = {aspect: REPETITIVE if "repetitive" in kind else floor for aspect, floor in FLOORS.items()}
        good &= proven and all(score.f1 is None or score.f1 >= floors[aspect] for aspect, score in totals.items())
    return good


def _shown(score: Score) -> str:
    return "–" if score.f1 is None else f"{score.f1:.3f} ({score.wanted})"


def material() -> bool:
    """Measure the real document."""
    folder = SHARED / "material" / "andringar-2026"
    if not folder.exists():
        print("\nNo real document beside the project (../shared): its mixtures of formats were not measured.")
        return True
    print("\n| before | after | changed words right | unchanged words marked | amounts | proof | CPU s |\n|---|---|---|---|---|---|---|")
    good = True
    for each in mixtures(folder):
        amounts = "the same" if each.same_amounts else "OTHERS"
        shares = f"{each.changed_right:.4f} | {each.unchanged_marked:.4f}"
        print(f"| {each.before} | {each.after} | {shares} | {amounts} | {'holds' if each.proof else 'FAILS'} | {each.seconds:.2f} |")
        good &= each.proof and each.same_amounts
        good &= each.changed_right >= LEAST_CHANGED_RIGHT and each.unchanged_marked <= MOST_UNCHANGED_MARKED
    same = same_text_changes(folder)
    print(f"\nThe same text by different producers, four pairs: {same} changes.")
    return good and not same


def same_text() -> bool:
    """Measure one text made by several programs, with footnotes and without."""
    print("\n| the same text | pairs of files | without a change | pairs, two columns apart | without a change |\n|---|---|---|---|---|")
    good = True
    for seed, notes in SAME_TEXT:
        found = list(same_text_pairs(seed, notes=notes))
        plain = [pair for pair in found if not any("two columns" in name for name in (pair.before, pair.after))]
        counts = [f"{len(several)} | {sum(not pair.changes for pair in several)}" for several in (found, plain)]
        print(f"| {'with' if notes else 'without'} footnotes | {' | '.join(counts)} |", flush=True)
        if "--verbose" in sys.argv:
            print("\n".join(f"{pair.before} / {pair.after}: {len(pair.changes)}" for pair in found if pair.changes))
        good &= sum(not pair.changes for pair in found) >= LEAST_QUIET * len(found)
    return good


def pairs() -> bool:
    """Measure the pairs of Word files."""
    folder = SHARED / "corpus" / "docx-pairs"
    if not folder.exists():
        print("\nNo pairs of Word files beside the project (../shared): they were not measured.")
        return True
    found = compared_pairs(folder)
    counts = ", ".join(f"{name} in {found.counts[name]}" for name in ("as many", "fewer", "more"))
    print(
        f"\nPairs of Word files: the proof holds in {found.proven} of {found.pairs}; {found.quiet} of {found.files} files do not differ",
        end="",
    )
    print(f" from themselves. Changes beside another tool's revisions: {counts}.")
    return found.proven == found.pairs and found.quiet == found.files


def growth() -> bool:
    """Measure the time as documents grow."""
    print("\n| pages | words | edited, CPU s | unrelated, CPU s |\n|---|---|---|---|")
    by_page: dict[int, float] = {}
    for pages in PAGES:
        book = book_of(1, pages)
        texts = [in_lines(each) for each in (book, amended(book), book_of(2, pages))]
        before = written(texts[0])
        times: list[float] = []
        for text in texts[1:]:
            document = written(text)
            began = time.process_time()
            compare(before, document)
            times.append(time.process_time() - began)
        by_page[pages] = times[0] / pages
        print(f"| {pages} | {len(texts[0].split())} | {' | '.join(f'{each:.2f}' for each in times)} |")
    return by_page[PAGES[-1]] <= STEEPEST * by_page[PAGES[1]]


if __name__ == "__main__":
    sys.exit(main())
