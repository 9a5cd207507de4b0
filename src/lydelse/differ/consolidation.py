"""The document in force with a redline's amendments made in it; what has no place there is said, never forced in.

A part of the redline whose earlier wording is that in force becomes its later wording. Where the two differ, the change alone is
carried over if the words that it replaces stand in force; what the redline changes without a mark is not adopted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.differ.aftermath import Renamed, led_elsewhere, of_furniture, with_collisions
from lydelse.differ.departures import plain
from lydelse.differ.passages import Passage, is_heading, visible
from lydelse.differ.placing import in_place_of, without_place
from lydelse.differ.standing import Pair, Standing, standing_of, unread_of
from lydelse.differ.steps import Step, body_of
from lydelse.differ.transfer import row_changes, transferred, transferred_table, without_empty_columns
from lydelse.model.consolidated import Amendment, Consolidated
from lydelse.model.document import Document
from lydelse.model.message import Message
from lydelse.model.numbering import split_number
from lydelse.model.section import Block, Section, sections_of
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph
from lydelse.records import dataclass, field, replace

NOT_IN_FORCE = Message("consolidate.not-in-force")
OTHER_WORDS = Message("consolidate.other-words")
NO_SECTION = Message("consolidate.no-section")
TEXT_LEFT = Message("consolidate.text-left")


def consolidated(redline: Document, in_force: Document) -> Consolidated:
    """Return the document in force as it reads when a redline is adopted, and what became of each amendment."""
    standing = standing_of(redline, in_force)
    made = _Made({id(pair.standing): _of_pair(pair) for pair in standing.pairs if pair.standing})
    _add_new_sections(standing, made)
    blocks = [block for section in standing.in_force.sections for block in made.blocks_of(section)]
    document = replace(standing.in_force, sections=sections_of(blocks))
    renamed = [made.renamed(section, standing) for section in standing.in_force.sections if section.heading]
    amendments = with_collisions(made.amendments(standing), standing.in_force, document, renamed)
    return Consolidated(
        document,
        (*amendments, *of_furniture(redline)),
        in_force.source,
        redline.source,
        standing.in_force,
        tuple(led_elsewhere(standing.in_force, document, renamed)),
        (*unread_of(in_force), *redline.unread),
    )


@dataclass
class _Section:
    """A section in force as it will read, what became of the amendments in it, and the new sections at its end, still to be placed."""

    blocks: list[Block] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)
    tail: list[Passage] = field(default_factory=list)


@dataclass
class _Made:
    """The sections in force that the redline has, by identity, and the new ones by the section that they follow."""

    sections: dict[int, _Section]
    new: dict[int, list[Block]] = field(default_factory=dict)
    unplaced: dict[int, list[Amendment]] = field(default_factory=dict)

    def blocks_of(self, section: Section) -> Iterator[Block]:
        """Yield a section as it will read, and the new sections after it."""
        made = self.sections.get(id(section))
        yield from made.blocks if made else section.blocks
        yield from self.new.get(id(section), ())

    def renamed(self, section: Section, standing: Standing) -> Renamed:
        """Return a section in force with its heading as it will read."""
        headings = [block for block in self.blocks_of(section) if isinstance(block, Paragraph) and block.kind is Kind.HEADING]
        new = [block for block in self.new.get(id(section), ()) if isinstance(block, Paragraph) and block.kind is Kind.HEADING]
        shown = next((pair.earlier.section.number for pair in standing.pairs if pair.standing is section), "")
        return Renamed(section, headings[0] if len(headings) > len(new) else None, shown)

    def amendments(self, standing: Standing) -> Iterator[Amendment]:
        """Yield what became of each amendment, in the redline's order."""
        for pair in standing.pairs:
            made = self.sections.get(id(pair.standing)) if pair.standing else None
            yield from made.amendments if made else ()
            yield from self.unplaced.get(id(pair), ())


def _of_pair(pair: Pair) -> _Section:
    made = _Section()
    assert pair.standing is not None, "a pair has a section in force"
    passages, made.tail = _divided(pair)
    if pair.earlier.heading:
        _put_heading(pair, pair.earlier.heading, made)
    elif pair.standing.heading:
        made.blocks.append(pair.standing.heading)
    if pair.earlier.has_text:
        _put_body(pair.steps, passages, made)
    else:
        made.blocks.extend(body_of(pair.standing))
        _put_new(passages, made)
    return made


def _divided(pair: Pair) -> tuple[list[Passage], list[Passage]]:
    """Return the passages of a section, and the new sections that stand after all of them."""
    passages = pair.earlier.passages
    last = max((at for at, passage in enumerate(passages) if passage.letters), default=-1)
    end = next((at for at, passage in enumerate(passages) if at > last and is_heading(passage.after)), len(passages))
    return list(passages[:end]), list(passages[end:])


def _put_heading(pair: Pair, passage: Passage, made: _Section) -> None:
    standing = pair.standing.heading if pair.standing else None
    if standing is None:
        return
    if not passage.is_changed:
        made.blocks.append(standing)
        return
    gone = not passage.after
    if gone and (pair.is_cited or any(step.standing and not step.held for step in pair.steps)):
        made.blocks.append(standing)
        made.amendments.append(_amendment(passage, TEXT_LEFT))
        return
    _put(Step((standing,), ()), passage, made)


def _put(step: Step, passage: Passage, made: _Section) -> None:
    """Put in what a changed passage makes of what stands opposite it in force."""
    block = step.standing[0] if len(step.standing) == 1 else None
    before, after = (side[0] if len(side) == 1 else None for side in (passage.before, passage.after))
    if isinstance(block, Table) and isinstance(before, Table) and isinstance(after, Table) and _has_its_columns(block, before):
        made.blocks.extend(in_place_of((block,), (without_empty_columns(after),)))
        made.amendments.extend(_amendments(passage))
        return
    if "".join(map(visible, step.standing)) == "".join(map(visible, passage.before)):
        made.blocks.extend(in_place_of(step.standing, passage.after))
        made.amendments.extend(_amendments(passage))
        return
    marked = passage.marked[0] if len(passage.marked) == 1 else None
    if isinstance(block, Paragraph) and isinstance(marked, Paragraph):
        changed = transferred(block, marked)
        made.blocks.append(changed or block)
        made.amendments.append(_amendment(passage, None if changed else OTHER_WORDS))
        if changed and not changed.runs:
            made.blocks.pop()
    elif isinstance(block, Table) and isinstance(marked, Table):
        table, changes = transferred_table(block, marked)
        made.blocks.append(table)
        made.amendments.extend(Amendment(each.before, each.after, passage.place, None if each.applied else OTHER_WORDS) for each in changes)
    else:
        made.blocks.extend(step.standing)
        made.amendments.append(_amendment(passage, OTHER_WORDS if step.standing else NOT_IN_FORCE))


def _has_its_columns(standing: Table, before: Table) -> bool:
    """Tell whether a table is the one in force but for columns that it leaves empty, for the later version to fill."""
    return visible(standing) == visible(without_empty_columns(before))


def _put_body(steps: Sequence[Step], passages: Sequence[Passage], made: _Section) -> None:
    waiting = list(passages)
    recount = any(_is_item(passage.before) is not _is_item(passage.after) for passage in passages)
    _put_leading_new(waiting, made)
    for group in _by_passage(steps):
        held = [each for step in group for each in step.held]
        standing = tuple(block for step in group for block in step.standing)
        concerned = list({id(each.passage): each.passage for each in held}.values())
        if not any(passage.is_changed for passage in concerned):
            made.blocks.extend(_counted_anew(standing, concerned) if recount else standing)
        elif len(concerned) == 1:
            _put(Step(standing, tuple(held)), concerned[0], made)
        else:
            _put_broken(standing, concerned, made)
        while waiting and any(waiting[0] is passage for passage in concerned):
            waiting.pop(0)
            _put_leading_new(waiting, made)


def _is_item(blocks: Sequence[Block]) -> bool:
    return bool(blocks) and isinstance(blocks[0], Paragraph) and blocks[0].kind is Kind.ITEM


def _counted_anew(standing: tuple[Block, ...], passages: Sequence[Passage]) -> tuple[Block, ...]:
    """Return an item with the number that the redline shows it with, where items come and go around it."""
    item, shown = standing[0] if standing else None, passages[0].after[0] if passages else None
    if (
        len(standing) != 1
        or not isinstance(item, Paragraph)
        or not isinstance(shown, Paragraph)
        or not (item.kind is shown.kind is Kind.ITEM)
    ):
        return standing
    return (replace(item, marker=shown.marker),) if any(sign.isalnum() for sign in item.marker) else standing


def _put_broken(standing: tuple[Block, ...], passages: Sequence[Passage], made: _Section) -> None:
    """Put in the passages of one paragraph that is broken in the redline and whole in force: they hold the same text."""
    same = "".join(map(visible, standing)) == "".join(visible(block) for passage in passages for block in passage.before)
    made.blocks.extend(in_place_of(standing, [block for passage in passages for block in passage.after]) if same else standing)
    made.amendments.extend(_amendment(passage, None if same else OTHER_WORDS) for passage in passages if passage.is_changed)


def _by_passage(steps: Sequence[Step]) -> Iterator[list[Step]]:
    """Yield the steps, those together that lie between the first and the last block of one passage of the redline."""
    last = {id(held.passage): at for at, step in enumerate(steps) for held in step.held}
    at = 0
    while at < len(steps):
        end = at
        for following, step in enumerate(steps[at:], at):
            if following > end:
                break
            end = max([end, *(last[id(held.passage)] for held in step.held)])
        yield list(steps[at : end + 1])
        at = end + 1


def _put_leading_new(waiting: list[Passage], made: _Section) -> None:
    while waiting and not waiting[0].letters:
        _put_new([waiting.pop(0)], made)


def _put_new(passages: Sequence[Passage], made: _Section) -> None:
    for passage in passages:
        if passage.is_changed:
            made.blocks.extend(map(without_place, passage.after))
            made.amendments.extend(_amendments(passage))


def _add_new_sections(standing: Standing, made: _Made) -> None:
    """Place each new section after the one that it follows in the redline, and after those that the redline leaves out between."""
    above: Section | None = None
    for pair in standing.pairs:
        section = made.sections.get(id(pair.standing)) if pair.standing else None
        above = pair.standing or above
        passages, tail = _divided(pair)
        amendments = made.unplaced.setdefault(id(pair), [])
        if section is None:
            heading = [pair.earlier.heading] if pair.earlier.heading else []
            amendments.extend(_amendment(passage, NO_SECTION) for passage in (*heading, *passages) if passage.is_changed)
        anchor = above
        for passage in tail:
            anchor = _anchor(anchor, pair.earlier.heading, passage, standing) if is_heading(passage.after) else anchor
            if anchor is None:
                amendments.append(_amendment(passage, NO_SECTION))
                continue
            made.new.setdefault(id(anchor), []).extend(map(without_place, passage.after))
            amendments.extend(_amendments(passage))


def _anchor(above: Section | None, shown: Passage | None, passage: Passage, standing: Standing) -> Section | None:
    """Return the section in force that a new one follows, None where nothing says; the redline may leave out sections between.

    Args:
        above: the section that it follows in the redline, None where it follows none that is in force.
        shown: the heading of that section as the redline has it.
        passage: its own heading.
        standing: the redline and the document in force.
    """
    heading = passage.after[0]
    number = _number_of(heading)
    level = heading.level if isinstance(heading, Paragraph) else 0
    is_below = bool(number) and shown is not None and bool(shown.after) and _number_of(shown.after[0]) == number[:-1]
    sections = standing.in_force.sections
    if above is None:
        return next((section for section in reversed(sections) if number and () < _figures(section.number) < number), None)
    at = next(at for at, section in enumerate(sections) if section is above)
    for section in sections[at + 1 :]:
        comes_before = bool(number) and () < _figures(section.number) < number and not (is_below and section.level < level)
        if not any(section is each for each in standing.left_out) or not (comes_before or section.level > level):
            break
        above = section
    return above


def _number_of(heading: Block) -> tuple[int, ...]:
    return _figures(split_number(heading.after)[0]) if isinstance(heading, Paragraph) else ()


def _figures(number: str) -> tuple[int, ...]:
    parts = number.split(".")
    return tuple(map(int, parts)) if all(part.isdigit() for part in parts) else ()


def _amendments(passage: Passage) -> Iterator[Amendment]:
    """Yield what a passage changes, as applied: a table's rows one by one."""
    table = passage.marked[0]
    changes = row_changes(table) if isinstance(table, Table) else []
    if changes:
        yield from (Amendment(each.before, each.after, passage.place) for each in changes)
    else:
        yield _amendment(passage, None)


def _amendment(passage: Passage, obstacle: Message | None) -> Amendment:
    before, after = ("\n".join(map(plain, blocks)) for blocks in (passage.before, passage.after))
    return Amendment(before, after, passage.place, obstacle)
