"""What became of an item's motions, by what the chair found and what the votes gave, in order: the last word counts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lydelse.checks.minutes.meant import Meant, changing, meant_in
from lydelse.extractors.minutes.people import NAME
from lydelse.model.minutes import Item, Minutes, Motion, PartKind, Present, Role, Support, Vote
from lydelse.model.proceedings import Ballot, Outcome, Ruling
from lydelse.patterns import compiled
from lydelse.records import dataclass, field

_CHAIR = compiled(rf"(?<![\w])[Oo]rdföranden?,?\s+(?P<name>{NAME})")
_CASTING = compiled(r"\butslagsröst\w*|\bordförandens\s+röst\b", re.IGNORECASE)
_MINORITY = compiled(r"\bminoritet\w*|\ben\s+tredjedel\b|5\s+kap\.?\s+50\s*§", re.IGNORECASE)
_COMPETES = frozenset({Support.AMENDMENT, Support.REJECTION, Support.OTHER_PROPOSAL})
_DELAYS = frozenset({Support.REFERRAL, Support.POSTPONEMENT})
_IN_PART = compiled(r"\bpunkt(?:en|erna)?\s+\d|\bi\s+övrigt\b|\batt-sats", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Counted:
    """A vote with the ballot that it answers and what the text says came of it; ``gave`` is empty where that is not told or not known."""

    vote: Vote
    ballot: Ballot | None
    yes: tuple[Meant, ...]
    no: tuple[Meant, ...]
    gave: tuple[Meant, ...]
    ruling: Ruling | None


@dataclass(frozen=True, slots=True)
class Settled:
    """What became of the motions that change something; ``open`` are those that nothing understood says anything of.

    ``proposal`` is None where nothing says whether the proposal was adopted; ``unclear`` are the sentences and votes that were not
    understood.
    """

    adopted: tuple[Motion, ...]
    rejected: tuple[Motion, ...]
    open: tuple[Motion, ...]
    proposal: bool | None
    unclear: tuple[Ruling | Vote, ...]
    counted: tuple[Counted, ...]


def settled_in(minutes: Minutes, item: Item) -> Settled:
    """Return what became of the motions of an item."""
    reading = _Reading(item, (*minutes.attendance, *_chairs_named(item)))
    for at, event in enumerate(item.course):
        reading.take(event, item.course[at + 1] if at + 1 < len(item.course) else None)
    return reading.settled()


def _chairs_named(item: Item) -> Iterator[Present]:
    """Yield whom the order of propositions names as the chair ("Ordförande Kaj Berg frågar")."""
    for passage in item.order:
        for match in _CHAIR.finditer(passage.text):
            yield Present(match["name"], role=Role.CHAIR)


def is_by_minority(item: Item) -> bool:
    """Tell whether an item says that a minority had it referred back, which the law gives a third of those present."""
    return any(_MINORITY.search(part.text) for part in item.parts if part.kind is not PartKind.BACKGROUND)


def casting_vote_told(item: Item) -> bool:
    """Tell whether an item says that the chair's vote decided."""
    return any(_CASTING.search(part.text) for part in item.parts)


@dataclass
class _Reading:
    item: Item
    present: Sequence[Present]
    fates: dict[int, bool] = field(default_factory=dict)
    proposal: bool | None = None
    unclear: list[Ruling | Vote] = field(default_factory=list)
    counted: list[Counted] = field(default_factory=list)
    ballot: Ballot | None = None
    before: tuple[dict[int, bool], bool | None] = ({}, None)

    def take(self, event: Ruling | Ballot | Vote, following: Ruling | Ballot | Vote | None) -> None:
        """Take the next of what is told."""
        match event:
            case Ballot():
                self.ballot = event
            case Vote():
                self._count(event, following if isinstance(following, Ruling) and following.outcome is not Outcome.VOTE else None)
            case Ruling(outcome=Outcome.VOTE):
                self.fates, self.proposal = dict(self.before[0]), self.before[1]
                self.ballot = None if self.ballot and self.counted and self.counted[-1].ballot is self.ballot else self.ballot
            case Ruling(outcome=Outcome.COUNTER_PROPOSAL):
                pass
            case Ruling():
                self._find(event)

    def settled(self) -> Settled:
        """Return what was read."""
        motions, all_ = self.item.motions, changing(self.item)
        return Settled(
            tuple(motions[at] for at in all_ if self.fates.get(at) is True),
            tuple(motions[at] for at in all_ if self.fates.get(at) is False),
            tuple(motions[at] for at in all_ if at not in self.fates),
            self.proposal,
            tuple(self.unclear),
            tuple(self.counted),
        )

    def _find(self, ruling: Ruling) -> None:
        self.before = dict(self.fates), self.proposal
        means = self._meant(ruling.said, ruling.put)
        if not means:
            self.unclear.append(ruling)
        self._apply(means, ruling.said)

    def _count(self, vote: Vote, result: Ruling | None) -> None:
        yes, no = (self._meant(said) if said else () for said in ((self.ballot.yes, self.ballot.no) if self.ballot else ("", "")))
        gave = self._meant(result.said, result.put) if result else ()
        self.counted.append(Counted(vote, self.ballot, yes, no, gave, result))
        won = yes if (vote.yes or 0) > (vote.no or 0) else no if (vote.no or 0) > (vote.yes or 0) else ()
        if won:
            self._apply(won, "")
            self._apply_against(no if won is yes else yes, won)
        elif not gave:
            self.unclear.append(vote)

    def _meant(self, said: str, put: str = "") -> tuple[Meant, ...]:
        return meant_in(said, self.item, self.present, put)

    def _apply(self, means: Iterable[Meant], said: str) -> None:
        for each in means:
            if each.settled_today:
                self._reject(at for at in changing(self.item) if self.item.motions[at].supports in _DELAYS)
            elif each.proposal or any(self._approves(at) for at in each.motions):
                self._take_proposal(adopted=each.for_it, in_part=_IN_PART.search(said) is not None)
            else:
                self._take_motions(each)

    def _apply_against(self, lost: Iterable[Meant], won: Sequence[Meant]) -> None:
        kept = {at for each in won for at in each.motions}
        for each in lost:
            if each.for_it:
                self._reject(at for at in each.motions if at not in kept and not self._approves(at))

    def _approves(self, at: int) -> bool:
        return self.item.motions[at].supports is Support.APPROVAL

    def _take_proposal(self, *, adopted: bool, in_part: bool) -> None:
        self.proposal = adopted
        mine = [at for at in changing(self.item) if self.item.motions[at].supports in _COMPETES]
        if adopted and not in_part:
            self._reject(at for at in changing(self.item) if self.item.motions[at].supports in _COMPETES | _DELAYS)
        elif not adopted:
            self.fates.update({at: True for at in mine if self.item.motions[at].supports is Support.REJECTION})

    def _take_motions(self, meant: Meant) -> None:
        supports = {self.item.motions[at].supports for at in meant.motions}
        self.fates.update(dict.fromkeys(meant.motions, meant.for_it))
        if not meant.for_it:
            return
        whole = any(not _IN_PART.search(self.item.motions[at].text) for at in meant.motions)
        if supports & _DELAYS or (supports & {Support.REJECTION} and whole):
            self.proposal = False
            self._reject(at for at in changing(self.item) if at not in meant.motions)
        elif supports & _COMPETES:
            others = (at for at in changing(self.item) if at not in meant.motions and not _IN_PART.search(self.item.motions[at].text))
            self._reject(at for at in others if self.item.motions[at].supports in _DELAYS | {Support.REJECTION})

    def _reject(self, motions: Iterable[int]) -> None:
        self.fates.update(dict.fromkeys(motions, False))
