"""What references lead to: numbered sections, clauses, tables and figures, as each stands in the two versions of a redline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from lydelse.figures.references import ReferenceKind
from lydelse.model.document import Document
from lydelse.model.numbering import slug, split_number
from lydelse.model.place import Place
from lydelse.model.section import Section
from lydelse.model.table import Table
from lydelse.model.text import Kind, Paragraph, Version
from lydelse.patterns import compiled
from lydelse.records import dataclass

FEWEST_TOP_LEVEL = 3
"""Top-level numbers of a document that is numbered; one with fewer says nothing of what is missing."""

_CLAUSE = compiled(r"(?P<number>[0-9]{1,3}(?:\.[0-9]{1,3}){1,5})\.?(?:\s+(?P<title>\S.*))?$", re.DOTALL)
_CONTENTS_LINE = compiled(r"(?:\.{2,}|…|\t|\s{2,})\s*[0-9]{1,4}$")
_CAPTION = compiled(
    r"(?P<word>tabell|figur|diagram)\s+(?P<number>[0-9]{1,3})(?![0-9.,][0-9])\s*(?:[.:–-]\s*|(?=(?-i:[A-ZÅÄÖ])|[0-9(”\"])|$)(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
_OWN_PARAGRAPHS = compiled(r"§+\s*[0-9]|[0-9]{1,3}\s*§")
_WORD_BEFORE_NUMBER = compiled(r"(?:Kapitel|Kap\.?|Avsnitt|Del)\s+")
_TITLE_AT_MOST = 60


class Landmark(NamedTuple):
    """One thing that a reference may lead to, in one version. ``annex`` is the id of the annex that it stands in."""

    kind: ReferenceKind
    number: str
    title: str
    annex: str
    is_heading: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """A landmark in the two versions; None in the one that does not have it. ``place`` is that of the redline."""

    before: Landmark | None
    after: Landmark | None
    place: Place

    def of(self, version: Version) -> Landmark | None:
        """Return the landmark in one version."""
        return self.before if version is Version.BEFORE else self.after


@dataclass(frozen=True, slots=True)
class Landmarks:
    """The landmarks of a redline, in order."""

    standing: tuple[Standing, ...]

    def numbered(self, version: Version, kind: ReferenceKind, number: str, annex: str = "") -> tuple[Standing, ...]:
        """Return what has a number in one version: headings before clauses, those of the same annex before the others."""
        found = [each for each in self.standing if (mark := each.of(version)) and (mark.kind, mark.number) == (kind, number)]
        within = [each for each in found if (mark := each.of(version)) and mark.annex == annex] or found
        return tuple([each for each in within if (mark := each.of(version)) and mark.is_heading] or within)

    def numbers(self, version: Version, kind: ReferenceKind) -> tuple[str, ...]:
        """Return the numbers of one kind in one version, those of annexes left out."""
        return tuple(mark.number for each in self.standing if (mark := each.of(version)) and mark.kind is kind and not mark.annex)

    def known_sections(self) -> frozenset[str]:
        """Return the numbers of several parts that sections have in either version, without the full stop that some are written with."""
        marks = (mark for each in self.standing for mark in (each.before, each.after) if mark and mark.kind is ReferenceKind.SECTION)
        return frozenset(number for mark in marks if mark.is_heading and "." in (number := mark.number.strip(".")))

    def is_whole(self, version: Version, kind: ReferenceKind) -> bool:
        """Tell whether the numbers of one kind are those of a whole document: their first level runs 1, 2, 3 ... without a gap."""
        marks = (mark for each in self.standing if (mark := each.of(version)) and mark.kind is kind and not mark.annex)
        top = [int(mark.number) for mark in marks if mark.number.isdigit() and mark.is_heading]
        return len(top) >= FEWEST_TOP_LEVEL and top == list(range(1, len(top) + 1))

    def renumbered(self) -> dict[tuple[ReferenceKind, str], str]:
        """Return the later number of each landmark that has another in the later version."""
        both = ((each.before, each.after) for each in self.standing)
        return {(one.kind, one.number): other.number for one, other in both if one and other and one.number != other.number}


def landmarks_of(redline: Document) -> Landmarks:
    """Return the landmarks of a redline in which every part that moved stands once."""
    return Landmarks(tuple(_standing(redline.sections)))


def _standing(sections: Iterable[Section]) -> Iterator[Standing]:
    for section in sections:
        annex = section.section_id.partition("/")[0] if "/" in section.section_id else ""
        for block in section.blocks:
            paragraphs = block.paragraphs() if isinstance(block, Table) else (block,)
            for paragraph in paragraphs:
                after = _landmark(paragraph, Version.AFTER, annex)
                before = after if paragraph.is_one_in_both else _landmark(paragraph, Version.BEFORE, annex)
                if before or after:
                    yield Standing(before, after, paragraph.place)


def _landmark(paragraph: Paragraph, version: Version, annex: str) -> Landmark | None:
    text = paragraph.before if version is Version.BEFORE else paragraph.after
    if not text:
        return None
    if paragraph.kind is Kind.HEADING:
        return _heading(text, annex)
    if text[0] in "TtFfDd" and (caption := _CAPTION.match(text)):
        kind = ReferenceKind.TABLE if caption["word"].lower() == "tabell" else ReferenceKind.FIGURE
        return Landmark(kind, caption["number"], _short(caption["title"]), annex, is_heading=False)
    marker = paragraph.marker_before if version is Version.BEFORE and paragraph.marker_before is not None else paragraph.marker
    clause = _CLAUSE.match(f"{marker} {text}".strip() if marker[:1].isdigit() else text)
    if clause and not _CONTENTS_LINE.search(text):
        return Landmark(ReferenceKind.SECTION, clause["number"], _short(clause["title"] or ""), annex, is_heading=False)
    return None


def _heading(text: str, annex: str) -> Landmark | None:
    number, title = split_number(text)
    if not number:
        return None
    if _OWN_PARAGRAPHS.match(text):
        return Landmark(ReferenceKind.ITEM, number, title.removeprefix("§").strip(), annex, is_heading=True)
    return Landmark(ReferenceKind.SECTION, _WORD_BEFORE_NUMBER.sub("", number), title, annex, is_heading=True)


def annex_named(within: str) -> str:
    """Return the id of the annex that a reference is said to stand in, "" where it is no annex."""
    return slug(within) if within.startswith("Bilaga ") else ""


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _TITLE_AT_MOST else f"{line[:_TITLE_AT_MOST].rsplit(' ', 1)[0]} …"
