"""Cross-references whose target is gone."""

from __future__ import annotations

import pytest

from lydelse.extractors.broken_references import broken_references
from lydelse.extractors.written import written


def told(text: str) -> list[tuple[str, object]]:
    return [(each.message.key, each.message.facts["count"]) for each in broken_references(written(text))]


@pytest.mark.parametrize(
    "message", ["Fel! Hittar inte referenskälla.", "Fel! Bokmärket är inte definierat.", "Error! Reference source not found."]
)
def test_the_message_of_a_broken_reference_is_told(message: str) -> None:
    assert told(f"# 5 Pris\nSe avsnitt {message}\n| a | {message}\n") == [("X905.broken-reference", 2)]
    assert told(f"Se avsnitt {message}\n") == [("X905.broken-reference.unplaced", 1)]


@pytest.mark.parametrize(
    "text", ["Fel! Priset ska vara 5 kr.", "Referenskälla hittas inte.", "Se [-Fel! Hittar inte referenskälla.-]{+5.2+}."]
)
def test_other_exclamations_and_what_is_struck_are_not_told(text: str) -> None:
    assert told(f"{text}\n") == []
