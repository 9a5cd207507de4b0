"""How documents that others made are read: ``make bench-reading``, where a folder of them lies beside the project.

Four measurements: marks drawn by others, tables made by others, marks seen where there are none, and our characters and strokes
against pdfplumber's. What is measured stands in the modules of ``benchmarks.corpus``, the figures in ``benchmarks/RESULTS.md``.
"""

from __future__ import annotations

import sys
import time

from benchmarks.corpus.cells import measure_cells
from benchmarks.corpus.folder import CORPUS
from benchmarks.corpus.oracle import measure_oracle
from benchmarks.corpus.strikes import measure_strikes
from benchmarks.corpus.unmarked import measure_unmarked

LEAST_STRUCK_F1 = 0.98
LEAST_CELLS_F1, LEAST_NEIGHBOURS_F1 = 0.96, 0.95
MOST_FALSE_IN_20_000 = 1.0
LEAST_EQUAL_CHARACTERS, LEAST_EQUAL_STROKES = 0.995, 0.98


def main() -> int:
    """Print the tables; fail where something is read worse than it must be."""
    if not CORPUS.is_dir():
        print("No documents made by others beside the project (../shared/corpus): not measured.")
        return 0
    began = time.perf_counter()
    struck = measure_strikes()
    cells, neighbours = measure_cells()
    unmarked = measure_unmarked()
    characters, strokes = measure_oracle()
    floors = {
        "struck words": struck.f1 >= LEAST_STRUCK_F1,
        "cells of tables": cells.f1 >= LEAST_CELLS_F1,
        "neighbours in tables": neighbours.f1 >= LEAST_NEIGHBOURS_F1,
        "false marks": max(each.in_20_000 for each in unmarked) <= MOST_FALSE_IN_20_000,
        "characters as pdfplumber has them": characters >= LEAST_EQUAL_CHARACTERS,
        "strokes as pdfplumber has them": strokes >= LEAST_EQUAL_STROKES,
    }
    for what in (each for each, holds in floors.items() if not holds):
        print(f"Worse than it must be: {what}")
    print(f"\n{time.perf_counter() - began:.0f} seconds")
    return int(not all(floors.values()))


if __name__ == "__main__":
    sys.exit(main())
