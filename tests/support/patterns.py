"""A PDF of one line of text with rectangles that are filled with a pattern: how Chromium prints wavy lines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lydelse.model.place import Box

HEIGHT = 842.0
SOLID, WAVY, HATCHED = "solid", "wavy", "hatched"
RED = (0.8, 0.1, 0.2)


def print_patterned(path: Path, text: str, areas: Sequence[tuple[str, Box]], *, size: float = 11.0, turned: int = 0) -> None:
    """Write ``text`` at 70 points from the left on the baseline 100, each of the areas over it.

    ``SOLID`` is the plain grey that PDFium gives for any pattern; ``WAVY`` a red wave, and ``HATCHED`` slanted red lines.
    """
    painted = "\n".join(_area(at, kind, box) for at, (kind, box) in enumerate(areas))
    content = f"BT /F1 {size} Tf 70 {HEIGHT - 100} Td ({text}) Tj ET\n{painted}"
    patterns = [_pattern(kind, box) for kind, box in areas]
    names = " ".join(f"/P{at} {6 + at} 0 R" for at in range(len(areas)))
    resources = f"<< /Font << /F1 5 0 R >> /Pattern << {names} >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {turned} /Contents 4 0 R /Resources {resources} >>",
        _stream("", content),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        *patterns,
    ]
    body = "".join(f"{number} 0 obj\n{each}\nendobj\n" for number, each in enumerate(objects, 1))
    path.write_bytes(f"%PDF-1.4\n{body}trailer\n<< /Root 1 0 R /Size {len(objects) + 1} >>\n%%EOF\n".encode("cp1252"))


def _area(at: int, kind: str, box: Box) -> str:
    ink = "0.75 0.75 0.75 rg" if kind == SOLID else f"/Pattern cs /P{at} scn"
    return f"q {ink} {box.x0} {HEIGHT - box.bottom} {box.width} {box.height} re f Q"


def _pattern(kind: str, box: Box) -> str:
    """Return a pattern whose one tile is as large as the page and holds the wave at its place, as Chromium's does."""
    low, high = HEIGHT - box.bottom, HEIGHT - box.top
    step = 2.0 if kind == WAVY else 3.0
    lines, x = [], box.x0
    while x < box.x1 + step:
        fall = f"{x + step} {low + 0.5} l {x + 2 * step} {high - 0.5} l" if kind == WAVY else f"{x + box.height} {low} l"
        lines.append(f"{x} {high - 0.5} m {fall}")
        x += 2 * step if kind == WAVY else step
    drawn = f"{' '.join(map(str, RED))} RG 0.8 w {' '.join(lines)} S"
    parts = "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 595 842] /XStep 595 /YStep 842 /Resources << >>"
    return _stream(parts, drawn)


def _stream(parts: str, content: str) -> str:
    return f"<< {parts} /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream"
