import pytest

from lydelse.differ.words import marked_words
from lydelse.extractors.written import in_words
from lydelse.model.document import Document
from lydelse.model.section import sections_of
from lydelse.model.text import Paragraph, Version


def marked(before: str, after: str) -> str:
    return in_words(Document(sections=sections_of([Paragraph(marked_words(before, after))]))).rstrip("\n")


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("för 2025, 773 000 tkr", "för 2026, 798 000 tkr", "för [-2025-]{+2026+}, [-773 000-]{+798 000+} tkr"),
        ("ett ansvar, enligt reglerna.", "ett ansvar.", "ett ansvar[-, enligt reglerna-]."),
        ("målen för 2024.", "målen för 2026.", "målen för [-2024-]{+2026+}."),
        ("1 234 kr", "11 234 kr", "[-1 234-]{+11 234+} kr"),
        ("Den hyra som betalas", "hyra som betalas", "[-Den -]hyra som betalas"),
    ],
)
def test_whole_words_and_whole_figures_are_marked(before: str, after: str, expected: str) -> None:
    assert marked(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("1 234 kr", "1\u00a0234\u202fkr"),
        ("0-4 år", "0\u20134 år"),
        ("”så”", '"så"'),
        ("läkare\nsom", "läkare som"),
        ("vård\u00adenhet", "vårdenhet"),
        ("15 %", "15%"),
    ],
)
def test_kinds_of_space_dash_and_quotation_mark_are_no_difference(before: str, after: str) -> None:
    assert not Paragraph(marked_words(before, after)).is_marked


def test_small_words_between_two_rewritten_stretches_go_with_them() -> None:
    assert marked("Vi bygger skolor och rustar vägar nu", "Vi river hus och lagar broar nu") == (
        "Vi [-bygger skolor och rustar vägar-]{+river hus och lagar broar+} nu"
    )


def test_a_figure_that_stays_is_kept_even_among_rewritten_words() -> None:
    assert "[-" not in marked("bygger skolor 500 kr rustar vägar", "river hus 500 kr lagar broar").split("500 kr")[0][-2:]
    assert " 500 kr " in marked("bygger skolor 500 kr rustar vägar", "river hus 500 kr lagar broar")


def test_a_text_of_which_next_to_nothing_is_kept_is_replaced_whole() -> None:
    assert marked("Vi lagar alla broar i staden nu.", "Avgiften räknas upp varje år av nämnden.") == (
        "[-Vi lagar alla broar i staden nu.-]{+Avgiften räknas upp varje år av nämnden.+}"
    )


def test_a_very_long_text_is_divided_and_still_gives_back_both() -> None:
    before = " ".join(f"ord{n}" for n in range(900))
    after = " ".join("nytt" if n % 100 == 50 else f"ord{n}" for n in range(900))
    paragraph = Paragraph(marked_words(before, after))
    assert (paragraph.reading(Version.BEFORE).text, paragraph.reading(Version.AFTER).text) == (before, after)
    assert sum(run.text.strip() == "nytt" for run in paragraph.runs) == 9
