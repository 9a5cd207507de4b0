"""K503: a decision that is not the proposal, where no adopted motion explains it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.checks.minutes.adopted import asked_for, explaining, may_be_adopted, procedure_of
from lydelse.checks.minutes.meant import changing
from lydelse.checks.minutes.proposals import (
    Pair,
    Proposal,
    decided_in,
    handed_on,
    is_all_the_same,
    only_refers,
    pairs_of,
    proposals_in,
    said_as_moved,
    said_as_proposed,
)
from lydelse.checks.minutes.referred import Came, as_amended, as_moved, at_point, by_reference, shortened, shown, source_of
from lydelse.checks.minutes.settled import Settled, settled_in
from lydelse.checks.minutes.subject import MinutesSubject, Told, passage
from lydelse.checks.minutes.wordings import Closeness, Unlike
from lydelse.checks.rule import Details, rule
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.minutes import Item, Motion, Point, Support
from lydelse.model.review import Confirmed

RECOGNISED = 0.5
"""How many points of another document's proposal must be found in a decision for the one to be of the other."""


@rule("K503", "decision-differs", Severity.ERROR)
def decision_differs(subject: MinutesSubject) -> Iterator[Finding | Confirmed]:
    """Yield the points in which a decision is not the proposal; confirm the decisions that are, where every motion was understood."""
    for told in subject.items:
        decided, proposals = decided_in(told), proposals_in(told)
        if decided and proposals:
            yield from _within(subject, told, decided, proposals)
        handed = handed_on(subject, told)
        for proposal in handed:
            yield from _across(subject, told, proposal, is_only_one=len(handed) == 1)


def _within(
    subject: MinutesSubject, told: Told, decided: tuple[Point, ...], proposals: Sequence[Proposal]
) -> Iterator[Finding | Confirmed]:
    settled = settled_in(told.minutes, told.item)
    if said_as_moved(decided) is not None or said_as_proposed(decided) is not None:
        yield _coming(by_reference(subject, told, decided[0], proposals, settled), told)
        return
    compared = [(proposal, pairs_of(proposal.points, decided)) for proposal in proposals]
    fitting = next((each for each in compared if is_all_the_same(each[1])), None)
    if fitting:
        yield from _the_same(subject, told, settled, *fitting)
        return
    moved = next((motion for motion in settled.adopted if motion.points and is_all_the_same(pairs_of(motion.points, decided))), None)
    if moved:
        yield _coming(as_moved(subject, told, moved, proposals[-1], settled, at_point(told, decided[0])), told)
        return
    procedure = procedure_of(" ".join(point.text for point in decided)) if len(decided) == 1 else None
    if procedure:
        if not asked_for(told.item, procedure) and told.item.motions_understood:
            yield _finding(subject, told, proposals[0], Pair(None, decided[0], compared[0][1][0].held), "procedure", Severity.QUESTION)
        return
    if only_refers(decided) and not any(pair.proposed for pair in compared[-1][1] if pair.decided):
        facts: dict[str, Fact] = {"where": subject.called(told.minutes, told.item), "text": shortened(decided[0].text)}
        yield decision_differs.finding(at_point(told, decided[0]), facts=facts, case="refers", severity=Severity.INFO)
        return
    proposal, pairs = min(compared, key=lambda each: sum(pair.held.closeness for pair in each[1]))
    judged = [each for pair in pairs for each in _judged(subject, told, proposal, pair, settled)]
    yield from judged
    if not judged and settled.adopted and told.item.motions_understood:
        yield _coming(as_amended(subject, told, proposal, pairs, settled), told)


def _coming(came: Came, told: Told) -> Finding | Confirmed:
    if came.severity is None:
        return decision_differs.confirmed(*came.at, facts=came.facts, document=told.minutes.name, case=came.case)
    return decision_differs.finding(*came.at, facts=came.facts, case=came.case, severity=came.severity)


def _the_same(
    subject: MinutesSubject, told: Told, settled: Settled, proposal: Proposal, pairs: Sequence[Pair]
) -> Iterator[Finding | Confirmed]:
    """Confirm a decision that is the proposal, unless a motion was adopted; say where it is not known what became of the motions."""
    facts: dict[str, Fact] = {"where": subject.called(told.minutes, told.item), "source": source_of(subject, told, proposal)}
    if settled.adopted:
        at = [at_point(told, pairs[0].shown), passage(told.minutes, settled.adopted[0].place, settled.adopted[0].text)]
        yield decision_differs.finding(*at, facts=facts, case="motion", severity=Severity.WARNING)
    elif not told.item.motions_understood:
        motion = next(each for each in told.item.motions if each.supports is Support.UNKNOWN)
        at = [at_point(told, pairs[0].shown), passage(told.minutes, motion.place, motion.text)]
        yield decision_differs.finding(*at, facts=facts, case="not-understood", severity=Severity.INFO)
    elif settled.open or (settled.unclear and settled.proposal is not True and changing(told.item)):
        at = [at_point(told, pairs[0].shown), *(passage(told.minutes, motion.place, motion.text) for motion in settled.open)]
        yield decision_differs.finding(*at, facts=facts, case="open", severity=Severity.INFO)
    else:
        yield _confirmed(subject, told, proposal, pairs, "formal" if _unlike(pairs) else "holds")


def _judged(subject: MinutesSubject, told: Told, proposal: Proposal, pair: Pair, settled: Settled) -> Iterator[Finding]:
    if pair.held.closeness <= Closeness.FORMAL:
        return
    explained = explaining(pair, settled)
    if explained and may_be_adopted(explained, settled):
        return
    kind = "missing" if pair.decided is None else "added" if pair.proposed is None else "changed"
    if explained:
        yield _finding(subject, told, proposal, pair, f"{kind}.rejected", Severity.QUESTION)
    elif not told.item.motions_understood:
        yield _finding(subject, told, proposal, pair, f"{kind}.motions", Severity.QUESTION)
    elif pair.held.closeness is Closeness.DOUBTFUL:
        yield _finding(subject, told, proposal, pair, "doubtful", Severity.QUESTION)
    else:
        yield _finding(subject, told, proposal, pair, f"{kind}.moved" if settled.adopted else kind, Severity.ERROR, settled.adopted)


def _across(subject: MinutesSubject, told: Told, proposal: Proposal, *, is_only_one: bool) -> Iterator[Finding | Confirmed]:
    """Hold what an item proposes, or decides where it shows no proposal, against the proposal that it was handed.

    Where the record says that the proposal was adopted, and there is but one, other figures than its own are a mistake.
    """
    own = proposals_in(told)
    points = own[-1].points if own else decided_in(told)
    pairs = pairs_of(proposal.points, points)
    found = [pair for pair in pairs if pair.proposed and pair.decided]
    is_another = len(found) < RECOGNISED * len(proposal.points) and not is_all_the_same(pairs)
    if not points or is_another:
        return
    if any(is_all_the_same(pairs_of(proposal.points, each.points)) for each in own) or is_all_the_same(pairs):
        yield _confirmed(subject, told, proposal, pairs, "handed-on")
        return
    settled = settled_in(told.minutes, told.item)
    for pair in pairs:
        if pair.held.closeness is not Closeness.SAME and pair.held.closeness is not Closeness.FORMAL and not explaining(pair, settled):
            kind = "missing" if pair.decided is None else "added" if pair.proposed is None else "changed"
            adopted = is_only_one and not own and settled.proposal is True and not settled.adopted and told.item.motions_understood
            is_mistake = adopted and kind == "changed" and any(_has_figure(each) for each in pair.held.unlike)
            case = f"{kind}.across.adopted" if is_mistake else f"{kind}.across"
            yield _finding(subject, told, proposal, pair, case, Severity.ERROR if is_mistake else Severity.QUESTION)


def _finding(
    subject: MinutesSubject, told: Told, proposal: Proposal, pair: Pair, case: str, severity: Severity, motions: Sequence[Motion] = ()
) -> Finding:
    facts: dict[str, Fact] = {
        "where": subject.called(told.minutes, told.item),
        "point": _number(pair.decided, told.item) if pair.decided else _number(pair.proposed, proposal.told.item),
        "text": shortened(pair.shown.text),
        "source": source_of(subject, told, proposal),
        "differences": tuple(shown(each) for each in pair.held.unlike),
    }
    at = [at_point(told, pair.decided)] if pair.decided else []
    at += [at_point(proposal.told, pair.proposed)] if pair.proposed else []
    at += [] if pair.decided or not told.item.decision else [at_point(told, told.item.decision[0])]
    at += [passage(told.minutes, motion.place, motion.text) for motion in motions]
    found = "; ".join(each.other for each in pair.held.unlike)
    expected = "; ".join(each.one for each in pair.held.unlike)
    return decision_differs.finding(*at, facts=facts, case=case, severity=severity, details=Details(found=found, expected=expected))


def _confirmed(subject: MinutesSubject, told: Told, proposal: Proposal, pairs: Sequence[Pair], case: str) -> Confirmed:
    facts: dict[str, Fact] = {
        "where": subject.called(told.minutes, told.item),
        "source": source_of(subject, told, proposal),
        "count": len(proposal.points),
        "differences": tuple(shown(each) for each in _unlike(pairs)),
    }
    at = [at_point(told, point) for point in told.item.decision or told.item.proposal]
    at += [at_point(proposal.told, point) for point in proposal.points]
    return decision_differs.confirmed(*at, facts=facts, document=told.minutes.name, case=case)


def _has_figure(unlike: Unlike) -> bool:
    return any(sign.isdigit() for sign in unlike.one + unlike.other)


def _unlike(pairs: Sequence[Pair]) -> list[Unlike]:
    return [each for pair in pairs for each in pair.held.unlike]


def _number(point: Point | None, item: Item) -> int:
    """Return a point's number, its order where it has none."""
    if point is None:
        return 0
    if point.number is not None:
        return point.number
    points = item.decision if point in item.decision else item.proposal
    return points.index(point) + 1 if point in points else 1
