"""Folders in which a file is being converted: what remains of them when the process is ended before it can remove them itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

_in_use: set[str] = set()


@contextmanager
def working_folder() -> Iterator[Path]:
    """Give a folder that is gone when the block is left; a program that is ended may still be writing in it."""
    with TemporaryDirectory(prefix="lydelse-", ignore_cleanup_errors=True) as folder:
        _in_use.add(folder)
        try:
            yield Path(folder)
        finally:
            _in_use.discard(folder)


def remove_left_behind() -> None:
    """Remove the folders that are in use: for a process that is about to be ended, with all that it has started ended already."""
    for folder in tuple(_in_use):
        shutil.rmtree(folder, ignore_errors=True)
