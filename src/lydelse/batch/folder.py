"""What stands in a folder: files that are read, and what is passed over, with the reason."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator
from hashlib import file_digest
from pathlib import Path

from lydelse.errors import UsageError
from lydelse.model.message import Message
from lydelse.records import dataclass

READ = frozenset({".pdf", ".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".txt", ".md"})
"""Endings of the names of files that are read; what a file is is told from its content when it is."""
TEMPORARY = (".tmp", ".temp", ".part", ".partial", ".crdownload", ".download", ".swp", ".lock")
OF_THE_SYSTEM = frozenset({"thumbs.db", "desktop.ini"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file or a folder in the folder. ``path`` is seen from there; ``skipped`` is why it is not read, None where it is."""

    path: str
    skipped: Message | None = None


def found_in(folder: Path, apart_from: Collection[Path] = ()) -> tuple[Found, ...]:
    """Return every file below a folder, in the order of their paths; a folder that is passed over stands for all that is in it.

    Args:
        folder: where to look.
        apart_from: files and folders that are the program's own, and are not told.

    Raises:
        UsageError: there is no such folder, or it may not be looked into.
    """
    own = {path.resolve() for path in apart_from}
    try:
        return tuple(sorted(_below(folder, folder, own), key=lambda found: found.path))
    except OSError as problem:
        raise UsageError("batch.folder", folder=str(folder), why=problem.strerror or "") from problem


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's content, in hexadecimal.

    Raises:
        OSError: the file cannot be opened.
    """
    with path.open("rb") as content:
        return file_digest(content, "sha256").hexdigest()


def _below(folder: Path, top: Path, own: Collection[Path]) -> Iterator[Found]:
    for entry in os.scandir(folder):
        path = Path(entry.path)
        if path.resolve() in own:
            continue
        if entry.is_dir(follow_symlinks=False) and not _is_passed_over(entry.name):
            try:
                yield from _below(path, top, own)
            except PermissionError:
                yield Found(_seen_from(top, path), Message("batch.skipped.closed"))
        else:
            shown = _seen_from(top, path)
            yield Found(shown, _why_skipped(entry) if shown == path.relative_to(top).as_posix() else Message("batch.skipped.name"))


def _why_skipped(entry: os.DirEntry[str]) -> Message | None:
    if entry.is_dir():
        linked = entry.is_symlink()
        count = 0 if linked else sum(len(files) for _, _, files in os.walk(entry.path))
        return Message("batch.skipped.linked") if linked else Message("batch.skipped.hidden-folder", {"count": count})
    if _is_passed_over(entry.name):
        return Message("batch.skipped.hidden")
    if not entry.is_file() and not entry.is_symlink():
        return Message("batch.skipped.no-file")
    suffix = Path(entry.name).suffix.lower()
    return None if suffix in READ else Message("batch.skipped.kind", {"suffix": suffix or "–"})


def _is_passed_over(name: str) -> bool:
    """Tell whether a name is that of something hidden, of the system or of a program that is writing."""
    return name.startswith((".", "~")) or name.lower().endswith(TEMPORARY) or name.lower() in OF_THE_SYSTEM


def _seen_from(top: Path, path: Path) -> str:
    """Return a path as text; what is no text in it, as names of old systems have, is written in figures."""
    return path.relative_to(top).as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
