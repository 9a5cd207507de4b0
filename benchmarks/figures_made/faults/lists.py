"""Faults of lists, brackets and words: what is counted, what leaves a gap, what stands twice, what obliges no longer."""

from __future__ import annotations

import re
from decimal import Decimal

from benchmarks.figures_made.made import Made

from lydelse.records import replace

_COUNTED = re.compile(r"\b(?:tre|fyra|fem)\b")
_BRACKET = re.compile(r"\| (?P<low>\d+)–(?P<high>\d+) \| ")


def counted_otherwise(made: Made) -> bool:
    """Take away one of the items that are counted in words."""
    items = _items_after(made, "följande")
    if len(items) < 3 or not _COUNTED.search(made.lines[items[0] - 1]):
        return False
    del made.lines[made.chance.choice(items)]
    return True


def gap_between(made: Made) -> bool:
    """Let a bracket begin after the next value."""
    return _begins(made, 1)


def overlapping(made: Made) -> bool:
    """Let a bracket begin where the one before it ends."""
    return _begins(made, -1)


def said_twice(made: Made) -> bool:
    """Repeat an item of a list."""
    items = _items_after(made, "följande")
    if len(items) < 3:
        return False
    made.lines.insert(items[-1] + 1, made.lines[made.chance.choice(items[:-1])])
    return True


def obliges_no_longer(made: Made) -> bool:
    """Let what must be done be what should or may be done."""
    if "plikt" not in made.wordings:
        return False
    before, _ = made.wordings["plikt"]
    made.wordings["plikt"] = (before, made.chance.choice(["bör", "kan", "får"]))
    return True


def base_of_two(made: Made) -> bool:
    """Say less of a share's base, so that two sections fit it."""
    if "underlag" not in made.wordings:
        return False
    made.wordings["underlag"] = ("ersättning till scener",) * 2
    return True


def alternative_off(made: Made) -> bool:
    """Let the alternative that is both others take off more than they do."""
    if "alternativ3" not in made.figures:
        return False
    figure = made.figures["alternativ3"]
    wrong = figure.after - Decimal(made.chance.choice(["1.1", "1.8", "2.3"]))
    made.figures["alternativ3"] = replace(figure, before=wrong, after=wrong)
    return True


def _items_after(made: Made, word: str) -> list[int]:
    """Return the lines of the first list whose words before it hold a word, without amounts."""
    first = next((at + 1 for at, line in enumerate(made.lines) if word in line.lower() and "<" not in line), len(made.lines))
    items = []
    for at in range(first, len(made.lines)):
        if not made.lines[at].startswith("* "):
            break
        items.append(at)
    return items


def _begins(made: Made, by: int) -> bool:
    rows = [at for at, line in enumerate(made.lines) if _BRACKET.match(line)]
    if len(rows) < 3 or not any("deltagare" in line for line in made.lines):
        return False
    at = made.chance.choice(rows[1:])
    made.lines[at] = _BRACKET.sub(lambda match: f"| {int(match['low']) + by}–{match['high']} | ", made.lines[at])
    return True
