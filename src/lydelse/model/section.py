"""Sections: a flat list in document order, each knowing its level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import is_

from lydelse.model.numbering import level_of, slug, split_number
from lydelse.model.place import Place
from lydelse.model.table import Cell, Row, Table
from lydelse.model.text import Kind, Paragraph
from lydelse.records import dataclass

Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the blocks under it, up to the next heading of any level.

    The first block is the heading itself, its number included; the text before the first heading is a section without one
    (number "", id ""). ``number`` and ``title`` are those of the later version, of the earlier one where the heading is struck.
    """

    number: str
    section_id: str
    title: str
    level: int
    blocks: tuple[Block, ...]

    @property
    def heading(self) -> Paragraph | None:
        """The heading, None for the text before the first one."""
        first = self.blocks[0] if self.blocks else None
        return first if isinstance(first, Paragraph) and first.kind is Kind.HEADING else None

    @property
    def page(self) -> int | None:
        """The page that the section begins on."""
        return self.blocks[0].place.page if self.blocks else None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs outside tables, the heading left out."""
        return tuple([block for block in self.blocks if isinstance(block, Paragraph) and block.kind is not Kind.HEADING])

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables."""
        return tuple([block for block in self.blocks if isinstance(block, Table)])


def sections_of(blocks: Iterable[Block]) -> tuple[Section, ...]:
    """Group blocks in document order into sections, and give every block its place within its section."""
    sections: list[Section] = []
    ids: set[str] = set()
    for group in _by_heading(blocks):
        number, title, level = _named(group[0])
        section_id = _unique(_id_of(number, title, level, sections), ids)
        sections.append(Section(number, section_id, title, level, tuple(_placed(group, number, section_id))))
    return tuple(sections)


def _by_heading(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.kind is Kind.HEADING and group:
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _named(first: Block) -> tuple[str, str, int]:
    if not isinstance(first, Paragraph) or first.kind is not Kind.HEADING:
        return "", "", 0
    number, title = split_number(first.after or first.before)
    return number, title, first.level


def _id_of(number: str, title: str, level: int, earlier: list[Section]) -> str:
    if not number:
        return f"~{slug(title)}" if title else ""
    if not number[0].isdigit():
        return slug(number)
    annex = next((section for section in reversed(earlier) if section.number.startswith("Bilaga")), None)
    inside = annex is not None and (level > annex.level or level_of(number) > 1)
    return f"{annex.section_id}/{number}" if annex and inside else number


def _unique(section_id: str, taken: set[str]) -> str:
    candidate, count = section_id, 1
    while candidate in taken:
        count += 1
        candidate = f"{section_id}~{count}"
    taken.add(candidate)
    return candidate


def _placed(blocks: list[Block], number: str, section_id: str) -> Iterator[Block]:
    paragraphs = tables = 0
    for block in blocks:
        if isinstance(block, Table):
            tables += 1
            yield _placed_table(block, number, section_id, f"{section_id}/t{tables}")
        elif block.kind is Kind.HEADING:
            yield _placed_paragraph(block, number, section_id, f"{section_id}/h")
        else:
            paragraphs += 1
            yield _placed_paragraph(block, number, section_id, f"{section_id}/p{paragraphs}")


def _placed_paragraph(paragraph: Paragraph, number: str, section_id: str, path: str) -> Paragraph:
    place = paragraph.place
    if place.path == path and place.section_id == section_id and place.section == number:
        return paragraph
    return paragraph.standing_at(_at(place, number, section_id, path))


def _placed_table(table: Table, number: str, section_id: str, path: str) -> Table:
    def cell(of: Cell, path: str) -> Cell:
        placed = tuple([_placed_paragraph(paragraph, number, section_id, path) for paragraph in of.paragraphs])
        return of if all(map(is_, placed, of.paragraphs)) else of.holding(placed)

    def row(of: Row, path: str) -> Row:
        cells = tuple([cell(each, f"{path}/c{at}") for at, each in enumerate(of.cells, 1)])
        return of if all(map(is_, cells, of.cells)) else Row(cells, of.mark)

    rows = tuple([row(each, f"{path}/r{at}") for at, each in enumerate(table.rows, 1)])
    origin = table.place.origin or next((each.place.origin for each in table.paragraphs() if each.place.origin), 0)
    place = Place(number, section_id, path, table.place.page, table.place.box, origin)
    return table if place == table.place and all(map(is_, rows, table.rows)) else Table(rows, place)


def _at(place: Place, number: str, section_id: str, path: str) -> Place:
    return Place(number, section_id, path, place.page, place.box, place.origin)
