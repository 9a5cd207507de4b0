"""What of minutes was not understood: said, never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Fact, Message
from lydelse.model.minutes import DocumentKind, Item, Minutes, Part, PartKind, Support
from lydelse.patterns import compiled

_PLAIN = compiled(r"§\s?[0-9]+")
_STEPS_OF_ONE = 0.6
_FEWEST_STEPS = 2
_GAP_AT_MOST = 2
"""Numbers that may be missing for it to be a § that was not recognised; more is an extract."""
_SAYS_NOTHING = frozenset({PartKind.PROPOSAL, PartKind.DECISION, PartKind.MOTIONS})
QUOTED_AT_MOST = 60
_LEFT_OUT = compiled(r"\b(?:utgår|utgick|utgått|vakant)\b", re.IGNORECASE)


def unread_of_item(item: Item, kind: DocumentKind, doubted: str = "") -> tuple[Unread, ...]:
    """Return what of an item was not understood: all of it, a part, a motion, or its number, which is ``doubted`` as it is written."""
    said = [*_of_number(item, doubted), *_of_item(item, kind)]
    if kind is DocumentKind.MINUTES and (twice := _headed_twice(item)):
        facts: dict[str, str | int] = {"item": _named(item), "part": twice.title}
        said.append(Unread("X905", Severity.WARNING, Message("X905.minutes-twice", facts), twice.place.page))
    return tuple(said)


def _of_number(item: Item, doubted: str) -> Iterator[Unread]:
    if _PLAIN.fullmatch(doubted):
        return
    if doubted and item.paragraph is not None:
        facts: dict[str, str | int] = {"literal": doubted, "number": item.paragraph}
        yield Unread("X905", Severity.QUESTION, Message("X905.minutes-number", facts), item.place.page)
    elif doubted:
        yield Unread("X905", Severity.WARNING, Message("X905.minutes-unnumbered", {"literal": doubted}), item.place.page)


def _headed_twice(item: Item) -> Part | None:
    """Return where a new item may begin that was read as part of this one: proposal and decision are headed a second time."""
    seen: set[tuple[PartKind, str]] = set()
    again = [part for part in item.parts if part.title and _is_seen(part, seen)]
    return again[0] if {PartKind.PROPOSAL, PartKind.DECISION} <= {part.kind for part in again} else None


def _is_seen(part: Part, seen: set[tuple[PartKind, str]]) -> bool:
    known = (part.kind, part.title.casefold())
    if known in seen:
        return True
    seen.add(known)
    return False


def unread_of(minutes: Minutes) -> tuple[Unread, ...]:
    """Return what of minutes was not understood, that of every item included."""
    said: list[Unread] = []
    if minutes.kind is DocumentKind.MINUTES and not minutes.body:
        said.append(_unread("X905.minutes-body", Severity.WARNING, None))
    if minutes.kind is DocumentKind.MINUTES and not minutes.date:
        said.append(_unread("X905.minutes-date", Severity.WARNING, None))
    numbers = [item.paragraph for item in minutes.items if item.paragraph is not None]
    if any(later < earlier for earlier, later in pairwise(numbers)):
        said.append(_unread("X905.minutes-order", Severity.QUESTION, None))
    said.extend(_gaps(minutes, numbers))
    return (*said, *(each for item in minutes.items for each in item.unread))


def _gaps(minutes: Minutes, numbers: Sequence[int]) -> Iterator[Unread]:
    """Yield the numbers that are missing between others that follow one another: in an extract they seldom do."""
    steps = [later - earlier for earlier, later in pairwise(numbers)]
    if minutes.kind is not DocumentKind.MINUTES or steps.count(1) < _STEPS_OF_ONE * max(len(steps), _FEWEST_STEPS):
        return
    pages = {item.paragraph: item.place.page for item in minutes.items}
    for earlier, later in pairwise(numbers):
        if 1 < later - earlier <= _GAP_AT_MOST + 1:
            missing = tuple(f"§ {number}" for number in range(earlier + 1, later))
            facts: dict[str, Fact] = {"missing": missing, "before": earlier, "after": later}
            yield Unread("X905", Severity.QUESTION, Message("X905.minutes-gap", facts), pages.get(later))


def _of_item(item: Item, kind: DocumentKind) -> Iterator[Unread]:
    where: dict[str, str | int] = {"item": _named(item)}
    lack = _lack(item, kind)
    if lack:
        severity = Severity.INFO if kind is DocumentKind.MEMO else Severity.WARNING
        yield Unread("X905", severity, Message(lack, where), item.place.page)
    for part in item.parts:
        if part.kind is PartKind.UNKNOWN:
            key = "X905.minutes-part" if part.title else "X905.minutes-text"
            yield Unread("X905", Severity.WARNING, Message(key, {**where, "part": part.title or _short(part.text)}), part.place.page)
        elif part.kind in _SAYS_NOTHING and not part.blocks:
            yield Unread("X905", Severity.WARNING, Message("X905.minutes-nothing", {**where, "part": part.title}), part.place.page)
    for motion in item.motions:
        if motion.supports is Support.UNKNOWN:
            yield Unread("X905", Severity.WARNING, Message("X905.minutes-motion", where), motion.place.page)


def _lack(item: Item, kind: DocumentKind) -> str:
    """Return which sentence says what an item lacks as a whole, "" where it lacks nothing."""
    if not item.parts:
        return "" if _LEFT_OUT.search(item.title) else "X905.minutes-empty"
    if kind is DocumentKind.MEMO:
        return "" if item.proposal else "X905.memo-proposal"
    if not item.decision and (item.proposal or item.motions):
        return "X905.minutes-decision"
    return "" if item.decision or any(part.title for part in item.parts) else "X905.minutes-item"


def _named(item: Item) -> str:
    return f"§ {item.paragraph}" if item.paragraph is not None else item.title


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= QUOTED_AT_MOST else f"{plain[:QUOTED_AT_MOST].rsplit(' ', 1)[0]} …"


def _unread(key: str, severity: Severity, page: int | None) -> Unread:
    return Unread("X905", severity, Message(key), page)
