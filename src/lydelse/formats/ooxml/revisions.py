"""Tracked changes, resolved on the tree: in which of the two versions does an element stand?

A run may stand within several revisions: text that one author inserted and another deleted is in neither version. python-docx
does not see runs within w:ins and drops w:delText, so nothing here goes through its runs.
"""

from __future__ import annotations

from lydelse.formats.ooxml.names import W14, Element, W, attribute, children
from lydelse.model.text import Mark
from lydelse.records import dataclass

INSERTING = frozenset({f"{W}ins", f"{W}moveTo", f"{W14}conflictIns"})
STRIKING = frozenset({f"{W}del", f"{W}moveFrom", f"{W14}conflictDel"})
"""Those of w14 stand where two people changed the same text at once (MS-DOCX 2.6.1.3)."""
_CELL_INSERTED = f"{W}cellIns"
_CELL_DELETED = f"{W}cellDel"
REVISING = INSERTING | STRIKING | {_CELL_INSERTED, _CELL_DELETED}
"""All that makes what it holds, or what carries it, stand otherwise."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an element stands: in ``before`` (all changes rejected), in ``after`` (all accepted), or in both."""

    before: bool = True
    after: bool = True
    author: str | None = None
    date: str | None = None

    @property
    def mark(self) -> Mark | None:
        """The mark of text that stands so; None where it is in neither version."""
        if self.before:
            return Mark.KEPT if self.after else Mark.STRUCK
        return Mark.INSERTED if self.after else None

    def within(self, revision: Element) -> Standing:
        """Return the standing of what a w:ins, w:del, w:moveTo or w:moveFrom holds, or of what carries a mark of that name."""
        tag = revision.tag
        if tag not in REVISING:
            return self
        author, date = attribute(revision, "author"), attribute(revision, "date")
        if tag in INSERTING or tag == _CELL_INSERTED:
            return Standing(before=False, after=self.after, author=author, date=date)
        return Standing(before=self.before, after=False, author=author, date=date)

    def carrying(self, properties: Element | None) -> Standing:
        """Return the standing of a row, a cell or a paragraph's mark, whose properties say that it was inserted or deleted."""
        standing = self
        for element in children(properties) if properties is not None else ():
            standing = standing.within(element)
        return standing
