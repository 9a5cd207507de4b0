from __future__ import annotations

import codecs

import pytest

from lydelse.extractors.text.decoding import decoded

TEXT = "Ersättning för år 2026 är 1 425 kr – se bilaga\nÅldersvikt"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("cp1252"),
    ],
)
def test_text_is_the_same_in_every_encoding(content: bytes) -> None:
    assert decoded(content) == TEXT


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\u2028", "\x0b"])
def test_every_line_end_is_a_line_feed(ends: str) -> None:
    assert decoded(TEXT.replace("\n", ends).encode()) == TEXT


def test_form_feeds_are_kept_because_they_part_pages() -> None:
    assert decoded(b"ett\ftv\xc3\xa5") == "ett\ftvå"


def test_bytes_that_are_no_text_are_none() -> None:
    assert decoded(bytes(range(256)) * 4) is None
