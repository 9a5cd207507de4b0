"""The calculation model: the relations that a document's own figures state or obey, each tested in each version.

What stands here is loaded when it is first asked for: comparing needs little of it, and loading it all takes longer than comparing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lydelse.calculation.declared.against import held_against_model
    from lydelse.calculation.inference import infer
    from lydelse.calculation.same_quantities import with_quantities_united

__all__ = ["held_against_model", "infer", "with_quantities_united"]

_MODULES = {"held_against_model": "declared.against", "infer": "inference", "with_quantities_united": "same_quantities"}


def __getattr__(name: str) -> object:
    """Load one of the functions above (PEP 562)."""
    if name not in _MODULES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
