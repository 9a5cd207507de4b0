from lydelse.differ.tidying import tidied
from lydelse.model.place import Box
from lydelse.model.text import Paragraph, Run, Spot

BOX = Box(0.0, 0.0, 1.0, 1.0)


def test_a_tidy_paragraph_is_left_as_it_is() -> None:
    paragraph = Paragraph((Run("Ett ord."),))
    assert tidied(paragraph) is paragraph


def test_needless_spaces_go_and_the_spots_follow() -> None:
    paragraph = Paragraph((Run(" Ett  ord ."),), spots=(Spot(1, 4, 1, BOX), Spot(6, 9, 1, BOX)))
    plain = tidied(paragraph)
    assert plain.marked_text == "Ett ord."
    assert [plain.marked_text[spot.start : spot.end] for spot in plain.spots] == ["Ett", "ord"]


def test_nothing_but_space_becomes_nothing() -> None:
    assert tidied(Paragraph((Run("  "),))).runs == ()
