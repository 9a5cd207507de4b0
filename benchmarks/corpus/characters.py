"""The characters of a page by PDFium and by pdfplumber: which are equal, and of what kind each difference is."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from benchmarks.corpus.nearby import SAME_WITHIN, Board

LEANS_WITHIN = 3.0
"""Points that a letter may reach out to the left of its origin: an italic f, a j, in headings of 30 points."""

DRIFTS_WITHIN = 100.0
"""Points within which a letter whose font says no widths is looked for on its line."""


class Char(NamedTuple):
    """A character and its origin, in points from the page's top left corner."""

    text: str
    x: float
    y: float

    @property
    def place(self) -> tuple[float, float]:
        """Where it stands."""
        return self.x, self.y


CHARACTER_KINDS = {
    "equal": "the same letter at the same place",
    "leans": "the same letter, begun further to the left: it reaches out of its advance width there (j, f, p, A)",
    "unmapped": "a code without a letter: pdfplumber writes (cid:n)",
    "ligature": "a ligature: two letters here, one sign in pdfplumber",
    "capital": "a capital here, the small letter of its code in pdfplumber",
    "letter": "another letter at the same place",
    "drifted": "the same letter further along its line",
    "twice": "drawn twice at one spot, kept once here",
    "ours": "here alone",
    "theirs": "in pdfplumber alone",
    "space": "a space in both",
    "space-ours": "a space here alone",
    "space-theirs": "a drawn space in pdfplumber alone",
}


def compared(ours: Sequence[Char], theirs: Sequence[Char]) -> Counter[str]:
    """Return how many characters there are of each kind."""
    counts = _spaces([char for char in ours if char.text.isspace()], [char for char in theirs if char.text.isspace()])
    board = _board(char for char in theirs if char.text.strip())
    printed = [char for char in ours if char.text.strip()]
    taken = [board.take(char.text, char.place) is not None for char in printed]
    equal = _board(char for char, hit in zip(printed, taken, strict=True) if hit)
    rest = [char for char, hit in zip(printed, taken, strict=True) if not hit]
    counts["equal"] = len(printed) - len(rest)
    rest = [char for char in rest if not _counted(counts, "leans", board.take(char.text, char.place, LEANS_WITHIN))]
    for char in list(board.left()):
        if equal.near(char.text, char.place, 2 * SAME_WITHIN, 2 * SAME_WITHIN):
            _counted(counts, "twice", board.take(char.text, char.place, 0, 0))
    rest = _differing(counts, rest, list(board.left()))
    counts["ours"] += len(rest)
    return counts


def _differing(counts: Counter[str], ours: Sequence[Char], theirs: Sequence[Char]) -> list[Char]:
    """Count what stands at one place and says different things, then what drifted; return what is ours alone."""
    board = Board(theirs, lambda _: "", lambda char: char.place)
    rest: list[Char] = []
    tail = ""  # what of the last ligature has not come yet
    for char in ours:
        if tail.startswith(char.text):
            tail = tail[len(char.text) :]
            continue
        other = board.take("", char.place, LEANS_WITHIN, LEANS_WITHIN)
        if other is None:
            rest.append(char)
            continue
        counts[_kind(char, other)] += 1
        whole = unicodedata.normalize("NFKC", other.text)
        tail = whole[len(char.text) :] if whole.startswith(char.text) else ""
    drifted = _board(board.left())
    rest = [char for char in rest if not _counted(counts, "drifted", drifted.take(char.text, char.place, DRIFTS_WITHIN, DRIFTS_WITHIN))]
    counts["theirs"] += sum(1 for _ in drifted.left())
    return rest


def _kind(ours: Char, theirs: Char) -> str:
    if theirs.text.startswith("(cid:"):
        return "unmapped"
    if len(unicodedata.normalize("NFKC", theirs.text)) > 1:
        return "ligature"
    return "capital" if ours.text.casefold() == theirs.text.casefold() else "letter"


def _spaces(ours: Sequence[Char], theirs: Sequence[Char]) -> Counter[str]:
    board = Board(theirs, lambda _: "", lambda char: char.place)
    both = sum(board.take("", char.place) is not None for char in ours)
    return Counter({"space": both, "space-ours": len(ours) - both, "space-theirs": len(theirs) - both})


def _board(chars: Iterable[Char]) -> Board[Char]:
    return Board(chars, lambda char: char.text, lambda char: char.place)


def _counted(counts: Counter[str], kind: str, found: Char | None) -> bool:
    counts[kind] += found is not None
    return found is not None
