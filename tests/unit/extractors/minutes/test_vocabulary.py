from pathlib import Path

import pytest

from lydelse.errors import UsageError
from lydelse.extractors import read
from lydelse.extractors.minutes import minutes_of, vocabulary
from lydelse.model.minutes import PartKind
from support.minutes import COVER


def own(folder: Path, text: str) -> Path:
    """Return a file of words."""
    path = folder / "ord.toml"
    path.write_text(text, "utf-8")
    return path


def test_a_file_of_ones_own_adds_to_the_general_words(tmp_path: Path) -> None:
    words = vocabulary(own(tmp_path, '[rubriker]\nbeslut = ["så blev det"]\n[organ]\nnamn = ["Samarbetsrådet"]\n'))
    assert words.heading("Så blev det:") is PartKind.DECISION
    assert words.heading("Beslut") is PartKind.DECISION
    paper = tmp_path / "protokoll.txt"
    paper.write_text(COVER.replace("Omsorgsnämnden", "Samarbetsrådet") + "§ 1 Taxa\n\nSå blev det\nTaxan godkänns.\n", "utf-8")
    minutes = minutes_of(read(paper), words)
    assert (minutes.body, [point.text for point in minutes.items[0].decision]) == ("Samarbetsrådet", ["Taxan godkänns."])


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ('[rubriker]\nbesult = ["så blev det"]\n', "vocabulary.unknown", 2),
        ('[rubrik]\nbeslut = ["så blev det"]\n', "vocabulary.unknown", 1),
        ('[rubriker]\nbeslut = "så blev det"\n', "vocabulary.value", 2),
        ("[rubriker]\nbeslut = [1, 2]\n", "vocabulary.value", 2),
        ("rubriker = 3\n", "vocabulary.value", 1),
    ],
)
def test_what_no_vocabulary_has_is_refused_with_its_line(tmp_path: Path, text: str, key: str, line: int) -> None:
    with pytest.raises(UsageError) as refused:
        vocabulary(own(tmp_path, text))
    assert (refused.value.message.key, refused.value.message.facts["line"]) == (key, line)


def test_every_heading_of_the_general_words_is_of_one_kind() -> None:
    words = vocabulary()
    assert words.heading("Förslag till beslut på sammanträdet") is PartKind.MOTIONS
    assert words.heading("Tidigare beslut") is PartKind.EARLIER
    assert words.heading("Beslutet skickas till") is PartKind.RECIPIENTS
    assert words.heading("Hälsocentralen Granen") is None
