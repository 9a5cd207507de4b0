"""What was put and what was found: rulings of the chair, ballots, and the votes between them, in the order in which they are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from lydelse.figures.sentences import sentences_of
from lydelse.model.finding import Passage
from lydelse.model.minutes import Part, PartKind, Vote, paragraphs_of
from lydelse.model.place import Place
from lydelse.model.proceedings import Ballot, Outcome, Ruling
from lydelse.patterns import compiled

_FINDS = compiled(
    r"\b(?:finner|fann|förklarar|förklarade|konstaterar|konstaterade|besluta[rd]?e?|bifaller|biföll|avslår|avslog)\b"
    r"(?P<what>.*?\b(?:bifall\w*|bifölls?|beslut\w*|anta\w*|avsl\w+|återremi\w+|avgör\w*|enlig\w*|yrkande\w*|förslag\w*|med\s+(?:ja|nej)|jakande|nekande|svaret).*)",
    re.IGNORECASE | re.DOTALL,
)
_VERB_ALONE = compiled(r"(?:bifaller|biföll|avslår|avslog)", re.IGNORECASE)
_PASSIVE = compiled(
    r"(?P<what>(?:\b\w*(?:yrkande|förslag)\w*)\s+(?:\S+\s+){0,6}?(?:bifalls|bifölls|antas|antogs|avslås|avslogs|faller|föll|segrar|vinner)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_REFERS = compiled(
    r"\b(?:ärendet|frågan)\b(?P<what>[^.]*?\b(?:återremitteras|återremitterades|bordläggs|bordlades|avslås)\b.*)", re.IGNORECASE | re.DOTALL
)
_ASKS = compiled(r"\b(?:frågar|frågade|frågan\s+om|prövar\s+om|yrkar|yrkade|den\s+som|de\s+som)\b", re.IGNORECASE)
_WHOLE = (_PASSIVE, _REFERS)
"""What tells of the whole sentence: whose motion it is stands first."""
_CALLS_VOTE = compiled(
    r"\b(?:votering|omröstning|rösträkning)\b[^.]*\b(?:begär\w*|verkställ\w*|genomför\w*|görs|sker|ska\s+ske)\b"
    r"|\b(?:begär\w*)\b[^.]*\b(?:votering|omröstning|rösträkning)\b",
    re.IGNORECASE,
)
_COUNTER = compiled(r"\bmotförslag\w*|\bkontraproposition\w*|\bhuvudförslag\b|\bmotproposition\w*", re.IGNORECASE)
_FOR_MAIN = compiled(r"\b(?:beslutar|beslutade)\b[^.]*\b(?:enligt|i\s+enlighet)\b", re.IGNORECASE)
_ORDER_ITSELF = compiled(
    r"\b(?:proposition(?:s)?|besluts|voterings|omröstnings)ordning\w*\b[^.]*\b(?:godkänn\w*|anta\w*|bifall\w*|följs)|\bgodkänn\w*\b[^.]*\b(?:proposition|besluts|voterings|omröstnings)",
    re.IGNORECASE,
)
_FOR_MOTION = compiled(
    r"\b\w*yrkande\w*|\([A-ZÅÄÖ]{1,4}\)s?\s+\w*förslag|\b(?:tilläggs|ändrings)\w*|\b(?:eget|egna)\b|\bmedborgarförslag\w*\s+bifall",
    re.IGNORECASE,
)
_REFERRED = compiled(r"\båterremi\w+", re.IGNORECASE)
_TODAY = compiled(r"\bavgör(?:as|s)\s+(?:redan\s+)?(?:idag|i\s+dag|nu|vid\s+(?:dagens|detta)\s+(?:sammanträde|möte))", re.IGNORECASE)
_REJECTED = compiled(r"\bavsl(?:ås|år|å|ag|aget|agna|ogs?)\b", re.IGNORECASE)
_PROPOSED = compiled(r"\b\w*förslag\w*|\bframlagt\b|\b(?:det|detta)\s+(?:antaget|bifallet)\b", re.IGNORECASE)
_PUTS = compiled(
    r"\b(?:proposition(?:er)?\s+på|ställer|ställde|ställs|frågar\s+(?:om|på|först)?|frågade\s+om|prövar)\b\s*(?P<what>.*?)(?=\boch\s+finner\b|\boch\s+fann\b|\bvarvid\b|$)",
    re.IGNORECASE | re.DOTALL,
)
_FINDS_BEGINS = compiled(r"\b(?:finner|fann|förklarar|förklarade|anser|ansåg)\b", re.IGNORECASE)
_SIGN = r"\b(?P<sign>ja|nej)(?:[\s-]?röst(?:er|en|erna)?)?(?![\w-]*\w)"
_SIGN_FIRST = compiled(
    rf"{_SIGN}\s*(?:[:=–-]|(?:är\s+)?för\b|innebär\b|betyder\b|avser\b|till\b|är\b|=)\s*(?![0-9])(?P<what>[^.;\n]+?)"
    r"(?=\s*(?:[.;\n]|,?\s+(?:och\s+|samt\s+|medan\s+)?(?:en\s+)?\b(?:ja|nej)\b(?:[\s-]?röst|\s*[:=–-]|\s+(?:för|innebär|betyder|till|är))|$))",
    re.IGNORECASE,
)
_SIGN_LAST = compiled(
    r"(?:\b(?:den|de|dem|ledamot|ledamöter)\s+som\s+)(?P<what>[^.;\n]+?),?\s+(?:röstar|röstade|ska\s+rösta|skall\s+rösta|säger|svarar|rösta)\s+(?P<sign>ja|nej)\b",
    re.IGNORECASE,
)
_SIGN_VOTED = compiled(
    r"\b(?:den|de)\s+som\s+röstar\s+(?P<sign>ja|nej)\s+(?P<what>[^.;\n]+?)(?=[.;\n]|,|$|\s+(?:och|medan)\s+(?:den|de)\b)", re.IGNORECASE
)
_WINS = compiled(r"\bvinner\s+(?P<sign>ja|nej)\s+(?:har\s+)?(?P<what>[^.;\n]+)", re.IGNORECASE)
_BALLOTS = (_SIGN_LAST, _SIGN_VOTED, _WINS, _SIGN_FIRST)
_COUNTED = compiled(r"[0-9]")
_TELLING = frozenset({PartKind.ORDER, PartKind.VOTES})

Event = Ruling | Ballot | Vote


def outcomes_of(order: Iterable[Passage]) -> tuple[Outcome, ...]:
    """Return what the order of propositions says was found, sentence by sentence."""
    return tuple(each.outcome for passage in order for each in _in_paragraph(passage.text, passage.place, "") if isinstance(each, Ruling))


def course_of(parts: Iterable[Part], votes: Sequence[Vote]) -> tuple[Event, ...]:
    """Return the rulings, ballots and votes of an item in the order in which they are told."""
    return tuple(_joined(_events([part for part in parts if part.kind in _TELLING], votes)))


def _events(parts: Iterable[Part], votes: Sequence[Vote]) -> Iterator[Event]:
    left = list(votes)
    put = ""
    for part in parts:
        for block in part.blocks:
            paragraphs = paragraphs_of((block,))
            for at, paragraph in enumerate(paragraphs, 1):
                told = list(_in_paragraph(paragraph.after, paragraph.place, put))
                puts = [match["what"] for match in _PUTS.finditer(paragraph.after)]
                put = puts[-1] if puts else put
                here = [vote for vote in left if vote.place == paragraph.place or (at == len(paragraphs) and vote.place == block.place)]
                left = [vote for vote in left if vote not in here]
                ballots = [each for each in told if isinstance(each, Ballot)]
                calls = [each for each in told if isinstance(each, Ruling) and _comes_before(each, here)]
                yield from (*calls, *ballots, *here, *(each for each in told if each not in ballots and each not in calls))
    yield from left


def _comes_before(ruling: Ruling, votes: Sequence[Vote]) -> bool:
    """Tell whether a ruling stands before the count of its own paragraph."""
    return any(0 <= vote.text.find(ruling.text) < _first_count(vote.text) - len(ruling.text) for vote in votes)


def _first_count(text: str) -> int:
    found = re.search(r"[0-9]+\s+(?:ja|nej)|\b(?:ja|nej)\S*\s*[:=–-]?\s*[0-9]", text, re.IGNORECASE)
    return found.start() if found else len(text)


def _in_paragraph(text: str, place: Place, put: str) -> Iterator[Ruling | Ballot]:
    ballot = _ballot(text, place)
    if ballot is not None:
        yield ballot
    for start, end in sentences_of(text):
        sentence = text[start:end]
        puts = _PUTS.search(sentence)
        put = puts["what"] if puts else put
        ruling = _ruling(sentence, place, put)
        if ruling is not None and not (ballot is not None and _is_of_ballot(sentence)):
            yield ruling


def _is_of_ballot(sentence: str) -> bool:
    """Tell whether a sentence says what a vote stands for, and nothing that was found."""
    return any(pattern.search(sentence) for pattern in _BALLOTS) and not _FINDS_BEGINS.search(sentence)


def _ruling(sentence: str, place: Place, put: str) -> Ruling | None:
    if _ORDER_ITSELF.search(sentence):
        return None
    if _CALLS_VOTE.search(sentence):
        return Ruling(Outcome.VOTE, "", put, sentence, place)
    begins = _FINDS_BEGINS.search(sentence)
    found = _FINDS.search(sentence, begins.start() if begins else 0)
    found = found or _PASSIVE.search(sentence) or (None if _ASKS.search(sentence) else _REFERS.search(sentence))
    if found is None or (not begins and _ASKS.search(sentence)):
        return None
    said = sentence if found.re in _WHOLE else found[0] if _VERB_ALONE.match(found[0]) else found["what"]
    outcome = Outcome.COUNTER_PROPOSAL if _COUNTER.search(sentence) and not _FOR_MAIN.search(sentence) else _outcome(said)
    return Ruling(outcome, said.strip(), put, sentence, place)


def _outcome(what: str) -> Outcome:
    if _TODAY.search(what):
        return Outcome.SETTLED_TODAY
    if _FOR_MOTION.search(what):
        return Outcome.REJECTION if _REJECTED.search(what) else Outcome.MOTION
    if _REFERRED.search(what):
        return Outcome.REFERRAL
    if _REJECTED.search(what):
        return Outcome.REJECTION
    return Outcome.PROPOSAL if _PROPOSED.search(what) else Outcome.UNKNOWN


def _ballot(text: str, place: Place) -> Ballot | None:
    """Return what a yes and a no stand for, as far as one paragraph says; one of them may be ""."""
    said: dict[str, str] = {}
    for pattern in _BALLOTS:
        found = [(match["sign"].lower(), what) for match in pattern.finditer(text) if (what := match["what"].strip(" ,:–-"))]
        found = [(sign, what) for sign, what in found if not _COUNTED.match(what)]
        if len({sign for sign, _ in found}) < len(set(found)):
            return None  # several ballots in one paragraph: which count is whose is not told apart
        said = dict(found) | said
    return Ballot(said.get("ja", ""), said.get("nej", ""), text, place) if said else None


def _joined(events: Iterator[Event]) -> Iterator[Event]:
    """Yield the events, a yes and a no that two paragraphs tell as one ballot."""
    waiting: Ballot | None = None
    for each in events:
        if isinstance(each, Ballot) and waiting and not (waiting.yes and each.yes) and not (waiting.no and each.no):
            waiting = Ballot(waiting.yes or each.yes, waiting.no or each.no, f"{waiting.text}\n{each.text}", waiting.place)
            continue
        if waiting:
            yield waiting
        waiting = each if isinstance(each, Ballot) else None
        if waiting is None:
            yield each
    if waiting:
        yield waiting
