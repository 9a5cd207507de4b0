import pytest

from lydelse.differ.omissions import is_quoted_from, row_says_left_out, says_left_out
from lydelse.model.text import Paragraph, Run


@pytest.mark.parametrize(
    "text",
    [
        *("…", "[...]", "– – –", "- - -", "(…)", "* * *", ". . ."),
        *("(oförändrat)", "Oförändrat.", "Oförändrad lydelse", "(Texten i övrigt oförändrad.)", "Resten av avsnittet är oförändrat"),
        *("Ingen ändring.", "Inga ändringar i detta avsnitt.", "(andra stycket oförändrat)", "Stycke 2–4 oförändrade"),
        *("Övriga rader lämnas utan ändringar", "Avsnittet ändras inte.", "(Tabellen utelämnas)"),
        *("Andra stycket får följande lydelse:", "I avsnittet ändras första stycket enligt följande.", "Tabellen ersätts med följande:"),
    ],
)
def test_a_note_that_text_is_left_out_is_known(text: str) -> None:
    assert says_left_out(Paragraph((Run(text),)))


@pytest.mark.parametrize(
    "text",
    [
        *("Ersättningen är oförändrad.", "Avgiften ändras inte under året.", "Priset lämnas oförändrat", "12 % oförändrat", "–"),
        *("Vårdgivaren ska följa följande krav:", "Ändringar anmäls till nämnden.", "Texten ska vara tydlig."),
        *("Ersättningen ändras enligt följande.", "Ingen avgift tas ut.", "Resten betalas i efterskott."),
    ],
)
def test_what_a_document_says_of_its_matter_is_no_note(text: str) -> None:
    assert not says_left_out(Paragraph((Run(text),)))


def test_dots_within_a_paragraph_stand_for_what_is_left_out_there() -> None:
    whole = "Avgiften är 100 kr. Den räknas om varje år. Den tas ut i efterskott."
    assert is_quoted_from("Avgiften är 100 kr. … Den tas ut i efterskott.", whole)
    assert is_quoted_from("[...] Den räknas om varje år. [...]", whole)
    assert not is_quoted_from("Avgiften är 200 kr. … Den tas ut i efterskott.", whole)
    assert not is_quoted_from("Avgiften är … i förskott.", whole)
    assert not is_quoted_from(whole, whole)


def test_leader_dots_are_text() -> None:
    assert not is_quoted_from("Namn: ..............", "Namn: och adress")


def test_a_row_of_dots_stands_for_rows() -> None:
    assert row_says_left_out(["…", "…"])
    assert row_says_left_out(["...", ""])
    assert not row_says_left_out(["–", "–"])
    assert not row_says_left_out(["Prov", "…"])
    assert not row_says_left_out(["", ""])
