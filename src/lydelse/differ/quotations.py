"""What stands around a word, short enough to be quoted in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from lydelse.model.text import tidy
from lydelse.patterns import compiled

WORDS_BEFORE, WORDS_AFTER = 3, 6
"""Words quoted on either side."""
GOVERNED_AT_MOST = 7
"""Words quoted of what a word is said of."""

_WORD = compiled(r"\S+")
_CLAUSE_END = compiled(r"[.,;:)](?:\s|$)|\n|\||\s(?:och|eller|samt|men)\s")


class Span(NamedTuple):
    """Characters [start, end) of a text."""

    start: int
    end: int

    def touches(self, other: Span) -> bool:
        """Tell whether the two overlap; a span without length touches only what lies around it."""
        return self.start < other.end and other.start < self.end

    def united_with(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))


def quoted(text: str, sentence: Span, span: Span) -> str:
    """Return a span with a few words of its sentence around it, "…" where more stands there, without a full stop."""
    before = [Span(*match.span()) for match in _WORD.finditer(text, sentence.start, max(sentence.start, span.start))]
    after = [Span(*match.span()) for match in _WORD.finditer(text, min(span.end, sentence.end), sentence.end)]
    start = before[-WORDS_BEFORE:][0].start if before else sentence.start
    end = after[:WORDS_AFTER][-1].end if after else sentence.end
    cut = ("… " if start > sentence.start else "", " …" if end < sentence.end else "")
    return f"{cut[0]}{tidy(' '.join(text[start:end].split())).rstrip('.')}{cut[1]}"


def words_governed_after(text: str, sentence: Span, span: Span) -> str:
    """Return the words that follow a span to the end of its clause, "" where none do."""
    words = text[span.end : sentence.end].strip(" .,;:)")
    end = _CLAUSE_END.search(words)
    return " ".join(words[: end.start() if end else None].split()[:GOVERNED_AT_MOST])


def words_governed_before(text: str, sentence: Span, span: Span) -> str:
    """Return the words that go before a span from the beginning of its clause, "" where none do."""
    words = text[sentence.start : max(sentence.start, span.start)].strip(" (.,;:|")
    ends = [match.end() for match in _CLAUSE_END.finditer(words)]
    return " ".join(words[ends[-1] if ends else 0 :].split()[-GOVERNED_AT_MOST:])
