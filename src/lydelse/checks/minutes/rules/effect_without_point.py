"""K508: an effect, an amount or an assignment of the background that no point takes up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from lydelse.checks.arithmetic import figure_of
from lydelse.checks.minutes.sayings import Saying, agree, sayings
from lydelse.checks.minutes.subject import MinutesSubject, Told, passage
from lydelse.checks.rule import Details, rule
from lydelse.figures.amounts import amounts_in
from lydelse.figures.malformed import malformed_in
from lydelse.figures.sentences import sentences_of
from lydelse.figures.statements.names import shared_stems
from lydelse.model.amount import Amount, AmountKind
from lydelse.model.finding import Finding, Severity
from lydelse.model.message import Fact
from lydelse.model.minutes import PartKind, Point, paragraphs_of
from lydelse.patterns import compiled

NEARLY = 1e-9
"""How far, relative to it, a sum of binary figures may at most stand from the same sum worked out exactly."""
MOST_ADDED = 4
"""Amounts of a background that are added up at most to make that of a point."""
MOST_WEIGHED = 14
_EFFECT = compiled(
    r"\b(?:föreslå\w*|påverka\w*|medför\w*|innebär\w*|beräkna\w*|bedöm\w*|kommer|behöver|behov|öka\w*|ökning\w*|minska\w*|minskning\w*|kräv\w*"
    r"|avsätt\w*|finansier\w*|tillför\w*|flytt\w*|tillkomm\w*|engångskostnad\w*|merkostnad\w*|besparing\w*|intäktsbortfall\w*)\b",
    re.IGNORECASE,
)
_FROM = compiled(r"\bfrån\s+(?:nuvarande\s+|dagens\s+)?$", re.IGNORECASE)
_TO = compiled(r"[^.,;]{0,40}?\btill\s", re.IGNORECASE)
_CHANGES_BY = compiled(r"\bmed\s+$", re.IGNORECASE)
_NEXT_AMOUNT = 40
"""Characters after "till" within which the amount stands that another becomes."""
_SETTLED = compiled(
    r"\bryms\b|\binom\s+(?:\w+\s+)?(?:ram\w*|budget\w*)|\btidigare\b|\bredan\b|\buppgick\b|\bi\s?dag\b|\bnuvarande\b|\bför\s+närvarande\b|\bbeslutade\w*"
    r"|\bhar\s+\w+t\b|\butfall\w*|\bbokslut\w*|\b(?:års|budgeterade?\s+)?resultatet?\b|\bvar\b|\bfinns\s+(?:avsatt|budgeterat)\w*|\bär\s+(?:redan\s+)?(?:avsatt|budgeterad|beaktad)\w*",
    re.IGNORECASE,
)
_ASSIGNMENT = compiled(
    r"\b(?:föreslås|bör|ska|skall|behöver|avses)\b(?:\s+[\w-]+){0,6}?\s+(?:i\s+uppdrag|uppdras)\b|\b(?:föreslås|bör|ska|skall)\s+uppdra\b",
    re.IGNORECASE,
)
_ASSIGNS = compiled(r"\buppdra\w*", re.IGNORECASE)
_QUOTES = compiled(r"^[”\"»“]")


@rule("K508", "effect-without-point", Severity.QUESTION)
def effect_without_point(subject: MinutesSubject) -> Iterator[Finding]:
    """Yield the amounts and the assignments that a background tells of as to come and that no point takes up."""
    said = [each for each in sayings(subject) if each.amount.per is None and not each.is_supposed]
    for told in subject.items:
        points = (*told.item.proposal, *told.item.decision)
        if points:
            mine = [each for each in said if each.item is told.item and each.part is PartKind.BACKGROUND]
            yield from _amounts(subject, told, mine, points)
            yield from _assignments(subject, told, points)


def _amounts(subject: MinutesSubject, told: Told, said: Sequence[Saying], points: Sequence[Point]) -> Iterator[Finding]:
    taken_up = [amount for point in points for amount in _amounts_of(point)]
    if all(amount.per for amount in taken_up):
        return
    effects = [each for each in said if not each.table and _is_effect(each)]
    left = [each for each in effects if not _is_taken_up(each, said, taken_up) and not _becomes_what_is_decided(each, points)]
    if left:
        facts: dict[str, Fact] = {
            "where": subject.called(told.minutes, told.item),
            "amounts": tuple(dict.fromkeys(figure_of(each.amount) for each in left)),
            "count": len(left),
        }
        details = Details(found="; ".join(figure_of(each.amount) for each in left))
        yield effect_without_point.finding(*(each.passage for each in left), facts=facts, details=details)


def _assignments(subject: MinutesSubject, told: Told, points: Sequence[Point]) -> Iterator[Finding]:
    assigned = [point.text for point in points if _ASSIGNS.search(point.text)]
    for paragraph in paragraphs_of(told.item.background):
        text = paragraph.marked_text
        for start, end in sentences_of(text):
            sentence = text[start:end]
            if not _ASSIGNMENT.search(sentence) or _QUOTES.match(text) or any(shared_stems(sentence, each) for each in assigned):
                continue
            facts: dict[str, Fact] = {"where": subject.called(told.minutes, told.item), "text": " ".join(sentence.split())}
            at = passage(told.minutes, paragraph.place_of(start, end), sentence)
            yield effect_without_point.finding(at, facts=facts, case="assignment")


def _is_effect(saying: Saying) -> bool:
    """Tell whether a sentence tells of something to come; what was, and what the budget has room for, needs no point."""
    if _SETTLED.search(saying.sentence):
        return False
    day = saying.minutes.date
    past = day is not None and saying.entry.year_after is not None and saying.entry.year_after < int(day[:4])
    return not past and _EFFECT.search(saying.sentence) is not None


def _becomes_what_is_decided(saying: Saying, points: Sequence[Point]) -> bool:
    """Tell whether an amount is what a price was, or how much it changes, where a point says what it will be: "från 300 till 400 kr"."""
    at = saying.sentence.find(saying.amount.literal)
    before, after = saying.sentence[: max(at, 0)], saying.sentence[max(at, 0) + len(saying.amount.literal) :]
    decided = {amount.exactly for point in points for amount in point.amounts}
    to = _TO.match(after)
    if _FROM.search(before) and to and any(amount.exactly in decided for amount in amounts_in(after[: to.end() + _NEXT_AMOUNT])):
        return True
    clause = re.split(r",|\boch\b|\bsamt\b", before)[-1]
    is_change = saying.amount.unit == "kr" and _CHANGES_BY.search(clause) is not None
    return is_change and any(shared_stems(clause, point.text) and point.amounts for point in points)


def _amounts_of(point: Point) -> list[Amount]:
    """Return the amounts of money of a point, one that is written with a letter for a digit as it was meant."""
    text = point.text
    for flaw in reversed(malformed_in(text)):
        if flaw.suggestion:
            text = text[: flaw.start] + flaw.suggestion + text[flaw.end :]
    mended = [*point.amounts] if text == point.text else [*point.amounts, *amounts_in(text)]
    return [amount for amount in mended if amount.kind is AmountKind.MONEY]


def _is_taken_up(saying: Saying, said: Sequence[Saying], taken_up: Sequence[Amount]) -> bool:
    """Tell whether a point has an amount, alone or added up with others of the background, or points have its parts."""
    if any(agree(saying.amount, amount) for amount in taken_up):
        return True
    taken_up = [amount for amount in taken_up if amount.per is None]
    others = [each.amount for each in said if each is not saying][:MOST_WEIGHED]
    if any(_reach(others, count, saying.amount, taken_up) for count in range(1, MOST_ADDED)):
        return True
    differences = (abs(saying.amount.exactly - each.exactly) for each in others)
    if any(difference and difference == amount.exactly for difference in differences for amount in taken_up):
        return True
    distinct = {amount.exactly: amount for amount in taken_up}.values()
    sums = (terms for count in range(2, min(len(distinct), MOST_ADDED) + 1) for terms in combinations(distinct, count))
    return any(_meets(sum((each.exactly for each in terms), Fraction(0)), saying.amount, terms) for terms in sums)


def _reach(others: Sequence[Amount], count: int, own: Amount, taken_up: Sequence[Amount]) -> bool:
    """Tell whether an amount and so many others make one that is taken up; only sums that are near it are added up exactly."""
    goals = [(float(amount.exactly), float(amount.last_place) / 2, amount) for amount in taken_up]
    base = float(own.exactly)
    for terms in combinations([(float(each.exactly), each) for each in others], count):
        about = base + sum(value for value, _ in terms)
        slack = NEARLY * max(1.0, abs(about))
        near = [amount for value, half, amount in goals if abs(about - value) <= half + slack]
        if near:
            added = (*(each for _, each in terms), own)
            total = sum((each.exactly for each in added), Fraction(0))
            if any(_meets(total, amount, added) for amount in near):
                return True
    return False


def _meets(total: Fraction, amount: Amount, terms: Sequence[Amount]) -> bool:
    """Tell whether terms make an amount, to the last unit, or rounded where it is printed coarser than all of them."""
    finest = max(each.last_place for each in terms)
    return total == amount.exactly or (amount.last_place > finest and abs(total - amount.exactly) * 2 <= amount.last_place)
