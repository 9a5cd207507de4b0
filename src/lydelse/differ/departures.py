"""What differs between a section in force and the same section of a redline as it read before its marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.differ.hunks import of_runs, with_signs
from lydelse.differ.omissions import is_quoted_from, marks_in, row_says_left_out, says_left_out
from lydelse.differ.passages import place_of, visible
from lydelse.differ.steps import Held, Step
from lydelse.differ.tables import reworded_table
from lydelse.differ.words import marked_words
from lydelse.model.in_force import Departure, DepartureKind
from lydelse.model.place import Place
from lydelse.model.section import Block
from lydelse.model.table import Row, Table
from lydelse.model.text import Mark, Paragraph, Run, Version


def departures_in(steps: Sequence[Step], start: Place, start_in_force: Place) -> Iterator[Departure]:
    """Yield the differences of a section's blocks; what an excerpt says that it leaves out is none.

    Args:
        steps: the blocks in force and in the redline, opposite one another.
        start: where the section begins in the redline.
        start_in_force: where it begins in the document in force.
    """
    places = start, start_in_force
    gap: list[Step] = []
    is_open = False
    for step in (*steps, None):
        if step and not (step.standing and step.held):
            gap.append(step)
            continue
        is_open = is_open or (step is not None and _leaves_out(step.held[0].block, at_end=False))
        yield from _of_gap([each for each in gap if each.held] if is_open else gap, *places)
        gap = []
        is_open = step is not None and _leaves_out(step.held[-1].block, at_end=True)
        if step:
            yield from _of_pair(step)
            places = step.held[-1].place, step.standing[-1].place if isinstance(step.standing[-1], Paragraph) else places[1]


def _leaves_out(block: Block, *, at_end: bool) -> bool:
    """Tell whether a paragraph begins, or ends, with dots: what stands in force before or after it is left out."""
    if not isinstance(block, Paragraph):
        return False
    text = block.marked_text.rstrip(" .") if at_end else block.marked_text
    spans = marks_in(block.marked_text)
    if not spans:
        return False
    return not block.marked_text[spans[-1][1] :].strip(" .)]") if at_end else not text[: spans[0][0]].strip()


def _of_gap(gap: Sequence[Step], place: Place, place_in_force: Place) -> Iterator[Departure]:
    alone = [block for step in gap for block in step.standing]
    extra = [held for step in gap for held in step.held]
    if any(says_left_out(held.block) for held in extra):
        alone, extra = [], [held for held in extra if not says_left_out(held.block)]
    if len(alone) == len(extra) == 1 and isinstance(alone[0], Table) is isinstance(extra[0].block, Table):
        quotes = isinstance(extra[0].block, Paragraph) and marks_in(extra[0].block.marked_text)
        yield from _of_pair(Step((alone[0],), (extra[0],))) if quotes else (_replaced(alone[0], extra[0]),)
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
        text, letters = held.block.marked_text, held.letters
        if marks_in(text) and not marks_in(block.marked_text):
            if is_quoted_from(text, block.marked_text):
                return
            text, letters = with_signs(text, letters)
        yield from of_runs(marked_words(block.marked_text, text), letters, held.place, block.place)


def _of_tables(block: Table, held: Held) -> Iterator[Departure]:
    assert isinstance(held.block, Table), "a table is held against a table"
    made = reworded_table(block, held.block)
    if made is None:
        yield _replaced(block, held)
        return
    at, place = 0, held.place
    excerpt = any(row_says_left_out(_row_texts(row)) for row in held.block.rows)
    for row in made.table.rows:
        runs = _row_runs(row)
        count = sum(not sign.isspace() for run in runs if run.mark is not Mark.STRUCK for sign in run.text)
        letters = held.letters[at : at + count]
        at += count
        place = place_of(letters) or place
        if excerpt and (row.mark is Mark.STRUCK or row_says_left_out(_row_texts(row))):
            continue
        yield from of_runs(_with_borders(row), letters, place, block.place)


def _row_texts(row: Row) -> list[str]:
    return [cell.text(Version.AFTER) for cell in row.cells]


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


def plain(block: Block) -> str:
    """Return a block's text as it is quoted, a table's rows on lines of their own."""
    if isinstance(block, Table):
        return "\n".join(" | ".join(" ".join(cell.text(Version.AFTER).split()) for cell in row.cells) for row in block.rows)
    return " ".join(block.marked_text.split())
