"""The kinds of fault that are put into made documents, each by the code that should tell of it.

A seeding function takes a copy of a clean document, puts one fault into the later year's figures or lines, and returns True, or returns
False where the document has nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.figures_made.faults import figures, years
from benchmarks.figures_made.made import Made

FAULTS: dict[str, Callable[[Made], bool]] = {
    "S101": figures.wrong_sum,
    "S102": figures.wrong_share,
    "S103": figures.wrong_product,
    "S104": figures.wrong_average,
    "S107": figures.wrong_instalment,
    "S108": figures.wrong_restatement,
    "S109": figures.floor_above_ceiling,
    "Y201": years.left_behind,
    "Y203": years.uprated_otherwise,
    "Y204": years.ten_times,
    "Y207": years.other_heads,
}
