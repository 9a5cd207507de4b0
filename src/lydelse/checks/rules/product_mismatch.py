"""S103: a price times a count that is not the total stated for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lydelse.checks.mismatch import details_of, mismatches, passages_of, stated_facts, total_facts, was_obeyed
from lydelse.checks.rule import Subject, rule
from lydelse.model.calculation import Outcome, RelationKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact

_IN_TABLES = {"row", "priced", "vat", "vat_alone"}
"""The cases whose sentences name rows and columns instead of figures."""


@rule("S103", "product-mismatch", Severity.ERROR)
def product_mismatch(subject: Subject) -> Iterator[Finding]:
    """Yield the totals of the later version that their price and count do not make."""
    for outcome in mismatches(subject, RelationKind.PRODUCT):
        relation = outcome.relation
        said = relation.wording.key.rpartition(".")[2]
        case = said if said in {*_IN_TABLES, "taxed", "chain", "days", "part", "multiple"} else "times" if relation.factor != 1 else ""
        obeyed = "obeyed" if was_obeyed(subject, relation) else ""
        yield product_mismatch.finding(
            *passages_of(outcome),
            facts={**(_named(outcome) if case in _IN_TABLES else _facts(outcome)), **total_facts(outcome, subject)},
            case=".".join(each for each in (case, obeyed) if each),
            details=details_of(subject, outcome),
        )


def _named(outcome: Outcome) -> Mapping[str, Fact]:
    """Return what rows and columns are called, with the price of a text as the tested version prints it."""
    facts, price = outcome.relation.wording.facts, outcome.relation.parts[0].amount(outcome.version)
    return {**facts, "price": price.literal} if price and outcome.relation.wording.key == "relation.product.priced" else facts


def _facts(outcome: Outcome) -> dict[str, Fact]:
    return stated_facts(outcome, **dict(zip(("price", "count"), outcome.relation.parts, strict=False)))
