"""Motions (yrkanden) and what became of them: whether one explains that a decision is not the proposal."""

from __future__ import annotations

import re

from lydelse.checks.minutes.proposals import Pair
from lydelse.checks.minutes.wordings import wording_of
from lydelse.model.minutes import Item, Motion, Outcome, Support

ENOUGH = 0.7
"""How many of a new point's words must stand in a motion for the motion to explain it."""
_CHANGING = frozenset(Support) - {Support.APPROVAL, Support.UNKNOWN}
_TAKES_OUT = re.compile(r"\b(?:utgår|utgå|stryk\w*|tas\s+bort|ta\s+bort|avslag|avslå\w*)\b", re.IGNORECASE)
_REFERS = re.compile(r"återremit\w*|återremiss\w*", re.IGNORECASE)
_POSTPONES = re.compile(
    r"bordlägg\w*|bordlades|utgår\s+från\s+(?:dag|föredragning)\w*|tas\s+upp\s+(?:på|vid)\s+(?:nästa|ett\s+kommande)", re.IGNORECASE
)
_REJECTS = re.compile(r"^(?:\W*(?:att\s+)?avslå\w*|.{0,80}\bavslås)\b", re.IGNORECASE)
_FINDS_CHANGE = re.compile(r"\b(?:finner|beslutar|bifaller|bifalls)\b.*\b\w*(?:yrkande|ändring|tillägg)", re.IGNORECASE | re.DOTALL)
_REJECTED = re.compile(r"\bavsl\w+", re.IGNORECASE)


def motions_left(item: Item) -> tuple[Motion, ...]:
    """Return the motions that were not taken back."""
    return tuple(motion for motion in item.motions if not motion.withdrawn)


def motions_that_change(item: Item) -> tuple[Motion, ...]:
    """Return the motions that ask for something else than the proposal."""
    return tuple(motion for motion in motions_left(item) if motion.supports in _CHANGING)


def may_be_adopted(item: Item) -> bool:
    """Tell whether a motion may have been adopted, by what the order of propositions tells; where it tells nothing, any may."""
    if any(_FINDS_CHANGE.search(passage.text) and not _REJECTED.search(passage.text) for passage in item.order):
        return True
    told = set(item.outcomes) - {Outcome.UNKNOWN}
    return not told or bool(told & {Outcome.MOTION, Outcome.VOTE, Outcome.REFERRAL, Outcome.REJECTION}) or Outcome.UNKNOWN in item.outcomes


def is_adopted(item: Item) -> bool:
    """Tell whether all that the order of propositions tells is that the only motion was adopted, which asks for something else."""
    return len(motions_left(item)) == 1 == len(motions_that_change(item)) and set(item.outcomes) == {Outcome.MOTION}


def explaining(pair: Pair, item: Item) -> Motion | None:
    """Return a motion whose words the difference of a pair is, None where there is none."""
    return next((motion for motion in motions_that_change(item) if _explains(motion, pair)), None)


def procedure_of(text: str) -> Support | None:
    """Return what a decision about how the matter goes on is: a referral back, a postponement, a rejection; None for any other."""
    plain = " ".join(text.split())
    if _REFERS.search(plain):
        return Support.REFERRAL
    if _POSTPONES.search(plain):
        return Support.POSTPONEMENT
    return Support.REJECTION if _REJECTS.search(plain) else None


def _explains(motion: Motion, pair: Pair) -> bool:
    if pair.decided is None:
        return motion.supports is Support.REJECTION or _TAKES_OUT.search(motion.text) is not None
    words = set(wording_of(motion.text).keys) | {key for point in motion.points for key in wording_of(point.text).keys}
    if pair.proposed is None:
        keys = wording_of(pair.decided.text).keys
        return sum(key in words for key in keys) >= ENOUGH * len(keys)
    added = [key for each in pair.held.unlike for key in wording_of(each.other).keys]
    return all(key in words for key in added) and (bool(added) or _TAKES_OUT.search(motion.text) is not None)
