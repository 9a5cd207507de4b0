"""How long whole runs take and how much memory, as documents grow: ``make bench``.

A book in two versions and as a redline, as PDF (drawn as Word draws) and as Word, is read, compared, checked and reviewed, each time
by a new process; beside it stands, in the same run, what a user would take instead. The machine's own speed drops out of the ratios.
``--quick`` takes the short documents only, once each.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.comparisons.growing import WORDS_OF_A_PAGE
from benchmarks.timing.documents import Files, files_of
from benchmarks.timing.runs import LYDELSE, OBJECTS, PLAIN, PYTHON, WORDS, Cost, cost_of

PAGES = (13, 50, 200, 800)
SHORT = 50
"""Documents of at most so many pages are measured several times, and are the only ones of a quick run."""
RUNS = 3


def main() -> int:
    """Print the tables."""
    quick = "--quick" in sys.argv[1:]
    runs = 1 if quick else RUNS
    print(f"A page is {WORDS_OF_A_PAGE} words. Seconds are those of the processor, the clock's in brackets; the cheapest of {runs}")
    print(f"where a document has at most {SHORT} pages, of one run elsewhere.\n")
    starting()
    sizes = [pages for pages in PAGES if not quick or pages <= SHORT]
    costs = {
        (pages, suffix): _costs(files_of(pages, suffix), runs if pages <= SHORT else 1) for suffix in (".pdf", ".docx") for pages in sizes
    }
    ours(costs)
    beside(costs)
    return 0


def starting() -> None:
    """Print what it takes to begin."""
    print("| to begin | s | MB |\n|---|---|---|")
    for name, command in (
        ("an empty Python program", (*PYTHON, "")),
        ("`--version`", (*LYDELSE, "--version")),
        ("`--help`", (*LYDELSE, "--help")),
    ):
        cost = cost_of(command, RUNS)
        print(f"| {name} | {_seconds(cost)} | {cost.memory:.0f} |")


def ours(costs: Mapping[tuple[int, str], Mapping[str, Cost]]) -> None:
    """Print what our own commands take."""
    commands = ("extract", "compare", "check", "review")
    print(f"\n| pages | format | {' | '.join(commands)} | pages/s, extract | pages/s, review | MB at most |")
    print("|---|---|---|---|---|---|---|---|---|")
    for (pages, suffix), each in costs.items():
        shown = " | ".join(_seconds(each[name]) for name in commands)
        rates = " | ".join(f"{pages / each[name].wall:.1f}" for name in ("extract", "review"))
        print(f"| {pages} | {suffix[1:]} | {shown} | {rates} | {max(each[name].memory for name in commands):.0f} |")


def beside(costs: Mapping[tuple[int, str], Mapping[str, Cost]]) -> None:
    """Print what reading takes as a multiple of what a user would take instead."""
    print("\n| pages | format | instead | s | MB | `extract` as a multiple, s | MB |\n|---|---|---|---|---|---|---|")
    for (pages, suffix), each in costs.items():
        own = each["extract"]
        for name, cost in each.items():
            if name in {"pdfplumber, objects", "pdfplumber, words", "pdftotext -bbox", "python-docx"}:
                multiples = f"{own.cpu / cost.cpu:.2f} | {own.memory / cost.memory:.2f}"
                print(f"| {pages} | {suffix[1:]} | {name} | {_seconds(cost)} | {cost.memory:.0f} | {multiples} |")


def _costs(files: Files, times: int) -> dict[str, Cost]:
    """Run every command on a book, the others' in between, so that all have the same machine."""
    commands: dict[str, tuple[str | Path, ...]] = {
        "extract": (*LYDELSE, "extract", files.redline, "--format", "json"),
        **_instead(files),
        "compare": (*LYDELSE, "compare", files.before, files.after),
        "check": (*LYDELSE, "check", files.after),
        "review": (*LYDELSE, "review", files.redline),
    }
    return {name: cost_of(command, times) for name, command in commands.items()}


def _instead(files: Files) -> dict[str, tuple[str | Path, ...]]:
    """Return what reads the same file otherwise; Poppler only where it is installed."""
    if files.redline.suffix == ".docx":
        return {"python-docx": (*PYTHON, PLAIN, files.redline)}
    poppler = shutil.which("pdftotext")
    return {
        "pdfplumber, objects": (*PYTHON, OBJECTS, files.redline),
        "pdfplumber, words": (*PYTHON, WORDS, files.redline),
        **({"pdftotext -bbox": (poppler, "-bbox", files.redline, "/dev/null")} if poppler else {}),
    }


def _seconds(cost: Cost) -> str:
    return f"{cost.cpu:.2f} ({cost.wall:.2f})"


if __name__ == "__main__":
    sys.exit(main())
