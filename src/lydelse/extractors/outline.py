"""Headings told by their literal numbering: is this line one, and of which level?

One line alone is judged, without fonts or neighbours. A reader of a format that knows more (styles, sizes, blank lines) asks this
first and decides the rest itself.
"""

from __future__ import annotations

import re

from lydelse.model.numbering import level_of, split_number
from lydelse.patterns import compiled

TITLE_MAY_BE = 160  # characters: a longer line is a paragraph, numbered or not
CHAPTER_MAY_BE = 90  # the same after a single number, which items have too
CLAUSE_FROM = 60  # characters: from here on a numbered line that says "ska" is a clause of an agreement, not a title

_CONTENTS = compiled(r"(?:\.{3,}|…|(?:\. ){3,}|\t)\s*\d{1,4}\s*$")
_ABBREVIATED = compiled(r"(?:\bm\.? ?m|\betc|\bo\.? ?d|\bm\.? ?fl|\bosv|\bdyl|\bforts)\.$", re.IGNORECASE)
_CHAPTER_ENDS = compiled(r"[.,;:!]$")
_TITLE_ENDS = compiled(r"[.,;!]$")
_UNITS = r"(?:kr|kronor|tkr|kkr|mkr|mnkr|msek|ksek|sek|mdkr|mdr|milj\w*|miljon\w*|miljard\w*|tusen|procent|st|km|mil|år|dagar|timmar|min)"
_FIGURE_FIRST = compiled(rf"\d+(?!\d)[ -]?(?!{_UNITS}\b)[A-ZÅÄÖa-zåäö]{{4,}}", re.IGNORECASE)
_UNIT_FIRST = compiled(rf"{_UNITS}\b(?!-)", re.IGNORECASE)
_MONTH_FIRST = compiled(r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\w*\.?(?:\s+(?:19|20)\d\d\b|$)", re.IGNORECASE)
_DUTY = compiled(r"\b(?:ska|skall|bör|måste)\b", re.IGNORECASE)
SAYS_SOMETHING = compiled(
    r"""\b(?:
        ska|skall|besluta|bör|får|kan|måste|vill|är|var|blir|blev|har|hade|finns|gäller|innebär|omfattar|ingår|utgår|avser|ansvarar|erhåller
      | beslutar|beslutade|föreslår|föreslog|godkänner|fastställer|fastställde|uppdrar|ger|tar|ställer|lämnar|överlämnar|noterar|anser
      | ersätter|betalar|bedriver|säkerställer|återkommer|redovisar|delegerar|bifaller|avslår|återremitterar|tackar|konstaterar
      | anmäls|antas|avslås|avskrivs|beaktas|beslutas|beviljas|bifalles|bifalls|delegeras|ersätts|fastslås|fastställs|fastställes
      | finansieras|fördelas|föreslås|förklaras|genomförs|ges|godkännes|godkänns|hanteras|höjs|inrättas|införs|justeras|lämnas|läggs|medges
      | noteras|omfattas|redovisas|regleras|skickas|startas|sänks|tas|tilldelas|tillsätts|upphävs|upphör|upplöses|upprättas
      | uppdras|utbetalas
      | utgör|utses|återremitteras|återrapporteras|ändras|överförs|överlämnas|överlåts
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""Verbs that make a line a sentence: a title has none, unless it asks."""
_USUAL = compiled(
    r"""(?:
        sammanfattning(?:\sav\särendet)?|ärendet|ärendebeskrivning|beskrivning\sav\särendet|redogörelse(?:\sför\särendet)?|bakgrund|inledning|syfte
      | bedömning|överväganden?|motivering|skäl(?:\sför\sbeslutet)?|slutsats(?:er)?|definitioner|innehåll(?:sförteckning)?
      | (?:(?:[\w-]+\s){0,4}[\w-]+s\s)?(?:förslag(?:\still\s(?:beslut|ändringar))?|beslut|bedömning|yttrande)
      | [\w-]+s\sförslag\still\s[\w-]+|[\w-]+s\sbeslut\sför\segen\sdel|tidigare\sbeslut
      | beslutet|beslutsförslag|beslutsgång
      | propositionsordning|omröstning|voteringsresultat|votering|yrkanden?|tilläggsyrkanden?|ändringsyrkanden?
      | jäv|ajournering|reservation(?:er)?|särskilt\syttrande
      | protokollsanteckning(?:ar)?|beslutsunderlag|underlag(?:\sför\sbeslut)?|handlingar(?:\si\särendet)?|bilagor
      | (?:omröstnings|röst)resultat|proposition(?:er)?|delges|delgivning|(?:beslut\s)?(?:skickas|sänds|expedieras)\still
      | expedier(?:as|ing)(?:\still)?|(?:protokolls)?utdrag\still|beslutet\s(?:skickas|expedieras|sänds)\still|sändlista|kopia\still
      | (?:ekonomiska|sociala|rättsliga|juridiska)\s(?:konsekvenser|överväganden)|konsekvenser|finansiering|kostnader\soch\sfinansiering
      | (?:\w*konsekvens|jämställdhets|barnrätts)\w*|barn(?:ets|s)?\s(?:bästa|perspektiv(?:et)?)|uppföljning|tidplan|ikraftträdande
    )\s*:?""",
    re.VERBOSE | re.IGNORECASE,
)


def heading_level(line: str) -> int | None:
    """Return the level of a numbered heading (1 for "5. Title", "§ 118" and "BILAGA 2", 3 for "5.1.1 Title"); None where it is none.

    Numbered items, clauses that are sentences, lines of a table of contents, dates, amounts and lines that merely begin with a
    reference ("5.1.1 gäller inte ...") are none.
    """
    number, title = split_number(line)
    if not number or _CONTENTS.search(line) or len(line) > TITLE_MAY_BE:
        return None
    if not line.lstrip()[0].isdigit():
        named_level = level_of(number) if number[0].isdigit() else 1
        return named_level if not title or _is_title(title.lstrip("–-:. ")) else None
    if not title:
        return None
    if "." in number:
        return level_of(number) if _is_title(title) or _FIGURE_FIRST.match(title) else None
    return 1 if _is_chapter(title) else None


def is_usual_heading(line: str) -> bool:
    """Tell whether a line is, from its first letter to its last, a heading that memos and minutes have without a number ("Beslut")."""
    return _USUAL.fullmatch(line) is not None


def _is_title(title: str) -> bool:
    """Tell whether text reads as a heading: a capital first, no sentence's end, no long sentence of duty."""
    if not _begins_as_title(title) or (_TITLE_ENDS.search(title) and not _ABBREVIATED.search(title)):
        return False
    return not (len(title) > CLAUSE_FROM and _DUTY.search(title))


def _is_chapter(title: str) -> bool:
    """Tell whether text after a single number is a chapter's title; a numbered item of a list says something with a verb."""
    if len(title) > CHAPTER_MAY_BE or not _begins_as_title(title):
        return False
    return not SAYS_SOMETHING.search(title) and (not _CHAPTER_ENDS.search(title) or bool(_ABBREVIATED.search(title)))


def _begins_as_title(title: str) -> bool:
    first = title.lstrip("”\"»'(")[:1]
    return first.isupper() and not _UNIT_FIRST.match(title) and not _MONTH_FIRST.match(title)
