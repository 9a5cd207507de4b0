"""What runs in a task's own process."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psutil

from lydelse.errors import LydelseError
from lydelse.model.message import Message
from lydelse.records import dataclass
from lydelse.workers.limits import Limits, taken_on
from lydelse.workers.outcome import Broken, Done, Outcome, Refused
from lydelse.workers.started import end_all, started_by

COLLECTED_AFTER = (200_000, 20, 20)  # as the command does: a document is very many small values that live as long as the process
PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Order:
    """A task with what it is given, and its limits."""

    task: Callable[..., Any]
    arguments: tuple[Any, ...]
    keywords: Mapping[str, Any]
    limits: Limits


def carried_out(order: Order, told: Connection) -> None:
    """Run a task, send the messages that it tells and at last its outcome, and leave nothing running behind.

    Args:
        order: the task.
        told: is sent each ``Message`` of progress, then one ``Outcome``.
    """
    _stand_alone(order.limits)
    outcome = _outcome_of(order, told.send)
    end_all(started_by(psutil.Process()))
    try:
        told.send(outcome)
    except OSError:
        return  # who started the task is gone
    except (TypeError, AttributeError, ValueError, RecursionError, MemoryError) as fault:  # the value cannot be sent
        told.send(Broken(_fault(fault)))


def _outcome_of(order: Order, watch: Callable[[Message], None]) -> Outcome[Any]:
    try:
        return Done(order.task(*order.arguments, watch=watch, **order.keywords))
    except LydelseError as refusal:
        return Refused(refusal.message, refusal.exit_code)
    except MemoryError:
        return Broken(Message("worker.memory", {"megabytes": order.limits.megabytes}))
    except BaseException as fault:  # noqa: BLE001 - the edge of a process: whatever a fault is, it is told as one, and ends this task alone
        return Broken(_fault(fault))


def _fault(fault: BaseException) -> Message:
    """Return what kind of fault ended a task and where in the program: what its makers need to know, and nothing of the document."""
    frames = [frame for frame in traceback.extract_tb(fault.__traceback__) if Path(frame.filename).is_relative_to(PACKAGE)]
    last = frames[-1] if frames else None
    where = f"{Path(last.filename).relative_to(PACKAGE).as_posix()}:{last.lineno}" if last else "?"
    return Message("worker.fault", {"fault": type(fault).__name__, "where": where})


def _stand_alone(limits: Limits) -> None:
    """Make the process one that nobody's terminal stops, that says nothing of its own, and that ends with who started it."""
    gc.set_threshold(*COLLECTED_AFTER)
    _say_nothing()
    if sys.platform != "win32":
        with contextlib.suppress(PermissionError):  # it leads a session already
            os.setsid()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started the task is interrupted, and cancels it
    taken_on(limits)
    threading.Thread(target=_end_with_parent, name="ends with its parent", daemon=True).start()


def _say_nothing() -> None:
    """Send what libraries write to the terminal nowhere: what is to be said of a file is a message."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        for stream in (1, 2):
            os.dup2(nowhere.fileno(), stream)


def _end_with_parent() -> None:
    """Wait until who started the task has ended, in whatever way, and end all that the task has started, and it."""
    parent = multiprocessing.parent_process()
    assert parent is not None, "a task runs in a process that another has started"
    parent.join()
    end_all(started_by(psutil.Process()))
    os._exit(1)
