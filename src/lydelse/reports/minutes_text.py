"""Minutes on the screen: findings first, then each document § by §, the chains of cases, and what was not read."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from lydelse.model.message import Fact, Message
from lydelse.model.minutes_review import MinutesReview
from lydelse.reports.earlier import since_in_words
from lydelse.reports.minutes_view import ShownItem, ShownMinutes, ShownPart, shown_chains, shown_findings, shown_minutes
from lydelse.reports.unbreakable import printable, unbreakable
from lydelse.reports.wording import name_of, say

_HELD = "\ue000"
"""Stands for a space at which no line may be broken, until the lines are made."""
SHOWN_OF_A_TEXT = 600
"""Characters of one motion, reservation or statement on the screen; the page shows all of it."""


def write(review: MinutesReview, width: int = 100, language: str = "sv") -> str:
    """Return minutes that were read together as lines for a screen of ``width`` columns."""
    page = _Page(width, language)
    parts = [
        page.findings(review),
        *(page.document(each) for each in shown_minutes(review, language)),
        page.chains(review),
        page.confirmed(review),
        page.unread(review),
    ]
    shown = ("\n".join(lines) for part in parts if (lines := list(part)))
    return "\n\n".join(shown).replace(_HELD, " ") + "\n"


class _Page:
    """The parts of the text, in one language."""

    def __init__(self, width: int, language: str) -> None:
        self._width = max(width, 40)
        self._language = language

    def say(self, key: str, **facts: Fact) -> str:
        """Return a sentence of the catalogue."""
        return say(Message(key, facts), self._language)

    def findings(self, review: MinutesReview) -> Iterator[str]:
        """Yield the findings that no earlier report told, the heaviest first, or that there are none."""
        since = since_in_words(review, self._language)
        new = [each for each in shown_findings(review, self._language) if not each.known]
        if not new:
            yield self.say("terminal.no-findings" if review.known is None else "terminal.no-new-findings")
        yield from self._wrapped(since, "", "  ")
        for each in new:
            yield from self._wrapped(f"{name_of(each.finding.severity, self._language)} {each.finding.code}: {each.sentence}", "", "  ")
            yield from self._wrapped(each.handled, "    ", "    ")
            yield from (
                line for where in dict.fromkeys(where for where, _ in each.places if where) for line in self._wrapped(where, "    ", "    ")
            )

    def document(self, shown: ShownMinutes) -> Iterator[str]:
        """Yield a document's facts and its items."""
        yield from self._wrapped(shown.title, "", "")
        for label, text in shown.facts:
            yield from self._wrapped(f"{label}: {text}", "  ", "    ")
        for item in shown.items:
            yield ""
            yield from self._item(item)

    def _item(self, item: ShownItem) -> Iterator[str]:
        page = self.say("report.page", page=item.page) if item.page else ""
        aside = " · ".join(part for part in (item.cases, page) if part)
        yield from self._wrapped(item.heading, "", "  ")
        if aside:
            yield from self._wrapped(aside, "  ", "  ")
        for part in item.parts:
            yield from self._part(part)
        for unread in item.unread:
            yield from self._wrapped(f"{unread.code}: {say(unread.message, self._language)}", "  ! ", "    ")

    def _part(self, part: ShownPart) -> Iterator[str]:
        yield f"  {printable(part.title)}"
        if part.lead:
            yield from self._wrapped(part.lead, "    ", "    ")
        for line in part.lines:
            text = line.text if len(line.text) <= SHOWN_OF_A_TEXT else f"{line.text[:SHOWN_OF_A_TEXT].rsplit(' ', 1)[0]} …"
            aside = f" ({line.aside})" if line.aside else ""
            marker = f"{line.marker} " if line.marker else ""
            yield from self._wrapped(f"{' '.join(text.split())}{aside}", f"    {marker}", " " * (4 + len(marker)))

    def chains(self, review: MinutesReview) -> Iterator[str]:
        """Yield the case numbers that link documents."""
        if review.chains:
            yield self.say("minutes.chains")
        for chain in shown_chains(review, self._language):
            yield from self._wrapped(chain.title, "  ", "    ")
            for what, where in chain.links:
                yield from self._wrapped(f"{what} ({where})", "    → ", "      ")
            for where in dict.fromkeys(where for where, _ in chain.mentions):
                yield from self._wrapped(self.say("minutes.chain.mention", where=where), "      ", "      ")

    def confirmed(self, review: MinutesReview) -> Iterator[str]:
        """Yield the relations that hold."""
        if review.confirmed:
            yield self.say("report.relations")
        for each in review.confirmed:
            yield from self._wrapped(f"{self.say('terminal.confirmed')} {say(each.wording, self._language)}", "  ", "    ")

    def unread(self, review: MinutesReview) -> Iterator[str]:
        """Yield what was not read or not understood."""
        if review.unread:
            yield self.say("report.unread")
        several = len(review.minutes) > 1
        for each in review.unread:
            where = f"{each.document}: " if several and each.document else ""
            yield from self._wrapped(f"{each.code} {where}{say(each.message, self._language)}", "  ", "    ")

    def _wrapped(self, text: str, first: str, rest: str) -> Iterator[str]:
        """Yield a text as lines of the screen's width, its figures kept on one line."""
        clean = list(printable(" ".join(text.split())))
        for start, end in unbreakable("".join(clean)):
            clean[start:end] = [_HELD if sign == " " else sign for sign in clean[start:end]]
        yield from textwrap.wrap(
            "".join(clean), self._width, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
        )
