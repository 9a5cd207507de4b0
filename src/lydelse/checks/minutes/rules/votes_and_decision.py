"""K511: votes that were counted, listed and decided upon in ways that do not agree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lydelse.checks.minutes.meant import Meant
from lydelse.checks.minutes.referred import shortened
from lydelse.checks.minutes.settled import Counted, casting_vote_told, is_by_minority, settled_in
from lydelse.checks.minutes.subject import MinutesSubject, Told, passage
from lydelse.checks.rule import rule
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.minutes import Item, Support, Vote
from lydelse.model.review import Confirmed

_MINORITY_IS = 3
"""A third of those present may refer a matter back (5 kap. 50 § kommunallagen)."""
_DELAYS = frozenset({Support.REFERRAL, Support.POSTPONEMENT})


@rule("K511", "votes-and-decision", Severity.ERROR)
def votes_and_decision(subject: MinutesSubject) -> Iterator[Finding | Confirmed]:
    """Yield votes whose count, list and outcome contradict one another; confirm those that agree in all that is told."""
    for told in subject.items:
        for counted in settled_in(told.minutes, told.item).counted:
            yield from _listed(subject, told, counted.vote)
            yield from _decided(subject, told, counted)


def _listed(subject: MinutesSubject, told: Told, vote: Vote) -> Iterator[Finding | Confirmed]:
    if not vote.by_name:
        return
    listed = Counter(word for _, word in vote.by_name)
    pairs = [(vote.yes, listed["Ja"]), (vote.no, listed["Nej"])]
    facts = _facts(subject, told, vote) | {"listed_yes": listed["Ja"], "listed_no": listed["Nej"]}
    at = passage(told.minutes, vote.place, vote.text)
    if any(said is not None and said != named for said, named in pairs):
        all_named = sum(named for _, named in pairs) == sum(said or 0 for said, _ in pairs)
        severity = Severity.WARNING if all_named else Severity.QUESTION  # a list of which less was read may be read in part
        yield votes_and_decision.finding(at, facts=facts, case="listed", severity=severity)
    else:
        yield votes_and_decision.confirmed(at, facts=facts, document=told.minutes.name, case="holds.listed")


def _decided(subject: MinutesSubject, told: Told, counted: Counted) -> Iterator[Finding | Confirmed]:
    vote, item = counted.vote, told.item
    yes, no = vote.yes or 0, vote.no or 0
    at = passage(told.minutes, vote.place, vote.text)
    facts = _facts(subject, told, vote)
    if yes == no:
        if not casting_vote_told(item):
            yield votes_and_decision.finding(at, facts=facts, case="tie", severity=Severity.QUESTION)
        return
    won, lost = (counted.yes, counted.no) if yes > no else (counted.no, counted.yes)
    if counted.ballot is None or counted.ruling is None or not counted.gave or not won or not lost:
        return
    facts |= {"won": counted.ballot.yes if yes > no else counted.ballot.no, "said": shortened(counted.ruling.text)}
    if _is_same(won, counted.gave, item):
        yield votes_and_decision.confirmed(at, facts=facts, document=told.minutes.name)
    elif _is_same(lost, counted.gave, item) and not _by_minority(counted, item):
        yield votes_and_decision.finding(at, facts=facts)


def _facts(subject: MinutesSubject, told: Told, vote: Vote) -> dict[str, Fact]:
    return {"where": subject.called(told.minutes, told.item), "yes": vote.yes or 0, "no": vote.no or 0}


def _is_same(one: tuple[Meant, ...], other: tuple[Meant, ...], item: Item) -> bool:
    """Tell whether what won is what was said to be decided."""
    return any(_says(a, item) & _says(b, item) for a in one for b in other)


def _says(meant: Meant, item: Item) -> frozenset[str]:
    """Return what a clause comes to, as names that two clauses may share: an approving motion is the proposal."""
    sign = "+" if meant.for_it else "-"
    delays = any(item.motions[at].supports in _DELAYS for at in meant.motions)
    if meant.settled_today or (delays and not meant.for_it):
        return frozenset({"settled today"})
    approved = any(item.motions[at].supports is Support.APPROVAL for at in meant.motions)
    named = {f"{sign}{at}" for at in meant.motions if item.motions[at].supports is not Support.APPROVAL}
    return frozenset(named | ({f"{sign}proposal"} if meant.proposal or approved else set()))


def _by_minority(counted: Counted, item: Item) -> bool:
    """Tell whether a third were enough: what was decided is a referral back."""
    delays = any(item.motions[at].supports in _DELAYS for meant in counted.gave for at in meant.motions)
    votes = [counted.vote.yes or 0, counted.vote.no or 0]
    return delays and (is_by_minority(item) or min(votes) * _MINORITY_IS >= sum(votes) + (counted.vote.abstaining or 0))
