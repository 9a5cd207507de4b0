"""Results that a text announces: "vilket ger ett underskott om 500 tkr", "blir bonusen 176 000 kr", "(1 050 kr exklusive moms)".

The words say that an amount follows from others, and seldom how. How is what the figures of the version show: a difference, a sum, a
share, a product, or the tax on a price, of amounts that stand before it. What the later version makes in another way is no relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from lydelse.calculation.draft import ANNOUNCED, Draft, chance_of, finest_step
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.said import Said, sentences_in
from lydelse.calculation.testing import held_against
from lydelse.figures.statements.names import name_of
from lydelse.figures.statements.periods import Period, period_of
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind, Verdict
from lydelse.model.message import Fact, Message
from lydelse.model.quantity import Entry
from lydelse.model.section import Section
from lydelse.model.text import Paragraph, Version
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

_RESULT = compiled(
    r"\b(?:blir|blev|ger|gav|motsvarar|motsvarande|innebär|medför|således|sålunda|alltså|därmed|därför|följaktligen|det\s+vill\s+säga|netto"
    r"|så\s+att|tillsammans|sammanlagt|sammantaget|kvar|återstår|återstod)\b|\bd\.?\s?v\.?\s?s\b|[(=]\s*$",
    re.IGNORECASE,
)
"""Words before an amount that say that it follows from others."""
_REST = compiled(
    r"(?:under|över)skott|resultat(?:et)?\b|mellanskillnad|\bskillnad|differens|\bnetto|återst|kvarst|\bkvar\b|behållning|\bsaldo|"
    r"\befter\s+(?:avdrag|uttag)|\b(?:dras|drogs|räknas)\s+(?:av|bort|ifrån)\b|\bavräkna[sd]",
    re.IGNORECASE,
)
"""Words at an amount that say that it is what is left, or what two amounts differ by."""
_TOGETHER = compiled(r"\b(?:tillsammans|sammanlagt|sammantaget)\b", re.IGNORECASE)
"""Words before an amount that say that it is a sum."""
_PART = compiled(
    r"(?<!\w)(?:(?P<twice>dubb(?:el|elt|la))|(?P<thrice>tredubb(?:el|elt|la))|(?P<half>hal(?:v|vt|va)|hälften)|(?P<fifth>en\s+femtedel))(?!\w)",
    re.IGNORECASE,
)
"""Words before an amount that say which part of another it is: "halva avgiften, 4 960 kr"."""
_TIMES = {"twice": Fraction(2), "thrice": Fraction(3), "half": Fraction(1, 2), "fifth": Fraction(1, 5)}
_TAX = compiled(r"\b(?:exkl|inkl|utan|med)[a-zåäö]*\.?\s+(?:moms|mervärdesskatt)", re.IGNORECASE)
_DAILY = compiled(r"(?<!\w)(?:vård)?(?:dygn|dag)(?!\w)", re.IGNORECASE)
_WHEREOF = compiled(r"(?<!\w)(?:varav|därav)(?!\w)", re.IGNORECASE)
_AND_SO = compiled(r"^\s*(?:,|och\b|samt\b|respektive\b)", re.IGNORECASE)
RATES = (25, 12, 6)
"""Per cent of tax on what is sold in Sweden."""
DAYS_OF_A_LEAP_YEAR = 366
MOST_BEFORE = 6
"""How many amounts of money before a result it may be made of, the nearest first."""
MOST_OTHERS = 4
"""How many counts and shares."""


@dataclass(frozen=True, slots=True)
class _Result:
    """An announced result with what stands before it, the nearest first. ``share`` is the one that stands right before it.

    ``is_said`` is False where only a count in its sentence tells that it may be so many times a price.
    """

    said: Said
    share: Entry | None
    money: tuple[Entry, ...]
    counts: tuple[Entry, ...]
    shares: tuple[Entry, ...]
    is_said: bool = True

    @property
    def entry(self) -> Entry:
        """The amount that is announced."""
        return self.said.entry


def announced(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield how announced results are made in one version, those left out that the other version makes in another way."""
    for section in ledger.document.sections:
        before: list[Entry] = []
        for paragraph in section.paragraphs:
            for result in _results(ledger, section, paragraph, before, version):
                made = _made(result, version, ANNOUNCED if len(ledger.versions) > 1 else Fraction(1))
                other = Version.AFTER if version is Version.BEFORE else Version.BEFORE
                if made and (len(ledger.versions) == 1 or _is_made_alike(made, result, version, other)):
                    yield Draft(("announced", paragraph.place.path, result.entry.quantity), made)
            before = list(ledger.entries_at(paragraph.place.path, version)) or before


def _is_made_alike(made: Relation, result: _Result, version: Version, other: Version) -> bool:
    """Tell whether the other version makes a result in the same way, or in none that is tried."""
    if _holds(made, other):
        return True
    return version is Version.BEFORE and not any(_holds(each, other) for each in _ways(result, other))


def _results(ledger: Ledger, section: Section, paragraph: Paragraph, above: Sequence[Entry], version: Version) -> Iterator[_Result]:
    earlier = list(above)
    for said in sentences_in(ledger, paragraph, version):
        is_announced = is_within = False
        last: Entry | None = None
        is_counted = False
        for at, each in enumerate(said):
            is_within = is_within or bool(_WHEREOF.search(each.before))
            is_announced = (
                bool(_RESULT.search(each.before) or _PART.search(each.before))
                or _is_rest(each)
                or (is_announced and bool(_AND_SO.match(each.before)))
            )
            is_counted = is_counted or (at > 0 and _is_plain(said[at - 1].entry, AmountKind.COUNT, version))
            if (is_announced or is_counted) and each.amount.kind is AmountKind.MONEY and each.amount.qualifier is Qualifier.NONE:
                share = last if last and _is_plain(last, AmountKind.SHARE, version) else None
                result = _result(ledger, section, each, share, earlier, version)
                yield result if is_announced else replace(result, is_said=False)
            last = each.entry
            if not is_within:
                earlier.append(each.entry)


def _is_rest(said: Said) -> bool:
    return bool(_REST.search(said.before) or _REST.match(said.after.lstrip()))


def _result(ledger: Ledger, section: Section, said: Said, share: Entry | None, earlier: Sequence[Entry], version: Version) -> _Result:
    named = [
        entry
        for _, entries in ledger.whole_amounts_by_label(version).named(name_of(said.entry.label))
        for entry in entries
        if entry is not said.entry and entry.place.section_id.split(".")[0] == section.section_id.split(".")[0]
    ]
    nearest = [entry for entry in dict.fromkeys(reversed(earlier)) if entry is not said.entry]
    of_kind = {kind: [entry for entry in nearest if _is_plain(entry, kind, version)] for kind in AmountKind}
    money = (*of_kind[AmountKind.MONEY][:MOST_BEFORE], *(entry for entry in named[:1] if entry not in nearest))
    counts, shares = of_kind[AmountKind.COUNT][:MOST_OTHERS], of_kind[AmountKind.SHARE][:MOST_OTHERS]
    return _Result(said, share, money, tuple(counts), tuple(shares))


def _is_plain(entry: Entry, kind: AmountKind, version: Version) -> bool:
    amount = entry.amount(version)
    return amount is not None and amount.kind is kind and amount.qualifier in {Qualifier.NONE, Qualifier.ABOUT} and amount.value > 0


def _made(result: _Result, version: Version, told: Fraction) -> Relation | None:
    """Return the one way in which the figures of a version make a result, the likeliest first; None where none does.

    ``told`` is how much less likely chance is for the words beside it: of one version alone the figures must show it by themselves.
    """
    ways = list(_ways(result, version))
    holding = [way for way in ways if _holds(way, version)]
    if not holding:
        return None
    tried = sum(way.factor != DAYS_OF_A_LEAP_YEAR for way in ways)  # a year's days are one way, whichever year it is
    return replace(holding[0], tried=tried, chance=told * _chance(holding[0], tried, version))


def _holds(relation: Relation, version: Version) -> bool:
    outcome = held_against(relation, version)
    return outcome is not None and outcome.holds


def _chance(relation: Relation, tried: int, version: Version) -> Fraction:
    """Return how likely it is that one of so many ways gives a result by coincidence, as near as its figures come."""
    outcome = held_against(relation, version)
    assert outcome is not None, "only what holds is judged"
    is_sum = relation.kind is RelationKind.SUM
    entries = (relation.whole, *relation.parts) if is_sum else (relation.whole,)
    reach = (outcome.expected.width or Fraction(0)) + (outcome.found.width or Fraction(0))
    nearness = finest_step(entries, version)
    if outcome.verdict is not Verdict.EXACT:
        nearness = max(nearness, reach)
    size = max(abs(amount.exactly) for entry in entries if (amount := entry.amount(version)))
    return chance_of(tried, nearness, size)


def _ways(result: _Result, version: Version) -> Iterator[Relation]:
    """Yield the ways in which a result may be made, the likeliest first."""
    if _TAX.search(result.said.before) or _TAX.search(result.said.after[:40]):
        yield from _taxed(result, version)
        return
    if _is_rest(result.said):
        yield from _differences(result, version)
        return
    if not result.is_said:
        yield from _products(result, version)
        return
    part = _PART.search(result.said.before)
    if part:
        yield from _parts_of_one(result, version, _TIMES[str(part.lastgroup)])
        return
    if _TOGETHER.search(result.said.before):
        yield from _sums(result, version)
        return
    yield from _shares(result, version)
    if result.share:
        return
    yield from _products(result, version)
    yield from _differences(result, version)
    yield from _sums(result, version)


def _parts_of_one(result: _Result, version: Version, factor: Fraction) -> Iterator[Relation]:
    for other in result.money:
        facts: dict[str, Fact] = {
            "total": _literal(result.entry, version),
            "price": _literal(other, version),
            "times": factor.numerator,
            "in": factor.denominator,
        }
        wording = Message("relation.product.part" if factor < 1 else "relation.product.multiple", facts)
        yield Relation(RelationKind.PRODUCT, result.entry, (other,), wording, Origin.INFERRED, result.entry.place, factor=factor)


def _taxed(result: _Result, version: Version) -> Iterator[Relation]:
    for other in result.money[:1]:
        one, beside = result.entry.amount(version), other.amount(version)
        if one and beside and one.exactly != beside.exactly:
            whole, part = (result.entry, other) if one.exactly > beside.exactly else (other, result.entry)
            for rate in RATES:
                wording = Message(
                    "relation.product.taxed", {"total": _literal(whole, version), "price": _literal(part, version), "rate": rate}
                )
                factor = 1 + Fraction(rate, 100)
                yield Relation(RelationKind.PRODUCT, whole, (part,), wording, Origin.INFERRED, whole.place, factor=factor)


def _shares(result: _Result, version: Version) -> Iterator[Relation]:
    for share in (result.share,) if result.share else result.shares:
        rate = share.amount(version) or share.stated
        for base in result.money:
            facts: dict[str, Fact] = {
                "share": rate.value,
                "base": (base.label or _literal(base, version),),
                "label": result.entry.label,
                "section": base.place.section,
            }
            wording = Message("relation.share", facts)
            yield Relation(RelationKind.SHARE, result.entry, (share, base), wording, Origin.INFERRED, result.entry.place)


def _products(result: _Result, version: Version) -> Iterator[Relation]:
    for price in result.money:
        paid = price.amount(version)
        for count in result.counts:
            counted = count.amount(version)
            if paid and counted and paid.exactly != 1 and counted.exactly != 1 and (result.is_said or paid.per is not None):
                yield from (_product(result, price, count, version, times) for times in _days(paid, result.said))


def _product(result: _Result, price: Entry, count: Entry, version: Version, times: int) -> Relation:
    facts: dict[str, Fact] = {
        "total": _literal(result.entry, version),
        "price": _literal(price, version),
        "count": _literal(count, version),
        "times": times,
    }
    wording, factor = Message("relation.product.days" if times > 1 else "relation.product", facts), Fraction(times)
    return Relation(RelationKind.PRODUCT, result.entry, (price, count), wording, Origin.INFERRED, result.entry.place, factor=factor)


def _days(price: Amount, said: Said) -> tuple[int, ...]:
    """Return how many times a price may be paid in the year that a result is of: 365 or 366 where it is paid by the day, else once."""
    is_daily = _DAILY.search(price.per or "") is not None
    made = period_of(f"{said.amount.per or ''} {said.before} {said.after[:20]}")
    return (365, DAYS_OF_A_LEAP_YEAR) if is_daily and made is Period.YEAR else (1,)


def _differences(result: _Result, version: Version) -> Iterator[Relation]:
    for one, other in combinations(result.money, 2):
        first, second = one.amount(version), other.amount(version)
        if first and second and first.exactly != second.exactly:
            more, less = (one, other) if first.exactly > second.exactly else (other, one)
            facts = {
                "label": result.entry.label or _literal(result.entry, version),
                "more": _literal(more, version),
                "less": _literal(less, version),
            }
            wording = Message("relation.sum.rest", facts)
            yield Relation(RelationKind.SUM, result.entry, (more, less), wording, Origin.INFERRED, result.entry.place, minus=(1,))


def _sums(result: _Result, version: Version) -> Iterator[Relation]:
    for parts in combinations(result.money, 2):
        if all(part.amount(version) for part in parts):
            wording = Message("relation.sum.list", {"label": _literal(result.entry, version), "count": len(parts)})
            yield Relation(RelationKind.SUM, result.entry, parts, wording, Origin.INFERRED, result.entry.place)


def _literal(entry: Entry, version: Version) -> str:
    return (entry.amount(version) or entry.stated).literal
