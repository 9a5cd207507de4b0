"""What a person would call an amount, from the sentence that states it.

The name is looked for in the clause before the amount: its noun with what belongs to it, without years, articles, copulas and
words of quantity. Where several amounts stand in one sentence, a later one has the name of the former where it has none of its
own; what is paid to whom is named by whom ("ersätter 75 % för psykologer" is "Psykologer"). What something is changed by is named
as the change ("höjs med 4 kr" is "Höjning av avgiften"), and two amounts of one name by where they hold ("i tätort").
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from lydelse.figures.clauses import LONGEST, Name, name_in_clauses, without_leading, without_passing, without_quantity
from lydelse.figures.label_words import AVERAGES, BOUNDS, COPULAS, GIVERS, HOLLOW_HEADS, VERB_NOUNS, WHOLES, WITH_THEIR_VERB, is_verb
from lydelse.figures.per import per_end
from lydelse.figures.units import unit_in
from lydelse.patterns import compiled

Span = tuple[int, int]

REMEMBERED = 4_096
"""How many sentences are remembered: each of a sentence's amounts asks for its names."""
LONGEST_HEAD = 4
"""The most words of what stands before a colon and heads a whole sentence ("Parkeringsavgift: zon A ...")."""

_BOUNDARY = compiled(r"[,;]\s+|\s+(?:och(?!\s+(?:år|månad)\b)|samt|eller|men|respektive)\s+|\)\s+")
_RECEIVING = frozenset(["för", "till", "vid", "hos", "per", "i", "av", "på", "ur", "inom", "år", "under"])
_JOINED_ON = compiled(r"(?:,|\b(?:och|samt|eller|respektive))\s*$")
_BESIDE = compiled(r"\s*\((?!exkl|inkl|se\b|dvs|enl|jfr|ca\b|varav|motsv)([^\W\d][^()\d]{1,30})\)", re.IGNORECASE)
"""What an amount is for, in brackets behind it: "205 kr (vuxen)"."""
_THAT_IS = compiled(r"[\s,(]*(?:dvs|d\.v\.s|det vill säga|motsvarande|alltså|vilket)(?!\w)", re.IGNORECASE)
_A_SHARE = compiled(r"\s+av\s")
"""What "dvs." restates is the share, not what it is a share of: "2 % av kostnaden 24 mkr, dvs. 480 tkr"."""
_ENDS = r"(?=\s+(?:och|samt|med|som|av|under|år|från|utgår|per)\b|\s*/|[,.;:()]|\s*\d|\s*$)"
_NUMBERED = r"(?:\s[0-9]{1,2}(?:[–-][0-9]{1,2})?(?:\sår(?!\w))?(?!\d|\s[0-9]{3}|\s?kr|\s?%|\s?tkr))?"
_FOR = compiled(
    r"(?:\s+av\s+[a-zåäö]+)?\s*((?:för|till|vid|hos)\s+(?!år\b|\d|e(?:n|tt)\s(?:pris|kostnad|belopp|värde)\b)"
    rf"[^\d,.;:()/]{{3,60}}?{_NUMBERED}){_ENDS}"
)
_WHERE = compiled(
    r"(?:\s+av\s+[a-zåäö]+)?\s*(år\s[1-9](?!\d)|(?:i|på|inom|ur|för|till|vid|hos)\s+"
    r"(?!år\b|\d|genomsnitt\b|snitt\b|månaden\b|veckan\b|utestående\b)[^\d,.;:()/]{3,40}?"
    rf"{_NUMBERED}){_ENDS}"
)
_BY_WHOM = compiled(rf"\s*(av\s+[^\d,.;:()/]{{3,40}}?){_ENDS}")
_SHARE = compiled(r"%|procent|‰|promille")
_IN_MATTER = compiled(r"\s*i\s+((?!år|genomsnitt|snitt|medeltal|månad|veck|dagens|stället|form|enlighet)[a-zåäö]{4,30})(?=\s|[,.;]|$)")
_NOUN_BEHIND = compiled(
    r"\s*((?!av\b|i\b|per\b|om\b|till\b|från\b)[^\W\d][^\d,.;:()]{2,40}?)(?=\s+(?:av|och|samt|med|som|i|per)\b|[,.;:()]|\s*\d|$)"
)
_HEAD = compiled(r"\s*([^\W\d_][^:.,;()\d]{2,45}):\s")
_LED_BY = r"\s+(?:(?:ca|cirka|högst|minst|lägst|max|upp till|från)\.?\s+)?$"
_HEADED = compiled(rf"(?P<name>[^.;:()]{{2,100}}?)\s?(?::|\s[–—-]){_LED_BY}")
_LEADS_ON = compiled(rf"[:–—-]{_LED_BY}")
"""The end of ``_HEADED``: few sentences have it, and it is found much sooner."""
_PLAIN_NOUN = compiled(r"[\d\s,.]*(?:(?:miljon(?:er)?|tusen|miljarder)\s+)?((?!milj)[^\W\d_].*)")
_ALSO_FOR = compiled(
    r"(?:\s*,|\s*\)?\s*(?:och|samt|respektive))\s+(?P<preposition>för|till|vid|på|inom)\s+(?P<whom>[^\d,.;:()]{2,40}?)\s*$"
)
_PLAIN_WORD = (
    r"(?!(?:per|av|i|om|till|från|att|för|på|inom|under|exkl|inkl|och|eller|samt|som|med|vid|hos|mer|högre|lägre|brutto|netto|år)\b)"
    r"[a-zåäö-]{3,}"
)
_NAMED_BEHIND = compiled(rf"\s({_PLAIN_WORD}(?:\s{_PLAIN_WORD}){{0,3}})(?=\s+(?:och|samt|till|som|för|i|av)\b|[,.;:()]|\s*$)")
_NAMED_AND_ON = compiled(rf"\s{_PLAIN_WORD}(?:\s{_PLAIN_WORD}){{0,3}}(?:,|\s+(?:och|samt|respektive))(?:\s+(?:cirka|ca|resterande))?\s+")
_GRADES = frozenset(["högsta", "lägsta", "högre", "lägre", "minsta", "största", "genomsnittliga"])
_REGARDS = compiled(
    r"\s*(?:avser|avsåg|gäller|rör|går\s+till|gick\s+till|används\s+till|är\s+för)\s+([^\d,.;:()]{3,60}?)(?=\s+(?:och|samt|under|som)\b|[,.;:()]|\s*\d|\s*$)"
)
"""What part of a whole is for: "varav 3 mkr avser löner"."""
_BY_WHAT = compiled(
    r"\s*((?:efter|utifrån)\s+(?!skatt|avdrag|den\b|det\b|att\b|beslut|ansökan|godkän|prövning|överenskommelse)[^\d,.;:()]{2,40}?)"
    r"(?=\s+(?:och|samt|som)\b|[,.;:()]|\s*\d|\s*$)"
)
_SHARED_OUT = compiled(r"(?<!\w)(?:varav|därav|(?:för|upp)dela\w*)(?!\w)", re.IGNORECASE)
"""What a whole is shared out by: "varav 3 mkr efter ålder och 2 mkr efter avstånd"."""
_LED_ON = compiled(r"^(?:och|samt|eller|men)\s+", re.IGNORECASE)
_YEAR_BEHIND = compiled(r"\s*\(?(?:år\s+)?(?:19|20)\d\d\)?(?!\d)")


def label_of(sentence: str, start: int, end: int, others: Sequence[Span] = ()) -> str:
    """Return a short name for the amount at [start, end) of a sentence, as a person would say it.

    Args:
        sentence: the sentence that states the amount.
        start: where the amount's literal begins.
        end: where it ends.
        others: where the other amounts of the sentence stand.
    """
    spans = tuple(sorted({(start, end), *others}))
    return _labels(sentence, spans)[spans.index((start, end))]


@lru_cache(maxsize=REMEMBERED)
def _labels(sentence: str, spans: tuple[Span, ...]) -> tuple[str, ...]:
    """Return the names of all amounts of a sentence; those that are alike are told apart by where they hold."""
    names = [_label(sentence, span, [each for each in spans if each[1] <= span[0]]) for span in spans]
    for at, noun in _listed(sentence, spans):
        names[at] = noun
    often = Counter(names)
    told = [_told_apart(sentence, name, span) if often[name] > 1 else name for name, span in zip(names, spans, strict=True)]
    return tuple(name[:1].upper() + name[1:] for name in told)


def _listed(sentence: str, spans: tuple[Span, ...]) -> Iterator[tuple[int, str]]:
    """Yield the amounts whose names stand behind them, one after the other: "varav 41 % fritidsresor, 32 % arbetsresor"."""
    ends = [per_end(sentence, end) for _, end in spans]
    named = [bool(_NAMED_BEHIND.match(sentence, end)) for end in ends]
    for at, end in enumerate(ends):
        goes_on = at + 1 < len(spans) and _NAMED_AND_ON.fullmatch(sentence, end, spans[at + 1][0])
        follows = at and _NAMED_AND_ON.fullmatch(sentence, ends[at - 1], spans[at][0])
        if named[at] and (goes_on or follows):
            noun = _matched(_NAMED_BEHIND, sentence, end)
            if not any(map(is_verb, noun.split())):
                yield at, noun


def _told_apart(sentence: str, name: str, span: Span) -> str:
    """Return a name that several amounts of a sentence have with what follows this one: where it holds, or who bears it."""
    at = per_end(sentence, span[1])
    where, by_whom = _matched(_WHERE, sentence, at), _matched(_BY_WHOM, sentence, at)
    if not name or (where and where in name):
        return name
    is_share = _SHARE.search(sentence, *span) is not None
    return f"{name} {where}" if where else f"{name}, {by_whom}" if by_whom and not is_share else name


def _label(sentence: str, span: Span, earlier: list[Span]) -> str:
    start, end = span
    name = _headed(sentence, start, earlier) or _named_before(sentence, start, earlier)
    at = per_end(sentence, end)
    regards = _matched(_REGARDS, sentence, at) if earlier or not name.text else ""
    if not regards and earlier and _SHARED_OUT.search(sentence, 0, start):
        regards = _matched(_BY_WHAT, sentence, at)
    if regards:
        name = Name(regards)
    text = _with_what_follows(sentence, name, sentence[start:end], at)
    text = " ".join(text.split()[:LONGEST]).strip(" ,;:–-/")
    if name.change:
        text = f"{name.change} av {text[:1].lower() + text[1:] if text[1:2].islower() else text}" if text else name.change
    text = text or _last_resort(sentence, start, earlier, each=at > end)
    beside = _matched(_BESIDE, sentence, at)
    if beside:
        text = f"{text} ({beside})" if text else beside
    return _under_its_head(sentence, start, text)


def _with_what_follows(sentence: str, name: Name, literal: str, at: int) -> str:
    """Return a name with what the amount is for, where that stands behind it and the name alone says too little."""
    text, what_for = name.text, _matched(_FOR, sentence, at)
    words = text.split()
    if name.is_giver:
        return (
            _noun_of(literal)
            or without_leading(what_for)
            or _matched(_IN_MATTER, sentence, at)
            or without_leading(_matched(_NOUN_BEHIND, sentence, at))
            or _said_of_giver(sentence[:at], text)
        )
    if what_for and (not words or (words[0].lower() in WITH_THEIR_VERB and words[0].lower() not in WHOLES)):
        return without_leading(what_for)
    if what_for and len(words) == 1 and not name.change:
        return f"{text} {what_for}"
    return text or _noun_of(literal)


def _last_resort(sentence: str, start: int, earlier: list[Span], *, each: bool) -> str:
    """Return what is done with an amount that nothing names: "fördelas 40 tkr", "ersätts 30 barn med 50 kr"; ``each`` is a price."""
    words = [word.strip(",.:").lower() for word in sentence[:start].split()]
    verb = next((word for word in reversed(words) if is_verb(word)), "")
    counted = next((noun for span in reversed(earlier) if (noun := _noun_of(sentence[slice(*span)]))), "")
    if counted:
        is_price = each or sentence[earlier[-1][1] : start].strip() in {"à", "á"}
        return f"{VERB_NOUNS.get(verb, 'pris' if is_price else 'summa')} för {counted}"
    whole = next((word for word in words if word in WHOLES), "")
    bound = next((BOUNDS[word] for word in words if word in BOUNDS), "")
    if bound and verb in VERB_NOUNS:
        return f"{VERB_NOUNS[verb]}, {bound}"
    return f"{whole} {verb}" if whole and verb else VERB_NOUNS.get(verb, whole)


def _said_of_giver(before: str, giver: str) -> str:
    """Return what is done with an amount where who pays it is an authority, which names nothing; else the name of who pays."""
    if giver.lower().endswith(tuple(GIVERS)):
        return next((VERB_NOUNS[word] for word in before.lower().split() if word in VERB_NOUNS), giver)
    return giver


def _noun_of(literal: str) -> str:
    """Return what is counted, where a literal says so: "portioner" of "34 000 portioner"."""
    match = _PLAIN_NOUN.fullmatch(literal)
    return "" if match is None or unit_in(match[1]) else match[1]


def _under_its_head(sentence: str, start: int, text: str) -> str:
    """Return a name with what heads the whole sentence: "Parkeringsavgift: zon A 25 kr, zon B 15 kr"."""
    match = _HEAD.match(sentence)
    head = match[1].strip() if match and match.end() <= start else ""
    if not head or len(head.split()) > LONGEST_HEAD or head.lower() in HOLLOW_HEADS or any(map(is_verb, head.split())):
        return text
    if not text or head.lower() in text.lower() or text.lower() in head.lower():
        return text or head
    return f"{head}, {text}"


def _headed(sentence: str, start: int, earlier: list[Span]) -> Name | None:
    """Return what stands before a colon or a dash and the amount, whole, where it is a name: "Tillstånd, stadigvarande: 500 kr"."""
    since = _since_former(sentence, start, earlier)
    match = _HEADED.search(sentence, since, start) if _LEADS_ON.search(sentence, since, start) else None
    text = _LED_ON.sub("", " ".join(without_passing(match["name"]).split())) if match else ""
    words = text.split()
    if len(words) > LONGEST or not any(sign.isalpha() for sign in text) or any(map(is_verb, words)):
        return None
    return Name(text.strip(" ,"), whole=True)


def _since_former(sentence: str, start: int, earlier: list[Span]) -> int:
    """Return where the name of an amount may begin: behind the former one, or before it where it is part of the name ("40 km: 200 kr")."""
    ends = [0, *(per_end(sentence, end) for _, end in earlier)]
    for at in reversed(ends):
        between = sentence[at:start]
        boundary = _BOUNDARY.match(between.lstrip()) if at else None
        if boundary:
            return start - len(between.lstrip()) + boundary.end()
        if at and _YEAR_BEHIND.match(between):
            return start
        if not at or any(sign.isalpha() for sign in between):
            return at
    return 0


def _named_before(sentence: str, start: int, earlier: Sequence[Span]) -> Name:
    """Return the name that stands before an amount, that of the former amount where it has none of its own."""
    if not earlier:
        return name_in_clauses(sentence[:start])
    between = _BESIDE.sub("", sentence[per_end(sentence, earlier[-1][1]) : start], count=1)
    since = _without_receiver(between)
    words = since.lower().replace(",", " ").split()
    if words and AVERAGES.issuperset(words):
        return Name("Genomsnitt")
    name = name_in_clauses(since)
    also_for = _ALSO_FOR.match(since)
    if name.text and not also_for and name.text.lower() not in _GRADES:
        return name
    shares = [at for at, (_, end) in enumerate(earlier) if _THAT_IS.match(since) and _A_SHARE.match(sentence, end)]
    at = shares[-1] if shares else len(earlier) - 1
    former = _named_before(sentence, earlier[at][0], earlier[:at])
    if name.text.lower() in _GRADES:
        kept = [word for word in former.text.split() if word.lower() not in _GRADES]
        return former._replace(text=" ".join([name.text, *kept]))
    if also_for and (instead := _for_another(former, also_for)):
        return instead
    if name.text:
        return name
    if words and all(word in COPULAS for word in words):
        return former._replace(text=f"{former.text} {sentence[slice(*earlier[-1])]}")
    if name.change or ({"till", "från"} | COPULAS) & set(words):
        former = former._replace(change=name.change, text="" if former.is_giver and name.change else former.text)
    bound = next((BOUNDS[word] for word in reversed(between.lower().split()) if word in BOUNDS), "")
    return former._replace(text=f"{former.text}, {bound}") if former.text and bound else former


def _for_another(former: Name, match: re.Match[str]) -> Name | None:
    """Return the former name with whom or what it is for exchanged: "avgiften för vuxna är 100 kr och för barn 50 kr"."""
    head, preposition, _ = former.text.rpartition(f" {match['preposition']} ")
    return former._replace(text=f"{head}{preposition}{without_leading(match['whom'])}") if head else None


def _without_receiver(text: str) -> str:
    """Return the text between two amounts without what the former is for ("för läkare och", "fritidsresor,")."""
    words = text.split()
    if words and text[:1].isspace() and _JOINED_ON.search(" ".join(without_quantity(words))):
        return ""
    if not words or words[0].lower() not in _RECEIVING:
        return text
    return "".join(_BOUNDARY.split(text, maxsplit=1)[1:]) or text


def _matched(pattern: re.Pattern[str], text: str, at: int = 0) -> str:
    match = pattern.match(text, at)
    return match[1].strip() if match else ""
