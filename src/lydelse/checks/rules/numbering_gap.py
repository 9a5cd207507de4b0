"""L405: numbers of sections or paragraphs (§) that skip one or stand twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from lydelse.checks.rule import Subject, rule
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.section import Section

FEWEST_SIBLINGS = 3
FEWEST_ITEMS = 5
"""Items of minutes: fewer may be extracts put together."""

SHARE_IN_STEP = 0.75
"""How many of the steps between neighbouring numbers must be one for the others to be slips."""

_NUMBER = re.compile(r"\d{1,4}(?:\.\d{1,3})*")


@rule("L405", "numbering-gap", Severity.WARNING)
def numbering_gap(subject: Subject) -> Iterator[Finding]:
    """Yield the skipped and the repeated numbers of a whole document; of an excerpt none, since it leaves sections out."""
    for siblings in _families(subject.after.sections).values():
        numbers = [_last(section) for section in siblings]
        if len(siblings) < FEWEST_SIBLINGS or not _mostly_in_step(numbers) or not (_are_items(siblings) or _is_whole(subject)):
            continue
        for before, after in pairwise(siblings):
            yield from _between(subject, before, after)


def _families(sections: tuple[Section, ...]) -> dict[str, list[Section]]:
    """Return the numbered sections under each parent's id, in document order; those of the highest level stand under ""."""
    families: dict[str, list[Section]] = defaultdict(list)
    for section in sections:
        if _NUMBER.fullmatch(section.number):
            annex = section.section_id.rpartition("/")[0]
            parent = section.number.rpartition(".")[0]
            families["/".join(filter(None, (annex, parent)))].append(section)
    return families


def _are_items(siblings: list[Section]) -> bool:
    """Tell whether sections are items of minutes, numbered with a section sign, and enough of them for a gap to be one."""
    headings = [section.heading for section in siblings]
    return len(siblings) >= FEWEST_ITEMS and all(heading is not None and heading.after.lstrip().startswith("§") for heading in headings)


def _is_whole(subject: Subject) -> bool:
    """Tell whether the document is no excerpt: its highest numbers run from 1 without a gap."""
    numbers = [_last(section) for section in _families(subject.after.sections)[""]]
    return sorted(set(numbers)) == [*range(1, len(set(numbers)) + 1)] and len(numbers) > 1


def _mostly_in_step(numbers: list[int]) -> bool:
    steps = [second - first for first, second in pairwise(numbers)]
    return sum(step == 1 for step in steps) >= SHARE_IN_STEP * len(steps)


def _last(section: Section) -> int:
    return int(section.number.rpartition(".")[2])


def _between(subject: Subject, before: Section, after: Section) -> Iterator[Finding]:
    step = _last(after) - _last(before)
    if step < 0 and _last(after) <= 1:
        return  # another series begins
    stem = after.number[: -len(str(_last(after)))]
    if step == 1 or (step > 1 and any(_stands_as_text(subject, f"{stem}{_last(before) + at}") for at in range(1, step))):
        return
    facts: dict[str, Fact] = {
        "section": subject.heading(after.blocks[0].place),
        "number": after.number,
        "before": f"{before.number} {before.title}".strip(),
        "after": f"{after.number} {after.title}".strip(),
        "skipped": tuple(f"{stem}{_last(before) + at}" for at in range(1, step)),
    }
    passages = [Passage(section.blocks[0].place, f"{section.number} {section.title}".strip()) for section in (after, before)]
    case = "skipped" if step > 1 else "repeated" if step == 0 else "back"
    yield numbering_gap.finding(*passages, facts=facts, case=case)


def _stands_as_text(subject: Subject, number: str) -> bool:
    """Tell whether a paragraph begins with a number: a heading that was not read as one leaves no gap."""
    begins = re.compile(rf"\s*(?:§\s*)?{re.escape(number)}(?![\d]|\.\d)")
    return any(begins.match(paragraph.after) or paragraph.marker.rstrip(".") == number for paragraph in subject.after.paragraphs)
