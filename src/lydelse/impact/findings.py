"""What working a proposal out for units finds: sums that are not the stated totals, and units that no row of a table is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from lydelse.figures.spelling import in_unit, spelled
from lydelse.impact.thresholds import gaps_met
from lydelse.model.calculation import Verdict
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.impact import Reading, SumHeld
from lydelse.model.message import Fact, Message
from lydelse.model.place import Place
from lydelse.model.text import Version

if TYPE_CHECKING:
    from lydelse.impact.assembling import Measured

UNITS_SUM = "M605"
UNIT_WITHOUT_ROW = "M606"
MOST_NAMED = 5


def findings_of(reading: Reading) -> Iterator[Finding]:
    """Yield the sums over all units that are further from the stated total than rounding explains."""
    for held in reading.sums:
        if held.verdict is Verdict.INCONSISTENT:
            yield _not_the_total(held)


def _not_the_total(held: SumHeld) -> Finding:
    scale = held.entry.stated.scale if held.entry else 1
    unit = held.entry.stated.unit if held.entry else "kr"
    found, stated, difference, room = (in_unit(value, scale) for value in (held.found.made, held.stated.made, held.difference, held.room))
    facts: dict[str, Fact] = {
        "title": held.component.title,
        "section": held.component.section,
        "found": found,
        "stated": stated,
        "difference": difference,
        "room": room,
        "unit": unit,
        "year": str(held.year or ""),
    }
    place = held.entry.place if held.entry else Place(held.component.section)
    key = "M605" if held.year else f"M605.{held.version.value}"
    stated_there = held.entry.amount(held.version) if held.entry else None
    passage = Passage(place, stated_there.literal if stated_there else "")
    shown = (f"{spelled(found)} {unit}", f"{spelled(stated)} {unit}")
    return Finding(UNITS_SUM, "units-sum", Severity.WARNING, Message(key, facts), (passage,), found=shown[1], expected=shown[0])


def gap_findings(measured: Measured, answers: Mapping[str, str]) -> Iterator[Finding]:
    """Yield the gaps of tables that units fall in: which row is meant is a question to the document."""
    evaluator = measured.evaluator(Version.AFTER, answers)
    for gap, names in gaps_met(evaluator, measured.paid):
        weights = evaluator.stated.tables[gap.table]
        facts: dict[str, Fact] = {
            "section": weights.section,
            "value": Decimal(gap.value.numerator) / Decimal(gap.value.denominator),
            "before": gap.before.bracket.literal,
            "after": gap.after.bracket.literal,
            "weight_before": gap.before.literal,
            "weight_after": gap.after.literal,
            "n": len(names),
            "units": names[:MOST_NAMED],
        }
        passages = tuple(Passage(row.place, row.bracket.literal) for row in (gap.before, gap.after))
        yield Finding(UNIT_WITHOUT_ROW, "unit-without-row", Severity.QUESTION, Message("M606", facts), passages)
