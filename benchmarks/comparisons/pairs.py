"""Pairs of Word files that others made, beside the project: the proof must hold, and no file differs from itself."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from lydelse.differ import compare
from lydelse.extractors import read


@dataclass
class Pairs:
    """How the pairs came out; ``fewer`` and ``more`` count those with another number of changes than the other tool's revisions."""

    pairs: int = 0
    proven: int = 0
    files: int = 0
    quiet: int = 0
    counts: Counter[str] = field(default_factory=Counter)


def compared_pairs(folder: Path) -> Pairs:
    """Compare every pair, and every file with itself."""
    found = Pairs()
    with (folder / "pairs.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    documents = {name: read(folder / name) for name in sorted({row[side] for row in rows for side in ("before", "after")})}
    for row in rows:
        comparison = compare(documents[row["before"]], documents[row["after"]])
        found.pairs += 1
        found.proven += bool(comparison.proof and comparison.proof.holds)
        other = int(row["revisions_by_another_tool"])
        found.counts["fewer" if len(comparison.changes) < other else "more" if len(comparison.changes) > other else "as many"] += 1
    for document in documents.values():
        comparison = compare(document, document)
        found.files += 1
        found.quiet += not comparison.changes and bool(comparison.proof and comparison.proof.holds)
    return found
