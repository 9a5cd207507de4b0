"""A redline as passages: stretches of blocks that both versions begin and end alike, under the headings of the earlier version.

What a redline says of the document in force is its earlier wording; each visible letter of it knows whether it is struck or kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from lydelse.differ.likeness import LikenedSection
from lydelse.differ.tidying import tidied
from lydelse.model.document import Document
from lydelse.model.place import Place
from lydelse.model.readings import reading_of
from lydelse.model.section import Block, Section
from lydelse.model.table import Table
from lydelse.model.text import Kind, Mark, Paragraph, Version
from lydelse.records import dataclass, replace


class Letter(NamedTuple):
    """A visible letter of the earlier version: the paragraph of the redline that it stands in, where in it, and its mark."""

    paragraph: Paragraph
    at: int
    mark: Mark


@dataclass(frozen=True)
class Passage:
    """Blocks of a redline that are read together: one, or paragraphs that one version joins."""

    marked: tuple[Block, ...]

    @cached_property
    def before(self) -> tuple[Block, ...]:
        """Its blocks in the earlier version; none where all of it is inserted."""
        return _read(self.marked, Version.BEFORE)

    @cached_property
    def after(self) -> tuple[Block, ...]:
        """Its blocks in the later version; none where all of it is struck."""
        return _read(self.marked, Version.AFTER)

    @property
    def is_changed(self) -> bool:
        """Tell whether the two versions have different words."""
        return list(map(visible, self.before)) != list(map(visible, self.after))

    @property
    def place(self) -> Place:
        """Where it begins."""
        return self.marked[0].place

    @cached_property
    def letters(self) -> tuple[Letter, ...]:
        """The visible letters of the earlier version, in order."""
        return tuple(_letters(self.marked))


@dataclass(frozen=True)
class EarlierSection:
    """A section of a redline's earlier version: its heading as it is marked, and the passages under it."""

    section: Section
    heading: Passage | None
    passages: tuple[Passage, ...]

    @cached_property
    def likened(self) -> LikenedSection:
        """The section of the earlier version with what it is weighed by."""
        return LikenedSection(self.section)

    @property
    def place(self) -> Place:
        """Where it begins in the redline."""
        first = self.heading or next(iter(self.passages), None)
        return first.place if first else Place()

    @property
    def has_text(self) -> bool:
        """Tell whether the earlier version has anything under the heading."""
        return any(passage.letters for passage in self.passages)


def earlier_sections(redline: Document) -> tuple[EarlierSection, ...]:
    """Return the sections of a redline's earlier version; text under a heading that is new belongs to the section above."""
    sections = iter(reading_of(redline, Version.BEFORE).sections)
    groups: list[list[Passage]] = [[]]
    for passage in passages_of(redline.blocks):
        if is_heading(passage.before):
            groups.append([])
        groups[-1].append(passage)
    result: list[EarlierSection] = []
    for group in groups:
        headed = bool(group) and is_heading(group[0].before)
        before = [block for passage in group for block in passage.before]
        if before:
            read = next(sections)
            for _ in range(sum(is_heading([block]) for block in before[1:])):
                next(sections)  # a heading within a paragraph that the other version joins: its text stays with the section above
            result.append(EarlierSection(read, group[0] if headed else None, tuple(group[headed:])))
        elif group:
            result.append(EarlierSection(Section("", "", "", 0, ()), None, tuple(group)))
    return tuple(result)


def is_heading(blocks: Sequence[Block]) -> bool:
    """Tell whether some blocks begin with a heading."""
    return bool(blocks) and isinstance(blocks[0], Paragraph) and blocks[0].kind is Kind.HEADING


def passages_of(blocks: Iterable[Block]) -> Iterator[Passage]:
    """Yield the passages of a marked document's blocks, in order."""
    open_ended: list[Block] = []
    for block in blocks:
        open_ended.append(block)
        if isinstance(block, Table) or block.ending is Mark.KEPT or (len(open_ended) == 1 and _stands_alone(block)):
            yield Passage(tuple(open_ended))
            open_ended = []
    if open_ended:
        yield Passage(tuple(open_ended))


def _stands_alone(paragraph: Paragraph) -> bool:
    """Tell whether a paragraph goes or comes as a whole, its end with it."""
    return {run.mark for run in paragraph.runs if run.text.strip()} <= {paragraph.ending}


def _read(blocks: tuple[Block, ...], version: Version) -> tuple[Block, ...]:
    document = Document(sections=(Section("", "", "", 0, blocks),))
    return tuple(tidied(block) if isinstance(block, Paragraph) else _tidied_table(block) for block in reading_of(document, version).blocks)


def _tidied_table(table: Table) -> Table:
    rows = (
        replace(row, cells=tuple(replace(cell, paragraphs=tuple(map(tidied, cell.paragraphs))) for cell in row.cells)) for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def visible(block: Block) -> str:
    """Return the letters of an unmarked block without any space; a table's cells and rows stand apart."""
    if isinstance(block, Table):
        return "\n".join("|".join("".join(cell.text(Version.AFTER).split()) for cell in row.cells) for row in block.rows)
    return "".join(block.marked_text.split())


def _letters(blocks: Iterable[Block]) -> Iterator[Letter]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from _of_paragraph(block, Mark.KEPT)
            continue
        for row in block.rows:
            for cell in row.cells:
                marks = {row.mark, cell.mark}
                if Mark.INSERTED not in marks:
                    outer = Mark.STRUCK if Mark.STRUCK in marks else Mark.KEPT
                    for paragraph in cell.paragraphs:
                        yield from _of_paragraph(paragraph, outer)


def _of_paragraph(paragraph: Paragraph, outer: Mark) -> Iterator[Letter]:
    at = 0
    for run in paragraph.runs:
        if run.mark is not Mark.INSERTED:
            mark = Mark.STRUCK if run.mark is Mark.STRUCK else outer
            yield from (Letter(paragraph, at + offset, mark) for offset, sign in enumerate(run.text) if not sign.isspace())
        at += len(run.text)


def place_of(letters: Sequence[Letter]) -> Place | None:
    """Return where some letters stand in the redline: from the first to the last of those in the first one's paragraph."""
    if not letters:
        return None
    first = letters[0]
    last = max(letter.at for letter in letters if letter.paragraph is first.paragraph)
    return first.paragraph.place_of(first.at, last + 1)
