from __future__ import annotations

import pytest

from lydelse.figures.statements.intents import intents_in


@pytest.mark.parametrize(
    "text",
    [
        "Rådet har startats upp under 2024 och kommer att vidareutvecklas under 2025.",
        "Från 2025 införs en modell.",
        "Från och med år 2025 kommer taxan att höjas.",
        "En ny mall planeras till 2025.",
        "Systemet ska införas hösten 2025.",
    ],
)
def test_a_year_yet_to_come_is_found(text: str) -> None:
    assert [intent.year for intent in intents_in(text)] == [2025]


@pytest.mark.parametrize(
    "text",
    [
        "Modellen infördes 2025 och kommer att användas.",
        "Rapporten kommer att följa 2025 års modell.",
        "Arbetet ska göras enligt beslut 2025.",
        "Under 2025 var kostnaden högre.",
        "Taxan kommer att höjas, som den gjordes 2025.",
    ],
)
def test_a_year_of_what_is_done_is_none(text: str) -> None:
    assert intents_in(text) == ()
