from lydelse.formats.picture.picture import Letter, ReadWord
from lydelse.formats.picture.references import with_points_by_their_words
from lydelse.model.place import Box


def word(text: str, point: float = 0.5) -> ReadWord:
    letters = tuple(Letter(sign, Box(10 * at, 0, 10 * at + 10, 20), point if sign in ",." else 0.99) for at, sign in enumerate(text))
    return ReadWord(letters, 18.0, 20.0, 1.0, (0, 0, 0))


def told(*texts: str, point: float = 0.5) -> list[str]:
    return [each.text for each in with_points_by_their_words([word(text, point) for text in texts])]


def test_a_doubted_point_after_what_leads_to_a_number_of_a_section_is_a_full_stop() -> None:
    assert told("enligt", "avsnitt", "4,2", "i", "taxan") == ["enligt", "avsnitt", "4.2", "i", "taxan"]
    assert told("avsnitt", "3.9", "8,6") == ["avsnitt", "3.9", "8.6"]


def test_a_doubted_point_before_a_unit_is_a_comma() -> None:
    assert told("motsvarar", "4.2", "procent") == ["motsvarar", "4,2", "procent"]


def test_a_full_stop_in_an_amount_is_a_doubted_comma_however_clear_it_is() -> None:
    (own, _) = with_points_by_their_words([word("5.27", point=0.99), word("procent")])
    assert (own.text, own.letters[1].confidence) == ("5,27", 0.5)
    assert told("5.270", "kr", point=0.99) == ["5.270", "kr"]


def test_a_point_that_is_clear_or_has_no_word_to_tell_it_stays() -> None:
    assert told("avsnitt", "4,2", point=0.99) == ["avsnitt", "4,2"]
    assert told("höjs", "till", "4,2", "nu") == ["höjs", "till", "4,2", "nu"]
    assert told("avsnitt", "och", "4,2") == ["avsnitt", "och", "4,2"]


def test_a_point_told_by_its_words_is_as_doubted_as_before() -> None:
    (_, own) = with_points_by_their_words([word("avsnitt"), word("4,2")])
    assert own.letters[1].confidence == 0.5
