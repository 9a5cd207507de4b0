"""The year that governs an amount: the one that a reader would take it to be an amount of."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import itemgetter

from lydelse.figures.amounts import amounts_in
from lydelse.figures.dates import MONTH
from lydelse.figures.sentences import sentences_of
from lydelse.figures.years import Year, years_in
from lydelse.model.section import Block, Section
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Version
from lydelse.patterns import compiled
from lydelse.records import dataclass, field

REMEMBERED = 1_024
"""How many names of rows and columns are remembered."""
FURTHEST_CAPTION = 3
"""How many paragraphs above a table are looked at for the year that its caption names."""
LONGEST_CAPTION = 120
"""The characters of a line that still reads as a caption rather than as a paragraph."""

_DECIDED = compiled(
    r"\b(?:beslut\w*|antog\w*|antagen|antaget|antagna|fastställ\w*|godkän\w*|protokoll\w*|sammanträd\w*|daterad\w*|undertecknad\w*)"
    rf"(?:(?!\b(?:från|fr\.o\.m|gäll\w*|trä\w*|till|under|för)\b)[^.;])*\b\d{{1,2}}(?::[ae])?\s+{MONTH}\.?\s+$",
    re.IGNORECASE,
)
_COMPARED = compiled(r"\b(?:jämfört\s+med|(?:högre|lägre|mer|mindre|större)\s+än|mot)\s+(?:år\s+)?$", re.IGNORECASE)
_RESPECTIVELY = compiled(r"[^.;\d]{0,25}\s(?:respektive|resp\.?)\s(?:[^\W\d]+\s){0,2}", re.IGNORECASE)
_BOTH = compiled(r"\s+(?:och|respektive|resp\.?)\s+(?:år\s+)?", re.IGNORECASE)
_UNCHANGED_SINCE = compiled(r"\b(?P<before>oförändra\w*\s+)?sedan\s+(?:år\s+)?(?P<year>\d{4})(?(before)|(?=\s+oförändra))", re.IGNORECASE)
_DIRECTLY_AFTER = compiled(r"\s*(?P<open>\()?\s*(?:(?:för|under|år|från|i|avser)\s+){0,3}(?P<year>\d{4})(?!\d|\s*:)(?(open)\s*\))")


@dataclass(frozen=True)
class DatedText:
    """A reading's text with its sentences and its years."""

    text: str

    @cached_property
    def years(self) -> tuple[Year, ...]:
        """The years, in order, those left out that only date a decision ("beslut den 12 juni 2024")."""
        return tuple(year for year in years_in(self.text) if not (year.in_date and _DECIDED.search(self.text[: year.start])))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The spans of the sentences."""
        return sentences_of(self.text)

    def sentence_around(self, start: int) -> tuple[int, int]:
        """Return the sentence that holds an offset, the whole text where none does."""
        at = bisect_right(self.sentences, start, key=itemgetter(0)) - 1
        return self.sentences[at] if at >= 0 and start < self.sentences[at][1] else (0, len(self.text))

    def year_at(self, start: int, end: int) -> int | None:
        """Return the year that governs [start, end): one of its sentence, else the last one before it, else None.

        Where a year precedes the sentence's first amount, each amount takes the last year before it ("år 2024 var det 45 kr och år
        2025 48 kr"), unless one follows directly; otherwise the nearest. The year of a written-out date counts only within the
        sentence, and only where no other year stands there.
        """
        if not self.years:
            return None
        first, last = self.sentence_around(start)
        within = [year for year in self.years if first <= year.start < last]
        within = [year for year in within if not year.in_date] or within
        within = [year for year in within if not self._leads_on(year, start)]
        if not within:
            earlier = [year for year in self.years if year.end <= start and not year.in_date and not self._leads_on(year, start)]
            return earlier[-1].value if earlier else None
        amounts = [(amount.start, amount.end) for amount in amounts_in(self.text) if first <= amount.start < last]
        end = max([end, *(amount_end for amount_start, amount_end in amounts if amount_start <= start < amount_end)])  # its unit too
        if within[0].end <= min([start, *(amount[0] for amount in amounts)]):
            return self._in_sequence(within, amounts, start, end)
        return min(within, key=lambda year: (max(0, start - year.end, year.start - end), -year.start)).value

    def _leads_on(self, year: Year, start: int) -> bool:
        """Tell whether a year governs only what follows it ("(2024: 20 kr)"), is compared with, or says since when nothing changed."""
        if year.start > start and (
            self.text[year.end : year.end + 1] == ":" or _COMPARED.search(self.text, max(0, year.start - 20), year.start)
        ):
            return True
        return year.start in self._unchanged_since

    @cached_property
    def _unchanged_since(self) -> frozenset[int]:
        return frozenset(match.start("year") for match in _UNCHANGED_SINCE.finditer(self.text)) if "sedan" in self.text else frozenset()

    def _in_sequence(self, years: list[Year], amounts: list[tuple[int, int]], start: int, end: int) -> int:
        own = self._directly_after(years, end)
        taken = [self._directly_after(years, other_end) for other, other_end in amounts if other != start]
        before = [year for year in years if year.end <= start and year not in taken]
        named = self._respectively(before, amounts, start)
        if named:
            return named.value
        return (own or (before[-1] if before else years[0])).value

    def _respectively(self, years: list[Year], amounts: list[tuple[int, int]], start: int) -> Year | None:
        """Return the year of an amount in "åren 2025 och 2026 är taket 300 respektive 320 kr", of as many amounts as years."""
        at = next((at for at, (first, _) in enumerate(amounts) if first == start), None)
        if at is None or len(years) < 2:
            return None
        first = last = at
        while first > 0 and self._goes_on(amounts[first - 1][1], amounts[first][0]):
            first -= 1
        while last + 1 < len(amounts) and self._goes_on(amounts[last][1], amounts[last + 1][0]):
            last += 1
        count = last - first + 1
        if count < 2 or count > len(years) or not _RESPECTIVELY.fullmatch(self.text, amounts[last - 1][1], amounts[last][0]):
            return None
        named = years[-count:]
        joints = [self.text[one.end : other.start] for one, other in pairwise(named)]
        if not _BOTH.fullmatch(joints[-1]) or any(joint != ", " for joint in joints[:-1]):
            return None
        return named[at - first]

    def _goes_on(self, end: int, start: int) -> bool:
        """Tell whether one amount is joined to the next as those of several years are."""
        return self.text[end:start] == ", " or _RESPECTIVELY.fullmatch(self.text, end, start) is not None

    def _directly_after(self, years: list[Year], end: int) -> Year | None:
        """Return the year that belongs to the amount that it follows: "300 kr 2025", "290 kr (år 2024)"."""
        match = _DIRECTLY_AFTER.match(self.text, end)
        return next((year for year in years if match and year.start == match.start("year")), None)

    @property
    def last_year(self) -> int | None:
        """The year that stands last, None where there is none."""
        plain = [year.value for year in self.years if not year.in_date] or [year.value for year in self.years]
        return plain[-1] if plain else None


@lru_cache(maxsize=REMEMBERED)
def dated(text: str) -> DatedText:
    """Return a text with its sentences and years, which are looked for once."""
    return DatedText(text)


@lru_cache(maxsize=REMEMBERED)
def last_year_in(name: str) -> int | None:
    """Return the year that the name of a row or column ends with, None where it has none; the same name is asked for by every cell."""
    return DatedText(name).last_year


@dataclass(frozen=True)
class LeadIn:
    """What introduces the block ``blocks[at]``: for a table or a list item what stands above it, for all blocks their headings.

    ``headings`` are the years that the headings above move from and to, none where they do not move one.
    """

    blocks: Sequence[Block]
    at: int
    headings: Mapping[Version, int] = field(default_factory=dict)

    def year(self, version: Version) -> int | None:
        """Return the year that it names in a version, None where it names none."""
        above = self._years[version]
        return above if above is not None else self.headings.get(version)

    @cached_property
    def _years(self) -> dict[Version, int | None]:
        block = self.blocks[self.at]
        introduced = isinstance(block, Table) or block.kind is Kind.ITEM
        return {version: lead_in_year(self.blocks, self.at, version) if introduced else None for version in Version}


def lead_in_year(blocks: Sequence[Block], at: int, version: Version) -> int | None:
    """Return the year of what introduces the table or list item ``blocks[at]``, None where it names none.

    The paragraph directly above counts whatever it is; above it, only lines that read as captions do.
    """
    above = at - 1
    while above >= 0 and _continues_a_list(blocks[above]):
        above -= 1
    distance = 0
    for block in reversed(blocks[: above + 1]):
        if not isinstance(block, Paragraph) or block.kind is Kind.HEADING or distance >= FURTHEST_CAPTION:
            return None
        text = block.before if version is Version.BEFORE else block.after
        if not text:
            continue
        if distance and not _is_caption(text):
            return None
        year = dated(text).last_year
        if year is not None or not _is_caption(text):
            return year
        distance += 1
    return None


def _continues_a_list(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.kind is Kind.ITEM


def _is_caption(text: str) -> bool:
    return len(text) <= LONGEST_CAPTION and not text.endswith((".", ":", "!", "?"))


@dataclass
class HeadingYears:
    """The years that headings move, section by section in document order.

    A section is governed by its own heading, else by the nearest one above it; the document's title governs nothing, for nearly
    every title names the year that the document is for.
    """

    _above: list[tuple[Section, Mapping[Version, int]]] = field(default_factory=list)
    _begun: bool = False

    def of(self, section: Section) -> Mapping[Version, int]:
        """Return the year in each version that governs a section, the next of the document; empty where none moves."""
        if section.heading is None:
            return {}
        while self._above and self._above[-1][0].level >= section.level:
            self._above.pop()
        titled = not self._begun and not section.number
        self._begun = True
        inherited = self._above[-1][1] if self._above else {}
        years = {} if titled else _moved_by(section.heading) or inherited
        self._above.append((section, years))
        return years


def _moved_by(heading: Paragraph) -> Mapping[Version, int]:
    years = {version: dated(heading.text_in(version)).last_year for version in Version}
    stated = {version: year for version, year in years.items() if year is not None}
    return stated if len(set(stated.values())) == len(Version) else {}
