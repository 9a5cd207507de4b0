"""Stated shares of stated bases: which amounts a base's phrases name, and which amount the share is said to make."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import islice, product
from math import prod

from lydelse.calculation.draft import Draft, chance_of
from lydelse.calculation.ledger import Ledger, plainest
from lydelse.calculation.testing import held_against
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.names import Likeness, name_of
from lydelse.figures.statements.shares import ShareOf, shares_in
from lydelse.model.amount import AmountKind, Exactness
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Fact, Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Paragraph, Version
from lydelse.patterns import compiled
from lydelse.records import replace

MOST_READINGS = 60
"""The most readings of one base that are tried."""
COINCIDENCE = Fraction(1, 100)
"""Where several readings hold and one is likelier than this to hold by chance, nobody can tell which is meant."""

_ABBREVIATION = compiled(r"[A-ZÅÄÖ][A-ZÅÄÖ&-]{1,7}")
_SUBJECT = compiled(r"(?P<name>[^,;:.]{3,60}?)\s+(?:motsvarar|utgör|är|blir|uppgår till)", re.IGNORECASE)
_MAKES = compiled(
    r"\b(?:totalt?|sammanlagt|motsvarar|motsvarande|vilket|d\.?v\.?s|det vill säga|blir|utgör|uppgår)\b|[(,=–-]\s*$", re.IGNORECASE
)
_MADE_AS = compiled(
    r"\b(?:motsvarar|motsvarande|vilket|d\.?v\.?s|det vill säga|utgör|eller|som är|är)\b|^\s*(?:kr|kronor)?\s*[(,=–-]\s*$", re.IGNORECASE
)
"""What stands between an amount and the share that it is: "4 860 tkr, motsvarande 10 % av ramen"; "240 kr, betalas 50 %" is another's."""


def share_relations(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the shares whose base and whose amount the document states.

    Every phrase of the base must name an amount, and every reading of the phrases is tried. One that holds is taken, the plainest
    first; where none does, the plainest is: it is then a mismatch. Where two readings hold that give different bases and either
    may be chance, the share is ambiguous and nothing is said. Where none gives the amount, the base with the share added or taken off may.
    """
    for section in ledger.document.sections:
        for paragraph in section.paragraphs:
            text = paragraph.text_in(version)
            for stated in shares_in(text):
                yield from _draft(ledger, section, paragraph, stated, version)


def _draft(ledger: Ledger, section: Section, paragraph: Paragraph, stated: ShareOf, version: Version) -> Iterator[Draft]:
    share = _share_at(ledger, paragraph, stated, version)
    beside, below = _amount_beside(ledger, paragraph, stated, version), _total_below(ledger, section, paragraph, stated, version)
    whole = beside or below or _amount_called(ledger, section, paragraph, stated, version)
    if share is None or whole is None:
        return
    bases = _bases(ledger, section, paragraph, stated, version)
    relations = [_relation(share, whole, base, stated, version, len(bases)) for base in bases if whole not in base or len(base) > 1]
    holding = [relation for relation in relations if (outcome := held_against(relation, version)) and outcome.holds]
    if len(holding) > 1 and any(each.chance > COINCIDENCE for each in holding):
        return
    on_top = [] if holding else [each for relation in relations for each in _on_top(relation, version)]
    for relation in (holding or on_top or relations)[:1]:
        if holding or on_top or beside or whole in relation.parts:
            yield Draft(("share", paragraph.place.path, share.quantity), relation)


def _on_top(relation: Relation, version: Version) -> Iterator[Relation]:
    """Yield the relation with the share added to its base or taken off it, where that holds: "25 % av 1 000 kr, totalt 1 250 kr"."""
    if relation.whole in relation.parts:
        return
    for sign, key in ((1, "relation.share.added"), (-1, "relation.share.reduced")):
        read = replace(relation, on_top=sign, wording=replace(relation.wording, key=key))
        outcome = held_against(read, version)
        if outcome and outcome.holds:
            yield read


def _share_at(ledger: Ledger, paragraph: Paragraph, stated: ShareOf, version: Version) -> Entry | None:
    for entry in ledger.entries_at(paragraph.place.path, version):
        amount = entry.amount(version)
        if amount and entry.kind is AmountKind.SHARE and amount.start <= stated.share_start < amount.end:
            return entry
    return None


def _amount_beside(ledger: Ledger, paragraph: Paragraph, stated: ShareOf, version: Version) -> Entry | None:
    """Return the one amount in the share's own sentence that a word or a sign ties to it."""
    text = paragraph.text_in(version)
    end = _sentence_end(text, stated)
    outside = [
        each.entry
        for each in ledger.sums_in(paragraph, version)
        if stated.base_end <= _start(each.entry, version) < end or _precedes(each.entry, stated, version)
    ]
    tied = [entry for entry in outside if _is_tied(text, entry, stated, version)]
    return tied[0] if len(tied) == 1 else None


def _total_below(ledger: Ledger, section: Section, paragraph: Paragraph, stated: ShareOf, version: Version) -> Entry | None:
    """Return the section's one total, where it follows the share's sentence in the same paragraph.

    It need not be what the share makes, so that such a relation counts only where it holds, or where the base names the total itself.
    """
    end = _sentence_end(paragraph.text_in(version), stated)
    named = [each for each in plainest(ledger.sums_of(section, version)) if each.called == 2]
    later = [each.entry for each in named if each.paragraph == paragraph and _start(each.entry, version) >= end]
    return later[0] if len(later) == 1 and len(named) == 1 else None


def _amount_called(ledger: Ledger, section: Section, paragraph: Paragraph, stated: ShareOf, version: Version) -> Entry | None:
    """Return the one amount elsewhere that the sentence's subject names: "Tillägget utgör 12 % av grundbeloppet"."""
    text = paragraph.text_in(version)
    first = next((start for start, end in sentences_of(text) if start <= stated.share_start < end), 0)
    subject = _SUBJECT.fullmatch(text[first : stated.share_start].strip())
    named = _named(ledger, section, subject["name"], version) if subject else []
    return named[0][1] if len(named) == 1 else None


def _sentence_end(text: str, stated: ShareOf) -> int:
    return next((last for first, last in sentences_of(text) if first <= stated.share_start < last), len(text))


def _is_tied(text: str, entry: Entry, stated: ShareOf, version: Version) -> bool:
    amount = entry.amount(version)
    if amount is None:
        return False
    if amount.start >= stated.base_end:
        return bool(_MAKES.search(text[max(stated.share_end, stated.base_end) : amount.start]))
    return bool(_MADE_AS.search(text[amount.end : stated.share_start]))


def _precedes(entry: Entry, stated: ShareOf, version: Version) -> bool:
    """Tell whether an amount stands directly before its share: "4 860 tkr, motsvarande 10 % av ramen"."""
    amount = entry.amount(version)
    return amount is not None and 0 <= stated.share_start - amount.end <= 20 and amount.end <= stated.base_start


def _start(entry: Entry, version: Version) -> int:
    amount = entry.amount(version)
    return amount.start if amount else -1


def _bases(ledger: Ledger, section: Section, paragraph: Paragraph, stated: ShareOf, version: Version) -> list[tuple[Entry, ...]]:
    """Return the readings of a base, the plainest first; none where a phrase names nothing."""
    written = [entry for entry in ledger.money_in(paragraph, version) if stated.base_start <= _start(entry, version) < stated.base_end]
    if written:
        return [tuple(written)]
    named = [
        _said_before(ledger, section, paragraph, stated, phrase, version) or _named(ledger, section, phrase, version)
        for phrase in stated.phrases
    ]
    if not named or not all(named):
        return []
    if prod(len(each) for each in named) > MOST_READINGS:
        facts: dict[str, Fact] = {"section": section.number or section.title, "most": MOST_READINGS}
        ledger.stopped.append(Message("calculation.readings", facts))
    readings = islice(product(*named), MOST_READINGS)
    ranked = sorted(readings, key=lambda reading: sum(rank for rank, _ in reading))
    bases = [tuple(entry for _, entry in reading) for reading in ranked]
    return [base for base in bases if len({id(entry) for entry in base}) == len(base)]


def _said_before(
    ledger: Ledger, section: Section, paragraph: Paragraph, stated: ShareOf, phrase: str, version: Version
) -> list[tuple[int, Entry]]:
    """Return the amounts that a general word ("ramen", "anslaget") means: those so called in the last sentence before that states any."""
    name = name_of(phrase)
    if name.telling or not name.general:
        return []
    own = next((first for first, last in sentences_of(paragraph.text_in(version)) if first <= stated.share_start < last), 0)
    found: list[Entry] = []
    for each in section.paragraphs:
        for first, last in sentences_of(each.text_in(version)):
            if each is paragraph and first >= own:
                return [(int(Likeness.CONTAINED), entry) for entry in reversed(found)]
            within = [entry for entry in ledger.money_in(each, version) if first <= _start(entry, version) < last]
            called = [entry for entry in within if name.general <= name_of(entry.label).stems and _is_whole(entry, version)]
            found = called or found
    return []


def _is_whole(entry: Entry, version: Version) -> bool:
    amount = entry.amount(version)
    return amount is not None and amount.per is None


def _named(ledger: Ledger, own: Section, phrase: str, version: Version) -> list[tuple[int, Entry]]:
    """Return the sums that a phrase may name, each with how far-fetched that is: sections by title, rows and lines by label."""
    name = name_of(phrase)
    sections = [*ledger.sections_by_title.named(name)]
    if _ABBREVIATION.fullmatch(phrase):
        ranks = {section.section_id: rank for rank, section in sections}
        explaining = {each.section_id for each in ledger.document.sections if each.section_id in ranks or _explains(each, phrase, version)}
        in_order = (each for each in ledger.document.sections if each.section_id in explaining)
        sections = [(ranks.get(each.section_id, Likeness.SAME_WORDS), each) for each in in_order]
    found: dict[int, tuple[int, Entry]] = {}
    for rank, section in sections:
        sums = plainest(ledger.sums_of(section, version))
        if len(sums) == 1 and not own.number.startswith(f"{section.number}."):
            found.setdefault(id(sums[0].entry), (rank, sums[0].entry))
    for rank, entries in ledger.whole_amounts_by_label(version).named(name):
        found = {id(each): (rank, each) for each in entries if _is_in_table(each) or rank <= Likeness.SAME_STEMS} | found
    return sorted(_nearest(own, found.values()), key=lambda each: each[0])


def _nearest(own: Section, named: Iterable[tuple[int, Entry]]) -> Iterator[tuple[int, Entry]]:
    """Yield, of the amounts that a phrase names equally well, those in the chapter of the share alone, where there are any."""
    by_rank: dict[int, list[Entry]] = {}
    for rank, entry in named:
        by_rank.setdefault(rank, []).append(entry)
    for rank, entries in by_rank.items():
        nearness = [_levels_in_common(own.section_id, entry.place.section_id) for entry in entries]
        yield from ((rank, entry) for entry, near in zip(entries, nearness, strict=True) if near == max(nearness))


def _levels_in_common(one: str, other: str) -> int:
    parts = zip(one.split("."), other.split("."), strict=False)
    return next((at for at, (mine, theirs) in enumerate(parts) if mine != theirs), min(one.count("."), other.count(".")) + 1)


def _explains(section: Section, abbreviation: str, version: Version) -> bool:
    """Tell whether a section is where an abbreviation is explained: "CNI (Care Need Index)", or in brackets after its words."""
    if f"({abbreviation})" in section.title or re.search(rf"\b{re.escape(abbreviation)}\b", section.title):
        return True
    pattern = compiled(rf"\b{re.escape(abbreviation)}\s*\([^)]{{5,}}\)|\w\s*\({re.escape(abbreviation)}\)")
    return any(pattern.search(paragraph.text_in(version)) for paragraph in section.paragraphs)


def _is_in_table(entry: Entry) -> bool:
    return "/t" in entry.place.path


def _relation(share: Entry, whole: Entry, base: tuple[Entry, ...], stated: ShareOf, version: Version, tried: int) -> Relation:
    amount, rate = whole.amount(version), share.amount(version)
    assert amount is not None, "the amount was chosen because it is stated in this version"
    assert rate is not None, "the share was chosen because it is stated in this version"
    key = "relation.share.self" if whole in base else "relation.share"
    wording = Message(
        key, {"share": rate.value, "base": stated.phrases, "label": whole.label or amount.literal, "section": whole.place.section}
    )
    chance = chance_of(tried, 2 * amount.last_place, abs(amount.exactly))
    if rate.exactness is Exactness.ROUNDED:
        chance = max(chance, chance_of(tried, 2 * rate.last_place, rate.exactly))
    return Relation(RelationKind.SHARE, whole, (share, *base), wording, Origin.STATED, whole.place, tried, chance)
