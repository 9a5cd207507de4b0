"""The columns that a model asks of a units' file."""

from __future__ import annotations

from lydelse.impact.tables import weights_in
from lydelse.model.change import Comparison
from lydelse.model.declared import DeclaredModel
from lydelse.model.impact_model import Called, Function, Name, terms_in


def bands_asked(model: DeclaredModel, comparison: Comparison) -> tuple[str, ...]:
    """Return the age bands of the finest table that residents are weighted by, none where no table is found."""
    if model.units is None:
        return ()
    asked = {
        term.arguments[0].name
        for formula in model.units.formulas()
        for term in terms_in(formula.term)
        if isinstance(term, Called) and term.function is Function.WEIGHTED and isinstance(term.arguments[0], Name)
    }
    found = [weights for table in model.units.tables if table.name in asked and (weights := weights_in(table, comparison.after))]
    finest = max(found, key=lambda weights: len(weights.rows), default=None)
    return tuple(row.bracket.literal for row in finest.rows) if finest else ()
