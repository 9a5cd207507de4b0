"""The year that a document is for, where one of its figures does not say."""

from __future__ import annotations

from lydelse.model.change import Comparison
from lydelse.model.formula import Years
from lydelse.model.text import Version


def years_of(comparison: Comparison) -> Years:
    """Return the years that most of the figures of the earlier and of the later version are for, None where none says."""
    return Years(*(_most(comparison, version) for version in (Version.BEFORE, Version.AFTER)))


def _most(comparison: Comparison, version: Version) -> int | None:
    years = [year for entry in comparison.entries if entry.amount(version) and (year := entry.year(version)) is not None]
    return max(sorted(set(years)), key=years.count, default=None)
