"""What somebody has written about a document in its margin: never its text."""

from __future__ import annotations

from lydelse.model.place import Place
from lydelse.records import dataclass, field


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment, or one answer to it: an answer follows what it answers.

    ``date`` is ISO 8601 and ``author`` a name, each as the file has it and None where it has none. ``place`` is where the comment is
    fastened, ``quoted`` the words that it is fastened to as they are printed, struck ones included; "" where it is fastened to a spot,
    or to the paper. ``resolved`` tells that somebody has marked the matter as settled.
    """

    text: str
    author: str | None = None
    date: str | None = None
    place: Place = field(default_factory=Place)
    quoted: str = ""
    is_answer: bool = False
    resolved: bool = False
