from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lydelse.errors import UsageError
from lydelse.formats.toml import TomlFile, read_toml
from lydelse.formats.toml.lines import lines_of
from lydelse.formats.toml.writing import comment, key, quoted, table, texts_line

TEXT = '''# en kommentar
[storhet.listning]
etikett = "Totalt = allt" # och en till
"år" = 2026

[ befolkning . "0–4" ]
antal = 1.10
text = """
falsk = 1
[falsk]
"""
[befolkning."0–4".grupper]
'unga' = 3
'''


def read(folder: Path, text: str) -> TomlFile:
    file = folder / "modell.toml"
    file.write_text(text, "utf-8")
    return read_toml(file)


def test_every_key_and_table_has_its_line() -> None:
    assert lines_of(TEXT) == {
        ("storhet", "listning"): 2,
        ("storhet", "listning", "etikett"): 3,
        ("storhet", "listning", "år"): 4,
        ("befolkning", "0–4"): 6,
        ("befolkning", "0–4", "antal"): 7,
        ("befolkning", "0–4", "text"): 8,
        ("befolkning", "0–4", "grupper"): 12,
        ("befolkning", "0–4", "grupper", "unga"): 13,
    }


def test_what_has_no_line_of_its_own_has_that_of_what_holds_it(tmp_path: Path) -> None:
    file = read(tmp_path, TEXT)
    assert file.line_of("storhet", "listning", "saknas") == 2
    assert file.line_of("befolkning") == 6
    assert file.line_of("saknas") == 1


def test_numbers_stay_as_they_are_written(tmp_path: Path) -> None:
    values = read(tmp_path, "tal = 1.10\nstort = 798047\n").values
    assert str(values["tal"]) == "1.10"
    assert isinstance(values["tal"], Decimal)


def test_a_byte_order_mark_and_other_line_ends_are_read(tmp_path: Path) -> None:
    file = tmp_path / "modell.toml"
    file.write_bytes(b"\xef\xbb\xbfa = 1\r\nb = 2\r\n")
    assert read_toml(file).line_of("b") == 2


@pytest.mark.parametrize(
    ("text", "key_of_sentence", "line"),
    [
        ("a = 1\nb = \n", "model.toml.syntax", 2),
        ("a = 1\na = 2\n", "model.toml.twice", 2),
        ("[a]\n[a]\n", "model.toml.twice", 2),
        ("[uppräkning.a]\n", "model.toml.quotes", 1),
        ("a = 1\när = 2\n", "model.toml.quotes", 2),
        ("a = [1,\n2\n", "model.toml.syntax", 3),
    ],
)
def test_what_is_no_toml_is_refused_with_its_line(tmp_path: Path, text: str, key_of_sentence: str, line: int) -> None:
    with pytest.raises(UsageError) as refused:
        read(tmp_path, text)
    assert (refused.value.message.key, refused.value.message.facts["line"]) == (key_of_sentence, line)


@given(st.text(max_size=30), st.text(max_size=30).filter(lambda text: not any("\ud800" <= sign <= "\udfff" for sign in text)))
def test_whatever_is_written_is_read_back(name: str, value: str) -> None:
    name = "".join(sign for sign in name if not "\ud800" <= sign <= "\udfff")
    text = f"{table('storhet', name)}\n{key(name)} = {quoted(value)}\n{texts_line('lista', [value] * 9)}\n"
    assert tomllib.loads(text) == {"storhet": {name: {name: value, "lista": [value] * 9}}} or name == "lista"


def test_comments_are_never_anything_else() -> None:
    lines = list(comment("en\x0bfarlig\u2028rad\nandra = 1 " + "ord " * 60))
    assert all(line.startswith("# ") and len(line.splitlines()) == 1 for line in lines)
