"""Which paragraphs are headings, and of which level: by their number first, by how they are set where they have none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from lydelse.extractors.outline import heading_level, is_usual_heading
from lydelse.extractors.pdf.grid import Grid
from lydelse.extractors.pdf.line import Line
from lydelse.extractors.pdf.measures import Measures, Setting, setting_of
from lydelse.extractors.pdf.paragraphs import ENDS_SENTENCE, NUMBER_ALONE, Group
from lydelse.model.numbering import level_of, split_number

LONGEST = 220  # characters
LONGEST_BOLD = 110  # characters of a heading that is bold and no larger than the body
COLUMNS_APART = 1.5  # ems between the words of a heading, at most: a tab after its number is no concern, its number tells
LARGE_FROM = 1.15  # times the body's size: such a line is a heading whatever it says


class Style(NamedTuple):
    """How the document sets its headings: the level of each setting, and whether numbered headings are set apart at all."""

    levels: dict[Setting, int]
    set_apart: bool
    title: Setting | None


def style_of(parts: Sequence[Group | Grid], measures: Measures) -> Style:
    """Return how the document sets its headings."""
    numbered: dict[Setting, Counter[int]] = defaultdict(Counter)
    others: list[Setting] = []
    groups = [part for part in parts if isinstance(part, Group) and not part.marker]
    for group in groups:
        if not _is_set_apart(group, measures) or len(group.text) > LONGEST:
            continue
        level = _level_of_number(group.standing)
        if level is None:
            others.append(setting_of(group.lines[0]))
        else:
            numbered[setting_of(group.lines[0])][level] += 1
    levels = {setting: counts.most_common(1)[0][0] for setting, counts in numbered.items()}
    title = _title_setting(groups, measures, set(levels), others)
    return Style(_with_unnumbered(levels, [setting for setting in others if setting != title]), bool(numbered), title)


def level_in(group: Group, style: Style, measures: Measures, *, first: bool) -> int | None:
    """Return the level of a heading, 0 for the document's title; None where the paragraph is none."""
    text = group.standing
    if group.marker or len(text) > LONGEST:
        return None
    apart = _is_set_apart(group, measures)
    level = _level_of_number(text) if apart else heading_level(text)
    if level is not None:
        return level if apart or not style.set_apart else None
    if not apart or not any(letter.isalpha() for letter in text) or any(_is_row(line) for line in group.lines):
        return None
    setting = setting_of(group.lines[0])
    if first and setting == style.title:
        return 0
    if setting.size <= LARGE_FROM * measures.body and (len(text) > LONGEST_BOLD or ENDS_SENTENCE.search(text) or len(group.lines) > 2):
        return None
    return style.levels.get(setting, 1)


def _is_row(line: Line) -> bool:
    """Tell whether a line's words stand in columns: the header of a table, not of a section."""
    return any(after.box.x0 - word.box.x1 > COLUMNS_APART * line.size for word, after in pairwise(line.words))


def _is_set_apart(group: Group, measures: Measures) -> bool:
    return all(measures.is_title(line) for line in group.lines)


def _level_of_number(text: str) -> int | None:
    """Return the level of the number of a line that is set as a heading: less is asked of its words than of a line of the body."""
    level = heading_level(text)
    if level is not None:
        return level
    number, title = split_number(text)
    if not number or (not title and not NUMBER_ALONE.fullmatch(text)):
        return None
    if "." in number and title[:1].isalpha():
        return level_of(number)
    return 1 if title[:1].isupper() and not ENDS_SENTENCE.search(title) else None


def _title_setting(groups: Sequence[Group], measures: Measures, numbered: set[Setting], others: Iterable[Setting]) -> Setting | None:
    """Return the setting of the document's title: the largest of all, used once, before any other heading."""
    apart = [group for group in groups if _is_set_apart(group, measures) and len(group.text) <= LONGEST]
    if not apart or _level_of_number(apart[0].text) is not None or is_usual_heading(apart[0].text):
        return None
    setting = setting_of(apart[0].lines[0])
    rest = Counter(others)
    largest = all(setting >= other for other in {*numbered, *rest})
    return setting if largest and (rest[setting] == 1 or numbered) and setting.size >= LARGE_FROM * measures.body else None


def _with_unnumbered(levels: dict[Setting, int], others: Iterable[Setting]) -> dict[Setting, int]:
    """Give every setting without numbers the level between those that have them; ranks alone where none has."""
    result = dict(levels)
    unknown = sorted(set(others) - set(levels), reverse=True)
    if not levels:
        return {setting: rank for rank, setting in enumerate(unknown, 1)}
    for setting in unknown:
        above = [level for known, level in levels.items() if known > setting]
        result[setting] = max(above) + 1 if above else 1
    return result
