"""What is being done, on stderr, for somebody who waits at a terminal; nothing where nobody does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from lydelse.flow import Watcher, unwatched
from lydelse.model.message import Message
from lydelse.reports.wording import say


@contextmanager
def progress(language: str, *, quiet: bool) -> Iterator[Watcher]:
    """Give a watcher that shows each step while the block runs."""
    if quiet or not sys.stderr.isatty():
        yield unwatched
        return
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

    with Console(stderr=True).status("") as status:

        def watch(step: Message) -> None:
            status.update(say(step, language))

        yield watch
