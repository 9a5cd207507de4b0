from lydelse.extractors.written import marked_runs
from lydelse.model.place import Box, Place
from lydelse.model.text import Mark, Paragraph, Run, Spot, Version, joined, tidy


def test_a_marked_paragraph_has_two_wordings() -> None:
    paragraph = Paragraph(marked_runs("För år [-2025-] {+2026+}, [-773 096-] {+798 047+} tkr"))
    assert paragraph.before == "För år 2025, 773 096 tkr"
    assert paragraph.after == "För år 2026, 798 047 tkr"


def test_a_figure_may_be_struck_in_part() -> None:
    paragraph = Paragraph(marked_runs("målen för 202[-4-]{+6+}"))
    assert (paragraph.before, paragraph.after) == ("målen för 2024", "målen för 2026")


def test_a_reading_knows_the_way_back_to_the_marked_text() -> None:
    paragraph = Paragraph(marked_runs("a [-bb-]{+cc+} d"))
    reading = paragraph.reading(Version.AFTER)
    assert reading.text == "a cc d"
    start, end = reading.marked_span(2, 4)
    assert paragraph.marked_text[start:end] == "cc"
    start, end = reading.marked_span(0, 6)
    assert paragraph.marked_text[start:end] == "a bbcc d"


def test_the_way_back_from_an_empty_reading_is_the_beginning() -> None:
    assert Paragraph((Run("x", Mark.STRUCK),)).reading(Version.AFTER).marked_span(0, 0) == (0, 1)


def test_a_span_stands_where_its_words_stand_on_the_page_where_it_begins() -> None:
    spots = (Spot(0, 3, 1, Box(10, 20, 30, 32)), Spot(4, 7, 1, Box(34, 20, 60, 32)), Spot(8, 9, 2, Box(10, 20, 20, 32)))
    paragraph = Paragraph((Run("för 773 0"),), place=Place("5.1", "5.1", "5.1/p1"), spots=spots)
    assert paragraph.place_of(4, 9) == Place("5.1", "5.1", "5.1/p1", 1, Box(34, 20, 60, 32))
    assert paragraph.place_of(0, 7).box == Box(10, 20, 60, 32)


def test_a_span_without_spots_stands_where_its_paragraph_does() -> None:
    assert Paragraph((Run("text"),), place=Place("5", page=3)).place_of(0, 4) == Place("5", page=3)


def test_neighbouring_runs_of_one_mark_and_author_are_one() -> None:
    runs = [Run("a"), Run(""), Run("b"), Run("c", Mark.STRUCK, "A"), Run("d", Mark.STRUCK, "B")]
    assert joined(runs) == (Run("ab"), Run("c", Mark.STRUCK, "A"), Run("d", Mark.STRUCK, "B"))


def test_spaces_that_striking_leaves_behind_are_tidied_away() -> None:
    assert tidy("invånare . Se  bilaga , sidan 2 ") == "invånare. Se bilaga, sidan 2"


def test_a_comma_between_figures_keeps_its_space() -> None:
    assert tidy("vikt ,5 och 1 ,5") == "vikt ,5 och 1 ,5"


def test_a_paragraph_of_struck_spaces_is_not_marked() -> None:
    assert not Paragraph((Run("text"), Run(" ", Mark.STRUCK))).is_marked


def test_what_stands_in_both_versions_as_it_is_has_text_and_no_mark() -> None:
    assert Paragraph(marked_runs("Taket är 100 tkr.")).is_one_in_both
    assert not Paragraph(marked_runs("Taket är [-100-] {+103+} tkr.")).is_one_in_both
    assert not Paragraph((Run("  "),)).is_one_in_both
    assert not Paragraph(()).is_one_in_both
    assert not Paragraph((Run("Taket"),), ending=Mark.STRUCK).is_one_in_both
    assert not Paragraph((Run("Taket"),), marker="2.", marker_before="1.").is_one_in_both


def test_a_paragraph_that_stands_elsewhere_is_the_same_but_for_its_place() -> None:
    paragraph = Paragraph(marked_runs("Taket är [-100-] {+103+} tkr."), marker="•", level=2)
    assert paragraph.standing_at(Place("5")) == Paragraph(paragraph.runs, marker="•", level=2, place=Place("5"))
