"""What the references within a document lead to, and whether they still lead where they did."""

from __future__ import annotations

from typing import NamedTuple

from lydelse.differ.cross_references import CrossReference, cross_references
from lydelse.differ.landmarks import Landmarks, Standing, annex_named, landmarks_of
from lydelse.differ.origins import ONE_DOCUMENT
from lydelse.differ.reunion import with_moves_reunited
from lydelse.figures.references import Reference, ReferenceKind
from lydelse.figures.statements.names import stem_of
from lydelse.model.change import Comparison
from lydelse.model.text import Version
from lydelse.records import dataclass

FEWEST_ALIKE = 2
"""Annexes, tables or figures that a document must itself hold, numbered from the first, for one more to be missing."""
LEAST_LEFT = 0.5
"""The share of the earlier version's numbered sections that the later one must have for those that it lacks to be removed by it."""


class Meant(NamedTuple):
    """What a reference led to in the earlier version; ``now`` is its number in the later one, "" where it is gone."""

    number: str
    title: str
    now: str


@dataclass(frozen=True, slots=True)
class Referring:
    """The references of a comparison's later version, and the places that they may lead to."""

    references: tuple[CrossReference, ...]
    landmarks: Landmarks
    listed: frozenset[str]
    may_be_removed: bool
    is_minutes: bool

    @classmethod
    def of(cls, comparison: Comparison) -> Referring:
        """Return the references of a comparison that are not said to lead into another writing."""
        redline, _ = with_moves_reunited(comparison.redline, comparison.changes, ONE_DOCUMENT)
        landmarks = landmarks_of(redline)
        title = comparison.after.properties.title
        own = (each for each in cross_references(redline, landmarks) if _is_own(each.after, title))
        begins = (paragraph.after.split(None, 2)[:2] for paragraph in redline.paragraphs if paragraph.after[:7].lower() == "bilaga ")
        listed = frozenset(f"Bilaga {words[1].strip('.:,')}" for words in begins if len(words) > 1)
        return cls(tuple(own), landmarks, listed, _is_mostly_left(landmarks), comparison.after.properties.kind == "minutes")

    def meant_by(self, reference: CrossReference) -> Meant | None:
        """Return what a reference led to in the earlier version, None where it is new, led nowhere, or could mean several."""
        if reference.before is None or not _is_own(reference.before, ""):
            return None
        found = self._numbered(Version.BEFORE, reference, reference.before)
        if len(found) != 1 or found[0].before is None:
            return None
        mark, now = found[0].before, found[0].after
        return Meant(mark.number, mark.title or mark.number, now.number if now and now.kind is mark.kind else "")

    def target_of(self, reference: CrossReference) -> Standing | None:
        """Return what a reference leads to in the later version, None where that is nothing; the first where it could be several."""
        return next(iter(self._numbered(Version.AFTER, reference, reference.after)), None)

    def case_of(self, reference: CrossReference, meant: Meant | None) -> str:
        """Return what is wrong with a reference, "" where nothing is."""
        target = self.target_of(reference)
        if meant and reference.is_kept and meant.now != meant.number:
            return self._moved_away(meant, target)
        if target is None:
            gone = self.may_be_removed and self._numbered(Version.BEFORE, reference, reference.after)
            return "missing" if gone or self.is_whole(reference) else ""
        renumbered = meant and meant.now not in {"", meant.number} and reference.after.target not in {meant.now, meant.number}
        return "changed" if renumbered else ""

    def _moved_away(self, meant: Meant, target: Standing | None) -> str:
        if meant.now:
            return "renumbered" if target else "renumbered.gone"
        if target is None:
            return "removed" if self.may_be_removed else ""
        return "replaced" if target.before else ""

    def follows(self, reference: CrossReference, meant: Meant) -> bool:
        """Tell whether a reference was changed in step with what it leads to."""
        return not reference.is_kept and meant.now == reference.after.target != meant.number

    def leads_somewhere(self, reference: CrossReference) -> bool:
        """Tell whether a reference leads to one place for certain."""
        return len(self._numbered(Version.AFTER, reference, reference.after)) == 1

    def is_whole(self, reference: CrossReference) -> bool:
        """Tell whether the document holds all that a reference of this kind may lead to, so that what is not there does not exist."""
        kind, target = reference.after.kind, reference.after.target
        if reference.after.within and annex_named(reference.after.within):
            return False
        numbers = self.landmarks.numbers(Version.AFTER, kind)
        if target.startswith("Bilaga "):
            return target not in self.listed and _run_from_one([each.removeprefix("Bilaga ") for each in numbers if each[0] == "B"])
        if kind in {ReferenceKind.TABLE, ReferenceKind.FIGURE}:
            return _run_from_one(list(numbers))
        if kind is ReferenceKind.ITEM and self.is_minutes:
            return False
        deep = any(number.count(".") == target.count(".") for number in numbers)
        versions = Version if self.may_be_removed else (Version.AFTER,)
        return deep and any(self.landmarks.is_whole(version, kind) for version in versions)

    def _numbered(self, version: Version, where: CrossReference, reference: Reference) -> tuple[Standing, ...]:
        section_id = where.paragraph.place.section_id
        annex = annex_named(reference.within) or (section_id.partition("/")[0] if section_id.startswith("bilaga-") else "")
        return self.landmarks.numbered(version, reference.kind, reference.target, annex)


def _is_own(reference: Reference, title: str) -> bool:
    """Tell whether a reference leads within the document: no writing is named, or an annex, or what the document calls itself."""
    if not reference.within or annex_named(reference.within):
        return True
    words = title.split()
    return bool(words) and stem_of(words[0]) == stem_of(reference.within)


def _is_mostly_left(landmarks: Landmarks) -> bool:
    headings = [each for each in landmarks.standing if each.before and each.before.is_heading]
    return sum(each.after is not None for each in headings) >= LEAST_LEFT * len(headings)


def _run_from_one(numbers: list[str]) -> bool:
    return len(numbers) >= FEWEST_ALIKE and numbers == [str(number) for number in range(1, len(numbers) + 1)]
