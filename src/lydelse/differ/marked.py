"""A redline held against itself: its own marks say what changed."""

from __future__ import annotations

from lydelse.differ.changes import changes_in, moves_in
from lydelse.differ.cross_references import with_references_followed
from lydelse.differ.entries import entries_of
from lydelse.differ.landmarks import landmarks_of
from lydelse.differ.origins import ONE_DOCUMENT
from lydelse.differ.proof import proof_of
from lydelse.differ.reunion import with_moves_reunited
from lydelse.model.change import Comparison
from lydelse.model.document import Document, Redline
from lydelse.model.readings import accepting_marks, rejecting_marks
from lydelse.model.table import Table
from lydelse.model.text import Mark


def compare_marked(document: Document) -> Comparison:
    """Return what a document's own marks change: its two readings, the changes, the amounts.

    A document without marks has one version, no changes, and no proof; nor is there a proof where the marking was guessed.
    """
    if not is_marked(document):
        return _of_one_version(document)
    before, after = rejecting_marks(document), accepting_marks(document)
    changes = changes_in(document, before, after, ends_count=_ends_count(document))
    proof = None if document.source.redline is Redline.UNMARKED else proof_of(changes, document, before, after)
    reunited, found = with_moves_reunited(document, changes, ONE_DOCUMENT)
    changes = with_references_followed(changes, landmarks_of(reunited))
    entries = entries_of(reunited, found, one_version=False)
    return Comparison(before, after, document, changes, entries, proof)


def amounts_marked(document: Document) -> Comparison:
    """Return a document's amounts as ``compare_marked`` does, with no more of what changed than they need: no changes and no proof."""
    if not is_marked(document):
        return _of_one_version(document)
    before, after = rejecting_marks(document), accepting_marks(document)
    moves = moves_in(document, before, after, ends_count=_ends_count(document))
    reunited, found = with_moves_reunited(document, moves, ONE_DOCUMENT)
    return Comparison(before, after, document, (), entries_of(reunited, found, one_version=False), None)


def _of_one_version(document: Document) -> Comparison:
    return Comparison(document, document, document, (), entries_of(document, one_version=True), None, one_version=True)


def _ends_count(document: Document) -> bool:
    """Tell whether the ends of paragraphs are the writer's own: elsewhere they are where a page or a line ends."""
    return document.source.format == "docx"


def is_marked(document: Document) -> bool:
    """Tell whether anything in a document is struck or inserted: text, the ends of paragraphs, or the rows and cells that hold them."""
    rows = [row for block in document.blocks if isinstance(block, Table) for row in block.rows]
    holders = [*(row.mark for row in rows), *(cell.mark for row in rows for cell in row.cells)]
    endings = (paragraph.ending for paragraph in document.paragraphs)
    return document.is_marked or any(mark is not Mark.KEPT for mark in (*holders, *endings))
