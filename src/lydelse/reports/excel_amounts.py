"""The sheet of amounts, and where each amount stands on it."""

from __future__ import annotations

from lydelse.formats.workbook.addresses import address
from lydelse.formats.workbook.writing import Content, Figure, Live, Page, form_with
from lydelse.model.change import Comparison
from lydelse.model.message import Message
from lydelse.model.quantity import Entry
from lydelse.model.text import Version
from lydelse.reports.wording import name_of, say

_HEADS = (
    *("document", "section", "amount", "column", "per", "unit", "year-before", "year-after"),
    *("before", "after", "change", "percent", "status", "page", "quantity"),
)
_WIDTHS = (18, 9, 42, 24, 17, 7, 9, 10, 13, 13, 12, 9, 12, 7, 40)
_BEFORE, _AFTER = 9, 10
_PERCENT = "0.00"


class AmountSheet:
    """Every amount of the compared documents, a row each, changed and unchanged."""

    def __init__(self, comparisons: tuple[Comparison, ...], language: str) -> None:
        """Lay out the rows."""
        self._name = say(Message("excel.amounts"), language)
        self._rows: dict[int, int] = {}
        self._one_version: set[int] = set()
        heads: list[Content] = [say(Message(f"excel.{head}"), language) for head in _HEADS]
        rows = [heads]
        for comparison in comparisons:
            for entry in comparison.entries:
                self._rows.setdefault(id(entry), len(rows) + 1)
                self._one_version.update([id(entry)] if comparison.one_version else [])
                rows.append(_row(entry, len(rows) + 1, comparison, language))
        self.page = Page(self._name, rows, _WIDTHS, filtered=True)

    def cell(self, entry: Entry, version: Version) -> str:
        """Return the address of an entry's figure in one version as other sheets refer to it, "" where it has none."""
        row = None if version is Version.BEFORE and id(entry) in self._one_version else self._rows.get(id(entry))
        return f"{self._name}!{address(row, _BEFORE if version is Version.BEFORE else _AFTER)}" if row else ""


def _row(entry: Entry, row: int, comparison: Comparison, language: str) -> list[Content]:
    before, after = (None if comparison.one_version else entry.before), entry.after
    one, other = address(row, _BEFORE), address(row, _AFTER)
    change = percent = None
    if entry.change is not None and before:
        change = Live(f"{other}-{one}", entry.change, form_with(entry.change))
        percent = Live(f"({other}-{one})/{one}*100", entry.percent, _PERCENT) if entry.percent is not None else None
    years = [entry.year_before if before else None, entry.year_after]
    return [
        comparison.after.source.name,
        entry.place.section,
        entry.label or entry.stated.literal,
        entry.column or "",
        entry.stated.per or "",
        entry.stated.unit,
        *(Figure.plain(year) if year else None for year in years),
        Figure(before.value) if before else None,
        Figure(after.value) if after else None,
        change,
        percent,
        "" if comparison.one_version else name_of(entry.status, language),
        Figure.of(entry.place.page) if entry.place.page else None,
        entry.quantity,
    ]
