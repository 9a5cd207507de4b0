"""Stated changes: sentences that say by how much an amount was changed ("höjs från 700 kr till 725 kr, en ökning med 25 kr")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lydelse.figures.numbers import GROUPED, parse_number
from lydelse.figures.prose import amounts_in
from lydelse.figures.sentences import sentences_of
from lydelse.model.amount import Amount, AmountKind, Qualifier
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

_UP = r"(?:ök\w*|höj\w*|(?:upp)?räkna\w*(?:\s+upp)?|upprä\w+|steg|stiger|stigit)"
_DOWN = r"(?:minsk\w*|sänk\w*|nedräkn\w*|sjunk\w*|sjönk)"
_FILLERS = r"(?:(?:totalt|sammanlagt|alltså|således|ytterligare|exakt|cirka|ca\.?|drygt|knappt|omkring)\s+){0,2}"
_SAID = compiled(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:\s+\w+){{0,2}}?\s+(?:med|på)\s+{_FILLERS}$", re.IGNORECASE)
"""Right before the figure of a change: "en ökning med ", "höjs med "."""
_NAMED = compiled(
    r"\b(?:en\s+(?:\w+\s+)?)?(?:(?P<up>(?:kostnads)?(?:ök|höj|uppräk)ning(?P<up_the>en)?)|(?P<down>(?:kostnads)?(?:minsk|sänk)ning(?P<down_the>en)?))"
    rf"\s+(?(up_the)(?:är|blir|blev|uppgår\s+till|motsvarar|utgör)|(?(down_the)(?:är|blir|blev|uppgår\s+till|motsvarar|utgör)|om))\s+{_FILLERS}$",
    re.IGNORECASE,
)
"""Right before the figure of a change that is called one: "Ökningen är ", "en ökning om "."""

_COMPARED = compiled(r"^\s*(?:(?P<up>högre|mer|dyrare)|(?P<down>lägre|mindre|billigare))\s+än\b", re.IGNORECASE)
_SIGNED = compiled(r"\(\s*(?P<sign>[+\u2212\u2013-])\s?$")
_AGAIN = compiled(
    r"(?:\b(?:dvs\.?|d\.\s?v\.\s?s\.?|det\s+vill\s+säga|motsvarande|motsvarar)\s+(?:en\s+\w+\s+)?(?:med\s+|på\s+)?|\(\s*)$",
    re.IGNORECASE,
)
"""Right before the figure of a change that is said once more, in per cent."""

_OR = compiled(r"[0-9][^0-9,;:()]{0,20},?\s+eller\s+$", re.IGNORECASE)
"""Between the figure of a change and the same in per cent: "en ökning med 12,5 mkr eller "."""
_VERB = compiled(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_FROM = compiled(
    rf"\b(?:från|jämfört\s+med|mot|än)\s+(?:(?!till\b)[^\W\d]+\s+|(?:19|20)\d\d\s+(?:års\s+)?){{0,4}}?{_FILLERS}$", re.IGNORECASE
)
_TO = compiled(rf"\b(?:till|blir|är|och\s+är\s+nu|uppgår\s+till)\s+{_FILLERS}$", re.IGNORECASE)
_YEARLY = compiled(r"\b(?:årligen|varje\s+år|per\s+år|löpande|framöver|kommande)\b", re.IGNORECASE)
_DONE = compiled(
    r"\b(?:ökning|höjning|uppräkning|minskning|sänkning|har\s+(?:\w+\s+)?(?:höjts|ökat|räknats\s+upp|sänkts|minskat))\b|\bmed\s[^,;]{1,40}\still\s*$",
    re.IGNORECASE,
)
_GOES_ON = compiled(
    r"(?:Det|Detta)\s+(?:är|innebär|motsvarar|utgör)\s+(?:alltså\s+|således\s+)?en\s+\w+\s+(?:med|på|om)\s"
    r"|(?:Kostnads)?(?:[Öö]k|[Hh]öj|[Uu]ppräk|[Mm]insk|[Ss]änk)ningen\s+(?:är|blir|blev|uppgår|motsvarar|utgör)\s"
)
_BESIDE = compiled(r"[0-9][^0-9,;:]{0,12},\s$")
"""Right before the percentage of a change that is told beside its amounts: "till 42 500 kr, 3,2 procent."."""
_FROM_TO = compiled(
    rf"\bfrån\s+(?P<since>{GROUPED}(?:,[0-9]+)?)(?:\s+(?:år\s+)?(?:19|20)[0-9]{{2}})?\s+till\s+(?P<to>{GROUPED}(?:,[0-9]+)?)(?![0-9]|\s(?:procent|%|kr|mil|km|tkr|mkr|mnkr))",
    re.IGNORECASE,
)
"""Two counts that a percentage tells the change of: "från 98 400 till 116 700"."""
_TELLS = compiled(
    r"ök|höj|räkna|upprä|steg|stig|minsk|sänk|sjunk|sjönk|(?:högre|mer|dyrare|lägre|mindre|billigare)\s+än|\(\s*[+\u2212\u2013-]",
    re.IGNORECASE,
)
"""What a sentence that tells of a change has at the least."""
LOOK_BACK = 60
"""How many characters before a figure the words that say what it is may begin."""


@dataclass(frozen=True, slots=True)
class StatedChange:
    """A change that a sentence states: by how much (its sign that of the words), to which amount, and from which where it says so.

    ``by`` is in kronor or in per cent of the earlier amount. The offsets of all three count in the paragraph's text.
    """

    by: Amount
    falls: bool
    to: Amount
    since: Amount | None
    literal: str


def stated_changes_in(text: str) -> tuple[StatedChange, ...]:
    """Return the changes that sentences of a text state, those left out where more than one amount may be meant."""
    if not any(word in text for word in ("med", "än", "(", "ningen", "ning om")):
        return ()
    found: list[StatedChange] = []
    for start, end in _joined(text, sentences_of(text)):
        found.extend(_in_sentence(text[start:end], start))
    return tuple(found)


def _joined(text: str, sentences: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans of sentences, one that goes on from the one before ("Det är en ökning med ...") together with it."""
    at = 0
    while at < len(sentences):
        start, end = sentences[at]
        goes_on = at + 1 < len(sentences) and _GOES_ON.match(text, sentences[at + 1][0])
        at += 2 if goes_on else 1
        yield start, sentences[at - 1][1] if goes_on else end


def _in_sentence(sentence: str, offset: int) -> Iterator[StatedChange]:
    if not _TELLS.search(sentence):
        return
    amounts = [each for each in amounts_in(sentence) if each.kind in {AmountKind.MONEY, AmountKind.SHARE}]
    changes = [(amount, falls) for amount in amounts if (falls := _falls(sentence, amount)) is not None]
    if not changes or len(amounts) - len(changes) > 2 or _YEARLY.search(sentence):
        return
    others = [amount for amount in amounts if all(amount is not change for change, _ in changes)] or _counts(sentence, changes)
    ends = _ends(sentence, others) if others else None
    if ends is None or any(amount.kind is AmountKind.SHARE for amount in others) or ends[1].qualifier not in _EXACT:
        return
    since, to = ends
    if since is not None and since.qualifier not in _EXACT:
        since = replace(since, qualifier=Qualifier.NONE)  # "25 kr högre än 700 kr" bounds nothing
    if since is None and not any(_is_told_as_done(sentence, change, to) for change, _ in changes):
        return
    for change, falls in changes:
        if _COMPARED.match(sentence[change.end :]) and to.start > change.start:
            continue
        moved = [None if each is None else replace(each, start=each.start + offset, end=each.end + offset) for each in (change, to, since)]
        assert moved[0] is not None
        assert moved[1] is not None
        yield StatedChange(moved[0], falls, moved[1], moved[2], sentence.strip())


def _counts(sentence: str, changes: Sequence[tuple[Amount, bool]]) -> list[Amount]:
    """Return the counts that a sentence's only other figure is the change of, in per cent.

    They stand as "från ... till ...", or as what the number of something is said to be.
    """
    if not all(change.unit == "%" for change, _ in changes):
        return []
    match = _FROM_TO.search(sentence)
    if match is None:
        return [each for each in amounts_in(sentence) if each.kind is AmountKind.COUNT and each.literal[-1].isdigit()]
    spans = [(match.start(end), match.end(end)) for end in ("since", "to")]
    return [Amount(AmountKind.COUNT, parse_number(sentence[a:b]), "", sentence[a:b], a, b) for a, b in spans]


_EXACT = {Qualifier.NONE, Qualifier.ABOUT, Qualifier.JUST_ABOVE, Qualifier.JUST_BELOW}


def _falls(sentence: str, amount: Amount) -> bool | None:
    """Tell whether a figure is what something falls by (True) or rises by (False), None where it is no change."""
    before = sentence[max(0, amount.start - LOOK_BACK) : amount.start]
    said = _SAID.search(before) or _NAMED.search(before)
    if said:
        return said["down"] is not None
    signed = _SIGNED.search(before)
    if signed:
        return signed["sign"] != "+"
    compared = _COMPARED.match(sentence[amount.end :])
    if compared:
        return compared["down"] is not None
    if amount.unit == "%" and _OR.search(before):
        earlier = [each for each in amounts_in(sentence) if each.end < amount.start]
        return _falls(sentence, earlier[-1]) if earlier and earlier[-1].unit != "%" else None
    is_again = _AGAIN.search(before) or (_BESIDE.search(before) and not sentence[amount.end :].strip(" ."))
    verb = _VERB.search(sentence[: amount.start]) if amount.unit == "%" and is_again else None
    return verb["down"] is not None if verb else None


def _ends(sentence: str, others: Sequence[Amount]) -> tuple[Amount | None, Amount] | None:
    """Return the earlier and the later amount of a sentence, the earlier None where it is not said; None where the two cannot be told."""
    if len(others) == 1:
        is_earlier = _FROM.search(sentence[max(0, others[0].start - LOOK_BACK) : others[0].start])
        return None if is_earlier else (None, others[0])
    earlier = [amount for amount in others if _FROM.search(sentence[max(0, amount.start - LOOK_BACK) : amount.start])]
    if len(earlier) != 1:
        return None
    later = next(amount for amount in others if amount is not earlier[0])
    return earlier[0], later


def _is_told_as_done(sentence: str, change: Amount, to: Amount) -> bool:
    """Tell whether a change is that of the amount beside it, and no rule for years to come ("räknas upp med 3 %")."""
    before = sentence[: change.end]
    return bool(_DONE.search(before)) or bool(_TO.search(sentence[: to.start]) and change.start < to.start)
