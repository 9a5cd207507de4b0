"""The references within a document, each of the later version held against what it was in the earlier one."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from lydelse.differ.landmarks import Landmarks
from lydelse.differ.renumbering import with_quiet_shifts
from lydelse.figures.numbers import has_digits
from lydelse.figures.references import Reference, ReferenceKind, references_in
from lydelse.model.change import Change, Nature, Reworded
from lydelse.model.document import Document
from lydelse.model.text import Kind, Paragraph, Version

WITHIN = {ReferenceKind.SECTION, ReferenceKind.ITEM, ReferenceKind.TABLE, ReferenceKind.FIGURE}
"""Kinds that lead to a place of the same document; a point is one of whatever list is meant."""


class CrossReference(NamedTuple):
    """A reference of the later version. ``before`` is what stood in its place, the same where it was kept, None where it is new."""

    paragraph: Paragraph
    after: Reference
    before: Reference | None

    @property
    def is_kept(self) -> bool:
        """Tell whether it stands as it stood."""
        return self.before is not None and self.before.target == self.after.target


def cross_references(redline: Document, landmarks: Landmarks) -> Iterator[CrossReference]:
    """Yield the references of the later version that lead to places, in order; headings and captions refer to nothing by their numbers.

    A number without a word for what it is ("enligt 5.2") is one where a section has it in either version.
    """
    known = landmarks.known_sections()
    for paragraph in redline.paragraphs:
        if paragraph.kind is Kind.HEADING or not has_digits(paragraph.marked_text):
            continue
        after = _places_in(paragraph, Version.AFTER, known)
        if after:
            yield from _paired(paragraph, after, known)


class _Spanned(NamedTuple):
    """A reference and where its number ends in the marked text."""

    reference: Reference
    end: int


def _places_in(paragraph: Paragraph, version: Version, known: Collection[str]) -> list[_Spanned]:
    reading = paragraph.reading(version)
    begins = len(reading.text) - len(reading.text.lstrip())
    return [
        _Spanned(each, reading.marked_span(each.end - 1, each.end)[1])
        for each in references_in(reading.text, known)
        if each.kind in WITHIN and (each.start > begins or each.kind not in {ReferenceKind.TABLE, ReferenceKind.FIGURE})
    ]


def _paired(paragraph: Paragraph, after: Sequence[_Spanned], known: Collection[str]) -> Iterator[CrossReference]:
    """Yield the references of a paragraph, those between the same kept ones paired in order where they are as many."""
    if not paragraph.is_marked:
        yield from (CrossReference(paragraph, each.reference, each.reference) for each in after)
        return
    before = _places_in(paragraph, Version.BEFORE, known)
    kept = {(each.end, each.reference.target) for each in before} & {(each.end, each.reference.target) for each in after}
    gaps_before, gaps_after = _gaps(before, kept), _gaps(after, kept)
    for gap, one, other in zip(range(len(gaps_after)), gaps_before, gaps_after, strict=False):
        pairs = [each.reference for each in one] if len(one) == len(other) else [None] * len(other)
        yield from (CrossReference(paragraph, each.reference, was) for each, was in zip(other, pairs, strict=True))
        if gap < len(kept):
            reference = _kept_in_order(after, kept)[gap]
            yield CrossReference(paragraph, reference, reference)


def _kept_in_order(references: Sequence[_Spanned], kept: set[tuple[int, str]]) -> list[Reference]:
    return [each.reference for each in references if (each.end, each.reference.target) in kept]


def _gaps(references: Sequence[_Spanned], kept: set[tuple[int, str]]) -> list[list[_Spanned]]:
    """Return the references before the first kept one, between it and the next, and so on."""
    gaps: list[list[_Spanned]] = [[]]
    for each in references:
        if (each.end, each.reference.target) in kept:
            gaps.append([])
        else:
            gaps[-1].append(each)
    return gaps


def with_references_followed(changes: Sequence[Change], landmarks: Landmarks) -> tuple[Change, ...]:
    """Return the changes, those that do nothing but follow a renumbering told as references that do."""
    renumbered = landmarks.renumbered()
    if not renumbered:
        return tuple(changes)
    known = landmarks.known_sections()
    return with_quiet_shifts([_followed(change, renumbered, known) if isinstance(change, Reworded) else change for change in changes])


def _followed(change: Reworded, renumbered: dict[tuple[ReferenceKind, str], str], known: Collection[str]) -> Reworded:
    before, after = references_in(change.before, known), references_in(change.after, known)
    if len(before) != len(after) or _masked(change.before, before) != _masked(change.after, after):
        return change
    pairs = [(one, other) for one, other in zip(before, after, strict=True) if one.target != other.target]
    if not pairs or any(renumbered.get((one.kind, one.target)) != other.target for one, other in pairs):
        return change
    numbers = dict.fromkeys((one.target, other.target) for one, other in pairs)
    return Reworded(
        change.unit, change.before, change.after, change.runs, change.place_before, change.place, Nature.REFERENCE, following=tuple(numbers)
    )


def _masked(text: str, references: Sequence[Reference]) -> str:
    """Return a text with the target of each reference taken out of it."""
    parts: list[str] = []
    at = 0
    for each in references:
        parts.extend((text[at : each.start], each.literal.replace(each.target.removeprefix("Bilaga "), "#")))
        at = each.end
    return "".join((*parts, text[at:]))
