from itertools import count

from lydelse.differ import compare
from lydelse.extractors.written import written
from lydelse.model.change import Added, Removed

_numbers = count()


def prose(first: str) -> str:
    """Return a document of words that no other has."""
    return f"# 1 {first}\n" + "\n".join(" ".join(_word(next(_numbers)) for _ in range(20)) for _ in range(10))


def _word(number: int) -> str:
    return "".join(chr(ord("a") + int(figure)) for figure in f"{number:06}")


def test_two_documents_that_have_nothing_in_common_are_said_to_be_strangers() -> None:
    comparison = compare(written(prose("Skola")), written(prose("Väg")))
    assert [each.message.key for each in comparison.redline.unread] == ["X905.strangers"]
    assert [type(change) for change in comparison.changes] == [Removed, Added]
    assert comparison.proof
    assert comparison.proof.holds


def test_an_excerpt_is_no_stranger() -> None:
    whole = prose("Skola")
    assert compare(written(whole), written("\n".join(whole.split("\n")[3:9]))).redline.unread == ()


def test_short_texts_are_never_strangers() -> None:
    assert compare(written("En sak."), written("Något annat.")).redline.unread == ()
