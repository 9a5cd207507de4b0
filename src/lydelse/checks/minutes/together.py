"""What the rules say of documents that are read together: of each by itself, and of all."""

from __future__ import annotations

from lydelse.checks import CATALOGUE, Subject, chosen, coverage
from lydelse.checks.minutes import MINUTES_CATALOGUE, MinutesSubject, case_links, check_minutes
from lydelse.model.minutes import Minutes
from lydelse.model.minutes_review import MinutesReview
from lydelse.model.wishes import Wishes
from lydelse.records import replace


def checked_together(minutes: tuple[Minutes, ...], subjects: tuple[Subject, ...], wishes: Wishes) -> MinutesReview:
    """Return what the rules that are wished for find in minutes and their papers, of which ``subjects`` are the figures."""
    subject = MinutesSubject(minutes, subjects)
    checked = check_minutes(subject, wishes.select, wishes.ignore)
    off = [rule.code for rule in CATALOGUE if rule not in chosen(CATALOGUE, wishes.select, wishes.ignore)]
    off += [rule.code for rule in MINUTES_CATALOGUE if rule not in chosen(MINUTES_CATALOGUE, wishes.select, wishes.ignore)]
    unread = (replace(said, document=each.name) for each in minutes for said in (*each.document.unread, *each.unread))
    return MinutesReview(
        minutes,
        findings=checked.findings,
        confirmed=checked.confirmed,
        coverage=coverage(subjects, checked.findings),
        unread=tuple(dict.fromkeys(unread)),
        chains=case_links(subject),
        rules_off=tuple(off),
    )
