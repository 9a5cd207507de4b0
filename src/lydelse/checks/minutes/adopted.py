"""Motions (yrkanden) and what became of them: whether one explains that a decision is not the proposal."""

from __future__ import annotations

import re

from lydelse.checks.minutes.meant import changing
from lydelse.checks.minutes.proposals import Pair
from lydelse.checks.minutes.settled import Settled
from lydelse.checks.minutes.wordings import wording_of
from lydelse.model.minutes import Item, Motion, Point, Support
from lydelse.patterns import compiled

ENOUGH = 0.7
"""How many of a new point's words must stand in a motion for the motion to explain it."""
_TAKES_OUT = compiled(r"\b(?:utgår|utgå|stryk\w*|tas\s+bort|ta\s+bort|avslag|avslå\w*)\b", re.IGNORECASE)
_POINTS = compiled(r"\b(?:punkt(?:en|erna)?|att-sats(?:en)?)\s+(\d+(?:(?:\s*[,–-]\s*|\s+och\s+)\d+)*)", re.IGNORECASE)
_REFERS = compiled(r"återremit\w*|återremiss\w*", re.IGNORECASE)
_POSTPONES = compiled(
    r"bordlägg\w*|bordlades|utgår\s+från\s+(?:dag|föredragning)\w*|tas\s+upp\s+(?:på|vid)\s+(?:nästa|ett\s+kommande)", re.IGNORECASE
)
_REJECTS = compiled(r"^(?:\W*(?:att\s+)?avslå\w*|.{0,80}\bavslås)\b", re.IGNORECASE)


def explaining(pair: Pair, settled: Settled) -> Motion | None:
    """Return a motion whose words the difference of a pair is, one that was adopted before any other; None where there is none."""
    motions = (*settled.adopted, *settled.open, *settled.rejected)
    return next((motion for motion in motions if _explains(motion, pair)), None)


def may_be_adopted(motion: Motion, settled: Settled) -> bool:
    """Tell whether nothing that was understood says that a motion fell."""
    return motion not in settled.rejected


def asked_for(item: Item, procedure: Support) -> tuple[Motion, ...]:
    """Return the motions that ask for a referral back, a postponement or a rejection."""
    return tuple(item.motions[at] for at in changing(item) if item.motions[at].supports is procedure)


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
        return _takes_out(motion, pair.proposed)
    words = set(wording_of(motion.text).keys) | {key for point in motion.points for key in wording_of(point.text).keys}
    if pair.proposed is None:
        keys = wording_of(pair.decided.text).keys
        figures = all(key in words for key in keys if key.startswith("#"))
        return figures and sum(key in words for key in keys) >= ENOUGH * len(keys)
    added = [key for each in pair.held.unlike for key in wording_of(each.other).keys]
    return all(key in words for key in added) and (bool(added) or _takes_out(motion, pair.proposed))


def _takes_out(motion: Motion, point: Point | None) -> bool:
    """Tell whether a motion may be why a point, or words of it, are gone: all is rejected, or that very point is."""
    if not _TAKES_OUT.search(motion.text):
        return motion.supports is Support.REJECTION
    numbers = {int(number) for said in _POINTS.findall(motion.text) for number in re.findall(r"\d+", said)}
    return not numbers or point is None or point.number is None or point.number in numbers
