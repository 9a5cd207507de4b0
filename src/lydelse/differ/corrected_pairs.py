"""Amounts paired as a person says that they belong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from lydelse.differ.leftovers import status_of
from lydelse.differ.quantities import QuantityNames
from lydelse.differ.restated import as_one_quantity
from lydelse.model.amount import Amount
from lydelse.model.change import Comparison
from lydelse.model.corrections import Corrected, Pairing, Statement
from lydelse.model.message import Message
from lydelse.model.quantity import Entry, Status
from lydelse.model.text import Version


@dataclass(frozen=True, slots=True)
class _Meant:
    """The two amounts that a person means, each the very object that the comparison holds."""

    pairing: Pairing
    before: Amount
    after: Amount


def with_pairs_corrected(comparison: Comparison, pairings: Sequence[Pairing]) -> tuple[Comparison, tuple[Pairing, ...]]:
    """Return a comparison whose amounts belong together as a person says, and what of it does not fit these documents.

    A partner that an amount loses stands by itself: as removed or as added.
    """
    found = [(pairing, _meant(comparison, pairing)) for pairing in pairings]
    meant = [each for _, each in found if each]
    unfit = tuple(pairing for pairing, each in found if each is None)
    if not meant:
        return comparison, unfit
    entries = list(comparison.entries)
    for each in meant:
        entries = _together(entries, each) if each.pairing.together else _apart(entries, each)
    names = QuantityNames()
    named = as_one_quantity(names.named(entry) for entry in entries)
    alone = {id(each.before) for each in meant if not each.pairing.together}
    named = tuple(replace(entry, quantity=f"{entry.quantity}~apart") if id(entry.before) in alone else entry for entry in named)
    told = tuple(Corrected(_told(each), each.after.place) for each in meant)
    return replace(comparison, entries=named, corrected=(*comparison.corrected, *told)), unfit


def statement_of(entries: Iterable[Entry], version: Version, amount: Amount) -> Statement:
    """Return an amount of one version as a person points at it."""
    alike = _alike(entries, version, amount.place.section_id, amount.literal)
    at = next(at for at, each in enumerate(alike, 1) if each is amount)
    return Statement(amount.place.section_id, _plain(amount.literal), at if len(alike) > 1 else None)


def _meant(comparison: Comparison, pairing: Pairing) -> _Meant | None:
    before = _found(comparison.entries, Version.BEFORE, pairing.before)
    after = _found(comparison.entries, Version.AFTER, pairing.after)
    if before is None or after is None or comparison.one_version:
        return None
    paired = any(entry.before is before and entry.after is after for entry in comparison.entries)
    return _Meant(pairing, before, after) if pairing.together or paired else None


def _found(entries: Iterable[Entry], version: Version, statement: Statement) -> Amount | None:
    """Return the amount that a statement means, None where there is none, or several and it does not say which."""
    alike = _alike(entries, version, statement.section_id, statement.literal)
    if statement.number is None:
        return alike[0] if len(alike) == 1 else None
    return alike[statement.number - 1] if 0 < statement.number <= len(alike) else None


def _alike(entries: Iterable[Entry], version: Version, section_id: str, literal: str) -> list[Amount]:
    amounts = (entry.amount(version) for entry in entries)
    return [each for each in amounts if each and each.place.section_id == section_id and _plain(each.literal) == _plain(literal)]


def _plain(literal: str) -> str:
    return " ".join(literal.split())


def _together(entries: Sequence[Entry], meant: _Meant) -> list[Entry]:
    """Return the entries with two amounts as one that stands where the later one does."""
    source = next(entry for entry in entries if entry.before is meant.before)
    made: list[Entry] = []
    for entry in entries:
        if entry.before is meant.before and entry.after is meant.after:
            made.append(entry)
        elif entry.after is meant.after:
            made.extend(_only(entry, Version.BEFORE))
            status = status_of(meant.before, meant.after)
            text = f"{meant.before.literal} {meant.after.literal}"
            made.append(replace(entry, before=meant.before, year_before=source.year_before, status=status, text=text))
        elif entry.before is meant.before:
            made.extend(_only(entry, Version.AFTER))
        else:
            made.append(entry)
    return made


def _apart(entries: Sequence[Entry], meant: _Meant) -> list[Entry]:
    """Return the entries with the two amounts of one as two, one removed and one added."""
    return [
        each
        for entry in entries
        for each in ([*_only(entry, Version.BEFORE), *_only(entry, Version.AFTER)] if entry.before is meant.before else [entry])
    ]


def _only(entry: Entry, version: Version) -> list[Entry]:
    """Return what an entry is of one version alone, nothing where that does not state it."""
    amount = entry.amount(version)
    if amount is None:
        return []
    if version is Version.BEFORE:
        return [replace(entry, after=None, year_after=None, status=Status.REMOVED, text=amount.literal)]
    return [replace(entry, before=None, year_before=None, status=Status.ADDED, text=amount.literal)]


def _told(meant: _Meant) -> Message:
    before, after = meant.before.place.section, meant.after.place.section
    facts = {"section": after, "before": _plain(meant.before.literal), "after": _plain(meant.after.literal)}
    if not meant.pairing.together:
        return Message("corrected.apart", facts)
    if before == after:
        return Message("corrected.together", facts)
    return Message("corrected.together.elsewhere", {**facts, "section_before": before})
