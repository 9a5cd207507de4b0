"""The processes that a process has started, and theirs: what they take, and their end."""

from __future__ import annotations

from collections.abc import Iterable

import psutil

from lydelse.workers.limits import MEGABYTE

ROUNDS = 5  # of looking for processes that were started while the others were being stopped


def started_by(process: psutil.Process) -> tuple[psutil.Process, ...]:
    """Return all that a process has started and that are still running, and what these have started."""
    try:
        return tuple(process.children(recursive=True))
    except psutil.Error:
        return ()


def process_of(pid: int) -> psutil.Process | None:
    """Return a process by its number, None where it has ended."""
    try:
        return psutil.Process(pid)
    except psutil.Error:
        return None


def megabytes_of(processes: Iterable[psutil.Process]) -> float:
    """Return how much memory processes hold together."""
    return sum(_resident(process) for process in processes) / MEGABYTE


def end_all(processes: Iterable[psutil.Process]) -> None:
    """End processes and all that they have started: each is stopped first, so that none starts another meanwhile."""
    stopped: dict[int, psutil.Process] = {}
    found = list(processes)
    for _ in range(ROUNDS):
        fresh = [process for process in found if process.pid not in stopped and _stopped(process)]
        stopped |= {process.pid: process for process in fresh}
        found = [each for process in fresh for each in started_by(process)]
        if not found:
            break
    for process in stopped.values():
        _ended(process)


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0


def _stopped(process: psutil.Process) -> bool:
    """Stop a process, and tell whether there was one; a number that another process has since been given is left alone."""
    try:
        if process.is_running():
            process.suspend()
            return True
    except psutil.Error:
        return False
    return False


def _ended(process: psutil.Process) -> None:
    try:
        process.kill()
    except psutil.Error:
        return
