"""PDFs written object by object, for what no library writes: layers, fonts that name no letters, forms within forms, odd annotations."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from reportlab.pdfbase.pdfmetrics import stringWidth

FIRST_OWN = 6
"""The number of the first object that a test adds; the font "F1", Helvetica, is number 5."""

LINES = (
    "Nämnden ska varje år redovisa hur medlen har använts och vad de lett till.",
    "Priset är 412 428 kr för den som är listad i länet och för alla andra som vill.",
    "Uppgifterna ska lämnas på den blankett som regionen har och skrivas under.",
)
LEFT, FIRST, PITCH, SIZE = 70, 740, 15, 11


def written(path: Path, content: str, *, objects: Sequence[bytes] = (), resources: str = "", page: str = "", catalog: str = "") -> Path:
    """Write a file of one page and return its path; ``page`` and ``catalog`` are what their dictionaries hold besides."""
    all_objects = [
        f"<< /Type /Catalog /Pages 2 0 R {catalog} >>".encode(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R {page} "
        f"/Resources << /Font << /F1 5 0 R /F2 6 0 R >> {resources} >> >>".encode(),
        stream(content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *objects,
    ]
    parts = [b"%PDF-1.7\n", *(b"%d 0 obj\n%s\nendobj\n" % (number, text) for number, text in enumerate(all_objects, 1))]
    *starts, table = accumulate(map(len, parts))
    entries = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(all_objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, entries)
    path.write_bytes(b"".join(parts) + head + b"trailer\n<< /Root 1 0 R /Size %d >>\nstartxref\n%d\n%%%%EOF\n" % (size, table))
    return path


def stream(content: str, dictionary: str = "") -> bytes:
    """Return a stream object."""
    data = content.encode("cp1252")
    return b"<< %s /Length %d >>\nstream\n%s\nendstream" % (dictionary.encode(), len(data), data)


def lines(texts: Sequence[str] = LINES, *, first: float = FIRST) -> str:
    """Return the operators that write lines of text under one another."""
    shown = "\n".join(f"({text}) Tj T*" for text in texts)
    return f"BT /F1 {SIZE} Tf {LEFT} {first} Td {PITCH} TL\n{shown}\nET\n"


def stretch(part: str, at: int = 1) -> tuple[float, float, float]:
    """Return where a part of one of LINES begins and ends, and its baseline, all counted from the page's bottom left."""
    start = LINES[at].index(part)
    x0, x1 = (LEFT + stringWidth(LINES[at][:end], "Helvetica", SIZE) for end in (start, start + len(part)))
    return x0, x1, FIRST - at * PITCH


def strike(part: str, at: int = 1) -> str:
    """Return the operators that strike a part of one of LINES."""
    x0, x1, baseline = stretch(part, at)
    return f"q 1 0 0 RG 0.6 w {x0:.2f} {baseline + 3:.2f} m {x1:.2f} {baseline + 3:.2f} l S Q\n"
