"""Folders in which a file is being converted: what remains of them when the process is ended before it can remove them itself."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

ROUNDS, PAUSE = 50, 0.1
"""How often a folder is removed, and the seconds between: a program that has been ended writes in it until the system has ended it."""

_in_use: set[str] = set()


@contextmanager
def working_folder() -> Iterator[Path]:
    """Give a folder that is gone when the block is left; a program that is ended may still be writing in it."""
    folder = mkdtemp(prefix="lydelse-")
    _in_use.add(folder)
    try:
        yield Path(folder)
    finally:
        _remove(folder)
        _in_use.discard(folder)


def remove_left_behind() -> None:
    """Remove the folders that are in use: for a process that is about to be ended, with all that it has started ended already."""
    for folder in tuple(_in_use):
        _remove(folder)


def _remove(folder: str) -> None:
    for at in range(ROUNDS):
        shutil.rmtree(folder, ignore_errors=True)
        if not Path(folder).exists():
            return
        time.sleep(PAUSE if at else 0)
