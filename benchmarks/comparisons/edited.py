"""Documents made up and then edited, with the truth of what was done to them: each part has a name that survives every edit."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

_WORDS = """
verksamhet uppdrag ersättning vårdgivare kommun skola elev bidrag avgift tjänst boende patient insats behov ansvar avtal kvalitet
plan uppföljning besök enhet personal lokal hyra transport material utbildning stöd insyn rapport underlag beslut nämnd region
invånare mottagning vårdcentral listning läkemedel remiss jour beredskap tolk resa intyg hjälpmedel provtagning vaccination
rehabilitering samverkan ledning system journal register sekretess tillgänglighet väntetid telefon bokning kallelse barn ungdom
äldre familj hem dagvård korttid natt helg sommar vinter månad kvartal gräns nivå grupp klass modell index vikt volym mål mått
indikator resultat erbjuda lämna ansöka utföra betala fördela beräkna redovisa granska godkänna besluta anmäla registrera
dokumentera följa planera samordna utveckla säkerställa bedöma behandla bevaka informera kontakta ordna bedriva begära avsluta
ändra särskild allmän årlig månatlig skriftlig muntlig medicinsk social ekonomisk teknisk digital lokal gemensam enskild
tillfällig fast rörlig preliminär slutlig högre lägre grundläggande kompletterande nödvändig lämplig öppen sluten samlad
"""
WORDS = _WORDS.split()
_SMALL_WORDS = "och i på för med av till som är den det ska kan vid om inte enligt eller under"
SMALL = _SMALL_WORDS.split()
TITLES = ("Allmänt", "Ersättning", "Uppföljning")
"""Headings that documents of this sort repeat."""
_names = count()


@dataclass
class Line:
    """A paragraph or item."""

    text: str
    item: bool = False
    repeated: bool = False
    name: int = field(default_factory=lambda: next(_names))

    def is_own(self, fewest: int) -> bool:
        """Tell whether it has so many words and stands nowhere else."""
        return not self.repeated and len(self.text.split()) >= fewest


@dataclass
class Entry:
    """A row; ``cells`` by the names of the columns."""

    cells: dict[int, str]
    name: int = field(default_factory=lambda: next(_names))


@dataclass
class Grid:
    """A table: its columns' names in order, the header and the rows."""

    columns: list[int]
    header: Entry
    rows: list[Entry]
    name: int = field(default_factory=lambda: next(_names))


@dataclass
class Chapter:
    """A section; its number is counted when the document is written."""

    title: str
    depth: int
    blocks: list[Line | Grid]
    name: int = field(default_factory=lambda: next(_names))


Book = list[Chapter]


def numbers(book: Book) -> dict[int, str]:
    """Return each section's number."""
    at: list[int] = []
    found: dict[int, str] = {}
    for chapter in book:
        at = [*at, *[0] * (chapter.depth + 1 - len(at))][: chapter.depth + 1]
        at[-1] += 1
        found[chapter.name] = ".".join(map(str, at))
    return found


def in_lines(book: Book) -> str:
    """Return the book in the mini-language."""
    lines: list[str] = []
    numbered = numbers(book)
    for chapter in book:
        lines.append(f"# {numbered[chapter.name]} {chapter.title}")
        for block in chapter.blocks:
            if isinstance(block, Line):
                lines.append(f"* {block.text}" if block.item else block.text)
            else:
                lines.append("|= " + " | ".join(block.header.cells[column] for column in block.columns))
                lines.extend("| " + " | ".join(row.cells[column] for column in block.columns) for row in block.rows)
                lines.append("")
    return "\n".join(lines)


class Writer:
    """Makes up text, and edits it."""

    def __init__(self, seed: int) -> None:
        """Begin with a seed: the same seed writes the same book."""
        self.chance = random.Random(seed)
        self.boilerplate = [self.sentence() for _ in range(5)]

    def words(self, length: int) -> list[str]:
        """Return so many words, small ones among them."""
        return [self.chance.choice(SMALL) if self.chance.random() < 0.35 else self.chance.choice(WORDS) for _ in range(length)]

    def amount(self) -> str:
        """Return an amount of money."""
        return f"{self.chance.randint(100, 99_999):,}".replace(",", " ") + " kr"

    def sentence(self) -> str:
        """Return a sentence, in every third case with an amount."""
        words = self.words(self.chance.randint(7, 16))
        tail = f" {self.amount()} per {self.chance.choice(WORDS)} 2025" if self.chance.random() < 0.33 else ""
        return " ".join(words).capitalize() + tail + "."

    def line(self) -> Line:
        """Return a paragraph or an item."""
        item = self.chance.random() < 0.2
        return Line(" ".join(self.sentence() for _ in range(1 if item else self.chance.randint(1, 4))), item)

    def title(self) -> str:
        """Return a heading."""
        if self.chance.random() < 0.2:
            return self.chance.choice(TITLES)
        return " ".join(self.chance.sample(WORDS, self.chance.randint(1, 3))).capitalize()

    def chapter(self, depth: int, lines: int | None = None) -> Chapter:
        """Return a section of paragraphs; in every third one of them is boilerplate."""
        blocks: list[Line | Grid] = [self.line() for _ in range(lines or self.chance.randint(3, 8))]
        if self.chance.random() < 0.33:
            blocks.insert(self.chance.randint(0, len(blocks)), Line(self.chance.choice(self.boilerplate), repeated=True))
        return Chapter(self.title(), depth, blocks)

    def book(self, chapters: int) -> Book:
        """Return a book of sections on three levels."""
        depths = [0]
        while len(depths) < chapters:
            depths.append(min(self.chance.choice((0, 1, 1, 2)), depths[-1] + 1))
        return [self.chapter(depth) for depth in depths]

    def price_list(self, rows: int, columns: int = 2, groups: int = 0) -> Grid:
        """Return a table of labels and amounts; with groups, the labels are those of every group alike."""
        names = [next(_names) for _ in range(columns)]
        heads = ["Insats", *(f"{self.chance.choice(WORDS).capitalize()} 2025" for _ in names[1:])]
        labels = [" ".join(self.chance.sample(WORDS, 2)).capitalize() for _ in range(rows)]
        if groups:
            part = labels[: rows // groups]
            labels = [f"{label}" for _ in range(groups) for label in part]
        return Grid(
            names,
            Entry(dict(zip(names, heads, strict=True))),
            [Entry({name: label if not at else self.amount() for at, name in enumerate(names)}) for label in labels],
        )

    def reworded(self, text: str, share: float) -> str:
        """Return a text with a share of its words exchanged, at least one."""
        words = text.split(" ")
        for at in self.chance.sample(range(len(words)), max(1, round(share * len(words)))):
            if words[at].isalpha():
                words[at] = self.chance.choice([word for word in WORDS if word != words[at]])
        changed = " ".join(words)
        return changed if changed != text else f"{text} Dessutom {self.chance.choice(WORDS)}."

    def uprated(self, text: str) -> str:
        """Return a text with its years one on, and other amounts."""
        parts = text.replace("2025", "2026").split(" kr")
        for at, part in enumerate(parts[:-1]):
            words = part.split(" ")
            first = len(words) - 1
            while first > 0 and words[first - 1].isdigit() and len(words[first]) == 3:
                first -= 1
            parts[at] = " ".join([*words[:first], self.amount().removesuffix(" kr")])
        return " kr".join(parts)


Truth = Counter[tuple[str, ...]]


def truth_of(before: Book, after: Book, moved: set[int], divided: dict[int, list[int]] | None = None) -> Truth:
    """Return what was done: a tuple for each change, its kind first.

    Args:
        before: the book as it was.
        after: the book as it is.
        moved: the names of what was moved.
        divided: the names of the pieces of each line that was split.
    """
    found: Truth = Counter()
    found.update(_sections(before, after, moved))
    ours, theirs = _lines(before, after, moved), _lines(after, before, moved)
    texts = {line.name: line.text for book in (before, after) for chapter in book for line in chapter.blocks if isinstance(line, Line)}
    pieces = {piece for each in (divided or {}).values() for piece in each}
    for name, parts in (divided or {}).items():
        found[("split", ours[name], "\n".join(texts[part] for part in parts))] += 1
    gone = set(divided or {})
    for name in ours.keys() | theirs.keys():
        if name in pieces | gone:
            continue
        one, other = ours.get(name), theirs.get(name)
        if one is None or other is None:
            found[("added", other or "") if one is None else ("removed", one)] += 1
        elif name in moved:
            found[("moved", one, other)] += 1
        elif one != other:
            found[("reworded", one, other)] += 1
    grids = {block.name: block for chapter in before for block in chapter.blocks if isinstance(block, Grid)}
    for chapter in after:
        for block in chapter.blocks:
            if isinstance(block, Grid) and block.name in grids:
                found.update(_rows(grids[block.name], block, moved))
    return found


def _sections(before: Book, after: Book, moved: set[int]) -> Iterator[tuple[str, ...]]:
    ours, theirs = numbers(before), numbers(after)
    chapters = [{chapter.name: chapter for chapter in book} for book in (before, after)]
    for name in ours.keys() | theirs.keys():
        if name not in theirs:
            yield "section removed", _whole(chapters[0][name], ours[name])
        elif name not in ours:
            yield "section added", _whole(chapters[1][name], theirs[name])
        elif name in moved:
            yield "moved", _whole(chapters[0][name], ours[name]), _whole(chapters[1][name], theirs[name])
        elif ours[name] != theirs[name]:
            yield "renumbered", ours[name], theirs[name]


def _whole(chapter: Chapter, number: str) -> str:
    return "\n".join([f"{number} {chapter.title}", *(block.text for block in chapter.blocks if isinstance(block, Line))])


def _lines(book: Book, other: Book, moved: set[int]) -> dict[int, str]:
    """Return the lines of the sections that both books have in one place."""
    known = {chapter.name for chapter in other} - moved
    return {line.name: line.text for chapter in book if chapter.name in known for line in chapter.blocks if isinstance(line, Line)}


def _rows(before: Grid, after: Grid, moved: set[int]) -> Iterator[tuple[str, ...]]:
    both = [column for column in before.columns if column in after.columns]
    yield from (("column removed", before.header.cells[column]) for column in before.columns if column not in both)
    yield from (("column added", after.header.cells[column]) for column in after.columns if column not in both)
    ours, theirs = ({row.name: row for row in (grid.header, *grid.rows)} for grid in (before, after))
    for name in ours.keys() | theirs.keys():
        if name not in theirs:
            yield "row removed", _row(ours[name], before.columns)
        elif name not in ours:
            yield "row added", _row(theirs[name], after.columns)
        elif name in moved:
            yield "row moved", _row(ours[name], before.columns), _row(theirs[name], after.columns)
        elif _row(ours[name], both) != _row(theirs[name], both):
            yield "row reworded", _row(ours[name], both), _row(theirs[name], both)


def _row(row: Entry, columns: list[int]) -> str:
    return " | ".join(row.cells[column] for column in columns)


@dataclass
class Case:
    """A book before and after, and the truth between them."""

    before: Book
    after: Book
    truth: Truth
