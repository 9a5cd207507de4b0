"""Finding the relations that a document's own figures state or obey."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from lydelse.calculation.announced import announced
from lydelse.calculation.counted_heads import counted_heads
from lydelse.calculation.draft import Finder, Learned, united
from lydelse.calculation.head_counts import head_count_relations
from lydelse.calculation.instalments import instalments
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.limits import limits
from lydelse.calculation.list_sums import list_sums, sentence_sums
from lydelse.calculation.named_shares import named_shares
from lydelse.calculation.partitions import partitions
from lydelse.calculation.priced_columns import priced_columns
from lydelse.calculation.products import products
from lydelse.calculation.restatements import restatements
from lydelse.calculation.row_products import row_products
from lydelse.calculation.row_shares import row_shares
from lydelse.calculation.section_sums import section_sums
from lydelse.calculation.shares import share_relations
from lydelse.calculation.shares_of_said import shares_of_said
from lydelse.calculation.shares_of_total import shares_of_totals
from lydelse.calculation.table_sums import table_sums
from lydelse.calculation.taxed_prices import taxed_prices
from lydelse.calculation.testing import held_against
from lydelse.calculation.together import contradictions
from lydelse.calculation.unlabelled_sums import tables_not_searched, unlabelled_sums
from lydelse.calculation.uprating import uprating_groups
from lydelse.calculation.vat_sums import vat_sums
from lydelse.model.calculation import Calculation, Contradiction, Origin, Outcome, Relation, RelationKind
from lydelse.model.change import Comparison
from lydelse.model.message import Message
from lydelse.model.text import Version

FINDERS: tuple[Finder, ...] = (
    section_sums,
    table_sums,
    unlabelled_sums,
    list_sums,
    sentence_sums,
    partitions,
    vat_sums,
    share_relations,
    shares_of_totals,
    named_shares,
    shares_of_said,
    row_shares,
    products,
    priced_columns,
    row_products,
    taxed_prices,
    instalments,
    limits,
    head_count_relations,
    counted_heads,
    restatements,
    announced,
)
"""Every way to find relations, in the order in which a report tells them."""
LEARNING = (row_shares, announced)
"""Those that learn from figures what others read from words, and tell of nothing that these have told of."""
COINCIDENCE = Fraction(1, 100)
"""An inferred relation that is likelier than this to hold by chance is no relation."""


def infer(comparison: Comparison) -> Calculation:
    """Find the relations between the amounts of a comparison, and test each in each version.

    What a document states is a relation whether it holds or not. What it does not state is one only where its figures obey it:
    in the earlier version where there is one, since that was decided and in force. The later version is then held against it.
    """
    ledger = Ledger(comparison)
    relations: list[Relation] = []
    outcomes: list[Outcome] = []
    told: dict[frozenset[int], set[Version]] = {}
    for finder in FINDERS:
        drafts = {version: list(finder(ledger, version)) for version in ledger.versions}
        for learned, tested in _known(list(united(drafts)), ledger):
            figures = _figures(learned.relation)
            versions = {outcome.version for outcome in tested}
            if finder in LEARNING and versions <= told.get(figures, set()):
                continue
            told.setdefault(figures, set()).update(versions)
            relations.append(learned.relation)
            outcomes.extend(tested)
    for relation, outcome in uprating_groups(ledger):
        relations.append(relation)
        outcomes.append(outcome)
    together = [each for version in ledger.versions for each in contradictions(outcomes, version)]
    clashes = tuple(each for each in together if isinstance(each, Contradiction))
    stopped = [*(each for each in together if isinstance(each, Message)), *tables_not_searched(ledger), *ledger.stopped]
    return Calculation(tuple(relations), tuple(outcomes), contradictions=clashes, stopped=tuple(dict.fromkeys(stopped)))


def _figures(relation: Relation) -> frozenset[int]:
    """Return the figures that a relation is about; a share may be stated in several places."""
    parts = relation.parts[1:] if relation.kind is RelationKind.SHARE else relation.parts
    return frozenset(map(id, (relation.whole, *parts)))


def _known(learned: list[Learned], ledger: Ledger) -> Iterator[tuple[Learned, list[Outcome]]]:
    """Yield the relations that are stated or obeyed, with their outcomes."""
    tested = [(each, _tested(each)) for each in learned]
    teacher = ledger.versions[0]
    taught = {each.key for each, outcomes in tested for outcome in outcomes if outcome.version is teacher and outcome.holds}
    for each, outcomes in tested:
        is_known = each.key in taught and each.relation.chance <= COINCIDENCE
        if outcomes and (each.relation.origin is not Origin.INFERRED or is_known):
            yield each, outcomes


def _tested(learned: Learned) -> list[Outcome]:
    return [outcome for version in learned.versions if (outcome := held_against(learned.relation, version))]
