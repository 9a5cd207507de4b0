"""The domains that documents are made of."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from benchmarks.figures_made.domains import board, culture, dental, homecare, schools, sundries, transport
from benchmarks.figures_made.made import Made

DOMAINS: dict[str, Callable[[Random], Made]] = {
    "hemtjänst": homecare.make,
    "grundskola": schools.make,
    "folktandvård": dental.make,
    "kollektivtrafik": transport.make,
    "nämndbudget": board.make,
    "villkor": sundries.make,
    "kultur": culture.make,
}
