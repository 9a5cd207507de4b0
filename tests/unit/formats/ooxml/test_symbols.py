"""Characters named by their place in a font of signs."""

import pytest

from lydelse.formats.ooxml.symbols import symbol


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F0A3", "≤"),
        ("Symbol", "F035", "5"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F021", "\ufffd"),
        ("Times New Roman", "2265", "≥"),
        ("Arial", "F041", "A"),
        ("Symbol", "", ""),
        ("Arial", "D800", ""),
    ],
)
def test_a_sign_is_the_character_that_it_shows(font: str, code: str, shown: str) -> None:
    assert symbol(font, code) == shown
