"""Periods that amounts are paid for: by the year, the quarter, the month."""

from __future__ import annotations

import re
from enum import IntEnum

from lydelse.patterns import compiled

_PERIODS = (
    ("MONTH", r"månad(?:en|er)?|mån\b|månads\w*|månatlig\w*|månadsvis"),
    ("QUARTER", r"kvartal(?:et|en)?|kvartalsvis|kvartals\w*"),
    ("TERTIAL", r"tertial(?:et|en)?|tertialvis"),
    ("HALF", r"halvår(?:et|en)?|halvårs\w*|termin(?:en)?|terminsvis|termins\w*"),
    (
        "YEAR",
        r"år(?:et)?|årlig\w*|års(?:belopp|ersättning|avgift|kostnad|hyra|pris|peng|bidrag|anslag|premie)\w*|hel(?:år|året|års\w*)|kalenderår(?:et)?|läsår(?:et)?",
    ),
)
_PERIOD = compiled("|".join(rf"(?P<{name}>(?<!\w)(?:{words})(?!\w))" for name, words in _PERIODS), re.IGNORECASE)
_BY = compiled(
    r"(?:(?:per|varje|om|i|under|för|/)\s?|^)(?=(?:månad|kvartal|tertial|halvår|(?:hel|kalender)?år)(?:en|et)?(?!\w))|(?:års|månads|kvartals|halvårs)[^\W\d_]{3,}"
    r"|årlig\w*|månatlig\w*|(?:månads|kvartals|tertial)vis",
    re.IGNORECASE,
)
_EQUAL_PARTS = compiled(
    r"(?<!\w)(?:en\s+(?P<part>tolftedel|fjärdedel|tredjedel|tiondel)|1/(?P<digits>12|10|4|3|2)(?!\d)"
    r"|(?P<count>tolv|tio|sex|fyra|tre|två|12|10|6|4|3|2)\s+(?:lika\s+)?(?:stora\s+)?(?:del(?:ar|betalningar|utbetalningar)|rater|månadsbelopp|utbetalningar))(?!\w)",
    re.IGNORECASE,
)
_PARTS = {
    "tolftedel": 12, "tiondel": 10, "fjärdedel": 4, "tredjedel": 3, "tolv": 12, "tio": 10, "sex": 6, "fyra": 4, "tre": 3, "två": 2,
}  # fmt: skip


class Period(IntEnum):
    """A period, as the number of months that it is."""

    MONTH = 1
    QUARTER = 3
    TERTIAL = 4
    HALF = 6
    YEAR = 12


def period_of(text: str) -> Period | None:
    """Return the one period that a text names ("elev och månad", "årsbeloppet"), None where it names none or several."""
    found = {str(match.lastgroup) for match in _PERIOD.finditer(text)}
    return Period[found.pop()] if len(found) == 1 else None


def period_paid_by(text: str) -> Period | None:
    """Return the one period that words beside an amount say that it is paid by: "per månad", "årsbeloppet", not "under året"."""
    return period_of(text) if _BY.search(text) else None


def equal_parts_in(text: str) -> int | None:
    """Return how many equal parts a text says that something is paid in ("en tolftedel", "tolv lika delar"), None where it does not."""
    match = _EQUAL_PARTS.search(text)
    if not match:
        return None
    said = (match["part"] or match["digits"] or match["count"]).lower()
    return int(said) if said.isdigit() else _PARTS[said]
