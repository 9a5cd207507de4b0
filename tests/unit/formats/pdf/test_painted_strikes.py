"""Strikes that are painted otherwise than with a plain colour, and before the text that they strike."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from support.raw_pdfs import lines, stream, stretch, strike, written

LEFT, RIGHT, BASELINE = stretch("412")
BOX = f"{LEFT:.2f} {BASELINE + 3:.2f} {RIGHT - LEFT:.2f} 0.8 re"
TILES = stream(
    "1 0 0 rg 0 0 4 4 re f", "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 4 4] /XStep 4 /YStep 4 /Resources << >>"
)
SHADE = (
    b"<< /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 600 0] /Extend [true true] "
    b"/Function << /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >> >>"
)


def said(path: Path, content: str, own: bytes = b"<< >>", resources: str = "") -> str:
    return in_words(extract(written(path, content, objects=[stream(""), own], resources=resources)))


def test_a_strike_that_is_drawn_before_its_text_is_one(tmp_path: Path) -> None:
    assert "Priset är [-412-] 428 kr" in said(tmp_path / "a.pdf", strike("412") + lines())


def test_a_strike_in_a_pattern_is_one(tmp_path: Path) -> None:
    content = f"{lines()}/Pattern cs /P1 scn {BOX} f\n"
    assert "Priset är [-412-] 428 kr" in said(tmp_path / "a.pdf", content, TILES, "/Pattern << /P1 7 0 R >>")


def test_a_strike_in_a_shade_that_is_clipped_to_it_is_one(tmp_path: Path) -> None:
    content = f"{lines()}q {BOX} W n /S1 sh Q\n"
    assert "Priset är [-412-] 428 kr" in said(tmp_path / "a.pdf", content, SHADE, "/Shading << /S1 7 0 R >>")


@pytest.mark.parametrize("drawn", [f"{BOX} f", f"0.8 w {LEFT:.2f} {BASELINE + 3:.2f} m {RIGHT:.2f} {BASELINE + 3:.2f} l S"])
def test_a_strike_that_a_shade_fills_or_draws_is_one(tmp_path: Path, drawn: str) -> None:
    pattern = b"<< /Type /Pattern /PatternType 2 /Shading " + SHADE + b" >>"
    content = f"{lines()}/Pattern cs /P1 scn /Pattern CS /P1 SCN {drawn}\n"
    assert "Priset är [-412-] 428 kr" in said(tmp_path / "a.pdf", content, pattern, "/Pattern << /P1 7 0 R >>")


@pytest.mark.parametrize(
    "drawn", [f"1 1 1 rg {BOX} f", f"1 1 1 RG 0.8 w {LEFT:.2f} {BASELINE + 3:.2f} m {RIGHT:.2f} {BASELINE + 3:.2f} l S"]
)
def test_a_white_line_strikes_nothing(tmp_path: Path, drawn: str) -> None:
    assert "Priset är 412 428 kr" in said(tmp_path / "a.pdf", f"{lines()}{drawn}\n")


def test_white_text_on_a_ground_that_a_shade_fills_is_seen(tmp_path: Path) -> None:
    pattern = b"<< /Type /Pattern /PatternType 2 /Shading " + SHADE + b" >>"
    content = f"{lines(first=500)}/Pattern cs /P1 scn 0 700 595 142 re f 1 1 1 rg {lines()}\n"
    document = extract(written(tmp_path / "a.pdf", content, objects=[stream(""), pattern], resources="/Pattern << /P1 7 0 R >>"))
    assert in_words(document).count("Priset är 412 428 kr") == 2
    assert not document.unread
