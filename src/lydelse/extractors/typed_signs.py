"""Signs that somebody typed to show what goes and what comes: "[-utgår-]", "~~utgår~~", "[utgår: ...]", "[412] {428}", "#412# 428".

What they mean is for a person to say, so the text is left as it stands and asked about. Signs that mean nothing else are asked about
even once. Brackets alone are no such signs, and signs of somebody's own are known where a figure in them stands before another of about
its size.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

from lydelse.extractors.alike_wordings import are_alike
from lydelse.extractors.signs_of_ones_own import figures_in_signs
from lydelse.model.document import Document
from lydelse.model.finding import Severity, Unread
from lydelse.model.message import Message
from lydelse.patterns import compiled

SHOWN, QUOTED = 3, 40
"""How many places are quoted, and how many characters of each."""

FEWEST_PAIRS = 3
"""Places where brackets of two kinds follow one another."""

_GOES = r"utgår|utgått|stryks|struket|struken text|tas bort|tagits bort|borttaget|borttagen text|raderas|raderat|upphör".replace(" ", r"\s")
_COMES = (
    r"tillkommer|tillägg|tillagt|tillagd text|läggs till|nytt|ny text|ny lydelse|införs|infogas|infogat|ersätts med|ändras till".replace(
        " ", r"\s"
    )
)
_DATE = r"(?:\d{1,2}\s\w{3,9}\s)?(?:19|20)\d\d(?:-\d\d){0,2}\s?[\])]"
"""What may stand after "upphör:" or "nytt:" and says when, not what."""

_SIGNS = compiled(
    rf"""\[-(?=\S)[^\[\]\n]+?-\] | \{{\+(?=\S)[^{{}}\n]+?\+\}}
       | \{{(?P<critic>--|\+\+|~~)[^{{}}\n]+?(?P=critic)\}}
       | (?<![~\w])~~(?=[^\s~])[^~\n]+?(?<=[^\s~])~~(?!~)
       | <(?P<tag>del|ins|s|strike)>[^<>\n]+</(?P=tag)>
       | [\[{{(<](?:{_GOES}|(?P<comes>{_COMES}))\s*:(?!\s?{_DATE})\s?[^\]}})>\n]+[\]}})>]
       | [\[{{][^\[\]{{}}\n]+\s[-–—]?\s?(?:{_GOES})[\]}}]""",
    re.VERBOSE | re.IGNORECASE,
)
_OPENING = "[{~<("
"""One of them begins each of the signs."""
_GOES_AND_COMES = compiled(r"[-–−]\s?(?P<goes>[^+]{1,1500}?)\s\+\s?(?P<comes>[^+]{1,1500})")
_TAKEN = frozenset("-–−")
_PAIRS = tuple(
    compiled(pattern)
    for pattern in (
        r"\[(?=\S)[^\[\]\n]+\]{1,2}\s?\{{1,2}(?=\S)[^{}\n]+\}",
        r"\{(?=\S)[^{}\n]+\}{1,2}\s?\[{1,2}(?=\S)[^\[\]\n]+\](?!\()",
        r"\[(?=\S)[^\[\]\n]+\]{1,2}\s?<{1,2}(?=[^\s/>])[^<>\n]+>",
        r"\[\[(?=\S)[^\[\]\n]+\]\]\s?(?:\{\{|\[|\()(?=\S)[^\[\](){}\n]+",
        r"<(?=[^\s/>])[^<>\n]+>\s?\{(?=\S)[^{}\n]+\}",
    )
)


def typed_signs(document: Document) -> Iterator[Unread]:
    """Yield one question for a document without marks in which typed signs show what goes and what comes."""
    if document.is_marked:
        return
    texts = [paragraph.marked_text for paragraph in document.paragraphs]
    signs = [match for text in texts if any(sign in text for sign in _OPENING) for match in _SIGNS.finditer(text)]
    found = [match[0] for match in signs]
    if all(match["comes"] for match in signs):  # "(tillägg: 200 kr)" is in any price list
        bracketed = [text for text in texts if "[" in text or "{" in text]
        pairs = ([match[0] for text in bracketed for match in pattern.finditer(text)] for pattern in _PAIRS)
        found = next((own for own in pairs if len(own) >= FEWEST_PAIRS), []) or figures_in_signs(texts) or list(_taken_and_put(document))
    if found:
        quoted = tuple(f"”{text[:QUOTED]}”" for text in dict.fromkeys(found))[:SHOWN]
        yield Unread("X903", Severity.QUESTION, Message("X903.typed-signs", {"count": len(found), "texts": quoted}))


def _taken_and_put(document: Document) -> Iterator[str]:
    """Yield the lines that go and those that come instead, as programs write differences: "- Priset är ..." over "+ Priset är ..."."""
    lines = [f"{paragraph.marker} {paragraph.marked_text}".strip() for paragraph in document.paragraphs]
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        if line[:1] not in _TAKEN:
            continue
        for match in (_GOES_AND_COMES.fullmatch(line), _GOES_AND_COMES.fullmatch(f"{line} {following}")):
            if match and are_alike(match["goes"], match["comes"]):
                yield line
                break
