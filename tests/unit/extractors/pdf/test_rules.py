"""Level lines: what is chained, and the dots and dashes of broken lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.pdf.rules import Rule, rules_of
from lydelse.extractors.written import in_words
from lydelse.formats.pdf.page import Fill, Stroke
from lydelse.model.place import Box
from support.pdfs import RED, PdfMaker

NARROW, DIGIT = 2.4, 6.1


def dash(x0: float, x1: float) -> Stroke:
    return Stroke(Box(x0, 99.7, x1, 100.3), 0.6, RED, horizontal=True, vertical=False)


def dot(x0: float, side: float = 1.0) -> Fill:
    return Fill(Box(x0, 99.5, x0 + side, 99.5 + side), RED)


def only_rule(strokes: list[Stroke], fills: list[Fill]) -> Rule:
    (rule,) = rules_of(strokes, fills)
    return rule


def glyph(x0: float, width: float) -> Box:
    return Box(x0, 92, x0 + width, 103)


def test_the_last_narrow_letter_of_a_dashed_strike_may_end_in_the_gap() -> None:
    rule = only_rule([dash(x, x + 3) for x in range(100, 120, 5)], [])
    assert rule.covers(glyph(117.0, NARROW))
    assert not rule.covers(glyph(118.1, NARROW)), "what the last dash hardly reaches is the next word's"
    assert not rule.covers(glyph(117.9, DIGIT)), "a figure after the strike is not struck by a gap"


def test_letters_within_a_broken_line_are_covered_and_those_after_an_unbroken_one_are_not() -> None:
    broken = only_rule([dash(x, x + 3) for x in range(100, 130, 5)], [])
    assert broken.covers(glyph(103.0, 2.0))
    assert not only_rule([dash(100, 118)], []).covers(glyph(117.1, NARROW))


def test_two_dots_over_one_figure_strike_it() -> None:
    rule = only_rule([], [Fill(Box(100.0, 99.5, 102.0, 100.6), RED), Fill(Box(103.3, 99.5, 105.3, 100.6), RED)])
    assert rule.covers(glyph(100.1, DIGIT - 0.6))


def test_one_dot_is_no_line() -> None:
    assert list(rules_of([], [dot(100)])) == []
    assert list(rules_of([], [dot(100), dot(200)])) == []


def test_an_area_is_no_dot() -> None:
    assert list(rules_of([], [dot(100, 5.0), dot(106, 5.0)])) == []


def test_a_figure_between_two_that_are_struck_one_by_one_is_kept() -> None:
    rule = only_rule([dash(100, 104.4), dash(108.8, 113.2)], [])
    assert rule.covers(glyph(100, 4.4))
    assert not rule.covers(glyph(104.4, 4.4))


def test_a_gap_of_another_width_parts_two_broken_stretches_of_one_line() -> None:
    first, second = [dash(x, x + 2) for x in (100, 103, 106)], [dash(x, x + 2) for x in (112, 115, 118)]
    rule = only_rule([*first, *second], [])
    assert list(rule.pieces) == [(100.0, 108.0), (112.0, 120.0)]
    assert not rule.covers(glyph(108.5, 3.0))


@pytest.mark.parametrize("size", [8.0, 11.0])
def test_dotted_strikes_and_underlines_are_read_to_the_last_figure(tmp_path: Path, size: float) -> None:
    def dots(pdf: PdfMaker, x0: float, x1: float, y: float) -> None:
        x = x0
        while x + 0.75 <= x1:
            pdf.area(Box(x, y - 0.4, x + 0.75, y + 0.4), RED)
            x += 1.5

    def struck(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
        dots(pdf, x0, x1, baseline - 0.3 * size)

    def underlined(pdf: PdfMaker, x0: float, x1: float, baseline: float, size: float) -> None:
        dots(pdf, x0, x1, baseline + 0.12 * size)

    text = "Taket är 202[-5-]{+6+} [-1-] {+2+} mkr, [-304-] {+310+} tkr"
    with PdfMaker(tmp_path / "a.pdf") as pdf:
        pdf.marked(70, 100, text, size=size, strike=struck, insert=underlined)
    assert in_words(extract(tmp_path / "a.pdf")).strip() == text
