"""What is left to decide when a document has been consolidated: numbers that two sections have, references that lead elsewhere.

Nothing is changed that the redline does not mark: a section keeps its number where a new one takes it, and a reference its words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from lydelse.differ.folding import folded
from lydelse.differ.matching import number_key
from lydelse.figures.references import ReferenceKind, references_in
from lydelse.model.consolidated import Amendment, LedElsewhere
from lydelse.model.document import Document
from lydelse.model.message import Message
from lydelse.model.numbering import split_number
from lydelse.model.section import Section
from lydelse.model.text import Paragraph
from lydelse.records import dataclass, replace

FURNITURE = Message("consolidate.furniture")


@dataclass(frozen=True)
class Renamed:
    """A section in force and its heading as it will read, None where it goes; ``shown`` is its number in the redline."""

    standing: Section
    heading: Paragraph | None
    shown: str = ""

    @property
    def number(self) -> str:
        """The number that it will have, "" for none."""
        return split_number(self.heading.after)[0] if self.heading else ""


def with_collisions(
    amendments: Iterable[Amendment], standing: Document, document: Document, renamed: Sequence[Renamed]
) -> Iterator[Amendment]:
    """Yield the amendments, those that give a section a number that another one has with that to decide."""
    taken = _taken_twice(document) - _taken_twice(standing)
    for amendment in amendments:
        number = split_number(amendment.after)[0]
        gives = amendment.is_applied and number_key(number) in taken and split_number(amendment.before)[0] != number
        other = next((each for each in renamed if gives and _keeps(each, number) and not _is_of(amendment, each)), None)
        if other is None:
            yield amendment
            continue
        facts = {"number": number, "title": other.standing.title}
        if other.shown and number_key(other.shown) != number_key(number):
            yield replace(amendment, question=Message("consolidate.number-taken.shown", {**facts, "shown": other.shown}))
        else:
            yield replace(amendment, question=Message("consolidate.number-taken", facts))


def _keeps(renamed: Renamed, number: str) -> bool:
    return bool(renamed.number) and number_key(renamed.number) == number_key(number)


def _is_of(amendment: Amendment, renamed: Renamed) -> bool:
    """Tell whether an amendment is the one that gave a section the heading that it will have."""
    heading = renamed.heading
    return heading is not None and folded(heading.after) == folded(amendment.after) and renamed.standing.number != renamed.number


def _taken_twice(document: Document) -> set[str]:
    """Return the numbers that two sections of one branch have: an annex counts its own."""
    counts = Counter(
        (section.section_id.partition("/")[0] if "/" in section.section_id else "", number_key(section.number))
        for section in document.sections
        if section.number
    )
    return {number for (_, number), count in counts.items() if count > 1}


def led_elsewhere(standing: Document, document: Document, renamed: Sequence[Renamed]) -> Iterator[LedElsewhere]:
    """Yield the references that the amendments leave as they are and that no longer lead to the section that they led to."""
    numbers = Counter(number_key(each.standing.number) for each in renamed if each.standing.number)
    moved = {
        number_key(each.standing.number): each
        for each in renamed
        if each.standing.number
        and numbers[number_key(each.standing.number)] == 1
        and number_key(each.number) != number_key(each.standing.number)
    }
    if not moved:
        return
    now = {number_key(section.number): section for section in reversed(document.sections) if section.number}
    known = {each for section in (*standing.sections, *document.sections) if "." in (each := section.number.strip("."))}
    untouched = Counter(folded(paragraph.marked_text) for paragraph in standing.paragraphs)
    for paragraph in document.paragraphs:
        if not untouched[folded(paragraph.marked_text)]:
            continue
        for reference in references_in(paragraph.marked_text, known):
            if reference.kind is ReferenceKind.SECTION and number_key(reference.target) in moved:
                yield _led_elsewhere(paragraph, reference.target, moved, now)


def _led_elsewhere(paragraph: Paragraph, target: str, moved: Mapping[str, Renamed], now: Mapping[str, Section]) -> LedElsewhere:
    meant, found = moved[number_key(target)], now.get(number_key(target))
    return LedElsewhere(paragraph.place, target, meant.standing.title, meant.number, found.title if found else "")


def of_furniture(redline: Document) -> Iterator[Amendment]:
    """Yield the changes of running headers and footers, which are not made."""
    for each in redline.furniture:
        if each.before is not None and folded(each.before) != folded(each.text):
            first = next((section.blocks[0].place for section in redline.sections if section.blocks), None)
            if first:
                yield Amendment(each.before, each.text, replace(first, section="", section_id="", path=""), FURNITURE)
