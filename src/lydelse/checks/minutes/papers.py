"""The papers that minutes list, held against the files at hand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from lydelse.checks.minutes.cited import same_case_number
from lydelse.checks.minutes.happened import FULL, day_of_paper
from lydelse.checks.minutes.subject import MinutesSubject, Told
from lydelse.extractors.minutes.bodies import is_same_body
from lydelse.figures.dates import dates_in
from lydelse.figures.statements.names import name_of
from lydelse.model.minutes import DocumentKind, Listed, Minutes
from lydelse.patterns import compiled
from lydelse.records import dataclass

KNOWN_AGAIN = 0.6
"""How many of the telling words of a title must stand in a line of the list, or the other way round, for the line to name it."""
SURELY = 2
"""A likeness that more than the sort of paper, or the case, tells."""
_MEMO = compiled(r"\b(?:tjänste(?:skrivelse|utlåtande)|skrivelse|missiv|beslutsförslag|tjänsteskr)\w*", re.IGNORECASE)
_MINUTES = compiled(r"\b(?:protokoll\w*|beslut\w*\s+(?:från|av)|§)", re.IGNORECASE)
_GENERAL = name_of(
    "tjänsteskrivelse tjänsteutlåtande skrivelse protokoll protokollsutdrag utdrag bilaga förslag daterad daterat dnr beslut"
    " beslutsunderlag"
)


@dataclass(frozen=True, slots=True)
class Lists:
    """The list of an item's papers: each line with the file that it names most surely, None where none is at hand.

    ``files`` are all that any line may name, since two lines may have been read as one.
    """

    told: Told
    lines: tuple[tuple[Listed, Minutes | None], ...]
    files: tuple[Minutes, ...]

    @property
    def is_at_hand(self) -> bool:
        """Tell whether the files at hand are this item's papers: some line of its list names one."""
        return any(file for _, file in self.lines)


def lists(subject: MinutesSubject) -> Iterator[Lists]:
    """Yield the list of every item of minutes that has one, where there are several files."""
    for told in subject.items:
        others = [each for each in subject.minutes if each is not told.minutes]
        if told.minutes.kind is DocumentKind.MINUTES and told.item.attachments and others:
            lines = told.item.attachments
            found = tuple((line, _file_of(line, told, others)) for line in lines)
            best = [file for _, file in found if file]
            files = tuple(file for file in others if file in best or any(_likeness(line, told, file) >= SURELY for line in lines))
            yield Lists(told, found, files)


def papers_of(subject: MinutesSubject, told: Told) -> Iterator[Minutes]:
    """Yield the files that are papers of an item: of its case number, and no minutes."""
    for minutes in subject.minutes:
        numbers = [number for item in minutes.items for number in item.case_numbers]
        same = any(same_case_number(one, other) for one in numbers for other in told.item.case_numbers)
        if minutes is not told.minutes and minutes.kind is not DocumentKind.MINUTES and same:
            yield minutes


def dates_differ(listed: Listed, file: Minutes) -> bool:
    """Tell whether a line of a list names another day than the file shows; a line may be of several papers."""
    days = {date.iso for date in dates_in(listed.text)}
    return day_of_paper(listed) is not None and file.date is not None and len(file.date) == FULL and file.date not in days


def _file_of(listed: Listed, told: Told, files: Sequence[Minutes]) -> Minutes | None:
    """Return the file that a line names most surely."""
    ranked = [(score, -at, file) for at, file in enumerate(files) if (score := _likeness(listed, told, file)) > 0]
    return max(ranked, key=lambda each: each[:2])[2] if ranked else None


def _likeness(listed: Listed, told: Told, file: Minutes) -> int:
    """Return how surely a line names a file: by its kind with its day or its case, or by its title."""
    titled = _titled(listed.text, file)
    if _MINUTES.search(listed.text) and file.kind is DocumentKind.MINUTES:
        by_body = bool(file.body) and _names_body(listed.text, file.body)
        dated = file.date is not None and any(date.iso == file.date for date in dates_in(listed.text))
        by_item = any(re.search(rf"§\s*{item.paragraph}(?!\d)", listed.text) for item in file.items)
        return 3 * (dated and (by_body or by_item)) or by_body
    if _MEMO.search(listed.text) and file.kind is DocumentKind.MEMO:
        numbers = [number for item in file.items for number in item.case_numbers]
        of_case = any(same_case_number(one, other) for one in numbers for other in told.item.case_numbers)
        dated = file.date is not None and day_of_paper(listed) == file.date
        return 2 * dated + of_case + titled
    return titled


def _names_body(text: str, body: str) -> bool:
    return any(
        is_same_body(word, body) or body.casefold() in text.casefold() for word in re.findall(r"[\w-]+", text) if len(word) > len("nämnd")
    )


def _titled(text: str, file: Minutes) -> int:
    """Return 1 where a line has the words of a file's title, or those of its name, else 0."""
    said = name_of(text).stems - _GENERAL.stems
    names = [file.document.properties.title, re.sub(r"[\W_\d]+", " ", PurePath(file.name).stem)]
    for name in names:
        telling = name_of(name).stems - _GENERAL.stems
        if telling and said and len(telling & said) >= KNOWN_AGAIN * max(len(telling), len(said)):
            return 1
    return 0
