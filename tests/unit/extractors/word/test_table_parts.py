"""Tables: what a style says of their parts, cells that older programs merge, and cells merged with tracking on."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors import word
from lydelse.extractors.written import in_words
from support import words
from support.words import HIDDEN, STRIKE, cell, paragraph, row, run, table

GRID = table(row("a", "1", "2"), row("b", "3", "4"), row("c", "5", "6"), row("d", "7", "8"))
SIGNED = 'w:id="1" w:author="Eva" w:date="2025-01-01T00:00:00Z"'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "villkor.docx"


def part(name: str, look: str = STRIKE) -> str:
    return f'<w:tblStylePr w:type="{name}"><w:rPr>{look}</w:rPr></w:tblStylePr>'


def look(**used: int) -> str:
    names = ("firstRow", "lastRow", "firstColumn", "lastColumn", "noHBand", "noVBand")
    return "<w:tblLook " + " ".join(f'w:{name}="{used.get(name, int(name.startswith("no")))}"' for name in names) + "/>"


def read(file: Path, says: str, uses: str, grid: str = GRID, more: str = "") -> list[str]:
    """Return a table as read, whose style says something of its parts."""
    style = f'<w:style w:type="table" w:styleId="T"><w:name w:val="T"/>{more}{says}</w:style>'
    styled = grid.replace("<w:tblPr/>", f'<w:tblPr><w:tblStyle w:val="T"/>{uses}</w:tblPr>', 1)
    return in_words(word.extract(words.write(file, styled, styles=words.STYLES + style))).splitlines()


@pytest.mark.parametrize(
    ("name", "used", "struck"),
    [
        ("firstRow", {"firstRow": 1}, "a12"),
        ("lastRow", {"lastRow": 1}, "d78"),
        ("firstCol", {"firstColumn": 1}, "abcd"),
        ("lastCol", {"lastColumn": 1}, "2468"),
        ("band1Horz", {"noHBand": 0}, "a12c56"),
        ("band2Horz", {"noHBand": 0}, "b34d78"),
        ("band1Horz", {"noHBand": 0, "firstRow": 1}, "b34d78"),
        ("band2Vert", {"noVBand": 0}, "1357"),
        ("nwCell", {"firstRow": 1, "firstColumn": 1}, "a"),
        ("seCell", {"lastRow": 1, "lastColumn": 1}, "8"),
        ("firstRow", {}, ""),
        ("band1Horz", {}, ""),
    ],
)
def test_a_part_of_a_table_is_struck_where_its_style_strikes_it_and_the_table_uses_it(
    file: Path, name: str, used: dict[str, int], struck: str
) -> None:
    document = word.extract(file) if read(file, part(name), look(**used)) else None
    assert document is not None
    found = [run.text for paragraph in document.paragraphs for run in paragraph.runs if run.mark.value == "struck"]
    assert sorted("".join(found)) == sorted(struck)


def test_the_parts_that_are_used_may_be_said_in_bits(file: Path) -> None:
    assert read(file, part("lastRow"), '<w:tblLook w:val="0640"/>')[-1] == "-| d | 7 | 8"


def test_a_part_that_says_no_wins_over_the_whole_table(file: Path) -> None:
    whole = f"<w:rPr>{STRIKE}</w:rPr>"
    lines = read(file, part("firstRow", '<w:strike w:val="0"/>'), look(firstRow=1), more=whole)
    assert lines == ["| a | 1 | 2", "-| b | 3 | 4", "-| c | 5 | 6", "-| d | 7 | 8"]


def test_bands_have_as_many_rows_as_the_style_says(file: Path) -> None:
    bands = '<w:tblPr><w:tblStyleRowBandSize w:val="2"/></w:tblPr>'
    assert [line[0] for line in read(file, part("band1Horz"), look(noHBand=0), more=bands)] == ["-", "-", "|", "|"]


def test_a_run_in_a_struck_part_may_say_no(file: Path) -> None:
    grid = table(row("a", cell(run("kvar", '<w:strike w:val="0"/>'))), row("b", "c"))
    assert read(file, part("firstRow"), look(firstRow=1), grid)[0] == "| [-a-] | kvar"


def test_a_part_that_a_style_hides_is_left_out_and_said(file: Path) -> None:
    assert read(file, part("lastRow", HIDDEN), look(lastRow=1))[-1] != "| d | 7 | 8"
    assert [each.message.key for each in word.extract(file).unread] == ["X904.word-hidden"]


def test_cells_that_older_programs_merge_are_one(file: Path) -> None:
    def merged(how: str, text: str) -> str:
        return f"<w:tc><w:tcPr><w:hMerge{how}/></w:tcPr>{paragraph(text)}</w:tc>"

    wide = "<w:tr>" + merged(' w:val="restart"', "Brett") + merged("", "") + cell("3") + "</w:tr>"
    document = word.extract(words.write(file, table(wide, row("a", "b", "c"))))
    first = next(iter(document.sections[0].tables)).rows[0]
    assert [(each.paragraphs[0].after, each.colspan) for each in first.cells] == [("Brett", 2), ("3", 1)]


@pytest.mark.parametrize(
    "properties",
    [
        f'<w:vMerge w:val="restart"/><w:cellMerge {SIGNED} w:vMerge="rest"/>',
        f'<w:gridSpan w:val="2"/><w:tcPrChange {SIGNED}><w:tcPr/></w:tcPrChange>',
    ],
    ids=["downwards", "to the right"],
)
def test_cells_merged_with_tracking_on_are_said(file: Path, properties: str) -> None:
    merged = f"<w:tr><w:tc><w:tcPr>{properties}</w:tcPr>{paragraph('a')}</w:tc></w:tr>"
    document = word.extract(words.write(file, table(merged, row("b", "c"))))
    assert [each.message.key for each in document.unread] == ["X905.word-merged"]


@pytest.mark.parametrize("mark", ["cellIns", "cellDel"])
def test_a_cell_that_gives_way_to_another_is_not_merged(file: Path, mark: str) -> None:
    gives_way = f'<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:tcPrChange {SIGNED}><w:tcPr/></w:tcPrChange></w:tcPr>{paragraph("a")}</w:tc>'
    changed = f"<w:tr>{gives_way}{cell('b', mark=mark)}</w:tr>"
    assert word.extract(words.write(file, table(changed, row("c", "d")))).unread == ()
