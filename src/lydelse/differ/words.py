"""Two wordings of one text made one marked text; the fence around diff-match-patch.

Whole tokens are compared, so that no figure, date or word is ever split. diff-match-patch is asked without a time limit, so that
its answer never depends on the machine; texts are bounded instead.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from lydelse.differ.align import aligned
from lydelse.differ.folding import folded
from lydelse.differ.islands import without_islands
from lydelse.differ.stretches import Stretch, joined_stretches
from lydelse.figures.tokens import Token, TokenKind, tokens_of
from lydelse.model.text import Mark, Run, joined

LARGEST_STRETCH = 250_000
"""The most pairs of tokens that are compared at once; longer texts are first divided at words that are unique in both."""
_FIRST_CHARACTER = 0x100
_SURROGATES = range(0xD800, 0xE000)


class Words(NamedTuple):
    """The tokens of a text that count, and the space in front of each; the last space stands after them all."""

    tokens: tuple[Token, ...]
    spaces: tuple[str, ...]

    @classmethod
    def of(cls, text: str) -> Words:
        """Divide a text into tokens and the spaces between them."""
        tokens = tuple(token for token in tokens_of(text) if token.kind is not TokenKind.SPACE)
        ends = [0, *(token.end for token in tokens)]
        starts = [*(token.start for token in tokens), len(text)]
        return cls(tokens, tuple(text[end:start] for end, start in zip(ends, starts, strict=True)))


def marked_words(before: str, after: str) -> tuple[Run, ...]:
    """Return one marked text whose earlier reading is ``before`` and whose later one is ``after``.

    Text that both have is written as the later one writes it; kinds of space, dash and quotation mark are no difference.
    """
    if folded(before) == folded(after):
        return (Run(after),) if after else ()
    ours, theirs = Words.of(before), Words.of(after)
    stretches = without_islands(joined_stretches(_stretches(ours.tokens, theirs.tokens)), ours.tokens, theirs.tokens)
    return _written_out(stretches, ours, theirs)


def _stretches(before: Sequence[Token], after: Sequence[Token]) -> list[Stretch]:
    keys_before, keys_after = [token.key for token in before], [token.key for token in after]
    if len(before) * len(after) <= LARGEST_STRETCH:
        return _differing(keys_before, keys_after)
    return _divided(keys_before, keys_after)


def _divided(before: Sequence[str], after: Sequence[str]) -> list[Stretch]:
    """Compare a long text between the words that are unique in it; a part too long even so is replaced whole."""
    found: list[Stretch] = []
    i = j = 0
    pairs = [(a, b) for a, b in aligned([(before, after)]) if a is not None and b is not None]
    for at_before, at_after in (*pairs, (len(before), len(after))):
        part = before[i:at_before], after[j:at_after]
        inner = (
            _differing(*part) if len(part[0]) * len(part[1]) <= LARGEST_STRETCH else [Stretch(0, len(part[0]), 0, len(part[1]), same=False)]
        )
        found.extend(stretch.moved(i, j) for stretch in inner)
        if at_before < len(before):
            found.append(Stretch(at_before, at_before + 1, at_after, at_after + 1, same=True))
        i, j = at_before + 1, at_after + 1
    return found


def _differing(before: Sequence[str], after: Sequence[str]) -> list[Stretch]:
    """Ask diff-match-patch, a private character standing for each token."""
    characters: dict[Hashable, str] = {}
    for key in (*before, *after):
        characters.setdefault(key, _character(len(characters)))
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    ours, theirs = ("".join(characters[key] for key in keys) for keys in (before, after))
    operations = engine.diff_main(ours, theirs, checklines=False)
    found: list[Stretch] = []
    i = j = 0
    for operation, text in operations:
        step_before, step_after = (len(text) if operation <= 0 else 0), (len(text) if operation >= 0 else 0)
        found.append(Stretch(i, i + step_before, j, j + step_after, same=operation == 0))
        i, j = i + step_before, j + step_after
    return found


def _character(number: int) -> str:
    code = _FIRST_CHARACTER + number
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


def _written_out(stretches: Sequence[Stretch], before: Words, after: Words) -> tuple[Run, ...]:
    runs: list[Run] = []
    for stretch in stretches:
        if stretch.same:
            for i, j in zip(range(stretch.before, stretch.before_end), range(stretch.after, stretch.after_end), strict=True):
                runs.extend(_space(before.spaces[i], after.spaces[j]))
                runs.append(Run(after.tokens[j].text))
        else:
            runs.extend(_replaced(stretch, before, after))
    runs.extend(_space(before.spaces[-1], after.spaces[-1]))
    return joined(runs)


def _space(before: str, after: str) -> list[Run]:
    """Return the space in front of a word: kept where both have any, else marked."""
    if before and after:
        return [Run(after)]
    return [Run(before, Mark.STRUCK), Run(after, Mark.INSERTED)]


def _replaced(stretch: Stretch, before: Words, after: Words) -> list[Run]:
    struck = _text(before, stretch.before, stretch.before_end)
    inserted = _text(after, stretch.after, stretch.after_end)
    if not struck or not inserted:
        return [Run(struck, Mark.STRUCK), Run(inserted, Mark.INSERTED)]
    spaces = before.spaces[stretch.before], after.spaces[stretch.after]
    return [*_space(*spaces), Run(struck[len(spaces[0]) :], Mark.STRUCK), Run(inserted[len(spaces[1]) :], Mark.INSERTED)]


def _text(words: Words, start: int, end: int) -> str:
    return "".join(space + token.text for space, token in zip(words.spaces[start:end], words.tokens[start:end], strict=True))
