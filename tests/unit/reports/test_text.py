from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.reports.text import write_markdown, write_text
from support.reviews import SMALL


def test_text_can_be_read_back() -> None:
    document = written(SMALL)
    assert written(write_text(document)) == document


def test_markdown_keeps_the_marks_as_signs() -> None:
    assert write_markdown(written("Vi betalar [-10-] {+12+} kr.")) == "Vi betalar [-10-] {+12+} kr.\n"


def test_headings_lists_and_footnotes_become_markdown() -> None:
    text = write_markdown(written("# 5.1 Tak\nText.\n* ett\n*2. två\n[^1] Not."))
    assert text == "## 5.1 Tak\n\nText.\n\n- ett\n2. två\n\n[^1]: Not.\n"


def test_a_table_without_headings_gets_an_empty_row_of_them() -> None:
    assert write_markdown(written("| a | b\n-| c | d")) == "|  |  |\n| --- | --- |\n| a | b |\n| [-c-] | [-d-] |\n"


def test_a_sign_that_means_something_in_markdown_is_escaped() -> None:
    assert write_markdown(written("2 * 3 < 7\n1. inte en lista")) == "2 \\* 3 \\< 7\n\n1\\. inte en lista\n"


def test_comments_are_quotations_below_what_they_are_about() -> None:
    text = 'Pris 13 kr\n>> (Eva Ek; 2026-03-02T10:00:00Z) "13 kr" Rätt*?\\nFråga.\n>>> Ja.\nSist'
    assert write_markdown(written(text)) == "Pris 13 kr\n\n> Eva Ek, 2026-03-02, ”13 kr”: Rätt\\*?\n>\n> Fråga.\n\n> Ja.\n\nSist\n"


def test_what_a_comment_is_about_is_quoted_as_the_reader_s_language_quotes() -> None:
    marked = written('Pris 13 kr\n>> (Eva Ek) "13 kr" Rätt?')
    assert write_markdown(marked, language="en").splitlines()[-1] == "> Eva Ek, “13 kr”: Rätt?"
    assert write_markdown(marked).splitlines()[-1] == "> Eva Ek, ”13 kr”: Rätt?"


def test_comments_about_the_whole_document_come_first() -> None:
    assert write_markdown(written(">> Utkast\nPris")) == "> Utkast\n\nPris\n"


def test_markdown_ends_with_the_amounts_by_section_and_reading() -> None:
    marked = written("# 5 Ersättning\nTaket är [-10-] {+12+} kr per plats.\nStödet är 3 mkr.")
    ending = write_markdown(marked, compare_marked(marked).entries).split("**Belopp, vikter och andelar**")[1]
    assert ending.strip().split("\n") == [
        "| Uppgift | År | Nuvarande | Föreslagen | Förändring |",
        "| --- | --- | --- | --- | --- |",
        "| **5 Ersättning** |  |  |  |  |",
        "| Taket (per plats) |  | 10 kr | 12 kr | +2 |",
        "| Stödet |  | 3 mkr | 3 mkr | 0 |",
    ]


def test_the_amounts_of_one_version_have_one_column() -> None:
    plain = written("# 5 Stöd\nStödet för 2026 är 3 mkr.")
    ending = write_markdown(plain, compare_marked(plain).entries, "en").split("\n---\n")[1]
    assert ending.strip().split("\n")[2:] == [
        "| Figure | Year | Amount |",
        "| --- | --- | --- |",
        "| **5 Stöd** |  |  |",
        "| Stödet | 2026 | 3 mkr |",
    ]
