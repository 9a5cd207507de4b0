from lydelse.formats.picture.crossed_words import with_bars_given_back
from lydelse.formats.picture.picture import Letter, Line, ReadWord
from lydelse.model.place import Box


def word(text: str, baseline: float) -> ReadWord:
    letters = tuple(Letter(letter, Box(10.0 * at, baseline - 18, 10.0 * at + 10, baseline + 4), 0.99) for at, letter in enumerate(text))
    return ReadWord(letters, baseline, 20.0, 0.1, (0, 0, 0))


STRIKE = Line(Box(0, 194, 100, 195), 1.0, (0, 0, 0), level=True)


def given_back(*words: ReadWord) -> list[str]:
    (read,) = with_bars_given_back([(words, [STRIKE])])
    return [each.text for each in read]


def test_a_struck_word_is_what_the_document_has_elsewhere_with_the_bars_that_the_line_took() -> None:
    assert given_back(word("enligt", 100), word("onligt", 200)) == ["enligt", "enligt"]


def test_a_struck_word_of_which_the_document_has_no_other_stays_as_read() -> None:
    assert given_back(word("avsnitt", 100), word("onligt", 200)) == ["avsnitt", "onligt"]


def test_a_struck_word_that_the_document_has_as_read_stays() -> None:
    assert given_back(word("kol", 100), word("kel", 130), word("kol", 200)) == ["kol", "kel", "kol"]


def test_a_word_without_a_line_stays_as_read() -> None:
    assert given_back(word("kel", 200), word("kol", 100)) == ["kel", "kol"]
