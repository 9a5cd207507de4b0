"""Where an excerpt says that it leaves text out: a line of dots or dashes, a few words that say so, or dots within a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lydelse.model.section import Block
from lydelse.model.text import Paragraph
from lydelse.patterns import compiled

_DOTS = r"(?:…|(?<!\.)\.\s?\.\s?\.(?!\s?\.))"
_MARK = compiled(rf"\[\s*{_DOTS}\s*\]|\(\s*{_DOTS}\s*\)|{_DOTS}|(?<![\w\d])[-–—−_*](?:\s?[-–—−_*]){{2,}}(?!\w)|(?<!\S)[–—−]\s[–—−](?!\S)")
_SIGNS = compiled(r"[\s\[\](){}*._/–—−…-]+")
_WORDS = compiled(r"\b(?:utelämna|uteslut|i övrigt oförändra|oförändrad text|texten? (?:är )?oförändra)", re.IGNORECASE)
_UNCHANGED = compiled(
    r"\boförändra(?:de|d|t)\b|\b(?:ändra(?:s|ts)|förändra(?:s|ts)) (?:inte|ej)\b"
    r"|\b(?:ingen|inga|inte|ej|utan) (?:(?:ytterligare|några|någon|andra) )?(?:för)?ändr(?:ingar|ing|as|ats)\b"
)
_OF_A_TEXT = compiled(
    r"texten?|lydelsen?|(?:orda)?lydelsen?|formuleringen|innehållet|rest(?:en)?|återstoden|övriga?t?|återstående|resterande"
    r"|stycke(?:t|n|na)?|avsnitt(?:et|en)?|kapit(?:el|let|len)|punkt(?:en|er|erna)?|del(?:en|ar|arna)?|tabell(?:en|er|erna)?"
    r"|rad(?:en|er|erna)?|mening(?:en|ar|arna)?|paragraf(?:en|er|erna)?|rubrik(?:en)?|bilag(?:a|an)"
    r"|första|andra|tredje|fjärde|femte|sjätte|sista|föregående|(?:efter)?följande|mellanliggande"
    r"|nuvarande|gällande|tidigare|befintlig|ovan|nedan|här|i|av|de[tn]?|detta|denna|dessa|som|är|och|samt|eller"
    r"|kvarstår|gäller|lämnas|förblir|föreslås|görs|har|sker|jämfört|med|mot|helt|fortsatt|alltjämt"
)
"""The words that a note of unchanged text is made of: nothing that a document says of its matter."""
_COUNTED = compiled(
    r"\b(?:stycke[tn]?|styckena|punkt(?:en|erna)?|avsnitt(?:en|et)?|rad(?:en|erna)?|mening(?:en|arna)?)\s+[\d.,–-]+(?:\s+och\s+[\d.]+)?",
    re.IGNORECASE,
)
_INTRODUCES = compiled(
    r"\b(?:få[r]?|ges|ha[r]?|erhåller)\s+(?:då\s+)?(?:följande|nedanstående|denna)\s+(?:ändrade\s+|nya\s+)?"
    r"(?:lydelse|ordalydelse|text|innehåll|utformning)"
    r"|\b(?:ändras|ersätts|kompletteras|justeras|revideras|utökas)\b.*\b(?:följande|nedan)\b"
    r"|\b(?:följande|nedanstående)\b.*\b(?:ändras|ersätts|kompletteras|justeras|läggs till|tillkommer|införs|stryks|utgår)\b",
    re.IGNORECASE,
)
_PART = compiled(r"(?:avsnitt|stycke|punkt|tabell|rubrik|mening|bilaga|kapit|paragraf|text)", re.IGNORECASE)
MOST_WORDS = 10
"""A note that text is left out is short; a longer line that speaks of such things is text."""
MOST_WORDS_OF_AN_INTRODUCTION = 25


def says_left_out(block: Block) -> bool:
    """Tell whether a paragraph stands for text that an excerpt leaves out: "…", "– – –", "[...]", "(Oförändrat)", "Ingen ändring.".

    A sentence that introduces an amendment ("Andra stycket får följande lydelse:") stands for what it leaves out, too.
    """
    if not isinstance(block, Paragraph):
        return False
    text = block.marked_text.strip()
    if _SIGNS.fullmatch(text):
        return _MARK.search(text) is not None
    return _is_note(text) or _introduces(text)


def _is_note(text: str) -> bool:
    words = _COUNTED.sub("stycke", text)
    if len(words.split()) > MOST_WORDS or any(sign.isdigit() for sign in words):
        return False
    if _WORDS.search(words):
        return True
    rest = _UNCHANGED.sub("", words.lower())
    return rest != words.lower() and all(_OF_A_TEXT.fullmatch(word) for word in re.findall(r"\w+", rest))


def _introduces(text: str) -> bool:
    short = len(text.split()) <= MOST_WORDS_OF_AN_INTRODUCTION
    return short and text.endswith((":", ".")) and bool(_INTRODUCES.search(text)) and bool(_PART.search(text))


def row_says_left_out(texts: Sequence[str]) -> bool:
    """Tell whether a row stands for rows that an excerpt leaves out: nothing but dots or dashes, one cell of dots at least."""
    spoken = [text.strip() for text in texts if text.strip()]
    return bool(spoken) and all(_SIGNS.fullmatch(text) for text in spoken) and any(_MARK.search(text) for text in spoken)


def marks_in(text: str) -> list[tuple[int, int]]:
    """Return where a paragraph says that it leaves out some of its own text."""
    return [match.span() for match in _MARK.finditer(text)]


def is_quoted_from(text: str, whole: str) -> bool:
    """Tell whether a paragraph with dots in it is a paragraph of the document in force, what the dots stand for left out.

    What stands before the first dots begins the whole, what stands after the last ends it; spaces do not count.
    """
    spans = marks_in(text)
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    pieces = ["".join(text[start:end].split()) for start, end in zip(edges[::2], edges[1::2], strict=True)]
    rest = "".join(whole.split())
    if len(pieces) < 2 or not any(pieces) or not rest.startswith(pieces[0]):
        return False
    at = len(pieces[0])
    for piece in pieces[1:-1]:
        found = rest.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return rest.endswith(pieces[-1]) and len(rest) - len(pieces[-1]) >= at
