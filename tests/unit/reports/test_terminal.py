import io
from decimal import Decimal

import pytest

from lydelse import flow
from lydelse.differ import compare
from lydelse.extractors.written import written
from lydelse.model.amount import AmountKind
from lydelse.model.change import Proof
from lydelse.model.comment import Comment
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Message
from lydelse.records import replace
from lydelse.reports import terminal
from lydelse.reports.terminal import NARROW, ROWS_OF_A_SECTION, UNREAD_SHOWN, Screen
from support.reviews import amount, entry, passage, small_comparison, small_review


def lines(width: int, *, colours: bool = False) -> list[str]:
    return terminal.write(small_review(), Screen(width, colours)).splitlines()


@pytest.mark.parametrize("width", [40, 60, NARROW - 1, NARROW, 100, 160])
def test_no_line_is_wider_than_the_screen(width: int) -> None:
    assert [line for line in lines(width) if len(line) > width] == []


@pytest.mark.parametrize("width", [40, 60, NARROW, 100])
def test_no_figure_is_broken_over_lines(width: int) -> None:
    assert sum(line.count("798 047 tkr") for line in lines(width)) >= 3
    assert "\n" not in "".join(lines(width))
    assert not any(line.rstrip().endswith("798") for line in lines(width))


def test_a_figure_has_ordinary_spaces() -> None:
    assert not set("".join(lines(60))) & set("\u00a0\u202f\ue000")


def test_findings_come_first_then_amounts_then_relations_then_what_was_not_read() -> None:
    text = "\n".join(lines(100))
    heads = ("S101", "6 uppgifter som ändras", "Samband som håller", "Inte läst")
    assert sorted(heads, key=text.index) == list(heads)


def test_a_relation_that_only_the_earlier_version_keeps_says_so() -> None:
    amounts = "Kostnaden är [-49 100-]{+51 400+} tkr och intäkten [-48 600-]{+51 030+} tkr."
    text = f"# 1 Kalkyl\n{amounts} Det ger ett underskott om [-500-]{{+470+}} tkr."
    told = terminal.write(flow.review_read(written(text), wishes=flow.Wishes()), Screen(140, colours=False))
    assert "49 100 tkr minus 48 600 tkr (nuvarande lydelse)" in told


def test_piped_output_has_no_colours() -> None:
    assert Screen.of(io.StringIO()) == Screen(100, colours=False)
    assert not any("\x1b" in line for line in lines(100))


def test_a_screen_with_colours_gets_them() -> None:
    assert any("\x1b[" in line for line in lines(100, colours=True))


def test_a_document_cannot_speak_to_the_terminal() -> None:
    spoken = Message("T301.letter.open", {"section": "5", "literal": "\x1b]0;x\x07[bold]1o[/bold]"})
    finding = Finding("T301", "malformed-number", Severity.ERROR, spoken, (passage("5", "1o"),))
    text = terminal.write(replace(small_review(), findings=(finding,)), Screen(100, colours=True))
    assert "\x1b]" not in text
    assert "[bold]1o[/bold]" in text


def test_a_long_table_shows_its_first_rows_and_says_how_many_more_there_are() -> None:
    rows = tuple(
        entry(f"rad {number}", amount(AmountKind.WEIGHT, "1.00"), amount(AmountKind.WEIGHT, f"1.{number:02}"), "5.1")
        for number in range(1, 21)
    )
    review = replace(small_review(), comparisons=(replace(small_comparison(), entries=rows),))
    for width in (60, 100):
        text = terminal.write(review, Screen(width))
        assert text.count("\n  rad ") == ROWS_OF_A_SECTION
        assert f"… och {20 - ROWS_OF_A_SECTION} till" in text


def test_much_that_was_not_read_does_not_push_the_findings_off_the_screen() -> None:
    unread = tuple(replace(small_review().unread[0], message=Message("X905.word-picture", {"count": count})) for count in range(30))
    text = terminal.write(replace(small_review(), unread=unread), Screen(100))
    assert text.count("X905") == UNREAD_SHOWN
    assert f"… och {30 - UNREAD_SHOWN} till" in text


@pytest.mark.parametrize(("proof", "said"), [(None, "saknas, eftersom markeringen är tolkad"), (Proof(True, False), "återfås inte")])  # noqa: FBT003
def test_a_proof_that_is_missing_or_failed_is_said(proof: Proof | None, said: str) -> None:
    text = terminal.write(replace(small_review(), comparisons=(replace(small_comparison(), proof=proof),)), Screen(160))
    assert said in text


def test_how_much_was_not_tested_is_said() -> None:
    assert "  Vikter: 4 uppgifter; 0 bekräftade, 0 förenliga, 2 i fynd, 2 ej prövade" in lines(100)


def test_a_review_without_findings_says_so() -> None:
    assert "Inga fynd" in terminal.write(replace(small_review(), findings=()), Screen(100))


def test_a_comparison_shows_its_marks_as_signs_where_there_are_no_colours() -> None:
    plain = terminal.write_comparison(small_comparison(), Screen(100))
    coloured = terminal.write_comparison(small_comparison(), Screen(100, colours=True))
    assert "[-773 096-] {+798 047+}" in plain
    assert "[-" not in coloured.replace("\x1b[", "")


def test_a_comparison_without_changes_says_that_the_wordings_are_alike() -> None:
    assert "Lydelserna är lika." in terminal.write_comparison(replace(small_comparison(), changes=(), entries=()), Screen(100))


def test_a_long_label_gives_way_to_the_figures() -> None:
    long = entry(
        "Ersättning " * 20, amount(AmountKind.MONEY, str(Decimal(773096)), "tkr"), amount(AmountKind.MONEY, "798047", "tkr"), "5.1"
    )
    text = terminal.write_comparison(replace(small_comparison(), entries=(long,)), Screen(90))
    assert "773 096 tkr  798 047 tkr     +24 951    +3,23" in text


def test_comments_are_counted_on_one_line_and_not_told() -> None:
    assert not any("kommentar" in line for line in lines(100))
    comparison = small_comparison()
    comment = Comment("Rätt?", "Eva Ek")
    both = replace(comparison, before=replace(comparison.before, comments=(comment,)), after=replace(comparison.after, comments=(comment,)))
    text = terminal.write(replace(small_review(), comparisons=(both,)), Screen(100))
    assert [line for line in text.splitlines() if "kommentar" in line] == [
        "Dokumentet har 1 kommentar, som inte är en del av texten: den visas i rapporten."
    ]


def test_a_proof_that_holds_is_said_in_reviews_and_comparisons() -> None:
    for text in (terminal.write(small_review(), Screen(160)), terminal.write_comparison(small_comparison(), Screen(160))):
        assert "Prov av jämförelsen: utan ändringarna återfås nuvarande lydelse" in " ".join(text.split())


def test_two_strangers_are_said_to_be_that_on_the_screen() -> None:
    one, other = (" ".join(f"{sign}{chr(97 + at % 25)}{chr(97 + at // 25)}" for at in range(200)) for sign in "xy")
    assert "X905" in terminal.write_comparison(compare(written(one), written(other)), Screen(160))
