"""How well marks and amounts are read: ``make bench-reading``.

The examples are read as PDF and as Word and held against the lines of text that they were made from. Where a folder of further
documents with known truth lies beside the project (``../shared``), its own scorer is run on them too; where it is missing that is said.
"""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.agreement import agreement

from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.model.document import Document
from lydelse.model.quantity import Entry, Status
from lydelse.model.text import Mark

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
FURTHER = ROOT.parent / "shared" / "tools" / "measure_reading.py"
COMMAND = [str(Path(sys.executable).parent / "lydelse"), "extract", "--format", "json"]
LEAST_F1 = 0.99


@dataclass(frozen=True)
class Score:
    """How one file was read, against its truth."""

    struck: float
    inserted: float
    text: float
    amounts: str
    seconds: float


def main() -> int:
    """Print the tables; fail where an example is read worse than it must be."""
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}\n")
    truth = written((EXAMPLES / "andringar-2026.md").read_text("utf-8"))
    print(f"{'file':22} {'struck F1':>9} {'insert F1':>9} {'text':>7} {'amounts':>9} {'seconds':>8}")
    scores = [score(EXAMPLES / name, truth) for name in ("andringar-2026.pdf", "andringar-2026.docx")]
    print()
    if FURTHER.exists():
        subprocess.run([sys.executable, str(FURTHER), *COMMAND], check=True)
    else:
        print("No further documents beside the project (../shared): only the examples were measured.")
    return int(any(min(each.struck, each.inserted, each.text) < LEAST_F1 for each in scores))


def score(path: Path, truth: Document) -> Score:
    """Read one file as a whole process, print its line, and return its score."""
    began = time.perf_counter()
    read = json.loads(subprocess.run([*COMMAND, str(path)], capture_output=True, text=True, check=True).stdout)
    seconds = time.perf_counter() - began
    expected = [(char, run.mark) for p in truth.paragraphs for run in p.runs for char in run.text]
    found = [(char, Mark(run["status"])) for section in read["sections"] for run in runs_of(section) for char in run["text"]]
    read_as = agreement(found, expected)
    hit, wanted = amounts_found(read["amounts"], compare_marked(truth).entries)
    result = Score(read_as.struck.f1, read_as.inserted.f1, read_as.text.recall, f"{hit}/{wanted}", seconds)
    print(f"{path.name:22} {result.struck:9.4f} {result.inserted:9.4f} {result.text:7.4f} {result.amounts:>9} {seconds:8.2f}")
    return result


def runs_of(section: dict[str, Any]) -> list[dict[str, str]]:
    """Return every run of a section of the JSON, those of its tables included."""
    runs: list[dict[str, str]] = []
    for block in section["blocks"]:
        holders = [cell for row in block["rows"] for cell in row] if "rows" in block else [block]
        runs.extend(run for holder in holders for run in holder["runs"])
    return runs


def amounts_found(read: list[dict[str, str | None]], expected: tuple[Entry, ...]) -> tuple[int, int]:
    """Return how many of the changed amounts were read with both their values, and how many there are."""
    wanted = [(str(e.before.value), str(e.after.value)) for e in expected if e.status is Status.CHANGED and e.before and e.after]
    have = [(each["before"], each["after"]) for each in read]
    return sum(pair in have for pair in wanted), len(wanted)


if __name__ == "__main__":
    sys.exit(main())
