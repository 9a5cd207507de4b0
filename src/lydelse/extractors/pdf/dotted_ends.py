"""Where a dotted line ends: between its last dot and the place where one more would have found no room.

Browsers draw whole dots alone, so the line goes on past the last of them by less than a dot and the gap before it. In small print more
than one letter may end there: a full stop is as wide. Then its colour tells, if it has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from lydelse.extractors.pdf.rules import Rule
from lydelse.formats.pdf.page import Glyph
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.place import Box

SNAPPED_BY = 0.4
"""Points that a dot may be moved by: Chromium puts each on the dots of a screen, three quarters of a point apart."""

COLOURFUL_FROM = 50
"""Of 255 between the strongest and the weakest of red, green and blue."""

SAME_WORD_WITHIN = 0.1
"""Ems between two letters of a word."""

SHOWN, QUOTED = 3, 12
"""How many ends are quoted, and how many letters of each."""


class Touched(NamedTuple):
    """The glyphs that a rule goes through or under; ``doubtful`` is the text whose last sign the rule may as well leave out or take."""

    glyphs: tuple[Glyph, ...]
    doubtful: str = ""


def touched(rule: Rule, glyphs: Sequence[Glyph], holds: Callable[[Box], bool]) -> Touched:
    """Return those of the glyphs that a rule holds, the end of a dotted one found as what may lie where its next dot has no room."""
    own = tuple(glyph for glyph in glyphs if holds(glyph.box))
    if not rule.dot or not own:
        return Touched(own)
    before = [glyph for glyph in glyphs if glyph.box.x1 <= rule.x1 + SNAPPED_BY]
    over = [glyph for glyph in glyphs if rule.x1 < glyph.box.x1 - SNAPPED_BY]
    if not (over and before):
        return Touched(own)
    last, at_end = min(over, key=lambda glyph: glyph.box.x0), max(before, key=lambda glyph: glyph.box.x1)
    with_last, without = _with(own, last, glyphs), tuple(glyph for glyph in own if glyph is not last)
    may_hold = last.box.x1 <= rule.x1 + rule.gap + rule.dot + SNAPPED_BY
    may_leave = at_end.box.x1 >= rule.x1 - SNAPPED_BY
    if may_hold and may_leave and _is_of_one_colour(at_end, last):
        return Touched(with_last)
    if last.box.x0 >= rule.x1:
        return Touched(without)
    if may_hold and may_leave and not last.text.isalnum() and _is_in_one_word(at_end, last):
        return Touched(own, "".join(glyph.text for glyph in with_last)[-QUOTED:])
    if may_hold == may_leave:
        return Touched(own)
    return Touched(with_last if may_hold else without)


def _with(own: Sequence[Glyph], last: Glyph, glyphs: Sequence[Glyph]) -> tuple[Glyph, ...]:
    """Return the glyphs that are held and the last one, in their order."""
    held = {id(glyph) for glyph in (*own, last)}
    return tuple(glyph for glyph in glyphs if id(glyph) in held)


def _is_of_one_colour(glyph: Glyph, last: Glyph) -> bool:
    """Tell whether two letters of one word have a colour, and the same."""
    coloured = max(last.colour) - min(last.colour) >= COLOURFUL_FROM
    return coloured and glyph.colour == last.colour and _is_in_one_word(glyph, last)


def _is_in_one_word(glyph: Glyph, last: Glyph) -> bool:
    return abs(last.box.x0 - glyph.box.x1) <= SAME_WORD_WITHIN * last.size


def doubtful_ends(pages: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Unread]:
    """Yield one question for a document, given each page's number and its texts whose last sign a dotted line may leave out or take."""
    found = [(number, text) for number, texts in pages for text in texts]
    if found:
        quoted = tuple(dict.fromkeys(f"”{text}”" for _, text in found))[:SHOWN]
        facts: dict[str, Fact] = {"page": found[0][0], "count": len(found), "texts": quoted}
        yield Unread("X903", Severity.QUESTION, Message("X903.pdf-dotted-ends", facts), found[0][0])
