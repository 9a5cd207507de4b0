"""Products: a price times a count that is a stated total, in a sentence or along the rows of a table (``column_products``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import prod

from lydelse.calculation.column_products import COUNTED, products_of_columns
from lydelse.calculation.draft import Draft, chance_of, finest_step
from lydelse.calculation.ledger import Ledger
from lydelse.calculation.proportions import multiplied_as
from lydelse.calculation.repair import is_one_slip_off
from lydelse.calculation.said import Said, sentences_after_a_price, sentences_with_amounts
from lydelse.calculation.table_grid import grid_of
from lydelse.calculation.testing import held_against
from lydelse.calculation.unit_slips import unit_slips_of
from lydelse.calculation.verdicts import LOOSE
from lydelse.figures.statements.names import stem_of
from lydelse.figures.statements.periods import Period, period_of
from lydelse.model.amount import AmountKind, Qualifier
from lydelse.model.calculation import Origin, Relation, RelationKind
from lydelse.model.interval import Interval
from lydelse.model.message import Fact, Message
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.records import replace

FINELY_ROUNDED = Fraction(1, 200)
"""By how much, relative to it, a total may be off because it was rounded to its zeros."""

_SIGN = compiled(r"\s*(?:[x×*]|à|á)\s*", re.IGNORECASE)
_MAKES = compiled(
    r"\b(?:totalt?|sammanlagt|sammantaget|tillsammans|motsvarar|motsvarande|vilket|d\.?v\.?s|det vill säga|blir|ger|utgör|summa)\b|=\s*$",
    re.IGNORECASE,
)
_BESIDE = compiled(r"\s*[:,–—-]\s*")
_ENDS = compiled(r"\s*(?:$|[.,;)]|(?:och|samt)(?!\w))", re.IGNORECASE)
"""What may stand between a product that is written out with a sign and its amount, and after that: no word that names it otherwise."""
_MADE_OF = compiled(r"^\s*(?:\(|,?\s*(?:dvs\.?|det vill säga|beräknat på|baserat på|motsvarande)\s)\s*", re.IGNORECASE)
_SHARED_OUT = compiled(r"\s+(?:till|för|på|fördelat\s+på|fördelade\s+på)\s+(?:[^\W\d_]+\s+){0,2}", re.IGNORECASE)
"""What parts a total from the count that it is for: "totalt 432 000 tkr till 100 000 listade"."""
_FEW_WORDS = 6
_LED_BY = compiled(r"(?:(?<![\w.,])[0-9]{1,6}(?:,[0-9]{1,4})?\s?[x×*]\s?)+$", re.IGNORECASE)
_LED_ON = compiled(r"^(?:\s?[x×*]\s?[0-9]{1,6}(?:,[0-9]{1,4})?(?![\w.,]))+(?=\s*=)", re.IGNORECASE)
"""More factors than two, before them or after them, each a bare number: "12 × 40 × 10 kr = 4 800 kr"."""
_BOUNDS = {Qualifier.AT_LEAST, Qualifier.AT_MOST, Qualifier.MORE_THAN, Qualifier.LESS_THAN}


def products(ledger: Ledger, version: Version) -> Iterator[Draft]:
    """Yield the totals that a sentence says are a price times a count, and the tables in which one column is two others multiplied."""
    seen: set[int] = set()
    for paragraph, said in (*sentences_with_amounts(ledger, version), *sentences_after_a_price(ledger, version)):
        for one, other, total in _triples(said):
            if id(total.entry) in seen:
                continue
            draft = _in_sentence(one, other, total, version, _earlier_factors(said, one))
            if draft:
                seen.add(id(total.entry))
                yield Draft(("product", paragraph.place.path, total.entry.quantity), draft)
    for section in ledger.document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            yield from products_of_columns(ledger, section, grid_of(ledger, table, version))


def _triples(said: list[Said]) -> Iterator[tuple[Said, Said, Said]]:
    """Yield a price and a count that stand beside each other, with the amount before or after them that they may make."""
    for at in range(len(said) - 2):
        first, second, third = said[at : at + 3]
        if _are_factors(first, second) and _is_total(third) and (_MAKES.search(third.before) or _stands_beside(second, third)):
            yield first, second, third
        if _are_factors(second, third) and _is_total(first) and _MADE_OF.match(second.before):
            yield second, third, first
        if _is_total(second) and _MAKES.search(second.before) and _SHARED_OUT.fullmatch(third.before) and _are_factors(first, third):
            yield first, third, second


def _stands_beside(factor: Said, total: Said) -> bool:
    """Tell whether a total follows on a product that is written out with a sign: "12 stolar à 450 kr: 5 400 kr"."""
    return bool(_SIGN.fullmatch(factor.before) and _BESIDE.fullmatch(total.before) and _ENDS.match(total.after))


def _are_factors(one: Said, other: Said) -> bool:
    """Tell whether one of two amounts is a price, the other a count of what it is paid for."""
    price, count = (one.amount, other.amount) if one.amount.kind is AmountKind.MONEY else (other.amount, one.amount)
    if price.kind is not AmountKind.MONEY or count.kind not in COUNTED or {price.qualifier, count.qualifier} & _BOUNDS:
        return False
    if _SIGN.fullmatch(other.before):
        return True
    if count.kind is not AmountKind.COUNT:
        return False
    counted = stem_of(count.unit.split()[-1]) if count.unit else ""
    paid_for = {stem_of(word) for word in re.findall(r"[^\W\d_]+", price.per or "")}
    return (
        bool(counted)
        and any(_are_of_one_word(counted, word) for word in paid_for if len(word) > 2)
        and len(other.before.split()) <= _FEW_WORDS
    )


def _are_of_one_word(counted: str, paid_for: str) -> bool:
    """Tell whether two stems are of one word, or the first of a compound that ends in the other: "portioner" and "per portion"."""
    return counted.startswith(paid_for) or paid_for.startswith(counted) or counted.endswith(paid_for)


def _is_total(said: Said) -> bool:
    if said.amount.kind is not AmountKind.MONEY or said.amount.qualifier in _BOUNDS:
        return False
    return said.amount.per is None or period_of(said.amount.per) is not None


def _earlier_factors(said: list[Said], factor: Said) -> list[Said]:
    """Return the amounts before a factor that it is multiplied by."""
    at = said.index(factor)
    first = at
    while first > 0 and _SIGN.fullmatch(said[first].before):
        first -= 1
    return said[first:at]


def _in_sentence(one: Said, other: Said, total: Said, version: Version, earlier: list[Said]) -> Relation | None:
    """Return the relation, with the months where the price is monthly and the total yearly; None where nothing shows it.

    A total that the factors do not make is one that they should make where it is written out with signs, or where one slip in a
    figure explains the difference: the words alone may speak of a larger whole.
    """
    price, count = (one, other) if one.amount.kind is AmountKind.MONEY else (other, one)
    led_by, led_on = _LED_BY.search((earlier or [one])[0].before), _LED_ON.search(total.before)
    if led_by or led_on or earlier:
        return _chained((price, count, *earlier), total, (led_by[0] if led_by else "", led_on[0] if led_on else ""), version)
    factors = _periods(price, total)
    relations = [_relation(price, count, total, Fraction(factor)) for factor in factors]
    is_written_out = _SIGN.fullmatch(other.before) and re.fullmatch(r"\s*=\s*", total.before)
    if is_written_out:
        relations = [_as_written(relation, version) for relation in relations]
    for relation in relations:
        outcome = held_against(relation, version)
        if outcome and outcome.holds:
            return relation
    if is_written_out or (not _is_round(relations[0], version) and is_one_slip_off(relations[0], version)):
        return relations[0]
    outcome = held_against(relations[0], version)
    if outcome and unit_slips_of(outcome):
        return relations[0]
    return None


def _chained(factors: tuple[Said, ...], total: Said, chain: tuple[str, str], version: Version) -> Relation | None:
    """Return the product of a price, a count and the bare numbers before and after them, None where the total is not written out."""
    if not re.search(r"=\s*$", total.before):
        return None
    (price, count, *others), (led_by, led_on) = factors, chain
    if any(other.amount.kind not in COUNTED for other in others):
        return None
    numbers = [Fraction(number.replace(",", ".")) for number in re.findall(r"[0-9]+(?:,[0-9]+)?", f"{led_by} {led_on}")]
    facts: dict[str, Fact] = {
        "total": total.amount.literal,
        "price": price.amount.literal,
        "count": count.amount.literal,
        "led": "".join([_with_sign(led_by), *(f"{other.amount.literal} × " for other in others)]),
        "on": _with_sign(led_on),
    }
    chance = chance_of(1, 2 * total.amount.last_place, abs(total.amount.exactly))
    wording, parts = Message("relation.product.chain", facts), (price.entry, count.entry, *(other.entry for other in others))
    factor = prod(numbers, start=Fraction(1))
    relation = Relation(RelationKind.PRODUCT, total.entry, parts, wording, Origin.STATED, total.entry.place, 1, chance, factor=factor)
    return _as_written(relation, version)


def _with_sign(factors: str) -> str:
    """Return factors of a chain as they are written, with one sign and one space between them: "12 × ", " × 12"."""
    return (
        re.sub(r"\s*[x×*]\s*", " × ", factors, flags=re.IGNORECASE).lstrip()
        if factors[:1].isdigit()
        else re.sub(r"\s*[x×*]\s*", " × ", factors)
    )


def _as_written(relation: Relation, version: Version) -> Relation:
    """Return a product that is written out with signs: its price is what it is, if not finely rounded, and a count may be an average."""
    outcome = held_against(relation, version)
    if outcome is None or outcome.difference == 0:
        return replace(relation, exact=True)
    price, *counts = (amount for part in relation.parts if (amount := part.amount(version)))
    made = prod(map(multiplied_as, counts), start=Interval.exactly(price.exactly * relation.factor))
    is_near = abs(outcome.difference) <= FINELY_ROUNDED * abs(outcome.found.middle or Fraction(0))
    return replace(relation, exact=not (is_near or outcome.found.meets(made) or _is_round(relation, version)))


def _is_round(relation: Relation, version: Version) -> bool:
    """Tell whether a total that was rounded to its zeros, or a factor that is "cirka", explains the difference."""
    outcome, whole = held_against(relation, version), relation.whole.amount(version)
    if outcome is None or whole is None:
        return False
    factors = [amount for part in relation.parts if (amount := part.amount(version))]
    is_about = any(amount.qualifier in LOOSE for amount in (whole, *factors))
    return is_about or abs(outcome.difference) <= min(finest_step([relation.whole], version) / 2, FINELY_ROUNDED * abs(whole.exactly))


def _periods(price: Said, total: Said) -> list[int]:
    """Return what a price may have to be multiplied by besides the count, the likeliest first."""
    paid, made = period_of(price.amount.per or ""), period_of(f"{total.amount.per or ''} {total.before} {total.after[:20]}")
    if paid is Period.MONTH and made is Period.YEAR:
        return [12, 1]
    return [1, 12] if paid is Period.MONTH else [1]


def _relation(price: Said, count: Said, total: Said, factor: Fraction) -> Relation:
    key = "relation.product" if factor == 1 else "relation.product.times"
    facts: dict[str, Fact] = {
        "total": total.amount.literal,
        "price": price.amount.literal,
        "count": count.amount.literal,
        "times": int(factor),
    }
    chance = chance_of(1, 2 * total.amount.last_place, abs(total.amount.exactly))
    parts = (price.entry, count.entry)
    place = total.entry.place
    return Relation(RelationKind.PRODUCT, total.entry, parts, Message(key, facts), Origin.STATED, place, 1, chance, factor=factor)
