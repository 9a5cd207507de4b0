"""Comments as reports show them: what was written about the documents, by whom, and where."""

from __future__ import annotations

from collections.abc import Iterable

from lydelse.model.change import Comparison
from lydelse.model.comment import Comment
from lydelse.patterns import compiled
from lydelse.records import dataclass
from lydelse.reports.sections import Headings

_DAY = compiled(r"\d{4}-\d{2}-\d{2}(?=T|\s|$)")


@dataclass(frozen=True, slots=True)
class ShownComment:
    """A comment with its file and the heading of its section. ``day`` is the day of its date, all of it where it holds no day."""

    comment: Comment
    document: str
    heading: str

    @property
    def day(self) -> str:
        """The day that the comment was written, "" where the file does not say it."""
        return day_of(self.comment)


def day_of(comment: Comment) -> str:
    """Return the day that a comment was written, all of its date where that holds no day, "" where there is none."""
    found = _DAY.match(comment.date or "")
    return found[0] if found else comment.date or ""


def shown_comments(comparisons: Iterable[Comparison]) -> tuple[ShownComment, ...]:
    """Return the comments of the compared documents, the earlier version's first; those of a redline, which is both, once."""
    given = tuple(comparisons)
    headings = Headings(given)
    documents = (document for each in given for document in (each.before, each.after))
    found = dict.fromkeys((document.source.name, comment) for document in documents for comment in document.comments)
    return tuple(ShownComment(comment, name, headings.of(name, comment.place)) for name, comment in found)
