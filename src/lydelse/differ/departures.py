"""What differs between a section in force and the same section of a redline as it read before its marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lydelse.differ.blocks import paired_blocks
from lydelse.differ.breaks import Broken, with_breaks
from lydelse.differ.likeness import Likened
from lydelse.differ.omissions import says_left_out
from lydelse.differ.passages import EarlierSection, Letter, Passage, visible
from lydelse.differ.tables import reworded_table
from lydelse.differ.tidying import tidied
from lydelse.differ.words import marked_words
from lydelse.model.in_force import Departure, DepartureKind
from lydelse.model.place import Place
from lydelse.model.section import Block, Section
from lydelse.model.table import Row, Table
from lydelse.model.text import Mark, Paragraph, Run, Version

BETWEEN = " … "
"""Stands between the differing words of one part."""


@dataclass(frozen=True)
class Held:
    """A block of the redline's earlier version with its letters, and the passage that it is read from."""

    block: Block
    passage: Passage
    letters: tuple[Letter, ...]

    @property
    def place(self) -> Place:
        """Where it begins in the redline."""
        return _place(self.letters) or self.passage.place

    @property
    def is_struck(self) -> bool:
        """Tell whether most of it is struck."""
        return 2 * sum(letter.mark is Mark.STRUCK for letter in self.letters) > len(self.letters)


class Step(NamedTuple):
    """Blocks in force and blocks of the redline that stand opposite one another; either side may be empty."""

    standing: tuple[Block, ...]
    held: tuple[Held, ...]


def held_blocks(earlier: EarlierSection) -> list[Held]:
    """Return the blocks under a section's heading as they read before, each with its own letters."""
    found: list[Held] = []
    for passage in earlier.passages:
        at = 0
        for block in passage.before:
            count = sum(1 for sign in _text_of(block) if not sign.isspace())
            if count:
                found.append(Held(block, passage, passage.letters[at : at + count]))
            at += count
    return found


def _text_of(block: Block) -> str:
    if isinstance(block, Table):
        return "".join(paragraph.marked_text for paragraph in block.paragraphs())
    return block.marked_text


def body_of(section: Section) -> list[Block]:
    """Return the blocks under a section's heading that have any text, without needless spaces."""
    blocks = section.blocks[1:] if section.heading else section.blocks
    plain = (tidied(block) if isinstance(block, Paragraph) else block for block in blocks)
    return [block for block in plain if _text_of(block).strip()]


def steps_between(standing: Sequence[Block], held: Sequence[Held]) -> list[Step]:
    """Return which blocks in force stand opposite which blocks of the redline, in order."""
    before, after = [Likened(block) for block in standing], [Likened(each.block) for each in held]
    steps: list[Step] = []
    for step in with_breaks(paired_blocks(before, after), before, after):
        if isinstance(step, Broken):
            steps.append(Step(tuple(standing[i] for i in step.befores), tuple(held[j] for j in step.afters)))
        else:
            i, j = step
            steps.append(Step(() if i is None else (standing[i],), () if j is None else (held[j],)))
    return steps


def departures_in(steps: Sequence[Step], start: Place, start_in_force: Place) -> Iterator[Departure]:
    """Yield the differences of a section's blocks; what an excerpt says that it leaves out is none.

    Args:
        steps: the blocks in force and in the redline, opposite one another.
        start: where the section begins in the redline.
        start_in_force: where it begins in the document in force.
    """
    places = start, start_in_force
    gap: list[Step] = []
    for step in (*steps, None):
        if step and not (step.standing and step.held):
            gap.append(step)
            continue
        yield from _of_gap(gap, *places)
        gap = []
        if step:
            yield from _of_pair(step)
            places = step.held[-1].place, step.standing[-1].place if isinstance(step.standing[-1], Paragraph) else places[1]


def _of_gap(gap: Sequence[Step], place: Place, place_in_force: Place) -> Iterator[Departure]:
    alone = [block for step in gap for block in step.standing]
    extra = [held for step in gap for held in step.held]
    if any(says_left_out(held.block) for held in extra):
        alone, extra = [], [held for held in extra if not says_left_out(held.block)]
    if len(alone) == len(extra) == 1 and isinstance(alone[0], Table) is isinstance(extra[0].block, Table):
        yield _replaced(alone[0], extra[0])
        return
    for block in alone:
        yield Departure(DepartureKind.MISSING, plain(block), "", place, block.place, plain(block))
    for held in extra:
        kind = DepartureKind.STRUCK if held.is_struck else DepartureKind.FOREIGN
        yield Departure(kind, "", plain(held.block), held.place, place_in_force, "", plain(held.block))


def _replaced(block: Block, held: Held) -> Departure:
    """Return the one difference of two parts that stand alone opposite one another and have little in common."""
    kind = DepartureKind.STRUCK if held.is_struck else DepartureKind.REWORDED
    texts = plain(block), plain(held.block)
    return Departure(kind, *texts, held.place, block.place, *texts)


def _of_pair(step: Step) -> Iterator[Departure]:
    if len(step.standing) != 1 or len(step.held) != 1 or visible(step.standing[0]) == visible(step.held[0].block):
        return
    block, held = step.standing[0], step.held[0]
    if isinstance(block, Table) and isinstance(held.block, Table):
        yield from _of_tables(block, held)
    elif isinstance(block, Paragraph) and isinstance(held.block, Paragraph):
        runs = marked_words(block.marked_text, held.block.marked_text)
        yield from of_runs(runs, held.letters, held.place, block.place)


def _of_tables(block: Table, held: Held) -> Iterator[Departure]:
    assert isinstance(held.block, Table), "a table is held against a table"
    made = reworded_table(block, held.block)
    if made is None:
        yield _replaced(block, held)
        return
    at, place = 0, held.place
    for row in made.table.rows:
        runs = _row_runs(row)
        count = sum(not sign.isspace() for run in runs if run.mark is not Mark.STRUCK for sign in run.text)
        letters = held.letters[at : at + count]
        at += count
        place = _place(letters) or place
        yield from of_runs(_with_borders(row), letters, place, block.place)


def _row_runs(row: Row) -> list[Run]:
    return [run for cell in row.cells for paragraph in cell.paragraphs for run in paragraph.runs]


def _with_borders(row: Row) -> tuple[Run, ...]:
    """Return a row's runs with something between its cells, so that no difference reaches over a border."""
    runs: list[Run] = []
    for cell in row.cells:
        if runs:
            runs.append(Run(" " if row.mark is Mark.KEPT else " | ", row.mark))
        runs.extend(run for paragraph in cell.paragraphs for run in paragraph.runs)
    return tuple(runs)


def of_runs(runs: Iterable[Run], letters: Sequence[Letter], place: Place, place_in_force: Place) -> Iterator[Departure]:
    """Yield what differs in one part: at most one departure of struck words, and one of kept ones.

    Args:
        runs: the part, struck where it stands in force alone, inserted where it stands in the redline alone.
        letters: the visible letters of the part in the redline's earlier version.
        place: where the part stands in the redline.
        place_in_force: where it stands in force.
    """
    whole = tuple(runs)
    texts = ["".join(run.text for run in whole if version.reads(run.mark)).strip(" |") for version in Version]
    hunks: dict[DepartureKind, list[tuple[str, str, Sequence[Letter]]]] = {}
    for in_force, redline, within in _hunks(whole, letters):
        struck = any(letter.mark is Mark.STRUCK for letter in within)
        hunks.setdefault(DepartureKind.STRUCK if struck else DepartureKind.REWORDED, []).append((in_force, redline, within))
    for kind, found in hunks.items():
        ours, theirs = BETWEEN.join(each[0] for each in found if each[0]), BETWEEN.join(each[1] for each in found if each[1])
        if kind is DepartureKind.REWORDED and not (texts[0] and texts[1]):
            kind = DepartureKind.MISSING if texts[0] else DepartureKind.FOREIGN  # noqa: PLW2901 - the part stands on one side only
        at = next((where for _, _, within in found if (where := _place(within))), place)
        yield Departure(kind, ours, theirs, at, place_in_force, *texts)


def _hunks(runs: Sequence[Run], letters: Sequence[Letter]) -> Iterator[tuple[str, str, Sequence[Letter]]]:
    """Yield the words in force, the words of the redline and its letters for each place where the two differ."""
    at = start = 0
    texts = {Mark.STRUCK: "", Mark.INSERTED: ""}
    for run in (*runs, Run(".")):
        if run.mark is Mark.KEPT and run.text and any(text.strip(" |") for text in texts.values()):
            yield texts[Mark.STRUCK].strip(), texts[Mark.INSERTED].strip(), letters[start:at]
        if run.mark is Mark.KEPT:
            texts = {Mark.STRUCK: "", Mark.INSERTED: ""}
        else:
            texts[run.mark] += run.text
        at += sum(not sign.isspace() and (sign != "|" or run.text != " | ") for sign in run.text) if run.mark is not Mark.STRUCK else 0
        start = at if run.mark is Mark.KEPT else start


def _place(letters: Sequence[Letter]) -> Place | None:
    """Return where some letters stand in the redline: from the first to the last of those in the first one's paragraph."""
    if not letters:
        return None
    first = letters[0]
    last = max(letter.at for letter in letters if letter.paragraph is first.paragraph)
    return first.paragraph.place_of(first.at, last + 1)


def plain(block: Block) -> str:
    """Return a block's text as it is quoted, a table's rows on lines of their own."""
    if isinstance(block, Table):
        return "\n".join(" | ".join(" ".join(cell.text(Version.AFTER).split()) for cell in row.cells) for row in block.rows)
    return " ".join(block.marked_text.split())
