"""Finding the relations that a document's own figures state or obey."""

from __future__ import annotations

from lydelse.model.calculation import Calculation
from lydelse.model.change import Comparison


def infer(comparison: Comparison) -> Calculation:
    """Find the relations between the amounts of a comparison, and test each in each version."""
    assert comparison.entries is not None
    return Calculation()
