"""The people, places, things and times that tender documents count."""

from __future__ import annotations

import re

from lydelse.patterns import compiled
from lydelse.records import dataclass

_NOUNS = (
    "invånare(?:n|s)?|personer(?:na)?|individer|listade|folkbokförda|patienter(?:na)?|elever(?:na)?|barn(?:en)?|ungdomar|vuxna|studenter|deltagare"
    "|brukare|kunder|boende|klienter|medborgare|kvinnor|män|flickor|pojkar|familjer|hushåll|föräldrar|äldre|människor|ledamöter|ersättare"
    "|läkare|sjuksköterskor|tandläkare|psykologer|medarbetare|anställda|årsarbetare|årsarbeten|tjänster|befattningar|handledare|lärare"
    "|medlem(?:mar(?:na)?)?|föreningar(?:na)?|företag|användare|besökare|resenärer|bostäder|ansökningar(?:na)?|platser(?:na)?|vårdplatser|bäddar|besök(?:en)?|kontakter|läkarbesök|hembesök|behandlingar|undersökningar|operationer|vårdtillfällen|åtgärder"
    "|enheter(?:na)?|mottagningar|vårdcentraler|hälsocentraler|skolor|förskolor|avdelningar|kommuner|orter|leverantörer|utförare|vårdgivare"
    "|timmar(?:na)?|minuter|dagar|arbetsdagar|vardagar|dygn|veckor|månader|gånger|tillfällen|resor|körningar|fordon|ärenden|uppdrag|prover"
    "|(?:pris|inkomst)?basbelopp|lägenheter|portioner|måltider|poäng|stycken|st"
)
_PARTICIPLE = (
    r"(?:[^\W\d_]{1,22}(?:ade|rda|lda|dda|nda|tta|sta|fta|iga|iska|ella)"
    r"|nya|extra|hela|olika|unika|fler|vuxna|äldre|yngre|fysiska|privata|lediga|st|stycken)"
)
_COUNTED = compiled(
    rf"\s{{1,8}}(?:(?P<scale>miljon(?:er)?|tusen|miljard(?:er)?)\s+)?(?:{_PARTICIPLE}\s+){{0,2}}"
    rf"(?P<noun>(?:[^\W\d_]{{2,25}}?)?(?:{_NOUNS}))(?![\w-])",
    re.IGNORECASE,
)
_SAID_TO_BE = (
    r"(?:är|var|blir|blev|bli|vara|uppgår\s+till|uppgick\s+till|uppgå\s+till|ökar|ökade|öka[dt]?|minskar|minskade|minska[dt]?|stiger|steg|sjunker|sjönk"
    r"|(?:beräkna|uppskatta|bedöm|prognostisera|förvänta|vänta|anta|budgetera|planera|fastställ|prognosticera)[^\W\d_]{0,3}(?:\s+(?:bli|vara|uppgå|öka|minska))?"
    r")(?:\s+med\s[^.;:]{1,24}?)?(?:\s+från\s[^.;:]{1,24}?)?(?:\s+till)?"
)
_NUMBER_OF = compiled(
    rf"(?<!\w)(?:[^\W\d_]{{0,20}}antal(?:et)?)\s+(?P<what>[^.;:()?!]{{2,70}}?)\s+{_SAID_TO_BE}"
    r"\s+(?:(?:cirka|ca|omkring|ungefär|knappt|drygt|totalt|nu)\.?\s+)*$",
    re.IGNORECASE,
)
"""What stands before the number of something: "antalet beviljade timmar beräknas till "."""
_END_OF_NOUN = compiled(
    r"\s(?:i|för|med|per|på|inom|av|som|under|enligt|hos|vid|till|från|den|år(?:et)?|har|hade|kommer|ska|bör|måste)(?!\w)|\s\d|,",
    re.IGNORECASE,
)
_LOOK_BACK = 130
_ZEROS = {"tusen": 3, "miljon": 6, "miljoner": 6, "miljard": 9, "miljarder": 9}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: the noun in lower case, how many zeros stand between in words ("miljoner": 6), and where the noun ends."""

    noun: str
    zeros: int
    end: int


def counted_after(text: str, at: int) -> Counted | None:
    """Return the counted noun that follows on position ``at``, at most two participles or adjectives between."""
    match = _COUNTED.match(text, at)
    if not match:
        return None
    zeros = _ZEROS[match["scale"].lower()] if match["scale"] else 0
    return Counted(match["noun"].lower(), zeros, match.end())


def counted_before(text: str, at: int) -> str | None:
    """Return what the bare number at position ``at`` is said to be the number of ("antalet beviljade timmar beräknas till ": "timmar")."""
    before = text[max(0, at - _LOOK_BACK) : at]
    match = _NUMBER_OF.search(before) if "antal" in before.lower() else None
    if match is None:
        return None
    noun = _END_OF_NOUN.split(match["what"], maxsplit=1)[0].split()
    return noun[-1].lower() if noun and noun[-1].isalpha() else None
