"""Amounts as typed values: those of prose, and the one that a table cell states."""

from lydelse.figures.cells import cell_amount, header_under
from lydelse.figures.prose import amounts_in

__all__ = ["amounts_in", "cell_amount", "header_under"]
