"""What persons have done to a review by hand, as the first page of each report tells it."""

from __future__ import annotations

from lydelse.model.message import Message
from lydelse.model.review import Review
from lydelse.reports.wording import say


def by_hand_in_words(review: Review, language: str) -> tuple[str, ...]:
    """Return how many findings persons have handled, and how many of those are found no more; nothing where nobody has."""
    told = {"report.handled.count": len(review.handled_findings), "report.handled.gone": len(review.handled_and_gone)}
    return tuple(say(Message(key, {"n": count}), language) for key, count in told.items() if count)
