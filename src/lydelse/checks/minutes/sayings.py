"""Amounts of money as the documents of a case folder say them: each with its sentence, its part of the item and its year."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from lydelse.checks.minutes.subject import MinutesSubject, passage
from lydelse.checks.rule import Subject
from lydelse.differ.folding import folded
from lydelse.figures.amounts import amounts_in
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.alternatives import alternative_in
from lydelse.figures.statements.names import stem_of
from lydelse.figures.statements.restating import is_hypothetical
from lydelse.figures.tokens import TokenKind, tokens_of
from lydelse.figures.years import years_in
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.model.finding import Passage
from lydelse.model.minutes import Item, Minutes, PartKind, paragraphs_of
from lydelse.model.quantity import Entry
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.records import dataclass

_BOUNDS = frozenset({Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Saying:
    """An amount where it is said. ``table`` is the path of its table, "" in prose; ``item`` is None outside the items of minutes.

    ``masked`` are the words of its sentence with every figure made the same and words without their endings, ``at`` which of the
    figures it is.
    """

    minutes: Minutes
    item: Item | None
    part: PartKind | None
    entry: Entry
    amount: Amount
    sentence: str
    masked: tuple[str, ...]
    at: int
    table: str
    years: frozenset[int]
    is_supposed: bool

    @property
    def passage(self) -> Passage:
        """Where it stands."""
        return passage(self.minutes, self.amount.place if self.amount.place.path else self.entry.place, self.amount.literal)

    @property
    def name(self) -> str:
        """What it is an amount of."""
        return f"{self.entry.label} {self.entry.column or ''}".strip()


def sayings(subject: MinutesSubject) -> tuple[Saying, ...]:
    """Return the amounts of money that the documents state, but for bounds, in order."""
    return subject.once(_in_all)


def _in_all(subject: MinutesSubject) -> tuple[Saying, ...]:
    return tuple(saying for minutes, one in subject.pairs for saying in _in_document(minutes, one))


def agree(one: Amount, other: Amount) -> bool:
    """Tell whether two amounts may be one figure, the one of them rounded: two that are printed alike and differ are two figures."""
    coarser = max(one.last_place, other.last_place)
    return abs(one.exactly - other.exactly) * 2 <= coarser or one.may_be(other)


def _in_document(minutes: Minutes, subject: Subject) -> Iterator[Saying]:
    standing = {
        paragraph.place.path: (item, part.kind) for item in minutes.items for part in item.parts for paragraph in paragraphs_of(part.blocks)
    }
    texts = {paragraph.place.path: paragraph.text_in(Version.AFTER) for paragraph in subject.redline.paragraphs}
    tables = {
        paragraph.place.path: block.place.path
        for block in subject.redline.blocks
        if isinstance(block, Table)
        for paragraph in block.paragraphs()
    }
    for entry in subject.entries:
        amount = entry.after
        if amount is None or amount.kind is not AmountKind.MONEY or amount.qualifier in _BOUNDS or not amount.value:
            continue
        path = entry.place.path
        text = texts.get(path, "")
        start, end = next(((a, b) for a, b in sentences_of(text) if a <= amount.start < b), (0, len(text)))
        item, part = standing.get(path, (None, None))
        masked, at = _masked(text[start:end], amount.start - start)
        yield Saying(
            minutes,
            item,
            part,
            entry,
            amount,
            text[start:end],
            masked,
            at,
            tables.get(path, ""),
            frozenset(year.value for year in years_in(text[start:end])),
            is_hypothetical(text[start:end]) or alternative_in(text[:end]) is not None,
        )


def _masked(sentence: str, start: int) -> tuple[tuple[str, ...], int]:
    """Return the words of a sentence with each amount made the same, and which of the amounts begins at ``start``."""
    words, firsts = _words(sentence)
    return words, sum(first < start for first in firsts)


@lru_cache(1)
def _words(sentence: str) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the words of a sentence, and where its amounts begin; amounts of one sentence are asked for one after the other."""
    spans = [(each.start, each.end) for each in amounts_in(sentence)]
    words: list[str] = []
    for token in tokens_of(sentence):
        within = next((span for span in spans if span[0] <= token.start < span[1]), None)
        if within:
            words.extend(["#"] if token.start == within[0] else [])
        elif token.kind is TokenKind.WORD:
            words.append(stem_of(folded(token.text)))
        elif token.kind not in {TokenKind.SPACE, TokenKind.SIGN}:
            words.append(token.key)
    return tuple(words), tuple(first for first, _ in spans)
