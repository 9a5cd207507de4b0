"""Bytes -> text: which encoding a file without any label is written in."""

from __future__ import annotations

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_ODD_BREAKS = re.compile(r"\r\n?|[\x0b\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\ufeff\u200b\u00ad]")
_BINARY_FROM = 0.02  # of the characters: Windows-1252 text has no control characters to speak of


def decoded(content: bytes) -> str | None:
    """Return the text with line feeds for line ends (form feeds are kept); None where the bytes are no text.

    UTF-8 and UTF-16 are known by their mark, UTF-16 without one by its zero bytes, UTF-8 by being valid; all else is
    Windows-1252, which Swedish text files of older programs are in.
    """
    text = _in_its_encoding(content)
    if text is None:
        return None
    controls = sum(1 for character in text if character < " " and character not in "\t\n\r\x0b\x0c")
    if controls > len(text) * _BINARY_FROM:
        return None
    return _CONTROL.sub("", _ODD_BREAKS.sub("\n", text))


def _in_its_encoding(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if content.count(0) > len(content) // 4:
        little = content[1::2].count(0) > content[::2].count(0)
        return content.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
