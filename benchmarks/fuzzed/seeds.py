"""What fuzzing begins with: the examples, small pieces of each kind, and words that are put into inputs."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.fuzzed.word_parts import TEXTS, bytes_of

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
PARTED = b"\n-----\n"
_TEXT = (
    "# 5 Ersättning\n\n5.1 Totalt fördelas 798 047 tkr, varav 5.1.1 är 500 000 tkr och 5.1.2 är 298 047 tkr.\n\n"
    "| År | 2025 | 2026 |\n|---|---|---|\n| Summa | 1 200 | 1 300 |\n\n* 10 % av taket på 412 kr per besök.\n"
)
_MINUTES = (
    "Regionstyrelsen\nProtokoll\n2021-06-02\n\n§ 118 Månadsrapport\nRS/383/2021\n\nBeslut\n1. Anslaget 13 878 702 kr godkänns.\n\n"
    "Reservationer\nKalle Karlsson (X) reserverar sig.\n\n§ 119 Övrigt\n\nYrkanden\nKalle Karlsson (X) yrkar avslag.\n"
)
_GIVEN = (
    '\x00[hanterat."S101-1234"]\nav = "Kalle"\ndatum = "2026-01-02"\nmotivering = "prövat"\n',
    '\x01[par."1"]\navsnitt = "5.1"\ntidigare = "412 kr"\nsenare = "415 kr"\nhor_ihop = true\n[tabell."1"]\nplats = "5.1"\n',
    '\x02ensam = ["a.pdf"]\n[[par]]\nfore = "a.pdf"\nefter = "b.pdf"\n',
    '\x03{"schema": "lydelse/findings/1", "findings": [{"id": "a"}]}',
    '\x04{"schema": "lydelse/findings/1", "findings": [{"id": "a", "handled": {"who": "K", "when": "2026-01-02", "why": "x"}}]}',
    '\x05[punkter]\nbeslut = ["beslut"]\n',
)
_PAINTED = (
    "BT /F1 12 Tf 50 700 Td (Ersattningen ar 412 kr.) Tj ET\n1 0 0 RG 0.8 w 50 704 m 200 704 l S\n",
    "q 1 1 1 rg 40 690 300 30 re f Q BT 3 Tr /F1 10 Tf 1 0 0 1 50 600 Tm [(a) -250 (b)] TJ ET /X1 Do /G1 gs\n",
)
_WORD = (
    bytes_of(
        "<w:p",
        "<w:r",
        "<w:t",
        "Ersättningen är ",
        "412 kr",
        ">>>",
        "<w:tbl",
        "<w:tr",
        "<w:tc",
        "<w:p",
        "<w:ins",
        "w:id=1",
        "<w:r",
        "<w:t",
        "10 %",
    ),
    bytes_of(
        "<w:p",
        "<w:pPr",
        "<w:numPr",
        "<w:ilvl",
        "w:val=1",
        ">",
        "<w:numId",
        "w:val=1",
        ">>>",
        "<w:del",
        "w:id=2",
        "<w:r",
        "<w:delText",
        "2025",
    ),
    bytes_of(
        "<w:p",
        "<w:r",
        "<w:fldChar",
        "w:fldCharType=begin",
        ">>",
        "<w:r",
        "<w:instrText",
        "a) ",
        ">>",
        "<w:r",
        "<w:fldChar",
        "w:fldCharType=end",
    ),
)


def _each(pattern: str) -> list[bytes]:
    return [file.read_bytes() for file in sorted(EXAMPLES.rglob(pattern))]


def _texts() -> list[bytes]:
    return [_TEXT.encode(), _MINUTES.encode(), *_each("*.md")]


def _document_of(file: Path) -> bytes:
    with zipfile.ZipFile(file) as archive:
        return archive.read("word/document.xml")


SEEDS: dict[str, Callable[[], Iterable[bytes]]] = {
    "figures": _texts,
    "text": _texts,
    "word": lambda: _WORD,
    "word-xml": lambda: map(_document_of, sorted(EXAMPLES.rglob("*.docx"))),
    "word-file": lambda: _each("*.docx"),
    "tracked": lambda: [one + other for one in _WORD for other in _WORD],
    "pdf": lambda: _each("*.pdf"),
    "pdf-page": lambda: [content.encode() for content in _PAINTED],
    "review": lambda: [_TEXT.encode() + PARTED + _TEXT.replace("412", "415").encode(), *_texts()],
    "minutes": lambda: [_MINUTES.encode() + PARTED + _TEXT.encode(), *_texts()],
    "motion": lambda: ["Jag yrkar att ersättningen per besök höjs med 10 kr.\n".encode(), b'Stryk "412 kr" i avsnitt 5.1.\n'],
    "model": lambda: _each("*.toml"),
    "given": lambda: [content.encode() for content in _GIVEN],
    "units": lambda: _each("*.csv"),
    "workbook": lambda: [
        (
            b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            b'<row r="1"><c r="A1" t="inlineStr"><is><t>Enhet</t></is></c><c r="B1"><f>1+1</f><v>2</v></c></row></sheetData></worksheet>'
        )
    ],
    "recognised": lambda: [bytes((7 * at * at + 31 * at) % 251 for at in range(first, first + 400)) for first in range(0, 900, 90)],
    "office": lambda: [b"{\\rtf1\\ansi {\\deleted 412}\\par {\\revised 415}\\par \\trowd\\cell\\row}", b"PK\x03\x04mimetype"],
}
_PROSE = (
    *TEXTS,
    "Summa",
    "varav",
    "höjs med",
    "procent",
    "tkr per listad invånare",
    "från och med",
    "|",
    "---",
    "\n\n",
    "# ",
    "* ",
    "~~",
    "Bilaga 2",
)
WORDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("figures", "text", "review"), _PROSE),
    "minutes": (
        *_PROSE,
        "§ 1",
        "Beslut",
        "Yrkanden",
        "Reservation",
        "Ordförande",
        "Bilaga",
        "Sammanfattning av ärendet",
        "avslag",
        "bifall",
    ),
    "motion": (*_PROSE, "yrkar", "stryk", "ersätt", "lägg till", "avsnitt", "punkt 2", "första meningen", "med texten", "oförändrat"),
    "pdf-page": (
        "BT",
        "ET",
        "Tj",
        "TJ",
        "Td",
        "Tm",
        "Tf",
        "Tr",
        "re",
        "f",
        "S",
        "W n",
        "q",
        "Q",
        "cm",
        "gs",
        "/G1",
        "/X1",
        "/F1",
        "Do",
        "1e30",
        "-1",
    ),
    "pdf": (
        "obj",
        "endobj",
        "stream",
        "/Type",
        "/Page",
        "/Kids",
        "/Parent",
        "/Annots",
        "/StrikeOut",
        "/QuadPoints",
        "/Filter",
        "R",
        "/MediaBox",
    ),
    "model": ("[storhet", "formel", "avsnitt", "enhet", "sum(", "**", "antal", "/", "1e999", "'''", "2026"),
    "given": ("[hanterat", "[par", "[[par]]", "datum", "hor_ihop", "nummer_tidigare", "rubrikrader", "1e999", "null", "true", "[", "{"),
    "units": (";", ",", "\t", '"', "0–4", "Summa", "1,5", "\u2212", "1e9", "\ufeff", "< 5", ".."),
    "workbook": ("<c ", ' t="s"', ' t="d"', ' t="b"', ' t="e"', "<mergeCell ", ' r="XFD1048576"', "<f>", "<v>", "<row ", "nan", "1e400"),
    "office": ("\\rtf1", "\\deleted", "\\revised", "\\par", "\\row", "{", "}", "\\'e5", "\\bin9", "\\u8211?", "PK\x03\x04"),
}
