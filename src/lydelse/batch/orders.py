"""What is to be done: each piece of work by a name that says all that its outcome hangs on."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from lydelse import __version__
from lydelse.batch.work import Manner, read_alone, review_pair
from lydelse.model.archive import Reading, Report
from lydelse.workers import Limits, Running, start

PROGRAMS = ("soffice", "libreoffice", "tesseract")
"""Programs that decide what can be read at all: a file that was refused is tried again when one has been installed."""


@dataclass(frozen=True, slots=True)
class Order:
    """One document to read, or two versions to review: their paths seen from the folder, the earlier first, and their hashes."""

    work: str
    paths: tuple[str, ...]
    hashes: tuple[str, ...]


Result = tuple[Reading, Report] | Report


def ordered(documents: tuple[tuple[str, str], ...], manner: Manner) -> Order:
    """Return the order of some work.

    Args:
        documents: the path and the hash of one document, or of two.
        manner: how it is reviewed.
    """
    paths, hashes = zip(*documents, strict=True)
    names = [Path(path).name for path in paths]
    said = json.dumps([__version__, _told(manner), [bool(shutil.which(each)) for each in PROGRAMS], names, hashes])
    return Order(sha256(said.encode()).hexdigest(), paths, hashes)


def begun(order: Order, folder: Path, manner: Manner, limits: Limits) -> Running[Any]:
    """Start the work of an order in a process of its own."""
    files = [folder / path for path in order.paths]
    return start(read_alone if len(files) == 1 else review_pair, *files, manner, limits=limits)


def hashes_in(result: Result) -> tuple[str, ...]:
    """Return the hashes of the files as they were when they were read."""
    if isinstance(result, Report):
        return tuple(str(source["sha256"]) for source in json.loads(result.json)["sources"])
    reading, _ = result
    return (reading.described.sha256,)


def _told(manner: Manner) -> dict[str, Any]:
    """Return what a manner asks for, in values that are written alike each time; a model is told by its content."""
    wishes = manner.wishes
    return {
        "language": manner.language,
        "select": sorted(wishes.select),
        "ignore": sorted(wishes.ignore),
        "password": wishes.password,
        "model": sha256(wishes.model.read_bytes()).hexdigest() if wishes.model else None,
        "case": asdict(wishes.case),
    }
