"""Decisions that only refer to a proposal or a motion: what they come to, point by point where that can be said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lydelse.checks.minutes.meant import Meant, meant_in
from lydelse.checks.minutes.moved import movable_in, moved_by
from lydelse.checks.minutes.proposals import Pair, Proposal, named, pairs_of, said_as_proposed
from lydelse.checks.minutes.settled import Settled
from lydelse.checks.minutes.subject import MinutesSubject, Told, passage
from lydelse.checks.minutes.wordings import Closeness, Unlike
from lydelse.model.finding import Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.minutes import Motion, Point, Support
from lydelse.patterns import compiled
from lydelse.records import dataclass

SHOWN_AT_MOST = 120
SHOWN_OF_A_MOTION = 300
_OBJECT = compiled(r"\bbifall\w*\s+(?:till\s+)?(?P<whose>(?:[\w-]+\s+){0,5}?)\w*förslag", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Came:
    """What a decision that refers comes to: which of the rule's sentences says it, with its facts and passages.

    ``severity`` is None where it holds.
    """

    case: str
    severity: Severity | None
    facts: dict[str, Fact]
    at: tuple[Passage, ...]


def by_reference(subject: MinutesSubject, told: Told, decided: Point, proposals: Sequence[Proposal], settled: Settled) -> Came:
    """Return what a decision that refers to a proposal or a motion comes to."""
    item = told.item
    facts: dict[str, Fact] = {"where": subject.called(told.minutes, item), "text": shortened(decided.text)}
    here = at_point(told, decided)
    means = meant_in(decided.text, item, told.minutes.attendance)
    moved = [item.motions[at] for each in means for at in each.motions]
    changing = [motion for motion in moved if motion.supports not in {Support.APPROVAL, Support.UNKNOWN}]
    if len(changing) == 1 and all(each.for_it for each in means):
        return as_moved(subject, told, changing[0], proposals[-1], settled, here)
    if changing or (not means and said_as_proposed([decided]) is None):
        return Came("refers", Severity.INFO, facts, (here,))
    proposal = named(_whose(decided, moved, means), proposals)
    if settled.adopted:
        at = (here, *(passage(told.minutes, motion.place, motion.text) for motion in settled.adopted))
        return Came("moved.instead", Severity.WARNING, facts | {"motion": _said(settled.adopted[0])}, at)
    if proposal is None:
        return Came("refers", Severity.INFO, facts, (here,))
    facts |= {"source": source_of(subject, told, proposal), "count": len(proposal.points)}
    if not item.motions_understood:
        motion = next(each for each in item.motions if each.supports is Support.UNKNOWN)
        return Came("not-understood.refers", Severity.INFO, facts, (here, passage(told.minutes, motion.place, motion.text)))
    if settled.open:
        return Came("open.refers", Severity.INFO, facts, (here, *(passage(told.minutes, each.place, each.text) for each in settled.open)))
    return Came("as-proposed", None, facts, (here, *(at_point(proposal.told, point) for point in proposal.points)))


def as_moved(subject: MinutesSubject, told: Told, motion: Motion, proposal: Proposal, settled: Settled, here: Passage) -> Came:
    """Return what a decision that is a motion comes to: what the motion changes in the proposal, and whether it was adopted."""
    changes = tuple(changes_of(motion, proposal))
    facts: dict[str, Fact] = {
        "where": subject.called(told.minutes, told.item),
        "motion": _said(motion),
        "source": source_of(subject, told, proposal),
        "differences": changes,
    }
    at = (here, passage(told.minutes, motion.place, motion.text))
    if motion in settled.rejected:
        return Came("moved.rejected", Severity.ERROR, facts, at)
    others = [each for each in settled.adopted if each is not motion]
    if others:
        return Came("moved.other", Severity.WARNING, facts | {"other": _said(others[0])}, at)
    case = "as-moved.changes" if changes else "as-moved"
    return Came(case, None, facts, at) if motion in settled.adopted else Came(f"{case}.open", Severity.INFO, facts, at)


def as_amended(subject: MinutesSubject, told: Told, proposal: Proposal, pairs: Sequence[Pair], settled: Settled) -> Came:
    """Return what a decision comes to that is the proposal with what adopted motions change in it."""
    unlike = [each for pair in pairs for each in pair.held.unlike]
    facts: dict[str, Fact] = {
        "where": subject.called(told.minutes, told.item),
        "source": source_of(subject, told, proposal),
        "motion": _said(settled.adopted[0]),
        "differences": tuple(shown(each) for each in unlike) or tuple(shortened(pair.shown.text) for pair in pairs if not pair.held.unlike),
    }
    at = [at_point(told, point) for point in told.item.decision]
    return Came("amended", None, facts, (*at, *(passage(told.minutes, each.place, each.text) for each in settled.adopted)))


def changes_of(motion: Motion, proposal: Proposal) -> list[str]:
    """Return what a motion changes in a proposal, point by point, as far as that can be said: its points, or else its figures."""
    if motion.points:
        pairs = pairs_of(proposal.points, motion.points)
        if any(pair.proposed and pair.decided for pair in pairs):
            return [said for pair in pairs if (said := _pair_said(pair))]
    return [f"{_number(each.point)}{shown(each.unlike)}" for each in moved_by(motion, proposal.points, movable_in(proposal.points))]


def source_of(subject: MinutesSubject, told: Told, proposal: Proposal) -> str:
    """Return what a sentence calls a proposal: its heading within its own item, else its document."""
    if proposal.told.minutes is told.minutes:
        return proposal.heading
    return subject.called(proposal.told.minutes, proposal.told.item)


def shown(unlike: Unlike) -> str:
    """Return two wordings as a sentence shows them."""
    if unlike.one and unlike.other:
        return f"”{unlike.one}” → ”{unlike.other}”"
    return f"+ ”{unlike.other}”" if unlike.other else f"− ”{unlike.one}”"


def shortened(text: str, most: int = SHOWN_AT_MOST) -> str:
    """Return a text on one line, its end left out where it is long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most - 3].rsplit(' ', 1)[0]} …"


def at_point(told: Told, point: Point) -> Passage:
    """Return where a point stands."""
    return passage(told.minutes, point.place, point.text)


def _whose(decided: Point, moved: Sequence[Motion], means: Sequence[Meant]) -> str:
    """Return whose proposal is meant: the one that the decision names, or that the motion it names approves of."""
    if moved:
        match = _OBJECT.search(moved[0].text)
        return match["whose"].strip() if match else ""
    said = said_as_proposed([decided])
    return said if said is not None else next((each.whose for each in means if each.proposal), "")


def _pair_said(pair: Pair) -> str:
    if pair.decided is None:
        return ""  # a motion that lists only its own points leaves the others as they are
    if pair.proposed is None:
        return f"+ ”{shortened(pair.decided.text)}”"
    if pair.held.closeness <= Closeness.FORMAL:
        return ""
    return _number(pair.proposed) + ", ".join(shown(each) for each in pair.held.unlike)


def _number(point: Point) -> str:
    return f"{point.number}: " if point.number is not None else ""


def _said(motion: Motion) -> str:
    return shortened(motion.text, SHOWN_OF_A_MOTION)
