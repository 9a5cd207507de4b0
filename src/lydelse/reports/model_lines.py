"""A declared model held against a document, as lines of text: what is bound, what holds, and what a change is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from lydelse.figures.spelling import in_unit
from lydelse.model.against_model import AgainstModel, Bound, Decomposition, Share
from lydelse.model.amount import Amount
from lydelse.model.calculation import Origin
from lydelse.model.declared import DeclaredModel, Quantity
from lydelse.model.message import Fact, Message
from lydelse.model.quantity import Entry
from lydelse.model.review import Confirmed, Review
from lydelse.reports.model_columns import aligned
from lydelse.reports.unbreakable import printable
from lydelse.reports.wording import figure, name_of, say


def write(review: Review, language: str = "sv") -> str:
    """Return what holding a review's document against its model gave, as text; "" where no model was given."""
    held = review.calculation.against_model
    if held is None:
        return ""
    page = _Page(language)
    parts = [
        page.head(held, review),
        page.quantities(held),
        page.relations(held, review),
        page.workbook(held),
        *(page.decomposition(each) for each in held.decompositions),
        page.unread(review),
    ]
    shown = ("\n".join(lines) for lines in (list(part) for part in parts) if lines)
    return "\n\n".join(_printable(lines) for lines in shown) + "\n"


def decompositions_in(review: Review, language: str = "sv") -> tuple[tuple[str, str], ...]:
    """Return what the change of each total is made of: a sentence, and the table below it; none where no model was given."""
    held = review.calculation.against_model
    page = _Page(language)
    shown = [list(page.decomposition(each)) for each in (held.decompositions if held else ())]
    return tuple((lines[0], _printable("\n".join(lines[1:]))) for lines in shown)


def write_declared(model: DeclaredModel, language: str = "sv") -> str:
    """Return what a model says, read by itself."""
    return "\n".join(_Page(language).declared(model)) + "\n"


def _printable(lines: str) -> str:
    return "\n".join("".join(printable(line)) for line in lines.split("\n"))


class _Page:
    """The parts of the text, in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def say(self, key: str, **facts: Fact) -> str:
        """Return a sentence of the catalogue."""
        return say(Message(key, facts), self._language)

    def head(self, held: AgainstModel, review: Review) -> Iterator[str]:
        """Yield what is held against what."""
        document = review.sources[-1].name if review.sources else ""
        bound, of = len(held.bound), sum(quantity.binding is not None for quantity in held.model.quantities)
        yield self.say("model.show.head", model=held.model.file, document=document, bound=bound, all=of)

    def declared(self, model: DeclaredModel) -> Iterator[str]:
        """Yield what a model holds, in one line, and what is said of its workbook."""
        yield self.say(
            "model.check.good",
            file=model.file,
            quantities=len(model.quantities),
            relations=len(model.relations),
            populations=len(model.populations),
            indices=len(model.indices),
        )
        for each in model.unread:
            yield f"{each.code} {say(each.message, self._language)}"

    def quantities(self, held: AgainstModel) -> Iterator[str]:
        """Yield each quantity with the amount that it is, or why it is none."""
        yield self.say("model.show.quantities")
        bound = {each.quantity.name: each for each in held.bound}
        lacking = {each.name: each for each in held.unbound}
        rows: list[Sequence[str]] = []
        for quantity in held.model.quantities:
            if quantity.name in bound:
                rows.append((quantity.name, *self._bound(bound[quantity.name])))
            elif quantity.name in lacking:
                rows.append((quantity.name, name_of(lacking[quantity.name].lack, self._language), ""))
            else:
                rows.append((quantity.name, self.say("model.show.given"), self._given(quantity)))
        yield from aligned(rows)

    def _bound(self, bound: Bound) -> tuple[str, str]:
        entry = bound.entry
        name = f"{entry.label} ({entry.column})" if entry.column else entry.label
        return f"{entry.place.section}: {name}".removeprefix(": "), self._moved(entry)

    def _moved(self, entry: Entry) -> str:
        return " → ".join(dict.fromkeys(self._figure(amount) for amount in (entry.before, entry.after) if amount))

    def _figure(self, amount: Amount) -> str:
        return f"{figure(amount.value, self._language)} {amount.unit}".strip()

    def _given(self, quantity: Quantity) -> str:
        values = (f"{year}: {figure(value, self._language)}" if year else figure(value, self._language) for year, value in quantity.values)
        return ", ".join(values)

    def relations(self, held: AgainstModel, review: Review) -> Iterator[str]:
        """Yield each relation that was tested and how it fares, then what was not tested."""
        confirmed = [each for each in review.confirmed if each.origin is Origin.MODEL]
        broken = [finding for finding in review.findings if finding.code == "M601"]
        if confirmed or broken or held.untested:
            yield self.say("model.show.relations")
        for finding in broken:
            yield f"  {name_of(finding.severity, self._language)}: {say(finding.message, self._language)}"
            yield f"    {finding.relation}"
        for each in confirmed:
            yield f"  {self._confirmed(each)}"
            yield f"    {each.arithmetic}"
        for untested in held.untested:
            key = "model.show.untested.lacking" if untested.lacking else "model.show.untested"
            yield f"  {self.say(key, name=untested.name, lacking=untested.lacking)}"

    def _confirmed(self, confirmed: Confirmed) -> str:
        year = f"{confirmed.year}, " if confirmed.year else ""
        verdict = name_of(confirmed.verdict, self._language)
        return f"{say(confirmed.wording, self._language).rstrip('.')} ({year}{verdict})"

    def workbook(self, held: AgainstModel) -> Iterator[str]:
        """Yield how the document's figures go with the workbook's."""
        if held.agreeing or held.differing:
            agreeing, differing = len(held.agreeing), len(held.differing)
            yield self.say("model.show.workbook", workbook=held.model.workbook, agreeing=agreeing, differing=differing)

    def decomposition(self, decomposition: Decomposition) -> Iterator[str]:
        """Yield what the change of a total is made of, part by part, and the assumption."""
        unit = decomposition.total.stated
        yield self.say("model.show.change", name=decomposition.relation, moved=self._moved(decomposition.total))
        header = [self.say(f"model.show.change.{column}") for column in ("part", "index", "volume", "other")]
        rows = [self._share(share, unit) for share in decomposition.shares]
        sums = (decomposition.by_index, decomposition.by_volume, decomposition.by_other)
        total = (self.say("model.show.change.sum"), *(self._signed(each, unit) for each in sums))
        yield from aligned([header, *rows, total], right=(1, 2, 3))
        if decomposition.rounding:
            yield self.say("model.show.change.rounding", rounding=self._shown(decomposition.rounding, unit), unit=f" {unit.unit}")
        yield self.say("model.show.change.assumption")

    def _share(self, share: Share, unit: Amount) -> tuple[str, ...]:
        name = f"{share.name} ({share.index})" if share.index else share.name
        shown = [self._signed(share.by_index, unit) if share.index else "", self._signed(share.by_volume, unit) if share.heads else ""]
        return (name, *shown, self._signed(share.by_other, unit))

    def _signed(self, value: Fraction, unit: Amount) -> str:
        return f"{figure(self._shown(value, unit), self._language, signed=True)} {unit.unit}"

    @staticmethod
    def _shown(value: Fraction, unit: Amount) -> Decimal:
        return in_unit(value, unit.scale, 1)

    def unread(self, review: Review) -> Iterator[str]:
        """Yield the other findings about the model, and what was not read of it."""
        for finding in review.findings:
            if finding.code != "M601":
                yield f"{name_of(finding.severity, self._language)} {finding.code}: {say(finding.message, self._language)}"
        model = review.calculation.against_model
        for each in model.unread if model else ():
            yield f"{each.code} {say(each.message, self._language)}"
