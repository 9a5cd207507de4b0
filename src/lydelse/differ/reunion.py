"""A redline in which every part that moved stands once, where it stands in the later version, held against where it stood.

The amounts of a moved clause are neither removed nor added: they are read from here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from lydelse.differ.blocks import MarkedParagraph
from lydelse.differ.likeness import Likened
from lydelse.differ.origins import Origins
from lydelse.differ.readable import unmarked
from lydelse.differ.redline import Made, marked_blocks
from lydelse.differ.reunited_rows import with_rows_reunited
from lydelse.differ.tables import MarkedTable
from lydelse.model.change import Change, Moved, Unit
from lydelse.model.document import Document
from lydelse.model.section import Block, Section
from lydelse.records import replace

WHOLE_BLOCKS = {Unit.SECTION, Unit.PARAGRAPH, Unit.ITEM, Unit.TABLE}


def with_moves_reunited(redline: Document, changes: Sequence[Change], origins: Origins) -> tuple[Document, Origins]:
    """Return the redline and its origins with every moved section, paragraph, table and row in its later place only."""
    redline, paragraphs = with_rows_reunited(redline, changes)
    origins = _with_origins(origins, paragraphs)
    moved = [change for change in changes if isinstance(change, Moved) and change.unit in WHOLE_BLOCKS]
    if not moved:
        return redline, origins
    found = _blocks_at(redline)
    gone: set[int] = set()
    made: dict[int, list[Made]] = {}
    for change in moved:
        before, after = found.get(change.place_before.path, []), found.get(change.place.path, [])
        if before and after:
            gone.update(id(block) for block in (*before, *after))
            made[id(after[0])] = list(marked_blocks(_likened(before), _likened(after)))
    sections = tuple(replace(section, blocks=tuple(_reunited(section, gone, made))) for section in redline.sections)
    return replace(redline, sections=sections), _with_origins(origins, _paragraphs(each for blocks in made.values() for each in blocks))


def _blocks_at(redline: Document) -> dict[str, list[Block]]:
    """Return the blocks that stand at each path; a heading's path is that of its whole section."""
    found: dict[str, list[Block]] = {}
    for section in redline.sections:
        found.update({block.place.path: [block] for block in section.blocks})
        if section.heading:
            found[section.heading.place.path] = list(section.blocks)
    return found


def _reunited(section: Section, gone: Collection[int], made: Mapping[int, list[Made]]) -> Iterator[Block]:
    for block in section.blocks:
        if id(block) in made:
            yield from (each.table if isinstance(each, MarkedTable) else each.paragraph for each in made[id(block)])
        elif id(block) not in gone:
            yield block


def _paragraphs(made: Iterable[Made]) -> list[MarkedParagraph]:
    return [paragraph for each in made for paragraph in (each.paragraphs if isinstance(each, MarkedTable) else (each,))]


def _with_origins(origins: Origins, paragraphs: Sequence[MarkedParagraph]) -> Origins:
    known = {each.paragraph.place.path: origins.before.get(each.before.place.path, each.before) for each in paragraphs if each.before}
    return Origins({**origins.before, **known})


def _likened(blocks: Sequence[Block]) -> list[Likened]:
    return [Likened(unmarked(block)) for block in blocks]
