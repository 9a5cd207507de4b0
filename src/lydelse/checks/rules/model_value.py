"""M603: a figure of the document that is not the workbook's, rounded as printed."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from lydelse.checks.arithmetic import decimals_of, figure_of
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.figures.spelling import in_unit, spelled
from lydelse.model.against_model import AgainstModel, ValueDiffers
from lydelse.model.amount import Amount
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.place import Place

_EXTRA_DECIMALS = 3
"""How many decimals more than the printed figure's a workbook's value is shown with at most."""


@rule("M603", "model-value", Severity.ERROR)
def model_value(subject: Subject) -> Iterator[Finding]:
    """Yield the figures of the later version that are not what the workbook holds."""
    held = subject.calculation.against_model
    if held:
        yield from (_differs(subject, held, differing) for differing in held.differing)


def _differs(subject: Subject, held: AgainstModel, differing: ValueDiffers) -> Finding:
    bound, saved = differing.bound, differing.bound.quantity.saved
    amount = bound.entry.amount(differing.version)
    assert amount is not None, "a value is held against a figure that the version states"
    assert saved is not None, "only a quantity with a cell is held against the workbook"
    value = f"{spelled(_shown(differing.saved, amount))} {amount.unit}".strip()
    facts: dict[str, Fact] = {
        "section": subject.heading(bound.entry.place),
        "name": bound.quantity.name,
        "printed": figure_of(amount),
        "workbook": held.model.workbook,
        "cell": saved.address,
        "value": value,
        "rounded": f"{spelled(in_unit(differing.saved, amount.scale, decimals_of(amount)))} {amount.unit}".strip(),
        "factor": _factor(differing.factor),
    }
    return model_value.finding(
        passage_of(bound.entry, differing.version),
        Passage(Place(), saved.address, held.model.workbook),
        facts=facts,
        case="scale" if differing.factor else "",
        details=Details(found=figure_of(amount), expected=value),
    )


def _shown(value: Fraction, like: Amount) -> Decimal:
    """Return a workbook's value in the unit of the printed figure, with as few decimals as hold it, up to a few more than printed."""
    least = decimals_of(like)
    for decimals in range(least, least + _EXTRA_DECIMALS):
        shown = in_unit(value, like.scale, decimals)
        if Fraction(shown) * like.scale == value:
            return shown
    return in_unit(value, like.scale, least + _EXTRA_DECIMALS)


def _factor(factor: Fraction) -> Decimal:
    """Return how many times larger the one is than the other."""
    larger = max(factor, 1 / factor) if factor else Fraction(0)
    return Decimal(larger.numerator)
