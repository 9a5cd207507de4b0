"""Small words left standing between two changes say nothing: they are struck and added with their neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from lydelse.differ.stretches import Stretch, joined_stretches
from lydelse.figures.tokens import Token, TokenKind
from lydelse.records import replace

_SMALL_WORDS = """
    och eller samt men att som en ett den det de i på av för till med om vid från under över efter enligt inom utan mot är var vara
    blir ska skall kan bör har hade sig sin sitt sina dess man vi inte även också så än då när där här vilket vilken vilka denna
    detta dessa per ej
"""
FUNCTION_WORDS = frozenset(_SMALL_WORDS.split())
LEAST_SURROUNDINGS = 3
"""How many times its own length the changes on both sides of a kept stretch must have for it to be dissolved though it says something."""
LEAST_KEPT = 0.15
"""The share of a text's words that must be kept for the changes to be told one by one."""

_FIGURES = {TokenKind.AMOUNT, TokenKind.PERCENT, TokenKind.DATE, TokenKind.YEAR, TokenKind.NUMBER, TokenKind.REFERENCE}


def without_islands(stretches: Sequence[Stretch], before: Sequence[Token], after: Sequence[Token]) -> list[Stretch]:
    """Return the stretches with those kept ones dissolved that only break up what was rewritten; a kept figure always stays."""
    if _is_rewritten(stretches, before, after):
        return [Stretch(0, len(before), 0, len(after), same=False)]
    result = list(stretches)
    while True:
        dissolved = [
            replace(stretch, same=False) if stretch.same and _is_island(result, at, before, after) else stretch
            for at, stretch in enumerate(result)
        ]
        if dissolved == result:
            return result
        result = joined_stretches(dissolved)


def _is_rewritten(stretches: Sequence[Stretch], before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Tell whether so little is kept that the text is another one; figures count as kept."""
    kept = sum(_says_something(token) for stretch in stretches if stretch.same for token in after[stretch.after : stretch.after_end])
    most = max(sum(map(_says_something, before)), sum(map(_says_something, after)))
    return kept < LEAST_KEPT * most and not any(
        token.kind in _FIGURES for stretch in stretches if stretch.same for token in after[stretch.after : stretch.after_end]
    )


def _is_island(stretches: Sequence[Stretch], at: int, before: Sequence[Token], after: Sequence[Token]) -> bool:
    if at in {0, len(stretches) - 1}:
        return False
    left, here, right = stretches[at - 1 : at + 2]
    tokens = after[here.after : here.after_end]
    if any(token.kind in _FIGURES for token in tokens):
        return False
    if _only_figures(left, before, after) or _only_figures(right, before, after):
        return False
    if not any(map(_says_something, tokens)):
        return here.length <= left.length and here.length <= right.length and _replaces(left, right)
    return len(tokens) * LEAST_SURROUNDINGS <= min(left.length, right.length)


def _replaces(left: Stretch, right: Stretch) -> bool:
    """Tell whether dissolving what stands between joins something struck with something inserted on either side."""
    return all(each.before_end > each.before and each.after_end > each.after for each in (left, right))


def _only_figures(stretch: Stretch, before: Sequence[Token], after: Sequence[Token]) -> bool:
    tokens = [*before[stretch.before : stretch.before_end], *after[stretch.after : stretch.after_end]]
    return not any(token.kind is TokenKind.WORD for token in tokens)


def _says_something(token: Token) -> bool:
    return token.kind in _FIGURES or (token.kind is TokenKind.WORD and token.key.lower() not in FUNCTION_WORDS)
