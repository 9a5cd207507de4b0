"""Quantities through the years, gathered from an archive."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from lydelse.archive import Archive, history_of, opened
from lydelse.batch.work import Manner, read_alone
from lydelse.flow import unwatched
from lydelse.model.wishes import Wishes
from support.archives import put, terms

PRICES = {2024: 2150, 2025: 2222, 2026: 2301}
REDLINE = """# 2 Ersättning

Ersättningen för vikt 1,00 är [-2 301-] {+2 380+} kr för år [-2026-] {+2027+}. Ersättningen kan variera med hur många som är listade.
"""


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with opened(str(tmp_path / "arkiv.sqlite")) as archive:
        for year, price in PRICES.items():
            put(tmp_path / f"villkor {year}.md", terms(year, price, 9000))
        put(tmp_path / "ändring 2027.md", REDLINE)
        for file in sorted(tmp_path.glob("*.md")):
            archive.keep_reading(file.name, *read_alone(file, Manner(Wishes(), "sv"), watch=unwatched))
        yield archive


def test_a_quantity_is_gathered_over_documents_and_over_both_versions_of_a_redline(archive: Archive) -> None:
    series = history_of(archive, "ersättning vikt 1,00").series[0]
    stated = [(point.year, int(point.amount.value), point.document.name, point.amount.version.value) for point in series.points]
    assert stated == [
        (2024, 2150, "villkor 2024.md", "after"),
        (2025, 2222, "villkor 2025.md", "after"),
        (2026, 2301, "villkor 2026.md", "after"),
        (2026, 2301, "ändring 2027.md", "before"),
        (2027, 2380, "ändring 2027.md", "after"),
    ]


def test_other_quantities_are_series_of_their_own(archive: Archive) -> None:
    found = history_of(archive, "fördelas")
    assert [[int(point.amount.value) for point in series.points] for series in found.series] == [[9000, 9000, 9000]]


def test_the_text_is_found_too(archive: Archive) -> None:
    found = history_of(archive, "uppsägningstid sex månader")
    assert [quoted.document.name for quoted in found.passages] == [f"villkor {year}.md" for year in PRICES]
