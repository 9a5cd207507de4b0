"""Where work is taken in and carried out, a few at a time, each in a worker process of its own."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import BinaryIO, TypeVar

from lydelse.records import replace
from lydelse.web.kept import History
from lydelse.web.names import safe_name
from lydelse.web.orders import Given, Order, Role
from lydelse.web.rules_off import RulesOff
from lydelse.web.tasks import EARLIER, Made, carry_out, judge_model, print_report, report_file
from lydelse.web.works import Cancelled, Failed, Finished, Underway, Waiting, Work, Works
from lydelse.workers import Broken, Done, Limits, Outcome, Refused, Running, start

Value = TypeVar("Value")

LIMITS = Limits(seconds=900.0, megabytes=3072)
LOOKED_AT_EVERY = 0.05
"""Seconds between two looks at whether a worker has come to its end."""
UNKEPT_FOR = timedelta(hours=12)
"""How long work that is not kept lies in the temporary folder: a working day, also where the page is never closed."""

MOST_UNFINISHED = 40
"""Works of one owner that wait or are under way: more are a fault, or somebody who wants the machine to stand still."""

Left = tuple[Role, str, BinaryIO]
"""A file that was left: its role, the name that it came with, and what it holds."""


class Desk:
    """Takes in orders and has them carried out."""

    def __init__(self, folder: Path, at_once: int, *, history: History | None = None, limits: Limits = LIMITS) -> None:
        """Take in work into a folder of our own, and carry out ``at_once`` at a time; what is in the history is finished work already."""
        self.works = Works()
        self.folder, self._limits = folder, limits
        self._places = asyncio.Semaphore(at_once)
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._printing: dict[str, asyncio.Lock] = {}
        self._history = history
        self.rules_off = RulesOff(history.folder if history else None)
        for work in history.kept() if history else ():
            self.works.put(work)

    def is_full_for(self, owner: str) -> bool:
        """Tell whether an owner has as much work that is not over as one may have."""
        return sum(not work.over for work in self.works.of(owner)) >= MOST_UNFINISHED

    async def take_in(self, owner: str, order: Order, left: Iterable[Left], password: str | None) -> Work:
        """Write the files that were left into a folder of the work, and have it carried out."""
        work = Work(owner, order, self.folder, datetime.now(UTC))
        folder = self.folder / work.name
        given = await asyncio.to_thread(_written, folder, left)
        work = replace(work, folder=folder, order=replace(order, given=(*order.given, *given)))
        self._begin(work, password)
        return work

    async def again(self, work: Work, order: Order, password: str | None, left: Iterable[Left] = (), earlier: Path | None = None) -> Work:
        """Carry out another order with the files of a work and those that were left, as a work of its own.

        ``earlier`` is the JSON report of an earlier review, which the new one is to say what is new since.
        """
        fresh = Work(work.owner, order, self.folder, datetime.now(UTC))
        folder = self.folder / fresh.name
        for each in order.given:
            await asyncio.to_thread(_copied, each.within(work.folder), each.within(folder))
        first = 1 + max((each.number for each in order.given), default=-1)
        given = await asyncio.to_thread(_written, folder, left, first)
        if earlier:
            await asyncio.to_thread(shutil.copyfile, earlier, folder / EARLIER)
        fresh = replace(fresh, folder=folder, order=replace(order, given=(*order.given, *given)))
        self._begin(fresh, password)
        return fresh

    async def judge(self, model: str) -> Outcome[None]:
        """Read the text of a model by itself: what is wrong with it is the outcome's message."""
        return await self._outcome(lambda: start(judge_model, model, limits=self._limits))

    def retry(self, work: Work, password: str | None) -> None:
        """Carry out a work anew that could not be done."""
        self._begin(replace(work, state=Waiting()), password)

    def anew(self, work: Work, order: Order, password: str | None) -> None:
        """Carry out a finished work once more, with its own files, as another order has it; its reports are written over."""
        report_file(work.folder, "pdf").unlink(missing_ok=True)
        self._begin(replace(work, order=order, state=Waiting()), password)

    async def cancel(self, work: Work) -> None:
        """End a work that is not over; one that is done and being kept is kept."""
        task = self._tasks.pop(work.name, None)
        if task and not task.done():
            task.cancel()
            await asyncio.wait([task])
        now = self.works.get(work.name)
        if now and not now.over:
            self.works.comes_to(work.name, Cancelled())

    async def delete(self, work: Work) -> None:
        """End a work and remove it with its files."""
        await self.cancel(work)
        now = self.works.get(work.name) or work
        self.works.forget(work.name)
        self._printing.pop(work.name, None)
        await asyncio.to_thread(shutil.rmtree, now.folder, ignore_errors=True)

    async def print(self, work: Work) -> Outcome[None]:
        """Print the HTML report of a work as a PDF beside it, once."""
        async with self._printing.setdefault(work.name, asyncio.Lock()):
            if report_file(work.folder, "pdf").exists():
                return Done(None)
            async with self._places:
                return await self._outcome(lambda: start(print_report, work.folder, limits=self._limits))

    async def close(self) -> None:
        """End all work."""
        for work in self.works:
            await self.cancel(work)

    async def sweep(self, now: datetime) -> None:
        """Delete what has lain for as long as was agreed."""
        for work in self.works:
            until = work.kept_until or work.ordered + UNKEPT_FOR
            if work.over and now >= until:
                await self.delete(work)

    def _begin(self, work: Work, password: str | None) -> None:
        self.works.put(work)
        self._tasks[work.name] = asyncio.create_task(self._carry(work, password))

    async def _carry(self, work: Work, password: str | None) -> None:
        async with self._places:
            outcome = await self._outcome(lambda: self._started(work, password))
        match outcome:
            case Done(value):
                await self._put_finished(replace(work, state=Finished(value)))
            case Refused(message) | Broken(message):
                self.works.comes_to(work.name, Failed(message))
        self._tasks.pop(work.name, None)

    async def _put_finished(self, done: Work) -> None:
        """Keep a finished work where that is agreed; what is being copied is not left halfway, and is found where it then lies."""
        keeping = asyncio.ensure_future(asyncio.to_thread(self._history.keep, done) if self._history else _as_it_is(done))
        try:
            self.works.put(await asyncio.shield(keeping))
        except asyncio.CancelledError:
            self.works.put(await keeping)
            raise

    def _started(self, work: Work, password: str | None) -> Running[Made]:
        running = start(carry_out, work.order, work.folder, password, limits=self._limits)
        self.works.comes_to(work.name, Underway(running))
        return running

    async def _outcome(self, begin: Callable[[], Running[Value]]) -> Outcome[Value]:
        """Return how a task ends that is begun; where the wait for it is cancelled, the task is too."""
        starting = asyncio.ensure_future(asyncio.to_thread(begin))
        try:
            running = await asyncio.shield(starting)
            while (outcome := running.wait(0)) is None:
                await asyncio.sleep(LOOKED_AT_EVERY)
        except asyncio.CancelledError:
            await asyncio.to_thread((await starting).cancel)
            raise
        return outcome


async def _as_it_is(work: Work) -> Work:
    return work


def _copied(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True)
    shutil.copyfile(source, target)


def _written(folder: Path, left: Iterable[Left], first: int = 0) -> tuple[Given, ...]:
    """Write files, each into a folder of its own whose name is a number, and return what they are to the order."""
    given = []
    for number, (role, sent, content) in enumerate(left, first):
        each = Given(role, safe_name(sent), number)
        file = each.within(folder)
        file.parent.mkdir(parents=True)
        with file.open("wb") as target:
            shutil.copyfileobj(content, target)
        given.append(each)
    return tuple(given)
