"""Two documents made one marked document, of which they are the two readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from lydelse.differ.align import aligned
from lydelse.differ.blocks import MarkedParagraph, marked_paragraph, paired_blocks
from lydelse.differ.breaks import Broken, marked_pieces, with_breaks
from lydelse.differ.furniture import compared_furniture
from lydelse.differ.likeness import Likened, LikenedSection, section_keys, section_likeness
from lydelse.differ.origins import Origins
from lydelse.differ.tables import MarkedTable, reworded_table, wholly_table
from lydelse.differ.tidying import tidied
from lydelse.model.document import Document, Redline
from lydelse.model.section import Block, Section, sections_of
from lydelse.model.table import Table
from lydelse.model.text import Mark, Paragraph

Made = MarkedParagraph | MarkedTable


def redline_of(before: Document, after: Document) -> tuple[Document, Origins]:
    """Return the one marked document that two unmarked ones are readings of, and where its paragraphs stand in the earlier one."""
    made = [each for ours, theirs in _opposite(before, after) for each in _marked_blocks(ours, theirs)]
    blocks = [each.table if isinstance(each, MarkedTable) else each.paragraph for each in made]
    source = replace(after.source, redline=Redline.TRACKED, convention="")
    redline = replace(after, source=source, sections=sections_of(blocks), furniture=compared_furniture(before, after))
    return redline, _origins(redline, made)


def _opposite(before: Document, after: Document) -> Iterator[tuple[list[Likened], list[Likened]]]:
    """Yield the blocks that stand opposite one another: from one pair of sections to the next.

    The headings of a pair are opposite by themselves; a section without a partner goes with the pair before it, so that text
    whose heading alone is new still finds its own.
    """
    ours, theirs = ([LikenedSection(_tidied(section)) for section in document.sections] for document in (before, after))
    pairs = aligned(section_keys(ours, theirs), section_likeness(ours, theirs))
    waiting: tuple[list[Likened], list[Likened]] = ([], [])
    for i, j in pairs:
        one, other = None if i is None else ours[i], None if j is None else theirs[j]
        if one and other:
            yield waiting
            if one.heading and other.heading:
                yield [one.heading], [other.heading]
                waiting = list(one.blocks), list(other.blocks)
            else:
                waiting = _with_heading(one), _with_heading(other)
        else:
            waiting = waiting[0] + _with_heading(one), waiting[1] + _with_heading(other)
    yield waiting


def _with_heading(section: LikenedSection | None) -> list[Likened]:
    if section is None:
        return []
    return [*([section.heading] if section.heading else []), *section.blocks]


def _tidied(section: Section) -> Section:
    """Return the section without empty paragraphs and needless spaces."""
    blocks = (_tidied_table(block) if isinstance(block, Table) else tidied(block) for block in section.blocks)
    return replace(section, blocks=tuple(block for block in blocks if isinstance(block, Table) or block.marked_text))


def _tidied_table(table: Table) -> Table:
    return replace(
        table,
        rows=tuple(
            replace(row, cells=tuple(replace(cell, paragraphs=tuple(map(tidied, cell.paragraphs))) for cell in row.cells))
            for row in table.rows
        ),
    )


def _marked_blocks(before: Sequence[Likened], after: Sequence[Likened]) -> Iterator[Made]:
    for step in with_breaks(paired_blocks(before, after), before, after):
        if isinstance(step, Broken):
            yield from marked_pieces(_paragraphs(before, step.befores), _paragraphs(after, step.afters))
        else:
            i, j = step
            yield from _marked_pair(None if i is None else before[i].block, None if j is None else after[j].block)


def _paragraphs(blocks: Sequence[Likened], ats: Sequence[int]) -> list[Paragraph]:
    return [block for at in ats if isinstance(block := blocks[at].block, Paragraph)]


def _marked_pair(before: Block | None, after: Block | None) -> Iterator[Made]:
    if isinstance(before, Table) and isinstance(after, Table):
        table = reworded_table(before, after)
        yield from [table] if table else [wholly_table(before, Mark.STRUCK), wholly_table(after, Mark.INSERTED)]
    elif isinstance(before, Paragraph) and isinstance(after, Paragraph):
        yield marked_paragraph(before, after)
    else:
        if before:
            yield _alone(before, Mark.STRUCK)
        if after:
            yield _alone(after, Mark.INSERTED)


def _alone(block: Block, mark: Mark) -> Made:
    if isinstance(block, Table):
        return wholly_table(block, mark)
    return marked_paragraph(block, None) if mark is Mark.STRUCK else marked_paragraph(None, block)


def _origins(redline: Document, made: Sequence[Made]) -> Origins:
    paragraphs = [paragraph for each in made for paragraph in (each.paragraphs if isinstance(each, MarkedTable) else (each,))]
    pairs = zip(redline.paragraphs, paragraphs, strict=True)
    return Origins({placed.place.path: source.before for placed, source in pairs if source.before})
