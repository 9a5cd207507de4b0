"""Orders carried out on this machine, several at once."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lydelse.batch.orders import Order, Result, begun
from lydelse.batch.work import Manner
from lydelse.workers import Limits, Outcome, Running

LOOKED_FOR_EVERY = 0.02
"""Seconds between two looks for work that is done."""


def outcomes(orders: Sequence[Order], folder: Path, manner: Manner, limits: Limits, jobs: int) -> Iterator[tuple[Order, Outcome[Result]]]:
    """Carry out orders, ``jobs`` at once, and give each with its outcome when it is done; leaving early ends what still runs."""
    waiting = deque(orders)
    running: dict[str, tuple[Order, Running[Any]]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < jobs:
                order = waiting.popleft()
                running[order.work] = (order, begun(order, folder, manner, limits))
            ended = [(order, outcome) for order, task in running.values() if (outcome := task.wait(0)) is not None]
            for order, outcome in ended:
                del running[order.work]
                yield order, outcome
            if not ended:
                time.sleep(LOOKED_FOR_EVERY)
    finally:
        for _, task in running.values():
            task.cancel()
