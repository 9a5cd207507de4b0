"""The kinds of edited documents that comparing is measured on, each with its truth."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from benchmarks.comparisons.edited import Book, Case, Entry, Grid, Line, Writer, truth_of


def light(writer: Writer) -> Case:
    """A few words or figures exchanged in every sixth paragraph, a few paragraphs new or gone."""
    return _rewording(writer, 0.12)


def heavy(writer: Writer) -> Case:
    """Every third word exchanged in every sixth paragraph, a few paragraphs new or gone."""
    return _rewording(writer, 0.35)


def _rewording(writer: Writer, share: float) -> Case:
    before = writer.book(30)
    after = deepcopy(before)
    for chapter in after:
        for line in [block for block in chapter.blocks if isinstance(block, Line)]:
            dice = writer.chance.random()
            if dice < 0.16:
                line.text = writer.uprated(line.text) if dice < 0.04 else writer.reworded(line.text, share)
            elif dice < 0.19 and len(chapter.blocks) > 2:
                chapter.blocks.remove(line)
            elif dice < 0.22:
                chapter.blocks.insert(chapter.blocks.index(line), writer.line())
    return Case(before, after, truth_of(before, after, set()))


def uprating(writer: Writer) -> Case:
    """Every year and every amount another."""
    before = writer.book(30)
    after = deepcopy(before)
    for chapter in after:
        for block in chapter.blocks:
            if isinstance(block, Line):
                block.text = writer.uprated(block.text)
    return Case(before, after, truth_of(before, after, set()))


def renumbering(writer: Writer) -> Case:
    """Sections put in and taken out on every level, so that most others get new numbers; some paragraphs reworded."""
    before = writer.book(40)
    after = deepcopy(before)
    for _ in range(4):
        at = writer.chance.randrange(2, len(after))
        after.insert(at, writer.chapter(after[at].depth))
    for _ in range(3):
        at = writer.chance.choice([at for at in range(3, len(after) - 1) if after[at + 1].depth <= after[at].depth])
        del after[at]
    reword_some(writer, after, 0.08)
    return Case(before, after, truth_of(before, after, set()))


def moving(writer: Writer) -> Case:
    """Paragraphs and sections moved, some of them reworded a little on the way."""
    before = writer.book(36)
    after = deepcopy(before)
    moved: set[int] = set()
    for _ in range(3):
        at = writer.chance.choice([at for at in range(1, len(after) - 1) if after[at + 1].depth <= after[at].depth])
        chapter = after.pop(at)
        to = writer.chance.choice([to for to in range(1, len(after)) if abs(to - at) > 4 and after[to].depth <= chapter.depth])
        after.insert(to, chapter)
        moved.add(chapter.name)
    standing = [chapter for chapter in after if chapter.name not in moved]
    for chapter in writer.chance.sample(standing, 10):
        longer = [block for block in chapter.blocks if isinstance(block, Line) and block.is_own(12) and block.name not in moved]
        if len(chapter.blocks) > 2 and longer:
            line = writer.chance.choice(longer)
            chapter.blocks.remove(line)
            to_chapter = writer.chance.choice([each for each in standing if each is not chapter])
            to_chapter.blocks.insert(writer.chance.randint(0, len(to_chapter.blocks)), line)
            moved.add(line.name)
            if writer.chance.random() < 0.4:
                line.text = writer.reworded(line.text, 0.08)
    reword_some(writer, [chapter for chapter in after if chapter.name not in moved], 0.08, moved)
    return Case(before, after, truth_of(before, after, moved))


def reword_some(writer: Writer, book: Book, share: float, but: set[int] | None = None) -> None:
    """Reword a share of the paragraphs."""
    for chapter in book:
        for block in chapter.blocks:
            if isinstance(block, Line) and block.name not in (but or ()) and writer.chance.random() < share:
                block.text = writer.reworded(block.text, 0.15)


def clauses(writer: Writer) -> Case:
    """A schedule of clauses that differ in a code and an amount alone: all uprated, some new, some gone."""
    before = writer.book(4)
    template = writer.words(9)
    codes = sorted(writer.chance.sample(range(100, 999), 60))

    def clause(code: int) -> Line:
        return Line(f"Kod {code}: {' '.join(template)} ersätts med {writer.amount()} per {template[0]}.")

    before[2].blocks = [clause(code) for code in codes]
    after = deepcopy(before)
    blocks = after[2].blocks
    for block in blocks:
        if isinstance(block, Line) and writer.chance.random() < 0.7:
            words = block.text.split(" ersätts med ")
            block.text = f"{words[0]} ersätts med {writer.amount()} per {template[0]}."
    for at in sorted(writer.chance.sample(range(len(blocks)), 5), reverse=True):
        del blocks[at]
    for code in writer.chance.sample(range(1000, 1999), 5):
        blocks.insert(writer.chance.randint(0, len(blocks)), clause(code))
    return Case(before, after, truth_of(before, after, set()))


def schedules(writer: Writer) -> Case:
    """Price lists with the same labels in group after group: amounts uprated, rows new and gone."""
    before = writer.book(4)
    for chapter in before[1:]:
        grid = writer.price_list(32, 3, groups=4)
        size = len(grid.rows) // 4
        for group in range(4):
            grid.rows[group * size].cells[grid.columns[0]] = " ".join(writer.words(3)).capitalize()
        chapter.blocks.append(grid)
    after = deepcopy(before)
    for grid in _grids(after):
        for row in grid.rows:
            if writer.chance.random() < 0.7:
                _uprate(writer, grid, row)
        size = len(grid.rows) // 4
        for at in sorted(writer.chance.sample([at for at in range(len(grid.rows)) if at % size], 3), reverse=True):
            del grid.rows[at]
        for _ in range(3):
            grid.rows.insert(writer.chance.randint(1, len(grid.rows)), _new_row(writer, grid))
    return Case(before, after, truth_of(before, after, set()))


def tables(writer: Writer) -> Case:
    """Rows new, gone and moved, columns new, gone and with another year, a few amounts changed."""
    before = writer.book(8)
    for chapter in before:
        chapter.blocks.insert(1, writer.price_list(writer.chance.randint(8, 24), writer.chance.randint(2, 5)))
    after = deepcopy(before)
    moved: set[int] = set()
    for grid in _grids(after):
        for row in grid.rows:
            if writer.chance.random() < 0.3:
                _uprate(writer, grid, row)
        row = grid.rows.pop(writer.chance.randrange(3))
        grid.rows.insert(writer.chance.randrange(6, len(grid.rows)), row)
        moved.add(row.name)
        del grid.rows[3]
        grid.rows.insert(writer.chance.randint(0, len(grid.rows)), _new_row(writer, grid))
        if writer.chance.random() < 0.4:
            for column in grid.columns:
                grid.header.cells[column] = grid.header.cells[column].replace("2025", "2026")
        elif writer.chance.random() < 0.6:
            _change_columns(writer, grid)
    return Case(before, after, truth_of(before, after, moved))


def _change_columns(writer: Writer, grid: Grid) -> None:
    if len(grid.columns) > 3:
        grid.columns.pop(writer.chance.randrange(1, len(grid.columns)))
        return
    added = writer.price_list(1).columns[1]
    grid.columns.insert(writer.chance.randint(1, len(grid.columns)), added)
    grid.header.cells[added] = writer.title()
    for row in grid.rows:
        row.cells[added] = writer.amount()


def dividing(writer: Writer) -> Case:
    """Paragraphs of several sentences divided in two, with a few words exchanged."""
    before = writer.book(20)
    after = deepcopy(before)
    divided: dict[int, list[int]] = {}
    for chapter in after:
        for line in [block for block in chapter.blocks if isinstance(block, Line)]:
            sentences = line.text.count(". ")
            if sentences >= 2 and writer.chance.random() < 0.3:
                first, _, second = line.text.partition(". ")
                pieces = [Line(first + "."), Line(writer.reworded(second, 0.08))]
                at = chapter.blocks.index(line)
                chapter.blocks[at : at + 1] = pieces
                divided[line.name] = [piece.name for piece in pieces]
    return Case(before, after, truth_of(before, after, set(), divided))


def _grids(book: Book) -> list[Grid]:
    return [block for chapter in book for block in chapter.blocks if isinstance(block, Grid)]


def _uprate(writer: Writer, grid: Grid, row: Entry) -> None:
    for column in grid.columns[1:]:
        row.cells[column] = writer.amount()


def _new_row(writer: Writer, grid: Grid) -> Entry:
    label = " ".join(writer.words(3)).capitalize()
    return Entry({column: writer.amount() if at else label for at, column in enumerate(grid.columns)})


KINDS: dict[str, Callable[[Writer], Case]] = {
    "light rewording": light,
    "heavy rewording": heavy,
    "uprating": uprating,
    "renumbering": renumbering,
    "moving": moving,
    "repetitive clauses": clauses,
    "repetitive schedules": schedules,
    "table edits": tables,
    "dividing": dividing,
}
