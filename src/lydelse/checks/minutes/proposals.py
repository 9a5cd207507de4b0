"""What a decision is held against: the proposals of its own item, and those that its papers and earlier bodies made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, product

from lydelse.checks.minutes.subject import MinutesSubject, Told
from lydelse.checks.minutes.wordings import Closeness, Held, Wording, held_against, joined, wording_of
from lydelse.figures.statements.names import name_of
from lydelse.model.minutes import DocumentKind, Point
from lydelse.patterns import compiled
from lydelse.records import dataclass

ALIKE = 0.5
"""How many words a point of a decision must share with one of a proposal to be its outcome."""
MOST_WORDS = 25
"""Words of a decision that only refers to what was proposed or moved."""
_FORMAL = compiled(
    r"(?:paragrafen|ärendet|beslutet|protokollet|punkten|denna\s+paragraf)\s+(?:är\s+|förklaras\s+|justeras\s+|ska\s+|skall\s+)*(?:omedelbart\s+)?"
    r"(?:justera\w*|justeras)(?:\s+omedelbart)?\.?$|(?:förklara\s+)?paragrafen\s+(?:för\s+)?omedelbart\s+justerad\.?$|omedelbar\s+justering\.?$",
    re.IGNORECASE,
)
_AS_PROPOSED = compiled(
    r"(?:(?:^|\b(?:beslutar?|besluta|beslutade)\s+|\batt\s+)(?:i\s+enlighet\s+med|enligt|bifalla|godkänna|tillstyrka|anta)"
    r"|^(?:[\w-]+\s+){0,5}?(?:bifaller|godkänner|tillstyrker|antar))"
    r"\s+(?P<whose>(?:[\w-]+\s+){0,5}?)(?:besluts)?förslag(?:et)?(?:\s+till\s+beslut)?\W*$"
    r"|^(?P<granted>(?:[\w-]+\s+){0,4}?)(?:besluts)?förslag(?:et)?\s+(?:bifalls|antas|godkänns)\W*$",
    re.IGNORECASE,
)
_AS_MOVED = compiled(
    r"(?:\b(?:i\s+enlighet\s+med|enligt|bifalla|bifaller|bifall\s+till|anta|antar)\s+(?P<whose>(?:[^\s,;]+\s+){0,8}?\w*yrkande\w*(?:\s+(?:från|av)\s+[^,;]{3,40})?)"
    r"|^(?P<granted>(?:[^\s,;]+\s+){0,6}?\w*yrkande\w*)\s+(?:bifalls|antas))\W*$",
    re.IGNORECASE,
)
_REFERS = compiled(r"\b(?:enligt|i\s+enlighet\s+med|bifall\w*|med)\b.*\b\w*(?:förslag|yrkande)\w*", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposal: its points, what they stand under, and where."""

    told: Told
    points: tuple[Point, ...]
    heading: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A point of a proposal with the point of the decision that it became; one of the two may be missing."""

    proposed: Point | None
    decided: Point | None
    held: Held

    @property
    def shown(self) -> Point:
        """The point of the decision, that of the proposal where it became none."""
        point = self.decided or self.proposed
        assert point is not None, "a pair has a point on at least one side"
        return point


def proposals_in(told: Told) -> tuple[Proposal, ...]:
    """Return the proposals of an item, each heading's by itself; where there are several, all together last."""
    groups = [Proposal(told, tuple(points), heading) for heading, points in groupby(told.item.proposal, key=lambda point: point.heading)]
    return (*groups, Proposal(told, told.item.proposal, groups[-1].heading)) if len(groups) > 1 else tuple(groups)


def decided_in(told: Told) -> tuple[Point, ...]:
    """Return the points of an item's decision, without those that only say that it is adjusted at once."""
    return tuple(point for point in told.item.decision if not _FORMAL.search(point.text))


def handed_on(subject: MinutesSubject, told: Told) -> tuple[Proposal, ...]:
    """Return the proposals that other documents of the same case made: a memo's, and what another body decided to propose."""
    found: list[Proposal] = []
    for other in subject.items:
        if other.minutes is told.minutes or not same_case(told, other):
            continue
        if other.minutes.kind is DocumentKind.MEMO and other.item.proposal:
            found.append(Proposal(other, other.item.proposal, other.item.proposal[0].heading))
        elif other.minutes.kind is DocumentKind.MINUTES and _proposes(other) and not _is_later(other, told):
            found.append(Proposal(other, decided_in(other), other.minutes.body))
    return tuple(found)


def same_case(one: Told, other: Told) -> bool:
    """Tell whether two items are of one case: a case number of their own in common, or else the same telling title.

    Where both have numbers of their own, none in common, the title tells only if a number is a slip of the other's.
    """
    mine, theirs = set(one.item.case_numbers), set(other.item.case_numbers)
    if mine & theirs:
        return True
    if mine and theirs and not any(mine_one.is_slip_of(their_one) for mine_one, their_one in product(mine, theirs)):
        return False
    names = [name_of(each.item.title) for each in (one, other)]
    return len(names[0].telling) > 1 and names[0].stems == names[1].stems


def said_as_proposed(points: Sequence[Point]) -> str | None:
    """Return whose proposal a decision says that it is ("arbetsutskottets", "" for the only one), None where it says none such."""
    match = _AS_PROPOSED.search(" ".join(points[0].text.split())) if len(points) == 1 else None
    return (match["whose"] or match["granted"] or "").strip() if match else None


def said_as_moved(points: Sequence[Point]) -> str | None:
    """Return which motion a decision says that it is ("Anna Eks yrkande"), None where it says none such."""
    match = _AS_MOVED.search(" ".join(points[0].text.split())) if len(points) == 1 else None
    return (match["whose"] or match["granted"]).strip() if match else None


def only_refers(points: Sequence[Point]) -> bool:
    """Tell whether a decision does little but refer to a proposal or a motion, in words that do not say which."""
    return len(points) == 1 and len(points[0].text.split()) <= MOST_WORDS and _REFERS.search(points[0].text) is not None


def named(whose: str, proposals: Sequence[Proposal]) -> Proposal | None:
    """Return the proposal that somebody is named for, the only one where nobody is; None where it is not clear which."""
    if len(proposals) == 1 and (not whose or not _named_otherwise(whose, proposals[0])):
        return proposals[0]
    telling = name_of(whose).stems
    fitting = [each for each in proposals[:-1] if telling and telling <= name_of(each.heading).stems]
    return fitting[0] if len(fitting) == 1 else None


def _named_otherwise(whose: str, proposal: Proposal) -> bool:
    """Tell whether a proposal stands under somebody else's name."""
    mine, theirs = name_of(whose).stems, name_of(proposal.heading.lower().replace("förslag till beslut", "").replace("förslag", "")).stems
    return bool(mine and theirs) and not mine & theirs


def pairs_of(proposed: Sequence[Point], decided: Sequence[Point]) -> tuple[Pair, ...]:
    """Return the points of a proposal and a decision in pairs, most alike first; in the order of the decision, what it lacks last."""
    mine, theirs = [wording_of(each.text) for each in proposed], [wording_of(each.text) for each in decided]
    if len(mine) != len(theirs) and joined(mine).keys == joined(theirs).keys:
        return tuple(Pair(None, each, Held(Closeness.SAME)) for each in decided)
    partner = _partners(mine, theirs)
    found = [
        Pair(proposed[partner[at]], each, held_against(mine[partner[at]], theirs[at]))
        if at in partner
        else Pair(None, each, Held(Closeness.OTHER))
        for at, each in enumerate(decided)
    ]
    left = (each for at, each in enumerate(proposed) if at not in partner.values())
    return (*found, *(Pair(each, None, Held(Closeness.OTHER)) for each in left))


def is_all_the_same(pairs: Iterable[Pair]) -> bool:
    """Tell whether nothing but form differs."""
    return all(pair.held.closeness <= Closeness.FORMAL for pair in pairs)


def _partners(mine: Sequence[Wording], theirs: Sequence[Wording]) -> dict[int, int]:
    """Return which point of the proposal each point of the decision came of."""
    likely = [
        (one.likeness(other), -abs(i - j), j, i)
        for (i, one), (j, other) in product(enumerate(mine), enumerate(theirs))
        if one.likeness(other) >= ALIKE
    ]
    partner: dict[int, int] = {}
    for _, _, j, i in sorted(likely, reverse=True):
        if j not in partner and i not in partner.values():
            partner[j] = i
    return partner


def _proposes(told: Told) -> bool:
    said = " ".join(f"{point.lead} {point.text}" for point in told.item.decision)
    return re.search(r"\b(?:föreslår|förslår|föreslog|föreslå|hemställer)\b", said, re.IGNORECASE) is not None


def _is_later(one: Told, other: Told) -> bool:
    return bool(one.minutes.date and other.minutes.date and one.minutes.date > other.minutes.date)
