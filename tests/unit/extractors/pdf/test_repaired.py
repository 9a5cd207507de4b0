"""Damaged mappings of letters: repaired where the page's picture is evidence enough, told always, and figures never made up."""

from __future__ import annotations

import string
from collections.abc import Mapping
from pathlib import Path

import pytest
import reportlab
from fontTools.ttLib import TTFont

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.model.document import Document
from lydelse.model.finding import Severity
from support.raw_pdfs import stream, written
from support.scans import recogniser

FACE = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
TEXT = """Ersattningen till varje vardcentral bestar av en fast del och en rorlig del.
Ersattning om den fasta delen ar 412 kronor per listad och den rorliga 1 305 kronor.
Efter alder fordelas 798 047 tkr, varav 60 procent och 40 procent efter behov.
Ersattning betalas varje manad i forskott och justeras nar antalet listade andras.
Ett avdrag om 526 kronor betalas for besok av den som ar listad hos en annan.
Efter arets slut ska verksamheten redovisa hur medlen har anvants den 31 mars.
En brist ger regionen ratt att halla inne hogst 10 procent av ersattningen.
Ett tillagg om 75 kronor per listad och 298 kronor per besok betalas under 6 manader."""
DESCRIPTOR = (
    b"<< /Type /FontDescriptor /FontName /Vera /Flags 32 /FontBBox [-183 -236 1287 928] /ItalicAngle 0 /Ascent 928 /Descent -236 "
    b"/CapHeight 928 /StemV 80 /FontFile2 9 0 R >>"
)
PLAIN = {chr(code): chr(code) for code in range(32, 127)}
SHIFTED = {letter: string.ascii_lowercase[(at + 5) % 26] for at, letter in enumerate(string.ascii_lowercase)}
OWN_USE = {sign: chr(0xE000 + ord(sign)) for sign in PLAIN if sign != " "}


def printed(path: Path, says: Mapping[str, str], text: str = TEXT) -> Path:
    """Write a page in an embedded font that says other letters than it shows."""
    data, font = FACE.read_bytes(), TTFont(FACE)
    names, per_em = font.getBestCmap(), font["head"].unitsPerEm
    widths = " ".join(str(round(font["hmtx"][names[code]][0] * 1000 / per_em)) for code in range(32, 127))
    rows = "\n".join(f"<{ord(sign):02x}> <{ord(says.get(sign, sign)):04x}>" for sign in PLAIN)
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def"
    objects = [
        f"<< /Type /Font /Subtype /TrueType /BaseFont /Vera /Encoding /WinAnsiEncoding /ToUnicode 7 0 R /FirstChar 32 /LastChar 126 "
        f"/Widths [{widths}] /FontDescriptor 8 0 R >>".encode(),
        stream(f"{head} 1 begincodespacerange <00> <ff> endcodespacerange 95 beginbfchar\n{rows}\nendbfchar endcmap end end"),
        DESCRIPTOR,
        b"<< /Length %d /Length1 %d >>\nstream\n%s\nendstream" % (len(data), len(data), data),
    ]
    shown = " ".join(f"({line}) Tj T*" for line in text.splitlines())
    return written(path, f"BT /F2 10 Tf 16 TL 60 760 Td {shown} ET", objects=objects)


def words(document: Document) -> list[str]:
    return in_words(document).split()


def keys(document: Document) -> set[str]:
    return {each.message.key for each in document.unread}


@pytest.mark.parametrize("says", [SHIFTED, OWN_USE], ids=["shifted", "own-use"])
def test_a_damaged_mapping_is_repaired_from_the_picture_and_told(tmp_path: Path, says: Mapping[str, str]) -> None:
    recogniser()
    document = extract(printed(tmp_path / "a.pdf", says))
    right = set(TEXT.split())
    read = words(document)
    assert sum(word in right for word in read) >= 0.8 * len(read)
    assert all(word in right for word in read if any(sign.isdecimal() for sign in word))
    (said,) = [each for each in document.unread if each.message.key == "X902.pdf-repaired"]
    assert (said.severity, said.page, said.message.facts["font"]) == (Severity.WARNING, 1, "Vera")


def test_a_figure_that_the_file_calls_another_is_an_error_and_not_repaired(tmp_path: Path) -> None:
    recogniser()
    document = extract(printed(tmp_path / "a.pdf", SHIFTED | {"4": "7", "7": "4"}))
    (said,) = [each for each in document.unread if each.message.key == "X902.pdf-figures"]
    assert said.severity is Severity.ERROR
    assert "712" in words(document)


def test_a_letter_that_stands_in_too_few_places_is_unknown_and_told(tmp_path: Path) -> None:
    recogniser()
    document = extract(printed(tmp_path / "a.pdf", OWN_USE))
    assert "X902.unknown" in keys(document)
    assert not any("\ue000" <= sign <= "\uf8ff" for sign in in_words(document))


def test_a_mapping_that_says_what_the_page_shows_is_left_alone(tmp_path: Path) -> None:
    document = extract(printed(tmp_path / "a.pdf", PLAIN))
    assert words(document) == TEXT.split()
    assert not keys(document)
