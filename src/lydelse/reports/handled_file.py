"""The file in which a person says which findings are handled: a table of TOML for each, named by the finding's id."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from lydelse.calculation.declared.parts import Part
from lydelse.formats.toml.writing import table, text_line
from lydelse.model.handling import Handled
from lydelse.reports.parts_by_name import parts_by_name

KIND = "hanterat"
_KEYS = ("av", "datum", "motivering")


def read_handled(file: Path) -> tuple[Handled, ...]:
    """Return what a file says of findings that are handled, in its order.

    Raises:
        UnreadableFileError: there is no such file, or it is no text.
        UsageError: it says something else; the sentence names the line.
    """
    return tuple(_handled(id_, part) for _, id_, part in parts_by_name(file, (KIND,)))


def handled_text(handled: Iterable[Handled]) -> str:
    """Return what is handled as the text of such a file."""
    parts = ((table(KIND, each.finding_id), *map(text_line, _KEYS, (each.who, each.when, each.why)), "") for each in handled)
    return "\n".join(line for part in parts for line in part)


def is_day(text: str) -> bool:
    """Tell whether a text is a day as ISO 8601 writes it: "2026-11-22"."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _handled(id_: str, part: Part) -> Handled:
    part.only(_KEYS)
    when = part.values.get("datum")
    day = when.isoformat() if isinstance(when, date) else part.needed_text("datum")
    if not is_day(day):
        part.fail("datum", "handled.not-a-day", value=day)
    return Handled(id_, part.needed_text("av"), day, part.needed_text("motivering"))
