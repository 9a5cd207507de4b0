"""The year that governs an amount: the one that a reader would take it to be an amount of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from lydelse.figures.sentences import sentences_of
from lydelse.figures.years import Year, years_in
from lydelse.model.section import Block
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Version

FURTHEST_CAPTION = 3
"""How many paragraphs above a table are looked at for the year that its caption names."""
LONGEST_CAPTION = 120
"""The characters of a line that still reads as a caption rather than as a paragraph."""


@dataclass(frozen=True)
class DatedText:
    """A reading's text with its sentences and its years."""

    text: str

    @cached_property
    def years(self) -> tuple[Year, ...]:
        """The years, in order."""
        return years_in(self.text)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The spans of the sentences."""
        return sentences_of(self.text)

    def sentence_around(self, start: int) -> tuple[int, int]:
        """Return the sentence that holds an offset, the whole text where none does."""
        return next((span for span in self.sentences if span[0] <= start < span[1]), (0, len(self.text)))

    def year_at(self, start: int, end: int) -> int | None:
        """Return the year nearest to [start, end) in its sentence, else the last one before it, else None.

        The year of a written-out date counts only within the sentence, and only where no other year stands there.
        """
        if not self.years:
            return None
        first, last = self.sentence_around(start)
        within = [year for year in self.years if first <= year.start < last]
        if within:
            return min(within, key=lambda year: (year.in_date, max(0, start - year.end, year.start - end), year.start)).value
        earlier = [year for year in self.years if year.end <= start and not year.in_date]
        return earlier[-1].value if earlier else None

    @property
    def last_year(self) -> int | None:
        """The year that stands last, None where there is none."""
        plain = [year.value for year in self.years if not year.in_date] or [year.value for year in self.years]
        return plain[-1] if plain else None


@dataclass(frozen=True)
class LeadIn:
    """What introduces the table or list item ``blocks[at]``."""

    blocks: Sequence[Block]
    at: int

    def year(self, version: Version) -> int | None:
        """Return the year that it names in a version, None where it names none or the block is neither a table nor an item."""
        return self._years[version]

    @cached_property
    def _years(self) -> dict[Version, int | None]:
        block = self.blocks[self.at]
        introduced = isinstance(block, Table) or block.kind is Kind.ITEM
        return {version: lead_in_year(self.blocks, self.at, version) if introduced else None for version in Version}


def lead_in_year(blocks: Sequence[Block], at: int, version: Version) -> int | None:
    """Return the year of what introduces the table or list item ``blocks[at]``, None where it names none.

    The paragraph directly above counts whatever it is; above it, only lines that read as captions do.
    """
    above = at - 1
    while above >= 0 and _continues_a_list(blocks[above]):
        above -= 1
    distance = 0
    for block in reversed(blocks[: above + 1]):
        if not isinstance(block, Paragraph) or block.kind is Kind.HEADING or distance >= FURTHEST_CAPTION:
            return None
        text = block.before if version is Version.BEFORE else block.after
        if not text:
            continue
        if distance and not _is_caption(text):
            return None
        year = DatedText(text).last_year
        if year is not None or not _is_caption(text):
            return year
        distance += 1
    return None


def _continues_a_list(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.kind is Kind.ITEM


def _is_caption(text: str) -> bool:
    return len(text) <= LONGEST_CAPTION and not text.endswith((".", ":", "!", "?"))
