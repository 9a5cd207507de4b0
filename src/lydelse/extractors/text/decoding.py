"""Bytes -> text: which encoding a file without any label is written in."""

from __future__ import annotations

import codecs

from lydelse.patterns import compiled

_MARKS = (
    *((codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32")),  # the first begins as that of UTF-16 does
    *((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")),
)
_OLDER = (("mac_roman", "Mac Roman"), ("cp850", "DOS (CP850)"))
_SWEDISH = compiled("(?<=[A-Za-z])[ÅÄÖåäö]|[ÅÄÖåäö](?=[A-Za-z])")
_SWEDISH_FROM = 3  # letters: fewer may be signs that happen to stand in words
_ODD_BREAKS = compiled(r"\r\n?|[\x0b\x85\u2028\u2029]")
_CONTROL = compiled(r"[\x00-\x08\x0e-\x1f\ufeff\u200b\u00ad]")
_BINARY_FROM = 0.02  # of the characters: Windows-1252 text has no control characters to speak of


def decoded(content: bytes) -> str | None:
    """Return the text with line feeds for line ends (form feeds are kept); None where the bytes are no text.

    UTF-8, UTF-16 and UTF-32 are known by their mark, UTF-16 without one by its zero bytes, UTF-8 by being valid; all else is
    Windows-1252, which Swedish text files of older programs are in, unless only another encoding puts å, ä and ö into words.
    """
    text = _in_its_encoding(content)
    if text is None:
        return None
    controls = sum(1 for character in text if character < " " and character not in "\t\n\r\x0b\x0c")
    if controls > len(text) * _BINARY_FROM:
        return None
    return _CONTROL.sub("", _ODD_BREAKS.sub("\n", text))


def older_encoding_of(content: bytes) -> str:
    """Return the name of the encoding of older computers that a text was read in, "" for all others."""
    if any(content.startswith(mark) for mark, _ in _MARKS) or content.count(0) > len(content) // 4 or _is_utf_8(content):
        return ""
    return dict(_OLDER).get(_of_eight_bits(content), "")


def _is_utf_8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _of_eight_bits(content: bytes) -> str:
    """Return the encoding of one byte for each letter that a text is in: the one that puts å, ä and ö into words."""
    counts = {name: len(_SWEDISH.findall(content.decode(name, errors="replace"))) for name in ("cp1252", *dict(_OLDER))}
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] >= _SWEDISH_FROM and counts[best] > 2 * counts["cp1252"] else "cp1252"


def _in_its_encoding(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    if content.count(0) > len(content) // 4:
        little = content[1::2].count(0) > content[::2].count(0)
        return content.decode("utf-16-le" if little else "utf-16-be", errors="replace")
    return content.decode("utf-8" if _is_utf_8(content) else _of_eight_bits(content), errors="replace")
