"""How much time and memory a task may take."""

from __future__ import annotations

import sys

from lydelse.records import dataclass

MEGABYTE = 1 << 20
ROOM_FOR_PROGRAMS = 4096
"""Megabytes of address space above the limit of memory: a program such as LibreOffice reserves two to three thousand that it never uses,
and inherits the limit of the process that starts it."""
SECONDS_TO_SPARE = 30
"""Seconds of computing beyond the limit of time, on each of two cores, after which the system ends a process that nobody watches."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one task may take, with all that it starts.

    ``seconds`` are by the clock on the wall: 800 pages take a minute or two on one core, a file by way of LibreOffice at most three.
    ``megabytes`` are of resident memory: 800 pages take a few hundred.
    """

    seconds: float = 600.0
    megabytes: int = 2048


def taken_on(limits: Limits) -> None:
    """Let the system hold this process to the limits, with room to spare: who started the task holds it to them exactly."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not every system has it

    # macOS does not hold to a limit of address space, and refuses to set one below what is in use.
    if sys.platform == "linux":
        _lowered(resource.RLIMIT_AS, (limits.megabytes + ROOM_FOR_PROGRAMS) * MEGABYTE)
    _lowered(resource.RLIMIT_CPU, round(2 * (limits.seconds + SECONDS_TO_SPARE)))
    _lowered(resource.RLIMIT_CORE, 0)


def _lowered(what: int, most: int) -> None:
    """Lower a limit of the system for this process; one that is lower already stays."""
    import resource  # noqa: PLC0415 - as above

    soft, hard = resource.getrlimit(what)
    lowest = min(each for each in (most, soft, hard) if each != resource.RLIM_INFINITY)
    resource.setrlimit(what, (lowest, hard))
