from __future__ import annotations

import codecs

import pytest

from lydelse.extractors.text.decoding import decoded, older_encoding_of

TEXT = "Ersättning för år 2026 är 1 425 kr – se bilaga\nÅldersvikt"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        TEXT.encode("utf-32"),
        TEXT.encode("cp1252"),
        TEXT.encode("mac_roman"),
        TEXT.replace("–", "-").encode("cp850"),
    ],
)
def test_text_is_the_same_in_every_encoding(content: bytes) -> None:
    text = decoded(content)
    assert text is not None
    assert text.replace("–", "-") == TEXT.replace("–", "-")


@pytest.mark.parametrize(
    ("encoding", "name"), [("utf-8", ""), ("utf-16", ""), ("cp1252", ""), ("mac_roman", "Mac Roman"), ("cp850", "DOS (CP850)")]
)
def test_an_encoding_of_older_computers_is_named(encoding: str, name: str) -> None:
    assert older_encoding_of(TEXT.replace("–", "-").encode(encoding)) == name


def test_signs_of_windows_in_words_do_not_make_another_encoding() -> None:
    assert older_encoding_of("Bibliothèque de l’œuvre, à Genève: crème brûlée".encode("cp1252")) == ""


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\u2028", "\x0b"])
def test_every_line_end_is_a_line_feed(ends: str) -> None:
    assert decoded(TEXT.replace("\n", ends).encode()) == TEXT


def test_form_feeds_are_kept_because_they_part_pages() -> None:
    assert decoded(b"ett\ftv\xc3\xa5") == "ett\ftvå"


def test_bytes_that_are_no_text_are_none() -> None:
    assert decoded(bytes(range(256)) * 4) is None
