"""Fonts whose mapping says other things than the page shows: figures in each other's places, and letters that are said to be blanks."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations
from pathlib import Path

import pytest
import reportlab

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.formats.pdf import Page, open_pdf
from lydelse.formats.pdf.characters import UNKNOWN
from lydelse.model.finding import Severity
from support.raw_pdfs import stream, written

FONTS = Path(reportlab.__file__).parent / "fonts"
TEXT = "Taket blir 1304 kr och 9256 kr, inte 78 kr."
PLAIN = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding /ToUnicode 7 0 R >>"
EMBEDDED = (
    b"<< /Type /Font /Subtype /TrueType /BaseFont /Vera /Encoding /WinAnsiEncoding /ToUnicode 7 0 R /FirstChar 32 /LastChar 126 "
    b"/Widths [" + b"600 " * 95 + b"] /FontDescriptor 8 0 R >>"
)
DESCRIPTOR = (
    b"<< /Type /FontDescriptor /FontName /Vera /Flags 32 /FontBBox [-183 -236 1287 928] /ItalicAngle 0 /Ascent 928 /Descent -236 "
    b"/CapHeight 928 /StemV 80 /FontFile2 9 0 R >>"
)


def mapping(says: Mapping[str, str]) -> bytes:
    """Return a font's mapping in which each sign stands for itself, but for those that are said to be others."""
    rows = "\n".join(f"<{code:02x}> <{ord(says.get(chr(code), chr(code))):04x}>" for code in range(32, 127))
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def"
    return stream(f"{head} 1 begincodespacerange <00> <ff> endcodespacerange 95 beginbfchar\n{rows}\nendbfchar endcmap end end")


def printed(path: Path, says: Mapping[str, str], *, face: bytes = b"Helvetica", text: str = TEXT) -> Path:
    content = f"BT /F2 12 Tf 72 700 Td ({text}) Tj ET"
    if not face.startswith(b"Vera"):
        return written(path, content, objects=[PLAIN % face, mapping(says)])
    data = (FONTS / f"{face.decode()}.ttf").read_bytes()
    file = b"<< /Length %d /Length1 %d >>\nstream\n%s\nendstream" % (len(data), len(data), data)
    return written(path, content, objects=[EMBEDDED, mapping(says), DESCRIPTOR, file])


def read(path: Path) -> Page:
    with open_pdf(path) as pdf:
        page = pdf.page(1)
    assert isinstance(page, Page)
    return page


def pairs(page: Page) -> set[tuple[str, str]]:
    return {(each.said, each.drawn) for each in page.misnamed}


@pytest.mark.parametrize("face", [b"Helvetica", b"Times-Italic", b"Courier-BoldOblique", b"Vera", b"VeraBI"])
def test_figures_that_are_what_the_file_says_are_not_told(tmp_path: Path, face: bytes) -> None:
    assert pairs(read(printed(tmp_path / "a.pdf", {}, face=face))) == set()


@pytest.mark.parametrize("face", [b"Vera", b"VeraIt"])
@pytest.mark.parametrize(("one", "other"), list(combinations("0123456789", 2)))
def test_two_figures_that_have_changed_places_are_told(tmp_path: Path, face: bytes, one: str, other: str) -> None:
    found = pairs(read(printed(tmp_path / "a.pdf", {one: other, other: one}, face=face)))
    assert found == {(one, other), (other, one)}


def test_one_figure_that_is_drawn_as_another_is_told_and_read_as_the_file_says(tmp_path: Path) -> None:
    document = extract(printed(tmp_path / "a.pdf", {"3": "8", "8": "x"}, text="Taket blir 304 kr."))
    assert in_words(document).strip() == "Taket blir 804 kr."
    (said,) = [each for each in document.unread if each.message.key == "X902.pdf-figures"]
    assert (said.page, said.message.facts["pairs"]) == (1, ("”8” → ”3”",))
    assert said.severity is Severity.ERROR


def test_figures_that_no_reader_sees_are_not_looked_at(tmp_path: Path) -> None:
    path = printed(tmp_path / "a.pdf", {"3": "8", "8": "3"}, text="Syns) Tj 3 Tr ( 3 och 8")
    assert pairs(read(path)) == set()


@pytest.mark.parametrize("blank", [" ", "\t", "\n", "\r", "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}", "\N{ZERO WIDTH SPACE}"])
@pytest.mark.parametrize("face", [b"Helvetica", b"Vera"])
def test_a_figure_that_is_said_to_be_a_blank_is_unknown_and_told(tmp_path: Path, face: bytes, blank: str) -> None:
    document = extract(printed(tmp_path / "a.pdf", {"3": blank}, face=face, text="Taket blir 1304 kr."))
    assert in_words(document).strip() == f"Taket blir 1{UNKNOWN}04 kr."
    assert [each.message.facts["count"] for each in document.unread if each.message.key == "X902.unknown"] == [1]


@pytest.mark.parametrize("blank", [" ", "\t", "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}"])
@pytest.mark.parametrize("face", [b"Helvetica", b"Vera"])
def test_a_figure_that_is_a_blank_drawn_by_itself_after_a_blank_is_unknown_and_told(tmp_path: Path, face: bytes, blank: str) -> None:
    document = extract(printed(tmp_path / "a.pdf", {"3": blank}, face=face, text="Taket blir 1) Tj (3) Tj (3) Tj (04 kr."))
    assert in_words(document).strip() == f"Taket blir 1{UNKNOWN * 2}04 kr."
    assert [each.message.facts["count"] for each in document.unread if each.message.key == "X902.unknown"] == [2]


@pytest.mark.parametrize("face", [b"Helvetica", b"Vera"])
def test_text_objects_of_blanks_alone_and_letters_drawn_twice_are_not_told(tmp_path: Path, face: bytes) -> None:
    twice = ") Tj (  ) Tj ( ) Tj (  ) Tj 1 0 0 1 72 700 Tm (".join(["Taket blir 1304 kr.", "Taket blir 1304 kr."])
    document = extract(printed(tmp_path / "a.pdf", {}, face=face, text=twice))
    assert in_words(document).strip() == "Taket blir 1304 kr."
    assert not document.unread


def test_text_drawn_first_unseen_and_then_seen_is_seen_in_the_colour_that_it_has(tmp_path: Path) -> None:
    place = "/F2 12 Tf 140 700 Td (1304 kr"
    text = f"Taket blir ) Tj ET BT 3 Tr {place}) Tj ET BT 0 Tr 1 0 0 rg {place}"
    page = read(printed(tmp_path / "a.pdf", {}, text=text))
    assert "".join(glyph.text for glyph in page.glyphs if glyph.visible) == "Taket blir 1304 kr"
    assert {glyph.colour for glyph in page.glyphs if glyph.text.isdecimal()} == {(255, 0, 0)}


def test_a_letter_that_no_reader_sees_is_not_told_where_it_is_left_out(tmp_path: Path) -> None:
    document = extract(printed(tmp_path / "a.pdf", {"3": " "}, text="Taket blir 1304 kr. ) Tj 3 Tr (3) Tj 0 Tr ("))
    assert [each.message.facts["count"] for each in document.unread] == [1]


@pytest.mark.parametrize("face", [b"Helvetica", b"Vera"])
def test_blanks_that_draw_nothing_are_blanks(tmp_path: Path, face: bytes) -> None:
    page = read(printed(tmp_path / "a.pdf", {}, face=face))
    assert "".join(glyph.text for glyph in page.glyphs) == TEXT


@pytest.mark.parametrize("face", [b"Helvetica", b"Vera"])
def test_a_hyphen_that_is_said_to_be_a_soft_one_is_no_unknown_letter(tmp_path: Path, face: bytes) -> None:
    document = extract(printed(tmp_path / "a.pdf", {"-": "\N{SOFT HYPHEN}"}, face=face, text="Taket blir 1304 kr per vard-dag."))
    assert UNKNOWN not in in_words(document)
    assert not document.unread
