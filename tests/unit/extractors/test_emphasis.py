"""Text that may be emphasis is asked about where one weak sign shows what is added, and only there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lydelse.extractors import read
from lydelse.extractors.emphasis import possible_emphasis
from lydelse.extractors.written import written
from lydelse.model.document import Document
from lydelse.model.finding import Severity, Unread
from support import words
from support.pdfs import BLUE, RED, PdfMaker, struck_line, underline


def asked(document: Document) -> list[Unread]:
    return [unread for unread in document.unread if unread.message.key.startswith("X903.emphasis")]


def paper(path: Path, *lines: str, insert: Callable[..., None] | None = None, colour: tuple[int, int, int] = RED) -> Document:
    with PdfMaker(path) as pdf:
        for at, line in enumerate(lines):
            pdf.marked(70, 100 + 24 * at, line, strike=struck_line, insert=insert, colour=colour)
    return read(path)


PRICES = ("Priset är [-412-] {+428+} kr.", "Avgiften är [-96-] {+99+} kr.", "Taxan är [-31-] {+33+} kr.")


def test_an_expression_in_the_colour_of_additions_is_asked_about_with_its_page(tmp_path: Path) -> None:
    (question,) = asked(paper(tmp_path / "a.pdf", *PRICES, "Detta gäller {+endast+} nya avtal."))
    assert question.severity is Severity.QUESTION
    assert question.page == 1
    assert dict(question.message.facts) == {"count": 1, "texts": ("”endast”",), "pages": ("1",)}


def test_a_warning_alone_in_its_line_is_asked_about_in_the_colour_of_additions(tmp_path: Path) -> None:
    (question,) = asked(paper(tmp_path / "a.pdf", *PRICES, "{+Observera att anmälan är bindande.+}"))
    assert question.message.facts["texts"] == ("”Observera att anmälan är bindande.”",)


def test_a_new_paragraph_in_the_colour_of_additions_is_not_asked_about(tmp_path: Path) -> None:
    assert not asked(paper(tmp_path / "a.pdf", *PRICES, "{+Anmälan görs på regionens blankett.+}"))


def test_black_underlined_words_are_asked_about(tmp_path: Path) -> None:
    document = paper(tmp_path / "a.pdf", *PRICES, "Detta gäller {+endast+} nya avtal.", insert=underline, colour=(0, 0, 0))
    assert len(asked(document)) == 1


def test_two_signs_leave_nothing_to_ask(tmp_path: Path) -> None:
    assert not asked(paper(tmp_path / "a.pdf", *PRICES, "Detta gäller {+endast+} nya avtal.", insert=underline, colour=BLUE))


def test_a_word_file_in_which_colour_alone_shows_additions_is_asked_about(tmp_path: Path) -> None:
    red = words.colour("C00000")
    prices = [words.paragraph("Priset är ", words.run(f"41{at}", words.STRIKE, red), words.run(f"42{at}", red), " kr.") for at in range(3)]
    path = words.write(tmp_path / "a.docx", *prices, words.paragraph("Detta gäller ", words.run("endast", red), " nya avtal."))
    (question,) = asked(read(path))
    assert question.page is None
    assert question.message.facts["texts"] == ("”endast”",)


@pytest.mark.parametrize(
    "text",
    [
        "Avtalet gäller {+till 2027+} för alla.",  # a year
        "Avtalet gäller [-vissa-] {+nya+} enheter.",  # what it replaces stands beside it
        "Avtalet gäller {+, +} för alla.",  # no word
        "# 1 Avtal {+och villkor+}",  # a heading
        "|= Avgift | Kronor\n| {+Läkarbesök+} | {+trehundra+}",  # a new row
        "Avtalet gäller {+" + "alla enheter som har anmält sig, " * 5 + "+} som förut.",  # longer than emphasis is
    ],
)
def test_what_is_rather_added_is_not_asked_about(text: str) -> None:
    assert not list(possible_emphasis(written(text)))


def test_an_expression_in_a_row_that_stays_is_asked_about() -> None:
    (question,) = possible_emphasis(written("|= Avgift | Kronor\n| Läkarbesök {+endast+} vardagar | 300"))
    assert question.message.key == "X903.emphasis.unplaced"


def test_three_are_quoted_and_all_are_counted() -> None:
    lines = (f"Stycke {at} gäller {{+ord {word}+}} som förut." for at, word in enumerate(("ett", "två", "tre", "fyra")))
    (question,) = possible_emphasis(written("\n\n".join(lines)))
    assert question.message.facts["count"] == 4
    assert question.message.facts["texts"] == ("”ord ett”", "”ord två”", "”ord tre”")
