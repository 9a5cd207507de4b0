"""A long redline: made documents as chapters, one after the other, with running text between."""

from __future__ import annotations

from random import Random

from benchmarks.figures_made.domains import DOMAINS

WORDS_OF_A_PAGE = 340
BETWEEN = 4
"""Paragraphs of running text between two chapters."""
_TEXT = "Utföraren ska följa de lagar och föreskrifter som gäller för verksamheten och lämna de uppgifter som nämnden begär. " * 6


def book(pages: int) -> str:
    """Return a redline of so many pages, with about fifteen figures on each."""
    lines: list[str] = []
    words = 0
    makers = list(DOMAINS.values())
    chapters = 0
    while words < pages * WORDS_OF_A_PAGE:
        chapter = _chapter(chapters + 1, makers[chapters % len(makers)](Random(chapters)).redline())
        lines += [*chapter, *[_TEXT] * BETWEEN]
        words += sum(len(line.split()) for line in chapter) + BETWEEN * len(_TEXT.split())
        chapters += 1
    return "\n".join(lines)


def _chapter(number: int, redline: str) -> list[str]:
    """Return a document's lines with its headings under a chapter number."""
    lines = []
    for line in redline.split("\n"):
        own, _, title = line.removeprefix("# ").partition(" ")
        if line.startswith("# "):
            lines.append(f"# {number}.{own} {title}" if own[0].isdigit() else f"# {number} {own} {title}")
        else:
            lines.append(line)
    return lines
