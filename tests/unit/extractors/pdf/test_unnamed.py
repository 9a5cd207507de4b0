"""Letters of which the file does not say which they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from support.raw_pdfs import lines, stream, written

TYPE1 = (
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
    "/Encoding << /Type /Encoding /BaseEncoding /WinAnsiEncoding /Differences [{}] >> >>"
)
FEE = "BT /F2 11 Tf 70 700 Td ({}) Tj ET\n"


def told(path: Path, content: str, font: str, *more: bytes) -> tuple[str, dict[str, dict[str, object]]]:
    document = extract(written(path, lines() + FEE.format(content), objects=[font.encode(), *more]))
    assert {unread.code for unread in document.unread} <= {"X902"}
    return in_words(document).strip().splitlines()[-1], {own.message.key: dict(own.message.facts) for own in document.unread}


@pytest.mark.parametrize("codes", ["\\001\\002", "\\011\\012", "\\015\\002"])
def test_a_figure_whose_codes_are_low_and_that_no_font_names_is_unknown_and_told(tmp_path: Path, codes: str) -> None:
    font = TYPE1.format("1 /g1 /g2 9 /g9 /g10 13 /g13")
    text, said = told(tmp_path / "a.pdf", f"Avgiften {codes} kr", font)
    assert text.endswith("Avgiften �� kr")
    assert said["X902.unknown"]["count"] == 2


def test_low_codes_that_the_font_names_are_the_letters_that_it_names(tmp_path: Path) -> None:
    text, said = told(tmp_path / "a.pdf", "Avgiften \\001\\011\\015 kr", TYPE1.format("1 /four 9 /one 13 /two"))
    assert text.endswith("Avgiften 412 kr")
    assert not said


def test_letters_that_a_drawn_font_does_not_name_are_read_by_their_codes_and_told(tmp_path: Path) -> None:
    font = (
        "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 500 700] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 98 "
        "/Widths [500 500] /CharProcs << /g1 7 0 R /g2 7 0 R >> /Encoding << /Type /Encoding /Differences [97 /g1 /g2] >> >>"
    )
    text, said = told(tmp_path / "a.pdf", "abba", font, stream("500 0 0 0 400 700 d1 50 0 350 700 re f"))
    assert text.endswith("abba")
    assert said == {"X902.pdf-guessed": {"count": 4, "page": 1, "texts": ("”abba”",)}}


def test_a_bullet_that_no_font_names_is_a_bullet(tmp_path: Path) -> None:
    document = extract(written(tmp_path / "a.pdf", FEE.format("\\001  Avgiften"), objects=[TYPE1.format("1 /g1").encode()]))
    assert in_words(document).strip() == "* Avgiften"
    assert document.unread == ()
