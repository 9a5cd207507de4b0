"""Tasks for processes of their own: some end well, some badly, some not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lydelse.errors import UnreadableFileError
from lydelse.model.message import Message

Watch = Callable[[Message], None]
LONG = 600


def doubled(number: int, *, watch: Watch, times: int = 1) -> int:
    """Double a number, telling each time."""
    for _ in range(times):
        watch(Message("step.reading", {"file": str(number)}))
        number *= 2
    return number


def silent(*, watch: Watch) -> str:
    """Tell a step that has no facts."""
    watch(Message("step.comparing"))
    return "done"


def refusing(file: str, *, watch: Watch) -> None:
    """Refuse a file."""
    del watch
    raise UnreadableFileError("error.empty", file=file)


def faulty(*, watch: Watch) -> None:
    """Fall over a fault of the program."""
    del watch
    int("a text that stands in the document")


def talking(*, watch: Watch) -> None:
    """Write to the terminal as libraries do, and fall."""
    del watch
    os.write(2, b"warning: a library talks\n")
    sys.stderr.write("and so does Python\n")
    raise SystemExit(7)


def dying(*, watch: Watch) -> None:
    """End as a fault in a library written in C ends a process."""
    del watch
    os.kill(os.getpid(), signal.SIGSEGV)


def greedy(megabytes: int, *, watch: Watch) -> int:
    """Take memory, ten megabytes at a time, and hold it."""
    held = []
    for taken in range(0, megabytes, 10):
        held.append(bytearray(os.urandom(1) * (10 << 20)))
        if taken % 50 == 0:
            watch(Message("step.checking"))
    time.sleep(LONG)
    return len(held)


def unsendable(*, watch: Watch) -> object:
    """Give a value that cannot be sent."""
    del watch
    return lambda: None


def endless(pids: str = "", *, watch: Watch) -> None:
    """Start a program that leads a session of its own, as LibreOffice is started, write both numbers to a file, and go on forever."""
    program = subprocess.Popen([sys.executable, "-c", f"import time; time.sleep({LONG})"], start_new_session=True)
    if pids:
        unfinished = Path(pids + ".tmp")
        unfinished.write_text(f"{os.getpid()} {program.pid}", encoding="utf-8")
        unfinished.rename(pids)
    watch(Message("step.checking"))
    program.wait()


def busy(*, watch: Watch) -> None:
    """Tell steps without end."""
    while True:
        watch(Message("step.checking"))


def leaving_one_behind(pids: str, *, watch: Watch) -> str:
    """Start a program and leave it running."""
    del watch
    program = subprocess.Popen([sys.executable, "-c", f"import time; time.sleep({LONG})"], start_new_session=True)
    Path(pids).write_text(str(program.pid), encoding="utf-8")
    program.returncode = 0  # it is not waited for
    return "done"
