"""The page as a program: binds its address, opens the browser, answers until it is told to stop, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

import uvicorn

from lydelse.errors import UsageError
from lydelse.records import dataclass
from lydelse.web.application import application
from lydelse.web.desk import Desk
from lydelse.web.doors import LOOPBACK, Door, own_door
from lydelse.web.folders import own_folder, touched
from lydelse.web.kept import History
from lydelse.web.keys import Keys
from lydelse.web.opening import open_in_browser
from lydelse.web.rendering import Renderer
from lydelse.web.site import Site
from lydelse.workers import warmed_up

MOST_AT_ONCE = 4
"""Works at once where nobody has said how many: each may take a few hundred megabytes."""
SWEPT_EVERY = 60.0
"""Seconds between two looks for what is to be deleted."""
LET_FINISH = 3
"""Seconds that answers under way may take when the page is closed."""
STOPPING = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
"""What tells a program to stop, on the systems that have it; SIGHUP and SIGBREAK are a terminal that is closed."""

Opened = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Serving:
    """How the page is served: ``port`` 0 for any that is free, ``at_once`` works carried out together, 0 by the cores of the machine.

    ``names`` are the hosts of a server that a proxy leads to, which shows ``key``; ``history`` is where finished work is kept.
    ``opens_browser`` tells whether the user's browser is led to it.
    """

    port: int = 0
    language: str = "sv"
    at_once: int = 0
    host: str = LOOPBACK
    names: tuple[str, ...] = ()
    key: str = ""
    history: History | None = None
    opens_browser: bool = False


def serve(serving: Serving, opened: Opened) -> None:
    """Serve the page until the process is told to stop.

    Args:
        serving: how.
        opened: is called with the address that opens the page when it can be opened.

    Raises:
        UsageError: the address is taken, or is none of this machine's.
    """
    with _bound(serving) as listening, own_folder() as folder:
        port = listening.getsockname()[1]
        door = Door(port, serving.names) if serving.names else own_door(port, serving.host)
        keys = Keys(serving.language, serving.key)
        desk = Desk(folder, serving.at_once or _by_cores(), history=serving.history)
        site = Site(keys, door, Renderer(door.prefix, serving.language), desk, serving.history)
        server = server_of(site)
        address = door.address(keys.key)
        threading.Thread(target=_warmed_up, name="loads what the work needs", daemon=True).start()

        def said() -> None:
            opened(address)
            if serving.opens_browser:
                open_in_browser(address, folder)

        with _stopped_by_signals(server):
            asyncio.run(_answering(server, site, listening, said))


def _warmed_up() -> None:
    """Load what the work needs before somebody waits for it; where the page is closed meanwhile, nobody does."""
    with suppress(OSError, EOFError):
        warmed_up()


def _by_cores() -> int:
    return min(MOST_AT_ONCE, os.cpu_count() or 1)


def server_of(site: Site) -> uvicorn.Server:
    """Return what answers for a site, without a word of its own: addresses and names of files are nobody's log."""
    return uvicorn.Server(
        uvicorn.Config(
            application(site),
            http="h11",
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_graceful_shutdown=LET_FINISH,
        )
    )


async def _answering(server: uvicorn.Server, site: Site, listening: socket.socket, opened: Callable[[], None]) -> None:
    """Answer until the server is to stop; say when it has begun, and look for what is to be deleted."""
    beside = [asyncio.create_task(_says(server, opened)), asyncio.create_task(_sweeps(site.desk))]
    try:
        await server.serve(sockets=[listening])
    finally:
        for task in beside:
            task.cancel()


async def _says(server: uvicorn.Server, opened: Callable[[], None]) -> None:
    while not server.started:
        await asyncio.sleep(0.01)
    opened()


async def _sweeps(desk: Desk) -> None:
    while True:
        touched(desk.folder)
        await desk.sweep(datetime.now(UTC))
        await asyncio.sleep(SWEPT_EVERY)


@contextmanager
def _bound(serving: Serving) -> Iterator[socket.socket]:
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    with socket.socket(family) as listening:
        if sys.platform != "win32":  # there it would let another program take the same port
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((serving.host, serving.port))
        except (OSError, OverflowError) as refused:
            raise UsageError("web.not-bound", host=serving.host, port=str(serving.port)) from refused
        yield listening


@contextmanager
def _stopped_by_signals(server: uvicorn.Server) -> Iterator[None]:
    """Have the server stop where the process is told to, and what comes after it be done: the files are removed."""

    def stop(*_: object) -> None:
        server.should_exit = True

    earlier = {each: signal.signal(each, stop) for each in STOPPING}
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        for each, handler in earlier.items():
            signal.signal(each, handler)
