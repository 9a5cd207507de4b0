"""Whom the document's own words name where something changes: a proposal of whom an amendment concerns, never more than stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lydelse.model.change import Comparison
from lydelse.model.table import Table
from lydelse.model.text import Version
from lydelse.patterns import compiled
from lydelse.reports.change_lines import ChangeLine
from lydelse.reports.sections import heading_of

MOST = 3
"""Groups that are named of one text."""
_LETTERS_OF_A_STEM = 6
_DECLENSIONS = {
    "(?:en|er|erna)?s?": "elev patient leverantör entreprenör resenär pensionär student hyresgäst vårdenhet vårdcentral",
    "(?:en|ar|arna)?s?": "ungdom förening",
    "(?:e|en|na)s?": "brukar deltagar fastighetsägar företagar invånar lärar medarbetar medborgar mottagar utförar vårdgivar vårdnadshavar "
    "näringsidkar verksamhetsutövar arbetsgivar arbetstagar",
    "(?:|nen|men|mar|marna)s?": "medlem",
    "(?:|en|men|männen|nen|än)s?": "huvudman huvudm",
    "(?:|et|en)s?": "barn hushåll familjehem",
    "s?": "sökande sökanden anhöriga anställda förtroendevalda studerande ensamstående makar sammanboende allmänheten enskilde",
}
"""Groups of people and organisations by how their nouns end; a compound with one of them names the group too."""
_GROUPS = "|".join(f"(?:{'|'.join(nouns.split())}){ending}" for ending, nouns in _DECLENSIONS.items())
_NAMED = compiled(
    r"(?<!\bper )(?<!\bantal )(?<!\bantalet )(?<!\bvarje )"  # what something is counted by is not whom it concerns
    rf"\b(?:(?:enskilda|fristående|listade|privata|externa|kommunala) )?(?:[a-zåäö]{{4,}}?)?(?:{_GROUPS})\b",
    re.IGNORECASE,
)


def named_in(text: str) -> tuple[str, ...]:
    """Return the groups of people and organisations that a text names, as it spells them, each once."""
    found: dict[str, str] = {}
    for match in _NAMED.finditer(text):
        found.setdefault(_stem(match[0]), match[0].lower())
    return tuple(found.values())[:MOST]


def _stem(group: str) -> str:
    """Return what the forms of a group's name have in common: "vårdgivaren" and "privata vårdgivare" are one group."""
    return group.lower().split()[-1][:_LETTERS_OF_A_STEM]


class NamedGroups:
    """The groups that one comparison's headings and texts name."""

    def __init__(self, comparison: Comparison) -> None:
        """Collect the headings and the texts."""
        self._sections = {section.section_id: section for section in comparison.redline.sections}
        self._texts = dict(_texts_of(comparison))
        self._told: set[str] = set()

    def by_heading(self, line: ChangeLine) -> tuple[str, ...]:
        """Return whom the nearest heading above a change names that names anybody; () where that section has been asked for before."""
        section = max((each for each in self._sections if _is_within(line.reach, each)), key=len, default="")
        named = next((named for heading in self._headings(section) if (named := named_in(heading))), ())
        is_told = section in self._told
        self._told.add(section)
        return () if is_told else named

    def by_text(self, line: ChangeLine, beside: tuple[str, ...]) -> tuple[str, ...]:
        """Return whom the paragraph or the row that changes names beside those that have been named."""
        told = {_stem(each) for each in beside}
        return tuple(each for each in named_in(self._texts.get(line.reach, "")) if _stem(each) not in told)

    def _headings(self, section_id: str) -> Iterator[str]:
        """Yield the heading of a section, then those of the sections that it stands in."""
        level: int | None = None
        sections = list(self._sections.values())
        at = next((at for at, each in enumerate(sections) if each.section_id == section_id), -1)
        for section in reversed(sections[: at + 1]):
            if level is None or section.level < level:
                level = section.level
                yield heading_of(section)


def _is_within(path: str, section_id: str) -> bool:
    return path == section_id or path.startswith(f"{section_id}/")


def _texts_of(comparison: Comparison) -> Iterator[tuple[str, str]]:
    """Yield the text of each paragraph and of each row of a table by its path, as it will read, as it has read where it is struck."""
    for block in comparison.redline.blocks:
        if not isinstance(block, Table):
            yield block.place.path, block.after or block.before
            continue
        for number, row in enumerate(block.rows, 1):
            texts = [cell.text(Version.AFTER) or cell.text(Version.BEFORE) for cell in row.cells]
            yield f"{block.place.path}/r{number}", " ".join(texts)
