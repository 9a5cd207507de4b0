r"""RTF as Word writes it, where LibreOffice 7.4 does not read what it says (RTF 1.9.1, "Character Revision Mark Properties").

A tracked move (``\mvf`` ... ``\mvt``) arrives as plain text in both places. Here it is made what it also is: deleted where it stood, and
inserted where it stands. The deleted end of a paragraph (``\par`` within ``\deleted``) does not arrive either, and can only be counted.
"""

from __future__ import annotations

import re

_MOVED = re.compile(rb"(?<!\\)((?:\\\\)*)\\mv([ft])1?(?![a-z0-9])((?:\s?\\mv(?:auth|date)-?\d+)*)")
_WHO = re.compile(rb"\\mv(auth|date)(?=-?\d)")
_STRUCK_END = re.compile(rb"(?<!\\)(?:\\\\)*\\deleted(?![a-z0-9])[^{}]*?\\par(?![a-z])")
_WORDS = {
    b"f": (b"\\deleted", {b"auth": b"\\revauthdel", b"date": b"\\revdttmdel"}),
    b"t": (b"\\revised", {b"auth": b"\\revauth", b"date": b"\\revdttm"}),
}


def with_moves_as_changes(content: bytes) -> bytes:
    """Return the file with moved text deleted in one place and inserted in the other, by the same author at the same time."""

    def changed(match: re.Match[bytes]) -> bytes:
        word, parts = _WORDS[match[2]]
        return match[1] + word + _WHO.sub(lambda part: parts[part[1]], match[3])

    return _MOVED.sub(changed, content)


def struck_paragraph_ends(content: bytes) -> int:
    """Return how many ends of paragraphs a file says are deleted."""
    return len(_STRUCK_END.findall(content))
