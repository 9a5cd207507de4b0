"""Words with a frame around them: additions where they stand beside strikes, and no cells of tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from support.raw_pdfs import lines, stream, stretch, strike, written

PRICE = "Priset är [-412-] {+428+} kr för den som är listad i länet och för alla andra som vill."


def sides(part: str, at: int = 1, *, pad: float = 0.5, without: str = "") -> str:
    """Return the operators that draw a frame around a part of a line, each side by itself."""
    x0, x1, baseline = stretch(part, at)
    left, right, low, high = x0 - pad, x1 + pad, baseline - 3, baseline + 9
    drawn = {
        "top": (left, high, right, high),
        "bottom": (left, low, right, low),
        "left": (left, low, left, high),
        "right": (right, low, right, high),
    }
    return "".join(f"0.7 w {a:.2f} {b:.2f} m {c:.2f} {d:.2f} l S\n" for name, (a, b, c, d) in drawn.items() if name not in without)


def paper(path: Path, content: str) -> str:
    document = extract(written(path, content, objects=[stream("")]))
    return in_words(document).replace("\n", " ") + f" <{document.source.convention}>"


def rectangle(part: str) -> str:
    x0, x1, baseline = stretch(part)
    return f"0.7 w {x0:.2f} {baseline - 3:.2f} {x1 - x0:.2f} 12 re S\n"


@pytest.mark.parametrize("frame", [sides("428"), rectangle("428"), sides("428", without="left"), sides("428", without="right")])
def test_words_in_frames_beside_strikes_are_additions(tmp_path: Path, frame: str) -> None:
    read = paper(tmp_path / "a.pdf", lines() + strike("412") + frame)
    assert PRICE in read
    assert "<convention.framed>" in read


def test_a_frame_that_goes_over_a_line_end_is_one(tmp_path: Path) -> None:
    frames = sides("428") + sides("alla andra som vill.", without="right") + sides("Uppgifterna ska", 2, without="left")
    read = paper(tmp_path / "a.pdf", lines() + strike("412") + frames)
    assert "{+alla andra som vill.+} {+Uppgifterna ska+}" in read or "{+alla andra som vill. Uppgifterna ska+}" in read


def test_lines_over_and_under_words_without_sides_are_no_frame(tmp_path: Path) -> None:
    assert "<convention.underlined>" in paper(tmp_path / "a.pdf", lines() + strike("412") + sides("428", without="left right"))


def test_frames_in_a_document_without_strikes_mark_nothing(tmp_path: Path) -> None:
    assert "{+" not in paper(tmp_path / "a.pdf", lines() + sides("428"))


def test_cells_that_share_their_sides_are_no_frames(tmp_path: Path) -> None:
    x0, x1, baseline = stretch("412")
    cells = "".join(f"0.7 w {x0 + at * (x1 - x0):.2f} {baseline - 3:.2f} {x1 - x0:.2f} 12 re S\n" for at in range(3))
    assert "{+" not in paper(tmp_path / "a.pdf", lines() + strike("den som", 1) + cells)


def test_a_frame_with_room_beside_its_words_is_a_box(tmp_path: Path) -> None:
    box = "BT /F1 11 Tf 70 600 Td (Ja) Tj ET 0.7 w 61 597 30 12 re S\n"
    assert "{+" not in paper(tmp_path / "a.pdf", lines() + strike("vill.") + box)
