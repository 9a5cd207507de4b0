"""The targets of fuzzing: each takes any bytes, may refuse them with a sentence, and must not break or go on without end."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fuzzed.pictures import recognised
from benchmarks.fuzzed.word_parts import word_file
from benchmarks.hostile.pdf_files import FONT, FORM, TEXT, page_of, pdf_of
from benchmarks.hostile.pdf_files import stream as stream_of

from lydelse import flow
from lydelse.batch.pair_file import fixed_in
from lydelse.calculation.declared.reading import read_model
from lydelse.differ import compare
from lydelse.errors import LydelseError
from lydelse.extractors import read
from lydelse.extractors.minutes.vocabulary import vocabulary
from lydelse.figures.amounts import amounts_in, cell_amount
from lydelse.figures.dates import dates_in
from lydelse.figures.labels import label_of
from lydelse.figures.malformed import malformed_in
from lydelse.figures.references import references_in
from lydelse.figures.sentences import sentences_of
from lydelse.figures.years import years_in
from lydelse.formats.office.kinds import is_protected, is_too_large, kind_of
from lydelse.formats.office.rtf import as_libreoffice_reads, struck_ends
from lydelse.impact.grid import read_grid
from lydelse.impact.motions.trying import motions_tried
from lydelse.impact.units_file import read_units
from lydelse.model.change import Comparison
from lydelse.model.impact_model import UnitModel
from lydelse.reports import html, json_findings, tracked
from lydelse.reports.corrections_file import read_corrections
from lydelse.reports.earlier import handled_in, known_findings
from lydelse.reports.handled_file import read_handled

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PARTED = b"\n-----\n"
"""Between the two texts of a target that takes two."""


def figures(content: bytes) -> None:
    """Look for every kind of figure in a text."""
    text = content.decode("utf-8", errors="replace")
    for amount in amounts_in(text):
        label_of(text, amount.start, amount.end, [])
    for look in (years_in, dates_in, references_in, sentences_of, malformed_in):
        tuple(look(text))
    cell_amount(text[:200], text[200:400])


def read_as(suffix: str) -> Callable[[bytes], None]:
    """Return what reads a file of a kind."""
    return lambda content: given_to(read, suffix, content)


def given_to(reader: Callable[[Path], object], suffix: str, content: bytes) -> None:
    """Give a file to a reader, which may refuse it."""
    with _files((suffix, content)) as (file,), _refusing():
        reader(file)


def word_xml(content: bytes) -> None:
    """Read a Word file of which the document is the input."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("_rels/.rels", _PACKAGE)
        archive.writestr("word/document.xml", content)
    read_as(".docx")(packed.getvalue())


def word(content: bytes) -> None:
    """Read a Word file that is made of the input: its XML is whole."""
    read_as(".docx")(word_file(content))


def tracked_copy(content: bytes) -> None:
    """Compare two Word files that are made of the input, and write what differs as tracked changes in a copy of the later."""
    half = len(content) // 2
    later = word_file(content[half:])
    with _files((".docx", word_file(content[:half])), (".docx", later)) as (before, after), _refusing():
        tracked.write(compare(read(before), read(after)), later)


def pdf_page(content: bytes) -> None:
    """Read a PDF of one page that paints what the input says."""
    resources = b"/XObject<</X1 6 0 R>>/ExtGState<</G1<</ca 0/CA 0>>/G2<</ca .5>>>>"
    stream = b"<</Length %d>>\nstream\n" % len(content) + content + b"\nendstream"
    form = stream_of(TEXT, FORM + b"/Resources<</Font<</F1 5 0 R>>>>")
    objects = {1: b"<</Type/Catalog/Pages 2 0 R>>", 2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>", 3: page_of(resources)}
    read_as(".pdf")(pdf_of({**objects, 4: stream, 5: FONT, 6: form}))


def reviewed(content: bytes) -> None:
    """Review a text, or two that are held against each other, and write the reports."""
    before, _, after = content.partition(PARTED)
    with _files((".txt", before), (".txt", after)) as (one, other), _refusing():
        review = flow.review(one, other if after.strip() else None)
        json.loads(json_findings.write(review, version="0"))
        html.write(review, version="0")


def minutes(content: bytes) -> None:
    """Read a text as minutes, and another as what the minutes decide about."""
    first, _, second = content.partition(PARTED)
    with _files((".txt", first), (".txt", second)) as (one, other), _refusing():
        flow.minutes_of([one, other] if second.strip() else [one])


def motion(content: bytes) -> None:
    """Try a motion on the proposal that is among the examples."""
    with _files((".txt", content)) as (file,), _refusing():
        motions_tried([("Motion", read(file))], _proposal(), None, None)


def given_files(content: bytes) -> None:
    """Read a file that a person gives beside the documents; its first byte says what kind of file."""
    kind = _GIVEN[content[0] % len(_GIVEN)] if content else read_handled
    given_to(kind, ".toml", content[1:])


def units(content: bytes) -> None:
    """Read a file of units, as values between signs."""
    given_to(lambda file: read_units(file, _unit_model()), ".csv", content)


def workbook(content: bytes) -> None:
    """Read a workbook of which one sheet is the input, as units and as a model."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_empty_workbook())) as whole, zipfile.ZipFile(packed, "w") as archive:
        for name in whole.namelist():
            archive.writestr(name, content if name.endswith("sheet1.xml") else whole.read(name))
    for reader in (read_grid, read_model):
        given_to(reader, ".xlsx", packed.getvalue())


def office(content: bytes) -> None:
    """Look at a file for LibreOffice as far as it is looked at before LibreOffice is asked."""
    kind = kind_of(content)
    if kind:
        is_protected(content, kind)
        is_too_large(content)
    as_libreoffice_reads(content)
    struck_ends(content)


@contextmanager
def _files(*each: tuple[str, bytes]) -> Iterator[list[Path]]:
    with TemporaryDirectory() as folder:
        paths = [Path(folder, f"{'ab'[at]}{suffix}") for at, (suffix, _) in enumerate(each)]
        for path, (_, content) in zip(paths, each, strict=True):
            path.write_bytes(content)
        yield paths


@contextmanager
def _refusing() -> Iterator[None]:
    with suppress(LydelseError):
        yield


@cache
def _proposal() -> Comparison:
    return flow.compared(EXAMPLES / "impact" / "ersattning-2026.md")


@cache
def _unit_model() -> UnitModel:
    model = read_model(EXAMPLES / "impact" / "modell.toml").units
    assert model is not None
    return model


@cache
def _empty_workbook() -> bytes:
    import openpyxl  # noqa: PLC0415 - only one target writes a workbook

    written, book = io.BytesIO(), openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Enheter")
    for row in (("Enhet", "Listade"), ("Vårdcentralen Torget", 100)):
        sheet.append(row)
    book.save(written)
    return written.getvalue()


_GIVEN: tuple[Callable[[Path], object], ...] = (
    read_handled,
    read_corrections,
    lambda file: fixed_in(file, ("a.pdf", "b.pdf")),
    known_findings,
    handled_in,
    vocabulary.__wrapped__,
)
_PACKAGE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
TARGETS: dict[str, Callable[[bytes], None]] = {
    "figures": figures,
    "text": read_as(".txt"),
    "word": word,
    "word-xml": word_xml,
    "word-file": read_as(".docx"),
    "tracked": tracked_copy,
    "pdf": read_as(".pdf"),
    "pdf-page": pdf_page,
    "review": reviewed,
    "minutes": minutes,
    "motion": motion,
    "model": lambda content: given_to(read_model, ".toml", content),
    "given": given_files,
    "units": units,
    "workbook": workbook,
    "office": office,
    "recognised": recognised,
}
