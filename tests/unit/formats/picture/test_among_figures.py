from lydelse.formats.picture.among_figures import among_figures
from lydelse.formats.picture.picture import Letter, ReadWord
from lydelse.model.place import Box

SIZE = 20.0


def word(text: str, x: float, row: int) -> ReadWord:
    letters = tuple(Letter(sign, Box(x + 10 * at, 30 * row, x + 10 * at + 10, 30 * row + 20), 0.99) for at, sign in enumerate(text))
    return ReadWord(letters, 30.0 * row + 18, SIZE, 1.0, (0, 0, 0))


def column(*texts: str) -> list[ReadWord]:
    return [each for row, text in enumerate(texts) for each in (word("Lokaler", 0, row), word(text, 200, row))]


def test_a_word_amid_a_column_of_figures_may_be_one() -> None:
    assert among_figures(column("88", "49,5", "SLS", "37", "391")) == {5}


def test_a_word_that_a_column_of_words_has_is_a_word() -> None:
    assert among_figures(column("ja", "nej", "SLS", "37", "391")) == frozenset()


def test_a_head_over_a_column_is_a_word() -> None:
    assert among_figures(column("tkr", "49,5", "37", "391")) == frozenset()


def test_a_word_that_others_stand_beside_is_a_word() -> None:
    words = column("88", "49,5", "SLS", "37", "391")
    words.insert(6, word("och", 236, 2))
    assert among_figures(words) == frozenset()


def test_a_unit_in_a_head_is_a_word() -> None:
    words = column("2025,", "49,5", "37", "391", "88")
    words.insert(2, word("tkr", 256, 0))
    assert among_figures(words) == frozenset()
