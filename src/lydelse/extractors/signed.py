"""Electronic signatures in a file: mentioned, for a reader may ask; whether they hold is not tried here.

A signature in a PDF says which bytes it covers (``/ByteRange``), and says so in the open, for the bytes are filled in last (PDF 1.7,
12.8.1). One in a Word file is a part of its own in the folder ``_xmlsignatures`` (ECMA-376-2, 13).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message

_COVERED = re.compile(rb"/ByteRange\s*\[")
_PART = re.compile(rb"PK\x01\x02.{42}_xmlsignatures/(?!_rels|origin)[^/\x00]{1,80}?\.xml", re.DOTALL)
"""A signature in the list of an archive's parts: 46 bytes (APPNOTE 4.3.12), of which the first four are a sign, and the name."""


def signatures(content: bytes) -> Iterator[Unread]:
    """Yield that a file has electronic signatures, where it has."""
    signs = _PART if content.startswith(b"PK") else _COVERED
    count = len(signs.findall(content)) if b"/ByteRange" in content or b"_xmlsignatures/" in content else 0
    if count:
        yield Unread("X905", Severity.INFO, Message("X905.signed", {"count": count}))
