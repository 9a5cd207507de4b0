"""The limits of time and memory that a command holds itself to: a file that was made to be too much ends in a sentence.

Looked at from a thread of its own. The command is asked to end, so that nothing is left behind; where a library does not listen, the
process is ended with what it has started.
"""

from __future__ import annotations

import mmap
import os
import signal
import threading
import time
from _thread import interrupt_main
from pathlib import Path
from typing import NoReturn

from lydelse.errors import UnreadableFileError
from lydelse.model.message import Message
from lydelse.reports.wording import say
from lydelse.workers.limits import MEGABYTE, Limits

FIRST_LOOK, LOOK_EVERY = 0.3, 0.1
"""Seconds: what ends before the first look has taken no more than it may."""
ALONE_FOR = 2.0
"""Seconds in which only the process itself is looked at, by what Linux tells of it without a library to load."""
OWN_PAGES = Path("/proc/self/statm")
GRACE = 2.0
"""Seconds for a command to end by itself once it is asked to."""
FAR_BEYOND = 1.1
"""Times the limit of memory: nothing is waited for."""


_own: list[Watchdog] = []


def of(files: tuple[str, ...], language: str) -> None:
    """Say which files the command is about, and in which language it speaks; nothing is looked after yet."""
    _own[:] = [Watchdog(files, language)]


def begin(limits: Limits) -> None:
    """Hold the command to limits from now on."""
    for own in _own:
        own.begin(limits)


def end() -> Message | None:
    """Look no longer; return which limit was passed, None where none was."""
    return next((own.end() for own in _own), None)


class Watchdog:
    """Looks after one command."""

    def __init__(self, files: tuple[str, ...], language: str) -> None:
        """Remember what the sentence says: which files, in which language."""
        self._files, self._language = files, language
        self._limits = Limits()
        self._started = time.monotonic()
        self._exceeded: Message | None = None
        self._over = threading.Event()
        self._last_word = threading.RLock()

    def begin(self, limits: Limits) -> None:
        """Begin to look."""
        self._limits = limits
        if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGALRM, self._on_alarm)
            signal.setitimer(signal.ITIMER_REAL, max(0.1, self._started + limits.seconds + 2 * GRACE - time.monotonic()))
        threading.Thread(target=self._look, name="limits of a command", daemon=True).start()

    def end(self) -> Message | None:
        """Look no longer; return which limit was passed, None where none was. Waits for the end where the process is being ended."""
        self._over.set()
        self._last_word.acquire()
        if hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread():
            signal.setitimer(signal.ITIMER_REAL, 0)
        return self._exceeded

    def _on_alarm(self, _number: int, _frame: object) -> NoReturn:
        """Ask the command to end: a pattern that is looked for in vain lets no other thread run, but is interrupted by signals."""
        names = ", ".join(self._files)
        self._exceeded = self._exceeded or Message("limits.time", {"file": names, "seconds": round(self._limits.seconds)})
        raise KeyboardInterrupt

    def _look(self) -> None:
        wait = FIRST_LOOK
        while not self._over.wait(wait):
            self._exceeded = self._passed()
            if self._exceeded:
                self._ask_to_end(self._exceeded)
            wait = LOOK_EVERY

    def _passed(self) -> Message | None:
        names = ", ".join(self._files)
        if time.monotonic() - self._started > self._limits.seconds:
            return Message("limits.time", {"file": names, "seconds": round(self._limits.seconds)})
        if self._megabytes() > self._limits.megabytes:
            return Message("limits.memory", {"file": names, "megabytes": self._limits.megabytes})
        return None

    def _ask_to_end(self, why: Message) -> None:
        interrupt_main()
        until = time.monotonic() + GRACE
        while time.monotonic() < until and self._megabytes() < FAR_BEYOND * self._limits.megabytes:
            if self._over.wait(LOOK_EVERY):
                return
        self._end(why)

    def _end(self, why: Message) -> None:
        """End the process with a sentence, unless the command has ended by itself meanwhile and says its own."""
        if not self._last_word.acquire(blocking=False):
            return
        from lydelse.formats.office.left_behind import remove_left_behind  # noqa: PLC0415 - the same
        from lydelse.workers.started import end_all, process_of, started_by  # noqa: PLC0415 - needed where a command does not end by itself

        own = process_of(os.getpid())
        end_all(started_by(own) if own else ())
        remove_left_behind()
        os.write(2, f"lydelse: {say(why, self._language)}\n".encode())
        os._exit(UnreadableFileError.exit_code)

    def _megabytes(self) -> float:
        """Return what the process holds; what it has started counts once it has run for so long that looking costs nothing."""
        if time.monotonic() - self._started < ALONE_FOR and OWN_PAGES.exists():
            return int(OWN_PAGES.read_text("ascii").split()[1]) * mmap.PAGESIZE / MEGABYTE
        from lydelse.workers.started import megabytes_of, process_of, started_by  # noqa: PLC0415 - most commands end before this

        own = process_of(os.getpid())
        return megabytes_of((own, *started_by(own))) if own else 0.0
