"""Value added tax: what says that prices are without it or with it, and at which rate it is taken."""

from __future__ import annotations

import re
from enum import StrEnum

from lydelse.patterns import compiled
from lydelse.records import dataclass

RATES = (25, 12, 6)
"""The rates of the tax, in per cent."""

_TAX = r"(?:moms|mervärdes?skatt)\w*"
_AT = r"(?:\(?\d{1,2}\s*(?:%|procent(?:ig)?)\)?\s*)?"
_WITHOUT = compiled(
    rf"(?<!\w)(?:exkl\w*|ex|utan|före)\.?\s*{_AT}{_TAX}|(?<!\w){_TAX}\s+(?:(?:ej|inte)\s+\w+|tillkommer|ingår\s+(?:ej|inte))", re.IGNORECASE
)
_WITH = compiled(rf"(?<!\w)(?:inkl\w*|med|efter)\.?\s*{_AT}{_TAX}|(?<!\w){_TAX}\s+(?:ingår|inräknad|inkluderad)(?!\w)", re.IGNORECASE)
_ALONE = r"(?!\w)(?!\.?\s*[^\W\d_])\.?"
_WITHOUT_BARE = compiled(rf"(?<!\w)(?:exkl(?:usive)?|netto(?:pris|avgift|belopp)?){_ALONE}", re.IGNORECASE)
_WITH_BARE = compiled(rf"(?<!\w)(?:inkl(?:usive)?|brutto(?:pris|avgift|belopp)?){_ALONE}", re.IGNORECASE)
_SPOKEN_OF = compiled(rf"(?<!\w){_TAX}", re.IGNORECASE)
_PERCENT = compiled(r"\(?\d{1,2}\s*(?:%|procent)\)?", re.IGNORECASE)
_OF_MONEY = {"kr", "kronor", "sek"}
_BETWEEN = (
    r"(?:[\s(:,=–-]|på|med|är|om|som|utgår|tillkommer|ingår|inräknad|inkluderad|beräknas|uppgår|till|läggs|för\s+närvarande|f\.?\s?n\.?)*"
)
_STATED = compiled(
    rf"(?<![\d,.])(?P<first>\d{{1,2}})(?:,0+)?\s*-?(?:%|procent(?:ig|s)?)\s*{_TAX}"
    rf"|(?<!\w){_TAX}{_BETWEEN}(?<![\d,.])(?P<then>\d{{1,2}})(?:,0+)?\s*(?:%|procent)",
    re.IGNORECASE,
)


class TaxSide(StrEnum):
    """Whether a price is without the tax or with it."""

    WITHOUT = "without"
    WITH = "with"


@dataclass(frozen=True, slots=True)
class NamedPrice:
    """A row or a column of prices by its name: None where that says nothing of the tax, ``rest`` the other words of it."""

    side: TaxSide | None
    rest: frozenset[str]


def speaks_of_tax(text: str) -> bool:
    """Tell whether a text speaks of value added tax at all."""
    return _SPOKEN_OF.search(text) is not None


def may_be_of_a_side(name: str) -> bool:
    """Tell whether a name may say that prices are without the tax or with it: "Exkl.", "Netto", "Med moms"."""
    return any(pattern.search(name) for pattern in (_WITHOUT, _WITH, _WITHOUT_BARE, _WITH_BARE))


def named_price(name: str, *, in_table_of_tax: bool) -> NamedPrice:
    """Return what a name says of the tax; "Exkl." and "Brutto" alone say it only where the table or the text by it speaks of the tax."""
    sides = [(_WITHOUT, TaxSide.WITHOUT), (_WITH, TaxSide.WITH)]
    sides += [(_WITHOUT_BARE, TaxSide.WITHOUT), (_WITH_BARE, TaxSide.WITH)] if in_table_of_tax else []
    for pattern, side in sides:
        if pattern.search(name):
            return NamedPrice(side, _words(pattern.sub(" ", name)))
    return NamedPrice(None, _words(name))


def _words(name: str) -> frozenset[str]:
    words = re.findall(r"\w+", _PERCENT.sub(" ", name).casefold())
    return frozenset(words) - _OF_MONEY


def stated_rates_in(text: str) -> frozenset[int]:
    """Return the rates of the tax that a text states: "25 % moms", "mervärdesskatt (12 %)"."""
    found = {int(match["first"] or match["then"]) for match in _STATED.finditer(text)}
    return frozenset(found) & frozenset(RATES)
