from __future__ import annotations

import pytest

from lydelse.extractors.written import in_words, marked_runs, written
from lydelse.model.document import Document, Redline
from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph, Run


def paragraphs(text: str) -> list[Paragraph]:
    return list(written(text).paragraphs)


def table(text: str) -> Table:
    return next(block for block in written(text).blocks if isinstance(block, Table))


def test_a_number_gives_a_heading_its_level() -> None:
    assert [section.level for section in written("# 5. Ersättning\n# 5.1.1 Per person\n# Bilaga 2\n# Övrigt").sections] == [1, 3, 1, 1]


def test_the_count_of_signs_gives_a_heading_its_level_where_there_are_several() -> None:
    assert [section.level for section in written("## Bakgrund\n### 1.1 Avtal").sections] == [2, 3]


def test_a_heading_may_say_its_level_in_figures() -> None:
    document = written("#0 Villkor 2026\n#1 5.1 Ersättning")
    assert [section.level for section in document.sections] == [0, 1]
    assert document.properties.title == "Villkor 2026"


def test_struck_and_inserted_text_are_runs_of_their_own() -> None:
    assert marked_runs("År 202[-4-]{+6+}: 1 [-425-] {+458+} kr") == (
        Run("År 202"),
        Run("4", Mark.STRUCK),
        Run("6", Mark.INSERTED),
        Run(": 1 "),
        Run("425", Mark.STRUCK),
        Run(" "),
        Run("458", Mark.INSERTED),
        Run(" kr"),
    )


def test_items_and_footnotes_keep_their_markers_out_of_the_text() -> None:
    read = [(each.kind, each.marker, each.after) for each in paragraphs("* läkemedel\n*2. andra punkten\n[^3] en not")]
    assert read == [(Kind.ITEM, "•", "läkemedel"), (Kind.ITEM, "2.", "andra punkten"), (Kind.FOOTNOTE, "3", "en not")]


def test_rows_that_follow_one_another_are_one_table_and_an_empty_line_begins_another() -> None:
    blocks = list(written("|= Ålder | Vikt\n| 0–4 | 1,04\n\n| a | b").blocks)
    assert [len(block.rows) for block in blocks if isinstance(block, Table)] == [2, 1]


def test_a_header_row_says_so_of_its_cells() -> None:
    assert [[cell.header for cell in row.cells] for row in table("|= Ålder | Vikt\n| 0–4 | 1,04").rows] == [[True, True], [False, False]]


def test_a_struck_row_strikes_its_text() -> None:
    struck, inserted = table("-| 2025 | 100\n+| 2026 | 103").rows
    assert (struck.mark, struck.cells[1].paragraphs[0].runs) == (Mark.STRUCK, (Run("100", Mark.STRUCK),))
    assert (inserted.mark, inserted.cells[0].paragraphs[0].runs) == (Mark.INSERTED, (Run("2026", Mark.INSERTED),))


def test_a_cell_may_be_empty_or_hold_several_paragraphs() -> None:
    row = table(r"| | en\ntvå | |").rows[0]
    assert [[paragraph.after for paragraph in cell.paragraphs] for cell in row.cells] == [[], ["en", "två"], []]


def test_a_struck_paragraph_end_is_no_text() -> None:
    (paragraph,) = paragraphs("Vården ges [-¶-]")
    assert (paragraph.after, paragraph.ending) == ("Vården ges", Mark.STRUCK)


def test_a_backslash_takes_the_meaning_from_a_sign() -> None:
    assert [(each.kind, each.after) for each in paragraphs("\\# inte en rubrik\n\\[-inte struket-]")] == [
        (Kind.PARAGRAPH, "# inte en rubrik"),
        (Kind.PARAGRAPH, "[-inte struket-]"),
    ]


def test_a_document_with_marks_is_a_redline_and_one_without_is_none() -> None:
    assert written("a [-b-]").source.redline is Redline.TRACKED
    assert written("a b").source.redline is Redline.NONE


@pytest.mark.parametrize(
    "text",
    [
        "# 5.1 Ersättning\nÅr [-2025-] {+2026+}\n* punkt\n",
        "|= a | b\n| 1 | [-2-]{+3+}\n-| x | y\n\n| c | d |  |\n",
        "### 1.1 Avtal\n#0 Titel\n#1 5.1 Rubrik\n*1. punkt [-¶-]\n[^2] not\n",
        "\\# inte rubrik\n\\| inte rad\nen \\[-klammer\n",
    ],
)
def test_lines_come_back_as_they_were(text: str) -> None:
    assert in_words(written(text)) == text


def test_a_document_comes_back_whole() -> None:
    document = written("# 1. A\n| [-a-] | b\\|c |\n\n| \\\\n |\nslut -\\] [-struket \\¶-]{+nytt+}")
    assert written(in_words(document)) == document


def test_nothing_is_an_empty_document() -> None:
    assert written("\n \n").sections == Document().sections


def test_an_item_may_have_another_marker_in_each_version() -> None:
    read = [(each.marker_before, each.marker) for each in paragraphs("*[-2.-]{+3.+} ett\n*[--]{+a)+} två\n*[-•-]{++} tre\n*4. fyra")]
    assert read == [("2.", "3."), ("", "a)"), ("•", ""), (None, "4.")]


def test_a_cell_may_be_struck_or_inserted_with_its_text() -> None:
    cells = [cell for row in table("| år | [-¤-] 100 | {+¤+} {+1+}03 | \\[-¤-] | [-¤-]").rows for cell in row.cells]
    assert [cell.mark for cell in cells] == [Mark.KEPT, Mark.STRUCK, Mark.INSERTED, Mark.KEPT, Mark.STRUCK]
    assert [paragraph.runs for cell in cells[1:4] for paragraph in cell.paragraphs] == [
        (Run("100", Mark.STRUCK),),
        (Run("103", Mark.INSERTED),),
        (Run("[-¤-]"),),
    ]


def test_comments_stand_with_the_block_above_them() -> None:
    document = written('>> Utkast\n# 5 Pris\n>> (Eva; 2026-03-02) "Pris" Ny rubrik?\n| a | 1\n>>> (;2026) Ja.\n>>v Klart')
    told = [(each.place.path, each.author, each.date, each.quoted, each.text) for each in document.comments]
    assert told == [
        ("", None, None, "", "Utkast"),
        ("5/h", "Eva", "2026-03-02", "Pris", "Ny rubrik?"),
        ("5/t1", None, "2026", "", "Ja."),
        ("5/t1", None, None, "", "Klart"),
    ]
    assert [(each.is_answer, each.resolved) for each in document.comments[2:]] == [(True, False), (False, True)]


def test_a_ruled_line_under_a_row_makes_it_a_header_as_in_markdown() -> None:
    ruled = table("| Kärl | Avgift |\n|------|:---:|\n| 140 liter | [-840-]{+882+} |")
    assert [[cell.header for cell in row.cells] for row in ruled.rows] == [[True, True], [False, False]]
