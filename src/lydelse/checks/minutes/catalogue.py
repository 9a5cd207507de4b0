"""The rules about several documents that are in force, to be read from top to bottom."""

from __future__ import annotations

from lydelse.checks.minutes.rules.contradiction_across import contradiction_across
from lydelse.checks.minutes.rules.decision_differs import decision_differs
from lydelse.checks.minutes.rules.decision_reference import decision_reference
from lydelse.checks.minutes.rules.effect_without_point import effect_without_point
from lydelse.checks.minutes.rules.motion_and_total import motion_and_total
from lydelse.checks.minutes.rules.order_of_decisions import order_of_decisions
from lydelse.checks.minutes.rules.papers_and_list import papers_and_list
from lydelse.checks.minutes.rules.votes_and_decision import votes_and_decision
from lydelse.checks.minutes.subject import MinutesSubject
from lydelse.checks.rule import Rule

MINUTES_CATALOGUE: tuple[Rule[MinutesSubject], ...] = (
    contradiction_across,
    decision_differs,
    decision_reference,
    effect_without_point,
    order_of_decisions,
    papers_and_list,
    votes_and_decision,
    motion_and_total,
)
