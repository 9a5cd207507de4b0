"""A relation that was found in a document, written as an equation between named quantities."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from lydelse.figures.spelling import spelled
from lydelse.model.amount import AmountKind, Exactness
from lydelse.model.calculation import Relation, RelationKind
from lydelse.model.quantity import Entry
from lydelse.model.text import Version


def quantities_of(relation: Relation) -> tuple[Entry, ...]:
    """Return the amounts of a relation that its equation names; a share that is a rule is a number instead."""
    entries = (relation.whole, *relation.parts)
    return tuple(entry for entry in entries if not (relation.kind is RelationKind.SHARE and _is_rule(entry)))


def equation_text(relation: Relation, names: Mapping[int, str]) -> str:
    """Return a relation as an equation, "" where one of its quantities has no name or the relation is no equation."""
    if any(id(entry) not in names for entry in quantities_of(relation)):
        return ""
    whole, parts = names[id(relation.whole)], relation.parts
    match relation.kind:
        case RelationKind.SUM:
            return f"{whole} = {_summed(relation, names)}"
        case RelationKind.SHARE:
            return _shared(relation, whole, names)
        case RelationKind.PRODUCT | RelationKind.INSTALMENT:
            factor = [] if relation.factor == 1 else [_number(relation.factor)]
            return f"{whole} = {' * '.join([*factor, *(names[id(part)] for part in parts)])}" if all(factor) else ""
        case RelationKind.RATIO:
            figures = [names[id(entry)] for entry in (relation.whole, *parts)]
            return " = ".join(f"{total} / {average}" for total, average in zip(figures[::2], figures[1::2], strict=True))
        case RelationKind.EQUALITY:
            return " = ".join([whole, *(names[id(part)] for part in parts)])
        case _:
            return ""


def _summed(relation: Relation, names: Mapping[int, str]) -> str:
    signed = [("-" if at in relation.minus else "+", names[id(part)]) for at, part in enumerate(relation.parts)]
    text = " ".join(f"{sign} {name}" for sign, name in signed)
    return text.removeprefix("+ ") if text.startswith("+ ") else f"-{text[2:]}"


def _shared(relation: Relation, whole: str, names: Mapping[int, str]) -> str:
    share, base = relation.parts[0], relation.parts[1:]
    rate = _percent(share) if _is_rule(share) else names[id(share)]
    if relation.on_top:
        rate = f"(1 {'+' if relation.on_top > 0 else '-'} {rate})"
    summed = " + ".join(names[id(part)] for part in base)
    return f"{whole} = {rate} * {f'({summed})' if len(base) > 1 else summed}"


def _is_rule(entry: Entry) -> bool:
    """Tell whether a share is a rule that both versions state alike: it is then a number of the model, not a figure of the document."""
    stated = [amount for version in Version if (amount := entry.amount(version))]
    if entry.kind is not AmountKind.SHARE or any(amount.unit != "%" for amount in stated):
        return False
    return len({amount.value for amount in stated}) == 1 and all(amount.exactness is Exactness.RULE for amount in stated)


def _percent(entry: Entry) -> str:
    return f"{spelled(entry.stated.value)} %"


def _number(value: Fraction) -> str:
    """Return a factor as it is written, "" where no decimals hold it."""
    decimal = Decimal(value.numerator) / Decimal(value.denominator)
    return spelled(decimal) if Fraction(decimal) == value else ""
