"""The changed wording, section by section: what stands struck and inserted, with what is unchanged around it left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby, takewhile

from lydelse.model.change import Change, Comparison, Merged, Moved, Renumbered, Reworded, Split, Unit
from lydelse.model.message import Message
from lydelse.model.numbering import split_number
from lydelse.model.section import Block, Section
from lydelse.model.table import Row, Table
from lydelse.model.text import Kind, Mark, Paragraph, Run, Version
from lydelse.records import dataclass
from lydelse.reports.change_lines import small_words_of
from lydelse.reports.sections import heading_of

FOLLOWING = "change.following"


@dataclass(frozen=True, slots=True)
class Gap:
    """Unchanged parts that are left out."""

    count: int


@dataclass(frozen=True, slots=True)
class Items:
    """List items that follow one another."""

    items: tuple[Paragraph, ...]


Shown = Paragraph | Items | Table | Gap


@dataclass(frozen=True, slots=True)
class ChangedSection:
    """A section whose wording changes.

    ``anchor`` is what links go to, ``heading`` the heading as it will read; ``notes`` say what comes from elsewhere and which number
    it had, ``labels`` what the changes of each block do: turn on small words, follow a renumbering; by the block's path.
    """

    section_id: str
    anchor: str
    heading: str
    heading_runs: tuple[Run, ...]
    page: int | None
    blocks: tuple[tuple[str, Shown], ...]
    notes: tuple[Message, ...]
    labels: Mapping[str, tuple[Message, ...]]


def changed_sections(comparison: Comparison, prefix: str) -> tuple[ChangedSection, ...]:
    """Return the sections of the redline that hold struck or inserted text, or that were moved."""
    if comparison.one_version:
        return ()
    labels = _labels_by_block(comparison)
    return tuple(
        ChangedSection(
            section_id=section.section_id,
            anchor=f"{prefix}avsnitt-{section.section_id.replace(' ', '-')}",
            heading=heading_of(section),
            heading_runs=section.heading.runs if section.heading else (),
            page=section.page,
            blocks=tuple(_shown(section)),
            notes=tuple(_notes_of(section, comparison)),
            labels=labels,
        )
        for section in comparison.redline.sections
        if any(_is_marked(block) for block in section.blocks) or any(_notes_of(section, comparison))
    )


def anchor_of(prefix: str, section_id: str) -> str:
    """Return the name that links go to; it holds no space."""
    return f"{prefix}avsnitt-{section_id.replace(' ', '-')}"


def split_head(table: Table) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """Return the rows of headings that a table begins with, and the rows under them."""
    head = tuple(takewhile(lambda row: row.cells and all(cell.header for cell in row.cells), table.rows))
    return head, table.rows[len(head) :]


def _notes_of(section: Section, comparison: Comparison) -> Iterator[Message]:
    """Yield what the section holds that comes from elsewhere, and the number that it had itself."""
    heading = section.heading
    shift = (split_number(heading.before)[0], split_number(heading.after)[0]) if heading else ("", "")
    for change in comparison.changes:
        if isinstance(change, Moved) and change.place.section_id == section.section_id:
            yield _moved(change)
        elif isinstance(change, Split | Merged) and change.unit is Unit.TABLE and change.place.section_id == section.section_id:
            key = "report.table-divided" if isinstance(change, Split) else "report.table-joined"
            yield Message(key, {"before": change.place_before.section or "–"})
        elif isinstance(change, Renumbered) and (shift in change.sections or change.place.section_id == section.section_id):
            yield Message("report.renumbered", {"before": shift[0] if shift in change.sections else change.place_before.section})


def _moved(change: Moved) -> Message:
    if change.unit is not Unit.SECTION and change.place_before.section_id == change.place.section_id:
        return Message("report.moved-within")
    return Message("report.moved", {"before": change.place_before.section or change.before})


def _labels_by_block(comparison: Comparison) -> Mapping[str, tuple[Message, ...]]:
    found: dict[str, dict[Message, None]] = {}
    for change in comparison.changes:
        block = change.place.path.partition("/r")[0]
        for label in (*small_words_of(change), *_following(change)):
            found.setdefault(block, {})[label] = None
    return {path: tuple(labels) for path, labels in found.items()}


def _following(change: Change) -> tuple[Message, ...]:
    return (Message(FOLLOWING),) if isinstance(change, Reworded) and change.following else ()


def _is_marked(block: Block) -> bool:
    if isinstance(block, Table):
        rows = any(row.mark is not Mark.KEPT or any(cell.mark is not Mark.KEPT for cell in row.cells) for row in block.rows)
        return rows or any(paragraph.is_marked for paragraph in block.paragraphs())
    return block.is_marked or block.ending is not Mark.KEPT


def _shown(section: Section) -> Iterator[tuple[str, Shown]]:
    """Yield each part with the name of its kind, for the template."""
    body = (block for block in section.blocks if block is not section.heading)
    for kind, group in groupby(body, key=_kind_shown):
        if kind == "gap":
            yield kind, Gap(sum(_weight(block) for block in group))
        elif kind == "items":
            yield kind, Items(tuple(block for block in group if isinstance(block, Paragraph)))
        else:
            yield from ((kind, block) for block in group)


def _kind_shown(block: Block) -> str:
    if not _is_marked(block):
        return "gap"
    if isinstance(block, Table):
        return "table"
    return "items" if block.kind is Kind.ITEM else "paragraph"


def _weight(block: Block) -> int:
    """Return how many parts a reader would count: a table is one, a paragraph without text none."""
    return 1 if isinstance(block, Table) or block.text_in(Version.AFTER).strip() else 0
