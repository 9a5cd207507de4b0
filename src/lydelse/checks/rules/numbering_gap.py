"""L405: numbers of sections or paragraphs (§) that skip one or stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from lydelse.checks.numbered_sections import families_of, is_whole, last_number
from lydelse.checks.rule import Subject, rule
from lydelse.model.finding import Finding, Passage, Severity
from lydelse.model.message import Fact
from lydelse.model.section import Section
from lydelse.patterns import compiled

FEWEST_SIBLINGS = 3
FEWEST_ITEMS = 5
"""Items of minutes: fewer may be extracts put together."""

SHARE_IN_STEP = 0.75
"""How many of the steps between neighbouring numbers must be one for the others to be slips."""

FEWEST_TO_SKIP_FAR = 5
"""Of fewer sections, one whose number skips more than one is no slip but another series."""

STEPS_OF_A_SWAP = 3


@rule("L405", "numbering-gap", Severity.WARNING)
def numbering_gap(subject: Subject) -> Iterator[Finding]:
    """Yield the skipped and the repeated numbers of a whole document; of an excerpt none, since it leaves sections out."""
    whole = is_whole(subject.after)
    for siblings in families_of(subject.after).values():
        numbers = [last_number(section) for section in siblings]
        if len(siblings) < FEWEST_SIBLINGS or not _mostly_in_step(numbers) or not (_are_items(siblings) or whole):
            continue
        for before, after in pairwise(siblings):
            yield from _between(subject, before, after, {*numbers})


def _are_items(siblings: list[Section], fewest: int = FEWEST_ITEMS) -> bool:
    """Tell whether sections are items of minutes, numbered with a section sign, and enough of them for a gap to be one."""
    headings = [section.heading for section in siblings]
    return len(siblings) >= fewest and all(heading is not None and heading.after.lstrip().startswith("§") for heading in headings)


def _mostly_in_step(numbers: list[int]) -> bool:
    """Tell whether a series is one: all but one of its steps are by one, or all but a quarter, or two numbers have changed places."""
    steps = [second - first for first, second in pairwise(numbers)]
    out = sum(step != 1 for step in steps)
    few = len(numbers) < FEWEST_TO_SKIP_FAR
    if few and any(step not in {0, 1, 2} for step in steps):
        return False
    has_swap = len(numbers) >= FEWEST_ITEMS and sorted(numbers) == [*range(min(numbers), max(numbers) + 1)] and out <= STEPS_OF_A_SWAP
    return out <= max(1, len(steps) - SHARE_IN_STEP * len(steps)) or has_swap


def _between(subject: Subject, before: Section, after: Section, numbers: set[int]) -> Iterator[Finding]:
    step = last_number(after) - last_number(before)
    if step < 0 and last_number(after) <= 1:
        return  # another series begins
    stem = after.number[: -len(str(last_number(after)))]
    skipped = [last_number(before) + at for at in range(1, step)]
    if step == 1 or any(number in numbers or _stands_as_text(subject, f"{stem}{number}") for number in skipped):
        return
    facts: dict[str, Fact] = {
        "section": subject.heading(after.blocks[0].place),
        "number": after.number,
        "before": f"{before.number} {before.title}".strip(),
        "after": f"{after.number} {after.title}".strip(),
        "skipped": tuple(f"{stem}{number}" for number in skipped),
    }
    passages = [Passage(section.blocks[0].place, f"{section.number} {section.title}".strip()) for section in (after, before)]
    case = "skipped" if step > 1 else "repeated" if step == 0 else "back"
    if case == "skipped" and _are_items([before, after], fewest=2):
        case = "skipped.item"
    yield numbering_gap.finding(*passages, facts=facts, case=case)


def _stands_as_text(subject: Subject, number: str) -> bool:
    """Tell whether a paragraph begins with a number: a heading that was not read as one leaves no gap."""
    begins = compiled(rf"\s*(?:§\s*)?{re.escape(number)}(?![\d]|\.\d)")
    return any(begins.match(paragraph.after) or paragraph.marker.rstrip(".") == number for paragraph in subject.after.paragraphs)
