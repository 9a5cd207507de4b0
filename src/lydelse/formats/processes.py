"""How many processes may read one file side by side.

One, unless whoever runs the process says otherwise: a command of its own may use all processors, and a task that is one of many may not.
"""

from __future__ import annotations

import os

MOST = 4
"""Beyond so many, what one process must do for the whole document takes longer than reading its pages."""

_allowed = [1]


def processes() -> int:
    """Return how many processes may read one file."""
    return _allowed[0]


def read_with(count: int) -> None:
    """Let so many processes read one file."""
    _allowed[0] = max(1, count)


def processors() -> int:
    """Return how many processors this process may use, ``MOST`` at most."""
    own = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST, own)
