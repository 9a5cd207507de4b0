"""A motion tried on a proposal: the amended text, what follows by the relations, what no longer agrees, what each unit gets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from lydelse.calculation import held_against_model, infer, with_quantities_united
from lydelse.differ import compare_marked
from lydelse.figures.spelling import in_unit, spelled
from lydelse.impact.assembling import measure
from lydelse.impact.binding import BoundModel
from lydelse.impact.exact_columns import total_of
from lydelse.impact.motions.conflicts import conflicts_among
from lydelse.impact.motions.editing import amended
from lydelse.impact.motions.figures import edit_of
from lydelse.impact.motions.proposal import Proposal
from lydelse.impact.motions.reading import motion_read
from lydelse.impact.motions.redlines import redline_read
from lydelse.model.amount import Amount
from lydelse.model.calculation import Calculation, Outcome, Relation, RelationKind
from lydelse.model.change import Comparison
from lydelse.model.declared import DeclaredModel
from lydelse.model.document import Document
from lydelse.model.impact import Answers
from lydelse.model.impact_motion import Act, Broken, Clash, Conflict, Edit, Effect, Following, MotionRead, MotionsTried, MotionTried
from lydelse.model.impact_units import Units
from lydelse.model.interval import Interval
from lydelse.model.quantity import Entry, Status
from lydelse.model.text import Version
from lydelse.records import replace

MOST_ROUNDS = 6
"""How often figures are made to follow one another: a part, its total, the total above that."""
_FOLLOWS = frozenset(
    {RelationKind.SUM, RelationKind.SHARE, RelationKind.PRODUCT, RelationKind.INSTALMENT, RelationKind.EQUALITY, RelationKind.DECLARED}
)
_TOLD = _FOLLOWS | {RelationKind.RATIO, RelationKind.BOUNDS}


def motions_tried(
    motions: Sequence[tuple[str, Document]], comparison: Comparison, model: DeclaredModel | None, units: Units | None, answers: Answers = ()
) -> MotionsTried:
    """Return every motion tried by itself on the proposal, and the conflicts between them."""
    proposal = proposal_of(comparison)
    read = [read_motion(document, proposal, name) for name, document in motions]
    tried = tuple(_tried(each, proposal, model, units, answers) for each in read)
    return MotionsTried(tried, (*conflicts_among(tried), *_crossed(tried, proposal)))


def _crossed(motions: Sequence[MotionTried], proposal: Proposal) -> Iterator[Conflict]:
    """Yield the floors and ceilings that each agree with one motion, and that two motions together set across one another."""
    for one, other in combinations(motions, 2):
        edits = [[edit for edit in each.motion.edits if edit.act is Act.FIGURE] for each in (one, other)]
        if not all(edits):
            continue
        _, calculation = _calculated(amended(proposal.document, [*edits[0], *edits[1]]), None)
        for outcome in _newly_failing(calculation):
            relation = outcome.relation
            limits = [relation.whole, *relation.parts]
            wants = [next((edit for edit in own if _is_of(edit, limits)), None) for own in edits]
            if relation.kind is RelationKind.BOUNDS and wants[0] and wants[1] and wants[0].place.path == wants[1].place.path:
                shown = (wants[0].after, wants[1].after)
                yield Conflict(one.motion.name, other.motion.name, Clash.TOGETHER, relation.whole.place, shown)


def _is_of(edit: Edit, limits: Sequence[Entry]) -> bool:
    return any((edit.place.path, edit.after) == (limit.place.path, limit.after.literal if limit.after else "") for limit in limits)


def proposal_of(comparison: Comparison) -> Proposal:
    """Return the later version of a comparison as what motions are tried on."""
    return Proposal(comparison.after, with_quantities_united(compare_marked(comparison.after)), comparison)


def read_motion(document: Document, proposal: Proposal, name: str) -> MotionRead:
    """Return what a motion asks: by its marks where it has any, else by its words."""
    return redline_read(document, proposal, name) if document.is_marked else motion_read(document, proposal, name)


def _tried(motion: MotionRead, proposal: Proposal, model: DeclaredModel | None, units: Units | None, answers: Answers) -> MotionTried:
    if not motion.edits:
        return MotionTried(motion)
    alone = amended(proposal.document, motion.edits)
    following, comparison, calculation = _followed(motion.edits, proposal, model)
    broken = tuple(_broken(calculation))
    tried = MotionTried(motion, alone, comparison, following, broken)
    if model is None or model.units is None or units is None:
        return tried
    effects, bound = _effects(comparison, model, units, answers)
    edited = dict.fromkeys(edit.label or edit.place.section for edit in motion.edits if edit.entry and not _is_bound(edit, bound))
    return replace(tried, effects=effects, unchanged=tuple(edited))


def _followed(
    edits: Sequence[Edit], proposal: Proposal, model: DeclaredModel | None
) -> tuple[tuple[Following, ...], Comparison, Calculation]:
    """Return the figures that follow from edits, and the proposal held against its text with both."""
    set_by_motion = {(edit.place.path, edit.start) for edit in edits}
    derived: dict[tuple[str, int], tuple[Edit, Following]] = {}
    for _ in range(MOST_ROUNDS):
        made = [*edits, *(edit for edit, _ in derived.values())]
        comparison, calculation = _calculated(amended(proposal.document, made), model)
        new = {(edit.place.path, edit.start): (edit, told) for edit, told in _derived(calculation, proposal, frozenset(derived))}
        new = {key: each for key, each in new.items() if key not in set_by_motion}
        if all(key in derived and derived[key][0].after == each[0].after for key, each in new.items()):
            break
        derived |= new
    return tuple(told for _, told in derived.values()), comparison, calculation


def _calculated(document: Document, model: DeclaredModel | None) -> tuple[Comparison, Calculation]:
    comparison = with_quantities_united(compare_marked(document))
    calculation = infer(comparison)
    return comparison, held_against_model(model, comparison, calculation) if model and model.relations else calculation


def _newly_failing(calculation: Calculation) -> Iterator[Outcome]:
    """Yield the relations that hold in the proposal and not with the motion."""
    held = {id(outcome.relation) for outcome in calculation.outcomes if outcome.version is Version.BEFORE and outcome.holds}
    for outcome in calculation.outcomes:
        told = outcome.relation.kind in _TOLD and outcome.version is Version.AFTER
        if told and not outcome.holds and id(outcome.relation) in held:
            yield outcome


def _derived(calculation: Calculation, proposal: Proposal, derived: frozenset[tuple[str, int]]) -> Iterator[tuple[Edit, Following]]:
    """Yield the figures that give way to the relations that no longer hold; what was derived before may be derived anew."""
    for outcome in _newly_failing(calculation):
        relation = outcome.relation
        for entry, value in _expected(relation, outcome, proposal, derived):
            place = _in_proposal(entry, proposal)
            if place is not None and value is not None:
                amount = proposal.amount(place)
                edit = edit_of(amount, place, value)
                yield edit, Following(place, amount.literal, edit.after, relation.wording)


def _expected(
    relation: Relation, outcome: Outcome, proposal: Proposal, derived: frozenset[tuple[str, int]]
) -> Iterator[tuple[Entry, Decimal | None]]:
    """Yield the figures that give way: a whole that stood still while its parts moved, or the total of a price per head that moved."""
    if relation.kind is RelationKind.RATIO:
        figures = (relation.whole, *relation.parts)
        for total, average in zip(figures[::2], figures[1::2], strict=True):
            yield from _of_pair(total, average)
        return
    moved = [part for part in relation.parts if part.status is Status.CHANGED]
    place = _in_proposal(relation.whole, proposal)
    gives_way = relation.whole.status is Status.UNCHANGED or (
        place is not None and (place.place.path, proposal.amount(place).start) in derived
    )
    if relation.kind in _FOLLOWS and gives_way and moved and relation.whole.after:
        middle = outcome.expected.middle
        yield relation.whole, None if middle is None else _printed(relation.whole.after, middle)


def _of_pair(total: Entry, average: Entry) -> Iterator[tuple[Entry, Decimal | None]]:
    for moved, still in ((average, total), (total, average)):
        if moved.status is not Status.CHANGED or still.status is not Status.UNCHANGED:
            continue
        if moved.before and moved.after and still.after and moved.before.exactly:
            yield still, _printed(still.after, still.after.exactly * moved.after.exactly / moved.before.exactly)


def _printed(amount: Amount, value: Fraction) -> Decimal:
    """Return a number in the unit and with the decimals that an amount is printed with."""
    exponent = amount.value.as_tuple().exponent
    return in_unit(value, amount.scale, max(0, -exponent) if isinstance(exponent, int) else 0)


def _in_proposal(entry: Entry, proposal: Proposal) -> Entry | None:
    """Return the proposal's own entry of an amount of its amended text."""
    if entry.before is None:
        return None
    same = [
        each
        for each in proposal.entries
        if (each.place.path, each.label, each.column) == (entry.place.path, entry.label, entry.column)
        and proposal.amount(each).exactly == entry.before.exactly
    ]
    return same[0] if len(same) == 1 else None


def _broken(calculation: Calculation) -> Iterator[Broken]:
    for outcome in _newly_failing(calculation):
        whole = outcome.relation.whole
        if whole.after is not None:
            yield Broken(outcome.relation.wording, whole, whole.after.literal, _as_expected(whole.after, outcome.expected))


def _as_expected(amount: Amount, expected: Interval) -> str:
    """Return what a relation makes of an amount, in its unit: a figure, or what it may not be less or more than."""
    value, sign = (expected.middle, "") if expected.middle is not None else (expected.lower, "\N{GREATER-THAN OR EQUAL TO} ")
    if value is None:
        value, sign = expected.upper, "\N{LESS-THAN OR EQUAL TO} "
    return "" if value is None else f"{sign}{spelled(_printed(amount, value))} {amount.unit}".strip()


def _effects(comparison: Comparison, model: DeclaredModel, units: Units, answers: Answers) -> tuple[tuple[Effect, ...], BoundModel]:
    """Return what each unit gets by the proposal and with the motion, all that follows included; and the model as it is bound."""
    measured = measure(comparison, model, units)
    chosen = {choice.name: choice.answer for choice in measured.bound.model.choices if choice.answer} | dict(answers)
    totals: dict[Version, list[Fraction]] = {}
    for version in Version:
        evaluator = measured.evaluator(version, chosen)
        columns = [evaluator.component(component) for component in measured.paid]
        totals[version] = total_of(columns, len(units.units)).values()
    both = zip(units.units, totals[Version.BEFORE], totals[Version.AFTER], strict=True)
    return tuple(Effect(unit.name, before, after) for unit, before, after in both), measured.bound


def _is_bound(edit: Edit, bound: BoundModel) -> bool:
    """Tell whether a model uses the amount that an edit changes: as one of its quantities, or as a row of a table of weights."""
    if edit.act is not Act.FIGURE or edit.entry is None:
        return True
    asked = {name for component in bound.model.components for name in bound.needed_tables(component)}
    tables = [weights for name, weights in bound.stated[Version.BEFORE].tables.items() if name in asked]
    if any(row.place.path == edit.place.path for weights in tables for row in weights.rows):
        return True
    return any((entry.place.path, entry.label) == (edit.place.path, edit.entry.label) for entry in bound.entries.values())
