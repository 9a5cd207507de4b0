"""A figure that a clause of a motion asks to have changed: what it was, what it moves by, what it becomes."""

from __future__ import annotations

import re
from fractions import Fraction

from lydelse.figures.numbers import Number, numbers_in
from lydelse.figures.prose import amounts_in
from lydelse.impact.motions.asked import Asked, Kind
from lydelse.impact.motions.targets import RANGE
from lydelse.model.amount import Amount, AmountKind
from lydelse.patterns import compiled

_UP = r"(?:höj\w*|ök\w*|utök\w*|uppräkna\w*|räkna\w*\s+upp)"
_DOWN = r"(?:sänk\w*|minsk\w*|reducer\w*|dra(?:s|r)?\s+ned)"
_SET = (
    r"(?:ändra\w*|byt(?:s|as|er|a)?(?:\s+ut)?|sätt(?:s|a|er)?|fastställ\w*|bestäm\w*|blir|bli|ska(?:ll)?\s+(?:vara|bli|uppgå|utgöra|ligga)|uppgår|uppgå|justera\w*"
    r"|återställ\w*|ersätt(?:s|as|a|er)|behåll\w*|bibehåll\w*|kvarstå\w*|är|ska(?:ll)?\s+(?:det\s+)?stå|utgår\s+med|betalas\s+med|betalas\s+ut\s+med)"
)
_VERB = compiled(rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<set>{_SET}))(?!\w)", re.IGNORECASE)
TIMES = compiled(r"(?<!\w)(?:(?P<two>(?:för)?dubbl\w*)|(?P<three>(?:tre|tri)(?:dubbl|pl)\w*)|(?P<half>halver\w*))", re.IGNORECASE)
MOVING = compiled(rf"(?<!\w)(?:{_UP}|{_DOWN})", re.IGNORECASE)
"""Words by which a figure rises or falls."""
_FROM = compiled(
    r"(?:från|i\s?stället\s+för|istället\s+för|nuvarande|föreslagna|dagens)\s+(?:(?:nuvarande|föreslagna|dagens)\s+)?$", re.IGNORECASE
)
_BY = compiled(r"(?:med|på)\s+(?:ytterligare\s+|cirka\s+|ca\s+|totalt\s+)?$", re.IGNORECASE)


def figure_asked(text: str) -> Asked | None:
    """Return a change of a figure, None where the clause says none."""
    times = TIMES.search(text)
    if times:
        factor = Fraction(1) if times["two"] else Fraction(2) if times["three"] else Fraction(-1, 2)
        return Asked(Kind.FIGURE, phrase_of(text, times, []), share=factor)
    amounts = _amounts(text)
    placed = _as_what_is(text, [(amount, _role(text, amount)) for amount in amounts])
    stated = [(amount, role) for amount, role in placed if role]
    led = [(amount, role) for amount, role in stated if role != "from" or _verb_before(text, amount.start)]
    if not led:
        return _instead(text, amounts, placed)
    verb = _verb_before(text, min(amount.start for amount, _ in led))
    if verb is None:
        return _instead(text, amounts, placed)
    up = True if verb["up"] else False if verb["down"] else None
    if any(sum(role == each for _, role in stated) > 1 for each in ("to", "by", "from")):
        return Asked(Kind.UNKNOWN, text)
    to = next((amount for amount, role in stated if role == "to"), None)
    from_ = next((amount for amount, role in stated if role == "from"), None)
    by = next((amount for amount, role in stated if role == "by"), None)
    if by is not None and up is None:
        to, by = (to or by, None) if verb["set"] else (to, by)
    if to is None and by is None:
        return None
    phrase = phrase_of(text, verb, [amount for amount, _ in stated])
    share = None
    if by is not None and by.kind is AmountKind.SHARE and by.unit == "%" and not _of_points(text, by):
        share = by.exactly / 100 * (1 if up else -1)
        return Asked(Kind.FIGURE, phrase, to=to, share=share, from_=from_, up=up, in_percent=True)
    return Asked(Kind.FIGURE, phrase, to=to, by=by, from_=from_, up=up)


def _as_what_is(text: str, placed: list[tuple[Amount, str]]) -> list[tuple[Amount, str]]:
    """Return the figures of a clause with how each is used; money and shares that stand before what they are to be are what is now."""
    becomes = max((amount.start for amount, role in placed if role in {"to", "by"}), default=0)
    return [(amount, _used_as(text, amount, role, becomes)) for amount, role in placed]


def _used_as(text: str, amount: Amount, role: str, becomes: int) -> str:
    if role == "from" or amount.start >= becomes:
        return role
    if _verb_before(text, amount.start) is not None and role:
        return role
    return "from" if amount.kind in {AmountKind.MONEY, AmountKind.SHARE} and amount.unit else ""


def _instead(text: str, amounts: list[Amount], placed: list[tuple[Amount, str]]) -> Asked | None:
    """Return "avsätter 3 000 tkr i stället för 2 600 tkr": one figure instead of another, whatever the verb."""
    from_ = [amount for amount, role in placed if role == "from"]
    others = [amount for amount, role in placed if not role]
    if len(from_) != 1 or len(others) != 1 or len(amounts) != 2:
        return None
    phrase = text
    for amount in reversed(amounts):
        phrase = f"{phrase[: amount.start]} {phrase[amount.end :]}"
    return Asked(Kind.FIGURE, phrase, to=others[0], from_=from_[0])


def _of_points(text: str, amount: Amount) -> bool:
    return "procentenhet" in text[amount.start : amount.end + 12].lower()


def _verb_before(text: str, at: int) -> re.Match[str] | None:
    """Return the verb that a figure belongs to: the last one before it, one of rising and falling before any other."""
    verbs = [match for match in _VERB.finditer(text) if match.end() <= at]
    moving = [match for match in verbs if match["up"] or match["down"]]
    return moving[-1] if moving else verbs[-1] if verbs else None


def _amounts(text: str) -> list[Amount]:
    """Return the amounts of a clause, and bare numbers after "to" or "be": weights are written without a unit."""
    ranges = [match.span() for match in RANGE.finditer(text)]
    found = [amount for amount in amounts_in(text) if not any(start <= amount.start < end for start, end in ranges)]
    for number in numbers_in(text):
        taken = [*ranges, *((amount.start, amount.end) for amount in found)]
        if not any(start <= number.start < end for start, end in taken) and _is_bare_value(text, number):
            found.append(Amount(AmountKind.WEIGHT, number.value, "", number.literal, number.start, number.end))
    return sorted(found, key=lambda amount: amount.start)


def _is_bare_value(text: str, number: Number) -> bool:
    before = text[: number.start]
    said = re.search(r"(?:till|från|vara|bli|blir|på|är|med|i\s?stället\s+för)\s+$", before, re.IGNORECASE)
    return bool(said) and not number.is_year and not re.match(r"\s*(?:[-–]\s*\d|år\b)", text[number.end :])


def _role(text: str, amount: Amount) -> str:
    """Return how a clause uses a figure: what it was ("from"), what it moves by ("by"), what it becomes ("to"); "" for none of these."""
    before = text[: amount.start]
    if _FROM.search(before):
        return "from"
    if _BY.search(before):
        return "by"
    said = re.search(
        r"(?:till|blir|bli|vara|uppgå(?:r)?\s+till|uppgår|är|utgöra|stå|på|mot|minst|högst|lägst|behålls|kvarstår)\s+(?:högst\s+|minst\s+|lägst\s+|maximalt\s+)?$",
        before,
        re.IGNORECASE,
    )
    return "to" if said else ""


_LEADS = compiled(
    r"(?:i\s?stället\s+för|istället\s+för|(?:från\s+)?nuvarande|dagens|från|till|med|på)\s*(?:högst|lägst|minst|maximalt|ytterligare|cirka|ca\.?)?\s*$",
    re.IGNORECASE,
)
_STARTS = compiled(r"(?<!\w)(?:från\s+och\s+med|fr\.?o\.?m\.?)\s+(?:den\s+)?(?:\d{1,2}\s+\w+\s+)?(?:år\s+)?(?:19|20)\d\d", re.IGNORECASE)


def phrase_of(text: str, verb: re.Match[str], amounts: list[Amount]) -> str:
    """Return what a clause is about: all of it but its verb, its figures and the small words that lead in to them.

    Whatever else it says, a condition or another thing, must be found in the proposal too.
    """
    spans = sorted([(verb.start(), verb.end()), *((amount.start, _end_of(text, amount)) for amount in amounts)])
    kept: list[str] = []
    at = 0
    for start, end in spans:
        kept.append(_LEADS.sub(" ", text[at:start]))
        at = max(at, end)
    kept.append(text[at:])
    return _STARTS.sub(" ", " ".join(kept))


def _end_of(text: str, amount: Amount) -> int:
    """Return where a figure ends, what it is counted per included."""
    per = re.match(r"\s*(?:/|per\s)\s*[^.,;]{1,40}", text[amount.end :]) if amount.per else None
    return amount.end + (len(per[0]) if per and amount.per and len(per[0]) <= len(amount.per) + PER_SIGNS else 0)


PER_SIGNS = 6
"""Signs that stand between a figure and what it is counted per, at most."""
