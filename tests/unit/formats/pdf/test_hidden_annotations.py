"""Annotations that mark text and that their flags hide: they change nothing that is seen, and are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from lydelse.extractors.pdf import extract
from lydelse.extractors.written import in_words
from lydelse.model.document import Document
from support.raw_pdfs import lines, stream, stretch, written

LEFT, RIGHT, BASELINE = stretch("412")
HIDDEN, NOT_VIEWED, PRINTED = 2, 32, 4


def with_note(path: Path, kind: str, flags: int) -> Document:
    box = f"[{LEFT:.2f} {BASELINE - 2:.2f} {RIGHT:.2f} {BASELINE + 8:.2f}]"
    quad = f"[{LEFT:.2f} {BASELINE + 8:.2f} {RIGHT:.2f} {BASELINE + 8:.2f} {LEFT:.2f} {BASELINE - 2:.2f} {RIGHT:.2f} {BASELINE - 2:.2f}]"
    note = f"<< /Type /Annot /Subtype /{kind} /Rect {box} /QuadPoints {quad} /F {flags} /T (Eva Ek) /Contents (Till avtalet) >>"
    return extract(written(path, lines(), objects=[stream(""), note.encode()], page="/Annots [7 0 R]"))


@pytest.mark.parametrize("flags", [HIDDEN, NOT_VIEWED, HIDDEN | PRINTED])
def test_a_hidden_strike_out_strikes_nothing_and_is_told(tmp_path: Path, flags: int) -> None:
    document = with_note(tmp_path / "a.pdf", "StrikeOut", flags)
    assert "Priset är 412 428 kr" in in_words(document)
    assert [(each.code, each.message.key) for each in document.unread] == [("X904", "X904.annotations-hidden")]
    assert not document.comments


def test_one_that_is_seen_strikes(tmp_path: Path) -> None:
    assert "Priset är [-412-] 428 kr" in in_words(with_note(tmp_path / "a.pdf", "StrikeOut", PRINTED))


def test_a_hidden_note_that_marks_no_text_is_not_told(tmp_path: Path) -> None:
    assert not with_note(tmp_path / "a.pdf", "Text", HIDDEN).unread
