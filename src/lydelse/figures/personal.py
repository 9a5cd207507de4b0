"""Personal data in a text: personal identity numbers with a right check digit, and addresses that name a person."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from enum import StrEnum
from urllib.parse import unquote

from lydelse.figures.links import links_in
from lydelse.figures.numbers import has_digits
from lydelse.patterns import compiled
from lydelse.records import dataclass


class PersonalKind(StrEnum):
    """What sort of personal data a text holds."""

    IDENTITY_NUMBER = "identity number"
    PRIVATE_ADDRESS = "private address"
    ADDRESS_IN_LINK = "address in link"


@dataclass(frozen=True, slots=True)
class Personal:
    """Personal data where it stands. ``masked`` is what may be shown of it."""

    kind: PersonalKind
    masked: str
    start: int
    end: int


PRIVATE_PROVIDERS = (
    *("gmail", "googlemail", "hotmail", "outlook", "live", "msn", "yahoo", "icloud", "me", "mac", "aol", "proton", "protonmail"),
    *("telia", "comhem", "bredband", "bredband2", "bahnhof", "home", "spray", "passagen", "swipnet", "tele2", "glocalnet", "ownit"),
)
"""Where private persons have their addresses: the name before the top domain."""

_IDENTITY = compiled(
    r"(?<![\w/:.+-])(?P<century>(?:19|20)?)(?P<year>[0-9]{2})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?P<sign>\s?[-+\u2013]\s?|(?<=[0-9]{8})\s|)(?P<serial>[0-9]{4})(?![\w/:]|-[0-9])"
)
_ADDRESS = compiled(r"(?<![\w.+-])(?P<local>[\w.+-]{1,64})@(?P<host>[\w-]{1,64}(?:\.[\w-]{1,64}){1,5})(?![\w@])")
_TWO_NAMES = compiled(r"[^\W\d_]{2,}[._-][^\W\d_]{2,}(?:[._-][^\W\d_]{2,})?[0-9]{0,3}$")
_CALLED_SO = compiled(r"(?:person(?:nummer|nr)|samordningsn(?:umme)?r|p-?nr|född)[\s.:]*$", re.IGNORECASE)
_CODE_BEFORE = compiled(r"(?:nummer|nr|konto|id|kod|ocr|referens|order|giro|isbn|gtin|ean)[\s.:]*$", re.IGNORECASE)
LOOK_BACK = 24
COORDINATION_DAY = 60
"""Is added to the day of birth in a coordination number (samordningsnummer)."""


def personal_in(text: str) -> tuple[Personal, ...]:
    """Return the personal data of a text in order.

    A work address that stands openly is none: officials' contact details are published with the document. An address that names
    a person and stands inside a link, where nobody sees it, is.
    """
    links = [(link.start(), link.end()) for link in links_in(text) if "://" in link[0] or link[0].lower().startswith("www.")]
    numbers = (each for each in _identity_numbers(text) if not any(start <= each.start < end for start, end in links))
    return tuple(sorted((*numbers, *_private_addresses(text, links), *_hidden_addresses(text, links)), key=lambda each: each.start))


def _identity_numbers(text: str) -> Iterator[Personal]:
    for match in _IDENTITY.finditer(text) if has_digits(text) else ():
        before = text[max(0, match.start() - LOOK_BACK) : match.start()]
        if not match["sign"] and not _CALLED_SO.search(before) and (not match["century"] or _CODE_BEFORE.search(before)):
            continue  # ten digits in a row may be anything, and twelve what they are called
        if match["sign"].isspace() and not match["century"]:
            continue
        digits = match["year"] + match["month"] + match["day"] + match["serial"]
        if _is_a_day(match) and _checks(digits):
            masked = f"{match['century']}{match['year']}XXXX{match['sign'].strip()}XXXX"
            yield Personal(PersonalKind.IDENTITY_NUMBER, masked, match.start(), match.end())


def _is_a_day(match: re.Match[str]) -> bool:
    day = int(match["day"])
    year = int((match["century"] or "20") + match["year"])
    try:
        datetime.date(year, int(match["month"]), day - COORDINATION_DAY if day > COORDINATION_DAY else day)
    except ValueError:
        return False
    return True


def _checks(digits: str) -> bool:
    """Tell whether ten digits end with the check digit that the first nine give (the Luhn sum, as Skatteverket uses it)."""
    doubled = (int(digit) * (2 - at % 2) for at, digit in enumerate(digits))
    return sum(each // 10 + each % 10 for each in doubled) % 10 == 0


def _private_addresses(text: str, links: list[tuple[int, int]]) -> Iterator[Personal]:
    for match in _ADDRESS.finditer(text) if "@" in text else ():
        if any(start <= match.start() < end for start, end in links):
            continue
        if match["host"].lower().split(".")[-2] in PRIVATE_PROVIDERS:
            yield Personal(PersonalKind.PRIVATE_ADDRESS, _masked(match), match.start(), match.end())


def _hidden_addresses(text: str, links: list[tuple[int, int]]) -> Iterator[Personal]:
    """Yield the links that carry a person's address, escaped or not; of several addresses in one link the first."""
    for start, end in links:
        plain = unquote(unquote(text[start:end])).replace("|", " ")
        named = (each for each in _ADDRESS.finditer(plain) if _TWO_NAMES.match(each["local"]) or _is_private(each))
        first = next(named, None)
        if first:
            yield Personal(PersonalKind.ADDRESS_IN_LINK, _masked(first), start, end)


def _is_private(address: re.Match[str]) -> bool:
    return address["host"].lower().split(".")[-2] in PRIVATE_PROVIDERS


def _masked(address: re.Match[str]) -> str:
    return f"{address['local'][0]}…@{address['host']}"
