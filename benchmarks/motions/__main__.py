"""Measure how many motions are read right: ``python -m benchmarks.motions``."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests"))

from support.motions import SETS, cases, clashes_of, is_right, pairs


def main() -> None:
    """Print a line for each set, and the motions that are read otherwise than a reader does."""
    for of in SETS:
        wrong = [case for case in cases(of) if not is_right(case)]
        sys.stdout.write(f"{of}: {len(cases(of)) - len(wrong)} of {len(cases(of))} right\n")
        sys.stdout.writelines(f"  {case.name}: {' '.join(case.text.split())}\n" for case in wrong)
    missed = [pair for pair in pairs() if clashes_of(pair) != ((pair.clash,) if pair.clash else ())]
    sys.stdout.write(f"pairs: {len(pairs()) - len(missed)} of {len(pairs())} right\n")
    sys.stdout.writelines(f"  {pair.name}: {pair.clash or 'no clash'}, found {clashes_of(pair)}\n" for pair in missed)


if __name__ == "__main__":
    main()
