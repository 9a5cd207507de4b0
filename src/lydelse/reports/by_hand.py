"""What persons have done to a review by hand, as the first page of each report tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lydelse.model.corrections import Corrected
from lydelse.model.message import Message
from lydelse.model.review import Review
from lydelse.reports.wording import say

if TYPE_CHECKING:
    from lydelse.model.minutes_review import MinutesReview


def by_hand_in_words(review: Review, language: str) -> tuple[str, ...]:
    """Return what persons have corrected, how many findings they have handled and how many of those are found no more."""
    corrected = (_corrected(each, language) for comparison in review.comparisons for each in comparison.corrected)
    return (*corrected, *handled_in_words(review, language))


def handled_in_words(review: Review | MinutesReview, language: str) -> tuple[str, ...]:
    """Return how many findings persons have handled, and how many of those are found no more."""
    told = {"report.handled.count": len(review.handled_findings), "report.handled.gone": len(review.handled_and_gone)}
    return tuple(say(Message(key, {"n": count}), language) for key, count in told.items() if count)


def _corrected(corrected: Corrected, language: str) -> str:
    said, page = say(corrected.message, language), corrected.place.page
    if page is None:
        return say(Message("report.corrected", {"said": said}), language)
    return say(Message("report.corrected.page", {"said": said, "page": page}), language)
