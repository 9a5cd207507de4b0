"""What Word files hold now and then: each was seen to be read wrongly, or could be."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors import word
from lydelse.extractors.written import in_words
from lydelse.model.document import Document
from support import words
from support.words import HIDDEN, STRIKE, cell, inserted, paragraph, row, run, struck, table

RAISED = '<w:vertAlign w:val="superscript"/>'
SIGNED = 'w:id="1" w:author="{}" w:date="2025-01-01T00:00:00Z"'


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "villkor.docx"


def read(file: Path, *blocks: str, **more: str) -> str:
    return in_words(word.extract(words.write(file, *blocks, **more)))  # type: ignore[arg-type]  # styles and numbering only


def unread(document: Document) -> list[tuple[str, object]]:
    return [(each.message.key, each.message.facts["count"]) for each in document.unread]


def test_a_raised_figure_after_a_figure_is_not_the_last_one_of_it(file: Path) -> None:
    assert read(file, paragraph("Priset är 500", run("1", RAISED), " kr.")) == "Priset är 500¹ kr.\n"


def test_a_raised_figure_after_a_letter_stays_as_it_is(file: Path) -> None:
    assert read(file, paragraph("Hyran per m", run("2", RAISED))) == "Hyran per m2\n"


def test_a_figure_that_a_character_style_raises_is_raised(file: Path) -> None:
    styles = words.STYLES + '<w:style w:type="character" w:styleId="Not"><w:name w:val="Not"/><w:rPr>' + RAISED + "</w:rPr></w:style>"
    assert read(file, paragraph("500", run("12", words.styled("Not")), " kr"), styles=styles) == "500¹² kr\n"


def form(data: str, instruction: str) -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar></w:r>'
    return f'{begin}<w:r><w:instrText> {instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        ('<w:ddList><w:result w:val="1"/><w:listEntry w:val="100 kr"/><w:listEntry w:val="200 kr"/></w:ddList>', "200 kr"),
        ('<w:ddList><w:listEntry w:val="100 kr"/><w:listEntry w:val="200 kr"/></w:ddList>', "100 kr"),
        ('<w:ddList><w:result w:val="7"/><w:listEntry w:val="100 kr"/></w:ddList>', ""),
        ('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="1"/></w:checkBox>', "☒"),
        ('<w:checkBox><w:default w:val="0"/></w:checkBox>', "☐"),
    ],
)
def test_what_is_chosen_in_a_form_is_read(file: Path, data: str, shown: str) -> None:
    assert read(file, paragraph("Avgift: ", form(data, "FORM"), ".")) == f"Avgift: {shown}.\n"


def test_a_form_that_was_filled_in_anew_has_both_choices(file: Path) -> None:
    lists = ('<w:ddList><w:listEntry w:val="100 kr"/></w:ddList>', '<w:ddList><w:listEntry w:val="120 kr"/></w:ddList>')
    changed = paragraph("Avgift ", struck(form(lists[0], "FORM")), inserted(form(lists[1], "FORM")))
    assert read(file, changed) == "Avgift [-100 kr-]{+120 kr+}\n"


def test_text_after_a_field_that_never_gets_a_result_is_read(file: Path) -> None:
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF </w:instrText></w:r>'
    assert read(file, paragraph("Taket är ", begun, "500 kr"), paragraph("Mer.")) == "Taket är 500 kr\nMer.\n"


def test_a_field_within_the_instruction_of_another_is_no_text(file: Path) -> None:
    nested = words.field("IF 1 = 1", run("5.2")).replace(
        " IF 1 = 1 </w:instrText></w:r>", " IF </w:instrText></w:r>" + words.field("REF x", run("5.1"))
    )
    assert read(file, paragraph("Se ", nested, ".")) == "Se 5.2.\n"


def test_a_row_that_is_hidden_is_left_out_and_said(file: Path) -> None:
    hidden = f"<w:tr><w:trPr><w:hidden/></w:trPr>{cell('Dold rad')}{cell('500')}</w:tr>"
    document = word.extract(words.write(file, table(row("Synlig", "1"), hidden)))
    assert in_words(document) == "| Synlig | 1\n"
    assert unread(document) == [("X904.word-hidden", 3)]


def test_paragraphs_with_nothing_but_a_hidden_end_between_them_are_one(file: Path) -> None:
    assert read(file, paragraph("Ett ", more=f"<w:rPr>{HIDDEN}</w:rPr>"), paragraph("två")) == "Ett två\n"


def test_a_heading_on_the_line_of_its_text_is_a_heading(file: Path) -> None:
    run_in = paragraph("5 Pris", style="Heading1", more=f"<w:rPr>{HIDDEN}<w:specVanish/></w:rPr>")
    assert read(file, run_in, paragraph("Priset är 5 kr.")) == "# 5 Pris\nPriset är 5 kr.\n"


def test_a_ground_of_solid_pattern_is_a_highlight(file: Path) -> None:
    solid = '<w:shd w:val="solid" w:color="FFFF00" w:fill="auto"/>'
    clear = '<w:shd w:val="clear" w:color="FFFF00" w:fill="auto"/>'
    changed = paragraph("Pris ", run("12", STRIKE), run("13", solid), run(" kr", clear))
    assert read(file, changed) == "Pris [-12-]{+13+} kr\n"


@pytest.mark.parametrize("size", [1, 4])
def test_letters_too_small_to_see_are_read_and_said(file: Path, size: int) -> None:
    document = word.extract(words.write(file, paragraph("Stort ", run("och smått", f'<w:sz w:val="{size}"/>'))))
    assert in_words(document) == "Stort och smått\n"
    assert unread(document) == [("X904.word-tiny", 2)]


def test_small_print_is_nothing_to_say_anything_of(file: Path) -> None:
    assert unread(word.extract(words.write(file, paragraph(run("finstilt", '<w:sz w:val="10"/>'))))) == []


def test_a_style_called_heading_alone_is_the_first_level_and_styles_based_on_it_are_not(file: Path) -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{called}"/>{base}</w:style>'
        for name, called, base in (("H", "Heading", ""), ("C", "Caption", '<w:basedOn w:val="H"/>'))
    )
    assert read(file, paragraph("Pris", style="H"), paragraph("Figur", style="C"), styles=styles) == "# Pris\nFigur\n"


def test_what_one_author_inserted_and_another_deleted_was_in_neither_version(file: Path) -> None:
    deleted = f"<w:del {SIGNED.format('Bo')}>{run('500 ').replace('w:t', 'w:delText')}</w:del>"
    both = f"<w:ins {SIGNED.format('Eva')}>{run('om ')}{deleted}{run('600 kr')}</w:ins>"
    document = word.extract(words.write(file, paragraph("Ett tak ", both)))
    assert in_words(document) == "Ett tak {+om 600 kr+}\n"
    assert {each.author for each in next(document.paragraphs).runs} == {None, "Eva"}


def test_a_row_that_was_inserted_and_deleted_was_never_there(file: Path) -> None:
    gone = f"<w:tr><w:trPr><w:ins {SIGNED.format('Eva')}/><w:del {SIGNED.format('Bo')}/></w:trPr>{cell('500')}</w:tr>"
    assert read(file, table(row("1"), gone)) == "| 1\n"


def test_a_struck_column_is_struck_cells(file: Path) -> None:
    rows = [row("a", cell("1", mark="cellDel")), row("b", cell("2", mark="cellDel"))]
    assert read(file, table(*rows)) == "| a | [-¤-] 1\n| b | [-¤-] 2\n"


def test_what_a_property_was_before_is_no_change_of_wording(file: Path) -> None:
    changed = f"<w:r><w:rPr><w:rPrChange {SIGNED.format('Eva')}><w:rPr>{STRIKE}</w:rPr></w:rPrChange></w:rPr><w:t>kvar</w:t></w:r>"
    document = word.extract(words.write(file, paragraph(changed)))
    assert (in_words(document), document.is_marked) == ("kvar\n", False)


def unstored(instruction: str) -> str:
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return f"{begin}<w:r><w:instrText> {instruction} </w:instrText></w:r>{end}"


@pytest.mark.parametrize("instruction", ["EQ \\f(3;4)", "=SUM(ABOVE)", "AUTONUM", "LISTNUM", "symbol 252", "REF pris"])
def test_what_a_field_shows_and_no_file_holds_is_said(file: Path, instruction: str) -> None:
    assert unread(word.extract(words.write(file, paragraph("Andel ", unstored(instruction))))) == [("X905.word-field", 1)]


@pytest.mark.parametrize("instruction", ["XE ord", "PAGE", "FORMTEXT", ""])
def test_a_field_that_shows_nothing_of_the_text_is_not_said(file: Path, instruction: str) -> None:
    assert unread(word.extract(words.write(file, paragraph("Andel ", unstored(instruction))))) == []


def test_a_field_within_an_instruction_shows_nothing_by_itself(file: Path) -> None:
    nested = words.field("IF", run("5.2")).replace(" IF </w:instrText></w:r>", " IF </w:instrText></w:r>" + unstored("REF x"))
    assert unread(word.extract(words.write(file, paragraph(nested)))) == []


@pytest.mark.parametrize(
    "drawn",
    [
        '<w:drawing><wps:wsp><a:prstGeom xmlns:a="urn:a" prst="line"/></wps:wsp></w:drawing>',
        "<w:pict><v:line/></w:pict>",
        '<w:drawing><w14:contentPart r:id="r1"/></w:drawing>',
    ],
    ids=["a line", "a line of older files", "ink"],
)
def test_lines_drawn_by_hand_are_said_and_strike_nothing(file: Path, drawn: str) -> None:
    document = word.extract(words.write(file, paragraph("Priset är 12 kr.", f"<w:r>{drawn}</w:r>")))
    assert (in_words(document), unread(document)) == ("Priset är 12 kr.\n", [("X905.word-stroke", 1)])


def test_a_table_style_strikes_its_table_and_what_stands_in_no_other_table(file: Path) -> None:
    style = f'<w:style w:type="table" w:styleId="Bort"><w:name w:val="Bort"/><w:rPr>{STRIKE}</w:rPr></w:style>'
    inner = table(row("inre"))
    rows = row(
        "utgår", cell(run("kvar", '<w:strike w:val="0"/>')), cell(paragraph("två gånger", style="Utgar")), cell(inner, paragraph("bort"))
    )
    styled = table(rows).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Bort"/></w:tblPr>', 1)
    text = read(file, styled, paragraph("Efter."), styles=words.STYLES + style)
    assert text == "| [-utgår-] | kvar | två gånger | inre\\n[-bort-]\nEfter.\n"


@pytest.mark.parametrize("kind", ["drop", "margin"])
def test_a_large_first_letter_begins_the_paragraph_after_it(file: Path, kind: str) -> None:
    letter = paragraph("D", more=f'<w:framePr w:dropCap="{kind}" w:lines="3"/>')
    assert read(file, letter, paragraph("enna text gäller.")) == "Denna text gäller.\n"


def test_a_frame_beside_the_text_is_a_paragraph_of_its_own(file: Path) -> None:
    assert read(file, paragraph("Notis.", more='<w:framePr w:w="2000"/>'), paragraph("Text.")) == "Notis.\nText.\n"


@pytest.mark.parametrize(
    ("style", "line"),
    [("Rubrik1", "# Pris"), ("Heading2", "## Pris"), ("berschrift1", "# Pris"), ("Normal", "Pris"), ("Rubrikblad", "Pris")],
)
def test_without_its_style_a_heading_is_known_by_what_the_style_is_called(file: Path, style: str, line: str) -> None:
    assert read(file, paragraph("Pris", style=style), paragraph("Text."), styles="") == f"{line}\nText.\n"


@pytest.mark.parametrize("style", ["Innehll1", "TOC2"])
def test_without_its_style_an_entry_of_a_table_of_contents_is_known_by_what_the_style_is_called(file: Path, style: str) -> None:
    assert read(file, paragraph("Pris", "<w:r><w:tab/></w:r>", "7", style=style), styles="") == "Pris\n"


def test_letters_in_a_font_of_signs_are_what_they_show(file: Path) -> None:
    fonts = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}"/>'
    ticked = paragraph(run("ü", fonts.format("Wingdings")), run(" ja, "), run("\uf0b3", fonts.format("Symbol")), run(" 5 %"))
    assert read(file, ticked) == "✓ ja, ≥ 5 %\n"


def test_a_sign_that_is_not_known_is_said(file: Path) -> None:
    unknown = '<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>'
    document = word.extract(words.write(file, paragraph("Skriv ", unknown, " under.")))
    assert [(each.code, each.message.facts["count"]) for each in document.unread] == [("X902", 1)]


def of_formula(text: str, revision: str = "") -> str:
    return f"<m:r>{revision}<m:t>{text}</m:t></m:r>"


def test_a_run_of_a_formula_may_carry_its_change_beside_its_text(file: Path) -> None:
    look = "<w:rPr/>"
    new, gone = (f"<w:{kind} {SIGNED.format('Eva')}>{look}</w:{kind}>" for kind in ("ins", "del"))
    never = f"<w:ins {SIGNED.format('Eva')}><w:del {SIGNED.format('Bo')}>{look}</w:del></w:ins>"
    formula = f"<m:oMath>{of_formula('a=')}{of_formula('2', gone)}{of_formula('3', new)}{of_formula('4', never)}{of_formula('b')}</m:oMath>"
    assert read(file, paragraph(formula)) == "a=[-2-]{+3+}b\n"


def test_a_fraction_that_was_inserted_has_its_line_inserted(file: Path) -> None:
    control = f"<m:fPr><m:ctrlPr><w:ins {SIGNED.format('Eva')}><w:rPr/></w:ins></m:ctrlPr></m:fPr>"
    parts = (
        f"<m:{name}><w:ins {SIGNED.format('Eva')}>{of_formula(text)}</w:ins></m:{name}>" for name, text in (("num", "3"), ("den", "4"))
    )
    formula = f"<m:oMath>{of_formula('a=')}<m:f>{control}{''.join(parts)}</m:f></m:oMath>"
    assert read(file, paragraph(formula)) == "a={+3/4+}\n"


def test_signs_that_nobody_sees_part_neither_words_nor_figures(file: Path) -> None:
    assert read(file, paragraph("på\u200blägg \u200e500\u200f k\u00adr\ufeff")) == "pålägg 500 kr\n"


@pytest.mark.parametrize(
    ("look", "said"),
    [
        (words.pen("black") + words.colour("000000"), ["X904.word-covered"]),
        ('<w:color w:val="ff0000"/><w:shd w:val="clear" w:fill="FF0000"/>', ["X904.word-covered"]),
        (words.pen("black"), []),
        (words.pen("yellow") + words.colour("000000"), []),
        (words.colour("000000"), []),
    ],
    ids=["black on black", "red on red", "automatic on black", "black on yellow", "no ground"],
)
def test_words_in_the_colour_of_their_ground_are_read_and_said(file: Path, look: str, said: list[str]) -> None:
    document = word.extract(words.write(file, paragraph("Namn: ", run("Anna Ek", look))))
    assert in_words(document) == "Namn: Anna Ek\n"
    assert [each.message.key for each in document.unread] == said
