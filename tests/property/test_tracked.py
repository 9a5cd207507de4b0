"""The law of the redline in Word: read back, it is the earlier version with all rejected, and the later with all accepted."""

from __future__ import annotations

from hypothesis import given, settings

from lydelse.differ import compare
from lydelse.model.document import Document
from lydelse.reports.tracked import reads_back, write
from property.test_comparing import versions


@settings(max_examples=40, deadline=None)
@given(versions())
def test_the_redline_as_tracked_changes_reads_back_as_both_versions(pair: tuple[Document, Document]) -> None:
    comparison = compare(*pair)
    content, said = write(comparison)
    assert reads_back(content, comparison)
    assert said == ()
