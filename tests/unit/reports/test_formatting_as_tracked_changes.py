"""A redline that shows its changes by formatting, turned into tracked changes where they stand."""

import re
from pathlib import Path

import pytest

from lydelse.differ import compare, compare_marked
from lydelse.extractors.word import extract
from lydelse.formats.ooxml.looks import ORDER
from lydelse.model.change import Comparison
from lydelse.reports.tracked import reads_back, write
from support import words
from support.word_parts import part_of

RED = words.colour("FF0000")


def turned(tmp_path: Path, *blocks: str, **more: object) -> tuple[str, Comparison, bytes]:
    """Return the main part of the redline of a file that shows its changes by formatting, its comparison, and the file."""
    file = words.write(tmp_path / "redline.docx", *blocks, **more)  # type: ignore[arg-type]  # parts by name
    comparison = compare_marked(extract(file))
    content, said = write(comparison, file.read_bytes())
    assert [each.key for each in said] == ["tracked.formatted"]
    assert reads_back(content, comparison)
    return part_of(content, "word/document.xml"), comparison, content


def fees(*properties: str) -> list[str]:
    """Return paragraphs that each replace a figure, what is struck and added shown by some properties."""
    return [
        words.paragraph("Avgiften för plats ", f"{at}", " är ", words.run(f"1{at}", words.STRIKE), words.run(f"2{at}", *properties), " kr.")
        for at in range(5)
    ]


def test_struck_and_red_text_are_changes_in_place_without_the_strike_and_the_colour(tmp_path: Path) -> None:
    xml, _, _ = turned(tmp_path, *fees(RED))
    assert re.findall(r"<w:del [^>]*><w:r><w:delText[^>]*>([^<]*)</w:delText></w:r></w:del>", xml) == [f"1{at}" for at in range(5)]
    assert re.findall(r"<w:ins [^>]*><w:r><w:t[^>]*>([^<]*)</w:t></w:r></w:ins>", xml) == [f"2{at}" for at in range(5)]
    assert "FF0000" not in xml


@pytest.mark.parametrize(
    "properties",
    [(words.UNDERLINE,), (RED, words.UNDERLINE), (words.pen("yellow"),), (words.BOLD,)],
    ids=["underlined", "red and underlined", "with a pen", "bold"],
)
def test_whatever_shows_what_is_added_is_taken_away_and_nothing_else(tmp_path: Path, properties: tuple[str, ...]) -> None:
    kept = words.paragraph(words.run("Obs", words.ITALIC, '<w:sz w:val="28"/>'), " att ansökan görs i maj.", more='<w:jc w:val="both"/>')
    more = words.paragraph(
        "Beslut ", words.run("i maj", words.STRIKE, words.ITALIC), words.run("i juni", *properties[:-1], words.ITALIC, properties[-1])
    )
    xml, _, _ = turned(tmp_path, kept, *fees(*properties), more if properties != (words.BOLD,) else "")
    assert kept in xml
    assert not any(each in xml for each in properties)
    assert properties == (words.BOLD,) or xml.count("<w:i/>") == 3


def test_what_a_style_strikes_says_that_it_is_not_struck(tmp_path: Path) -> None:
    texts = [
        words.paragraph("Avgiften är ", words.run(f"1{at}", words.styled("Borttaget")), words.run(f"2{at}", RED), " kr.") for at in range(5)
    ]
    xml, _, _ = turned(tmp_path, *texts)
    assert xml.count('<w:rStyle w:val="Borttaget"/><w:strike w:val="0"/>') == 5


def test_a_row_and_a_paragraph_all_of_which_is_struck_or_added_are_so_themselves(tmp_path: Path) -> None:
    def row(label: str, figure: str, *properties: str) -> str:
        return words.row(words.cell(words.run(label, *properties)), words.cell(words.run(figure, *properties)))

    table = words.table(row("Ålder", "Avgift"), row("0–4", "1,10", words.STRIKE), row("5–9", "2,20", RED), row("10–14", "3,30"))
    gone = words.paragraph(words.run("Beslut fattas i maj varje år.", words.STRIKE))
    xml, _, _ = turned(tmp_path, *fees(RED), gone, words.paragraph("Beslut om avgiften fattas av nämnden."), table)
    assert re.findall(r"<w:trPr><w:(del|ins) ", xml) == ["del", "ins"]
    assert re.search(r"<w:pPr><w:rPr><w:del [^>]*/></w:rPr></w:pPr><w:del [^>]*><w:r><w:delText[^>]*>Beslut fattas i maj", xml)


def test_a_headers_formatting_and_a_notes_are_changes_too(tmp_path: Path) -> None:
    header = words.paragraph("Villkor ", words.run("2025", words.STRIKE), words.run("2026", RED))
    _, comparison, content = turned(tmp_path, *fees(RED), others={"header": header})
    assert re.search(r"<w:del [^>]*><w:r><w:delText[^>]*>2025<", part_of(content, "word/header.xml"))
    assert comparison.redline.furniture[0].before == "Villkor 2025"


def test_a_field_all_of_whose_result_is_struck_is_struck_with_its_instruction(tmp_path: Path) -> None:
    field = words.field("REF avgift", words.run("bilaga 2", words.STRIKE))
    xml, _, _ = turned(tmp_path, *fees(RED), words.paragraph("Se ", field, words.run("bilaga 3", RED), " om avgiften."))
    assert xml.count("<w:delInstrText") == 1
    assert re.search(r'<w:del [^>]*><w:r><w:fldChar w:fldCharType="begin"/>', xml)


def test_tracked_changes_of_others_in_such_a_file_stay_theirs(tmp_path: Path) -> None:
    theirs = words.inserted(words.run("Beslut fattas i juni."))
    xml, _, _ = turned(tmp_path, *fees(RED), words.paragraph("Ansökan görs i maj. ", theirs))
    assert theirs in xml
    assert xml.count('w:author="Eva Ek"') == 1


def test_added_text_has_the_colour_of_its_neighbours(tmp_path: Path) -> None:
    blue = words.colour("1F3864")
    texts = [
        words.paragraph(
            words.run("Avgiften är ", blue), words.run(f"1{at}", words.STRIKE, blue), words.run(f"2{at}", RED), words.run(" kr.", blue)
        )
        for at in range(5)
    ]
    xml, _, _ = turned(tmp_path, *texts)
    assert "FF0000" not in xml
    assert xml.count("1F3864") == 20


def test_the_properties_of_a_run_stand_in_the_order_of_the_schema(tmp_path: Path) -> None:
    style = words.styled("Borttaget")
    texts = [words.paragraph("Avgiften är ", words.run(f"1{at}", style, '<w:sz w:val="22"/>'), words.run(f"2{at}", RED)) for at in range(5)]
    xml, _, _ = turned(tmp_path, *texts)
    for look in re.findall(r"<w:rPr>(.*?)</w:rPr>", xml):
        places = [ORDER.index(name) for name in re.findall(r"<w:(\w+)[ /]", look)]
        assert places == sorted(places)


def test_the_formatting_of_the_later_of_two_files_is_read_as_accepted_and_that_is_said(tmp_path: Path) -> None:
    before = words.write(tmp_path / "before.docx", *(words.paragraph(f"Avgiften för plats {at} är 1{at} kr.") for at in range(5)))
    after = words.write(tmp_path / "after.docx", *fees(RED), words.paragraph("Beslut fattas i juni."))
    comparison = compare(extract(before), extract(after))
    content, said = write(comparison, after.read_bytes())
    assert [each.key for each in said] == ["tracked.formatted-accepted"]
    assert reads_back(content, comparison)


def test_a_file_that_shows_no_changes_is_its_own_redline(tmp_path: Path) -> None:
    file = words.write(tmp_path / "plain.docx", words.paragraph("Avgiften är 10 kr."))
    assert write(compare_marked(extract(file)), file.read_bytes()) == (file.read_bytes(), ())
