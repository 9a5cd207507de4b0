"""Characters named by their place in a font of signs."""

import pytest

from lydelse.formats.ooxml.symbols import in_signs, symbol


@pytest.mark.parametrize(
    ("font", "code", "shown"),
    [
        ("Symbol", "F0B3", "≥"),
        ("Symbol", "F0A3", "≤"),
        ("Symbol", "F035", "5"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F021", "\ufffd"),
        ("Wingdings 2", "F050", "✓"),
        ("Wingdings 2", "F0FC", "\ufffd"),
        ("Webdings", "F061", "✓"),
        ("Wingdings 3", "F07D", "►"),
        ("ZapfDingbats", "F041", "\ufffd"),
        ("Times New Roman", "2265", "≥"),
        ("Arial", "F041", "A"),
        ("Symbol", "", ""),
        ("Arial", "D800", ""),
    ],
)
def test_a_sign_is_the_character_that_it_shows(font: str, code: str, shown: str) -> None:
    assert symbol(font, code) == shown


@pytest.mark.parametrize(
    ("text", "font", "shown"),
    [("\uf0b3 5", "Symbol", "≥ 5"), ("ü", "Wingdings", "✓"), ("Å", "Wingdings", "\ufffd"), ("\u2265", "Symbol", "≥")],
)
def test_letters_in_a_font_of_signs_are_what_they_show(text: str, font: str, shown: str) -> None:
    assert in_signs(text, font) == shown
