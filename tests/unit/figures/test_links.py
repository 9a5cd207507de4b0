"""Addresses are covered, and nothing else."""

from __future__ import annotations

import pytest

from lydelse.figures.links import without_links


@pytest.mark.parametrize(
    "link",
    [
        "https://exempel.se/500%20kr",
        "www.exempel.se/2025",
        "anna2025@exempel.se",
        "mailto:a@b.se",
        "dokument/taxa%202025%20kr.pdf",
        "0b7c1f6e-90aa-4d2b-8a4e-1a2b3c4d5e6f",
    ],
)
def test_an_address_is_covered_and_the_offsets_stay(link: str) -> None:
    text = f"Se {link} om 100 kr"
    covered = without_links(text)
    assert len(covered) == len(text)
    assert not any(sign.isdigit() for sign in covered[3 : 3 + len(link)])
    assert covered.endswith(" om 100 kr")


@pytest.mark.parametrize("text", ["15 % av 20 %", "30-%-nivån", "20%av", "kr/plats/år", "16-67 år", "100%"])
def test_plain_text_is_left_alone(text: str) -> None:
    assert without_links(text) == text
