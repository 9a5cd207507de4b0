"""The law of the redline in Word: read back, it is the earlier version with all rejected, and the later with all accepted."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings

from lydelse.differ import compare
from lydelse.extractors.word import extract
from lydelse.model.document import Document
from lydelse.reports import word
from lydelse.reports.tracked import NOT_READ_BACK, reads_back, write
from property.test_comparing import versions


@settings(max_examples=20, deadline=None)
@given(versions())
def test_the_redline_as_tracked_changes_reads_back_as_both_versions(pair: tuple[Document, Document]) -> None:
    comparison = compare(*pair)
    content, said = write(comparison)
    assert reads_back(content, comparison)
    assert said == ()


@settings(max_examples=12, deadline=None)
@given(versions())
def test_so_does_the_redline_in_a_copy_of_the_later_word_file(pair: tuple[Document, Document]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / name for name in ("before.docx", "after.docx")]
        for file, document in zip(files, pair, strict=True):
            file.write_bytes(word.write(document))
        comparison = compare(*map(extract, files))
        content, said = write(comparison, files[1].read_bytes())
    assert reads_back(content, comparison)
    assert NOT_READ_BACK not in said
