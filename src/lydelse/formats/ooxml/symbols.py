"""w:sym: characters that are named by their place in a font of signs."""

from __future__ import annotations

_SYMBOL = {
    0x2D: "−",
    0xA3: "≤",
    0xA5: "∞",
    0xAE: "→",
    0xB0: "°",
    0xB1: "±",
    0xB3: "≥",
    0xB4: "×",
    0xB7: "•",
    0xB8: "÷",
    0xB9: "≠",
    0xBB: "≈",
    0xD7: "·",
    0xE5: "∑",
}
_WINGDINGS = {
    0x6C: "•",
    0x6E: "■",
    0x6F: "□",
    0x71: "□",
    0x76: "•",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "•",
    0xE0: "→",
    0xF0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
}
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "•", 0x98: "•", 0xA2: "■", 0xA3: "□"}
_WINGDINGS_3 = {0x70: "▲", 0x71: "▼", 0x74: "◄", 0x75: "►", 0x7D: "►"}
_WEBDINGS = {0x31: "□", 0x34: "►", 0x3C: "■", 0x61: "✓", 0x63: "□", 0x67: "■", 0x72: "✗", 0x6E: "●"}
_SIGNS = {
    "symbol": _SYMBOL,
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "marlett": {},
    "zapfdingbats": {0x33: "✓", 0x34: "✓", 0x37: "✗", 0x38: "✗", 0x6C: "●", 0x6E: "■", 0x6F: "□"},
}
"""The fonts whose letters are signs, by their places in the font; what is missing is not known."""
UNKNOWN = "\ufffd"


def symbol(font: str, code: str) -> str:
    """Return the Unicode character that w:sym shows; U+FFFD where the font's sign is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0xF000 <= number <= 0xF0FF and number > 0xFF:
        return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else ""
    return _sign(font, number & 0xFF)


def is_of_signs(font: str) -> bool:
    """Tell whether a font shows a sign for every letter."""
    return font.strip().lower() in _SIGNS


def in_signs(text: str, font: str) -> str:
    """Return what letters show that are set in a font of signs: as many characters, U+FFFD for signs that are not known."""
    return "".join(letter if letter.isspace() else _sign(font, ord(letter) & 0xFF) if _is_in_font(letter) else letter for letter in text)


def _is_in_font(letter: str) -> bool:
    return ord(letter) <= 0xFF or 0xF000 <= ord(letter) <= 0xF0FF


def _sign(font: str, low: int) -> str:
    family = font.strip().lower()
    signs = _SIGNS.get(family)
    if signs is None:
        return chr(low) if 0x20 <= low < 0x7F or low >= 0xA0 else UNKNOWN
    digits = family == "symbol" and 0x20 <= low < 0x3F
    return signs.get(low) or (chr(low) if digits else UNKNOWN)
