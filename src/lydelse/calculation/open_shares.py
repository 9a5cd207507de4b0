"""Shares whose base may be read in several ways, and of which no amount is stated that would settle it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from lydelse.calculation.ledger import Ledger, plainest
from lydelse.figures.statements.names import Name, likeness, name_of
from lydelse.figures.statements.shares import ShareOf, shares_in
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Calculation
from lydelse.model.document import Document
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Paragraph, Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

MOST_READINGS = 6
"""Of a base that more sections fit than this, the words say next to nothing."""

_GIVEN = compiled(
    r"\s+(?:som|vilken)\s+(?:ges|utges|utgår|betalas|utbetalas|lämnas|erhålls|fås|beviljas)\s+(?P<what>[^.;:,()]{3,80})", re.IGNORECASE
)
"""A clause after a base's first words that says what it is paid for: "den ersättning som ges per listad"."""

_LEFT_OUT = compiled(
    r"\b(?:exklusive|exkl\.?|utom|förutom|undantaget|(?:utgår|utges|gäller|lämnas|omfattar|betalas)\s+(?:dock\s+)?(?:inte|ej)(?:\s+för)?)\s+(?P<what>[^.;:]{3,120})",
    re.IGNORECASE,
)
_AND = compiled(r"\s*,\s*|\s+(?:och|samt|eller)\s+")


@dataclass(frozen=True, slots=True)
class BaseReading:
    """One way to read a base: the amount of a section, less those of its parts that the text leaves out; in kronor."""

    section: Section
    base: Entry
    without: tuple[Entry, ...]
    total: Fraction
    gives: Fraction


@dataclass(frozen=True, slots=True)
class OpenShare:
    """A stated share with the ways to read its base, the smallest first; [start, end) of the later reading states both."""

    share: Entry
    paragraph: Paragraph
    start: int
    end: int
    readings: tuple[BaseReading, ...]


def open_shares(ledger: Ledger, calculation: Calculation, document: Document) -> Iterator[OpenShare]:
    """Yield the shares of the later version that no relation settles and whose base names the amounts of several sections.

    Args:
        ledger: the amounts of the comparison.
        calculation: its relations; a share that one of them uses is settled.
        document: the marked document that the amounts were read off.
    """
    settled = {id(entry) for relation in calculation.relations for entry in (relation.whole, *relation.parts)}
    for section in document.sections:
        for paragraph in section.paragraphs:
            for stated in shares_in(paragraph.text_in(Version.AFTER)):
                share = _share_at(ledger, paragraph, stated)
                if share and id(share) not in settled:
                    yield from _open(ledger, section, paragraph, share, stated)


def _share_at(ledger: Ledger, paragraph: Paragraph, stated: ShareOf) -> Entry | None:
    for entry in ledger.entries_at(paragraph.place.path, Version.AFTER):
        if entry.kind is AmountKind.SHARE and entry.after and entry.after.start <= stated.share_start < entry.after.end:
            return entry
    return None


def _open(ledger: Ledger, own: Section, paragraph: Paragraph, share: Entry, stated: ShareOf) -> Iterator[OpenShare]:
    text = paragraph.text_in(Version.AFTER)
    goes_on = _GIVEN.match(text, stated.base_end)
    end = goes_on.end() if goes_on else stated.base_end
    base = text[stated.base_start : stated.base_end] + (f" {goes_on['what']}" if goes_on else "")
    if len(stated.phrases) != 1 or any(sign.isdigit() for sign in base) or share.after is None:
        return
    name = name_of(base)
    rate = share.after.exactly / 100
    readings = [reading for section in _named(ledger, own, name) for reading in _readings(ledger, own, section, rate)]
    if len({reading.total for reading in readings}) > 1 and len(readings) <= MOST_READINGS:
        yield OpenShare(share, paragraph, stated.share_start, end, tuple(sorted(readings, key=lambda reading: reading.total)))


def _named(ledger: Ledger, own: Section, name: Name) -> list[Section]:
    """Return the sections that a base names equally well and that state one total each; none where fewer than two do."""
    if not name.telling:
        return []
    ranked = [(rank, section) for section in ledger.document.sections if (rank := likeness(name, name_of(section.title))) is not None]
    ranked = [(rank, section) for rank, section in ranked if section is not own and _total(ledger, section)]
    best = min((rank for rank, _ in ranked), default=None)
    named = [section for rank, section in ranked if rank == best]
    return named if len(named) > 1 else []


def _total(ledger: Ledger, section: Section) -> Entry | None:
    sums = plainest(ledger.sums_of(section, Version.AFTER))
    return sums[0].entry if len(sums) == 1 and sums[0].called == 2 else None


def _readings(ledger: Ledger, own: Section, section: Section, rate: Fraction) -> Iterator[BaseReading]:
    base = _total(ledger, section)
    assert base is not None, "only sections with one total are named"
    assert base.after is not None, "the total is stated in the later version"
    total = base.after.exactly
    yield BaseReading(section, base, (), total, total * rate)
    without = _left_out(ledger, own, section)
    less = total - sum((entry.after.exactly for entry in without if entry.after), Fraction(0))
    if without and less > 0:
        yield BaseReading(section, base, without, less, less * rate)


def _left_out(ledger: Ledger, own: Section, section: Section) -> tuple[Entry, ...]:
    """Return the totals of a section's parts that the share's own section says are left out ("... utgår inte för läkemedel")."""
    parts = [(name_of(each.title), total) for each in ledger.document.subsections(section) if (total := _total(ledger, each))]
    phrases = [
        name_of(phrase)
        for paragraph in own.paragraphs
        for match in _LEFT_OUT.finditer(paragraph.text_in(Version.AFTER))
        for phrase in _AND.split(match["what"])
    ]
    return tuple(total for title, total in parts if any(phrase.telling and likeness(phrase, title) is not None for phrase in phrases))
