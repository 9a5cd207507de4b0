"""Orders carried out on several machines, by Dask: the files are sent to whoever reads them, and need lie on one machine only.

A machine that is lost has its work done by another. Within each Dask worker a document is read in a process of its own, with the same
limits as here, and what comes back is the same.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from lydelse import __version__
from lydelse.batch.orders import Order, Result, begun
from lydelse.batch.work import Manner
from lydelse.errors import UsageError
from lydelse.model.message import Message
from lydelse.records import dataclass, replace
from lydelse.workers import Broken, Limits, Outcome, Refused

if TYPE_CHECKING:
    from distributed import Client, Future

SECONDS_TO_REACH = 30
AHEAD = 2
"""Orders that are sent for each one that a worker carries out at once: the next is there when one is done, and few lie in memory."""
OTHER_VERSION = "batch.version"


@dataclass(frozen=True, slots=True)
class Sent:
    """An order with all that it needs: the content of its files, and that of the model where one is asked for."""

    order: Order
    contents: tuple[bytes, ...]
    manner: Manner
    model: bytes | None
    limits: Limits
    version: str = __version__


def outcomes(
    orders: Sequence[Order], folder: Path, manner: Manner, limits: Limits, scheduler: str
) -> Iterator[tuple[Order, Outcome[Result]]]:
    """Carry out orders on the machines of a scheduler, and give each with its outcome when it is done.

    Raises:
        UsageError: Dask is not installed, the scheduler cannot be reached or is lost, or its workers have another version of the program.
    """
    try:
        from distributed import Client, as_completed  # noqa: PLC0415 - an extra
    except ImportError as missing:
        raise UsageError("batch.no-dask") from missing
    waiting = deque(orders)
    try:
        with Client(scheduler, timeout=SECONDS_TO_REACH, set_as_default=False) as client:
            at_once = AHEAD * max(1, sum(client.nthreads().values()))
            sent = dict(_sent(client, waiting, at_once, folder, manner, limits))
            done = as_completed(list(sent), loop=client.loop)
            for future in done:
                order = sent.pop(future)
                yield order, _outcome(future)
                for another, its in _sent(client, waiting, 1, folder, manner, limits):
                    sent[another] = its
                    done.add(another)
    except (OSError, CancelledError) as problem:  # a timeout is the first; work is cancelled where the scheduler is lost
        raise UsageError("batch.scheduler", scheduler=scheduler, why=str(problem).partition("\n")[0]) from problem


def carried_out(sent: Sent) -> Outcome[Any]:
    """Carry out an order on the machine that this is."""
    if sent.version != __version__:
        return Refused(Message(OTHER_VERSION, {"here": sent.version, "there": __version__}), 2)
    if multiprocessing.current_process().daemon:
        return Refused(Message("batch.nanny"), 2)
    with TemporaryDirectory(prefix="lydelse-", ignore_cleanup_errors=True) as kept:
        top = Path(kept)
        paths = tuple(f"{at}/{Path(path).name}" for at, path in enumerate(sent.order.paths))
        for path, content in zip(paths, sent.contents, strict=True):
            (top / path).parent.mkdir()
            (top / path).write_bytes(content)
        here = replace(sent.order, paths=paths)
        with begun(here, top, _manner(sent, top), sent.limits) as running:
            outcome = running.wait()
    assert outcome is not None, "a wait without end ends with an outcome"
    return outcome


def _sent(client: Client, waiting: deque[Order], most: int, folder: Path, manner: Manner, limits: Limits) -> Iterator[tuple[Future, Order]]:
    """Send orders to the machines, ``most`` of those that wait."""
    model = manner.wishes.model.read_bytes() if manner.wishes.model else None
    for _ in range(min(most, len(waiting))):
        order = waiting.popleft()
        contents = tuple((folder / path).read_bytes() for path in order.paths)
        yield client.submit(carried_out, Sent(order, contents, manner, model, limits), key=f"lydelse-{order.work}", pure=False), order


def _manner(sent: Sent, top: Path) -> Manner:
    """Return the manner of an order, with the model where it lies here."""
    named = sent.manner.wishes.model
    if named is None or sent.model is None:
        return sent.manner
    here = top / named.name
    here.write_bytes(sent.model)
    return replace(sent.manner, wishes=replace(sent.manner.wishes, model=here))


def _outcome(future: Future) -> Outcome[Result]:
    """Return how an order ended; one whose workers were lost again and again is broken.

    Raises:
        UsageError: the workers cannot do any order at all.
    """
    from distributed import KilledWorker  # noqa: PLC0415 - an extra

    try:
        outcome: Outcome[Result] = future.result()
    except KilledWorker:
        return Broken(Message("worker.died"))
    if isinstance(outcome, Refused) and outcome.message.key in {OTHER_VERSION, "batch.nanny"}:
        raise UsageError(outcome.message.key, **outcome.message.facts)
    return outcome
