"""Numbers that Word computes."""

from pathlib import Path

import pytest

from lydelse.formats.ooxml import open_word
from lydelse.formats.ooxml.content import paragraphs_in
from lydelse.formats.ooxml.number_forms import in_form
from support import words
from support.words import paragraph


def labels(path: Path, levels: str, *places: tuple[int, int], num: str = "") -> list[str]:
    lists = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>{num}'
    words.write(path, *(paragraph("x", numbering=place) for place in places), numbering=lists)
    return [found.label.after if found.label else "" for found in paragraphs_in(open_word(path).body)]


def level(at: int, form: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>'


@pytest.mark.parametrize(
    ("form", "numbers"),
    [
        ("decimal", ["1.", "2.", "3.", "4."]),
        ("lowerLetter", ["a.", "b.", "c.", "d."]),
        ("upperLetter", ["A.", "B.", "C.", "D."]),
        ("lowerRoman", ["i.", "ii.", "iii.", "iv."]),
        ("upperRoman", ["I.", "II.", "III.", "IV."]),
        ("decimalZero", ["01.", "02.", "03.", "04."]),
        ("ordinal", ["1:a.", "2:a.", "3:e.", "4:e."]),
        ("cardinalText", ["Ett.", "Två.", "Tre.", "Fyra."]),
        ("ordinalText", ["Första.", "Andra.", "Tredje.", "Fjärde."]),
        ("decimalEnclosedParen", ["(1).", "(2).", "(3).", "(4)."]),
        ("numberInDash", ["- 1 -.", "- 2 -.", "- 3 -.", "- 4 -."]),
        ("none", [".", ".", ".", "."]),
        ("aiueo", ["1.", "2.", "3.", "4."]),
    ],
)
def test_every_form_counts(tmp_path: Path, form: str, numbers: list[str]) -> None:
    assert labels(tmp_path / "a.docx", level(0, form, "%1."), *[(1, 0)] * 4) == numbers


def test_letters_after_z_are_doubled(tmp_path: Path) -> None:
    assert labels(tmp_path / "a.docx", level(0, "lowerLetter", "%1)"), *[(1, 0)] * 28)[-2:] == ["aa)", "bb)"]


def test_a_lower_level_begins_anew_after_a_higher_one(tmp_path: Path) -> None:
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")
    assert labels(tmp_path / "a.docx", levels, (1, 0), (1, 1), (1, 1), (1, 0), (1, 1)) == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_level_that_never_restarts_goes_on(tmp_path: Path) -> None:
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%2", '<w:lvlRestart w:val="0"/>')
    assert labels(tmp_path / "a.docx", levels, (1, 0), (1, 1), (1, 0), (1, 1)) == ["1", "1", "2", "2"]


def test_a_legal_number_is_written_in_digits(tmp_path: Path) -> None:
    levels = level(0, "upperRoman", "%1") + level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert labels(tmp_path / "a.docx", levels, (1, 0), (1, 1)) == ["I", "1.1"]


def test_a_lower_level_without_a_higher_one_before_it_takes_its_start(tmp_path: Path) -> None:
    levels = level(0, "decimal", "%1") + level(1, "decimal", "%1.%2")
    assert labels(tmp_path / "a.docx", levels, (1, 1)) == ["1.1"]


def test_two_lists_of_one_kind_count_on_unless_one_of_them_starts_anew(tmp_path: Path) -> None:
    num = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    assert labels(tmp_path / "a.docx", level(0, "decimal", "%1"), (1, 0), (2, 0), (3, 0), (3, 0), num=num) == ["1", "2", "1", "2"]


def test_number_zero_takes_a_paragraph_out_of_its_list(tmp_path: Path) -> None:
    assert labels(tmp_path / "a.docx", level(0, "decimal", "%1"), (1, 0), (0, 0), (1, 0)) == ["1", "", "2"]


def test_a_style_that_a_level_names_has_that_level(tmp_path: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{at}"><w:name w:val="Nivå {at}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for at in (0, 1)
    )
    levels = level(0, "decimal", "%1", '<w:pStyle w:val="S0"/>') + level(1, "decimal", "%1.%2", '<w:pStyle w:val="S1"/>')
    lists = f'<w:abstractNum w:abstractNumId="1">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    path = words.write(tmp_path / "a.docx", paragraph("x", style="S0"), paragraph("y", style="S1"), styles=styles, numbering=lists)
    assert [p.label.after for p in paragraphs_in(open_word(path).body) if p.label] == ["1", "1.1"]


@pytest.mark.parametrize("start", ["99999999", "x", "-3", ""])
def test_a_start_that_no_writer_means_does_no_harm(tmp_path: Path, start: str) -> None:
    odd = level(0, "upperRoman", "%1.").replace('w:start w:val="1"', f'w:start w:val="{start}"')
    assert len(labels(tmp_path / "a.docx", odd, (1, 0))[0]) < 12


def test_numbers_with_zeros_before_them_are_written_in_a_choice(tmp_path: Path) -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    choice = f'<mc:AlternateContent {mc}><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice>'
    custom = level(0, "x", "%1.").replace('<w:numFmt w:val="x"/>', f"{choice}</mc:AlternateContent>")
    assert labels(tmp_path / "a.docx", custom, (1, 0), (1, 0)) == ["001.", "002."]


@pytest.mark.parametrize(("number", "written"), [(11, "11:e"), (12, "12:e"), (21, "21:a"), (22, "22:a"), (111, "111:e")])
def test_ordinals_end_as_they_are_said(number: int, written: str) -> None:
    assert in_form(number, "ordinal") == written


def test_a_style_has_the_list_of_the_style_that_it_is_based_on(tmp_path: Path) -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="C"/><w:basedOn w:val="B"/></w:style>'
    )
    lists = f'<w:abstractNum w:abstractNumId="1">{level(0, "decimal", "%1")}{level(1, "decimal", "%1.%2")}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    path = words.write(tmp_path / "a.docx", *(paragraph("x", style=name) for name in "ABCC"), styles=styles, numbering=lists)
    assert [p.label.after for p in paragraphs_in(open_word(path).body) if p.label] == ["1", "1.1", "1.2", "1.3"]


def test_an_override_replaces_a_level_and_starts_it_anew_once(tmp_path: Path) -> None:
    num = (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>'
        f"{level(0, 'upperLetter', '%1)')}</w:lvlOverride></w:num>"
    )
    assert labels(tmp_path / "a.docx", level(0, "decimal", "%1"), (1, 0), (2, 0), (2, 0), (1, 0), num=num) == ["1", "E)", "F)", "7"]
