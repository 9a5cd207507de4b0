import pytest

from lydelse.checks.uncertain import lowered_where_uncertain
from lydelse.model.document import Document
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Message
from lydelse.model.place import Box, Place
from lydelse.model.uncertain import UncertainFigure
from lydelse.records import replace
from lydelse.reports.wording import say

FIGURE = UncertainFigure(2, Box(100, 100, 140, 112), "773", 0.6)
READ = Document(uncertain=(FIGURE,))


def finding(severity: Severity, *places: Place) -> Finding:
    facts = {"section": "5.1", "term": "summa"}
    return Finding("S101", "sum-mismatch", severity, Message("uncertain.example", facts), tuple(Passage(place, "") for place in places))


def at(box: Box | None, page: int = 2) -> Place:
    return Place(page=page, box=box)


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_an_error_that_an_uncertain_figure_is_part_of_is_a_question_that_names_the_figure(severity: Severity) -> None:
    far, on_it = at(Box(300, 400, 340, 412)), at(Box(95, 98, 170, 114))
    (lowered,) = lowered_where_uncertain([finding(severity, far, on_it)], [READ])
    assert lowered.severity is Severity.QUESTION
    assert lowered.message.then is not None
    assert say(lowered.message.then) == "Siffror som är osäkert lästa ur en bild ingår: ”773”. Stämmer de med sidan 2?"


def test_a_passage_without_a_box_stands_on_every_uncertain_figure_of_its_page() -> None:
    (lowered,) = lowered_where_uncertain([finding(Severity.ERROR, at(None))], [READ])
    assert lowered.severity is Severity.QUESTION


@pytest.mark.parametrize("place", [at(Box(300, 400, 340, 412)), at(Box(95, 98, 170, 114), page=3), Place()])
def test_an_error_about_other_figures_stays_one(place: Place) -> None:
    found = finding(Severity.ERROR, place)
    assert list(lowered_where_uncertain([found], [READ])) == [found]


def test_a_question_stays_as_it_was_asked() -> None:
    found = finding(Severity.QUESTION, at(Box(95, 98, 170, 114)))
    assert list(lowered_where_uncertain([found], [READ])) == [found]


def sums_to(expected: str, text: str = "773 096") -> Finding:
    place = at(Box(95, 98, 170, 114))
    return replace(finding(Severity.ERROR, place), found="773 096 tkr", expected=expected, passages=(Passage(place, text),))


def test_a_reading_with_which_the_sum_holds_is_told_and_the_figure_stays_as_it_was_read() -> None:
    (lowered,) = lowered_where_uncertain([sums_to("713 096 tkr")], [READ])
    assert lowered.message.then is not None
    assert say(lowered.message.then) == (
        "Siffror som är osäkert lästa ur en bild ingår: ”773”. Läses ”773 096” i stället som ”713 096” går det ihop. "
        "Vad står det på sidan 2?"
    )
    assert lowered.found == "773 096 tkr"


@pytest.mark.parametrize("expected", ["773 099 tkr", "733 096 tkr", "801 000 tkr", ""])
def test_no_reading_is_told_where_the_certain_figures_or_other_digits_would_have_to_differ(expected: str) -> None:
    (lowered,) = lowered_where_uncertain([sums_to(expected)], [READ])
    assert lowered.message.then is not None
    assert lowered.message.then.key == "uncertain.finding"
