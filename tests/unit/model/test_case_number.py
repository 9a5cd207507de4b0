from __future__ import annotations

import pytest

from lydelse.model.case_number import CaseNumber


@pytest.mark.parametrize(
    ("serial", "year", "is_slip"),
    [(321, 2025, True), (313, 2025, True), (312, 2024, True), (312, 2025, False), (412, 2024, False), (3312, 2025, False)],
)
def test_one_digit_or_two_that_changed_places_are_a_slip(serial: int, year: int, *, is_slip: bool) -> None:
    assert CaseNumber("ON", 312, 2025).is_slip_of(CaseNumber("ON", serial, year)) is is_slip
    assert not CaseNumber("ON", 312, 2025).is_slip_of(CaseNumber("KS", serial, year))
