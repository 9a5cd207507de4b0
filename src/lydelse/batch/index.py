"""The index of a folder, made of what the archive holds."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from lydelse.archive import Archive
from lydelse.batch.orders import Order
from lydelse.errors import UnreadableFileError
from lydelse.model.batch import Batch, Doubt, FileTold, FindingTold, ReviewTold
from lydelse.model.finding import Severity
from lydelse.patterns import compiled

Known = Mapping[tuple[str, ...], frozenset[str]]
"""The ids of the findings that an earlier index told, by the documents that they are about."""

REPORTS = "handlingar"
"""The folder of the reports, beside the index."""
LONGEST_NAME = 80
_NO_LETTERS = compiled(r"[^\w.-]+")


def index_of(
    folder: str, files: tuple[FileTold, ...], works: Sequence[Order], archive: Archive, doubts: Iterable[Doubt], known: Known | None
) -> Batch:
    """Return what an index says.

    Args:
        folder: the folder's name.
        files: what became of every file.
        works: the work behind each report.
        archive: where the reports are.
        doubts: the pairs that were not reviewed as such.
        known: what an earlier index told, None where none is given.
    """
    kinds = {file.path: file.described.kind if file.described.redline == "none" else "redline" for file in files if file.described}
    reviews = tuple(_review(order, archive, kinds, known or {}) for order in works)
    found = {(review.documents, str(each.told["id"])) for review in reviews for each in review.findings}
    gone = sum((documents, id_) not in found for documents, ids in (known or {}).items() for id_ in ids)
    in_order = tuple(sorted(doubts, key=lambda doubt: (doubt.before, doubt.after)))
    return Batch(folder, files, reviews, in_order, since=known is not None, gone=gone)


def report_name(order: Order) -> str:
    """Return the path of a report seen from the index: readable, and another for each document or pair."""
    stem = _NO_LETTERS.sub("-", PurePosixPath(order.paths[-1]).name)[:LONGEST_NAME]
    return f"{REPORTS}/{stem}-{sha256(chr(0).join(order.paths).encode()).hexdigest()[:8]}.html"


def known_in(file: Path) -> Known:
    """Return what an earlier index told.

    Raises:
        UnreadableFileError: the file is not there, or is no index.
    """
    try:
        index = json.loads(file.read_bytes())
        if index["schema"] != "lydelse/batch/1":
            raise UnreadableFileError("batch.no-index", file=file.name)
        return {tuple(review["documents"]): frozenset(finding["id"] for finding in review["findings"]) for review in index["reviews"]}
    except FileNotFoundError as missing:
        raise UnreadableFileError("error.missing", file=file.name) from missing
    except OSError as refused:
        raise UnreadableFileError("error.refused", file=file.name, reason=refused.strerror or "") from refused
    except (ValueError, KeyError, TypeError) as problem:
        raise UnreadableFileError("batch.no-index", file=file.name) from problem


def _review(order: Order, archive: Archive, kinds: Mapping[str, str], known: Known) -> ReviewTold:
    report = archive.report(order.work)
    assert report is not None, "the index tells what has been done"
    told: dict[str, Any] = json.loads(report.json)
    ids = known.get(order.paths, frozenset())
    findings = tuple(FindingTold(each, Severity(each["severity"]), each["id"] in ids) for each in told["findings"])
    sources = told["sources"] if "sources" in told else [each["source"] for each in told["minutes"]]
    kind = order.together.value if order.together else kinds[order.paths[0]]
    return ReviewTold(order.paths, kind, report_name(order), findings, tuple(told["unread"]), tuple(sources))
