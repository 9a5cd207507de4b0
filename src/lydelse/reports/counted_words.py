"""How much of the money in a document the parts of a unit's reimbursement take in, in words: the same wherever it is told."""

from __future__ import annotations

from lydelse.model.impact_coverage import Counted, Uncounted, UncountedKind
from lydelse.model.message import Message
from lydelse.reports.wording import say

MOST_SECTIONS = 20


def counted_in_words(counted: Counted, language: str) -> str:
    """Return how much the parts take in, and the sections in which they leave something out."""
    key = "counted.some" if counted.left_out else "counted.all"
    told = say(Message(key, {"amounts": counted.amounts, "counted": counted.counted}), language)
    if not counted.left_out:
        return told
    sections = [
        say(Message("counted.section" if section else "counted.no-section", {"section": section, "n": count}), language)
        for section, count in counted.sections
    ]
    more = len(sections) - MOST_SECTIONS
    shown = (*sections[:MOST_SECTIONS], *([say(Message("counted.more", {"n": more}), language)] if more > 0 else []))
    return f"{told} {say(Message('counted.left-out', {'sections': shown}), language)}"


def left_out_in_words(each: Uncounted, language: str) -> str:
    """Return one thing that is left out: an amount with its label, or the sentence that pays what something costs."""
    kind = "costs" if each.kind is UncountedKind.COSTS else "amount"
    return say(Message(f"counted.{kind}", {"text": each.text, "label": each.label}), language).strip()
