"""The amounts of a point, a motion or a part, with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lydelse.figures.amounts import amounts_in
from lydelse.model.amount import Amount
from lydelse.model.minutes import paragraphs_of
from lydelse.model.section import Block
from lydelse.records import replace


def amounts_of(blocks: Iterable[Block]) -> tuple[Amount, ...]:
    """Return every amount of unmarked blocks, those of table cells that name their unit included."""
    return tuple(_amounts(tuple(blocks)))


def _amounts(blocks: tuple[Block, ...]) -> Iterator[Amount]:
    for paragraph in paragraphs_of(blocks):
        for amount in amounts_in(paragraph.marked_text):
            yield replace(amount, place=paragraph.place_of(amount.start, amount.end))
