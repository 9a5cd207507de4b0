"""Y202: a year that did not follow: its amount was changed, or the text speaks of it as yet to come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from lydelse.checks.kept_deadlines import kept_deadlines
from lydelse.checks.kept_years import KeptYear, is_of_an_outcome, kept_years
from lydelse.checks.rule import Details, Subject, passage_of, rule
from lydelse.checks.year_moves import moves_of
from lydelse.figures.statements.intents import intents_in
from lydelse.figures.years import years_in
from lydelse.model.amount import AmountKind
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.quantity import Entry, Status
from lydelse.model.section import Section
from lydelse.model.text import Version

FEWEST_MOVES = 2
"""How many other years must have been moved for one that was not to be left behind."""


@rule("Y202", "year-left-behind", Severity.WARNING)
def year_left_behind(subject: Subject) -> Iterator[Finding]:
    """Yield the changed amounts whose year stands where all others moved on, and the past years that are spoken of as yet to come."""
    moved = Counter((move.before, move.after) for move in subject.once(moves_of))
    (usual, times), *_ = moved.most_common(1) or [((0, 0), 0)]
    if times >= FEWEST_MOVES and not subject.comparison.one_version:
        yield from _amounts_left(subject, *usual)
    year = usual[1] if times >= FEWEST_MOVES else _year_of(subject)
    told: set[str] = set()
    for finding in _past_intents(subject, year) if year else ():
        told.add(finding.place.path)
        yield finding
    if not subject.comparison.one_version:
        yield from _left_in_text(subject, told)


def _left_in_text(subject: Subject, told: set[str]) -> Iterator[Finding]:
    """Yield the questions about years left in a paragraph where they were moved on, and about deadlines left in a year that was."""
    moves = subject.once(moves_of)
    kept = [each for each in kept_years(subject.redline, moves) if each.paragraph.place.path not in told]
    yield from (_kept(subject, each, "kept") for each in kept)
    asked = told | {each.paragraph.place.path for each in kept}
    due = (each for each in kept_deadlines(subject.redline, moves) if each.paragraph.place.path not in asked)
    yield from (_kept(subject, each, "deadline") for each in due)


def _kept(subject: Subject, kept: KeptYear, case: str) -> Finding:
    """Return the question about a year that stands while it was moved on elsewhere."""
    place = kept.paragraph.place_of(*kept.paragraph.reading(Version.AFTER).marked_span(kept.start, kept.end))
    facts: dict[str, Fact] = {"section": subject.heading(place), "text": kept.sentence, "year": kept.year, "usual": kept.after}
    details = Details(found=str(kept.year), expected=str(kept.after))
    return year_left_behind.finding(Passage(place, kept.sentence), facts=facts, case=case, severity=Severity.QUESTION, details=details)


def _amounts_left(subject: Subject, before: int, after: int) -> Iterator[Finding]:
    """Yield the amounts left under the year; in a table with columns of several years one is a figure of the past mended."""
    columns: dict[str, set[int]] = {}
    for entry in subject.entries:
        columns.setdefault(_block_of(entry), set()).update(year.value for year in years_in(entry.column or ""))
    titled = {section.section_id for section in subject.after.sections if _is_titled(section, before)}
    left = [entry for entry in subject.entries if _is_left(entry, before, titled) and columns[_block_of(entry)] <= {before}]
    for _, group in groupby(left, key=_block_of):
        entries = list(group)
        first = entries[0]
        assert first.before is not None
        assert first.after is not None
        facts: dict[str, Fact] = {
            "section": subject.heading(first.place),
            "year": before,
            "usual": after,
            "before": first.before.literal,
            "after": first.after.literal,
            "count": len(entries),
            "amounts": tuple(f"{entry.label} {entry.stated.literal}".strip() for entry in entries),
        }
        case = "amounts" if len(entries) > 1 else "amount"
        details = Details(found=str(before), expected=str(after))
        yield year_left_behind.finding(*map(passage_of, entries), facts=facts, case=case, details=details)


def _is_left(entry: Entry, year: int, titled: set[str]) -> bool:
    """Tell whether money was changed under a year that was not: its own, or that of its section's title."""
    if is_of_an_outcome(entry.label) or entry.kind is not AmountKind.MONEY:
        return False
    if entry.status is not Status.CHANGED or entry.year_before != entry.year_after:
        return False
    return entry.year_after == year or (entry.year_after is None and entry.place.section_id in titled)


def _is_titled(section: Section, year: int) -> bool:
    """Tell whether a section's title is unchanged and has this year, and no other."""
    heading = section.heading
    return heading is not None and not heading.is_marked and {each.value for each in years_in(heading.after)} == {year}


def _block_of(entry: Entry) -> str:
    """Return the path of an entry's table or paragraph."""
    return entry.place.path.partition("/r")[0]


def _year_of(subject: Subject) -> int | None:
    """Return the year that most of the amounts of the later version are of, None where they are of none."""
    years = Counter(entry.year_after for entry in subject.entries if entry.year_after and entry.after)
    return next((year for year, times in years.most_common(1) if times >= FEWEST_MOVES), None)


def _past_intents(subject: Subject, year: int) -> Iterator[Finding]:
    for paragraph in subject.after.paragraphs:
        for intent in intents_in(paragraph.text_in(Version.AFTER)):
            if intent.year < year:
                place = paragraph.place_of(*paragraph.reading(Version.AFTER).marked_span(intent.start, intent.end))
                facts: dict[str, Fact] = {"section": subject.heading(place), "text": intent.literal, "year": intent.year, "usual": year}
                yield year_left_behind.finding(Passage(place, intent.literal), facts=facts, case="intent", severity=Severity.QUESTION)
