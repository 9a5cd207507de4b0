"""The pages of a long file read in several processes at once: PDFium reads one page at a time in each.

This process takes the pages from the first, the others from the last, a few at a time, until they meet. Where a process ends before
its pages are read, or cannot be started, this one reads them: what comes of it is the same, and so is what is said of a page that
brings a process down. A process that is started ends with the one that started it.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import struct
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator
from typing import IO

from lydelse.extractors.pdf.handed_over import Handed, packed, unpacked
from lydelse.formats.bounds import Bounds, bounds, hold_to
from lydelse.formats.page_by_page import tell
from lydelse.formats.pdf import PdfFile, opened
from lydelse.formats.processes import processes

FEWEST_PAGES = 24
"""Of a file that is read by several: a process takes as long to start as six pages to read."""

AT_ONCE = 4
"""Pages that are handed over together."""

_LENGTH = struct.Struct("<Q")
_HAND = "from lydelse.extractors.pdf.other_hands import lend; lend()"
"""What another process runs."""


def read_pages(pdf: PdfFile) -> Iterator[Handed]:
    """Yield the pages of a file in order, with what was worked out of those that another process has read."""
    count = min(pdf.page_count, bounds().pages)
    if processes() < 2 or count < FEWEST_PAGES or not sys.executable:
        yield from (Handed(page, None) for page in pdf.pages())
        return
    yield from _read_by_several(pdf, count)


def _read_by_several(pdf: PdfFile, count: int) -> Iterator[Handed]:
    left = _Left(count)
    own: dict[int, Handed] = {}
    with contextlib.ExitStack() as stack:
        hands = [stack.enter_context(_Hand(pdf, left)) for _ in range(min(processes(), count // FEWEST_PAGES + 1) - 1)]
        while numbers := left.from_the_first():
            for number in numbers:
                tell(left.done(), count)
                own[number] = Handed(pdf.page(number), None)
                left.add(1)
        read = {number: content for hand in hands for number, content in hand.read()}
    for number in range(1, count + 1):
        content = read.pop(number, None)
        yield own.pop(number) if number in own else unpacked(content) if content else Handed(pdf.page(number), None)


class _Left:
    """The pages that nobody has begun to read."""

    def __init__(self, count: int) -> None:
        """Take all pages of a file, counted from 1."""
        self._groups = deque(range(first, min(first + AT_ONCE, count + 1)) for first in range(1, count + 1, AT_ONCE))
        self._read = 0

    def from_the_first(self) -> range:
        """Take the first pages that are left."""
        return self._taken(self._groups.popleft)

    def from_the_last(self) -> range:
        """Take the last pages that are left."""
        return self._taken(self._groups.pop)

    def _taken(self, take: Callable[[], range]) -> range:
        try:
            return take()
        except IndexError:
            return range(0)

    def add(self, count: int) -> None:
        """Count pages that have been read."""
        self._read += count

    def done(self) -> int:
        """Return the number of the page that is read now, if they were read one after the other."""
        return self._read + 1


class _Hand:
    """A process that reads pages, and the thread that listens to it. It is ended when the block is left."""

    def __init__(self, pdf: PdfFile, left: _Left) -> None:
        """Start it."""
        self._left = left
        self._order = pickle.dumps((pdf.content, pdf.password, bounds()), pickle.HIGHEST_PROTOCOL)
        self._read: list[tuple[int, bytes]] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._listener = threading.Thread(target=self._listen, name="listens to another hand", daemon=True)

    def __enter__(self) -> _Hand:
        """Give it, at work."""
        with contextlib.suppress(OSError):  # this process reads all pages where the system starts no other
            command = [sys.executable, "-P", "-c", _HAND]
            own = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - its own code
            self._process = own
            self._listener.start()
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        if self._process:
            self._process.kill()
            self._process.wait()
            self._listener.join()
            for pipe in (self._process.stdin, self._process.stdout):
                with contextlib.suppress(OSError):
                    pipe.close()  # type: ignore[union-attr]

    def read(self) -> list[tuple[int, bytes]]:
        """Return the pages that it has read, each with its number, once no more are left."""
        if self._process:
            self._listener.join()
        return self._read

    def _listen(self) -> None:
        """Order pages and take them, until none are left or the process has ended; pages of a group that was not finished are not read."""
        assert self._process is not None, "it has been started"
        tells, hears = self._process.stdin, self._process.stdout
        assert tells is not None, "it is told through a pipe"
        assert hears is not None, "it is heard through a pipe"
        with contextlib.suppress(OSError, EOFError):
            _send(tells, self._order)
            while numbers := self._left.from_the_last():
                _send(tells, pickle.dumps(numbers))
                for number in numbers:
                    self._read.append((number, _received(hears)))
                    self._left.add(1)


def lend() -> None:
    """Read the pages that another process orders, until it ends or wants no more: what runs in a process that is started."""
    gc.disable()  # little is kept from page to page
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who has started this process ends it
    tells = os.fdopen(os.dup(1), "wb")
    with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - for its number alone
        os.dup2(nowhere.fileno(), 1)  # what libraries print is no page
    orders: deque[bytes] = deque()
    waits = threading.Semaphore(0)
    threading.Thread(target=_hear, args=(orders, waits), name="hears orders", daemon=True).start()
    waits.acquire()
    content, password, held_to = _order_of(orders.popleft())
    hold_to(held_to)
    with opened(content, "", password) as pdf:
        while True:
            waits.acquire()
            for number in pickle.loads(orders.popleft()):  # noqa: S301 - from the process that has started this one
                _send(tells, packed(pdf.page(number)))


def _order_of(content: bytes) -> tuple[bytes, str | None, Bounds]:
    order: tuple[bytes, str | None, Bounds] = pickle.loads(content)  # noqa: S301 - from the process that has started this one
    return order


def _hear(orders: deque[bytes], waits: threading.Semaphore) -> None:
    """Take orders as they come; where nobody is left to give any, end the process, whatever it does."""
    hears = sys.stdin.buffer
    with contextlib.suppress(OSError, EOFError):
        while True:
            orders.append(_received(hears))
            waits.release()
    os._exit(0)


def _send(to: IO[bytes], content: bytes) -> None:
    to.write(_LENGTH.pack(len(content)))
    to.write(content)
    to.flush()


def _received(from_: IO[bytes]) -> bytes:
    """Return what was sent.

    Raises:
        EOFError: the other process has ended.
    """
    head = from_.read(_LENGTH.size)
    length = _LENGTH.unpack(head)[0] if len(head) == _LENGTH.size else 0
    content = from_.read(length)
    if not length or len(content) < length:
        raise EOFError
    return content
