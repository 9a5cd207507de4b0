"""Amounts of running text with the words around them: what finders of relations within a sentence read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from lydelse.calculation.ledger import Ledger
from lydelse.figures.sentences import sentences_of
from lydelse.model.amount import Amount
from lydelse.model.quantity import Entry
from lydelse.model.text import Paragraph, Version
from lydelse.records import dataclass


@dataclass(frozen=True, slots=True)
class Said:
    """An amount in its sentence: ``before`` is what stands between it and the amount before it, ``after`` up to the next one."""

    entry: Entry
    amount: Amount
    before: str
    after: str


def sentences_with_amounts(ledger: Ledger, version: Version) -> Iterator[tuple[Paragraph, list[Said]]]:
    """Yield the sentences of the running text of one version that state two amounts or more, each with its paragraph."""
    for section in ledger.document.sections:
        for paragraph in section.paragraphs:
            entries = ledger.entries_at(paragraph.place.path, version)
            if len(entries) > 1:
                text = paragraph.text_in(version)
                yield from ((paragraph, said) for said in _by_sentence(text, entries, version) if len(said) > 1)


def paragraphs_with_amounts(ledger: Ledger, version: Version) -> Iterator[tuple[Paragraph, list[list[Said]]]]:
    """Yield the paragraphs of the running text of one version that state three amounts or more, with those of each sentence."""
    for section in ledger.document.sections:
        for paragraph in section.paragraphs:
            entries = ledger.entries_at(paragraph.place.path, version)
            if len(entries) > 2:
                yield paragraph, [*_by_sentence(paragraph.text_in(version), entries, version)]


def sentences_after_a_price(ledger: Ledger, version: Version) -> Iterator[tuple[Paragraph, list[Said]]]:
    """Yield the sentences that go on from a price: the price, then the amounts of the next sentence, where there are two or more."""
    for section in ledger.document.sections:
        for paragraph in section.paragraphs:
            entries = ledger.entries_at(paragraph.place.path, version)
            if len(entries) < 3:
                continue
            for one, other in pairwise(_by_sentence(paragraph.text_in(version), entries, version)):
                if one and one[-1].amount.per is not None and len(other) > 1:
                    yield paragraph, [one[-1], *other]


def sentences_of_one_amount(ledger: Ledger, version: Version) -> Iterator[tuple[Paragraph, Said, Said]]:
    """Yield the amounts of two sentences in a row that state one each."""
    for section in ledger.document.sections:
        for paragraph in section.paragraphs:
            entries = ledger.entries_at(paragraph.place.path, version)
            if len(entries) < 2:
                continue
            for one, other in pairwise(_by_sentence(paragraph.text_in(version), entries, version)):
                if len(one) == len(other) == 1:
                    yield paragraph, one[0], other[0]


def sentences_in(ledger: Ledger, paragraph: Paragraph, version: Version) -> Iterator[list[Said]]:
    """Yield the amounts of each sentence of a paragraph of running text that states any."""
    entries = ledger.entries_at(paragraph.place.path, version)
    if entries:
        yield from filter(None, _by_sentence(paragraph.text_in(version), entries, version))


def _place(stated: tuple[Entry, Amount]) -> int:
    return stated[1].start


def _by_sentence(text: str, entries: Sequence[Entry], version: Version) -> Iterator[list[Said]]:
    stated = sorted(((entry, amount) for entry in entries if (amount := entry.amount(version))), key=_place)
    for start, end in sentences_of(text):
        within = stated[bisect_left(stated, start, key=_place) : bisect_left(stated, end, key=_place)]
        edges = [start, *(edge for _, amount in within for edge in (amount.start, amount.end)), end]
        gaps = [text[one:other] for one, other in list(pairwise(edges))[::2]]
        yield [Said(entry, amount, gaps[at], gaps[at + 1]) for at, (entry, amount) in enumerate(within)]
