"""Counts that a sentence takes apart: "48 fordon: 30 personbilar, 12 specialfordon och 6 bussar"."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from lydelse.figures.sentences import sentences_of
from lydelse.figures.words import NUMBER_WORDS, number_of_word
from lydelse.patterns import compiled
from lydelse.records import dataclass

_NUMBER = rf"(?:\d{{1,3}}(?:[ \u00a0]\d{{3}})+|\d{{1,6}}|{NUMBER_WORDS})"
_WORD = r"[^\W\d_][^\W\d_-]*"
_WHOLE = compiled(
    rf"(?<![\w,.–-])(?P<whole>{_NUMBER})(?:\s+(?P<noun>(?:{_WORD}\s+){{0,2}}?[^\W\d_]{{3,}}))?(?(noun)(?:\s+(?:per|om)\s+{_WORD})?,?\s*|,\s+(?!:))"
    r"(?P<leads>:|(?:varav|fördela(?:de|t|s)\s+på|uppdela(?:de|t)\s+på|bestående\s+av|dvs\.?|det\s+vill\s+säga)(?!\w))\s+",
    re.IGNORECASE,
)
_NAME = r"(?:\d{1,2}(?:\s?[–-]\s?\d{1,2})?[A-Za-z]?|[A-ZÅÄÖ])(?![\w,.]*\d)"
"""What a group may be called by: "på nivå 2", "i åldern 3–5 år"."""
_LEADS = (":", "varav", "fördela", "uppdela", "bestående", "dvs", "vill")
"""One of them stands between a count and its parts."""
_EACH = compiled(
    rf"(?:^|(?:,\s+(?:(?:och|samt)\s+)?|\s(?:och|samt)\s+))(?P<part>(?P<count>{_NUMBER})\s+(?P<what>{_WORD}(?:\s+(?:{_WORD}|{_NAME})){{0,4}}?))"
    r"(?=\s*(?:,|$)|\s+(?:och|samt)\s)",
    re.IGNORECASE,
)
_YEAR = compiled(r"(?:19|20)\d\d")
_MEASURES = compiled(
    r"(?:kr|kronor|öre|tkr|mkr|mnkr|mdkr|procent|procentenheter|promille|poäng|km|mil|kvm|meter|kg|ton|liter|år|miljon(?:er)?|miljard(?:er)?|tusen)",
    re.IGNORECASE,
)
_NOT_ALL = compiled(
    r"(?<!\w)(?:bl\.?\s?a|bland\s+annat|till\s+exempel|t\.?\s?ex|m\.?\s?fl|m\.?\s?m|övriga|resten|resterande|minst|högst|cirka|ca|per|vardera|eller)(?!\w)",
    re.IGNORECASE,
)
FEWEST_PARTS = 2


@dataclass(frozen=True, slots=True)
class CountedParts:
    """A count and its parts, each as printed and as a number. ``may_leave_out`` says that the words name some of several ("varav")."""

    literal: str
    whole: int
    parts: tuple[tuple[str, int], ...]
    start: int
    end: int
    may_leave_out: bool

    @property
    def summed(self) -> int:
        """What the parts come to."""
        return sum(count for _, count in self.parts)


@lru_cache(1024)
def counted_parts_in(text: str) -> tuple[CountedParts, ...]:
    """Return the counts that a text takes apart into two parts or more, where every part is less than the whole."""
    found: list[CountedParts] = []
    small = text.casefold()
    if not any(lead in small for lead in _LEADS):
        return ()
    for start, end in sentences_of(text):
        for match in _WHOLE.finditer(text, start, end):
            read = _read(text, match, end)
            if read:
                found.append(read)
    return tuple(found)


def _read(text: str, match: re.Match[str], end: int) -> CountedParts | None:
    listed = text[match.end() : end].strip().rstrip(".;)")
    whole = _number(match["whole"])
    if (
        whole is None
        or (not match["noun"] and _YEAR.fullmatch(match["whole"]))
        or _NOT_ALL.search(listed)
        or (match["noun"] and _MEASURES.fullmatch(match["noun"].split()[0]))
    ):
        return None
    pieces = list(_EACH.finditer(listed))
    is_all = bool(pieces) and pieces[0].start() == 0 and pieces[-1].end() == len(listed)
    is_all = is_all and all(one.end() == other.start() for one, other in pairwise(pieces))
    parts = [(piece["part"], _number(piece["count"])) for piece in pieces]
    counts = [(said, count) for said, count in parts if count is not None and count < whole]
    if not is_all or len(counts) < max(FEWEST_PARTS, len(parts)) or any(_MEASURES.fullmatch(piece["what"].split()[0]) for piece in pieces):
        return None
    start, last = match.start("whole"), match.end("noun") if match["noun"] else match.end("whole")
    return CountedParts(text[start:last], whole, tuple(counts), start, last, match["leads"].lower() == "varav")


def _number(printed: str) -> int | None:
    digits = re.sub(r"\s", "", printed)
    return int(digits) if digits.isdigit() else number_of_word(printed.lower())
