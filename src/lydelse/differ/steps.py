"""The blocks of a section in force and those of a redline opposite one another, each letter of the redline with its mark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from lydelse.differ.blocks import paired_blocks
from lydelse.differ.breaks import Broken, with_breaks
from lydelse.differ.likeness import Likened
from lydelse.differ.omissions import is_quoted_from, marks_in, says_left_out
from lydelse.differ.passages import EarlierSection, Letter, Passage, place_of, visible
from lydelse.differ.tidying import tidied
from lydelse.model.place import Place
from lydelse.model.section import Block, Section
from lydelse.model.table import Table
from lydelse.model.text import Mark, Paragraph
from lydelse.records import dataclass


@dataclass(frozen=True)
class Held:
    """A block of the redline's earlier version with its letters, and the passage that it is read from."""

    block: Block
    passage: Passage
    letters: tuple[Letter, ...]

    @property
    def place(self) -> Place:
        """Where it begins in the redline."""
        return place_of(self.letters) or self.passage.place

    @property
    def is_struck(self) -> bool:
        """Tell whether most of it is struck."""
        return 2 * sum(letter.mark is Mark.STRUCK for letter in self.letters) > len(self.letters)


class Step(NamedTuple):
    """Blocks in force and blocks of the redline that stand opposite one another; either side may be empty."""

    standing: tuple[Block, ...]
    held: tuple[Held, ...]


def held_blocks(earlier: EarlierSection) -> list[Held]:
    """Return the blocks under a section's heading as they read before, each with its own letters."""
    found: list[Held] = []
    for passage in earlier.passages:
        at = 0
        for block in passage.before:
            count = sum(1 for sign in _text_of(block) if not sign.isspace())
            if count:
                found.append(Held(block, passage, passage.letters[at : at + count]))
            at += count
    return found


def _text_of(block: Block) -> str:
    if isinstance(block, Table):
        return "".join(paragraph.marked_text for paragraph in block.paragraphs())
    return block.marked_text


def body_of(section: Section) -> list[Block]:
    """Return the blocks under a section's heading that have any text, without needless spaces."""
    blocks = section.blocks[1:] if section.heading else section.blocks
    plain = (tidied(block) if isinstance(block, Paragraph) else block for block in blocks)
    return [block for block in plain if _text_of(block).strip()]


def steps_between(standing: Sequence[Block], held: Sequence[Held]) -> list[Step]:
    """Return which blocks in force stand opposite which blocks of the redline, in order."""
    before, after = [Likened(block) for block in standing], [Likened(each.block) for each in held]
    steps: list[Step] = []
    for step in with_breaks(paired_blocks(before, after), before, after):
        if isinstance(step, Broken):
            steps.append(Step(tuple(standing[i] for i in step.befores), tuple(held[j] for j in step.afters)))
        else:
            i, j = step
            steps.append(Step(() if i is None else (standing[i],), () if j is None else (held[j],)))
    return list(_with_quotations(list(_with_pieces(steps))))


def _with_pieces(steps: Sequence[Step]) -> Iterator[Step]:
    """Yield the steps, a paragraph in force opposite all of its pieces, where what is missing beside it has come between two of them."""
    left = list(steps)
    for at, step in enumerate(steps):
        if len(step.standing) != 1 or len(step.held) != 1 or visible(step.standing[0]) == visible(step.held[0].block):
            continue
        below = _alone(steps[at + 1 :])
        above = _alone(reversed(steps[:at]))[::-1]
        pieces = _pieces_of(step.standing[0], above, step.held[0], below)
        if pieces:
            gone = {id(piece) for piece in pieces}
            left = [Step(each.standing, tuple(held for held in each.held if id(held) not in gone)) for each in left]
            left[at] = Step(step.standing, tuple(pieces))
    yield from (step for step in left if step.standing or step.held)


def _alone(steps: Iterable[Step]) -> list[Held]:
    """Return the blocks of the redline that stand opposite nothing, up to the first that does not."""
    return [held for step in takewhile(lambda step: not (step.standing and step.held), steps) for held in step.held]


def _pieces_of(whole: Block, above: Sequence[Held], piece: Held, below: Sequence[Held]) -> list[Held]:
    """Return the paragraphs that together are another one, a given one of them among them; none where there are no such."""
    if isinstance(whole, Table):
        return []
    for start in range(len(above) + 1):
        pieces = [*above[start:], piece]
        for more in (None, *below):
            pieces += [more] if more else []
            tables = any(isinstance(each.block, Table) for each in pieces)
            if not tables and "".join(visible(each.block) for each in pieces) == visible(whole):
                return pieces if len(pieces) > 1 else []
    return []


def _with_quotations(steps: Sequence[Step]) -> Iterator[Step]:
    """Yield the steps, a paragraph that leaves out some of its own text opposite those in force that it is quoted from."""
    gap: list[Step] = []
    for step in (*steps, None):
        if step and not (step.standing and step.held):
            gap.append(step)
            continue
        yield from _gap_with_quotations(gap)
        gap = []
        if step:
            yield step


def _gap_with_quotations(gap: Sequence[Step]) -> Iterator[Step]:
    standing = [block for step in gap for block in step.standing]
    held = [each for step in gap for each in step.held]
    quoted = {at: found for at, each in enumerate(held) if (found := _quoted_from(each.block, standing)) is not None}
    if not quoted:
        yield from gap
        return
    left = 0
    for at, each in enumerate(held):
        found = quoted.get(at)
        if found and found.start >= left:
            yield from (Step((block,), ()) for block in standing[left : found.start])
            yield Step(tuple(standing[found.start : found.stop]), (each,))
            left = found.stop
        else:
            yield Step((), (each,))
    yield from (Step((block,), ()) for block in standing[left:])


def _quoted_from(block: Block, standing: Sequence[Block]) -> range | None:
    """Return the fewest paragraphs in force that a paragraph with dots in it is quoted from, one after the other."""
    if not isinstance(block, Paragraph) or not marks_in(block.marked_text) or says_left_out(block):
        return None
    for count in range(1, len(standing) + 1):
        for start in range(len(standing) - count + 1):
            blocks = standing[start : start + count]
            texts = [each.marked_text for each in blocks if isinstance(each, Paragraph)]
            if len(texts) == count and is_quoted_from(block.marked_text, " ".join(texts)):
                return range(start, start + count)
    return None
