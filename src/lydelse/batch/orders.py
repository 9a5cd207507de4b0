"""What is to be done: each piece of work by a name that says all that its outcome hangs on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from lydelse import __version__
from lydelse.batch.work import Manner, check_case, read_alone, review_in_force, review_pair
from lydelse.model.archive import Reading, Report
from lydelse.model.batch import Together
from lydelse.records import asdict, dataclass
from lydelse.workers import Limits, Running, start

PROGRAMS = ("soffice", "libreoffice", "tesseract")
"""Programs that decide what can be read at all: a file that was refused is tried again when one has been installed."""


KEPT_AS = 2
"""Which form what is kept of a document has: that of an earlier form is read anew."""
_STEPS: Mapping[Together | None, Callable[..., Any]] = {
    None: read_alone,
    Together.VERSIONS: review_pair,
    Together.IN_FORCE: review_in_force,
    Together.CASE: check_case,
}


@dataclass(frozen=True, slots=True)
class Order:
    """One document to read, or two to review together: their paths seen from the folder, in the order of ``Together``, and their hashes."""

    work: str
    paths: tuple[str, ...]
    hashes: tuple[str, ...]
    together: Together | None = None


Result = tuple[Reading, Report] | Report


def ordered(documents: tuple[tuple[str, str], ...], manner: Manner, together: Together | None = None) -> Order:
    """Return the order of some work.

    Args:
        documents: the path and the hash of one document, or of two.
        manner: how it is reviewed.
        together: as what two documents are reviewed.
    """
    paths, hashes = zip(*documents, strict=True)
    names = [Path(path).name for path in paths]
    said = json.dumps([__version__, KEPT_AS, _told(manner), [bool(shutil.which(each)) for each in PROGRAMS], names, hashes, together])
    return Order(sha256(said.encode()).hexdigest(), paths, hashes, together)


def begun(order: Order, folder: Path, manner: Manner, limits: Limits) -> Running[Any]:
    """Start the work of an order in a process of its own."""
    files = [folder / path for path in order.paths]
    return start(_STEPS[order.together], *files, manner, limits=limits)


def hashes_in(result: Result) -> tuple[str, ...]:
    """Return the hashes of the files as they were when they were read."""
    if isinstance(result, Report):
        told = json.loads(result.json)
        held = [told["document_in_force"]] if "document_in_force" in told else []
        sources = told["sources"] if "sources" in told else [each["source"] for each in told["minutes"]]
        return tuple(str(source["sha256"]) for source in (*held, *sources))
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
