"""Two documents held against each other."""

from __future__ import annotations

from lydelse.differ.changes import changes_in
from lydelse.differ.cross_references import with_references_followed
from lydelse.differ.entries import entries_of
from lydelse.differ.landmarks import landmarks_of
from lydelse.differ.marked import is_marked
from lydelse.differ.notes import with_notes_opposite, without_signs
from lydelse.differ.proof import proof_of
from lydelse.differ.redline import redline_of
from lydelse.differ.reunion import with_moves_reunited
from lydelse.model.change import Comparison
from lydelse.model.document import Document
from lydelse.model.readings import accepting_marks


def compare(before: Document, after: Document) -> Comparison:
    """Return what stands differently in the later of two documents, in whatever formats they were.

    A document that carries marks of its own is read as its later version. Footnotes that both have stand where the later one has them,
    and a Word file's notes are cited by no sign in either.
    """
    before, after = _clean(before), _clean(after)
    before, after = without_signs(before, after), without_signs(after, before)
    before = with_notes_opposite(before, after)
    redline, origins = redline_of(before, after)
    ends_count = before.source.format == after.source.format == "docx"
    changes = changes_in(redline, before, after, origins, ends_count=ends_count)
    reunited, found = with_moves_reunited(redline, changes, origins)
    changes = with_references_followed(changes, landmarks_of(reunited))
    entries = entries_of(reunited, found, one_version=False)
    return Comparison(before, after, redline, changes, entries, proof_of(changes, redline, before, after))


def _clean(document: Document) -> Document:
    return accepting_marks(document) if is_marked(document) else document
