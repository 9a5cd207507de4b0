"""The folder where the files of visitors lie while the page is open: readable for this user alone, and removed at the end."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "lydelse-sida-"
ABANDONED_AFTER = 600.0
"""Seconds after which a folder that no page touches any more is that of one that was killed; each touches its own every minute."""


@contextmanager
def own_folder() -> Iterator[Path]:
    """Give an empty folder, and remove it and all in it afterwards; what pages that were killed have left behind is removed first."""
    remove_abandoned(Path(tempfile.gettempdir()), time.time())
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))  # mkdtemp gives it to this user alone
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def touched(folder: Path) -> None:
    """Show that the page whose folder it is still answers."""
    os.utime(folder)


def remove_abandoned(among: Path, now: float) -> None:
    """Remove the folders of this user's pages that are no longer open."""
    for folder in among.glob(f"{PREFIX}*"):
        with suppress(OSError):  # another user's, or gone meanwhile
            about = folder.lstat()
            if folder.is_dir() and not folder.is_symlink() and _is_own(about) and now - about.st_mtime > ABANDONED_AFTER:
                shutil.rmtree(folder, ignore_errors=True)


def _is_own(about: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or about.st_uid == os.getuid()
