"""What of minutes was not understood: said, never dropped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.model.minutes import DocumentKind, Item, Minutes, PartKind, Support

_SAYS_NOTHING = frozenset({PartKind.PROPOSAL, PartKind.DECISION, PartKind.MOTIONS})
QUOTED_AT_MOST = 60
_LEFT_OUT = re.compile(r"\b(?:utgår|utgick|utgått|vakant)\b", re.IGNORECASE)


def unread_of_item(item: Item, kind: DocumentKind) -> tuple[Unread, ...]:
    """Return what of an item was not understood: all of it, a part, or a motion."""
    return tuple(_of_item(item, kind))


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
    return (*said, *(each for item in minutes.items for each in item.unread))


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
