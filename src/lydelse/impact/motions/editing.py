"""Edits made in a proposal's text: a marked document whose earlier reading is the proposal and whose later one has the edits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lydelse.model.document import Document, Redline
from lydelse.model.impact_motion import Act, Edit
from lydelse.model.section import Block, Section
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Kind, Mark, Paragraph, Run, Version, joined
from lydelse.records import replace


def amended(proposal: Document, edits: Sequence[Edit]) -> Document:
    """Return a proposal with edits marked in it; of edits that overlap the first is made."""
    struck = {edit.place.section_id for edit in edits if edit.act is Act.STRIKE_SECTION}
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        if edit.act is not Act.STRIKE_SECTION:
            by_path.setdefault(edit.place.path, []).append(edit)
    sections = tuple(_section(section, struck, by_path) for section in proposal.sections)
    source = replace(proposal.source, redline=Redline.TRACKED)
    return replace(proposal, sections=sections, source=source).with_marks_counted()


def _section(section: Section, struck: set[str], by_path: dict[str, list[Edit]]) -> Section:
    if any(section.section_id == each or section.section_id.startswith(f"{each}.") for each in struck):
        return replace(section, blocks=tuple(_struck(block) for block in section.blocks))
    return replace(section, blocks=tuple(made for block in section.blocks for made in _block(block, by_path)))


def _struck(block: Block) -> Block:
    if isinstance(block, Table):
        rows = tuple(Row(tuple(_struck_cell(cell) for cell in row.cells), Mark.STRUCK) for row in block.rows)
        return replace(block, rows=rows)
    return replace(block, runs=_runs(block, [(0, len(block.text_in(Version.AFTER)), "")]), spots=(), ending=Mark.STRUCK)


def _struck_cell(cell: Cell) -> Cell:
    return replace(
        cell, paragraphs=tuple(replace(each, runs=_runs(each, [(0, len(each.text_in(Version.AFTER)), "")])) for each in cell.paragraphs)
    )


def _block(block: Block, by_path: dict[str, list[Edit]]) -> Iterator[Block]:
    if isinstance(block, Table):
        rows = tuple(
            replace(
                row, cells=tuple(replace(cell, paragraphs=tuple(_edited(each, by_path) for each in cell.paragraphs)) for cell in row.cells)
            )
            for row in block.rows
        )
        yield replace(block, rows=rows)
        return
    edited = _edited(block, by_path)
    whole = edited.is_marked and not edited.text_in(Version.AFTER).strip()
    yield replace(edited, ending=Mark.STRUCK) if whole else edited
    for edit in by_path.get(block.place.path, ()):
        if edit.act is Act.ADD and edit.end == 0:
            yield Paragraph((Run(edit.after, Mark.INSERTED),), Kind.PARAGRAPH, ending=Mark.INSERTED, place=block.place)


def _edited(paragraph: Paragraph, by_path: dict[str, list[Edit]]) -> Paragraph:
    edits = [edit for edit in by_path.get(paragraph.place.path, ()) if edit.act is not Act.ADD or edit.end]
    text = paragraph.text_in(Version.AFTER)
    fitting = [edit for edit in edits if text[edit.start : edit.end] == edit.before]
    if not fitting:
        return paragraph
    spans = [(edit.start, edit.end, f" {edit.after}" if edit.act is Act.ADD else edit.after) for edit in fitting]
    return replace(paragraph, runs=_runs(paragraph, spans), spots=())


def _runs(paragraph: Paragraph, spans: Iterable[tuple[int, int, str]]) -> tuple[Run, ...]:
    text = paragraph.text_in(Version.AFTER)
    runs: list[Run] = []
    at = 0
    for start, end, new in sorted(spans):
        if start < at:
            continue
        runs += [Run(text[at:start]), Run(text[start:end], Mark.STRUCK), Run(new, Mark.INSERTED)]
        at = end
    runs.append(Run(text[at:]))
    return joined(runs)
