"""The producers: which program makes a PDF of a case, and what is said where it is missing."""

from __future__ import annotations

import importlib
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

from benchmarks.kinds.case import CHROMIUM, DRAWN, PLACED, SHEET, SLIDES, TRACKED, TYPST, WEASYPRINT, WRITER, Case, plain
from benchmarks.kinds.html import html_of
from benchmarks.kinds.opendocument import fodt_of
from benchmarks.kinds.placed import fods_of, make_placed
from benchmarks.kinds.slides import fodp_of
from benchmarks.kinds.tricks import make_drawn
from benchmarks.kinds.typst_markup import typst_of
from examples.make import make_docx

from lydelse.extractors.written import written

PATIENCE = 900  # seconds for one run of a program, on a machine that has more to do
KEPT = Path(__file__).resolve().parents[2] / "out" / "kinds"
IMPRESS = "LibreOffice Impress"
TABLES = {"tables", "table_looks", "table_pages", "table_shapes", "turned_heads", "page_ends"}
TEXTS = {"texts", "marks", "structure", "columns", "hidden", "clean", "web_looks", "leaders", "odd"}
SAY_NOTHING_OF_PAGES = TABLES | TEXTS | {"score", "floors", "catalogue"}
Order = tuple[Case, Path]
"""A case, and where its PDF is to be."""


class MissingError(Exception):
    """A producer is not on this machine, or does not work here."""

    def __init__(self, program: str, why: str = "") -> None:
        """Take its name, and why it does not work where it is there."""
        super().__init__(f"{program} {f'does not work here ({why})' if why else 'is not installed'}")


def make(producer: str, orders: Sequence[Order]) -> None:
    """Make the PDFs of one producer, or take those that an earlier run made of the same cases.

    Raises:
        MissingError: the producer's program or package is not installed, or does not work here.
    """
    KEPT.mkdir(parents=True, exist_ok=True)
    makers = b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")) if file.stem not in SAY_NOTHING_OF_PAGES)
    kept = {path: KEPT / f"{sha256(repr((producer, case)).encode() + makers).hexdigest()[:24]}.pdf" for case, path in orders}
    fresh = [order for order in orders if not kept[order[1]].exists()]
    if fresh:
        MAKERS[producer](fresh)
    for _, path in fresh:
        shutil.copy(path, kept[path])
    for path, own in kept.items():
        shutil.copy(own, path)


def _drawn(orders: Sequence[Order]) -> None:
    for case, path in orders:
        make_drawn(case, path)


def _chromium(orders: Sequence[Order]) -> None:
    program = next((found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))), None)
    if not program:
        raise MissingError("chromium")

    def print_one(order: Order) -> None:
        case, path = order
        page = path.with_suffix(".html")
        page.write_text(html_of(case, floats=False), "utf-8")
        with tempfile.TemporaryDirectory() as profile:
            options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--no-pdf-header-footer"]
            command = [program, *options, f"--print-to-pdf={path}", page.as_uri()]
            subprocess.run(command, check=True, capture_output=True, timeout=PATIENCE)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(print_one, orders))


def _weasyprint(orders: Sequence[Order]) -> None:
    try:
        weasyprint = importlib.import_module("weasyprint")
    except (ImportError, OSError) as error:
        raise MissingError("weasyprint", str(error).splitlines()[0]) from error
    for case, path in orders:
        weasyprint.HTML(string=html_of(case, floats=True)).write_pdf(str(path))


def _typst(orders: Sequence[Order]) -> None:
    try:
        typst = importlib.import_module("typst")
    except ImportError as error:
        raise MissingError("typst") from error
    for case, path in orders:
        source = path.with_suffix(".typ")
        source.write_text(typst_of(case), "utf-8")
        typst.compile(str(source), output=str(path))


def _writer(orders: Sequence[Order]) -> None:
    for case, path in orders:
        path.with_suffix(".fodt").write_text(fodt_of(case), "utf-8")
    _printed_by_office([path.with_suffix(".fodt") for _, path in orders])


def _tracked(orders: Sequence[Order]) -> None:
    for case, path in orders:
        make_docx(written(plain(case.source)), path.with_suffix(".docx"))
    _printed_by_office([path.with_suffix(".docx") for _, path in orders])


def _sheet(orders: Sequence[Order]) -> None:
    for case, path in orders:
        path.with_suffix(".fods").write_text(fods_of(case), "utf-8")
    _printed_by_office([path.with_suffix(".fods") for _, path in orders])


def _slides(orders: Sequence[Order]) -> None:
    for case, path in orders:
        path.with_suffix(".fodp").write_text(fodp_of(case), "utf-8")
    _printed_by_office([path.with_suffix(".fodp") for _, path in orders])
    if not all(path.exists() for _, path in orders):
        raise MissingError(IMPRESS)


def _placed(orders: Sequence[Order]) -> None:
    for case, path in orders:
        make_placed(case, path)


def _printed_by_office(files: Sequence[Path]) -> None:
    program = shutil.which("soffice")
    if not program:
        raise MissingError("LibreOffice")
    with tempfile.TemporaryDirectory() as profile:
        command = [program, f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf", "--outdir"]
        names = [str(file) for file in files]
        subprocess.run([*command, str(files[0].parent), *names], check=True, capture_output=True, timeout=PATIENCE)


MAKERS: dict[str, Callable[[Sequence[Order]], None]] = {
    DRAWN: _drawn,
    WRITER: _writer,
    TRACKED: _tracked,
    CHROMIUM: _chromium,
    WEASYPRINT: _weasyprint,
    TYPST: _typst,
    SHEET: _sheet,
    SLIDES: _slides,
    PLACED: _placed,
}
