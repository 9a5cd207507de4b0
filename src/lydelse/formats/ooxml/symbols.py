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
UNKNOWN = "\ufffd"


def symbol(font: str, code: str) -> str:
    """Return the Unicode character that w:sym shows; U+FFFD where the font's sign is not known."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0xF000 <= number <= 0xF0FF and number > 0xFF:
        return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else ""
    low = number & 0xFF
    family = font.lower()
    if family.startswith("wingdings"):
        return _WINGDINGS.get(low, UNKNOWN)
    if family == "symbol":
        return _SYMBOL.get(low) or (chr(low) if 0x20 <= low < 0x3F else UNKNOWN)
    return chr(low) if 0x20 <= low < 0x7F or low >= 0xA0 else UNKNOWN
