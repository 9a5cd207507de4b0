"""The draft of a calculation model as a TOML file: what was found, how much speaks for it, and what is open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from lydelse.figures.spelling import spelled
from lydelse.formats.toml.writing import comment, flag_line, table, text_line, texts_line
from lydelse.model.amount import Amount
from lydelse.model.calculation import Origin
from lydelse.model.declared import Index, Quantity, YearChoice
from lydelse.model.drafted import Drafted, DraftedRelation, WeightTable
from lydelse.model.finding import Finding
from lydelse.model.message import Fact, Message
from lydelse.model.quantity import Entry
from lydelse.reports.counted_words import counted_in_words, left_out_in_words
from lydelse.reports.model_units_toml import unit_parts
from lydelse.reports.wording import name_of, say

_YEARS = {"first": "första", "last": "sista"}


def write(drafted: Drafted, questions: Sequence[Finding], *, source: str, language: str = "sv") -> str:
    """Return a drafted model as the text of a TOML file.

    Args:
        drafted: the draft.
        questions: what is open in the document and touches its relations.
        source: the name of the document.
        language: the language of the comments; the keys of a model are Swedish.
    """
    draft = _Draft(language)
    lines = [
        *draft.said("draft.head", source=source),
        "",
        *draft.quantities(drafted),
        *draft.relations(drafted),
        *draft.indices(drafted),
        *unit_parts(drafted.model.units, draft.said),
        *draft.counted(drafted),
        *draft.populations(drafted),
        *draft.questions(drafted, questions),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


class _Draft:
    """The parts of the file, their comments in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def said(self, key: str, **facts: Fact) -> Iterator[str]:
        """Yield a sentence of the catalogue as lines of comment."""
        yield from comment(say(Message(key, facts), self._language))

    def quantities(self, drafted: Drafted) -> Iterator[str]:
        """Yield the quantities, each with its figures in a comment."""
        yield from self.said("draft.quantities", n=len(drafted.model.quantities))
        yield ""
        for quantity in drafted.model.quantities:
            yield table("storhet", quantity.name)
            yield from comment(_moved(drafted.entries[quantity.name]))
            yield from _binding(quantity)
            yield ""

    def relations(self, drafted: Drafted) -> Iterator[str]:
        """Yield the relations, each with what speaks for it."""
        yield from self.said("draft.relations", n=len(drafted.relations))
        yield ""
        for relation in drafted.relations:
            yield table("relation", relation.declared.name)
            yield from self._evidence(relation)
            yield text_line("uttryck", relation.declared.equation.text)
            yield ""

    def _evidence(self, relation: DraftedRelation) -> Iterator[str]:
        found = relation.found
        yield from comment(say(found.wording, self._language))
        if found.origin is Origin.INFERRED:
            odds = int(1 / found.chance) if found.chance else 0
            yield from self.said("draft.inferred" if odds > 1 else "draft.inferred.certain", tried=found.tried, odds=Decimal(odds))
        else:
            yield from self.said("draft.stated")
        for outcome in relation.outcomes:
            year = str(outcome.year) if outcome.year else name_of(outcome.version, self._language)
            yield from comment(f"{year}: {name_of(outcome.verdict, self._language)}")
        if relation.outcomes and not relation.outcomes[-1].holds:
            yield from self.said("draft.fails")

    def indices(self, drafted: Drafted) -> Iterator[str]:
        """Yield the groups of figures that moved alike."""
        if drafted.model.indices:
            yield from self.said("draft.indices")
            yield ""
        for index in drafted.model.indices:
            yield from _index(index)
            yield ""

    def counted(self, drafted: Drafted) -> Iterator[str]:
        """Yield how much of the money the parts take in, and what they leave out, in comments; nothing where there are none."""
        if drafted.counted is None:
            return
        yield from comment(counted_in_words(drafted.counted, self._language))
        for each in drafted.counted.left_out:
            yield from comment(f"{each.place.section} {left_out_in_words(each, self._language)}".strip())
        yield ""

    def populations(self, drafted: Drafted) -> Iterator[str]:
        """Yield the tables of weights as populations to be filled in, all in comments."""
        if drafted.weight_tables:
            yield from self.said("draft.populations")
            yield ""
        for weights in drafted.weight_tables:
            yield from (f"# {line}" for line in _population(weights))
            yield ""

    def questions(self, drafted: Drafted, questions: Sequence[Finding]) -> Iterator[str]:
        """Yield what was found and left out, and the open questions, in comments."""
        for relation in drafted.left_out:
            yield from self.said("draft.left-out", relation=say(relation.wording, self._language).rstrip("."))
        if drafted.beyond:
            yield from self.said("draft.beyond", n=drafted.beyond)
        if drafted.left_out or drafted.beyond:
            yield ""
        if questions:
            yield from self.said("draft.questions")
        for finding in questions:
            yield from comment(f"{finding.code} {say(finding.message, self._language)}")


def _moved(entry: Entry) -> str:
    stated = dict.fromkeys(_figure(amount) for amount in (entry.before, entry.after) if amount)
    return " → ".join(stated)


def _figure(amount: Amount) -> str:
    return f"{spelled(amount.value)} {amount.unit}".strip()


def _binding(quantity: Quantity) -> Iterator[str]:
    binding = quantity.binding
    if binding is not None:
        for key, value in (("avsnitt", binding.section), ("etikett", binding.label), ("kolumn", binding.column)):
            if value:
                yield text_line(key, value)
        if binding.year is not None:
            yield text_line("år", _year(binding.year))
    if quantity.unit:
        yield text_line("enhet", f"{quantity.unit} per {quantity.per}" if quantity.per else quantity.unit)
    if quantity.exact is not None:
        yield flag_line("exakt", value=quantity.exact)


def _year(choice: YearChoice) -> str:
    return _YEARS.get(str(choice), str(choice))


def _index(index: Index) -> Iterator[str]:
    yield table("index", index.name)
    yield text_line("procent", spelled(index.percent))
    yield texts_line("storheter", index.quantities)


def _population(weights: WeightTable) -> Iterator[str]:
    yield table("befolkning", weights.name)
    yield text_line("datum", "")
    yield text_line("avsnitt", weights.section)
    if weights.column:
        yield text_line("kolumn", weights.column)
    yield table("befolkning", weights.name, "grupper")
    yield from (text_line(row, "") for row in weights.rows)
