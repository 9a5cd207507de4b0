"""How minutes of many layouts are read: ``python -m benchmarks.minutes_layouts [--unseen] [--show] [--keep FOLDER] [NAME ...]``.

Each layout is one paper set by one producer, read, and held against what it was made of: right, read and true values for each layout, and
precision and recall for each field. ``--unseen`` takes the layouts that nothing was adjusted to.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Sequence
from pathlib import Path

from benchmarks.minutes import FIELDS, figures, score
from benchmarks.minutes_layouts.layouts import LAYOUTS, Layout
from benchmarks.minutes_layouts.setting import PRODUCERS
from benchmarks.minutes_layouts.unseen import UNSEEN

from lydelse.extractors import read
from lydelse.extractors.minutes import minutes_of, vocabulary


def main(arguments: Sequence[str]) -> int:
    """Print a line for each layout and one for each field."""
    chosen = UNSEEN if "--unseen" in arguments else LAYOUTS
    named = [layout for layout in chosen if layout.name in arguments] or list(chosen)
    total: dict[str, Counter[str]] = defaultdict(Counter)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(arguments[arguments.index("--keep") + 1]) if "--keep" in arguments else Path(temporary)
        folder.mkdir(exist_ok=True)
        print(f"{'layout':18}{'producer':14}{'true':>6}{'precision / recall':>22}")
        for layout, path in _written(named, folder):
            mine: dict[str, Counter[str]] = defaultdict(Counter)
            score(layout.paper, minutes_of(read(path), vocabulary()), mine, shown=layout.name if "--show" in arguments else "")
            whole = sum(mine.values(), Counter[str]())
            print(f"{layout.name:18}{layout.producer:14}{whole['true']:>6}{figures(whole):>22}")
            for field in FIELDS:
                total[field].update(mine[field])
    for field in FIELDS:
        print(f"{field:18}{'':14}{total[field]['true']:>6}{figures(total[field]):>22}")
    whole = sum(total.values(), Counter[str]())
    print(f"{'all':18}{'':14}{whole['true']:>6}{figures(whole):>22}")
    return 0


def _written(layouts: Sequence[Layout], folder: Path) -> list[tuple[Layout, Path]]:
    orders = [(layout, folder / f"{layout.name}{PRODUCERS[layout.producer][0]}") for layout in layouts]
    for name, (_, write) in PRODUCERS.items():
        mine = [order for order in orders if order[0].producer == name]
        if mine:
            write(mine)
    return [order for order in orders if order[1].exists()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
