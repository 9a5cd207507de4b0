"""Sums in lists and sentences: lines that end in an amount under or over their total, and "9 mkr + 1 mkr = 10 mkr"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import zip_longest

from lydelse.calculation.draft import ANNOUNCED, Draft, chance_of
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.repair import is_one_slip_off
from lydelse.calculation.shares_of_total import shares_of_items
from lydelse.calculation.testing import held_against
from lydelse.calculation.unit_slips import unit_slips_of
from lydelse.figures.exactness import is_to_the_krona
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.totals import (
    is_drawn_from,
    is_limit_label,
    is_net_label,
    is_total_label,
    is_within_another,
    mixes_income_and_cost,
    names_some_parts_only,
    says_what_is_done,
)
from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Version, tidy
from lydelse.patterns import compiled
from lydelse.records import dataclass, field

LONGEST_LABEL = 8
"""The most words beside the amount in a line that is an entry of a list, not a sentence."""

FURTHEST_OFF = Fraction(1, 3)
"""How far from the sum in the words before them lines may come, relative to it, and be its parts whatever a typing error explains."""

_DISTRIBUTED = compiled(r"\b(?:för|upp)dela[dst]\w*|\bfördelning\w*|\b(?:består|utgörs)\s+av\b", re.IGNORECASE)
_LEADS_IN = compiled(r"(?:följande|nedan(?:stående)?)\W*(?:sätt)?\W*$|:\s*$", re.IGNORECASE)
_WRITTEN_OUT = {AmountKind.MONEY, AmountKind.COUNT}
_PLUS, _EQUALS = compiled(r"\s*\+\s*"), compiled(r"\s*=\s*")


def list_sums(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the totals that lists of amounts state: a total line under the lines, or a sum in the sentence that leads in to them."""
    for section in ledger.document.sections:
        yield from _in_section(ledger, section, version)


@dataclass
class _Run:
    """Lines of a list as they are met. ``unread`` when a line among them states no one amount: then no total of theirs is tested."""

    lead_in: Paragraph | None = None
    lines: list[Entry] = field(default_factory=list)
    unread: bool = False


def _in_section(ledger: Ledger, section: Section, version: Version) -> Iterator[Draft]:
    run = _Run()
    for block in section.blocks:
        if isinstance(block, Table):
            yield from _led_in(ledger, run, version)
            run = _Run()
            continue
        text = block.text_in(version).strip()
        entry = _line_entry(ledger, block, text, version)
        if entry and is_total_label(text):
            if not run.unread:
                yield from _draft(entry, run.lines, version, _origin_of_line(text, run.lines))
                yield from shares_of_items(ledger, entry, run.lines, version)
            run = _Run()
        elif entry and not is_within_another(text):
            run.lines.append(entry)
        elif text and not entry and _is_line(block, text):
            run.unread = True
        elif text and not entry:
            yield from _led_in(ledger, run, version)
            run = _Run(block)
    yield from _led_in(ledger, run, version)


def _origin_of_line(text: str, lines: list[Entry]) -> Origin:
    """Return whether a line that is called a total states what the lines above it come to."""
    is_other = says_what_is_done(text) or is_limit_label(text) or is_net_label(text)
    return Origin.INFERRED if is_other or mixes_income_and_cost([line.label for line in lines]) else Origin.STATED


def _is_line(paragraph: Paragraph, text: str) -> bool:
    """Tell whether a paragraph without one amount may yet be a line of the list around it, not a sentence that leads in to one."""
    if paragraph.kind is Kind.ITEM:
        return True
    return paragraph.kind is Kind.PARAGRAPH and len(text.split()) <= LONGEST_LABEL and not text.endswith((":", "."))


def _line_entry(ledger: Ledger, paragraph: Paragraph, text: str, version: Version) -> Entry | None:
    """Return the amount of a line that names one thing and its amount, None where the paragraph is no such line."""
    money = ledger.money_in(paragraph, version)
    amount = money[0].amount(version) if len(money) == 1 else None
    if amount is None or amount.per is not None or paragraph.kind in {Kind.HEADING, Kind.FOOTNOTE}:
        return None
    beside = text.replace(amount.literal, " ").split()
    ends_the_line = text.rstrip(" .;,").endswith(amount.literal.rstrip(" .;,"))
    return money[0] if len(beside) <= LONGEST_LABEL and (ends_the_line or paragraph.kind is Kind.ITEM) else None


def _led_in(ledger: Ledger, run: _Run, version: Version) -> Iterator[Draft]:
    """Yield the relation of lines without a total line to the one sum in the sentence before them."""
    if run.lead_in is None or run.unread or len(run.lines) < 2:
        return
    text = run.lead_in.text_in(version)
    last = sentences_of(text)[-1][0] if text.strip() else 0
    every = ledger.sums_in(run.lead_in, version)
    sums = [each for each in every if (amount := each.entry.amount(version)) and amount.start >= last] or every
    amount = sums[0].entry.amount(version) if len(sums) == 1 else None
    if amount and _LEADS_IN.search(text) and not names_some_parts_only(text[last:]):
        is_stated = bool(_DISTRIBUTED.search(text)) and not is_drawn_from(text[: amount.start])
        drafts = _draft(sums[0].entry, run.lines, version, Origin.STATED if is_stated else Origin.INFERRED)
        led = ANNOUNCED if text.rstrip().endswith(":") and len(ledger.versions) > 1 else Fraction(1)
        yield from (
            draft.guessed(1, led * draft.relation.chance) for draft in drafts if not is_stated or _may_be_parts(draft.relation, version)
        )
        yield from shares_of_items(ledger, sums[0].entry, run.lines, version)


def _may_be_parts(relation: Relation, version: Version) -> bool:
    """Tell whether lines may be the parts of a sum: amounts that are paid to each of several come to far less or more than it."""
    outcome, whole = held_against(relation, version), relation.whole.amount(version)
    if outcome is None or whole is None or abs(outcome.difference) <= FURTHEST_OFF * abs(whole.exactly):
        return True
    return is_one_slip_off(relation, version) or bool(unit_slips_of(outcome))


def _draft(whole: Entry, parts: list[Entry], version: Version, origin: Origin, *, is_written_out: bool = False) -> Iterator[Draft]:
    amount = whole.amount(version)
    if len(parts) < 2 or amount is None:
        return
    wording = Message(
        "relation.sum.list", {"label": whole.label if is_total_label(whole.label) else tidy(amount.literal), "count": len(parts)}
    )
    chance = chance_of(1, amount.last_place * (len(parts) + 1), abs(amount.exactly))
    exact = is_written_out or is_to_the_krona([amount, *(each for part in parts if (each := part.amount(version)))])
    relation = Relation(RelationKind.SUM, whole, tuple(parts), wording, origin, whole.place, 1, chance, exact)
    yield Draft(("list", whole.place.path, whole.quantity), relation)


def sentence_sums(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the sums that a sentence writes out with plus and equals signs."""
    for section in ledger.document.sections:
        for paragraph in section.paragraphs:
            text = paragraph.text_in(version)
            if "+" not in text or "=" not in text:
                continue
            stated = [entry for entry in ledger.entries_at(paragraph.place.path, version) if entry.kind in _WRITTEN_OUT]
            yield from _written_out(stated, text, version)


def _written_out(stated: list[Entry], text: str, version: Version) -> Iterator[Draft]:
    terms: list[Entry] = []
    for entry, following in zip_longest(stated, stated[1:]):
        amount, after = entry.amount(version), following.amount(version) if following else None
        between = text[amount.end : after.start] if amount and after else ""
        terms.append(entry)
        if _EQUALS.fullmatch(between) and following and len(terms) >= 2:
            yield from _draft(following, terms, version, Origin.STATED, is_written_out=True)
        if not _PLUS.fullmatch(between):
            terms = []
