"""Two documents, or one that carries its own marks, held against each other.

``compare`` aligns two documents into one marked document, section by section, block by block, word by word; ``compare_marked``
reads what a marked document says of itself, ``amounts_marked`` its amounts alone. From there on the two are the same: changes and
amounts are read off the marks.
``held_against`` holds a redline's earlier wording against the document in force, ``consolidated`` makes its changes there.
``compared_as_corrected`` does the first two as a person has corrected them.

What stands here is loaded when it is first asked for: most runs need one of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lydelse.differ.consolidation import consolidated
    from lydelse.differ.corrected import compared_as_corrected
    from lydelse.differ.marked import amounts_marked, compare_marked
    from lydelse.differ.standing import held_against
    from lydelse.differ.versions import compare

__all__ = ["amounts_marked", "compare", "compare_marked", "compared_as_corrected", "consolidated", "held_against"]

_MODULES = {
    "amounts_marked": "marked",
    "compare": "versions",
    "compare_marked": "marked",
    "compared_as_corrected": "corrected",
    "consolidated": "consolidation",
    "held_against": "standing",
}


def __getattr__(name: str) -> object:
    """Load one of the functions above (PEP 562)."""
    if name not in _MODULES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
