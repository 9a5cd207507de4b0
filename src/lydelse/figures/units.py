"""Units in every spelling that Swedish documents use, each read as one of a few."""

from __future__ import annotations

import re
from decimal import Decimal

from lydelse.model.amount import AmountKind
from lydelse.patterns import compiled
from lydelse.records import dataclass

_KRONOR = r"(?:svenska\s{1,4})?(?:kronor(?:na|s)?|kronan?|kr|SEK)"

_SPELLINGS: tuple[tuple[str, AmountKind, str], ...] = (
    ("mdkr", AmountKind.MONEY, rf"(?:miljard(?:er(?:na)?|en)?|mdr|mrd|md)\.?\s{{1,4}}{_KRONOR}|md(?:r)?kr|mdr|mrd|mdSEK"),
    ("mkr", AmountKind.MONEY, rf"(?:miljon(?:er(?:na)?|en)?|milj|mln|mn|m)\.?\s{{1,4}}{_KRONOR}|m(?:n|ln|ilj)?kr|mn?SEK"),
    ("tkr", AmountKind.MONEY, rf"(?:tusen(?:tals?)?|tus|t)\.?\s{{1,4}}{_KRONOR}|t\.\s?kr|[tk]kr|[tk]SEK"),
    ("kr", AmountKind.MONEY, rf"{_KRONOR}|:\s?[-\u2013\u2014](?!\d)|,[-\u2013\u2014](?!\d)|\.-(?![\w-])"),
    ("öre", AmountKind.MONEY, r"öre"),
    ("procentenheter", AmountKind.SHARE, r"procentenhet(?:er|en)?|%-?enhet(?:er|en)?"),
    ("%", AmountKind.SHARE, r"%|procent(?:en)?|proc\b"),
    ("‰", AmountKind.SHARE, r"‰|promille"),
    ("km", AmountKind.BOUND, r"km|kilometer"),
    ("mil", AmountKind.BOUND, r"mil"),
    ("m²", AmountKind.BOUND, r"m[²2]|kvm|kvadratmeter"),
    ("m", AmountKind.BOUND, r"meter|(?-i:m)"),
)
_GROUPS = {f"u{at}": (unit, kind) for at, (unit, kind, _) in enumerate(_SPELLINGS)}
_ALTERNATIVES = "|".join(f"(?P<u{at}>{pattern})" for at, (_, _, pattern) in enumerate(_SPELLINGS))
_UNIT = compiled(rf"\s{{0,8}}(?:{_ALTERNATIVES})(?!\w)(?!%)", re.IGNORECASE)
_ANYWHERE = compiled(rf"(?<![^\W_])(?:{_ALTERNATIVES})(?!\w)", re.IGNORECASE)
_FIGURE_BEFORE = compiled(r"(?:(?<![0-9])[0-9]{1,3}|,[0-9]+)\s?$")
"""A figure, not a year, that ends a piece of a header."""

_BARE_LARGE = compiled(
    r"""\s{0,8}(?:(?P<mkr>miljon(?:er(?:na)?|en)?)|(?P<mdkr>miljard(?:er(?:na)?|en)?))(?!\w)
        (?=\s*(?:$|[.,;:)/]|(?:per|i|för|till|och|under|av|år|årligen|från|som|om|på|mer|mindre|högre|lägre|eller|samt|respektive|kan|ska|har|är|att|men|dock|vid|ur
           |enligt|jämfört|jämte|utöver|utan|inom|genom|mellan|mot|efter|vilket|varav|varje|vardera|netto|brutto|totalt|sammanlagt|bättre|sämre|större
           |då|när|där|därav|exklusive|inklusive|exkl|inkl|ges|utgår|avsätts|anslås|fördelas|tillförs|minus|plus)\b))""",
    re.VERBOSE | re.IGNORECASE,
)
"""Millions of nothing named are kronor, but only where no noun can follow: "2 miljoner träd" are trees."""


@dataclass(frozen=True, slots=True)
class UnitSpelling:
    """A unit as it stands in a text: the canonical unit, what kind of amount it makes, and where it ends."""

    unit: str
    kind: AmountKind
    end: int


def unit_after(text: str, at: int) -> UnitSpelling | None:
    """Return the unit that follows directly on position ``at``, spaces apart."""
    match = _UNIT.match(text, at)
    if match:
        unit, kind = _GROUPS[str(match.lastgroup)]
        return UnitSpelling(unit, kind, match.end())
    large = _BARE_LARGE.match(text, at)
    return UnitSpelling(str(large.lastgroup), AmountKind.MONEY, large.end()) if large else None


def unit_in(header: str) -> UnitSpelling | None:
    """Return the unit that a table header names anywhere ("Belopp (tkr)"); the first of money, else the first.

    The unit of a figure that stands in the header itself ("Moms 6 %", "Över 30 km") is not that of the figures below it.
    """
    found = [
        unit
        for match in _ANYWHERE.finditer(header)
        if (unit := UnitSpelling(*_GROUPS[str(match.lastgroup)], match.end())).unit != "m"  # "m.m." is no length
        and (unit.kind is AmountKind.MONEY or not _FIGURE_BEFORE.search(header, 0, match.start()))
    ]
    return next((unit for unit in found if unit.kind is AmountKind.MONEY), found[0] if found else None)


def glued_unit(text: str, at: int) -> bool:
    """Tell whether a unit begins at ``at`` itself, without a space ("669kr")."""
    return _UNIT.match(text, at) is not None


def in_kronor(value: Decimal, unit: str) -> tuple[Decimal, str]:
    """Return öre as kronor, any other value and unit as they are."""
    return (value.scaleb(-2), "kr") if unit == "öre" else (value, unit)
