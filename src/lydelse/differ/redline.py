"""Two documents made one marked document, of which they are the two readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lydelse.differ.align import aligned, with_leftovers
from lydelse.differ.blocks import MarkedParagraph, marked_paragraph, paired_blocks
from lydelse.differ.breaks import Broken, marked_pieces, reworded_pieces, with_breaks
from lydelse.differ.furniture import compared_furniture
from lydelse.differ.kinship import are_strangers, said_of_strangers
from lydelse.differ.likeness import Likened, LikenedSection, section_keys, section_likeness, share_title_only
from lydelse.differ.origins import Origins
from lydelse.differ.tables import MarkedTable, reworded_table, wholly_table
from lydelse.differ.tidying import tidied
from lydelse.differ.twins import NO_TWINS, Twins, twin_sections, twins_among
from lydelse.model.document import Document, Redline
from lydelse.model.section import Block, Section, sections_of
from lydelse.model.table import Table
from lydelse.model.text import Mark, Paragraph
from lydelse.records import replace

Made = MarkedParagraph | MarkedTable


def redline_of(before: Document, after: Document) -> tuple[Document, Origins]:
    """Return the one marked document that two unmarked ones are readings of, and where its paragraphs stand in the earlier one."""
    ours, theirs = (tuple(LikenedSection(_tidied(section)) for section in document.sections) for document in (before, after))
    strangers = are_strangers(before, after)
    made = list(_side_by_side(ours, theirs) if strangers else _held_together(ours, theirs))
    blocks = [each.table if isinstance(each, MarkedTable) else each.paragraph for each in made]
    source = replace(after.source, redline=Redline.TRACKED, convention="")
    furniture = after.furniture if strangers else compared_furniture(before, after)
    unread = (*after.unread, said_of_strangers()) if strangers else after.unread
    redline = replace(after, source=source, sections=sections_of(blocks), furniture=furniture, unread=unread)
    return redline, _origins(redline, made)


def _held_together(before: Sequence[LikenedSection], after: Sequence[LikenedSection]) -> Iterator[Made]:
    twins = twins_among(before, after)
    for ours, theirs, are_one in _opposite(before, after):
        if are_one:
            yield from _marked_pair(ours[0].block, theirs[0].block)
        else:
            yield from marked_blocks(ours, theirs, twins)


def _side_by_side(before: Sequence[LikenedSection], after: Sequence[LikenedSection]) -> Iterator[Made]:
    """Yield one document struck and the other inserted: they are not two versions of one."""
    yield from (_alone(block, Mark.STRUCK) for section in before for block in section.section.blocks)
    yield from (_alone(block, Mark.INSERTED) for section in after for block in section.section.blocks)


class _Opposite(NamedTuple):
    """Blocks that stand opposite one another; ``are_one`` tells that they are one heading in two wordings, however unlike."""

    before: list[Likened]
    after: list[Likened]
    are_one: bool = False


def _opposite(before: Sequence[LikenedSection], after: Sequence[LikenedSection]) -> Iterator[_Opposite]:
    """Yield the blocks that stand opposite one another: from one pair of sections to the next.

    The headings of a pair are opposite by themselves; a section without a partner goes with the pair before it, so that text
    whose heading alone is new still finds its own. A section that moved, or
    that shares but its title with another, stands opposite nothing.
    """
    sections = twin_sections(before, after)
    found = aligned(section_keys(before, after), section_likeness(before, after, sections))
    firm = [(i, j) for i, j in found if i is not None and j is not None]
    parted = {(i, j) for i, j in firm if share_title_only(before[i], after[j])}
    pairs = with_leftovers([pair for pair in firm if pair not in parted], len(before), len(after))
    elsewhere = (set(sections.items()) - set(pairs)) | parted
    lone_befores, lone_afters = {i for i, _ in elsewhere}, {j for _, j in elsewhere}
    waiting = _Opposite([], [])
    for i, j in pairs:
        one, other = None if i is None else before[i], None if j is None else after[j]
        if (j is None and i in lone_befores) or (i is None and j in lone_afters):
            yield waiting
            yield _Opposite(_with_heading(one), _with_heading(other))
            waiting = _Opposite([], [])
        elif one and other:
            yield waiting
            if one.heading and other.heading:
                yield _Opposite([one.heading], [other.heading], (i, j) in firm)
                waiting = _Opposite(list(one.blocks), list(other.blocks))
            else:
                waiting = _Opposite(_with_heading(one), _with_heading(other))
        else:
            waiting = _Opposite(waiting.before + _with_heading(one), waiting.after + _with_heading(other))
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
    if all(tidied(paragraph) is paragraph for paragraph in table.paragraphs()):
        return table
    return replace(
        table,
        rows=tuple(
            replace(row, cells=tuple(replace(cell, paragraphs=tuple(map(tidied, cell.paragraphs))) for cell in row.cells))
            for row in table.rows
        ),
    )


def marked_blocks(before: Sequence[Likened], after: Sequence[Likened], twins: Twins = NO_TWINS) -> Iterator[Made]:
    """Yield the blocks of two gaps as marked blocks."""
    for step in with_breaks(paired_blocks(before, after, twins), before, after):
        if isinstance(step, Broken):
            yield from _marked_break(step, before, after)
        else:
            i, j = step
            yield from _marked_pair(None if i is None else before[i].block, None if j is None else after[j].block)


def _marked_break(broken: Broken, before: Sequence[Likened], after: Sequence[Likened]) -> Iterator[Made]:
    ours, theirs = _paragraphs(before, broken.befores), _paragraphs(after, broken.afters)
    if not broken.reworded:
        yield from marked_pieces(ours, theirs)
        return
    pieces = reworded_pieces(ours, theirs)
    yield from pieces or [*(marked_paragraph(each, None) for each in ours), *(marked_paragraph(None, each) for each in theirs)]


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
