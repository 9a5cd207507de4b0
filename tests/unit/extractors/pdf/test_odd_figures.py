import pytest

from lydelse.extractors.pdf.scanned.odd_figures import is_as_figures_are, odd_words
from lydelse.formats.picture import Letter, Line, ReadPicture, ReadWord
from lydelse.model.place import Box

SIZE = 20.0
ROOM = 11.0


def word(text: str, x: float, baseline: float = 100.0) -> ReadWord:
    letters = tuple(
        Letter(letter, Box(x + at * ROOM, baseline - 18, x + (at + 1) * ROOM, baseline + 4), 0.99) for at, letter in enumerate(text)
    )
    return ReadWord(letters, baseline, SIZE, 0.1, (0, 0, 0))


def strike(x0: float, x1: float, baseline: float = 100.0) -> Line:
    return Line(Box(x0, baseline - 6, x1, baseline - 5), 1.0, (0, 0, 0), level=True)


def odd(words: list[ReadWord], *lines: Line) -> list[str]:
    numbers = odd_words(ReadPicture(tuple(words), lines, (), 0.0))
    return [words[number].text for number in sorted(numbers)]


@pytest.mark.parametrize(
    "text",
    [
        "798",
        "0,45",
        "2024-05-20",
        "5.1.1",
        "RS/478/2025",
        "20:e",
        "5a",
        "1177.se",
        "65-årsgruppen",
        "(12)",
        "25%",
        "A4",
        "10–12",
        "–5",
        "3:2",
        "”50”.",
    ],
)
def test_what_figures_look_like_is_not_odd(text: str) -> None:
    assert is_as_figures_are(text)


@pytest.mark.parametrize("text", ["5(", "1ill", "IJ,2", "r21", "583-+t", '2"4', "9⁴6", "4l2"])
def test_a_word_that_mixes_figures_with_signs_that_no_figure_has_is_odd(text: str) -> None:
    assert not is_as_figures_are(text)


def test_two_figures_as_close_as_one_without_a_comma_are_odd() -> None:
    assert odd([word("0", 100), word("45", 115)]) == ["0", "45"]


def test_groups_of_thousands_and_figures_with_room_between_are_not_odd() -> None:
    assert odd([word("773", 100), word("096", 138), word("12", 300), word("4", 340)]) == []


def test_the_groups_of_a_telephone_number_are_not_odd() -> None:
    assert odd([word("611", 100), word("00", 138), word("42", 165)]) == []


def test_a_figure_struck_and_the_one_that_replaces_it_are_not_odd() -> None:
    assert odd([word("14", 100), word("3", 127)], strike(100, 122)) == []


def test_a_line_that_ends_between_two_figures_of_one_word_makes_it_odd() -> None:
    assert odd([word("2024", 100)], strike(133, 144)) == ["2024"]


def test_a_line_through_all_of_a_figure_or_past_it_makes_nothing_odd() -> None:
    assert odd([word("2024", 100), word("tkr", 150)], strike(100, 144), strike(90, 190)) == []


def test_a_line_through_one_group_of_a_figure_alone_makes_it_odd() -> None:
    assert odd([word("8", 100), word("504", 116)], strike(100, 111)) == ["8", "504"]


def test_a_line_that_ends_where_a_figure_wraps_to_the_next_line_makes_it_odd() -> None:
    assert odd([word("8", 500), word("504", 100, 130.0)], strike(500, 511)) == ["8", "504"]


def test_a_word_in_the_middle_of_a_column_of_figures_is_asked_about() -> None:
    column = [word(text, 300, 100.0 + 30 * at) for at, text in enumerate(("24,6", "12,1", "TGL", "9,80", "32,5"))]
    assert odd(column) == ["TGL"]


def test_a_word_among_words_is_not_asked_about() -> None:
    column = [word(text, 300, 100.0 + 30 * at) for at, text in enumerate(("Post", "12,1", "TGL", "SKR", "32,5"))]
    assert odd(column) == []


def test_two_groups_of_thousands_a_broad_space_apart_may_be_one_figure() -> None:
    assert odd([word("41", 100), word("782", 136)]) == ["41", "782"]
    assert odd([word("41", 100), word("782", 160)]) == []


def test_a_group_of_thousands_after_what_is_neither_word_nor_figure_is_odd() -> None:
    assert odd([word("F–A", 100), word("464", 138)]) == ["464"]
    assert odd([word("cirka", 100), word("464", 160), word("t.ex", 300), word("464", 349)]) == []


def test_an_amount_is_as_odd_as_any_of_its_groups() -> None:
    assert odd([word("11", 100), word("886", 127)], strike(149, 160)) == ["11", "886"]


def test_a_dash_between_figures_that_a_line_goes_through_may_be_the_line() -> None:
    assert odd([word("24-30", 0)], strike(-5, 60)) == ["24-30"]
    assert odd([word("24-30", 0)]) == []


def test_a_dash_as_long_as_a_letter_is_high_stands_in_no_number() -> None:
    assert odd([word("64—85", 0)]) == ["64—85"]


def test_a_figure_beside_one_that_no_witness_agrees_about_may_be_its_other_half() -> None:
    unsure = word("5", 38)
    unsure = unsure._replace(letters=(unsure.letters[0]._replace(confidence=0.4),))
    assert odd([word("19", 0), unsure]) == ["19", "5"]
    assert odd([word("19", 0), unsure._replace(letters=(unsure.letters[0]._replace(box=Box(60, 82, 71, 104)),))]) == []


def test_white_before_a_struck_figure_in_which_a_minus_may_stand_is_a_question() -> None:
    words = [word("resultatet", 0), word("blev", 116), word("10", 186), word("tkr", 214)]
    assert odd(words, strike(-5, 260)) == ["10"]
    assert odd(words) == []
    assert odd([*words[:2], word("10", 166), word("tkr", 194)], strike(-5, 260)) == []
