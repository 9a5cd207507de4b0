"""The table of amounts: what is changed, added and removed, by section, and what stands unchanged."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from lydelse.model.amount import Amount
from lydelse.model.change import Comparison
from lydelse.model.quantity import Entry, Status
from lydelse.records import dataclass
from lydelse.reports.wording import figure


@dataclass(frozen=True, slots=True)
class AmountRow:
    """One amount, its figures written out. ``years`` is "2025 → 2026" where the year moves.

    ``scale`` is what the unit of the amount and of its change stands for, ``scale_before`` that of the earlier amount: 1000 for tkr.
    """

    label: str
    detail: str
    years: str
    before: str
    after: str
    change: str
    percent: str
    status: Status
    scale: int
    scale_before: int

    @property
    def labelled(self) -> str:
        """The label with what is told of it in brackets."""
        return f"{self.label} ({self.detail})" if self.detail else self.label


@dataclass(frozen=True, slots=True)
class AmountGroup:
    """The amounts of one section, in the order of the document."""

    heading: str
    page: int | None
    rows: tuple[AmountRow, ...]


def changed_amounts(comparison: Comparison, headings: dict[str, str], language: str) -> tuple[AmountGroup, ...]:
    """Return the amounts that differ between the versions, or that only one of them has."""
    entries = () if comparison.one_version else comparison.entries
    return _grouped((entry for entry in entries if entry.status is not Status.UNCHANGED), headings, language)


def other_amounts(comparison: Comparison, headings: dict[str, str], language: str) -> tuple[AmountGroup, ...]:
    """Return the amounts that stand unchanged; in a document of one version, all."""
    entries = (entry for entry in comparison.entries if comparison.one_version or entry.status is Status.UNCHANGED)
    return _grouped(entries, headings, language)


def all_amounts(entries: Iterable[Entry], headings: dict[str, str], language: str) -> tuple[AmountGroup, ...]:
    """Return all amounts of a document, changed and unchanged."""
    return _grouped(entries, headings, language)


def _grouped(entries: Iterable[Entry], headings: dict[str, str], language: str) -> tuple[AmountGroup, ...]:
    groups: list[AmountGroup] = []
    for section_id, group in groupby(entries, key=lambda entry: entry.place.section_id):
        of_section = list(group)
        rows = tuple(_row(entry, language) for entry in of_section)
        groups.append(AmountGroup(headings.get(section_id, section_id), of_section[0].place.page, rows))
    return tuple(groups)


def _row(entry: Entry, language: str) -> AmountRow:
    per = f"per {entry.stated.per}" if entry.stated.per else ""
    detail = [part for part in (entry.column, "" if per in (entry.column or "") else per) if part]
    return AmountRow(
        label=entry.label or entry.stated.literal,
        detail=", ".join(detail),
        years=years_in_words(entry),
        before=amount_in_words(entry.before, language),
        after=amount_in_words(entry.after, language),
        change="" if entry.change is None else figure(entry.change, language, signed=True),
        percent="" if entry.percent is None else figure(entry.percent, language, signed=True),
        status=entry.status,
        scale=entry.stated.scale,
        scale_before=(entry.before or entry.stated).scale,
    )


def years_in_words(entry: Entry) -> str:
    """Return the years that govern an amount: "2025 → 2026", "2026", or ""."""
    years = [str(year) for year in dict.fromkeys((entry.year_before, entry.year_after)) if year]
    return " → ".join(years)


def amount_in_words(amount: Amount | None, language: str) -> str:
    """Return an amount with its unit, "" where there is none."""
    return "" if amount is None else f"{figure(amount.value, language)} {amount.unit}".strip()
