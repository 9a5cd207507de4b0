"""The index and the reports on disk: each file whole or not at all, and no other file touched."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from lydelse import __version__
from lydelse.archive import Archive
from lydelse.batch.index import REPORTS, report_name
from lydelse.batch.orders import Order
from lydelse.errors import UsageError
from lydelse.model.batch import Batch
from lydelse.reports import batch_json, batch_sarif
from lydelse.reports.files import write_whole
from lydelse.reports.html import batch_page

INDEX = "index"


def write_index(batch: Batch, works: Sequence[Order], archive: Archive, out: Path, language: str) -> None:
    """Write the reports of all works, then the index, then take away the reports that an earlier index told and this one does not.

    Raises:
        UsageError: the folder cannot be written to.
    """
    earlier = _reports_of(out)
    try:
        (out / REPORTS).mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UsageError("error.output", file=str(out), why=problem.strerror or "") from problem
    for order in works:
        report = archive.report(order.work)
        assert report is not None, "the index tells what has been done"
        page = out / report_name(order)
        _write_changed(page, report.html)
        _write_changed(page.with_suffix(".json"), report.json)
    _write_changed(out / f"{INDEX}.html", batch_page.write(batch, version=__version__, language=language))
    _write_changed(out / f"{INDEX}.sarif", batch_sarif.write(batch, version=__version__, language=language))
    _write_changed(out / f"{INDEX}.json", batch_json.write(batch, version=__version__, language=language))
    for report_path in earlier - {review.report for review in batch.reviews}:
        for suffix in (".html", ".json"):
            (out / report_path).with_suffix(suffix).unlink(missing_ok=True)


def _write_changed(file: Path, content: str) -> None:
    """Write a file where it says something else than it did."""
    try:
        if file.read_bytes() == content.encode():
            return
    except OSError:
        pass  # it is not there, or cannot be read: it is written
    write_whole(file, content)


def _reports_of(out: Path) -> set[str]:
    """Return the reports of the index that stands in a folder; only those that lie where reports do."""
    try:
        told = json.loads((out / f"{INDEX}.json").read_bytes())
        named = {str(review["report"]) for review in told["reviews"]}
    except (OSError, ValueError, KeyError, TypeError):
        return set()
    return {name for name in named if Path(name).parts[:1] == (REPORTS,) and len(Path(name).parts) == 2}
