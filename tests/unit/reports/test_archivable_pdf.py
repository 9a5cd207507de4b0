"""What PDF/UA-1 and PDF/A-2a ask of the report as a PDF, as far as the file itself can tell: what a validator's machine checks look at."""

import importlib.util
import io
import os
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from pypdf import PdfReader

from lydelse import flow
from lydelse.cli.writers import comparison_writers, review_writers

EXAMPLES = Path(__file__).parents[3] / "examples"
FILE = EXAMPLES / "andringar-2026.pdf"
HEADING = re.compile(r"/H([1-6])")
EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")


@cache
def content(report: str, language: str) -> bytes:
    if importlib.util.find_spec("weasyprint") is None:
        if os.environ.get("CI"):
            pytest.fail("WeasyPrint is not installed, and CI must not go without it")
        pytest.skip("WeasyPrint is not installed")
    review = flow.review(FILE)
    written = review_writers(review, language, [FILE]) if report == "review" else comparison_writers(review.comparison, language, FILE)
    made = written["pdf"]()
    assert isinstance(made, bytes)
    return made


def opened(report: str = "review", language: str = "sv") -> PdfReader:
    return PdfReader(io.BytesIO(content(report, language)))


def elements(reader: PdfReader) -> Iterator[Any]:
    """Yield the elements of the structure in the order in which they are read."""
    root: Any = reader.root_object["/StructTreeRoot"]
    waiting = [root.get_object()]
    while waiting:
        element = waiting.pop()
        if "/S" in element:
            yield element
        kids = element.get("/K", [])
        kids = kids if isinstance(kids, list) else [kids]
        waiting.extend(
            kid for kid in (each.get_object() for each in reversed(kids)) if isinstance(kid, dict) and ("/S" in kid or "/K" in kid)
        )


def kinds(reader: PdfReader) -> list[str]:
    return [str(each["/S"]) for each in elements(reader)]


def fonts(reader: PdfReader) -> Iterator[Any]:
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for font in resources.get("/Font", {}).values():
            one = font.get_object()
            yield from (each.get_object() for each in one.get("/DescendantFonts", [one]))


CASES = [(report, language) for report in ("review", "comparison") for language in ("sv", "en")]


@pytest.mark.parametrize(("report", "language"), CASES)
def test_the_file_says_that_it_is_tagged_in_which_language_and_by_what_title_it_is_shown(report: str, language: str) -> None:
    reader = opened(report, language)
    root: Any = reader.root_object
    assert str(root["/Lang"]) == language
    assert str(root["/MarkInfo"]["/Marked"]) == "True"
    assert str(root["/ViewerPreferences"]["/DisplayDocTitle"]) == "True"
    told = root["/Metadata"].get_object().get_data().decode("utf-8")
    assert re.search(r"pdfuaid:part(?:=\"1\"|>1<)", told)
    assert reader.metadata is not None
    assert reader.metadata.title
    assert reader.metadata.title in told


RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA, PDFUA = "{http://www.aiim.org/pdfa/ns/id/}", "{http://www.aiim.org/pdfua/ns/id/}"


def metadata_of(reader: PdfReader) -> ET.Element:
    root: Any = reader.root_object
    text = root["/Metadata"].get_object().get_data().decode("utf-8")
    return ET.fromstring(re.sub(r"<\?xpacket[^>]*\?>", "", text))


@pytest.mark.parametrize(("report", "language"), CASES)
def test_the_metadata_say_what_it_is_once_and_the_same_as_the_file_and_describe_what_pdf_a_does_not_know(
    report: str, language: str
) -> None:
    reader = opened(report, language)
    metadata = metadata_of(reader)
    (described,) = metadata.iter(f"{RDF}RDF")
    said = {key: value for each in described for key, value in each.attrib.items()}
    assert (said[f"{PDFA}part"], said[f"{PDFA}conformance"], said[f"{PDFUA}part"]) == ("2", "A", "1")
    schema = "{http://www.aiim.org/pdfa/ns/schema#}"
    assert [each.text for each in metadata.iter(f"{schema}namespaceURI")] == [PDFUA.strip("{}")]
    texts = {each.text for each in metadata.iter()} | set(said.values())
    assert reader.metadata is not None
    assert {reader.metadata.title, reader.metadata.creator, reader.metadata.producer} <= texts


@pytest.mark.parametrize(("report", "language"), CASES)
def test_its_colours_are_told_and_nothing_in_it_depends_on_who_shows_it(report: str, language: str) -> None:
    reader = opened(report, language)
    root: Any = reader.root_object
    (intent,) = root["/OutputIntents"]
    assert str(intent.get_object()["/S"]) == "/GTS_PDFA1"
    assert intent.get_object()["/DestOutputProfile"].get_object()["/N"] == 3
    assert "/ID" in reader.trailer
    assert not reader.is_encrypted
    assert not {"/AA", "/OpenAction", "/AcroForm"} & set(root)
    assert "/JavaScript" not in root.get("/Names", {})
    for each in objects(reader):
        assert str(each.get("/Filter", "")) != "/LZWDecode"
        assert not (each.get("/Subtype") == "/Image" and str(each.get("/Interpolate", False)) != "False"), "a picture is shown as it is"
        if each.get("/Type") == "/Annot":
            assert int(each["/F"]) & 0b100, "what is marked is printed"
            assert str(each["/A"]["/S"]) == "/URI" if "/A" in each else "/Dest" in each
        if "/TR" in each or "/TR2" in each:
            pytest.fail("a transfer function")


def objects(reader: PdfReader) -> Iterator[Any]:
    """Yield everything in the file that has keys."""
    for number in range(1, int(str(reader.trailer["/Size"]))):
        found: Any = reader.get_object(number)
        if isinstance(found, dict):
            yield found


def test_the_same_report_is_the_same_file() -> None:
    review = flow.review(FILE)
    assert review_writers(review, "sv", [FILE])["pdf"]() == content("review", "sv")


@pytest.mark.parametrize(("report", "language"), CASES)
def test_headings_go_down_one_level_at_a_time_from_the_first(report: str, language: str) -> None:
    levels = [int(found[1]) for kind in kinds(opened(report, language)) if (found := HEADING.fullmatch(kind))]
    assert levels[0] == 1
    assert len(levels) > 5
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


@pytest.mark.parametrize(("report", "language"), CASES)
def test_every_table_has_headings_and_every_picture_says_what_it_shows(report: str, language: str) -> None:
    reader = opened(report, language)
    tables = [each for each in elements(reader) if each["/S"] == "/Table"]
    assert tables
    assert all("/TH" in _below(table) and "/TD" in _below(table) for table in tables)
    figures = [each for each in elements(reader) if each["/S"] == "/Figure"]
    assert bool(figures) is (report == "review")
    assert all(str(each.get("/Alt", "")).strip() for each in figures)


def _below(element: Any) -> list[str]:
    kids = element.get("/K", [])
    found: list[str] = []
    for kid in (each.get_object() for each in (kids if isinstance(kids, list) else [kids])):
        if isinstance(kid, dict) and "/S" in kid:
            found += [str(kid["/S"]), *_below(kid)]
    return found


@pytest.mark.parametrize(("report", "language"), CASES)
def test_every_font_is_in_the_file_and_says_which_letters_it_shows(report: str, language: str) -> None:
    reader = opened(report, language)
    found = [*fonts(reader)]
    assert found
    for font in found:
        descriptor: Any = font["/FontDescriptor"]
        assert any(name in descriptor for name in EMBEDDED), str(font["/BaseFont"])
    for page in reader.pages:
        resources: Any = page["/Resources"]
        assert all("/ToUnicode" in font.get_object() for font in resources.get("/Font", {}).values())


@pytest.mark.parametrize(("report", "language"), CASES)
def test_everything_on_a_page_is_content_of_the_structure_or_said_to_be_none_and_links_are_read_in_order(
    report: str, language: str
) -> None:
    reader = opened(report, language)
    for page in reader.pages:
        assert "/StructParents" in page
        drawn = page.get_contents()
        assert drawn is not None
        marked = drawn.get_data()
        assert marked.count(b"BDC") + marked.count(b"BMC") == marked.count(b"EMC")
        if "/Annots" in page:
            assert str(page["/Tabs"]) == "/S"


def test_the_name_of_the_report_and_the_number_of_the_case_stand_on_every_page() -> None:
    reader = opened()
    assert all("Kontrollrapport" in page.extract_text() for page in reader.pages)
    assert all(f"({len(reader.pages)})" in page.extract_text() for page in reader.pages)
