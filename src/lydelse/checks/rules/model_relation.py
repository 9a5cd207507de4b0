"""M601: a relation of the calculation model that does not hold."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lydelse.checks.arithmetic import figure_of
from lydelse.checks.declared_arithmetic import DECIMALS_OF_A_MEAN, in_printed_unit, laid_out, made_of
from lydelse.checks.mismatch import mismatches, passages_of, suggestion_of, was_obeyed
from lydelse.checks.rule import Details, Subject, rule
from lydelse.figures.spelling import in_unit, spelled
from lydelse.model.amount import Amount
from lydelse.model.calculation import Outcome, RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.formula import Balanced, Uprated, WeightedMean, WeightedTotal
from lydelse.model.message import Fact


@rule("M601", "model-relation", Severity.ERROR)
def model_relation(subject: Subject) -> Iterator[Finding]:
    """Yield the relations of the model that the later version's figures break."""
    for outcome in mismatches(subject, RelationKind.DECLARED):
        match outcome.relation.formula:
            case Balanced(tested=tested):
                yield _equation(subject, outcome, is_solved=bool(tested))
            case WeightedMean() as formula:
                yield _mean(subject, outcome, formula)
            case WeightedTotal():
                yield model_relation.finding(
                    *passages_of(outcome)[:2], facts=_facts(subject, outcome), case="total", details=_details(outcome)
                )
            case Uprated() as formula:
                yield _index(subject, outcome, formula)
            case None:
                continue


def _equation(subject: Subject, outcome: Outcome, *, is_solved: bool) -> Finding:
    if not is_solved:
        facts = {**outcome.relation.wording.facts, "section": subject.heading(outcome.relation.place), "arithmetic": laid_out(outcome)}
        return model_relation.finding(*passages_of(outcome), facts=facts, case="sides", details=Details(laid_out(outcome)))
    case = "obeyed" if was_obeyed(subject, outcome.relation) else ""
    details = _details(outcome, suggestion_of(subject, outcome))
    return model_relation.finding(*passages_of(outcome), facts=_facts(subject, outcome), case=case, details=details)


def _mean(subject: Subject, outcome: Outcome, formula: WeightedMean) -> Finding:
    """Return the finding of weights that do not have the mean that they must have, with what that is in kronor where a total is known."""
    facts = {
        **outcome.relation.wording.facts,
        "section": subject.heading(outcome.relation.place),
        "found": in_unit(formula.mean + outcome.difference, 1, DECIMALS_OF_A_MEAN),
        "rounding": in_unit(_explained(outcome), 1, DECIMALS_OF_A_MEAN),
    }
    details = Details(laid_out(outcome))
    total = _total_of(subject, formula.population)
    if total is None:
        return model_relation.finding(*passages_of(outcome), facts=facts, case="mean", details=details)
    money = in_printed_unit(total.exactly * outcome.difference / formula.mean, total)
    facts |= {"money": money, "unit": f" {total.unit}".rstrip(), "total": figure_of(total)}
    return model_relation.finding(*passages_of(outcome), facts=facts, case="mean.money", details=details)


def _total_of(subject: Subject, population: str) -> Amount | None:
    """Return the total that the weights of a population divide, None where the model does not say or the document does not state it."""
    held = subject.calculation.against_model
    declared = next((each for each in held.model.populations if each.name == population), None) if held else None
    if held is None or declared is None:
        return None
    return next((bound.entry.after for bound in held.bound if bound.quantity.name == declared.total), None)


def _index(subject: Subject, outcome: Outcome, formula: Uprated) -> Finding:
    before = outcome.relation.whole.before
    assert before is not None, "an index is tested where both versions state the figure"
    facts = {**_facts(subject, outcome), "before": figure_of(before)}
    case = "index.volume" if formula.heads else "index"
    return model_relation.finding(*passages_of(outcome), facts=facts, case=case, details=_details(outcome))


def _facts(subject: Subject, outcome: Outcome) -> dict[str, Fact]:
    """Return what a sentence holds about a figure that is not what the model makes of the others, in the unit that it is printed in."""
    whole = _whole(outcome)
    return {
        **outcome.relation.wording.facts,
        "section": subject.heading(outcome.relation.place),
        "arithmetic": laid_out(outcome),
        "found": figure_of(whole),
        "made": made_of(outcome),
        "unit": f" {whole.unit}".rstrip(),
        "difference": in_printed_unit(outcome.difference, whole),
        "rounding": in_printed_unit(_explained(outcome), whole),
    }


def _details(outcome: Outcome, suggestion: str = "") -> Details:
    whole = _whole(outcome)
    return Details(laid_out(outcome), figure_of(whole), f"{spelled(made_of(outcome))} {whole.unit}".strip(), suggestion)


def _whole(outcome: Outcome) -> Amount:
    whole = outcome.relation.whole.amount(outcome.version)
    assert whole is not None, "an outcome is of a version that states the whole"
    return whole


def _explained(outcome: Outcome) -> Fraction:
    """Return the largest difference that the rounding of the printed figures can make."""
    return ((outcome.found.width or Fraction(0)) + (outcome.expected.width or Fraction(0))) / 2
