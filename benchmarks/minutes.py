"""How minutes and memos are read: ``make bench-minutes`` or ``python -m benchmarks.minutes [FORMAT ...]``.

Papers of our own making, of several bodies and layouts, are written in several formats, read, and held against what they were made of. For
each field: how many values are true, precision and recall over all of them. ``--show`` prints what was missed and what was invented.
"""

from __future__ import annotations

import re
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.minutes_made.made import Paper
from benchmarks.minutes_made.making import FORMATS
from benchmarks.minutes_made.papers import PAPERS

from lydelse.extractors import read
from lydelse.extractors.minutes import minutes_of, vocabulary
from lydelse.model.case_number import CaseNumber
from lydelse.model.minutes import Item, Minutes, Point, Present

FIELDS = (
    *("kind", "body", "date", "venue", "present", "item", "title", "case", "proposal", "decision", "amount", "motion", "outcome", "vote"),
    *("reservation", "statement", "attachments", "recipients", "reference"),
)


def main(words: Sequence[str]) -> int:
    """Print the table of the formats that are asked for, or of all."""
    formats = [name for name in FORMATS if name in words] or list(FORMATS)
    table: dict[str, dict[str, Counter[str]]] = {name: defaultdict(Counter) for name in formats}
    with tempfile.TemporaryDirectory() as folder:
        for name in formats:
            for made, path in _written(name, Path(folder) / name):
                score(made, minutes_of(read(path), vocabulary()), table[name], shown=f"{name} {made.name}" if "--show" in words else "")
    print(f"{'field':14}{'true':>6}" + "".join(f"{name:>18}" for name in formats))
    for field in FIELDS:
        true = max((table[name][field]["true"] for name in formats), default=0)
        print(f"{field:14}{true:>6}" + "".join(f"{figures(table[name][field]):>18}" for name in formats))
    return 0


def _written(name: str, folder: Path) -> Iterator[tuple[Paper, Path]]:
    folder.mkdir()
    suffix, write = FORMATS[name]
    orders = [(made, folder / f"{made.name}{suffix}") for made in PAPERS]
    write(orders)
    return ((made, path) for made, path in orders if path.exists())


def figures(counts: Counter[str]) -> str:
    """Return precision and recall of what was counted."""
    precision = counts["right"] / counts["read"] if counts["read"] else 1.0
    recall = counts["right"] / counts["true"] if counts["true"] else 1.0
    return f"{precision:.3f} / {recall:.3f}"


def score(made: Paper, minutes: Minutes, table: dict[str, Counter[str]], shown: str) -> None:
    """Count for each field of minutes what is true, what was read, and what of it is right; ``shown`` names the file where it is told."""
    found = _values(minutes)
    for field in FIELDS:
        true, read_ = Counter(map(_even, made.truth.get(field, ()))), Counter(map(_even, found.get(field, ())))
        if field in {"title", "case", "venue", "date", "body", "present"} and not true:
            continue
        right = true & read_
        table[field].update(true=true.total(), read=read_.total(), right=right.total())
        for word, left in (("missed", true - right), ("invented", read_ - right)):
            for value in left.elements() if shown else ():
                print(f"{shown} {field} {word}: {value}")


def _even(value: str) -> str:
    return re.sub(r",? samt$", "", " ".join(value.split()).rstrip(" .,"))


def _values(minutes: Minutes) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name, value in (("kind", minutes.kind.value), ("body", minutes.body), ("date", minutes.date or ""), ("venue", minutes.venue)):
        if value:
            found[name].append(value)
    found["present"] = [f"{each.name}:{each.party}:{each.role.value}" for each in minutes.attendance]
    for item in minutes.items:
        for field, values in _of_item(item):
            found[field].extend(values)
    if minutes.kind.value == "memo":
        found["title"] = [item.title for item in minutes.items]
        found["case"] = [_shown(case) for item in minutes.items for case in item.case_numbers]
    return found


def _of_item(item: Item) -> Iterator[tuple[str, list[str]]]:
    at = str(item.paragraph) if item.paragraph is not None else ""
    if at:
        yield "item", [f"{at} | {item.title} | {_shown(item.case_numbers[0]) if item.case_numbers else ''}"]
    yield "proposal", _points(at, item.proposal)
    yield "decision", _points(at, item.decision)
    amounts = [amount for point in (*item.proposal, *item.decision) for amount in point.amounts if amount.kind.value == "money"]
    yield "amount", [f"{at} | {amount.value} {amount.unit}" for amount in amounts]
    yield "motion", [f"{at} | {each.supports.value} | {_people(each.movers)}" for each in item.motions]
    yield "outcome", [f"{at} | {each.value}" for each in item.outcomes]
    yield "vote", [f"{at} | {each.yes}-{each.no}-{each.abstaining}" for each in item.votes]
    yield "reservation", [f"{at} | {_people(each.by)}" for each in item.reservations]
    yield "statement", [f"{at} | {_people(each.by)}" for each in item.statements]
    yield "attachments", [f"{at} |  | {each.text}" for each in item.attachments]
    yield "recipients", [f"{at} |  | {each.text}" for each in item.recipients]
    cited = [(each.body, each.date or "", str(each.paragraph or ""), _shown(each.case_number)) for each in item.references]
    yield "reference", [" | ".join((at, *parts)) for parts in cited]


def _points(at: str, points: Iterable[Point]) -> list[str]:
    return [f"{at} | {point.number or ''} | {point.text}" for point in points]


def _people(people: Iterable[Present]) -> str:
    return ",".join(f"{each.name}:{each.party}" for each in people)


def _shown(case: CaseNumber | None) -> str:
    return case.shown if case else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
