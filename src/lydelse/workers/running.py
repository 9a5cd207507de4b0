"""A task that runs in a process of its own, seen from who started it."""

from __future__ import annotations

import atexit
import multiprocessing
import sys
import threading
import time
import weakref
from collections.abc import Callable
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Generic, Self, cast

import psutil

from lydelse.model.message import Message
from lydelse.workers.limits import Limits
from lydelse.workers.outcome import Broken, Outcome, Value
from lydelse.workers.started import end_all, megabytes_of, process_of, started_by
from lydelse.workers.task import Order, carried_out

LOADED_BEFOREHAND = (
    "lydelse.workers.task",
    "lydelse.flow",
    "lydelse.batch.work",
    "lydelse.extractors.pdf",
    "lydelse.extractors.word",
    "lydelse.extractors.text",
    "lydelse.extractors.minutes",
    "lydelse.differ.versions",
    "lydelse.differ.marked",
    "lydelse.calculation.inference",
    "lydelse.checks.catalogue",
    "lydelse.checks.minutes.catalogue",
    "lydelse.reports.html",
    "lydelse.reports.html.clips",
    "lydelse.reports.json_findings",
    "lydelse.reports.json_minutes",
)
"""What a process has loaded when a task begins, where the system can divide a process in two."""

LOOKED_AT_EVERY = 0.1
"""Seconds between two looks at a task."""
COUNTED_EVERY = 0.5
"""Seconds between two counts of the memory that it and all that it has started take: each goes through all the system's processes."""

_unfinished: weakref.WeakSet[Running[Any]] = weakref.WeakSet()


def start(task: Callable[..., Value], *arguments: object, limits: Limits | None = None, **keywords: object) -> Running[Value]:
    """Start a task in a process of its own.

    Args:
        task: a function that a module names; besides its arguments it takes ``watch``, which it tells each step.
        arguments: what it is given, pickled.
        limits: how much time and memory it may take; those of ``Limits()`` where none are given.
        keywords: as ``arguments``.
    """
    return Running(Order(task, arguments, keywords, limits or Limits()))


def warmed_up() -> None:
    """Load what tasks need beforehand, in a process that theirs are made of; the first task does so where nobody has."""
    with start(_nothing) as running:
        running.wait()


def _nothing(*, watch: Callable[[Message], None]) -> None:
    del watch


class Running(Generic[Value]):
    """A task that has been started. Leaving it as a context ends the task where it still runs."""

    def __init__(self, order: Order) -> None:
        """Start the process, and the thread that listens to it and holds it to its limits."""
        context = _context()
        self._limits = order.limits
        self._told: list[Message] = []
        self._outcome: Outcome[Value] | None = None
        self._ended = threading.Event()
        self._cancelled = threading.Event()
        self._hears, tells = context.Pipe(duplex=False)
        self._process = context.Process(target=carried_out, args=(order, tells), name="lydelse")
        self._process.start()
        tells.close()
        _unfinished.add(self)
        self._listener = threading.Thread(target=self._listen, name="listens to a task", daemon=True)
        self._listener.start()

    def told(self) -> tuple[Message, ...]:
        """Return the steps that the task has told so far, in order."""
        return tuple(self._told)

    def cancel(self) -> None:
        """End the task and all that it has started; one that has ended keeps its outcome."""
        self._cancelled.set()
        self._ended.wait()

    def wait(self, timeout: float | None = None) -> Outcome[Value] | None:
        """Return how the task ended; None where it still runs after ``timeout`` seconds."""
        self._ended.wait(timeout)
        return self._outcome

    def __enter__(self) -> Self:
        """Give the running task."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """End the task where it still runs."""
        self.cancel()

    def _listen(self) -> None:
        """Take what the task tells until it has ended, and keep how."""
        watched = _Watched(self._process.pid or 0, self._limits)
        try:
            self._outcome = self._heard(watched)
        finally:
            watched.end()
            self._process.join()
            self._hears.close()
            self._ended.set()

    def _heard(self, watched: _Watched) -> Outcome[Value]:
        while True:
            too_much = Message("worker.cancelled") if self._cancelled.is_set() else watched.too_much()
            if too_much:
                return Broken(too_much)
            ready = wait([self._hears, self._process.sentinel], LOOKED_AT_EVERY)
            if not ready:
                continue
            if not self._hears.poll():
                return Broken(Message("worker.died"))
            try:
                said = self._hears.recv()
            except (EOFError, OSError):
                return Broken(Message("worker.died"))
            if not isinstance(said, Message):
                return cast("Outcome[Value]", said)
            self._told.append(said)


class _Watched:
    """The process of a task and all that it has started, as who started it holds them to their limits."""

    def __init__(self, pid: int, limits: Limits) -> None:
        self._process = process_of(pid)
        self._limits = limits
        self._until = time.monotonic() + limits.seconds
        self._looked = time.monotonic()
        self._started: tuple[psutil.Process, ...] = ()

    def too_much(self) -> Message | None:
        """Return which limit is passed, None where none is."""
        now = time.monotonic()
        if now > self._until:
            return Message("worker.time", {"seconds": round(self._limits.seconds)})
        if self._process is None or now < self._looked + COUNTED_EVERY:
            return None
        self._looked = now
        self._started = started_by(self._process)  # remembered: nobody's, once the task's own process has died
        if megabytes_of((self._process, *self._started)) > self._limits.megabytes:
            return Message("worker.memory", {"megabytes": self._limits.megabytes})
        return None

    def end(self) -> None:
        """End the process and all that it has started."""
        end_all([*([self._process] if self._process else []), *self._started])


def _context() -> multiprocessing.context.SpawnContext | multiprocessing.context.ForkServerContext:
    """Return how processes are made: of one that has loaded what tasks need, where the system can, else anew."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([*LOADED_BEFOREHAND])
    return context


@atexit.register
def _end_unfinished() -> None:
    """End the tasks that still run when the program ends, which would otherwise wait for them."""
    for running in list(_unfinished):
        running.cancel()
