"""When a folder is to be reviewed again: when its files have changed, and have then stood still."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator
from pathlib import Path

from watchfiles import watch

Seen = dict[str, tuple[int, int]]
"""The size and the time of the last change of each file, by its path."""

LOOKED_AGAIN_AFTER = 60_000
"""Milliseconds after which a folder is looked through though nothing has been told: network drives tell nothing of what others do."""


def runs_asked_for(folder: Path, own: Collection[Path], settled: float) -> Iterator[None]:
    """Yield at once, and then whenever files of a folder have arrived, changed or gone and none has changed for a while; until interrupted.

    Args:
        folder: where files arrive.
        own: what the runs themselves write.
        settled: for how many seconds every file must have stood unchanged.
    """
    kept_out = tuple(path.resolve() for path in own)
    told = watch(folder, watch_filter=None, rust_timeout=LOOKED_AGAIN_AFTER, yield_on_timeout=True, raise_interrupt=True)
    reviewed: Seen | None = None
    while True:
        seen = _still(folder, kept_out, settled)
        if seen == reviewed:  # also what arrived during the run has been looked for
            next(told)
        else:
            reviewed = seen
            yield


def _still(folder: Path, own: Collection[Path], settled: float) -> Seen:
    """Wait until no file changes any more: one that is being copied grows."""
    seen = _seen(folder, own)
    while True:
        time.sleep(settled)
        now = _seen(folder, own)
        if now == seen:
            return now
        seen = now


def _seen(folder: Path, own: Collection[Path]) -> Seen:
    seen: Seen = {}
    for top, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if Path(top, name).resolve() not in own]
        for name in files:
            path = Path(top, name)
            if path.resolve() in own:
                continue
            try:
                stat = path.stat()
            except OSError:
                continue  # it has gone again
            seen[str(path)] = (stat.st_size, stat.st_mtime_ns)
    return seen
