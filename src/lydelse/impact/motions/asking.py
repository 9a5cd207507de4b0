"""A clause of a motion -> what it asks: a figure changed, words replaced, a part struck or added; or that it asks for no change."""

from __future__ import annotations

import re

from lydelse.figures.prose import amounts_in
from lydelse.impact.motions.asked import Asked, Kind
from lydelse.impact.motions.asked_figures import MOVING, TIMES, figure_asked, phrase_of
from lydelse.impact.motions.clauses import DEFERS, HELD, Clause
from lydelse.patterns import compiled

_STRIKES = compiled(
    r"(?<!\w)(?:stryk\w*|utgår?(?!\s+(?:för|till|med|per|enligt|i\s+form|vid|om)(?!\w))|tas\s+bort|ta\s+bort|borttas|slopas|slopa|avskaffas|upphävs|ur\s+förslaget)(?!\w)",
    re.IGNORECASE,
)
_ADDS = compiled(
    r"(?<!\w)(?:lägg(?:s|a)?\s+till|läggs?\s+in|tillförs|tillfoga\w*|inför(?:s|as|a)?|infoga\w*|tillägg|kompletteras|skjuts\s+in|ny\s+punkt|nytt\s+stycke|ny\s+mening)(?!\w)",
    re.IGNORECASE,
)
_REPLACES = compiled(
    r"(?<!\w)(?:ersätt\w*|byt\w*|ändra\w*|i\s?stället\s+för|istället\s+för|ska(?:ll)?\s+(?:lyda|ha\s+lydelsen)|får\s+(?:följande\s+)?lydelse\w*|omformulera\w*)(?!\w)",
    re.IGNORECASE,
)
_INSTEAD = compiled(rf"{HELD}[^{HELD}]*(?:i\s?stället\s+för|istället\s+för)[^{HELD}]*{HELD}", re.IGNORECASE)
_WHOLE_POINT = compiled(
    rf"^[^{HELD}]*(?<!\w)(?:punkt|att-sats)\w*\s+\d[^{HELD}]*(?:med|lydelse\w*|lyda|till)(?:\s+följande)?\W*{HELD}", re.IGNORECASE
)
"""A point that is to read otherwise: its new wording is what is quoted."""
_REJECTS = compiled(
    r"(?<!\w)(?:avsl(?:ag|å)\w*)\s+(?:på\s+|till\s+|för\s+)?(?:den\s+)?(?:föreslagna?\s+)?(?P<what>(?:höjning|sänkning|ändring|uppräkning|förändring)\w*)",
    re.IGNORECASE,
)
_OF_THE_CHANGE = compiled(
    r"(?<!\w)(?:den\s+)?(?:föreslagna\s+)?(?P<of>\w*?)(?:höjning|ökning|uppräkning|sänkning|minskning|neddragning|förändring|ändring)en"
    r"(?!\w)(?!\s+att(?!\w))",
    re.IGNORECASE,
)
_TURNED_DOWN = compiled(
    rf"{_STRIKES.pattern}|(?<!\w)(?:avslå\w*|avvisa\w*|avstyrk\w*|motsätt\w*(?:\s+(?:oss|sig|mig))?|säger\s+nej\s+till|nej\s+till"
    r"|genomförs\s+inte|inte\s+genomförs)(?!\w)",
    re.IGNORECASE,
)
_KEPT = compiled(r"(?<!\w)(?:behåll\w*|bibehåll\w*|kvarstår?|ligg(?:a|er)\s+kvar|ligg(?:a|er)\s+fast|bevara\w*)(?!\w)", re.IGNORECASE)
_OF_NOW = compiled(
    r"(?<!\w)(?:nuvarande|dagens|gällande|oförändrad\w*|(?:på|enligt)\s+(?:samma|(?:19|20)\d\d\s+års)\s+nivå(?:n)?)(?!\w)", re.IGNORECASE
)
_UNCHANGED = compiled(r"(?<!\w)(?:förblir|lämnas|är|ska(?:ll)?\s+vara|ligger\s+kvar|kvarstår)\s+(?:på\s+)?oförändra\w*", re.IGNORECASE)
_PROCEDURE = compiled(
    r"(?<!\w)(?:återremi\w*|bordlägg\w*|bordläggning|vilande\w*|remitter\w*|(?:avslag|avslå\w*)\s*(?:på|till)?\s*(?:hela\s+)?"
    r"(?:(?:arbetsutskottets|nämndens|styrelsens|regiondirektörens|förvaltningens)\s+)?(?:förslag|ärende|punkt|motion|framställ)\w*|avslår?\s+ärendet|avslag\.?$)",
    re.IGNORECASE,
)
_APPROVES = compiled(
    r"(?<!\w)(?:bifall\w*|bifaller|i\s+övrigt\s+(?:enligt|bifall|godkänn)\w*|antar\s+förslaget|enligt\s+förslaget)(?!\w)", re.IGNORECASE
)
_NEGATES = compiled(r"(?<!\w)(?:inte|ej|icke|aldrig)(?!\w)", re.IGNORECASE)
_STATES = compiled(
    r"(?<!\w)(?:är|uppgår\s+till|var|blev|höjdes|sänktes)\s+(?:nu\s+|i\s?dag\s+|idag\s+)?(?=\d)(?!.*\b(?:ska|skall|höj|sänk|ändra|i\s?stället)\w*\b)",
    re.IGNORECASE,
)
"""Words that say what a figure is, where nothing asks for it: "ersättningen är 450 kr"."""
_WANTS = compiled(
    r"(?<!\w)(?:ska|skall|höj\w*|sänk\w*|ök\w*|minsk\w*|ändra\w*|stryk\w*|utgår|läggs?|inför\w*|ersätt(?:s|as)|byt(?:s|as)|fördubbl\w*|halver\w*|avsl\w*|tas\s+bort"
    r"|behåll\w*|bibehåll\w*|kvarstår?|sätt(?:s|as)|bör|slopa\w*|avskaffa\w*|återställ\w*|utök\w*|begränsa\w*|undanta\w*|räknas\s+upp)(?!\w)",
    re.IGNORECASE,
)


def asked_in(clause: Clause) -> Asked:
    """Return what a clause asks for."""
    text = clause.text
    rejected = _REJECTS.search(text)
    if rejected:
        return Asked(Kind.REVERT, text[rejected.end() :])
    if clause.denied:
        is_demand = clause.moved or bool(amounts_in(text)) or _WANTS.search(text) is not None
        return Asked(Kind.UNKNOWN if is_demand else Kind.NOTHING, text)
    if clause.quotes:
        return Asked(Kind.UNKNOWN, text) if _NEGATES.search(text) else _about_words(clause)
    unchanged = _UNCHANGED.search(text)
    if unchanged:
        return Asked(Kind.REVERT, text[: unchanged.start()])
    of_change = _of_the_change(clause) or _kept_as_it_is(text)
    if of_change:
        return of_change
    if _NEGATES.search(text):
        return Asked(Kind.UNKNOWN, text)
    asked = _procedural(text) or figure_asked(text) or _part_or_vague(text)
    if asked.kind is Kind.FIGURE and (DEFERS.search(text) or (_STATES.search(text) and not clause.moved)):
        return Asked(Kind.UNKNOWN, text)
    is_demand = clause.moved or bool(amounts_in(text))
    return Asked(Kind.UNKNOWN, text) if asked.kind is Kind.NOTHING and is_demand and not _APPROVES.search(text) else asked


def _of_the_change(clause: Clause) -> Asked | None:
    """Return what a clause asks of a change that is proposed: that it be turned down; what else it asks of it is not understood."""
    text = clause.text
    change = _OF_THE_CHANGE.search(text)
    if change is None:
        return None
    rest = f"{text[: change.start()]} {change['of']} {text[change.end() :]}"
    turned_down = _TURNED_DOWN.search(rest)
    stated = amounts_in(rest)
    if turned_down is None or len(stated) > 1:
        is_demand = clause.moved or bool(amounts_in(rest)) or _WANTS.search(rest) is not None or TIMES.search(rest) is not None
        return Asked(Kind.UNKNOWN if is_demand else Kind.NOTHING, text)
    return Asked(Kind.REVERT, phrase_of(rest, turned_down, list(stated)), to=next(iter(stated), None))


def _kept_as_it_is(text: str) -> Asked | None:
    """Return a demand that what holds now be kept, None where a clause says none; one that says a figure is read as any other."""
    kept, of_now = _KEPT.search(text), _OF_NOW.search(text)
    if kept is None or of_now is None or amounts_in(text):
        return None
    spans = sorted([kept.span(), of_now.span()])
    return Asked(Kind.REVERT, f"{text[: spans[0][0]]} {text[spans[0][1] : spans[1][0]]} {text[spans[1][1] :]}")


def _procedural(text: str) -> Asked | None:
    if _PROCEDURE.search(text):
        return Asked(Kind.PROCEDURE, text)
    return Asked(Kind.NOTHING, text) if _APPROVES.search(text) else None


def _part_or_vague(text: str) -> Asked:
    strikes = _STRIKES.search(text)
    if strikes:
        return Asked(Kind.STRIKE_PART, f"{text[: strikes.start()]} {text[strikes.end() :]}".strip())
    if MOVING.search(text):
        return Asked(Kind.VAGUE, text)
    return Asked(Kind.UNKNOWN if _WANTS.search(text) else Kind.NOTHING, text)


def _about_words(clause: Clause) -> Asked:
    text = clause.text
    if _REPLACES.search(text) and (len(clause.quotes) > 1 or _WHOLE_POINT.search(text)):
        return Asked(Kind.REPLACE, text) if len(clause.quotes) < 3 else Asked(Kind.UNKNOWN, text)
    if _ADDS.search(text):
        return Asked(Kind.ADD, text)
    if _STRIKES.search(text):
        return Asked(Kind.STRIKE_TEXT, text)
    if _REPLACES.search(text):
        return Asked(Kind.UNKNOWN, text)
    return _procedural(text) or figure_asked(text) or Asked(Kind.UNKNOWN, text)


def replaced_first(text: str) -> bool:
    """Tell whether the first of two quotations is what is replaced: not where it stands before "instead of"."""
    return _INSTEAD.search(text) is None
