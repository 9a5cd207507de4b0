from pathlib import Path

import pytest

from lydelse.differ import compare, consolidated
from lydelse.extractors import read
from lydelse.extractors.written import written
from lydelse.formats.ooxml.writing import word_bytes
from lydelse.model.document import Document
from lydelse.model.readings import plain_lines
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Paragraph, Run

SMALL = r"""
#0 Villkor för vårdval
Inledande text & <tecken>.
# 1 Allmänt
Första stycket.
* en punkt
* en annan
*1. en numrerad
*a) en bokstav
# 1.1 Tabeller
|= Ålder | Vikt
| 0–4 år | 1,04
| Rad ett\nrad två |

| En tabell till | utan rubrik
# Bilaga 1 Priser
Sista stycket.
"""


def through_word(document: Document, folder: Path) -> Document:
    file = folder / "ny.docx"
    file.write_bytes(word_bytes(document))
    return read(file)


def test_what_is_written_reads_back_the_same(tmp_path: Path) -> None:
    document = written(SMALL)
    back = through_word(document, tmp_path)
    assert plain_lines(back) == plain_lines(document)
    assert [(each.number, each.title, each.level) for each in back.sections] == [
        (each.number, each.title, each.level) for each in document.sections
    ]
    assert compare(document, back).changes == ()
    assert back.unread == ()
    assert back.properties.title == "Villkor för vårdval"


def test_a_consolidated_document_reads_back_the_same(tmp_path: Path) -> None:
    redline = written("# 1.1 Tabeller\n|= Ålder | Vikt\n| 0–4 år | [-1,04-] {+1,16+}\n+| 5–9 år | 0,9\n| Rad ett\\nrad två |")
    made = consolidated(redline, written(SMALL))
    assert made.not_applied == ()
    assert "5–9 år | 0,9" in plain_lines(made.document)
    assert plain_lines(through_word(made.document, tmp_path)) == plain_lines(made.document)


def test_cells_that_reach_over_others_are_merged(tmp_path: Path) -> None:
    def cell(text: str, colspan: int = 1, rowspan: int = 1) -> Cell:
        return Cell((Paragraph((Run(text),)),), colspan=colspan, rowspan=rowspan)

    rows = (Row((cell("Över två", 2), cell("Ned", rowspan=2))), Row((cell("a"), cell("b"))), Row((cell("c"), cell("d"), cell("e"))))
    document = written("# 1 Tabell")
    section = document.sections[0]
    spanned = Document(sections=(section.__class__(section.number, section.section_id, section.title, 1, (*section.blocks, Table(rows))),))
    back = next(table for section in through_word(spanned, tmp_path).sections for table in section.tables)
    assert [[(each.colspan, each.rowspan) for each in row.cells] for row in back.rows] == [
        [(2, 1), (1, 2)],
        [(1, 1), (1, 1)],
        [(1, 1), (1, 1), (1, 1)],
    ]


@pytest.mark.parametrize("text", [SMALL, "# 1 Bara en rubrik"])
def test_the_same_document_is_the_same_bytes(text: str) -> None:
    assert word_bytes(written(text)) == word_bytes(written(text))
