"""A task in a process of its own, with limits of time and memory: told of while it runs, ended at any time, and never in the way of others.

    with start(flow.review, before, after, limits=Limits(seconds=300)) as running:
        outcome = running.wait()

A task is a function that a module names, as those of ``lydelse.flow``, and takes a ``watch`` that is told each step. Its arguments and its
value are pickled. Each task has a process of its own, which nothing else has run in: what a library leaves behind after one file never
meets the next. The process and all that it has started, LibreOffice for one, end with the task, with its limits, with ``cancel`` and with
the process that started it, even where that is killed.

What stands here is loaded when it is first asked for: a command that holds itself to limits starts no process.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lydelse.workers.limits import Limits
    from lydelse.workers.outcome import Broken, Done, Outcome, Refused
    from lydelse.workers.running import Running, start, warmed_up

__all__ = ["Broken", "Done", "Limits", "Outcome", "Refused", "Running", "start", "warmed_up"]

_MODULES = {"Limits": "limits", "Running": "running", "start": "running", "warmed_up": "running"}
_MODULES |= dict.fromkeys(("Broken", "Done", "Outcome", "Refused"), "outcome")


def __getattr__(name: str) -> object:
    """Load one of the names above (PEP 562)."""
    if name not in _MODULES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
