"""What an amount is paid or counted for each of: "kr per listad invånare", "kr/plats/år", "kr i månaden"."""

from __future__ import annotations

import re

from lydelse.patterns import compiled

_TIMES = r"(?:år|halvår|månad|vecka|dygn|dag|timme|kvartal|tertial|termin|läsår|plats|barn|elev|person|besök|enhet)"
_ADJECTIVE = (
    r"(?:(?:[^\W\d_]{1,15}(?:erad|erat|förd|fört|skriven|listad|viktad|skrivet)|listad|viktad|viktat|påbörjad|påbörjat|hel|helt|helår\w*"
    r"|enskild|enskilt|ny|nytt|genomförd|genomfört|utförd|utfört|fysisk|fysiskt|aktiv|aktivt|vuxen|boende|ordinarie|tillgänglig"
    r"|extra|individuell|individuellt|anställd|anställt|beviljad|beviljat|kalenderår)\s+)"
)
_NOUN = r"(?!(?:och|eller|samt|i|på|för|till|av|som|är|med|under|från)\b)(?:m[23](?!\w)|[^\W\d_][^\W\d_-]*(?:-[^\W\d_]+)*)"
_PER = compiled(
    rf"""(?:\s?\(?(?:exkl|inkl)(?:\.|usive)?\s+moms\)?)?\s{{0,3}}(?:
        /\s?(?P<slashed>{_ADJECTIVE}{{0,2}}{_NOUN}(?:\s?/\s?{_NOUN})*(?:\s+och\s+{_TIMES}\b)?)
      | \s(?:per|för\s+var(?:je|t|\s+och\s+en)?|à)\s+(?P<said>{_ADJECTIVE}{{0,2}}{_NOUN}(?:\s+(?:och|per)\s+{_TIMES}\b)?)
      | \s(?:i|om)\s+(?P<period>månaden|timmen|kvartalet|veckan|året|dygnet|dagen)\b
      | \s(?P<each>vardera|styck|st\b)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PERIODS = {
    "månaden": "månad", "timmen": "timme", "kvartalet": "kvartal", "veckan": "vecka", "året": "år", "dygnet": "dygn", "dagen": "dag",
}  # fmt: skip


_SMALL = compiled(
    r"(?:k?wh|km|kilometer|mil|m|meter|m²|m2|m³|m3|kbm|kvm|kubikmeter|kvadratmeter|l|liter|kg|kilo|g|gram|min|minut|sek|sekund|sida|tecken|ord|sms)"
    r"(?!\w)",
    re.IGNORECASE,
)

_SHORT = {
    "inv": "invånare", "mån": "månad", "tim": "timme", "h": "timme", "st": "styck", "pers": "person", "v": "vecka", "kvm": "m²", "m2": "m²",
    "m3": "m³", "kbm": "m³",
}  # fmt: skip
_JOINT = compiled(r"\s*/\s*|\s+(?:och|per)\s+", re.IGNORECASE)


def per_spelled_out(per: str) -> str:
    """Return what an amount is paid for each of in one of its spellings: "inv och år", "invånare/år" and "invånare per år" are one."""
    return "/".join(" ".join(_SHORT.get(word.strip("."), word) for word in part.split()) for part in _JOINT.split(per.lower()))


def per_end(text: str, at: int) -> int:
    """Return where what follows "/" or "per" on position ``at`` ends, ``at`` itself where nothing does."""
    match = _PER.match(text, at)
    return match.end() if match else at


def is_per_small_unit(per: str | None) -> bool:
    """Tell whether a price is for so little that it may have three decimals: a kilowatt hour, a kilometre, a litre."""
    return per is not None and _SMALL.match(per) is not None


def per_after(text: str, at: int) -> str | None:
    """Return what follows "/" or "per" directly on position ``at``, spaces evened out; None where nothing does."""
    match = _PER.match(text, at)
    if not match:
        return None
    if match["period"]:
        return _PERIODS[match["period"].lower()]
    said = match["slashed"] or match["said"] or match["each"]
    return " ".join(said.replace(" /", "/").replace("/ ", "/").split())
