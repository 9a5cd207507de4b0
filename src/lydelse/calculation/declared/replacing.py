"""Declared relations beside the inferred ones: each takes the place of the one that says the same of the same figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lydelse.model.amount import AmountKind
from lydelse.model.calculation import Calculation, Outcome, Relation, RelationKind, Verdict
from lydelse.model.declared import names_in
from lydelse.model.formula import Balanced
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.records import replace

_REPLACEABLE = {RelationKind.SUM, RelationKind.SHARE, RelationKind.PRODUCT, RelationKind.EQUALITY, RelationKind.RATIO}


def put_beside(declared: Sequence[Relation], outcomes: Sequence[Outcome], calculation: Calculation) -> Calculation:
    """Return a calculation with declared relations and their outcomes, without the relations whose place they take.

    A share's own figure, "15 %", joins the figures of the equation that holds it as a number, so that it counts as tested.
    """
    replaced: dict[int, Relation] = {}
    ours, theirs = _versions_tested(outcomes), _versions_tested(calculation.outcomes)
    for relation in calculation.relations:
        versions = theirs.get(id(relation), set())
        taking = next((each for each in declared if _says_the_same(each, relation) and versions <= ours.get(id(each), set())), None)
        if taking:
            replaced[id(relation)] = taking
    kept = [relation for relation in calculation.relations if id(relation) not in replaced]
    still = [outcome for outcome in calculation.outcomes if id(outcome.relation) not in replaced]
    shares = {id(each): tuple(_shares_of(each, calculation.relations, replaced)) for each in declared}
    joined = {id(each): _joined_by(each, shares[id(each)]) for each in declared}
    tested = [replace(outcome, relation=joined[id(outcome.relation)]) for outcome in outcomes]
    return replace(calculation, relations=(*joined.values(), *kept), outcomes=(*tested, *still))


def _versions_tested(outcomes: Sequence[Outcome]) -> dict[int, set[Version]]:
    """Return the versions that each relation was tested in, by its identity: none is left untested by what takes its place."""
    tested: dict[int, set[Version]] = {}
    for outcome in outcomes:
        if outcome.verdict is not Verdict.NOT_TESTABLE:
            tested.setdefault(id(outcome.relation), set()).add(outcome.version)
    return tested


def _joined_by(relation: Relation, shares: tuple[Entry, ...]) -> Relation:
    """Return a relation with figures that its equation does not name, but holds as numbers."""
    formula = relation.formula
    if not shares or not isinstance(formula, Balanced):
        return relation
    nameless = replace(formula, names=(*formula.names, *("" for _ in shares)), exact=(*formula.exact, *(None for _ in shares)))
    return replace(relation, parts=(*relation.parts, *shares), formula=nameless)


def _shares_of(declared: Relation, inferred: Sequence[Relation], replaced: dict[int, Relation]) -> Iterator[Entry]:
    for relation in inferred:
        if replaced.get(id(relation)) is declared and relation.kind is RelationKind.SHARE:
            yield relation.parts[0]


def _says_the_same(declared: Relation, inferred: Relation) -> bool:
    """Tell whether a declared equation and an inferred relation are about the same figures, the same one of them being tested."""
    if inferred.kind not in _REPLACEABLE or not isinstance(declared.formula, Balanced):
        return False
    ours, theirs = _money(declared), _money(inferred)
    if ours != theirs:
        return False
    if inferred.kind is RelationKind.RATIO:
        return True
    if declared.whole is not inferred.whole or _holds_itself(declared.formula) is not any(
        part is inferred.whole for part in inferred.parts
    ):
        return False
    return inferred.kind is not RelationKind.SHARE or _has_the_share(declared, declared.formula, inferred)


def _holds_itself(formula: Balanced) -> bool:
    """Tell whether the tested quantity stands on both sides."""
    return sum(formula.tested in names_in(side) for side in formula.equation.sides) > 1


def _money(relation: Relation) -> set[int]:
    figures = {id(entry): entry for entry in (relation.whole, *relation.parts)}
    return {identity for identity, entry in figures.items() if entry.kind is not AmountKind.SHARE}


def _has_the_share(declared: Relation, formula: Balanced, inferred: Relation) -> bool:
    """Tell whether the share that the document states is the equation's own: among its numbers, or one of its quantities."""
    share = inferred.parts[0]
    if any(part is share for part in declared.parts):
        return True
    stated = [amount for version in Version if (amount := share.amount(version))]
    rates = {amount.exactly / 100 for amount in stated}
    numbers = set(formula.equation.numbers)
    return rates <= numbers or (inferred.on_top != 0 and {1 + inferred.on_top * rate for rate in rates} <= numbers)
