"""Reports on disk: written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from lydelse.errors import UsageError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write a file so that whoever opens it finds either what stood there before or all of the new content.

    The content goes to a temporary file in the same folder, which then takes the name; text is written as UTF-8 with line feeds.

    Raises:
        UsageError: the folder does not exist or may not be written to.
    """
    data = content.encode() if isinstance(content, str) else content
    try:
        temporary = _written_beside(path, data)
    except OSError as problem:
        raise UsageError("error.output", file=str(path), why=problem.strerror or "") from problem
    try:
        temporary.replace(path)
    except OSError as problem:
        temporary.unlink()
        raise UsageError("error.output", file=str(path), why=problem.strerror or "") from problem


def _written_beside(path: Path, data: bytes) -> Path:
    import tempfile  # noqa: PLC0415 - most commands write no file, and it loads much

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        temporary.chmod(_mode_of(path))
    except BaseException:
        temporary.unlink()
        raise
    return temporary


def _mode_of(path: Path) -> int:
    """Return the permissions that the file has, or that a new file gets by the user's own mask."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
