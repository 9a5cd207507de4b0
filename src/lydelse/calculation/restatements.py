"""Restatements: one amount said twice, in full or rounded."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.testing import held_against
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.names import agree, contrast, shared_stems
from lydelse.figures.statements.restating import is_called_rounded, is_hypothetical, is_said_again, without_restating
from lydelse.model.amount import Amount, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.table import Table
from lydelse.model.text import Paragraph, Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

REMEMBERED = 16_384
"""How many values are remembered: amounts are mentioned in both versions, and looked at twice in each."""
TELLING_DIGITS = 5
"""An amount with so many digits before its trailing zeros is hardly ever said twice of two things."""
WORDS_IN_COMMON = 2
"""How many telling words two sentences must share to speak of the same amount, where the digits alone do not tell."""
PLACES_BEYOND = 2
"""How many units in its last place a rounded amount may miss by and still be thought a mistaken rounding of that very amount."""
NEAR = Fraction(1, 50)
"""How far apart the two may be at most, relative to the rounded one: 12 million does not restate 13,1 million."""
PLACES_BEYOND_SAID, NEAR_SAID = 5, Fraction(1, 10)
"""The same where the words say that figures are rounded ("avrundat", "i runda tal"): then there is something that they restate."""
_ANAPHORA = compiled(r"\W*(?:beloppet|summan|(?:det|detta)\s+(?:blir|motsvarar))(?!\w)", re.IGNORECASE)
_COMPARED = compiled(r"(?<!\w)(?:än|mer|mindre|högre|lägre|ökning|minskning|jämfört)(?!\w)", re.IGNORECASE)
_BOUNDS = {Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.LESS_THAN}


@dataclass(frozen=True, slots=True)
class _Mention:
    """An amount with its sentence. ``digits`` is how many it is written with, the trailing zeros of a whole number left out.

    ``clause`` is what stands between it and the amount before it in the sentence, ``at`` tells which sentence of which paragraph.
    """

    entry: Entry
    amount: Amount
    value: Fraction
    digits: int
    sentence: str
    clause: str
    table: str
    at: tuple[str, int]
    heading: str

    @property
    def name(self) -> str:
        """What the amount is an amount of: its label, its own clause where it has none."""
        return f"{self.entry.label} {self.entry.column or ''}" if self.table else self.entry.label or self.clause

    @property
    def is_rounded(self) -> bool:
        """Tell whether the words before the amount say that it is rounded."""
        return self.amount.qualifier in {Qualifier.ABOUT, Qualifier.JUST_ABOVE, Qualifier.JUST_BELOW} or is_called_rounded(self.sentence)


def restatements(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the amounts that are said again: alike, or rounded.

    Alike: the same value with many digits, or with shared words. Rounded: fewer digits, shared words, and the full amount is the
    only one near; a mismatch is drafted only where the words say that the amount is rounded.
    """
    mentions = list(_mentions(ledger, version))
    yield from _alike(mentions, version)
    by_value = sorted(mentions, key=lambda mention: _ordered(mention.value))
    values = [_whole_parts(mention.value) for mention in by_value]
    for mention in mentions:
        if not is_hypothetical(mention.sentence):
            places, share = (PLACES_BEYOND_SAID, NEAR_SAID) if is_called_rounded(mention.sentence) else (PLACES_BEYOND, NEAR)
            whole, last_place = _whole_parts(mention.value), mention.amount.last_place
            at_most = min(places * (_whole_parts(last_place) + 1), (abs(whole) + 1) * share.numerator // share.denominator) + 1
            first, end = bisect_left(values, whole - at_most), bisect_right(values, whole + at_most)
            within = [other for other in by_value[first:end] if other.digits > mention.digits + 1]
            if within:
                reach = min(places * last_place, abs(mention.value) * share)
                near = [other for other in within if abs(other.value - mention.value) <= reach]
                yield from _rounded(mention, near, version)


def _whole_parts(value: Fraction) -> int:
    """Return a value as whole hundredths, which grow as values do and are compared much faster."""
    return 100 * value.numerator // value.denominator


def _ordered(value: Fraction) -> tuple[int, Fraction | int]:
    """Return what orders values as they are, by whole hundredths first: few have any more than those."""
    whole, rest = divmod(100 * value.numerator, value.denominator)
    return whole, Fraction(rest, value.denominator) if rest else 0


def _mentions(ledger: Ledger, version: Version) -> Iterator[_Mention]:
    stating = ledger.money_at(version)
    for section in ledger.document.sections:
        for block in section.blocks:
            for paragraph in block.paragraphs() if isinstance(block, Table) else (block,):
                if paragraph.place.path not in stating:
                    continue
                yield from _in_paragraph(ledger, section, paragraph, version, table=block.place.path if isinstance(block, Table) else "")


def _in_paragraph(ledger: Ledger, section: Section, paragraph: Paragraph, version: Version, table: str) -> Iterator[_Mention]:
    money = ledger.money_in(paragraph, version)
    text = paragraph.text_in(version)
    sentences = sentences_of(text)
    last = 0
    for entry in money:
        amount = entry.amount(version)
        if amount and amount.per is None and amount.qualifier not in _BOUNDS and amount.value:
            first, end = next(((a, b) for a, b in sentences if a <= amount.start < b), (0, len(text)))
            sentence = f"{entry.label} {entry.column or ''}" if table else text[first:end]
            clause = text[max(first, last) : amount.start]
            at = (paragraph.place.path, first)
            yield _Mention(entry, amount, amount.exactly, _digits_of(amount), sentence, clause, table, at, section.title)
        last = amount.end if amount else last


def _digits_of(amount: Amount) -> int:
    return _digits_in(amount.value)


@lru_cache(REMEMBERED)
def _digits_in(value: Decimal) -> int:
    return len(str(int(abs(value).scaleb(6))).rstrip("0"))


def _alike(mentions: list[_Mention], version: Version) -> Iterator[Draft]:
    """Yield the amounts that stand several times with the same value."""
    groups: dict[tuple[int, int], list[_Mention]] = {}
    for mention in mentions:
        if mention.amount.qualifier is Qualifier.NONE:
            groups.setdefault(mention.value.as_integer_ratio(), []).append(mention)
    for group in groups.values():
        first = group[0]
        same = [first, *(other for other in group[1:] if _is_same(first, other, version))]
        if len(same) < 2:
            continue
        parts = tuple(mention.entry for mention in same[1:])
        wording = Message("relation.equality", {"amount": first.amount.literal, "count": len(same)})
        relation = Relation(RelationKind.EQUALITY, first.entry, parts, wording, Origin.INFERRED, first.entry.place)
        yield Draft(("alike", first.entry.place.path, first.entry.quantity), relation)


def _is_same(one: _Mention, other: _Mention, version: Version) -> bool:
    """Tell whether two equal amounts are the same one: their names agree, and their digits or their sentences tell.

    Two cells of one table are not the same, however alike.
    """
    if not _same_year(one.entry, other.entry, version) or (one.table and one.table == other.table):
        return False
    if not agree(one.name, other.name) or _stand_side_by_side(one, other):
        return False
    return one.digits >= TELLING_DIGITS or (one.digits >= 2 and shared_stems(one.sentence, other.sentence) >= WORDS_IN_COMMON)


def _stand_side_by_side(one: _Mention, other: _Mention) -> bool:
    """Tell whether two amounts stand in one sentence that does not say that they are the same."""
    if one.table or one.at != other.at:
        return False
    later = max(one, other, key=lambda mention: mention.amount.start)
    return not is_said_again(later.clause)


def _rounded(mention: _Mention, around: list[_Mention], version: Version) -> Iterator[Draft]:
    """Yield the relation of a rounded amount to the full one that it stands for, where there is exactly one among those around it.

    Those around it are near it and written with more digits.
    """
    amount = mention.amount
    near = [
        other
        for other in around
        if other.amount.last_place < amount.last_place
        and _same_year(mention.entry, other.entry, version)
        and _speak_of_one_thing(mention, other)
        and not contrast(mention.name, other.name)
        and not _stand_side_by_side(mention, other)
    ]
    if not near or len({other.value for other in near}) > 1:
        return
    exact = near[0]
    wording = Message("relation.equality.rounded", {"rounded": _as_written(mention), "exact": exact.amount.literal})
    chance = chance_of(1, amount.last_place, abs(amount.exactly)) * Fraction(1, 10)
    origin = Origin.STATED if mention.is_rounded else Origin.INFERRED
    relation = Relation(RelationKind.EQUALITY, exact.entry, (mention.entry,), wording, origin, mention.entry.place, 1, chance)
    outcome = held_against(relation, version)
    is_named_so = _refers_back(mention, exact) or agree(without_restating(mention.name), exact.name)
    if outcome and (outcome.holds or (mention.is_rounded and is_named_so)):
        yield Draft(("rounded", mention.entry.place.path, mention.entry.quantity), relation)


def _speak_of_one_thing(rounded: _Mention, full: _Mention) -> bool:
    """Tell whether the sentences share enough words; within a section one that its heading has is enough for what is called rounded."""
    if shared_stems(rounded.sentence, full.sentence) >= WORDS_IN_COMMON:
        return True
    if _refers_back(rounded, full):
        return True
    in_one_section = rounded.entry.place.section_id == full.entry.place.section_id
    return in_one_section and rounded.is_rounded and shared_stems(rounded.sentence, f"{full.sentence} {full.heading}") > 0


def _refers_back(rounded: _Mention, full: _Mention) -> bool:
    """Tell whether a rounded amount stands in a sentence that goes on from the full one: "Beloppet, knappt 13,9 miljoner, ..."."""
    is_later = rounded.at[0] == full.at[0] and rounded.at[1] > full.at[1]
    goes_on = _ANAPHORA.match(rounded.sentence) and not _COMPARED.search(rounded.sentence)
    return is_later and rounded.is_rounded and bool(goes_on)


def _same_year(one: Entry, other: Entry, version: Version) -> bool:
    years = {one.year(version), other.year(version)} - {None}
    return len(years) < 2


def _as_written(mention: _Mention) -> str:
    """Return the amount with the word that qualifies it: "knappt 13,9 miljoner kronor"."""
    before = mention.sentence.partition(mention.amount.literal)[0].split()
    return f"{before[-1]} {mention.amount.literal}" if before and mention.amount.qualifier is not Qualifier.NONE else mention.amount.literal
