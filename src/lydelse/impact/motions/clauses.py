"""A motion's text taken apart: who moves it put aside, one clause for each thing that is asked, quotations kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lydelse.figures.sentences import sentences_of
from lydelse.model.document import Document
from lydelse.model.table import Table
from lydelse.model.text import Kind
from lydelse.patterns import compiled
from lydelse.records import dataclass, replace

_QUOTED = compiled(r"[”“\"»«](?P<text>[^”“\"»«]{1,2000})[”“\"«»]|’(?P<single>[^’]{3,2000})’(?!\w)")
_HELD = "\ue100"
_MOVES = compiled(
    r"\b(?:yrkar|yrkade|yrka|föreslår|föreslog|hemställer|hemställde|vill|anser|förordar)\b(?:\s+(?:dessutom|också|även|bifall\s+till"
    r"\s+förslaget\s+med\s+(?:följande|den)\s+\w+))?(?:\s+i\s+(?:första|andra)\s+hand)?(?:\s*[:,]\s*|\s+)?(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_OPENING = compiled(
    r"^(?:\W*(?:på\s+)?följande\s+\w+\s*:?|\s*att\b|\s*[-–•*]\s*|\s*(?:\d{1,2}|[a-z])[.)]\s+|\s*(?:tilläggs|ändrings)?yrkande[nt]?\s*:?)\s*",
    re.IGNORECASE,
)
_PARTS = compiled(
    r"(?:[,;]\s*|(?<!(?<!\w)så)\s+)(?:(?:och|samt|dels)\s+)?(?:dels\s+)?att\s+(?=\S)|;\s+|(?:,\s*|\s+)samt\s+(?=att\b)", re.IGNORECASE
)
_TRAILING = compiled(r"[,;]?\s*(?:\b(?:och|samt|dels)\s*)?[.,;]*\s*$", re.IGNORECASE)
_DENIES = compiled(
    r"(?<!\w)(?:inte|ej|icke|aldrig|nej|utan|varken|ingen|inget|inga|avsl(?:å|og|ag)\w*|avstyrk\w*|avvisa\w*|avböj\w*|mots(?:ä|a)tt\w*"
    r"|tillbakavis\w*|förkasta\w*|reserver\w*\s+sig\s+(?:e)?mot|upphäv\w*|återta\w*|varna\w*)(?!\w)",
    re.IGNORECASE,
)
"""Words by which a sentence turns down what it then says: "vi vill inte att ...", "nej till att ...", "motsätter sig att ..."."""
DEFERS = compiled(
    r"(?<!\w)(?:uppdra\w*|utred\w*|pröva\w*|undersök\w*|återkom\w*|överväg\w*|se(?:r|s)?\s+över|verka\w*\s+för|arbeta\w*\s+för|sträva\w*"
    r"|analyser\w*|målsättning\w*|ambition\w*|inriktning\w*|(?:kan|kunna|skulle)\s+(?:höj|sänk|ök|minsk|ändr|bli|var)\w*)(?!\w)",
    re.IGNORECASE,
)
"""Words by which something is to be looked into, or is possible, and is not asked for now."""
_TELLS = compiled(
    r"(?<!\w)(?:är|blir|var|vore|innebär|innebar|betyder|medför|till|gör|visar|ser|vet|tror|oroa\w*(?:\s+över)?|beklaga\w*|mena\w*|konstatera\w*"
    r"|säg\w*|hävda\w*|påstå\w*|framgår|noter\w*|befara\w*|risk\w*|konsekvens\w*|effekt\w*|(?:o)?rimlig\w*|bra|dåligt|positivt|negativt"
    r"|beslutades|beslutats|beslöt\w*|säkerställ\w*|viktigt|önskvärt|fel|tanken|avsikten|syftet)\s*$",
    re.IGNORECASE,
)
"""Words at the end of what leads in to an "att" that tell what is so, or what follows, and ask for nothing."""
_ALONGSIDE = compiled(r"[,;]|(?<!\w)(?:och|samt|dels)(?!\w)", re.IGNORECASE)
_NOT_MOVED = compiled(r"\W*(?:inte|ej|icke|aldrig)(?!\w)", re.IGNORECASE)
_NOR = compiled(r"(?<!\w)(?:inte\s+heller|varken|aldrig)(?!\w)", re.IGNORECASE)
_WHO = compiled(
    r"\s*(?:(?:vi|jag|hon|han|de|man|undertecknad\w*|partiet|partierna|gruppen)|(?-i:[A-ZÅÄÖ][\w-]*(?:\s+(?:[A-ZÅÄÖ][\w-]*|i|och))*(?:\s*\([A-ZÅÄÖ]{1,3}\))?))"
    r"(?:\s+(?:därför|också|även|dessutom))?\s*",
    re.IGNORECASE,
)
"""Who moves something, where that stands behind the verb: "därför yrkar vi att"."""
_LEAD_ALONE = compiled(r"^[^.]{0,160}\b(?:yrka[rd]?e?|föreslår|hemställer)\b[^.]{0,40}:?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that a motion says: ``text`` has a held sign for each of its ``quotes``, ``said`` is how it was written.

    ``moved`` says that its sentence moves something, or begins as what is moved does: whatever it asks is a demand. ``denied`` says that
    its sentence turns down what it says: "vi vill inte att avgiften höjs".
    """

    text: str
    quotes: tuple[str, ...]
    said: str
    moved: bool = False
    denied: bool = False


def clauses_of(document: Document) -> tuple[Clause, ...]:
    """Return the clauses of a motion's text, in order."""
    return tuple(clause for line in _lines(document) for clause in _clauses(line))


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield from (cell.after for cell in block.paragraphs() if cell.after)
        elif block.after and block.kind is not Kind.HEADING:
            yield from _unwrapped(block.after)
        elif block.after and _MOVES.search(block.after) and any(sign.isdigit() or sign in '”“"' for sign in block.after):
            yield block.after


def _unwrapped(text: str) -> Iterator[str]:
    """Yield the lines of a paragraph that each begin something of their own: att-clauses and points; others are one text."""
    kept: list[str] = []
    for line in text.split("\n"):
        if re.match(r"\s*(?:att\b|[-–•*]\s|\d{1,2}[.)]\s)", line, re.IGNORECASE) and kept:
            yield " ".join(kept)
            kept = []
        if line.strip():
            kept.append(line.strip())
    if kept:
        yield " ".join(kept)


def _clauses(line: str) -> Iterator[Clause]:
    quotes: list[str] = []

    def hold(match: re.Match[str]) -> str:
        quotes.append((match["text"] or match["single"]).strip())
        return f"{_HELD}{len(quotes) - 1}{_HELD}"

    held = _QUOTED.sub(hold, " ".join(line.split()))
    for start, end in sentences_of(held):
        sentence = held[start:end]
        moved = _MOVES.search(sentence) is not None or re.match(r"\W*att\b", sentence, re.IGNORECASE) is not None
        for text, denied in _asked(sentence):
            yield replace(_clause(text, quotes), moved=moved, denied=denied)


def _asked(sentence: str) -> Iterator[tuple[str, bool]]:
    """Yield what a sentence asks, one thing at a time, without who asks it; and whether it is turned down."""
    text, led = sentence, ""
    moves = _MOVES.search(text)
    if moves and _HELD not in text[: moves.start()] and not _NOT_MOVED.match(moves["rest"]):
        text, led = moves["rest"], text[: moves.start()]
    for part, denied in _parts(text):
        shorn = "" if led and _WHO.fullmatch(part) else _TRAILING.sub("", part.strip())
        while shorn and (opened := _OPENING.match(shorn)) and opened.end():
            shorn = shorn[opened.end() :]
        if shorn and not _LEAD_ALONE.match(shorn):
            yield shorn, denied or _NOR.search(led) is not None


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a sentence, one for each "att"; what is turned down stays in one part with the words that do so."""
    start, denied = 0, False
    for match in _PARTS.finditer(text):
        part = text[start : match.start()]
        if (_DENIES.search(part) or DEFERS.search(part) or _TELLS.search(part)) and not _ALONGSIDE.search(match[0]):
            denied = True
            continue
        yield part, denied
        start = match.end()
    yield text[start:], denied


def _clause(text: str, quotes: Iterable[str]) -> Clause:
    listed = list(quotes)
    used = [int(number) for number in re.findall(f"{_HELD}(\\d+){_HELD}", text)]
    said = re.sub(f"{_HELD}(\\d+){_HELD}", lambda match: f"”{listed[int(match[1])]}”", text)
    bare = re.sub(f"{_HELD}\\d+{_HELD}", _HELD, text)
    return Clause(bare, tuple(listed[at] for at in used), said)


HELD = _HELD
"""The sign that stands for a quotation in a clause's text."""
