"""Names of files that a browser sends, made safe."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lydelse.web.names import LONGEST, UNNAMED, safe_name


@pytest.mark.parametrize(
    ("sent", "safe"),
    [
        ("Ändringar 2026.pdf", "Ändringar 2026.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\a\\förslag.docx", "förslag.docx"),
        ("a\x00b.pdf", "ab.pdf"),
        ("fil\u202efdp.exe", "filfdp.exe"),
        ("con.txt", "_con.txt"),
        ("NUL", "_NUL"),
        ("..", UNNAMED),
        ("", UNNAMED),
        ("a:b?.pdf", "a_b_.pdf"),
        (".dold.pdf", "dold.pdf"),
        ("namn. ", "namn"),
        ("Taxa %222027%22 100 %.md", "Taxa _2027_ 100 %.md"),
    ],
)
def test_a_name_keeps_its_letters_and_loses_what_it_could_do(sent: str, safe: str) -> None:
    assert safe_name(sent) == safe


@given(st.text() | st.text("%2\x00aD0 /"))
def test_a_safe_name_is_one_name_and_is_itself(sent: str) -> None:
    safe = safe_name(sent)
    assert safe_name(safe) == safe
    assert 0 < len(safe) <= LONGEST
    assert not set(safe) & set('<>:"/\\|?*\x00\n')
    assert safe not in {".", ".."}


def test_a_long_name_keeps_its_ending() -> None:
    assert safe_name("å" * 300 + ".docx").endswith(".docx")
    assert len(safe_name("å" * 300 + ".docx")) == LONGEST
