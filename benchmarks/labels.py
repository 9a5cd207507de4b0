"""How well amounts are named: ``python -m benchmarks.labels``.

Sentences and tables of our own, written as municipalities and regions of different sorts write them, each amount with the names that a
person would accept for it. A name is right where it is one of them, capital and small letters apart. Exits with 1 below the floor.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

from benchmarks.labels_truth import TRUTH

from lydelse.differ import compare_marked
from lydelse.extractors.written import written

FLOOR = 0.90
"""The least share of right names."""


class Named(NamedTuple):
    """An amount with its name and those that would do."""

    text: str
    literal: str
    label: str
    accepted: tuple[str, ...]

    @property
    def is_right(self) -> bool:
        """Tell whether a person would accept the name."""
        return self.label.lower() in {name.lower() for name in self.accepted}


def all_named() -> list[Named]:
    """Return every amount of the texts with its name.

    Raises:
        ValueError: a text has not as many amounts as the truth gives it names.
    """
    named: list[Named] = []
    for text, names in TRUTH:
        entries = compare_marked(written(text)).entries
        if len(entries) != len(names):
            message = f"{len(entries)} amounts, not {len(names)}: {text!r}"
            raise ValueError(message)
        named += [Named(text, entry.text, entry.label, tuple(name.split("|"))) for entry, name in zip(entries, names, strict=True)]
    return named


def main() -> int:
    """Print the share of right names, and every name that is not."""
    named = all_named()
    wrong = [each for each in named if not each.is_right]
    for each in wrong:
        sys.stdout.write(f"{each.literal}: {each.label!r}, not {' or '.join(map(repr, each.accepted))}\n    {each.text}\n")
    share = 1 - len(wrong) / len(named)
    sys.stdout.write(f"{len(named) - len(wrong)} of {len(named)} names as a person would give them ({share:.3f}); floor {FLOOR}\n")
    return int(share < FLOOR)


if __name__ == "__main__":
    sys.exit(main())
