"""Strike formatting and its counterpart: what is added is told from what stands beside what is struck."""

from pathlib import Path

import pytest

from lydelse.extractors import word
from lydelse.extractors.written import in_words
from lydelse.model.document import Redline
from lydelse.model.table import Table
from lydelse.model.text import Mark
from support import words
from support.words import STRIKE, UNDERLINE, cell, colour, heading, inserted, paragraph, row, run, struck, styled, table

RED, BLUE = colour("C00000"), colour("0070C0")
PAIR = (run("tre", STRIKE, RED), run("fyra", RED))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "document.docx"


@pytest.mark.parametrize("off", ['<w:strike w:val="0"/>', '<w:strike w:val="false"/>', '<w:strike w:val="off"/>', '<w:dstrike w:val="0"/>'])
def test_a_strike_that_is_switched_off_strikes_nothing(file: Path, off: str) -> None:
    assert in_words(word.extract(words.write(file, paragraph("A ", run("b", off))))) == "A b\n"


@pytest.mark.parametrize("strike", [STRIKE, words.DOUBLE_STRIKE, '<w:strike w:val="1"/>', styled("Borttaget")])
def test_every_way_of_striking_strikes(file: Path, strike: str) -> None:
    document = word.extract(words.write(file, paragraph("A ", run("b", strike))))
    assert in_words(document) == "A [-b-]\n"
    assert document.source.redline is Redline.FORMATTED


def test_a_paragraph_style_strikes_and_a_run_in_it_may_say_no(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("a ", run("b", '<w:strike w:val="0"/>'), style="Utgar")))
    assert in_words(document) == "[-a -]b\n"


def test_the_defaults_of_the_document_strike(file: Path) -> None:
    defaults = "<w:docDefaults><w:rPrDefault><w:rPr><w:strike/></w:rPr></w:rPrDefault></w:docDefaults>"
    document = word.extract(words.write(file, paragraph("a ", run("b", '<w:strike w:val="0"/>')), styles=defaults))
    assert in_words(document) == "[-a -]b\n"


@pytest.mark.parametrize(
    ("struck_look", "added_look", "key"),
    [
        ((STRIKE, RED), (RED,), "convention.red"),
        ((STRIKE,), (UNDERLINE,), "convention.underlined"),
        ((STRIKE, RED), (BLUE, UNDERLINE), "convention.blue-underlined"),
        ((STRIKE,), (words.pen("yellow"),), "convention.highlighted"),
        ((STRIKE,), (words.ITALIC,), "convention.italic"),
    ],
)
def test_what_stands_beside_struck_text_is_how_additions_look(
    file: Path, struck_look: tuple[str, ...], added_look: tuple[str, ...], key: str
) -> None:
    blocks = [paragraph(f"Vikten {at} är ", run("tre", *struck_look), " ", run("fyra", *added_look), ".") for at in "ABC"]
    document = word.extract(words.write(file, *blocks, paragraph(run("Nytt stycke.", *added_look))))
    expected = "".join(f"Vikten {at} är [-tre-] {{+fyra+}}.\n" for at in "ABC")
    assert in_words(document) == expected + "{+Nytt stycke.+}\n"
    assert document.source.convention == key


def test_another_colour_than_that_of_additions_is_kept(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("A ", *PAIR), paragraph("B ", *PAIR), paragraph(run("Observera!", BLUE))))
    assert in_words(document).splitlines()[-1] == "Observera!"


def test_an_addition_in_the_colour_of_struck_text_needs_no_struck_text_beside_it(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("A ", run("utgår", STRIKE, RED), " kvar"), paragraph("B ", run("nytt", RED))))
    assert in_words(document) == "A [-utgår-] kvar\nB {+nytt+}\n"


def test_headings_in_the_colour_of_their_style_are_kept(file: Path) -> None:
    styles = words.STYLES.replace("2F5496", "C00000")
    document = word.extract(words.write(file, heading("5 Ersättning"), paragraph("A ", *PAIR), heading("6 Krav"), styles=styles))
    assert in_words(document) == "# 5 Ersättning\nA [-tre-]{+fyra+}\n# 6 Krav\n"


def test_headings_that_all_have_the_colour_of_additions_are_kept(file: Path) -> None:
    headings = [paragraph(run(f"{at} Rubrik", RED), style="Heading1") for at in (1, 2, 3)]
    document = word.extract(words.write(file, *headings, paragraph("A ", *PAIR)))
    assert in_words(document) == "# 1 Rubrik\n# 2 Rubrik\n# 3 Rubrik\nA [-tre-]{+fyra+}\n"


def test_an_added_heading_among_black_ones_is_inserted(file: Path) -> None:
    blocks = (heading("1 Krav"), heading("2 Tid"), paragraph("A ", *PAIR), paragraph(run("3 Nytt", RED), style="Heading1"))
    assert in_words(word.extract(words.write(file, *blocks))).splitlines()[-1] == "# {+3 Nytt+}"


def test_a_link_is_kept_among_kept_text_and_added_among_added(file: Path) -> None:
    link = run("regionens webbplats", styled("Hyperlink"))
    blocks = [paragraph("A ", run("tre", STRIKE), run("fyra", UNDERLINE)) for _ in range(3)]
    document = word.extract(
        words.write(file, *blocks, paragraph("Se ", link, "."), paragraph(run("Se även ", UNDERLINE), link, run(".", UNDERLINE)))
    )
    assert in_words(document).splitlines()[-2:] == ["Se regionens webbplats.", "{+Se även regionens webbplats.+}"]


def test_a_colour_that_most_of_the_text_has_says_nothing(file: Path) -> None:
    blocks = [paragraph(run("Löpande text som är blå från början till slut.", BLUE)) for _ in range(4)]
    document = word.extract(words.write(file, *blocks, paragraph(run("Här utgår ", BLUE), run("detta", STRIKE, BLUE), run(" ord.", BLUE))))
    assert in_words(document).splitlines()[-1] == "Här utgår [-detta-] ord."
    assert document.source.convention == "convention.none"


def test_tracked_changes_win_and_struck_formatting_still_counts(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("A ", struck(run("b")), inserted(run("c")), run(" d", STRIKE))))
    assert (in_words(document), document.source.redline) == ("A [-b-]{+c+}[- d-]\n", Redline.TRACKED)


def test_text_that_was_inserted_as_struck_is_in_neither_version(file: Path) -> None:
    assert in_words(word.extract(words.write(file, paragraph("A", inserted(run(" b", STRIKE)))))) == "A\n"


def test_a_row_whose_text_is_all_struck_is_a_struck_row(file: Path) -> None:
    rows = (
        row(cell(run("1", STRIKE)), cell(run("2", STRIKE))),
        row(cell(run("3")), cell(run("4", STRIKE))),
    )
    (block,) = word.extract(words.write(file, table(*rows))).blocks
    assert isinstance(block, Table)
    assert [r.mark for r in block.rows] == [Mark.STRUCK, Mark.KEPT]


def test_a_convention_of_italics_alone_is_said_to_be_a_guess(file: Path) -> None:
    blocks = [paragraph(f"Vikten {at} är ", run("tre", STRIKE), " ", run("fyra", words.ITALIC), ".") for at in "ABC"]
    assert [u.code for u in word.extract(words.write(file, *blocks)).unread] == ["X903"]


def test_a_warning_at_the_end_of_a_paragraph_does_not_stand_beside_what_is_struck_in_the_next(file: Path) -> None:
    look = (colour("C00000"), UNDERLINE)
    blocks = [paragraph(f"Vikten {at} är ", run("tre", STRIKE), run("fyra", *look), ".") for at in "ABC"]
    warned = paragraph("Obs! ", run("Sista dag är fast.", RED))
    document = word.extract(words.write(file, *blocks, warned, paragraph(run("Avgiften", STRIKE), run("Taxan", *look), " gäller.")))
    assert "\nObs! Sista dag är fast.\n" in in_words(document)
    assert in_words(document).count("{+fyra+}") == 3


def test_a_new_paragraph_stands_beside_the_struck_one_before_it(file: Path) -> None:
    blocks = [paragraph(run("Avgiften tas ut.", STRIKE)), paragraph(run("Ingen avgift tas ut.", BLUE)), paragraph("Mer text.")]
    assert in_words(word.extract(words.write(file, *blocks))) == "[-Avgiften tas ut.-]\n{+Ingen avgift tas ut.+}\nMer text.\n"
