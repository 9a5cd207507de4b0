"""Struck and inserted text as HTML: told apart by elements, by lines and by words that a screen reader says, never by colour alone."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from lydelse.model.message import Message
from lydelse.model.table import Cell, Row
from lydelse.model.text import Mark, Run
from lydelse.records import dataclass
from lydelse.reports.html.unbroken import unbroken
from lydelse.reports.wording import name_of, say

_TAGS = {Mark.STRUCK: "del", Mark.INSERTED: "ins"}


@dataclass(frozen=True, slots=True)
class Marker:
    """Writes runs in one language; the words that are only heard are made once for a page."""

    opening: dict[Mark, Markup]
    closing: dict[Mark, Markup]

    @classmethod
    def of(cls, language: str) -> Marker:
        """Return the writer of a language."""
        end = say(Message("report.mark-end"), language)
        words = {mark: Markup('<span class="hidden">[{}] </span>').format(name_of(mark, language)) for mark in _TAGS}
        ends = {mark: Markup('<span class="hidden"> [{}] </span></{}>').format(end, tag) for mark, tag in _TAGS.items()}
        return cls(words, ends)

    def __call__(self, runs: Iterable[Run], row: Row | None = None, cell: Cell | None = None) -> Markup:
        """Return runs as HTML; kept text in a struck or inserted row or cell has its mark."""
        outer = next((part.mark for part in (cell, row) if part and part.mark is not Mark.KEPT), Mark.KEPT)
        return Markup("").join([self._run(run, outer if run.mark is Mark.KEPT else run.mark) for run in runs])

    def _run(self, run: Run, mark: Mark) -> Markup:
        text = unbroken(run.text)
        if mark is Mark.KEPT or not run.text.strip():
            return text
        return self._opened(run, mark) + self.opening[mark] + text + self.closing[mark]

    def _opened(self, run: Run, mark: Mark) -> Markup:
        """Return the element's beginning, with whoever made the change and when, where the file says so."""
        made = ", ".join(part for part in (run.author, run.date) if part)
        title = f' title="{escape(made)}"' if made else ""
        return Markup(f"<{_TAGS[mark]}{title}>")  # noqa: S704 - the tag is ours and the title is escaped
