r"""Comments in the mini-language: a line below the block that they are written about.

    >> text                                        a comment
    >> (Eva Ek; 2025-05-20) "tre mil" text         who wrote it and when, and the words that it is about
    >>> text                                       an answer to the comment above
    >>v text                                       a comment that is marked as settled

Each of the parts may be missing; ``(;date)`` is a date without a name. The backslash and ``\n`` are as everywhere else.
"""

from __future__ import annotations

import re

from lydelse.model.comment import Comment
from lydelse.model.place import Place
from lydelse.patterns import compiled

_LINE = compiled(
    r"""(?P<sign>>>>?)(?P<resolved>v?)(?:\s+|$)
        (?:\((?P<author>(?:\\.|[^\\;)])*)(?:;\s*(?P<date>(?:\\.|[^\\)])*))?\)\s*)?
        (?:"(?P<quoted>(?:\\.|[^\\"])*)"\s*)?
        (?P<text>.*)""",
    re.VERBOSE,
)


def comment_in(line: str, place: Place) -> Comment | None:
    """Return the comment that a line is, None where it is none."""
    match = _LINE.fullmatch(line)
    if match is None:
        return None
    said = {name: unescaped(match[name] or "") for name in ("author", "date", "quoted", "text")}
    return Comment(
        said["text"], said["author"] or None, said["date"] or None, place, said["quoted"], match["sign"] == ">>>", bool(match["resolved"])
    )


def comment_in_words(comment: Comment) -> str:
    """Return a comment as a line."""
    who = _escaped(comment.author or "", ";)")
    when = f"; {_escaped(comment.date, ')')}" if comment.date else ""
    parts = [
        f">>{'>' if comment.is_answer else ''}{'v' if comment.resolved else ''}",
        f"({who}{when})" if who or when else "",
        f'"{_escaped(comment.quoted, chr(34))}"' if comment.quoted else "",
        re.sub(r'^(?=[("])', r"\\", _escaped(comment.text, "")),
    ]
    return " ".join(part for part in parts if part)


def unescaped(text: str) -> str:
    r"""Return what a text of the mini-language says: the character after a backslash, a line feed for ``\n``."""
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] == "n" else match[1], text)


def _escaped(text: str, signs: str) -> str:
    return re.sub(rf"[\\{re.escape(signs)}]", lambda match: f"\\{match[0]}", text).replace("\n", r"\n")
