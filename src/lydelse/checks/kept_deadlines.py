"""Deadlines that stand in the year that they stood in, while the document's years were moved on."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lydelse.checks.kept_years import KeptYear
from lydelse.checks.year_moves import YearMove
from lydelse.figures.dates import dates_in
from lydelse.figures.sentences import sentences_of
from lydelse.figures.years import years_in
from lydelse.model.document import Document
from lydelse.model.text import Paragraph, Version
from lydelse.patterns import compiled

_BY = compiled(
    r"(?<!\w)(?:senast|sista\s+(?:[^\W\d_]*dag(?:en)?|[^\W\d_]*datum(?:et)?)|före\s+den|innan\s+den|deadline)(?!\w)[^.;]{0,60}$",
    re.IGNORECASE,
)
_SHALL = compiled(r"(?<!\w)(?:ska|skall|måste)(?!\w)(?P<between>[^.;]{0,80})$", re.IGNORECASE)
_NO_DEADLINE = compiled(
    r"(?<!\w)(?:enligt|avse\w*|gäll\w*|löp\w*|sedan|efter)(?!\w)"
    r"|(?<!\w)(?:till|från|fr\.?\s?o\.?\s?m\.?|t\.?\s?o\.?\s?m\.?|per|under|av|i)(?:\s+och\s+med)?(?:\s+(?:och\s+)?den)?\s*$",
    re.IGNORECASE,
)
"""What stands between a duty and a date that is no deadline: a time that begins or ends, a decision's date."""

_OF_WHAT_WAS = compiled(
    r"(?<!\w)(?:var|blev|hade|fick|skulle|kom|inkom|gällde|skedde|[^\W\d_]{3,}(?:des|tes)|\w*(?:togs|gavs|skrevs|lades|gjordes)"
    r"|beslut\w*\s+(?:den|av|från|i)|dnr|diarienummer|daterad\w*|upprättad\w*|(?:senast\s+)?(?:ändrad|reviderad|uppdaterad|antagen|fastställd|granskad|hämtad|besökt)\w*"
    r"|lag(?:en)?|förordning(?:en)?|föreskrift\w*|ordalydelse\w*|oförändra\w+|övergångs\w*)(?!\w)",
    re.IGNORECASE,
)
"""Words of sentences about what was done or decided, or about the law: there the earlier year is where it should be."""


def kept_deadlines(redline: Document, moves: tuple[YearMove, ...]) -> Iterator[KeptYear]:
    """Yield the deadlines that both versions have in the year that the document's years were moved from.

    Nothing is yielded where years were moved in several ways as often, or where that year is also one that others were moved to. A
    sentence that has the later year as well means both, and one that speaks of the earlier year besides is about that year.
    """
    counted = Counter((move.before, move.after) for move in moves).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return
    before, after = counted[0][0]
    if before in {move.after for move in moves}:
        return
    for paragraph in redline.paragraphs:
        yield from _in_paragraph(paragraph, before, after)


def _in_paragraph(paragraph: Paragraph, year: int, moved_to: int) -> Iterator[KeptYear]:
    text, earlier = paragraph.text_in(Version.AFTER), paragraph.text_in(Version.BEFORE)
    if str(year) not in text or str(year) not in earlier:
        return
    for start, end in sentences_of(text):
        sentence = text[start:end]
        if str(year) not in sentence or str(moved_to) in sentence or _OF_WHAT_WAS.search(sentence):
            continue
        spans = [(each.start, each.end) for each in dates_in(sentence) if each.year == year]
        others = [each for each in years_in(sentence) if each.value == year and not any(one <= each.start < other for one, other in spans)]
        due = [(one, other) for one, other in spans if _is_due(sentence[:one]) and sentence[one:other] in earlier]
        if due and not others:
            first, last = due[0]
            yield KeptYear(paragraph, year, moved_to, sentence.strip().rstrip("."), start + first, start + last)


def _is_due(before: str) -> bool:
    """Tell whether the words before a date make it a deadline."""
    shall = _SHALL.search(before)
    return _BY.search(before) is not None or (shall is not None and not _NO_DEADLINE.search(shall["between"]))
