"""How large each form of the report is, how long it takes to write and what memory it takes, as documents grow: part of ``make bench``.

Each book is reviewed once, as a redline drawn in a PDF; every form is then written from that review, the cheapest of three, and once more
in a process of its own, whose memory is watched. Where Chromium is installed the HTML report is opened in it, laid out whole, as one text
and as two wordings beside each other. ``--quick`` takes the short documents only.
"""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from benchmarks.timing.documents import files_of

from lydelse import flow
from lydelse.cli.writers import annotated_writer, comparison_writers, review_writers

PAGES = (13, 50, 200)
SHORT = 50
RUNS = 3
FORMS = ("html", "pdf", "docx", "xlsx", "json", "sarif", "junit", "csv", "terminal")
CHOSEN, OTHER = 'id="lydelser-i-text" checked', 'id="lydelser-bredvid"'


class Written(NamedTuple):
    """A form as it was written: its bytes, seconds of the processor, and the most bytes that writing it took beside the review itself."""

    size: int
    seconds: float
    memory: int


def main() -> int:
    """Print the tables."""
    quick = "--quick" in sys.argv[1:]
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    for pages in (each for each in PAGES if not quick or each <= SHORT):
        forms, page = _forms_of(files_of(pages, ".pdf").redline)
        print(f"| Form of {pages} pages | kB | s | MB |\n|---|---|---|---|")
        for form, (size, seconds, memory) in forms.items():
            print(f"| {form} | {size / 1000:.0f} | {seconds:.2f} | {memory / 1e6:.0f} |", flush=True)
        if browser:
            nothing = _opened(browser, "<!DOCTYPE html><title>x</title>")
            beside = page.replace(CHOSEN, CHOSEN.removesuffix(" checked")).replace(OTHER, f"{OTHER} checked")
            inline, both = (_opened(browser, each) - nothing for each in (page, beside))
            print(f"\nIn Chromium {inline:.2f} s more than an empty page as one text, {both:.2f} s beside each other.\n", flush=True)
    return 0


def _forms_of(redline: Path) -> tuple[dict[str, Written], str]:
    """Return every form of the report of a redline, and the HTML page itself."""
    review = flow.review(redline)
    writers = review_writers(review, "sv", [redline])
    wanted: dict[str, Callable[[], str] | Callable[[], bytes]] = {form: writers[form] for form in FORMS}
    wanted["annotated"] = annotated_writer(review, "sv", redline, None)
    wanted["tracked"] = comparison_writers(review.comparison, "sv", redline)["docx"]
    page = writers["html"]()
    assert isinstance(page, str), "a page is text"
    return {form: _written(write) for form, write in wanted.items()}, page


def _written(write: Callable[[], str] | Callable[[], bytes]) -> Written:
    memory = _memory_of(write)
    seconds: list[float] = []
    size = 0
    for run in range(RUNS):
        began = time.process_time()
        content = write()
        seconds.append(time.process_time() - began)
        size = len(content.encode("utf-8") if isinstance(content, str) else content)
        if run == 0 and seconds[0] > RUNS:
            break
    return Written(size, min(seconds), memory)


def _memory_of(write: Callable[[], str] | Callable[[], bytes]) -> int:
    """Return the most memory that writing takes beside what there is before, libraries included: in a process divided from this one."""
    told, tells = multiprocessing.get_context("fork").Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_tell_memory, args=(write, tells))
    process.start()
    most: int = told.recv()
    process.join()
    return most


def _tell_memory(write: Callable[[], str] | Callable[[], bytes], tells: Connection) -> None:
    """Write, and tell by how much memory grew at most: what reading left free is given back first, so that it is not taken for nothing."""
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    Path("/proc/self/clear_refs").write_text("5")  # the most memory so far begins anew
    before = _most_memory()
    write()
    tells.send(_most_memory() - before)


def _most_memory() -> int:
    told = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text())
    assert told, "Linux tells the most memory of a process"
    return int(told[1]) * 1024


def _opened(browser: str, page: str) -> float:
    """Return the seconds by the clock that a browser without a window takes to lay out a page and make a picture of its beginning."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile", f"--screenshot={folder}/picture.png"]
        seconds: list[float] = []
        for _ in range(RUNS):
            began = time.perf_counter()
            subprocess.run([browser, *options, file.as_uri()], capture_output=True, timeout=300, check=True)
            seconds.append(time.perf_counter() - began)
    return min(seconds)


if __name__ == "__main__":
    sys.exit(main())
