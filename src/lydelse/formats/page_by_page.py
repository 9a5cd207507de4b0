"""Who is told of each page as it is read: a long file is minutes of work, and whoever waits wants to see that it goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]
"""Is told the number of a page, from 1, and how many there are, before the page is read."""

_listening: ContextVar[Listener | None] = ContextVar("listening", default=None)


@contextmanager
def told_of_pages(listener: Listener) -> Iterator[None]:
    """Tell a listener of each page that is read while the block runs."""
    before = _listening.set(listener)
    try:
        yield
    finally:
        _listening.reset(before)


def tell(page: int, pages: int) -> None:
    """Say that a page is about to be read, to whoever listens."""
    listener = _listening.get()
    if listener:
        listener(page, pages)
