"""K502: one quantity with two values in two documents of a case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import IntEnum
from itertools import combinations

from lydelse.checks.arithmetic import figure_of
from lydelse.checks.minutes.meant import changing
from lydelse.checks.minutes.sayings import Saying, agree, sayings
from lydelse.checks.minutes.subject import MinutesSubject
from lydelse.checks.rule import Details, rule
from lydelse.figures.statements.names import agree as names_agree
from lydelse.figures.statements.names import name_of
from lydelse.figures.years import years_in
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.minutes import Minutes, PartKind
from lydelse.model.review import Confirmed

ALIKE = 0.8
"""How much of two sentences must be the same, figures left out, for the figures to be of one thing."""
TELLING_WORDS = 2
SHORTEST = 4
"""Words of the shortest sentence that tells what its figure is of."""
ROWS_IN_COMMON = 2
FARTHEST_APART = 2
"""Amounts whose names only nearly agree are asked about where neither is more than so many times the other."""
TELLING_DIGITS = 5
_OTHERS = frozenset(
    {PartKind.MOTIONS, PartKind.RESERVATIONS, PartKind.STATEMENTS, PartKind.ORDER, PartKind.VOTES, PartKind.EARLIER, PartKind.SIGNATURES}
)
"""Parts that say what somebody else wants, or what was."""


VERY_ALIKE = 0.95
"""Sentences so alike are the same one, whatever else the documents state."""


class Likeness(IntEnum):
    """How surely two amounts are of one thing; more is surer."""

    NONE = 0
    NEAR = 1
    SAME = 2
    SURE = 3


@rule("K502", "contradiction-across", Severity.ERROR)
def contradiction_across(subject: MinutesSubject) -> Iterator[Finding | Confirmed]:
    """Yield the quantities that two documents give two values; confirm the ones that they give the same."""
    said: dict[str, list[Saying]] = {minutes.name: [] for minutes in subject.minutes}
    for saying in sayings(subject):
        if not saying.is_supposed and saying.part not in _OTHERS and not _is_amended(saying):
            said[saying.minutes.name].append(saying)
    for one, other in combinations(subject.minutes, 2):
        if not _of_different_years(one, other):
            yield from _between(subject, said[one.name], said[other.name])


def _between(subject: MinutesSubject, mine: Sequence[Saying], theirs: Sequence[Saying]) -> Iterator[Finding | Confirmed]:
    told: set[tuple[object, ...]] = set()
    for one in mine:
        ranked = [(likeness, other) for other in theirs if (likeness := _likeness(one, other, mine, theirs))]
        best = max((likeness for likeness, _ in ranked), default=Likeness.NONE)
        borne_out = [other for likeness, other in ranked if agree(one.amount, other.amount) and likeness >= Likeness.NEAR]
        values = (one.amount.exactly, borne_out[0].amount.exactly) if borne_out else ()
        if borne_out and best >= Likeness.SAME and ("holds", *values) not in told:
            told.add(("holds", *values))
            yield _confirmed(one, borne_out[0])
        if borne_out:
            continue
        other = next((each for likeness, each in ranked if likeness is best), None)
        if other is None or (best < Likeness.SURE and (_said_elsewhere(one, theirs) or _said_elsewhere(other, mine))):
            continue
        pair = (one.amount.exactly, other.amount.exactly)
        if pair not in told and (best >= Likeness.SAME or _are_near(one, other)):
            told.add(pair)
            yield _finding(subject, one, other, best)


def _likeness(one: Saying, other: Saying, mine: Sequence[Saying], theirs: Sequence[Saying]) -> Likeness:
    if one.amount.per != other.amount.per:
        return Likeness.NONE
    if one.table and other.table:
        return Likeness.SURE if _same_row(one, other) and _tables_alike(one, other, mine, theirs) else Likeness.NONE
    if one.table or other.table or _years_differ(one, other):
        return Likeness.NONE
    if one.at == other.at and min(len(one.masked), len(other.masked)) >= SHORTEST:
        ratio = _ratio(one.masked, other.masked)
        if ratio >= ALIKE and one.masked.count("#") == other.masked.count("#"):
            return Likeness.SURE if ratio >= VERY_ALIKE else Likeness.SAME
    names = [name_of(each.name) for each in (one, other)]
    if min(len(name.telling) for name in names) < TELLING_WORDS:
        return Likeness.NONE
    if names[0].stems == names[1].stems and one.entry.year_after == other.entry.year_after:
        return Likeness.SAME
    return Likeness.NEAR if names_agree(one.name, other.name) else Likeness.NONE


def _ratio(one: Sequence[str], other: Sequence[str]) -> float:
    """Return how much of two sentences is the same, 0 where that is certainly too little: most pairs have hardly a word in common."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= ALIKE and matcher.quick_ratio() >= ALIKE else 0.0


def _same_row(one: Saying, other: Saying) -> bool:
    rows = name_of(one.entry.label).stems == name_of(other.entry.label).stems and bool(name_of(one.entry.label).words)
    return rows and name_of(one.entry.column or "").stems == name_of(other.entry.column or "").stems


def _tables_alike(one: Saying, other: Saying, mine: Sequence[Saying], theirs: Sequence[Saying]) -> bool:
    """Tell whether two tables are the same one: rows in common, at least half of those of the smaller, and most of their amounts.

    The tables of two years have the same rows and other amounts.
    """
    rows = [
        {(name_of(each.entry.label).stems, each.entry.column): each.amount for each in said if each.table == of.table}
        for of, said in ((one, mine), (other, theirs))
    ]
    shared = rows[0].keys() & rows[1].keys()
    equal = sum(agree(rows[0][row], rows[1][row]) for row in shared)
    return len(shared) >= ROWS_IN_COMMON and 2 * len(shared) >= min(map(len, rows)) and 2 * equal >= len(shared)


def _years_differ(one: Saying, other: Saying) -> bool:
    years = one.entry.year_after, other.entry.year_after
    if None not in years and years[0] != years[1]:
        return True
    return bool(one.years and other.years) and not one.years & other.years


def _of_different_years(one: Minutes, other: Minutes) -> bool:
    """Tell whether two documents are about different years: their titles name none in common."""
    years = [
        {year.value for item in each.items for year in years_in(item.title)}
        or {year.value for year in years_in(each.document.properties.title)}
        for each in (one, other)
    ]
    return bool(years[0] and years[1]) and not years[0] & years[1]


def _is_amended(saying: Saying) -> bool:
    """Tell whether an amount is of a decision whose amounts a motion may have changed: that is weighed against the motions alone."""
    item = saying.item if saying.part is PartKind.DECISION else None
    return item is not None and any(item.motions[at].amounts for at in changing(item))


def _said_elsewhere(saying: Saying, others: Sequence[Saying]) -> bool:
    """Tell whether the other document has the very amount of something whose name does not tell it to be another thing."""
    return any(each.amount.exactly == saying.amount.exactly and each.amount.per == saying.amount.per for each in others)


def _are_near(one: Saying, other: Saying) -> bool:
    smaller, larger = sorted((abs(one.amount.exactly), abs(other.amount.exactly)))
    return larger <= FARTHEST_APART * smaller


def _finding(subject: MinutesSubject, one: Saying, other: Saying, likeness: Likeness) -> Finding:
    facts: dict[str, Fact] = {
        "where": subject.called(one.minutes, one.item),
        "label": one.name or other.name or figure_of(one.amount),
        "value": figure_of(one.amount),
        "other": figure_of(other.amount),
        "other_where": subject.called(other.minutes, other.item),
    }
    is_sure = likeness >= Likeness.SAME
    details = Details(found=figure_of(one.amount), expected=figure_of(other.amount))
    return contradiction_across.finding(
        one.passage,
        other.passage,
        facts=facts,
        case="" if is_sure else "near",
        severity=Severity.ERROR if is_sure else Severity.QUESTION,
        details=details,
    )


def _confirmed(one: Saying, other: Saying) -> Confirmed:
    facts: dict[str, Fact] = {
        "amount": figure_of(one.amount),
        "other": figure_of(other.amount),
        "document": one.minutes.name,
        "other_document": other.minutes.name,
    }
    case = "holds" if one.amount.exactly == other.amount.exactly else "holds.rounded"
    return contradiction_across.confirmed(one.passage, other.passage, facts=facts, document=one.minutes.name, case=case)
