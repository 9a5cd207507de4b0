"""Sums found in tables that others made and annotated: which cells add up which."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from pathlib import Path

from lydelse.calculation import infer
from lydelse.differ import compare_marked
from lydelse.extractors.written import written
from lydelse.model.calculation import Relation, RelationKind
from lydelse.model.quantity import Entry

MOST_ROWS = 200
"""Longer tables are left out: nobody prints them."""
_SEAT = re.compile(r"/r(\d+)/c(\d+)")
_SPECIAL = re.compile(r"([\\|\[\]{}])")

Cell = tuple[int, int]
Sum = tuple[Cell, frozenset[Cell]]


@dataclass
class Found:
    """How many of the annotated sums were found, and how many found ones are annotated; those that are not, for looking at."""

    tables: int = 0
    left_out: int = 0
    annotated: int = 0
    found: int = 0
    right: int = 0
    same_total: int = 0
    others: list[str] = field(default_factory=list)


def found_sums(folder: Path) -> Found:
    """Return what was found in the tables of a folder with its ``truth.jsonl``."""
    result = Found()
    for line in (folder / "truth.jsonl").read_text("utf-8").splitlines():
        truth = json.loads(line)
        with (folder / truth["csv"]).open(encoding="utf-8", errors="replace", newline="") as file:
            rows = list(csv.reader(file))
        if len(rows) > MOST_ROWS:
            result.left_out += 1
            continue
        result.tables += 1
        annotated = {(total, _told_of(parts, rows)) for total, parts in _annotated(truth)}
        found = {(total, _told_of(parts, rows)): told for (total, parts), told in _found(rows)}
        result.annotated += len(annotated)
        result.found += len(found)
        totals = {total for total, _ in annotated}
        result.right += sum(each in annotated for each in found)
        result.same_total += sum(each[0] in totals for each in found)
        result.others += [f"{truth['csv']} {each[0]} {arithmetic}" for each, arithmetic in found.items() if each[0] not in totals]
    return result


def _annotated(truth: dict[str, list[dict[str, object]]]) -> Iterator[Sum]:
    for each in truth["aggregations"]:
        total, parts = each["total"], each["parts"]
        if each["operator"] == "Sum" and isinstance(total, list) and isinstance(parts, list) and len(parts) > 1:
            yield (total[0], total[1]), frozenset((row, column) for row, column in parts)


def _told_of(parts: frozenset[Cell], rows: list[list[str]]) -> frozenset[Cell]:
    """Return the parts that state a figure other than zero: blank cells are named or not as the annotator pleased."""
    return frozenset((row, column) for row, column in parts if _number(rows[row][column] if column < len(rows[row]) else ""))


def _number(text: str) -> Decimal:
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        return Decimal(0)


def _found(rows: list[list[str]]) -> Iterator[tuple[Sum, str]]:
    comparison = compare_marked(written("\n".join(_lines(rows))))
    calculation = infer(comparison)
    for outcome in calculation.outcomes:
        relation = outcome.relation
        if relation.kind is RelationKind.SUM and outcome.holds and not relation.minus:
            yield (_seat(relation.whole), frozenset(_seat(part) for part in relation.parts)), _told(relation)


def _told(relation: Relation) -> str:
    parts = " + ".join(each.stated.literal for each in relation.parts)
    return f"{relation.wording.key} {relation.whole.label}: {parts} = {relation.whole.stated.literal}"


def _seat(entry: Entry) -> Cell:
    match = _SEAT.search(entry.place.path)
    assert match is not None, "every amount of these documents stands in a cell"
    return int(match[1]) - 2, int(match[2]) - 1


def _lines(rows: list[list[str]]) -> Iterator[str]:
    """Yield a table in the mini-language, under a row of headers of its own: where its headers end is not told."""
    width = max((len(row) for row in rows), default=0)
    yield "|= " + " | ".join(f"K{column}" for column in range(width))
    for row in rows:
        yield "| " + " | ".join(_cell(text) for text in (*row, *[""] * (width - len(row))))


def _cell(text: str) -> str:
    """Return a cell's text, a number as it would be printed in Swedish."""
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
    plain = f"{number.normalize():f}" if number == number.to_integral_value() else f"{round(number, 2):f}".rstrip("0")
    return plain.replace(".", ",").replace("-", "\u2212")
