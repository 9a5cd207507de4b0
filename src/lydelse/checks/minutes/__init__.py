"""The checks of minutes and the papers that lie with them: what the rules about one document find, and what only several tell."""

from __future__ import annotations

from collections.abc import Collection

from lydelse.checks import Checked, check, chosen, in_order
from lydelse.checks.minutes.catalogue import MINUTES_CATALOGUE
from lydelse.checks.minutes.links import case_links
from lydelse.checks.minutes.subject import MinutesSubject
from lydelse.checks.uncertain import lowered_where_uncertain
from lydelse.model.finding import Finding
from lydelse.model.review import Confirmed

__all__ = ["MINUTES_CATALOGUE", "MinutesSubject", "case_links", "check_minutes"]


def check_minutes(subject: MinutesSubject, select: Collection[str] = (), ignore: Collection[str] = ()) -> Checked:
    """Let the rules about one document look at each, and those about several at all of them together.

    The findings stand document by document, in the order in which the documents were given, each document's in its order.

    Args:
        subject: the documents.
        select: codes or beginnings of codes; every rule where none is given.
        ignore: codes or beginnings of codes to leave out.
    """
    checked = [check(each, select, ignore) for each in subject.subjects]
    together = [each for rule in chosen(MINUTES_CATALOGUE, select, ignore) for each in rule(subject)]
    findings: list[Finding] = []
    read = [each.document for each in subject.minutes]
    for (minutes, one), alone in zip(subject.pairs, checked, strict=True):
        mine = [each for each in together if isinstance(each, Finding) and each.passages[0].document == minutes.name]
        findings.extend(in_order(dict.fromkeys((*alone.findings, *lowered_where_uncertain(mine, read))), one))
    holding = [each for each in together if isinstance(each, Confirmed)]
    return Checked(tuple(dict.fromkeys(findings)), (*(each for alone in checked for each in alone.confirmed), *holding))
