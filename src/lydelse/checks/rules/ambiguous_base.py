"""S110: a share whose base can be read in several ways that give different kronor."""

from __future__ import annotations

from collections.abc import Iterator

from lydelse.calculation.ledger import Ledger
from lydelse.calculation.open_shares import BaseReading, OpenShare, open_shares
from lydelse.checks.rule import Subject, rule
from lydelse.figures.spelling import in_unit, spelled
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Calculated, Fact
from lydelse.model.text import Version

DECIMALS = 1
"""How many decimals a computed amount is shown with, in the unit of the amount that it is a share of."""


@rule("S110", "ambiguous-base", Severity.QUESTION)
def ambiguous_base(subject: Subject) -> Iterator[Finding]:
    """Yield the shares of the later version whose base may be any of several amounts, with what each would give."""
    for each in open_shares(Ledger(subject.comparison), subject.calculation, subject.redline):
        yield _finding(subject, each)


def _finding(subject: Subject, each: OpenShare) -> Finding:
    reading = each.paragraph.reading(Version.AFTER)
    start, end = each.start, each.end
    text = reading.text[start:end].strip()
    passage = Passage(each.paragraph.place_of(*reading.marked_span(start, end)), text)
    facts: dict[str, Fact] = {
        "section": subject.heading(each.share.place),
        "text": text,
        "readings": tuple(_told(subject, option) for option in each.readings),
    }
    return ambiguous_base.finding(passage, facts=facts)


def _told(subject: Subject, option: BaseReading) -> str:
    """Return one reading in figures: "605 279 tkr (5.1 − 5.1.4) → 9 079,2 tkr"."""
    amount = option.base.stated
    of = " − ".join([subject.heading(option.base.place), *(subject.heading(entry.place) for entry in option.without)])
    total, gives = (in_unit(value, amount.scale, places) for value, places in ((option.total, 0), (option.gives, DECIMALS)))
    return Calculated(f"{spelled(total)} {amount.unit} ({of}) → {spelled(gives)} {amount.unit}")
