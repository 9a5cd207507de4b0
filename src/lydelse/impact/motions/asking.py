"""A clause of a motion -> what it asks: a figure changed, words replaced, a part struck or added; or that it asks for no change."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from lydelse.figures.numbers import Number, numbers_in
from lydelse.figures.prose import amounts_in
from lydelse.impact.motions.clauses import HELD, Clause
from lydelse.model.amount import Amount, AmountKind

_UP = r"(?:höj\w*|ök\w*|uppräkna\w*|räkna\w*\s+upp)"
_DOWN = r"(?:sänk\w*|minsk\w*|reducer\w*|dra(?:s|r)?\s+ned)"
_SET = (
    r"(?:ändra\w*|sätt(?:s|a|er)?|fastställ\w*|bestäm\w*|blir|bli|ska(?:ll)?\s+(?:vara|bli|uppgå|utgöra|ligga)|uppgår|uppgå|justera\w*"
    r"|ersätt(?:s|as)|behåll\w*|kvarstå\w*|är|utgår\s+med|betalas\s+med|betalas\s+ut\s+med)"
)
_VERB = re.compile(rf"(?<!\w)(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<set>{_SET}))(?!\w)", re.IGNORECASE)
_TIMES = re.compile(r"(?<!\w)(?:(?P<two>(?:för)?dubbl\w*)|(?P<three>(?:tre|tri)(?:dubbl|pl)\w*)|(?P<half>halver\w*))", re.IGNORECASE)
_STRIKES = re.compile(
    r"(?<!\w)(?:stryk\w*|utgår|utgå|tas\s+bort|ta\s+bort|borttas|slopas|slopa|avskaffas|upphävs|ur\s+förslaget)(?!\w)", re.IGNORECASE
)
_ADDS = re.compile(
    r"(?<!\w)(?:lägg(?:s|a)?\s+till|läggs?\s+in|tillförs|tillfoga\w*|inför(?:s|as|a)?|infoga\w*|tillägg|kompletteras|skjuts\s+in|ny\s+punkt|nytt\s+stycke|ny\s+mening)(?!\w)",
    re.IGNORECASE,
)
_REPLACES = re.compile(
    r"(?<!\w)(?:ersätt\w*|byt\w*|ändra\w*|i\s?stället\s+för|istället\s+för|ska(?:ll)?\s+(?:lyda|ha\s+lydelsen)|får\s+(?:följande\s+)?lydelse\w*|omformulera\w*)(?!\w)",
    re.IGNORECASE,
)
_INSTEAD = re.compile(rf"{HELD}[^{HELD}]*(?:i\s?stället\s+för|istället\s+för)[^{HELD}]*{HELD}", re.IGNORECASE)
_REJECTS = re.compile(
    r"(?<!\w)(?:avsl(?:ag|å)\w*)\s+(?:på\s+|till\s+|för\s+)?(?:den\s+)?(?:föreslagna?\s+)?(?P<what>(?:höjning|sänkning|ändring|uppräkning|förändring)\w*)",
    re.IGNORECASE,
)
_UNCHANGED = re.compile(r"(?<!\w)(?:förblir|lämnas|är|ska(?:ll)?\s+vara|ligger\s+kvar|kvarstår)\s+(?:på\s+)?oförändra\w*", re.IGNORECASE)
_PROCEDURE = re.compile(
    r"(?<!\w)(?:återremi\w*|bordlägg\w*|bordläggning|vilande\w*|remitter\w*|(?:avslag|avslå\w*)\s*(?:på|till)?\s*(?:hela\s+)?"
    r"(?:(?:arbetsutskottets|nämndens|styrelsens|regiondirektörens|förvaltningens)\s+)?(?:förslag|ärende|punkt|motion|framställ)\w*|avslår?\s+ärendet|avslag\.?$)",
    re.IGNORECASE,
)
_APPROVES = re.compile(
    r"(?<!\w)(?:bifall\w*|bifaller|i\s+övrigt\s+(?:enligt|bifall|godkänn)\w*|antar\s+förslaget|enligt\s+förslaget)(?!\w)", re.IGNORECASE
)
_NEGATES = re.compile(r"(?<!\w)(?:inte|ej|icke|aldrig)(?!\w)", re.IGNORECASE)
_FROM = re.compile(
    r"(?:från|i\s?stället\s+för|istället\s+för|nuvarande|föreslagna|dagens)\s+(?:(?:nuvarande|föreslagna|dagens)\s+)?$", re.IGNORECASE
)
_BY = re.compile(r"(?:med|på)\s+(?:ytterligare\s+|cirka\s+|ca\s+|totalt\s+)?$", re.IGNORECASE)
_WANTS = re.compile(
    r"(?<!\w)(?:ska|skall|höj\w*|sänk\w*|ök\w*|minsk\w*|ändra\w*|stryk\w*|utgår|läggs?|inför\w*|ersätt(?:s|as)|byt(?:s|as)|fördubbl\w*|halver\w*|avsl\w*|tas\s+bort)(?!\w)",
    re.IGNORECASE,
)


class Kind(StrEnum):
    """What a clause asks for."""

    FIGURE = "figure"
    REVERT = "revert"
    REPLACE = "replace"
    STRIKE_TEXT = "strike text"
    STRIKE_PART = "strike part"
    ADD = "add"
    PROCEDURE = "procedure"
    NOTHING = "nothing"
    VAGUE = "vague"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Asked:
    """What a clause asks for.

    ``phrase`` names what it is about. Of a figure: ``to`` is its new value, ``by`` what it moves by, ``share`` by what part of itself,
    ``from_`` what it is said to be; ``up`` whether it is to rise, None where that is not said.
    """

    kind: Kind
    phrase: str
    to: Amount | None = None
    by: Amount | None = None
    share: Fraction | None = None
    from_: Amount | None = None
    up: bool | None = None


def asked_in(clause: Clause) -> Asked:
    """Return what a clause asks for."""
    text = clause.text
    rejected = _REJECTS.search(text)
    if rejected:
        return Asked(Kind.REVERT, text[rejected.end() :])
    if clause.quotes:
        return _about_words(clause)
    unchanged = _UNCHANGED.search(text)
    if unchanged:
        return Asked(Kind.REVERT, text[: unchanged.start()])
    if _NEGATES.search(text):
        return Asked(Kind.UNKNOWN, text)
    asked = _procedural(text) or _figure(text) or _part_or_vague(text)
    is_demand = clause.moved or bool(amounts_in(text))
    return Asked(Kind.UNKNOWN, text) if asked.kind is Kind.NOTHING and is_demand and not _APPROVES.search(text) else asked


def _procedural(text: str) -> Asked | None:
    if _PROCEDURE.search(text):
        return Asked(Kind.PROCEDURE, text)
    return Asked(Kind.NOTHING, text) if _APPROVES.search(text) else None


def _part_or_vague(text: str) -> Asked:
    strikes = _STRIKES.search(text)
    if strikes:
        return Asked(Kind.STRIKE_PART, f"{text[: strikes.start()]} {text[strikes.end() :]}".strip())
    if re.search(rf"(?<!\w)(?:{_UP}|{_DOWN})", text, re.IGNORECASE):
        return Asked(Kind.VAGUE, text)
    return Asked(Kind.UNKNOWN if _WANTS.search(text) else Kind.NOTHING, text)


def _about_words(clause: Clause) -> Asked:
    text = clause.text
    if len(clause.quotes) > 1 and _REPLACES.search(text):
        return Asked(Kind.REPLACE, text)
    if _ADDS.search(text):
        return Asked(Kind.ADD, text)
    if _STRIKES.search(text):
        return Asked(Kind.STRIKE_TEXT, text)
    if _REPLACES.search(text):
        return Asked(Kind.UNKNOWN, text)
    return _procedural(text) or _figure(text) or Asked(Kind.UNKNOWN, text)


def replaced_first(text: str) -> bool:
    """Tell whether the first of two quotations is what is replaced: not where it stands before "instead of"."""
    return _INSTEAD.search(text) is None


def _figure(text: str) -> Asked | None:
    """Return a change of a figure, None where the clause says none."""
    times = _TIMES.search(text)
    if times:
        factor = Fraction(1) if times["two"] else Fraction(2) if times["three"] else Fraction(-1, 2)
        return Asked(Kind.FIGURE, _phrase(text, times, []), share=factor)
    amounts = _amounts(text)
    placed = [(amount, _role(text, amount)) for amount in amounts]
    stated = [(amount, role) for amount, role in placed if role]
    if not stated:
        return None
    first = min(amount.start for amount, _ in stated)
    verb = _verb_before(text, first)
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
    phrase = _phrase(text, verb, [amount for amount, _ in stated])
    share = None
    if by is not None and by.kind is AmountKind.SHARE and by.unit == "%" and not _of_points(text, by):
        share = by.exactly / 100 * (1 if up else -1)
        return Asked(Kind.FIGURE, phrase, to=to, share=share, from_=from_, up=up)
    return Asked(Kind.FIGURE, phrase, to=to, by=by, from_=from_, up=up)


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
    found = list(amounts_in(text))
    for number in numbers_in(text):
        if not any(amount.start <= number.start < amount.end for amount in found) and _is_bare_value(text, number):
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
        r"(?:till|blir|bli|vara|uppgå(?:r)?\s+till|uppgår|är|utgöra|på|minst|högst|lägst|behålls|kvarstår)\s+(?:högst\s+|minst\s+|lägst\s+|maximalt\s+)?$",
        before,
        re.IGNORECASE,
    )
    return "to" if said else ""


_LEADS = re.compile(
    r"(?:i\s?stället\s+för|istället\s+för|(?:från\s+)?nuvarande|dagens|från|till|med|på)\s*(?:högst|lägst|minst|maximalt|ytterligare|cirka|ca\.?)?\s*$",
    re.IGNORECASE,
)
_STARTS = re.compile(r"(?<!\w)(?:från\s+och\s+med|fr\.?o\.?m\.?)\s+(?:den\s+)?(?:\d{1,2}\s+\w+\s+)?(?:år\s+)?(?:19|20)\d\d", re.IGNORECASE)


def _phrase(text: str, verb: re.Match[str], amounts: list[Amount]) -> str:
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
