"""Text struck by signs laid over its letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors import read
from lydelse.extractors.combining import with_combining_signs_read
from lydelse.extractors.written import in_words, written
from lydelse.model.document import Redline
from support.words import paragraph, write

BAR, SLASH, LINE = "\u0336", "\u0338", "\u0332"


def over(text: str, sign: str) -> str:
    return "".join(character + sign for character in text)


STRUCK = f"Priset är {over('412 kr', BAR)} {over('428 kr', LINE)} per timme."
READ = "Priset är [-412 kr-] {+428 kr+} per timme."


def test_letters_under_bars_are_struck_and_letters_over_lines_added() -> None:
    document = with_combining_signs_read(written(STRUCK))
    assert in_words(document).strip() == READ
    assert document.source.redline is Redline.FORMATTED
    assert document.unread == ()


@pytest.mark.parametrize("sign", ["\u0335", "\u0336", "\u0337", "\u0338"])
def test_each_of_the_signs_strikes_and_what_is_added_is_asked_about_where_nothing_shows_it(sign: str) -> None:
    document = with_combining_signs_read(written(f"Priset är {over('hundra', sign)} tvåhundra kr."))
    assert in_words(document).strip() == "Priset är [-hundra-] tvåhundra kr."
    assert [own.message.key for own in document.unread] == ["X903.only-struck-by-signs"]


@pytest.mark.parametrize("text", [f"Villkoret a ={SLASH} b gäller o{SLASH}vrigt.", f"Det är {over('viktigt', LINE)}.", "Åke o\u0308vade."])
def test_a_lone_slash_and_a_line_where_nothing_is_struck_are_no_marks(text: str) -> None:
    assert with_combining_signs_read(written(text)) == written(text)


def test_cells_are_read_too() -> None:
    document = with_combining_signs_read(written(f"|= Vad | Pris\n| Timme | {over('412', BAR)} 428\n"))
    assert in_words(document).strip().endswith("| Timme | [-412-] 428")


def test_a_text_file_and_a_word_file_are_read_so(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text(f"{STRUCK}\n", "utf-8")
    assert in_words(read(text)).strip() == READ
    write(tmp_path / "a.docx", paragraph(STRUCK))
    assert in_words(read(tmp_path / "a.docx")).strip() == READ
