"""The changes of a marked document, read off its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.differ.divided_tables import with_tables_divided
from lydelse.differ.furniture import furniture_changes
from lydelse.differ.moves import Told, with_moves
from lydelse.differ.nature import nature_of
from lydelse.differ.origins import ONE_DOCUMENT, Origins
from lydelse.differ.parts import Part, parts_in, parts_of, pieces_at, whole_section
from lydelse.differ.renumbering import with_shifts_joined
from lydelse.differ.small_words import with_small_words
from lydelse.model.change import Added, Change, Merged, Removed, Renumbered, Reworded, Split, Unit
from lydelse.model.document import Document
from lydelse.model.numbering import split_number
from lydelse.model.place import Place
from lydelse.model.section import Block, Section
from lydelse.model.text import Mark, Paragraph, Run, Version
from lydelse.records import dataclass, replace


def changes_in(
    redline: Document, before: Document, after: Document, origins: Origins = ONE_DOCUMENT, *, ends_count: bool = False
) -> tuple[Change, ...]:
    """Return what the marks of a redline change, in document order, running headers and footers last.

    Args:
        redline: the marked document.
        before: its earlier version; its sections' numbers are those of the places before.
        after: its later version.
        origins: for a redline made of two documents, where its paragraphs stand in the earlier one.
        ends_count: a paragraph's end is the writer's own, so that one divided and otherwise unchanged is a change.
    """
    told = moves_in(redline, before, after, origins, ends_count=ends_count)
    return (*with_small_words(with_shifts_joined(told, after)), *furniture_changes(redline.furniture))


def moves_in(
    redline: Document, before: Document, after: Document, origins: Origins = ONE_DOCUMENT, *, ends_count: bool = False
) -> Sequence[Change]:
    """Return the changes with each part that moved, was divided or was joined as one; what else is told of a change is left out.

    The arguments are those of ``changes_in``.
    """
    return with_tables_divided(with_moves(list(_told(redline, before, after, origins, ends_count=ends_count)), redline))


def _told(redline: Document, before: Document, after: Document, origins: Origins, *, ends_count: bool) -> Iterator[Told]:
    befores, afters = (_sections_read(redline, document, version) for document, version in zip((before, after), Version, strict=True))
    kept = 0
    standing: Section | None = None
    for section, one, other in zip(redline.sections, befores, afters, strict=True):
        where = _Where(one, other, origins)
        whole = _whole_if_touched(section)
        for part in [whole] if whole else _parts_or_kept(section):
            if part is None:
                kept += 1
                continue
            counted = part if part.unit is Unit.COLUMN else replace(part, kept_above=kept)
            kept += part.stands_in_both and part.unit is not Unit.COLUMN
            if part.is_marked or (ends_count and part.broken is not Mark.KEPT):
                yield Told(counted, _divided(counted, section, standing, where) or _change(counted, where, section))
        if section.heading and section.heading.before and section.heading.after:
            standing = section


def _whole_if_touched(section: Section) -> Part | None:
    return whole_section(section) if section.blocks and all(map(_is_touched, section.blocks)) else None


def _parts_or_kept(section: Section) -> Iterator[Part | None]:
    """Yield the parts of a section that may have changed, None for each block without a mark."""
    blocks = section.blocks
    at = 0
    while at < len(blocks):
        if not _is_touched(blocks[at]):
            yield None
            at += 1
            continue
        pieces = len(pieces_at(blocks, at)) or 1
        yield from parts_in(blocks[at : at + pieces]) if pieces > 1 else parts_of(blocks[at])
        at += pieces


def _is_touched(block: Block) -> bool:
    """Tell whether anything in a block carries a mark."""
    if isinstance(block, Paragraph):
        return block.ending is not Mark.KEPT or any(run.mark is not Mark.KEPT for run in block.runs)
    return any(
        mark is not Mark.KEPT
        for row in block.rows
        for cell in row.cells
        for mark in (row.mark, cell.mark, *(run.mark for paragraph in cell.paragraphs for run in paragraph.runs))
    )


def _sections_read(redline: Document, version_of: Document, version: Version) -> list[Section]:
    """Return for each section of the redline the section that its text stands in, in one version."""
    titled = iter([section for section in version_of.sections if section.heading])
    current = next((section for section in version_of.sections if not section.heading), Section("", "", "", 0, ()))
    result: list[Section] = []
    for section in redline.sections:
        heading = section.heading
        if heading and heading.text_in(version).strip():
            current = next(titled, current)
        result.append(current)
    return result


@dataclass(frozen=True, slots=True)
class _Where:
    """The sections that a part stands in, in the two versions."""

    before: Section
    after: Section
    origins: Origins

    def place_before(self, place: Place) -> Place:
        return replace(self.origins.page_and_box(place), section=self.before.number, section_id=self.before.section_id)

    def place_after(self, place: Place) -> Place:
        return replace(place, section=self.after.number, section_id=self.after.section_id)


def _change(part: Part, where: _Where, section: Section) -> Change:
    before, after = part.text(Version.BEFORE), part.text(Version.AFTER)
    runs = _without_number(part.runs) if part.unit is Unit.SECTION else part.runs
    nature = nature_of(runs, is_row=part.unit in {Unit.ROW, Unit.COLUMN, Unit.TABLE})
    places = where.place_before(part.place), where.place_after(part.place)
    match part.mark:
        case Mark.INSERTED:
            return Added(part.unit, after, part.runs, places[1], nature)
        case Mark.STRUCK:
            return Removed(part.unit, before, part.runs, places[0], nature)
        case _ if part.broken is Mark.INSERTED:
            return Split(part.unit, before, after, part.runs, *places, nature)
        case _ if part.broken is Mark.STRUCK:
            return Merged(part.unit, before, after, part.runs, *places, nature)
        case _ if part.unit is Unit.SECTION and section.heading and _is_renumbered(section.heading):
            return Renumbered(before, after, *places)
        case _:
            return Reworded(part.unit, before, after, part.runs, *places, nature)


def _divided(part: Part, section: Section, standing: Section | None, where: _Where) -> Change | None:
    """Return the section above divided by a new heading, or made one with the text under a struck one; None for any other part.

    Args:
        part: what changed.
        section: the section of the redline that it is the heading of.
        standing: the last section above that both versions have.
        where: the sections that the heading's text stands in.
    """
    if part.unit is not Unit.SECTION or part.mark is None or part.mark is Mark.KEPT or standing is None or standing.heading is None:
        return None
    under = any(each.stands_in_both and any(run.text.strip() for run in each.runs) for each in parts_in(section.blocks[1:]))
    inside = where.before if part.mark is Mark.INSERTED else where.after
    heading = standing.heading.before if part.mark is Mark.INSERTED else standing.heading.after
    if not under or inside.heading is None or inside.heading.after != heading:
        return None
    places = where.place_before(part.place), where.place_after(part.place)
    if part.mark is Mark.INSERTED:
        return Split(Unit.SECTION, heading, f"{standing.heading.after}\n{part.text(Version.AFTER)}", part.runs, *places)
    return Merged(Unit.SECTION, f"{standing.heading.before}\n{part.text(Version.BEFORE)}", heading, part.runs, *places)


def _without_number(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return the text of a section without the number that it begins with: its own number refers to nothing."""
    first, *rest = runs
    number, title = split_number(first.text)
    return (replace(first, text=title), *rest) if number else tuple(runs)


def _is_renumbered(heading: Paragraph) -> bool:
    (number_before, title_before), (number_after, title_after) = split_number(heading.before), split_number(heading.after)
    return title_before == title_after and number_before != number_after
