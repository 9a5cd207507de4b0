"""The signs in a text that cite notes: which note a run cites, and a sign struck or inserted with its note."""

from __future__ import annotations

from lydelse.formats.ooxml.names import Element, W, attribute
from lydelse.formats.ooxml.revisions import INSERTING, STRIKING
from lydelse.formats.ooxml.tracking import Tracking
from lydelse.model.text import Mark

Note = tuple[str, str]
"""A note by its kind ("footnote", "endnote") and number."""


def note_of(paragraph: Element) -> Note | None:
    """Return the note that a paragraph stands in."""
    held = next(paragraph.iterancestors(f"{W}footnote", f"{W}endnote"), None)
    return None if held is None else (str(held.tag).removeprefix(W), attribute(held, "id") or "")


def cited_by(run: Element) -> frozenset[Note]:
    """Return the notes that a run, a paragraph or a whole text cites."""
    signs = run.iter(f"{W}footnoteReference", f"{W}endnoteReference")
    return frozenset((str(sign.tag).removeprefix(W).removesuffix("Reference"), attribute(sign, "id") or "") for sign in signs)


def mark_signs(root: Element, notes: frozenset[Note], mark: Mark, tracking: Tracking) -> None:
    """Mark the signs of some notes, each a run of its own, where nothing around them is marked already."""
    for run in list(root.iter(f"{W}r")):
        parent = run.getparent()
        if parent is not None and cited_by(run) & notes and next(run.iterancestors(*INSERTING, *STRIKING), None) is None:
            at = parent.index(run)
            parent.insert(at, tracking.around([run], mark))
