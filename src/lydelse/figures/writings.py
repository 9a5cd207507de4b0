"""Which writing a reference is said to stand in: the text's own, or another that is named beside it."""

from __future__ import annotations

import re

from lydelse.patterns import compiled

_OWN_LEAD_WORDS = """se jfr jämför läs enligt i under av till från och samt eller med på vid om för ur även också vidare utom inom genom
    mellan respektive både dels än som att där här mot över utöver utifrån såväl ovan nedan bland nu nya ej inte är det den de detta
    denna dessa följer gäller regleras beskrivs anges återfinns finns framgår redovisas avser omfattar ersätter kompletterar ändrar
    upphäver uppfylla uppfyller preciseras utvecklas behandlas definieras dokumentets underlagets punkt punkten avsnitt avsnittet
    kapitel kapitlet rubriken"""
_OWN_LEADS = frozenset(_OWN_LEAD_WORDS.split())
_LEAD = compiled(r"(?P<word>[\w./-]+)(?P<comma>,)?\s*$")
_NUMBERED_LEAD = compiled(r"(?:avsnitt|kapit|kap|punkt|bilag)\w*\.?\s+[0-9][0-9.,\s\u2013-]*$", re.IGNORECASE)
_LAW_LEAD = compiled(r"\((?:SFS\s)?(?P<name>[0-9]{4}:[0-9]{1,4})\),?\s*$")
_ANNEX_LEAD = compiled(r"(?:[Bb]ilaga)\s+(?P<number>[0-9]{1,3}|[A-ZÅÄÖ]),?\s+$")
_NAMED_AFTER = compiled(
    r"\s*,?\s+(?:i|av|till|ur|från)\s+(?P<adjective>(?:den|det|de|nu\s+gällande|gällande|regionens|kommunens)\s+)?(?P<name>[\w-]+(?:\s+[0-9]{1,4}(?![\w.]))?)"
)
_TITLE_AND_NAMED = compiled(
    r"\s+[”\"]?[A-ZÅÄÖ][\w-]*(?:\s+(?!i\s|av\s|ur\s)[\w-]+){0,3}[”\"]?\s+(?:i|av|ur)\s+(?P<name>[A-ZÅÄÖ][\w-]+|[\w-]{3,}(?:et|en|na))(?!\w)"
)
"""The title of a section between its number and the writing: "avsnitt 3.4 Villkor i avtalet"."""
_LAW_AFTER = compiled(
    r"\s+(?:i\s+)?(?:[a-zåäö]+-\s+och\s+)?(?P<name>[A-ZÅÄÖ]{2,6}\b|[A-ZÅÄÖa-zåäö-]*(?:lag|lagen|balken|balk|förordningen|förordning|direktivet|föreskrifterna)\b)"
)
_OWN_NAMES = frozenset({"detta", "denna", "dessa", "föreliggande", "dokumentet", "underlaget"})
_NO_NAME_WORDS = """avsnitt avsnitten avsnittet kapitel kapitlet punkt punkten tabell tabellen figur samband enlighet förekommande sin sitt
    sina tillämpliga övrigt god samma särskild form formen syfte stället första andra tredje dag den det de att och en ett region regionen
    kommun kommunen nedan ovan slutet början respektive samråd förhållande fråga relevanta alla vissa årlig varje normalfallet regel stort
    dess tillägg huvudsak"""
_NO_NAMES = frozenset(_NO_NAME_WORDS.split())
"""What may follow "i", "av" or "till" after a reference without being a writing."""


def writing_named(text: str, start: int, end: int) -> str:
    """Return the writing that the reference at [start, end) is said to stand in, "" where none is named but the text itself.

    A word before it that is neither preposition, conjunction nor a verb of referring is taken to name one ("avtalets punkt 4.2",
    "uppdragsspecifikationen, kapitel 3"): rather another writing too many than a reference sought where it does not lead.
    """
    return _named_after(text, end) or _named_before(text, start)


def _named_after(text: str, end: int) -> str:
    law = _LAW_AFTER.match(text, end)
    if law:
        return law["name"]
    match = _NAMED_AFTER.match(text, end)
    if not match:
        titled = _TITLE_AND_NAMED.match(text, end)
        return "" if titled is None or titled["name"].lower() in _OWN_NAMES | _NO_NAMES else titled["name"]
    word = match["name"].split()[0].lower()
    if word in _OWN_NAMES or (word in _NO_NAMES and not match["adjective"]):
        return ""
    name = match["name"] if word == "bilaga" else match["name"].split()[0]
    return name[0].upper() + name[1:] if word == "bilaga" else name


def _named_before(text: str, start: int) -> str:
    before = text[max(0, start - 60) : start]
    annex = _ANNEX_LEAD.search(before)
    if annex:
        return f"Bilaga {annex['number']}"
    law, lead = _LAW_LEAD.search(before), _LEAD.search(before)
    if law:
        return law["name"]
    if lead is None:
        return ""
    word = lead["word"]
    if word[-1] in ".:" or (lead["comma"] and _NUMBERED_LEAD.search(before)):
        return ""
    if word.lower() in _OWN_LEADS and not lead["comma"]:
        return ""
    return word
