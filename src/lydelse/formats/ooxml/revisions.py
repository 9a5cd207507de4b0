"""Tracked changes, resolved on the tree: in which of the two versions does an element stand?

A run may stand within several revisions: text that one author inserted and another deleted is in neither version. python-docx
does not see runs within w:ins and drops w:delText, so nothing here goes through its runs.
"""

from __future__ import annotations

from lydelse.formats.ooxml.names import W14, Element, W, attribute, children
from lydelse.model.text import Mark
from lydelse.records import dataclass, replace

INSERTING = frozenset({f"{W}ins", f"{W}moveTo", f"{W14}conflictIns"})
STRIKING = frozenset({f"{W}del", f"{W}moveFrom", f"{W14}conflictDel"})
"""Those of w14 stand where two people changed the same text at once (MS-DOCX 2.6.1.3)."""
_CELL_INSERTED = f"{W}cellIns"
_CELL_DELETED = f"{W}cellDel"


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
        author, date = attribute(revision, "author"), attribute(revision, "date")
        if revision.tag in INSERTING or revision.tag == _CELL_INSERTED:
            return replace(self, before=False, author=author, date=date)
        if revision.tag in STRIKING or revision.tag == _CELL_DELETED:
            return replace(self, after=False, author=author, date=date)
        return self

    def carrying(self, properties: Element | None) -> Standing:
        """Return the standing of a row, a cell or a paragraph's mark, whose properties say that it was inserted or deleted."""
        standing = self
        for element in children(properties) if properties is not None else ():
            standing = standing.within(element)
        return standing
