"""Figures of fonts without outlines (Type 3), as a producer makes of letters that it draws itself: looked at where they are painted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import reportlab
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.ttLib import TTFont

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.formats.pdf import Page, open_pdf
from lydelse.model.finding import Severity
from support.raw_pdfs import FIRST_OWN, lines, stream, written

FONTS = Path(reportlab.__file__).parent / "fonts"
NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def painted(glyphs: Mapping[str, Any], name: str) -> str:
    """Return an outline as a PDF paints it."""
    pen = SVGPathPen(glyphs)
    glyphs[name].draw(pen)
    steps, at = [], (0.0, 0.0)
    for kind, numbers in re.findall("([MLHVQZ])([^MLHVQZ]*)", pen.getCommands()):
        values = [float(each) for each in re.findall(r"-?[0-9.]+", numbers)]
        match kind:
            case "Z":
                steps.append("h")
            case "Q":
                (x, y), end = values[:2], (values[2], values[3])
                near = [f"{a + (c - a) * 2 / 3} {b + (d - b) * 2 / 3}" for (a, b), (c, d) in ((at, (x, y)), (end, (x, y)))]
                steps.append(f"{' '.join(near)} {end[0]} {end[1]} c")
                at = end
            case _:
                at = {"H": (values[0], at[1]), "V": (at[0], values[0])}.get(kind) or (values[0], values[1])
                steps.append(f"{at[0]} {at[1]} {'m' if kind == 'M' else 'l'}")
    return " ".join(steps)


def printed(path: Path, shows: Mapping[str, str], content: str, face: str = "Vera") -> Path:
    """Write a page in a font that draws each figure by a procedure, some of them as other figures."""
    font = TTFont(FONTS / f"{face}.ttf")
    glyphs, widths = font.getGlyphSet(), font["hmtx"]
    head = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 -500 2200 2200] /FontMatrix [0.00048828 0 0 0.00048828 0 0] "
        f"/FirstChar 48 /LastChar 57 /Widths [{' '.join(str(widths[name][0]) for name in NAMES)}] /Resources << >> "
        f"/Encoding << /Type /Encoding /Differences [48 /{' /'.join(NAMES)}] >> "
        f"/CharProcs << {' '.join(f'/{name} {FIRST_OWN + 1 + at} 0 R' for at, name in enumerate(NAMES))} >> >>"
    )
    outlines = [painted(glyphs, NAMES[int(shows.get(str(at), str(at)))]) for at in range(10)]
    drawn = [stream(f"{widths[name][0]} 0 0 -500 2200 2200 d1 {outline} f") for name, outline in zip(NAMES, outlines, strict=True)]
    return written(path, lines() + content, objects=[head.encode(), *drawn])


def misnamed(path: Path) -> set[tuple[str, str]]:
    with open_pdf(path) as pdf:
        page = pdf.page(1)
    assert isinstance(page, Page)
    return {(each.said, each.drawn) for each in page.misnamed}


ALL = "BT /F2 {} Tf 72 500 Td (0123456789) Tj ET"


@pytest.mark.parametrize("size", [7, 10, 14])
@pytest.mark.parametrize("face", ["Vera", "VeraBd", "VeraIt"])
def test_figures_that_are_painted_as_the_file_says_are_not_told(tmp_path: Path, face: str, size: int) -> None:
    assert misnamed(printed(tmp_path / "a.pdf", {}, ALL.format(size), face)) == set()


@pytest.mark.parametrize(("one", "other"), list(combinations("0123456789", 2)))
def test_two_painted_figures_that_have_changed_places_are_told(tmp_path: Path, one: str, other: str) -> None:
    assert misnamed(printed(tmp_path / "a.pdf", {one: other, other: one}, ALL.format(10))) >= {(one, other), (other, one)}


@pytest.mark.parametrize("ground", ["0.2 0.2 0.5 rg 60 490 300 25 re f 1 1 1 rg", "1 0 0 rg", "0.9 0.9 0.9 rg 60 490 300 25 re f 0 g"])
def test_painted_figures_are_seen_on_any_ground_and_under_a_strike(tmp_path: Path, ground: str) -> None:
    struck = "0.8 w 72 504 m 92 504 l S"
    content = f"q {ground} BT /F2 10 Tf 72 500 Td (31830) Tj 60 0 Td (384 384) Tj ET Q {struck}"
    assert misnamed(printed(tmp_path / "a.pdf", {}, content)) == set()
    assert misnamed(printed(tmp_path / "b.pdf", {"3": "8"}, content)) >= {("3", "8")}


def test_a_figure_painted_as_another_is_an_error_and_read_as_the_file_says(tmp_path: Path) -> None:
    document = extract(printed(tmp_path / "a.pdf", {"4": "9"}, "BT /F2 11 Tf 72 500 Td (412) Tj ET"))
    assert "412" in in_words(document)
    (said,) = [each for each in document.unread if each.message.key == "X902.pdf-figures"]
    assert said.severity is Severity.ERROR
    assert said.message.facts["pairs"] == ("”4” → ”9”",)
