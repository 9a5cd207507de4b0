"""What changed between two versions: ``lydelse/comparison/1``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from lydelse.model.change import Added, Change, Comparison, Merged, Moved, Removed, Renumbered, Reworded, Split
from lydelse.model.place import Place
from lydelse.model.quantity import Entry, Status
from lydelse.model.small_word import SmallWordChange
from lydelse.model.text import Mark, Run, Version
from lydelse.reports.json_in_force import in_force_json
from lydelse.reports.json_values import Json, decimal_json, dumped, proof_json, runs_json, source_json, unread_json, value_json

SCHEMA = "lydelse/comparison/1"


def write(comparison: Comparison, language: str = "sv") -> str:
    """Return the JSON of a comparison."""
    return dumped(comparison_json(comparison, language))


def comparison_json(comparison: Comparison, language: str = "sv") -> Json:
    """Return a comparison as one JSON object."""
    changed = [entry for entry in comparison.entries if entry.status is not Status.UNCHANGED]
    rows = _by_row(comparison.entries)
    return {
        "schema": SCHEMA,
        "before": {"source": source_json(comparison.sources[0], language)},
        "after": {"source": source_json(comparison.sources[-1], language)},
        "changes": [{"id": f"c{number}", **_change(change)} for number, change in enumerate(comparison.changes, 1)],
        "amounts": [_amount(entry, rows.get(_row_of(entry), (entry,))) for entry in comparison.entries],
        "in_force": in_force_json(comparison.in_force),
        "proof": proof_json(comparison.proof),
        "summary": {"changes": len(comparison.changes), "amounts_changed": len(changed)},
        "unread": unread_json(comparison.unread, language),
    }


def _change(change: Change) -> Json:
    match change:
        case Added(after=after, runs=runs, place=place):
            return _change_json("added", change, (None, place), (None, after), runs)
        case Removed(before=before, runs=runs, place=place):
            return _change_json("removed", change, (place, None), (before, None), runs)
        case Reworded(before=before, after=after, runs=runs):
            following = [{"before": one, "after": other} for one, other in change.following]
            return {**_change_json("reworded", change, (change.place_before, change.place), (before, after), runs), "following": following}
        case Moved(before=before, after=after, runs=runs):
            return _change_json("moved", change, (change.place_before, change.place), (before, after), runs)
        case Split(before=before, after=after, runs=runs):
            return _change_json("split", change, (change.place_before, change.place), (before, after), runs)
        case Merged(before=before, after=after, runs=runs):
            return _change_json("merged", change, (change.place_before, change.place), (before, after), runs)
        case Renumbered(before=before, after=after):
            runs = (Run(before, Mark.STRUCK), Run(after, Mark.INSERTED))
            sections = [{"before": one, "after": other} for one, other in change.sections]
            texts = _change_json("renumbered", change, (change.place_before, change.place), (before, after), runs)
            return {**texts, "sections": sections, "otherwise_unchanged": change.unchanged}
        case _:
            assert_never(change)


def _change_json(
    kind: str, change: Change, places: tuple[Place | None, Place | None], texts: tuple[str | None, str | None], runs: tuple[Run, ...]
) -> Json:
    before, after = places
    return {
        "kind": kind,
        "unit": change.unit.value,
        "section_before": before.section if before else None,
        "section_after": after.section if after else None,
        "section_id": (after or before or Place()).section_id,
        "page_before": before.page if before else None,
        "page_after": after.page if after else None,
        "before": texts[0],
        "after": texts[1],
        "runs": runs_json(runs),
        "class": change.nature.value,
        "small_words": [] if isinstance(change, Removed | Renumbered) else [_small_word(word) for word in change.small_words],
    }


def _small_word(word: SmallWordChange) -> Json:
    return {"meaning": word.meaning.value, "before": word.word_before or None, "after": word.word_after or None, "governs": word.governs}


def _by_row(entries: Iterable[Entry]) -> dict[tuple[str, str] | None, list[Entry]]:
    """Return the amounts of each quantity in each row of a table: two columns for two years are two values of it."""
    rows: dict[tuple[str, str] | None, list[Entry]] = {}
    for entry in entries:
        rows.setdefault(_row_of(entry), []).append(entry)
    rows.pop(None, None)
    return rows


def _row_of(entry: Entry) -> tuple[str, str] | None:
    row, _, cell = entry.place.path.rpartition("/")
    return (row, entry.quantity) if entry.column is not None and cell.startswith("c") else None


def _amount(entry: Entry, row: Iterable[Entry]) -> Json:
    """Return one amount; ``row`` are the amounts of its quantity that stand in its row, itself among them."""
    stated = entry.stated
    return {
        "section": entry.place.section,
        "section_id": entry.place.section_id,
        "quantity": entry.quantity,
        "label": entry.label,
        "column": entry.column,
        "kind": entry.kind.value,
        "unit": stated.unit,
        "per": stated.per,
        "before": value_json(entry.before),
        "after": value_json(entry.after),
        "change": decimal_json(entry.change),
        "percent": decimal_json(entry.percent),
        "status": entry.status.value,
        "year_before": entry.year_before,
        "year_after": entry.year_after,
        "page_before": entry.before.place.page if entry.before else None,
        "page_after": entry.after.place.page if entry.after else None,
        "values": [value for version in Version for each in row for value in _values(each, version)],
    }


def _values(entry: Entry, version: Version) -> Iterable[Json]:
    amount = entry.amount(version)
    if amount is not None:
        yield {"version": version.value, "year": entry.year(version), "value": value_json(amount), "page": amount.place.page}
