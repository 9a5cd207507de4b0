"""Years that stand in a paragraph where the same year was moved on elsewhere, in sentences that do not look back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lydelse.checks.year_moves import YearMove
from lydelse.figures.sentences import sentences_of
from lydelse.figures.years import years_in
from lydelse.model.document import Document
from lydelse.model.text import Paragraph, Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

_LOOKS_BACK = compiled(
    r"(?<!\w)(?:var|blev|hade|har|fick|kom|gick|låg|skedde|[^\W\d_]{2,}(?:ades|des|tes|ade|dde)|gällde|\w*(?:togs|gavs|skrevs|lades|gjordes)|föregående|förra|jämfört|jämförelse|tidigare|sedan|hittills"
    r"|dåvarande|än|från|mellan|sedermera|ersätter|upphör\w*|oförändra\w+|lag(?:en)?|förordning(?:en)?|föreskrift\w*|beslut(?:et|en)?(?=\s+(?:av|den|från|i)))(?!\w)",
    re.IGNORECASE,
)
"""Words of sentences that speak of what was: there an earlier year is where it should be."""

_OUTCOME = compiled(
    r"(?<!\w)(?:utfall|bokslut|prognos|delår|statistik|uppgift|mätning|prisnivå|prisläge|basår|befolkning|folkmängd|baser|mätperiod)\w*|(?<!\w)(?:bygger\s+på|invånare\s+den|per\s+den)(?!\w)",
    re.IGNORECASE,
)
"""Words of figures that are mended long after their year."""

_OF_A_YEAR = compiled(r"\s*(?:års\b|[–/-]\s*\d)|\s+(?:till|t\.?\s?o\.?\s?m)", re.IGNORECASE)
"""After a year: a thing that is called by it, or the beginning of a time that goes on."""


def is_of_an_outcome(words: str) -> bool:
    """Tell whether words speak of an outcome, a forecast or other figures that are mended long after their year."""
    return _OUTCOME.search(words) is not None


@dataclass(frozen=True, slots=True)
class KeptYear:
    """A year that stands where it stood; [start, end) of the later reading, ``after`` what it has become elsewhere in the paragraph."""

    paragraph: Paragraph
    year: int
    after: int
    sentence: str
    start: int
    end: int


def kept_years(redline: Document, moves: Iterable[YearMove]) -> Iterator[KeptYear]:
    """Yield the kept years of paragraphs in which the same year was moved on, one for each sentence at most.

    A sentence that has the later year as well compares the two, and one that looks back is about what was; there nothing is
    yielded, unless another of its words or figures was changed.
    """
    moved: dict[str, dict[int, int]] = {}
    for move in moves:
        moved.setdefault(move.passage.place.path, {})[move.before] = move.after
    for paragraph in redline.paragraphs:
        if paragraph.place.path in moved:
            yield from _in_paragraph(paragraph, moved[paragraph.place.path])


def _in_paragraph(paragraph: Paragraph, moved: dict[int, int]) -> Iterator[KeptYear]:
    text, before = paragraph.text_in(Version.AFTER), paragraph.text_in(Version.BEFORE)
    for start, end in sentences_of(text):
        sentence = text[start:end]
        years = years_in(sentence)
        values = {year.value for year in years}
        is_about_another = values & {*moved.values()} or is_of_an_outcome(sentence)
        if is_about_another or (_LOOKS_BACK.search(sentence) and sentence.strip() in before):
            continue
        left = next((year for year in years if year.value in moved and not _OF_A_YEAR.match(sentence, year.end)), None)
        if left:
            said = sentence.strip().rstrip(".")
            yield KeptYear(paragraph, left.value, moved[left.value], said, start + left.start, start + left.end)
