"""How long whole runs take and how much memory, as documents grow: ``make bench``.

A book in two versions and as a redline, as PDF (drawn as Word draws) and as Word, is read, compared, checked and reviewed, each time
by a new process; beside it stands, in the same run, what a user would take instead. The machine's own speed drops out of the ratios.
``--quick`` takes the short documents only, once each, ``--only docx`` or ``--only pdf`` those of one format. What compares Word files
otherwise is measured where it is installed (``benchmarks/timing/others.txt``).
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from benchmarks.comparisons.growing import WORDS_OF_A_PAGE
from benchmarks.timing.documents import Files, files_of
from benchmarks.timing.instead import INSTEAD_OF, instead
from benchmarks.timing.runs import LYDELSE, PYTHON, Cost, cost_of

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
    only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
    suffixes = [suffix for suffix in (".pdf", ".docx") if suffix[1:].startswith(only)]
    costs = {(pages, suffix): _costs(files_of(pages, suffix), runs if pages <= SHORT else 1) for suffix in suffixes for pages in sizes}
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
    """Print what reading and comparing take as a multiple of what a user would take instead."""
    print("\n| pages | format | instead | s | MB | ours | as a multiple, s | by the clock | MB |\n|---|---|---|---|---|---|---|---|---|")
    for (pages, suffix), each in costs.items():
        for name, ours_is in INSTEAD_OF.items():
            if name in each:
                cost, own = each[name], each[ours_is]
                multiples = [f"{mine / theirs:.2f}" for mine, theirs in zip(own[:3], cost[:3], strict=True)]
                shown = multiples if cost.ended else [f"< {each}" for each in multiples[:2]] + multiples[2:]
                seconds, least = _seconds(cost), "" if cost.ended else "more than "
                print(f"| {pages} | {suffix[1:]} | {name} | {least}{seconds} | {cost.memory:.0f} | `{ours_is}` | {' | '.join(shown)} |")


def _costs(files: Files, times: int) -> dict[str, Cost]:
    """Run every command on a book, the others' in between, so that all have the same machine."""
    ours = (*LYDELSE, "--max-seconds", "36000")  # a machine that does much else must not end the longest
    commands: dict[str, tuple[str | Path, ...]] = {
        "extract": (*ours, "extract", files.redline, "--format", "json"),
        "compare": (*ours, "compare", files.before, files.after),
        **instead(files),
        "check": (*ours, "check", files.after),
        "review": (*ours, "review", files.redline),
    }
    costs: dict[str, Cost] = {}
    for name, command in commands.items():
        costs[name] = cost_of(command, times)
        print(f"{files.redline.name} {name}: {_seconds(costs[name])}", file=sys.stderr, flush=True)
    return costs


def _seconds(cost: Cost) -> str:
    return f"{cost.cpu:.2f} ({cost.wall:.2f})"


if __name__ == "__main__":
    sys.exit(main())
