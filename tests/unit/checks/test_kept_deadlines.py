from __future__ import annotations

import pytest

from lydelse.checks.kept_deadlines import kept_deadlines
from lydelse.checks.year_moves import year_moves
from lydelse.extractors.written import written

MOVED = "# 1 Bidrag\nBidraget gäller [-2025-]{+2026+}.\n# 2 Ansökan\n"


def _kept(text: str) -> list[tuple[str, int]]:
    redline = written(text)
    return [(each.sentence, each.after) for each in kept_deadlines(redline, year_moves(redline))]


@pytest.mark.parametrize(
    "sentence",
    [
        "Ansökan ska ha kommit in senast den 15 mars 2025",
        "Sista ansökningsdag är 2025-03-15",
        "Föreningar som har verksamhet i kommunen ansöker senast i mars 2025",
        "Avgiften ska betalas den 31 maj 2025",
        "Rapporten lämnas före den 1 juni 2025",
    ],
)
def test_a_deadline_in_a_year_that_was_moved_on_is_kept(sentence: str) -> None:
    assert _kept(f"{MOVED}{sentence}.") == [(sentence, 2026)]


def test_a_mark_that_changes_nothing_keeps_the_year() -> None:
    kept = _kept(f"{MOVED}Ansökan lämnas senast den 15 mars [-2025-]{{+2025+}}.")
    assert kept == [("Ansökan lämnas senast den 15 mars 2025", 2026)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Riktlinjerna ska följas enligt beslut den 15 mars 2025",
        "Senast reviderad den 15 mars 2025",
        "Ansökan skulle lämnas senast den 15 mars 2025",
        "Avtalet ska gälla till och med den 31 december 2025",
        "Bidrag för 2025 ska redovisas senast den 31 december 2025",
        "Ansökan för 2026 ska lämnas senast den 15 oktober 2025",
        "Läget ska mätas per den 31 oktober 2025",
    ],
)
def test_a_date_that_belongs_to_its_year_is_no_deadline_left(sentence: str) -> None:
    assert _kept(f"{MOVED}{sentence}.") == []


def test_nothing_is_known_where_years_moved_in_two_ways_as_often() -> None:
    assert _kept("# 1 Bidrag\nFör [-2025-]{+2026+} och för [-2023-]{+2024+}.\n# 2 Ansökan\nLämnas senast den 15 mars 2025.") == []


def test_a_year_that_another_was_moved_to_is_where_it_should_be() -> None:
    text = "# 1 Bidrag\nFör [-2025-]{+2026+}. Taxan för [-2025-]{+2026+}. Ansök senast den 1 maj [-2024-]{+2025+}."
    assert _kept(f"{text}\n# 2 Beslut\nNämnden beslutar senast den 30 juni 2025.") == []


def test_a_deadline_that_is_new_is_meant() -> None:
    assert _kept(f"{MOVED}{{+Ansökan lämnas senast den 1 december 2025.+}}") == []
