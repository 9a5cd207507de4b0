"""A Word file as a document: what the paper shows, and what was done to it."""

from pathlib import Path

import pytest

from lydelse.extractors import word
from lydelse.extractors.written import in_words
from lydelse.model.document import Document, Redline
from lydelse.model.readings import accepting_marks, plain_lines, rejecting_marks
from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark
from support import words
from support.words import cell, heading, inserted, paragraph, row, run, struck, table


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "document.docx"


def before(document: Document) -> tuple[str, ...]:
    return plain_lines(rejecting_marks(document))


def after(document: Document) -> tuple[str, ...]:
    return plain_lines(accepting_marks(document))


def only_table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def test_tracked_text_is_struck_and_inserted_with_its_author_and_date(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("Ersättningen är ", struck(run("304 262")), inserted(run("315 010")), " tkr.")))
    (only,) = document.paragraphs
    assert [(r.text, r.mark, r.author) for r in only.runs] == [
        ("Ersättningen är ", Mark.KEPT, None),
        ("304 262", Mark.STRUCK, "Bo Berg"),
        ("315 010", Mark.INSERTED, "Eva Ek"),
        (" tkr.", Mark.KEPT, None),
    ]
    assert only.runs[1].date == "2025-05-20T10:00:00Z"
    assert document.source.redline is Redline.TRACKED


def test_text_that_one_inserted_and_another_deleted_is_in_neither_version(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("Kvar", inserted(run(" nytt"), struck(run(" ångrat"))), ".")))
    assert (before(document), after(document)) == (("Kvar.",), ("Kvar nytt.",))
    assert "ångrat" not in in_words(document)


def test_moved_text_is_struck_where_it_was_and_inserted_where_it_is(file: Path) -> None:
    document = word.extract(
        words.write(file, paragraph("A", words.moved_from(run(" flyttas"))), paragraph("B", words.moved_to(run(" flyttas"))))
    )
    assert (before(document), after(document)) == (("A flyttas", "B"), ("A", "B flyttas"))


def test_a_deleted_paragraph_mark_joins_two_paragraphs_in_the_later_version(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("Första. ", ending="del"), paragraph("Andra.")))
    assert (before(document), after(document)) == (("Första.", "Andra."), ("Första. Andra.",))


def test_an_inserted_paragraph_mark_parts_them_in_the_later_version_alone(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("Första. ", ending="ins"), paragraph("Andra.")))
    assert (before(document), after(document)) == (("Första. Andra.",), ("Första.", "Andra."))


def test_a_paragraph_mark_that_was_inserted_and_deleted_parts_nothing(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("Första. ", ending="ins del"), paragraph("Andra.")))
    assert before(document) == after(document) == ("Första. Andra.",)


def test_an_empty_paragraph_after_a_deleted_mark_keeps_the_paragraphs_apart(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("Första.", ending="del"), paragraph(), paragraph("Andra.")))
    assert before(document) == after(document) == ("Första.", "Andra.")


def test_a_deleted_row_and_an_inserted_row_carry_their_marks(file: Path) -> None:
    rows = (row("Ålder", "Vikt"), row("0–4", "1,04", mark="del"), row("0–6", "1,10", mark="ins"), row("7–9", "0,43"))
    document = word.extract(words.write(file, table(*rows)))
    assert [r.mark for r in only_table(document).rows] == [Mark.KEPT, Mark.STRUCK, Mark.INSERTED, Mark.KEPT]
    assert (before(document)[1:], after(document)[1:]) == (("0–4 | 1,04", "7–9 | 0,43"), ("0–6 | 1,10", "7–9 | 0,43"))


def test_a_deleted_cell_is_in_the_earlier_version_alone(file: Path) -> None:
    document = word.extract(words.write(file, table(row(cell("A"), cell("B", mark="cellDel")), row(cell("C"), cell("D", mark="cellIns")))))
    assert (before(document), after(document)) == (("A | B", "C"), ("A", "C | D"))


def test_cells_that_are_merged_have_spans_and_their_continuations_are_dropped(file: Path) -> None:
    rows = (
        row(cell("Grupp", span=2), cell("Vikt")),
        row(cell("Barn", merge="restart"), "0–4", "1,04"),
        row(cell("", merge="continue"), "5–9", "0,43"),
    )
    spans = [[(c.colspan, c.rowspan) for c in r.cells] for r in only_table(word.extract(words.write(file, table(*rows)))).rows]
    assert spans == [[(2, 1), (1, 1)], [(1, 2), (1, 1), (1, 1)], [(1, 1), (1, 1)]]


def test_a_table_within_a_cell_is_read_as_paragraphs_of_the_cell(file: Path) -> None:
    inner = table(row("inre a", "inre b"))
    document = word.extract(words.write(file, table(row(cell(paragraph("yttre"), inner, paragraph("sist"))), row("annan"))))
    assert [p.after for p in only_table(document).rows[0].cells[0].paragraphs] == ["yttre", "inre a", "inre b", "sist"]


def test_a_first_row_of_words_above_figures_is_a_header(file: Path) -> None:
    rows = only_table(word.extract(words.write(file, table(row("Ålder", "2026"), row("0–4", "1,04"))))).rows
    assert [[c.header for c in r.cells] for r in rows] == [[True, True], [False, False]]


@pytest.mark.parametrize("figure", ["700 kronor", "1 534 kr per invånare", "> 150 km", "15 %", "−0,5", "0–4"])
def test_figures_with_their_units_are_figures_below_a_header(file: Path, figure: str) -> None:
    rows = only_table(word.extract(words.write(file, table(row("Besök", "Ersättning"), row("Läkare", figure))))).rows
    assert [r.cells[0].header for r in rows] == [True, False]


def test_rows_that_repeat_on_each_page_are_headers(file: Path) -> None:
    rows = only_table(word.extract(words.write(file, table(row("12", "13", header=True), row("a", "b"))))).rows
    assert [r.cells[0].header for r in rows] == [True, False]


def test_a_table_of_labels_and_figures_has_no_header(file: Path) -> None:
    rows = only_table(word.extract(words.write(file, table(row("Grund", "304 262"), row("Summa", "798 047"))))).rows
    assert not any(c.header for r in rows for c in r.cells)


def test_a_frame_around_headings_is_no_table(file: Path) -> None:
    document = word.extract(words.write(file, table(row(cell(heading("5 Ersättning"), paragraph("Text."))))))
    assert in_words(document) == "# 5 Ersättning\nText.\n"


def test_headings_have_the_level_of_their_style_however_it_is_called(file: Path) -> None:
    blocks = (
        heading("Underlag", 0),
        heading("5 Ersättning"),
        heading("5.1 Listning", 2),
        paragraph("Krav", style="Kapitel"),
        paragraph("Text"),
    )
    document = word.extract(words.write(file, *blocks))
    assert [(p.level, p.after) for p in document.paragraphs if p.kind is Kind.HEADING] == [
        (0, "Underlag"),
        (1, "5 Ersättning"),
        (2, "5.1 Listning"),
        (2, "Krav"),
    ]


def test_an_outline_level_of_body_text_is_no_heading(file: Path) -> None:
    (toc,) = word.extract(words.write(file, paragraph("Innehåll", style="Innehall"))).paragraphs
    assert toc.kind is Kind.PARAGRAPH


def test_a_number_that_word_computes_stands_in_the_heading(file: Path) -> None:
    blocks = [paragraph(text, style=style, numbering=(1, level)) for text, style, level in HEADINGS]
    document = word.extract(words.write(file, *blocks))
    assert [s.number for s in document.sections] == ["1", "1.1", "1.1.1", "1.2", "2", "2.1"]
    assert document.sections[2].title == "Ålder"


HEADINGS = (
    ("Uppdrag", "Heading1", 0),
    ("Krav", "Rubrik2", 1),
    ("Ålder", "Rubrik3", 2),
    ("Tid", "Rubrik2", 1),
    ("Ersättning", "Heading1", 0),
    ("Listning", "Rubrik2", 1),
)


def test_after_an_inserted_heading_the_next_one_has_two_numbers(file: Path) -> None:
    blocks = (
        paragraph("Uppdrag", style="Heading1", numbering=(1, 0)),
        paragraph(inserted(run("Nytt")), style="Heading1", numbering=(1, 0), ending="ins"),
        paragraph("Krav", style="Heading1", numbering=(1, 0)),
    )
    document = word.extract(words.write(file, *blocks))
    assert (before(document), after(document)) == (("1 Uppdrag", "2 Krav"), ("1 Uppdrag", "2 Nytt", "3 Krav"))


def test_items_have_their_marker_beside_their_runs(file: Path) -> None:
    blocks = [paragraph("post", numbering=place) for place in ((2, 0), (3, 0), (3, 1), (3, 1), (3, 2), (3, 0), (4, 0), (3, 0))]
    items = list(word.extract(words.write(file, *blocks)).paragraphs)
    assert [item.marker for item in items] == ["•", "1.", "a)", "b)", "i.", "2.", "7.", "8."]
    assert {(item.kind, item.after) for item in items} == {(Kind.ITEM, "post")}


@pytest.mark.parametrize(
    ("text", "marker"),
    [("•\tpost", "•"), ("\uf0b7\tpost", "•"), ("– post", "–"), ("1. post", "1."), ("b) post", "b)"), ("(c) post", "(c)")],
)
def test_a_marker_that_was_typed_is_taken_from_the_text(file: Path, text: str, marker: str) -> None:
    (item,) = word.extract(words.write(file, paragraph(text))).paragraphs
    assert (item.kind, item.marker, item.after) == (Kind.ITEM, marker, "post")


@pytest.mark.parametrize("text", ["-5 grader", "2026 gäller", "1,04 är vikten", "i dag gäller"])
def test_text_that_begins_with_a_figure_or_a_letter_is_no_item(file: Path, text: str) -> None:
    (only,) = word.extract(words.write(file, paragraph(text))).paragraphs
    assert (only.kind, only.after) == (Kind.PARAGRAPH, text)


def test_without_heading_styles_bold_numbered_lines_are_headings(file: Path) -> None:
    blocks = (paragraph(run("5.1 Listning", words.BOLD)), paragraph("Ersättning utgår per listad."), paragraph(run("Beslut", words.BOLD)))
    document = word.extract(words.write(file, *blocks))
    assert [(p.kind, p.level) for p in document.paragraphs] == [(Kind.HEADING, 2), (Kind.PARAGRAPH, 0), (Kind.HEADING, 3)]


def test_a_number_on_a_line_of_its_own_and_the_title_below_are_one_heading(file: Path) -> None:
    blocks = (paragraph(run("§ 118", words.BOLD)), paragraph(run("Villkor för utförare", words.BOLD)), paragraph(run("Beslut", words.BOLD)))
    document = word.extract(words.write(file, *blocks))
    assert [(s.number, s.title, s.level) for s in document.sections] == [("118", "Villkor för utförare", 1), ("", "Beslut", 2)]


def test_fields_give_their_result_and_never_their_instruction(file: Path) -> None:
    simple = '<w:fldSimple w:instr="DATE">' + run("2026-01-01") + "</w:fldSimple>"
    document = word.extract(
        words.write(
            file, paragraph("Se ", words.field("REF avsnitt \\h", run("5.1")), " den ", simple, struck(words.field("PAGE", run("9"))))
        )
    )
    assert (before(document), after(document)) == (("Se 5.1 den 2026-01-019",), ("Se 5.1 den 2026-01-01",))


def test_an_instruction_that_never_ends_does_not_swallow_the_document(file: Path) -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    assert after(word.extract(words.write(file, paragraph("A", begin), paragraph("B")))) == ("A", "B")


def test_text_boxes_are_read_once_after_the_paragraph_that_holds_them(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("A", words.text_box(paragraph("ruta"))), paragraph("B")))
    assert after(document) == ("A", "ruta", "B")


def test_content_controls_links_and_smart_tags_are_text(file: Path) -> None:
    link = "<w:hyperlink>" + run("länk") + "</w:hyperlink>"
    tag = "<w:smartTag>" + run("tagg") + "</w:smartTag>"
    document = word.extract(words.write(file, words.control(paragraph("A ", words.control(run("fält ")), link, " ", tag))))
    assert after(document) == ("A fält länk tagg",)


def test_footnotes_follow_the_block_that_cites_them_and_endnotes_the_text(file: Path) -> None:
    notes = {"footnote": ["not a", "not b"], "endnote": ["sist"]}
    blocks = (paragraph("A", words.cited(2)), paragraph("B", words.cited(1, "endnote"), words.cited(1)), paragraph("C"))
    document = word.extract(words.write(file, *blocks, notes=notes))
    assert in_words(document) == "A\n[^1] not b\nB\n[^2] not a\nC\n[^1] sist\n"


def test_a_footnote_that_only_struck_text_cites_is_struck(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("A", struck(run(" b"), words.cited(1))), notes={"footnote": ["not"]}))
    assert (before(document), after(document)) == (("A b", "not"), ("A",))


def test_hidden_text_is_left_out_and_said(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("Syns.", run(" två ord", words.HIDDEN))))
    assert after(document) == ("Syns.",)
    assert [(u.code, u.message.facts["count"]) for u in document.unread] == [("X904", 2)]


def test_odd_characters_are_read_as_what_they_show(file: Path) -> None:
    hyphens = "<w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:t>d</w:t>"
    signs = f'<w:r><w:t>a</w:t><w:tab/>{hyphens}<w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    (only,) = word.extract(words.write(file, paragraph(signs))).paragraphs
    assert only.marked_text == "a\tb-cd≥"


def test_a_line_break_is_a_space_and_never_makes_one_number_of_two(file: Path) -> None:
    broken = "<w:r><w:t>rad</w:t><w:br/><w:t>ett 2025</w:t><w:br/><w:t>304 262</w:t></w:r>"
    (only,) = word.extract(words.write(file, paragraph(broken))).paragraphs
    assert only.marked_text == "rad ett 2025\t304 262"


def test_headers_and_footers_are_furniture(file: Path) -> None:
    document = word.extract(words.write(file, paragraph("A"), others={"header": paragraph("Region"), "footer": paragraph("Sida 1")}))
    assert [(f.kind, f.text) for f in document.furniture] == [("header", "Region"), ("footer", "Sida 1")]
    assert after(document) == ("A",)


def test_the_title_that_the_paper_shows_goes_before_the_property(file: Path) -> None:
    assert word.extract(words.write(file, heading("På papperet", 0), title="Mall")).properties.title == "På papperet"
    assert word.extract(words.write(file, paragraph("A"), title="Mall")).properties.title == "Mall"


def test_a_document_without_marks_has_none(file: Path) -> None:
    document = word.extract(words.write(file, heading("5 Ersättning"), paragraph(run("röd text", words.colour("C00000")))))
    assert (document.source.redline, document.source.convention, document.is_marked) == (Redline.NONE, "", False)


def test_a_typed_number_that_was_changed_stays_in_the_text(file: Path) -> None:
    document = word.extract(words.write(file, paragraph(struck(run("1. ")), inserted(run("2. ")), "post")))
    assert in_words(document) == "[-1. -]{+2. +}post\n"


def test_a_dash_in_a_cell_may_be_a_minus(file: Path) -> None:
    assert only_table(word.extract(words.write(file, table(row("Avvikelse", "– 5"))))).rows[0].cells[1].paragraphs[0].after == "– 5"


def test_a_number_that_word_computes_is_all_that_some_cells_hold(file: Path) -> None:
    numbered = [row(cell(paragraph(numbering=(3, 0))), text) for text in ("a", "b")]
    document = word.extract(words.write(file, table(*numbered)))
    assert after(document) == ("1. | a", "2. | b")


def test_white_text_is_read_and_said_unless_something_may_lie_behind_it(file: Path) -> None:
    white = run("två ord", words.colour("FFFFFF"))
    shaded = paragraph(white, more='<w:shd w:val="clear" w:fill="2F5496"/>')
    document = word.extract(words.write(file, paragraph("A ", white), table(row(cell(paragraph(white)))), shaded))
    assert [(u.code, u.message.facts["count"]) for u in document.unread] == [("X904", 2)]


def test_a_row_that_is_indented_keeps_its_columns(file: Path) -> None:
    indented = row("x").replace("<w:tr>", '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>')
    rows = only_table(word.extract(words.write(file, table(row("a", "b"), indented)))).rows
    assert [list(r.cells[0].paragraphs) for r in rows][1] == []
    assert rows[1].cells[1].paragraphs[0].after == "x"
