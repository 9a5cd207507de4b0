"""Whole processes: the time and the memory that each takes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

LYDELSE = (sys.executable, "-m", "lydelse")
PYTHON = (sys.executable, "-c")
LONGEST = 600
"""Seconds of the processor after which a process is ended: a few of the others' grow with the square of the text."""
LAUNCH = f"""
import os, resource, sys, time
began = time.perf_counter()
nowhere = os.open(os.devnull, os.O_WRONLY)
quiet = [(os.POSIX_SPAWN_DUP2, nowhere, stream) for stream in (1, 2)]
resource.setrlimit(resource.RLIMIT_CPU, ({LONGEST}, {LONGEST}))
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
_, status, used = os.wait4(process, 0)
print(os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, time.perf_counter() - began, used.ru_maxrss / 1024)
"""
KILLED = (-9, -24)
DONE = (0, 1)  # 1: a check with findings
INSTALLED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Where a program runs that has been installed: its bytecode is there, or kept from the first run."""


class Cost(NamedTuple):
    """What one process took: seconds of processor, seconds by the clock, megabytes at most; whether it came to its end."""

    cpu: float
    wall: float
    memory: float
    ended: bool = True


def cost_of(command: Sequence[str | Path], times: int = 1) -> Cost:
    """Run a command so many times and return the cheapest run.

    Raises:
        RuntimeError: it fails.
    """
    return min(_once([str(part) for part in command]) for _ in range(times))


def _once(command: list[str]) -> Cost:
    """Run a command from a small process of its own: the memory of whoever starts a process counts as that of what it starts."""
    told = subprocess.run([*PYTHON, LAUNCH, *command], capture_output=True, text=True, check=True, env=INSTALLED).stdout.split()
    cpu, wall, memory = map(float, told[1:])
    cost = Cost(cpu, wall, memory, ended=int(told[0]) not in KILLED)
    if int(told[0]) not in DONE and cost.ended:
        message = f"{' '.join(command)} ends with {told[0]}"
        raise RuntimeError(message)
    return cost
