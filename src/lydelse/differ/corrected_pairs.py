"""Amounts paired as a person says that they belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lydelse.differ.leftovers import status_of
from lydelse.differ.quantities import QuantityNames
from lydelse.differ.restated import as_one_quantity
from lydelse.model.amount import Amount
from lydelse.model.change import Comparison
from lydelse.model.corrections import Corrected, Pairing, Statement
from lydelse.model.message import Message
from lydelse.model.quantity import Entry, Status
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

_STEPS = compiled(r"(\D+)(\d*)")


@dataclass(frozen=True, slots=True)
class _Meant:
    """The two amounts that a person means, each the very object that the comparison holds."""

    pairing: Pairing
    before: Amount
    after: Amount


def with_pairs_corrected(comparison: Comparison, pairings: Sequence[Pairing]) -> tuple[Comparison, tuple[Pairing, ...]]:
    """Return a comparison whose amounts belong together as a person says, and what of it does not fit these documents.

    A partner that an amount loses stands by itself: as removed or as added. What is said later goes by what was said before it,
    and what no longer holds then is not told.
    """
    entries, meant, unfit = list(comparison.entries), list[_Meant](), list[Pairing]()
    for pairing in pairings:
        each = _meant(comparison, pairing)
        if each is None or not (pairing.together or _paired(entries, each)):
            unfit.append(pairing)
            continue
        entries = _together(entries, each) if pairing.together else _apart(entries, each)
        meant.append(each)
    if not meant:
        return comparison, tuple(unfit)
    names = QuantityNames()
    named = as_one_quantity(names.named(entry) for entry in entries)
    parted = {id(each.before) for each in meant if not each.pairing.together}
    named = tuple(_of_its_own(entry) if entry.after is None and id(entry.before) in parted else entry for entry in named)
    holding = (each for each in meant if _paired(entries, each) is each.pairing.together)
    told = dict.fromkeys(Corrected(_told(each), each.after.place) for each in holding)
    return replace(comparison, entries=named, corrected=(*comparison.corrected, *told)), tuple(unfit)


def _of_its_own(entry: Entry) -> Entry:
    """Return an amount that was parted from its partner, which may be called the same, as one of another quantity."""
    return replace(entry, quantity=f"{entry.quantity}~apart")


def statements_of(entries: Iterable[Entry], version: Version) -> Iterator[tuple[Entry, Statement]]:
    """Yield the entries that one version states, each with its amount as a person points at it."""
    stated = [(entry, amount) for entry in entries if (amount := entry.amount(version))]
    alike: dict[tuple[str, str], list[Amount]] = {}
    for _, amount in stated:
        alike.setdefault(_printed(amount), []).append(amount)
    at = {id(each): number for group in alike.values() for number, each in enumerate(_by_place(group), 1)}
    for entry, amount in stated:
        section_id, literal = _printed(amount)
        yield entry, Statement(section_id, literal, at[id(amount)] if len(alike[section_id, literal]) > 1 else None)


def _meant(comparison: Comparison, pairing: Pairing) -> _Meant | None:
    before = _found(comparison.entries, Version.BEFORE, pairing.before)
    after = _found(comparison.entries, Version.AFTER, pairing.after)
    if before is None or after is None or comparison.one_version:
        return None
    return _Meant(pairing, before, after)


def _paired(entries: Iterable[Entry], meant: _Meant) -> bool:
    return any(entry.before is meant.before and entry.after is meant.after for entry in entries)


def _found(entries: Iterable[Entry], version: Version, statement: Statement) -> Amount | None:
    """Return the amount that a statement means, None where there is none, or several and it does not say which."""
    alike = _alike(entries, version, statement.section_id, statement.literal)
    if statement.number is None:
        return alike[0] if len(alike) == 1 else None
    return alike[statement.number - 1] if 0 < statement.number <= len(alike) else None


def _alike(entries: Iterable[Entry], version: Version, section_id: str, literal: str) -> list[Amount]:
    amounts = (entry.amount(version) for entry in entries)
    return _by_place(each for each in amounts if each and _printed(each) == (section_id, _plain(literal)))


def _printed(amount: Amount) -> tuple[str, str]:
    return amount.place.section_id, _plain(amount.literal)


def _by_place(amounts: Iterable[Amount]) -> list[Amount]:
    """Return amounts in the order of their places: that of the entries hangs on how they are paired."""
    return sorted(amounts, key=lambda each: (_counted(each.place.path), each.start))


def _counted(path: str) -> list[tuple[str, int]]:
    """Return a path as it is ordered: "5/p10" after "5/p2"."""
    return [(words, int(digits or 0)) for words, digits in _STEPS.findall(path)]


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
    return meant.pairing.told(meant.before.place.section, meant.after.place.section)
