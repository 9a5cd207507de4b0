"""The calculation model: the relations that a document's own figures state or obey, each tested in each version."""

from __future__ import annotations

from lydelse.calculation.declared.against import held_against_model
from lydelse.calculation.inference import infer
from lydelse.calculation.same_quantities import with_quantities_united

__all__ = ["held_against_model", "infer", "with_quantities_united"]
