"""What becomes of motions at a meeting: what the chair puts and finds, and what a ballot is about."""

from __future__ import annotations

from enum import StrEnum

from lydelse.model.place import Place
from lydelse.records import dataclass


class Outcome(StrEnum):
    """What the chair found, as an order of propositions tells it.

    VOTE is that a vote was called, SETTLED_TODAY that nothing is referred back, COUNTER_PROPOSAL that a motion was chosen to be put
    against another.
    """

    PROPOSAL = "proposal"
    MOTION = "motion"
    REJECTION = "rejection"
    REFERRAL = "referral"
    VOTE = "vote"
    SETTLED_TODAY = "to be settled today"
    COUNTER_PROPOSAL = "counter-proposal"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one sentence says was found, by the chair or by a vote.

    ``said`` is what was found ("att nämnden beslutar enligt Bo Alms yrkande"), ``put`` what was put before it in the same sentence or in
    the one before, "" where nothing is told.
    """

    outcome: Outcome
    said: str
    put: str
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Ballot:
    """What a vote is about: what a yes stands for and what a no, in the text's words."""

    yes: str
    no: str
    text: str
    place: Place
