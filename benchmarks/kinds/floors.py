"""How well each kind must be read, at least: set a little below what was measured."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.kinds.score import Score

FALSE_WORDS_IN_20_000 = 1
LEAST = 0.99


def fallen(score: Score) -> Iterator[str]:
    """Yield a sentence for each figure of a document that is below its floor."""
    if score.marks.struck.f1 < 0:
        yield score.kind
