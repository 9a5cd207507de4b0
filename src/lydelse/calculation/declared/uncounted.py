"""What a document says of money that the parts of a unit's reimbursement leave out: amounts, shares, costs that are paid as they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from fractions import Fraction

from lydelse.figures.sentences import sentences_of
from lydelse.model.amount import AmountKind
from lydelse.model.change import Comparison
from lydelse.model.impact_coverage import Counted, Uncounted, UncountedKind
from lydelse.model.impact_model import Component, Literally, terms_in
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.patterns import compiled

_COSTS = compiled(
    r"\b(?:verklig|faktisk|egentlig|uppkomm|styrk|redovisad|själv)\w*\s*(?:merkostnad|kostnad)\w*|\bsjälvkostnad\w*|\bkostnadstäckning\w*"
    r"|\b(?:full|hel)\s+ersättning\b|\bersätts\s+(?:fullt\s+ut|helt)\b|\b(?:klumpsumm|engångsbelopp|engångsersättning|schablon)\w*"
    r"|\b(?:enligt|mot)\s+(?:räkning|faktura|kvitto|särskild\w*\s+(?:överenskommelse|beslut|avtal))\b",
    re.IGNORECASE,
)
"""Words that pay what something costs, or by an agreement that stands elsewhere."""
_KINDS = {AmountKind.MONEY: UncountedKind.AMOUNT, AmountKind.SHARE: UncountedKind.SHARE}


def counted_of(comparison: Comparison, used: Collection[Entry], tables: Collection[str], components: Collection[Component]) -> Counted:
    """Return how much of the money in the later version the parts take in.

    ``used`` are the amounts that they are made of and held against; what states one of these again is taken in too, and so is what
    stands in one of the ``tables`` that they ask, known by their paths, and what a formula of the ``components`` writes out itself.
    """
    quantities = {entry.quantity for entry in used}
    paths = {(entry.place.path, entry.label, entry.column) for entry in used}
    written = {(each.section, value) for each in components for value in _written_out(each)}
    of_money = [entry for entry in comparison.entries if entry.after is not None and entry.kind in _KINDS]
    left_out: list[Entry] = []
    for entry in of_money:
        is_used = entry.quantity in quantities or (entry.place.path, entry.label, entry.column) in paths
        is_used = is_used or (entry.place.section, _plainly(entry)) in written
        if not is_used and not any(entry.place.path.startswith(f"{path}/") for path in tables):
            left_out.append(entry)
    told = [*map(_amount, left_out), *_costs(comparison, of_money)]
    return Counted(len(of_money), len(of_money) - len(left_out), tuple(_in_order(comparison, told)))


def _written_out(component: Component) -> Iterator[Fraction]:
    return (term.value for term in terms_in(component.formula.term) if isinstance(term, Literally))


def _plainly(entry: Entry) -> Fraction:
    """Return an amount as a formula writes it: in kronor, a share as a part of one."""
    amount = entry.stated
    return amount.exactly / {"%": 100, "‰": 1000}.get(amount.unit, 1)


def _amount(entry: Entry) -> Uncounted:
    assert entry.after is not None, "only what the later version states is looked at"
    label = " ".join(part for part in (entry.label, entry.column or "") if part)
    return Uncounted(_KINDS[entry.kind], " ".join(entry.after.literal.split()), label, entry.place)


def _costs(comparison: Comparison, of_money: Sequence[Entry]) -> Iterator[Uncounted]:
    """Yield the sentences without amounts that pay what something costs."""
    amounts = [(entry.place.path, entry.after.start) for entry in of_money if entry.after]
    for section in comparison.redline.sections:
        for paragraph in (*section.paragraphs, *(each for table in section.tables for each in table.paragraphs())):
            text = paragraph.text_in(Version.AFTER)
            if not _COSTS.search(text):
                continue
            for start, end in sentences_of(text):
                states_one = any(path == paragraph.place.path and start <= at < end for path, at in amounts)
                if not states_one and _COSTS.search(text, start, end):
                    yield Uncounted(UncountedKind.COSTS, " ".join(text[start:end].split()), "", paragraph.place)


def _in_order(comparison: Comparison, told: Sequence[Uncounted]) -> list[Uncounted]:
    order = {section.section_id: at for at, section in enumerate(comparison.redline.sections)}
    return sorted(told, key=lambda each: order.get(each.place.section_id, len(order)))
